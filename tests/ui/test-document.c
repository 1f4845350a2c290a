#include <malloc.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/app/workspace/cs-workspace.h"
#include "../../src/base/cs-text-builder.h"
#include "../../src/draft/cs-draft-compose.h"
#include "../../src/service/cs-matter-file.h"
#include "pane-fixture.h"

/* Documents on a store: what is carried from one to the other, and what is left when they close. */

typedef struct
{
  char *folder;
  CsStoreService *service;
} Fixture;

/* --- matters --- */

/* A picture of one colour. */
static GBytes *
make_png (int width, int height, guint32 color)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  char *content;
  gsize n_bytes;

  gdk_pixbuf_fill (pixbuf, color);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &content, &n_bytes, "png", NULL, NULL));

  return g_bytes_new_take (content, n_bytes);
}

/* "H2O" with a subscript, then a formula with the picture eq.png. */
static CsText *
make_claims (const char *before, const char *after)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  gsize at;

  cs_text_builder_append (builder, before, strlen (before));
  cs_text_builder_append (builder, "H2O", 3);
  at = cs_text_builder_get_n_bytes (builder) - 2;
  cs_text_builder_add_run (builder, at, at + 1, CS_RUN_SUB);
  cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, "<math/>", "eq.png");
  cs_text_builder_append (builder, after, strlen (after));

  return cs_text_builder_end (builder);
}

static CsDraft *
make_draft (CsText *claims)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  g_autoptr (CsText) empty = cs_text_new ("", 0);
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  texts[CS_PART_TITLE] = texts[CS_PART_ABSTRACT] = texts[CS_PART_DESCRIPTION] = empty;
  texts[CS_PART_CLAIMS] = claims;
  draft = cs_draft_compose (NULL, texts, request, NULL);
  g_assert_nonnull (draft);

  return draft;
}

static GBytes *
give_picture (const char *name, gpointer data)
{
  return g_bytes_ref (data);
}

static gint64
create (Fixture *fixture, const char *before, GBytes *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (fixture->folder, &error);
  g_autoptr (CsText) claims = make_claims (before, "。\n");
  g_autoptr (CsDraft) draft = make_draft (claims);
  CsNewMatter matter = { .draft = draft, .data = picture };
  gint64 id;

  g_assert_no_error (error);
  if (picture != NULL)
    matter.images = give_picture;
  id = cs_draft_store_create (store, &matter, &error);
  g_assert_no_error (error);

  return id;
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

/* The document as it is at first: its pictures are asked for, and none is there. */
static CsDocument *
begin_matter (Fixture *fixture, gint64 id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CsMatter *matter;

  cs_store_service_load (fixture->service, id, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  matter = cs_store_service_load_finish (fixture->service, result, &error);
  g_assert_no_error (error);

  return cs_document_new (fixture->service, matter);
}

static CsDocument *
open_matter (Fixture *fixture, gint64 id)
{
  CsDocument *document = begin_matter (fixture, id);

  pane_fixture_wait (document);

  return document;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Saves @document, which goes. */
static void
close_document (CsDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cs_document_flush (document, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cs_document_flush_finish (document, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  iterate ();
  g_assert_finalize_object (document);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("claimsmith-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->service = cs_store_service_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->service);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* --- from one matter to another --- */

static void
select_chars (CsPartBuffer *buffer, int start_char, int end_char)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, start_char);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, end_char);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &start, &end);
}

static void
count_edit (CsPartBuffer *buffer, guint at, CsText *removed, CsText *inserted, guint *n_edits)
{
  ++*n_edits;
}

/* Pastes at the end of @document, and waits until @n_edits changes were made. */
static void
paste (CsDocument *document, GdkClipboard *clipboard, guint n_edits)
{
  CsPartBuffer *buffer = cs_document_get_buffer (document, CS_PART_CLAIMS);
  guint n_done = 0;
  gulong handler = g_signal_connect (buffer, "edited", G_CALLBACK (count_edit), &n_done);

  select_chars (buffer, -1, -1);
  cs_part_buffer_paste (buffer, clipboard);
  while (n_done < n_edits)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (buffer, handler);
}

/* The store has @bytes for object @n of matter @id, and shows @n_objects in all. */
static void
assert_picture (Fixture *fixture, gint64 id, guint n, guint n_objects, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (fixture->folder, &error);
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, id, &error);
  g_autoptr (GBytes) kept = NULL;
  const CsInlineObject *objects;
  guint n_found;

  g_assert_no_error (error);
  objects = cs_text_get_objects (matter->draft->texts[CS_PART_CLAIMS], &n_found);
  g_assert_cmpuint (n_found, ==, n_objects);
  g_assert_nonnull (objects[n].preview);
  kept = cs_draft_store_load_image (store, id, objects[n].preview, &error);
  g_assert_no_error (error);
  if (bytes != NULL)
    g_assert_true (g_bytes_equal (kept, bytes));
}

static GdkClipboard *
get_clipboard (void)
{
  return gdk_display_get_clipboard (gdk_display_get_default ());
}

/* Both matters call their pictures eq.png: each keeps its own, and the subscript goes along. */
static void
test_paste_from_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) black = make_png (40, 20, 0x000000ff);
  g_autoptr (GBytes) white = make_png (20, 40, 0xffffffff);
  gint64 source_id = create (fixture, "1. ", black);
  gint64 target_id = create (fixture, "1. 一种", white);
  CsDocument *source = open_matter (fixture, source_id);
  CsDocument *target = open_matter (fixture, target_id);
  CsText *text;
  const CsRun *runs;
  guint n_runs;

  select_chars (cs_document_get_buffer (source, CS_PART_CLAIMS), 3, 7);
  cs_part_buffer_copy (cs_document_get_buffer (source, CS_PART_CLAIMS), get_clipboard ());
  paste (target, get_clipboard (), 1);
  text = cs_part_buffer_get_text (cs_document_get_buffer (target, CS_PART_CLAIMS));
  runs = cs_text_get_runs (text,
                           &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
  g_assert_cmpint (runs[1].style, ==, CS_RUN_SUB);
  paste (source, get_clipboard (), 1); /* its own text, its own name */

  close_document (source);
  close_document (target);
  assert_picture (fixture, source_id, 0, 2, black);
  assert_picture (fixture, source_id, 1, 2, black);
  assert_picture (fixture, target_id, 0, 2, white);
  assert_picture (fixture, target_id, 1, 2, black);
}

/* What was cut is there after its source has gone, and dragging is no other way. */
static void
test_paste_after_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) black = make_png (40, 20, 0x000000ff);
  g_autoptr (GBytes) white = make_png (20, 40, 0xffffffff);
  gint64 source_id = create (fixture, "1. ", black);
  gint64 target_id = create (fixture, "1. 一种", white);
  CsDocument *source = open_matter (fixture, source_id);
  CsDocument *target = open_matter (fixture, target_id);
  CsPartBuffer *from = cs_document_get_buffer (source, CS_PART_CLAIMS);
  CsPartBuffer *to = cs_document_get_buffer (target, CS_PART_CLAIMS);

  select_chars (from, 3, 7);
  g_assert_true (cs_part_buffer_drop (to, from, 0, FALSE));
  select_chars (from, 3, 7);
  cs_part_buffer_copy (from, get_clipboard ());
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (from), TRUE, TRUE);
  close_document (source);
  paste (target, get_clipboard (), 1);
  close_document (target);
  assert_picture (fixture, target_id, 0, 3, black);
  assert_picture (fixture, target_id, 1, 3, white);
  assert_picture (fixture, target_id, 2, 3, black);
}

/* --- from outside --- */

static void
test_paste_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) white = make_png (20, 40, 0xffffffff);
  g_autoptr (GBytes) red = make_png (16, 16, 0xff0000ff);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (red, NULL);
  gint64 id = create (fixture, "1. 一种", white);
  CsDocument *document = open_matter (fixture, id);
  g_autofree char *path = g_build_filename (fixture->folder, "red.png", NULL);
  g_autofree char *letters = g_build_filename (fixture->folder, "letters.png", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (letters);
  GSList files[] = { { other, &files[1] }, { picture, NULL } };
  GValue value = G_VALUE_INIT;

  gdk_clipboard_set_texture (get_clipboard (), texture);
  paste (document, get_clipboard (), 1);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (red, NULL), g_bytes_get_size (red),
                                      NULL));
  g_assert_true (g_file_set_contents (letters, "no picture", -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_static_boxed (&value, files);
  gdk_clipboard_set_value (get_clipboard (), &value);
  g_value_unset (&value);
  paste (document, get_clipboard (), 1);

  close_document (document);
  assert_picture (fixture, id, 0, 3, white);
  assert_picture (fixture, id, 1, 3, NULL);
  assert_picture (fixture, id, 2, 3, red);
}

/* --- a copy --- */

/* Returns: whether @document could be copied to @path. */
static gboolean
save_copy (CsDocument *document, const char *path, guint *n_missing, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cs_document_save_copy (document, path, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return cs_document_save_copy_finish (result, n_missing, error);
}

static void
type_at_end (CsDocument *document, const char *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS));

  select_chars (CS_PART_BUFFER (buffer), -1, -1);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, words, -1, TRUE);
}

static void
decide (CsDocument *document)
{
  const CsFindingView *view = cs_document_get_view (document);

  g_assert_cmpuint (view->entries->len, >, 0);
  cs_document_decide (document, view->entries->pdata[0], CS_DECISION_WAIVED, "as agreed", FALSE);
}

/* Another machine takes in the copy at @path. Returns: its store, in which the matter is 1 */
static CsDraftStore *
unpack_copy (Fixture *fixture, const char *path)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GError) error = NULL;
  CsDraftStore *store = cs_draft_store_open (folder, &error);
  g_autoptr (CsMatterFile) file = cs_matter_file_load (path, &error);
  g_autoptr (CsMerge) merge = NULL;
  const CsMergeChoice choice = { 0 };

  g_assert_no_error (error);
  merge = cs_matter_file_compare (file, store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cs_matter_file_merge (file, store, merge, &choice, &error), ==, 1);
  g_assert_no_error (error);

  return store;
}

/* All that is in the window is in the copy, and pictures that are not in the window yet. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.csmatter", NULL);
  g_autoptr (GBytes) black = make_png (40, 20, 0x000000ff);
  CsDocument *document = begin_matter (fixture, create (fixture, "1. ", black));
  g_autoptr (CsDraftStore) copy = NULL;
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_missing;

  type_at_end (document, "另外的字");
  g_assert_true (save_copy (document, path, &n_missing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_missing, ==, 0);
  close_document (document);

  copy = unpack_copy (fixture, path);
  matter = cs_draft_store_load (copy, 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (cs_text_get_string (matter->draft->texts[CS_PART_CLAIMS]),
                                   "另外的字"));
  bytes = cs_draft_store_load_image (copy, 1, "eq.png", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, black));
}

static void
test_copy_without_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.csmatter", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.csmatter", NULL);
  CsDocument *document = open_matter (fixture, create (fixture, "1. 根据权利要求3所述的水，最好是", NULL));
  g_autoptr (CsDraftStore) copy = NULL;
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GError) error = NULL;
  guint n_missing;

  decide (document);
  g_assert_true (save_copy (document, path, &n_missing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_missing, ==, 1);
  g_assert_false (save_copy (document, nowhere, &n_missing, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  cs_store_service_flush (fixture->service); /* the decision */
  close_document (document);

  copy = unpack_copy (fixture, path);
  matter = cs_draft_store_load (copy, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (matter->decisions->len, ==, 1);
  g_assert_cmpstr (((CsDecision *)matter->decisions->pdata[0])->reason, ==, "as agreed");
}

/* --- the width of the lines --- */

static GdkPaintable *
find_object (CsDocument *document)
{
  GtkTextIter iter, end;

  gtk_text_buffer_get_start_iter (
      GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS)), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, CS_OBJECT_CHARACTER, 0, &iter, &end, NULL));

  return gtk_text_iter_get_paintable (&iter);
}

static void
test_picture_width (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) wide = make_png (2000, 100, 0x0000ffff);
  CsDocument *document = open_matter (fixture, create (fixture, "1. 一种", wide));
  GdkPaintable *object = find_object (document);
  static const int widths[] = { 1500, 900, 1300 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWindow *window = pane_fixture_show (cs_workspace_new (document), widths[i], 700);
      GtkWidget *view = pane_fixture_find (GTK_WIDGET (window), CS_TYPE_PART_VIEW, NULL);
      GdkRectangle visible;
      int width;

      do
        {
          pane_fixture_draw (view, 1);
          gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (view), &visible);
          width = gdk_paintable_get_intrinsic_width (object);
        }
      while (width >= visible.width || width < visible.width - 100);
      pane_fixture_picture (GTK_WIDGET (window), "wide-picture");
      gtk_window_destroy (window);
      iterate ();
    }
  close_document (document);
}

#define MISSING "a-picture-with-quite-a-long-name.png"

/* Instead of a picture that is not there its name is shown. */
static void
test_picture_missing (Fixture *fixture, gconstpointer data)
{
  gint64 id = create (fixture, "1. 一种", NULL);
  g_autoptr (GdkPaintable) picture = cs_matter_picture_new (fixture->service, id, MISSING);
  int frame_width = gdk_paintable_get_intrinsic_width (picture);
  CsDocument *document = open_matter (fixture, id);
  GtkWindow *window = pane_fixture_show (cs_workspace_new (document), 1200, 700);

  while (cs_matter_picture_is_loading (CS_MATTER_PICTURE (picture)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (picture), >, frame_width);
  pane_fixture_picture (GTK_WIDGET (window), "picture-missing");

  gtk_window_destroy (window);
  iterate ();
  g_assert_finalize_object (g_steal_pointer (&picture));
  close_document (document);
}

/* --- what cannot be examined --- */

/* A list of the user's own that cannot be read. */
static void
test_exam_message (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lists = g_build_filename (g_getenv ("CLAIMSMITH_DATA_DIR"), "checklists", NULL);
  g_autofree char *path = g_build_filename (lists, "us.xml", NULL);
  CsDocument *document = pane_fixture_new ("1. 一种泵，包括壳体。\n");
  GtkWindow *window = pane_fixture_show (cs_workspace_new (document), 1200, 700);
  g_autofree char *message = NULL;
  g_autofree char *none = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpint (g_mkdir (lists, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "<checklist", -1, NULL));
  g_object_set (document, "offices", 1u << CS_OFFICE_CN | 1u << CS_OFFICE_US, NULL);
  while (message == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (document, "exam-message", &message, NULL);
    }
  words = g_strconcat ("The draft could not be examined: ", message, NULL);
  g_assert_nonnull (pane_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, words));
  pane_fixture_draw (GTK_WIDGET (window), 2);
  pane_fixture_picture (GTK_WIDGET (window), "exam-message");

  g_object_set (document, "offices", 1u << CS_OFFICE_CN, NULL);
  pane_fixture_wait (document);
  g_object_get (document, "exam-message", &none, NULL);
  g_assert_null (none);

  g_remove (path);
  g_rmdir (lists);
  gtk_window_destroy (window);
  iterate ();
  g_assert_finalize_object (document);
}

/* --- what is left --- */

#define N_ROUNDS 20
#define N_LINES 4000

/* A page of a large draft, with something selected in each part, comes and goes. */
static void
come_and_go (const char *text)
{
  CsDocument *document = pane_fixture_new (text);
  GtkWidget *page = cs_workspace_new (document);
  GtkWindow *window = pane_fixture_show (page, 1200, 700);

  for (guint i = 1; i <= 5; i++)
    {
      select_chars (cs_document_get_buffer (document, CS_PART_CLAIMS), 0, 10 * i);
      iterate ();
    }
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  gtk_window_destroy (window);
  iterate ();
  g_assert_null (page);
  g_assert_finalize_object (document);
}

static void
test_nothing_is_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("1. 一种泵，包括：\n");
  gsize before = 0;

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "部件%u，其设置在壳体的内侧，与其他部件相互连接；\n", i);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      come_and_go (text->str);
      iterate ();
      if (i == 4) /* what is kept for good, is there by now */
        before = mallinfo2 ().uordblks;
    }
  g_test_message ("text %" G_GSIZE_FORMAT ", grown by %" G_GSIZE_FORMAT " in %d rounds", text->len,
                  (gsize)mallinfo2 ().uordblks - before, N_ROUNDS - 5);
  if (mallinfo2 ().uordblks > before) /* not a text a round, let alone its lines */
    g_assert_cmpuint ((mallinfo2 ().uordblks - before) / (N_ROUNDS - 5), <, text->len / 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-test-XXXXXX", NULL);
  int status;

  g_setenv ("CLAIMSMITH_DATA_DIR", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
  pane_fixture_init ();
  ADD ("/ui/document/paste/from-other", test_paste_from_other);
  ADD ("/ui/document/paste/after-close", test_paste_after_close);
  ADD ("/ui/document/paste/pictures", test_paste_pictures);
  ADD ("/ui/document/copy/all", test_copy);
  ADD ("/ui/document/copy/without-picture", test_copy_without_picture);
  ADD ("/ui/document/picture-width", test_picture_width);
  ADD ("/ui/document/picture-missing", test_picture_missing);
  ADD ("/ui/document/exam-message", test_exam_message);
  ADD ("/ui/document/nothing-is-left", test_nothing_is_left);
  status = g_test_run ();
  gtk_source_finalize ();
  g_rmdir (folder);

  return status;
}
