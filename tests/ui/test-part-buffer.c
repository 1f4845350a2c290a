#include <string.h>

#include <adwaita.h>

#include "../../src/app/workspace/cs-object-paintable.h"
#include "../../src/app/workspace/cs-part-buffer.h"
#include "../../src/app/workspace/cs-run-tags.h"
#include "../../src/base/cs-position.h"
#include "../../src/base/cs-text-builder.h"

/* Text from a small notation: _x_ subscript, ^x^ superscript, *x* bold, $ an object. */
static CsText *
rich (const char *notation)
{
  static const char marks[] = "_^*/~#"; /* in the order of CsRunStyle */
  CsTextBuilder *builder = cs_text_builder_new ();
  gsize open[CS_N_RUN_STYLES];
  gboolean is_open[CS_N_RUN_STYLES] = { FALSE };

  for (const char *at = notation; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *mark = strchr (marks, *at);
      gsize now = cs_text_builder_get_n_bytes (builder);

      if (*at == '$')
        cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, "<math/>", "f.png");
      else if (mark == NULL)
        cs_text_builder_append (builder, at, g_utf8_next_char (at) - at);
      else if (is_open[mark - marks])
        cs_text_builder_add_run (builder, open[mark - marks], now, mark - marks);

      if (mark != NULL)
        {
          open[mark - marks] = now;
          is_open[mark - marks] = !is_open[mark - marks];
        }
    }

  return cs_text_builder_end (builder);
}

/* What the reports of a buffer say its text must be by now. */
typedef struct
{
  CsText *text;
  guint n_edits;
  guint at_char; /* of the last one */
  CsText *removed;
  CsText *inserted;
} Mirror;

static CsText *
splice_chars (CsText *text, guint at_char, CsText *removed, CsText *inserted)
{
  const char *string = cs_text_get_string (text);
  gsize start = cs_position_to_bytes (string, cs_text_get_n_bytes (text), at_char);
  gsize end = start + cs_text_get_n_bytes (removed);
  g_autoptr (CsText) there = cs_text_slice (text, start, end);

  g_assert_true (cs_text_equal (there, removed));
  return cs_text_splice (text, start, end, inserted);
}

static void
on_edited (CsPartBuffer *buffer, guint at_char, CsText *removed, CsText *inserted, gpointer data)
{
  Mirror *mirror = data;
  CsText *now = splice_chars (mirror->text, at_char, removed, inserted);

  g_clear_pointer (&mirror->text, cs_text_unref);
  g_clear_pointer (&mirror->removed, cs_text_unref);
  g_clear_pointer (&mirror->inserted, cs_text_unref);
  mirror->text = now;
  mirror->n_edits++;
  mirror->at_char = at_char;
  mirror->removed = cs_text_ref (removed);
  mirror->inserted = cs_text_ref (inserted);
}

typedef struct
{
  CsPartBuffer *buffer;
  Mirror mirror;
} Fixture;

static void
fixture_load (Fixture *fixture, const char *notation)
{
  g_autoptr (CsText) text = rich (notation);

  cs_part_buffer_load (fixture->buffer, text);
  g_clear_pointer (&fixture->mirror.text, cs_text_unref);
  fixture->mirror.text = cs_text_ref (text);
  fixture->mirror.n_edits = 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->buffer = cs_part_buffer_new (CS_PART_CLAIMS);
  g_signal_connect (fixture->buffer, "edited", G_CALLBACK (on_edited), &fixture->mirror);
  fixture_load (fixture, "");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->buffer); /* GTK 4.8 keeps a buffer forever that has had a selection */
  g_clear_pointer (&fixture->mirror.text, cs_text_unref);
  g_clear_pointer (&fixture->mirror.removed, cs_text_unref);
  g_clear_pointer (&fixture->mirror.inserted, cs_text_unref);
}

static void
assert_mirrored (Fixture *fixture)
{
  g_assert_true (cs_text_equal (cs_part_buffer_get_text (fixture->buffer), fixture->mirror.text));
}

static void
assert_text (Fixture *fixture, const char *notation)
{
  g_autoptr (CsText) expected = rich (notation);

  g_assert_cmpstr (cs_text_get_string (cs_part_buffer_get_text (fixture->buffer)), ==,
                   cs_text_get_string (expected));
  g_assert_true (cs_text_equal (cs_part_buffer_get_text (fixture->buffer), expected));
  assert_mirrored (fixture);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "1. 一种流体计量装置，包括壳体（10）。",
    "浓度为10^-7^ mol/L的H_2_SO_4_溶液",
    "_全部_",
    "$",
    "$$公式$\n$",
    "*粗_下*标_😀^上^",
    "#技术领域#\n本发明涉及\t*泵*。\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      fixture_load (fixture, texts[i]);
      assert_text (fixture, texts[i]);
      g_assert_cmpuint (fixture->mirror.n_edits, ==, 0);
    }
}

static void
type_at (Fixture *fixture, guint at_char, const char *letters)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &iter, at_char);
  gtk_text_buffer_insert_interactive (GTK_TEXT_BUFFER (fixture->buffer), &iter, letters, -1, TRUE);
}

static void
select_chars (Fixture *fixture, guint start_char, guint end_char)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, start_char);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, end_char);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  fixture_load (fixture, "H_24_O");
  type_at (fixture, 2, "1"); /* inside the run: part of it */
  assert_text (fixture, "H_214_O");
  type_at (fixture, 4, "x"); /* at its end: behind it */
  assert_text (fixture, "H_214_xO");
  type_at (fixture, 1, "y"); /* at its start: before it */
  assert_text (fixture, "Hy_214_xO");
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 3);
}

static void
test_cleaning (Fixture *fixture, gconstpointer data)
{
  type_at (fixture, 0,
           "a\r\nb\rc\xe2\x80\xa8"
           "d\x01" CS_OBJECT_CHARACTER "e");
  assert_text (fixture, "a\nb\nc\nde");
  type_at (fixture, 0, CS_OBJECT_CHARACTER);
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 1);
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  fixture_load (fixture, "abcdef\nghi");
  select_chars (fixture, 1, 5);
  cs_part_buffer_toggle_style (fixture->buffer, CS_RUN_SUP);
  assert_text (fixture, "a^bcde^f\nghi");
  select_chars (fixture, 2, 3);
  cs_part_buffer_toggle_style (fixture->buffer, CS_RUN_SUB);
  assert_text (fixture, "a^b^_c_^de^f\nghi");
  select_chars (fixture, 2, 3);
  cs_part_buffer_toggle_style (fixture->buffer, CS_RUN_SUB);
  assert_text (fixture, "a^b^c^de^f\nghi");
  select_chars (fixture, 8, 8);
  cs_part_buffer_toggle_style (fixture->buffer, CS_RUN_HEADING);
  assert_text (fixture, "a^b^c^de^f\n#ghi#");
  cs_part_buffer_toggle_style (fixture->buffer, CS_RUN_BOLD); /* of nothing */
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 4);
}

static void
undo_last (Fixture *fixture)
{
  g_autoptr (CsText) removed = cs_text_ref (fixture->mirror.removed);
  g_autoptr (CsText) inserted = cs_text_ref (fixture->mirror.inserted);
  guint at_char = fixture->mirror.at_char;

  cs_part_buffer_replace (fixture->buffer, at_char,
                          at_char + g_utf8_strlen (cs_text_get_string (inserted), -1), removed);
}

static void
test_undo_of_joined_runs (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextIter start, end;

  fixture_load (fixture, "x_aa_b_cc_y");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 3);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 4);
  gtk_text_buffer_delete (buffer, &start, &end);
  assert_text (fixture, "x_aacc_y");
  undo_last (fixture);
  assert_text (fixture, "x_aa_b_cc_y");
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsText) insert = rich ("_n_$");

  fixture_load (fixture, "*abcdef*");
  cs_part_buffer_replace (fixture->buffer, 2, 4, insert);
  assert_text (fixture, "*ab_n_$ef*");
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 1);
  cs_part_buffer_replace (fixture->buffer, 0, 6, NULL);
  assert_text (fixture, "");
}

static void
wait_for_edit (Fixture *fixture)
{
  guint before = fixture->mirror.n_edits;

  while (fixture->mirror.n_edits == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  fixture_load (fixture, "水H_2_O$式");
  select_chars (fixture, 1, 5);
  cs_part_buffer_copy (fixture->buffer, clipboard);
  select_chars (fixture, 6, 6);
  cs_part_buffer_paste (fixture->buffer, clipboard);
  wait_for_edit (fixture);
  assert_text (fixture, "水H_2_O$式H_2_O$");

  gdk_clipboard_set_text (clipboard, "外\r\n来" CS_OBJECT_CHARACTER);
  select_chars (fixture, 0, 1);
  cs_part_buffer_paste (fixture->buffer, clipboard);
  wait_for_edit (fixture);
  assert_text (fixture, "外\n来H_2_O$式H_2_O$");
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 2);
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  fixture_load (fixture, "水H_2_$式末");
  select_chars (fixture, 1, 4);
  g_assert_false (cs_part_buffer_drop (fixture->buffer, fixture->buffer, 2, TRUE));
  g_assert_true (cs_part_buffer_drop (fixture->buffer, fixture->buffer, 5, TRUE));
  assert_text (fixture, "水式H_2_$末");
  select_chars (fixture, 2, 5);
  g_assert_true (cs_part_buffer_drop (fixture->buffer, fixture->buffer, 0, TRUE));
  assert_text (fixture, "H_2_$水式末");
  select_chars (fixture, 1, 3);
  g_assert_true (cs_part_buffer_drop (fixture->buffer, fixture->buffer, 6, FALSE));
  assert_text (fixture, "H_2_$水式末_2_$");
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 3);
}

static void
on_string (GObject *source, GAsyncResult *result, gpointer data)
{
  char **letters = data;

  *letters = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_letters_for_others (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autofree char *letters = NULL;

  fixture_load (fixture, "a_2_$b");
  select_chars (fixture, 0, 4);
  cs_part_buffer_copy (fixture->buffer, clipboard);
  gdk_clipboard_read_text_async (clipboard, NULL, on_string, &letters);
  while (letters == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (letters, ==, "a2[Formula]b");
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  GInputStream **stream = data;

  *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_assert_nonnull (*stream);
}

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >=, 0);
  *done = TRUE;
}

/* What @clipboard gives as HTML. */
static char *
read_html (GdkClipboard *clipboard)
{
  static const char *types[] = { "text/html", NULL };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  gboolean done = FALSE;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_stream, &stream);
  while (stream == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_html_for_others (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autofree char *html = NULL;

  fixture_load (fixture, "浓度10^-7^和H_2_<O");
  select_chars (fixture, 0, 10);
  cs_part_buffer_copy (fixture->buffer, clipboard);
  html = read_html (clipboard);
  g_assert_nonnull (strstr (html, "浓度10<sup>-7</sup>和H<sub>2</sub>&lt;"));
}

static void
offer (GdkClipboard *clipboard, const char *type, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  g_autoptr (GdkContentProvider) html = gdk_content_provider_new_for_bytes (type, bytes);
  GdkContentProvider *both[2] = { g_steal_pointer (&html),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, "plain") };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (both, 2);

  gdk_clipboard_set_content (clipboard, all);
}

static void
test_html_of_others (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autoptr (CsText) before = NULL;

  fixture_load (fixture, "水。");
  before = cs_text_ref (cs_part_buffer_get_text (fixture->buffer));
  offer (clipboard, "text/html", "<p>H<sub>2</sub>O, 10<sup>-7</sup> <b>x</b><script>y</script>");
  select_chars (fixture, 0, 1);
  cs_part_buffer_paste (fixture->buffer, clipboard);
  wait_for_edit (fixture);
  assert_text (fixture, "H_2_O, 10^-7^ *x*。");

  /* One change, which one undo takes back. */
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 1);
  cs_part_buffer_replace (fixture->buffer, fixture->mirror.at_char,
                          fixture->mirror.at_char +
                              g_utf8_strlen (cs_text_get_string (fixture->mirror.inserted), -1),
                          fixture->mirror.removed);
  g_assert_true (cs_text_equal (cs_part_buffer_get_text (fixture->buffer), before));
}

/* A copied picture comes with HTML that has no text: then whatever else there is. */
static void
test_empty_html (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  fixture_load (fixture, "ab");
  offer (clipboard, "text/html", "<meta charset='utf-8'><img src='http://example.org/x.png'>");
  select_chars (fixture, 1, 1);
  cs_part_buffer_paste (fixture->buffer, clipboard);
  wait_for_edit (fixture);
  assert_text (fixture, "aplainb");
}

/* --- objects --- */

static void
on_size (GdkPaintable *paintable, gpointer data)
{
  gboolean *changed = data;

  *changed = TRUE;
}

static GdkPaintable *
draw_object (CsObjectKind kind, const char *payload)
{
  CsInlineObject object = { 0, kind, (char *)payload, NULL };
  CsObjectPaintable *paintable = cs_object_paintable_new (&object, NULL);
  int width = gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (paintable));
  gboolean changed = FALSE;
  gulong handler =
      g_signal_connect (paintable, "invalidate-size", G_CALLBACK (on_size), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (paintable, handler);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (paintable)), !=, width);

  return GDK_PAINTABLE (paintable);
}

static void
test_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPaintable) formula = draw_object (
      CS_OBJECT_FORMULA, "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn>"
                         "</mfrac></math>");
  g_autoptr (GdkPaintable) table =
      draw_object (CS_OBJECT_TABLE, "<table><tr><td>a</td><td>b</td></tr></table>");
  int width = gdk_paintable_get_intrinsic_width (formula);
  int height = gdk_paintable_get_intrinsic_height (formula);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  g_assert_cmpint (height, >, 20); /* a fraction, higher than a line */
  g_assert_cmpint (width, <, 80);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (table), >, 200);

  gdk_paintable_snapshot (formula, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);

  cs_object_paintable_set_max_width (CS_OBJECT_PAINTABLE (table), 100);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (table), ==, 100);
}

/* --- any change at all --- */

static CsText *
random_text (void)
{
  static const char *const pieces[] = { "a", "权利", "_2_", "^x^", "*粗_b_*", "$", "\n", "😀", "" };
  g_autoptr (GString) notation = g_string_new (NULL);

  for (gint32 n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (notation, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return rich (notation->str);
}

static void
change_anything (Fixture *fixture, gint32 start_char, gint32 end_char)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  CsRunStyle style = g_test_rand_int_range (0, CS_N_RUN_STYLES);
  g_autoptr (CsText) insert = random_text ();
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, start_char);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, end_char);
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      type_at (fixture, start_char, "打b");
      break;
    case 1:
      gtk_text_buffer_delete (buffer, &start, &end);
      break;
    case 2:
      gtk_text_buffer_apply_tag (buffer, cs_run_tags_get (table, style), &start, &end);
      break;
    case 3:
      gtk_text_buffer_remove_tag (buffer, cs_run_tags_get (table, style), &start, &end);
      break;
    case 4:
      gtk_text_buffer_backspace (buffer, &end, TRUE, TRUE);
      break;
    case 5:
      select_chars (fixture, start_char, end_char);
      cs_part_buffer_toggle_style (fixture->buffer, style);
      break;
    default:
      cs_part_buffer_replace (fixture->buffer, start_char, end_char, insert);
      break;
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  fixture_load (fixture, "1. 一种H_2_O装置$，10^-7^。\n2. *根据*权利要求1");
  for (guint i = 0; i < 2000; i++)
    {
      gint32 n_chars = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (fixture->buffer));
      gint32 start_char = g_test_rand_int_range (0, n_chars + 1);
      gint32 n_wanted = g_test_rand_int_range (0, 12); /* MIN() would draw twice */
      gint32 end_char = MIN (start_char + n_wanted, n_chars);
      g_autoptr (CsText) before = cs_text_ref (cs_part_buffer_get_text (fixture->buffer));
      guint n_edits = fixture->mirror.n_edits;

      change_anything (fixture, start_char, end_char);
      assert_mirrored (fixture);
      if (fixture->mirror.n_edits != n_edits + 1)
        continue;

      undo_last (fixture);
      g_assert_true (cs_text_equal (cs_part_buffer_get_text (fixture->buffer), before));
      change_anything (fixture, start_char, end_char);
      assert_mirrored (fixture);
    }
}

static void
test_marks_are_no_edits (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fixture->buffer);
  GtkTextTag *mark = gtk_text_buffer_create_tag (buffer, "mark", NULL);
  GtkTextIter start, end;

  fixture_load (fixture, "a_2_b");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, mark, &start, &end);
  assert_text (fixture, "a_2_b");
  g_assert_cmpuint (fixture->mirror.n_edits, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/part-buffer/round-trip", test_round_trip);
  ADD ("/part-buffer/typing", test_typing);
  ADD ("/part-buffer/cleaning", test_cleaning);
  ADD ("/part-buffer/toggle", test_toggle);
  ADD ("/part-buffer/undo-of-joined-runs", test_undo_of_joined_runs);
  ADD ("/part-buffer/replace", test_replace);
  ADD ("/part-buffer/clipboard", test_clipboard);
  ADD ("/part-buffer/letters-for-others", test_letters_for_others);
  ADD ("/part-buffer/html-for-others", test_html_for_others);
  ADD ("/part-buffer/html-of-others", test_html_of_others);
  ADD ("/part-buffer/empty-html", test_empty_html);
  ADD ("/part-buffer/drawn", test_drawn);
  ADD ("/part-buffer/drop", test_drop);
  ADD ("/part-buffer/random", test_random);
  ADD ("/part-buffer/marks-are-no-edits", test_marks_are_no_edits);
  return g_test_run ();
}
