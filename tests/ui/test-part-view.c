#include <string.h>

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "../../src/app/workspace/cs-find-bar.h"
#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/draft/cs-draft-compose.h"

/* An editor in a window, with a document that is examined for real. */
typedef struct
{
  CsDocument *document;
  GtkWidget *window;
  CsPartView *view;
  GtkTextBuffer *buffer;
} Fixture;

static const char claims_zh[] =
    "1. 一种流体计量装置，其特征在于，包括：\n"
    "壳体（10）和设置在所述壳体（10）内的计量腔（20）；\n"
    "柔性隔膜（30），将所述计量腔（20）分隔为液室（21）和气室（22），体积为10cm3。\n"
    "2. 根据权利要求1所述的流体计量装置，其特征在于，所述柔性隔膜（30）的厚度约为0.3 mm。\n"
    "3. 根据权利要求1所述的流体计量装置，其特征在于，还包括控制器（50），例如单片机。\n"
    "4. 根据权利要求1或2所述的流体计量装置，其特征在于，所述气室（22）连接有微型气泵（60）。\n"
    "5. 根据权利要求3或4所述的流体计量装置，其特征在于，所述液室（21）的内壁涂覆有疏水层。\n"
    "6. 根据权利要求9所述的流体计量装置，其特征在于，所述控制器（50）停机后关阀\n";

static CsMatter *
make_matter (const char *claims)
{
  CsMatter *matter = g_new0 (CsMatter, 1);
  gboolean english = g_str_has_prefix (claims, "1. A");
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { NULL };
  g_autoptr (CsText) text = cs_text_new (claims, strlen (claims));
  g_autoptr (CsText) empty = cs_text_new ("", 0);

  request->office = english ? CS_OFFICE_US : CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  texts[CS_PART_TITLE] = texts[CS_PART_ABSTRACT] = texts[CS_PART_DESCRIPTION] = empty;
  texts[CS_PART_CLAIMS] = text;
  matter->draft = cs_draft_compose (NULL, texts, request, NULL);
  g_assert_nonnull (matter->draft);
  matter->info = g_new0 (CsMatterInfo, 1);
  matter->info->name = g_strdup ("流体计量装置");
  matter->info->reference = g_strdup ("");
  matter->info->language = english ? "en" : "zh";

  return matter;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
wait_for_exam (Fixture *fixture)
{
  while (cs_document_is_stale (fixture->document))
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *claims = data == NULL ? claims_zh : data;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->document = cs_document_new (NULL, make_matter (claims));
  fixture->view = CS_PART_VIEW (cs_part_view_new (fixture->document, CS_PART_CLAIMS));
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  adw_window_set_content (ADW_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  wait_for_exam (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *)&fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
  g_assert_null (fixture->view);
  g_object_unref (fixture->document);
}

/* --- what one sees --- */

static guint
find_char (Fixture *fixture, const char *words)
{
  GtkTextIter start, found;

  gtk_text_buffer_get_start_iter (fixture->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &found, NULL, NULL));
  return gtk_text_iter_get_offset (&found);
}

/* Whether a tag at @at_char sets @property. */
static gboolean
shows (Fixture *fixture, guint at_char, const char *property)
{
  g_autofree char *is_set = g_strconcat (property, "-set", NULL);
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, at_char);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean set;

      g_object_get (l->data, is_set, &set, NULL);
      if (set)
        return TRUE;
    }

  return FALSE;
}

static PangoUnderline
get_underline (Fixture *fixture, guint at_char)
{
  g_autoptr (GSList) tags = NULL;
  PangoUnderline underline = PANGO_UNDERLINE_NONE;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, at_char);
  tags = gtk_text_iter_get_tags (&iter); /* by ascending priority */
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      gboolean set;

      g_object_get (l->data, "underline-set", &set, NULL);
      if (set)
        g_object_get (l->data, "underline", &underline, NULL);
    }

  return underline;
}

static void
save_native (GtkNative *native, const char *name)
{
  const char *folder = g_getenv ("CLAIMSMITH_SCREENSHOTS");
  g_autofree char *file = NULL;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (native));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (native)),
                          gtk_widget_get_height (GTK_WIDGET (native)));
  node = gtk_snapshot_free_to_node (snapshot);
  if (folder == NULL || node == NULL)
    return;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, NULL);
  file = g_build_filename (folder, name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

/* Keeps a picture of the window for people to look at, where they ask for one. */
static void
snap (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  save_native (GTK_NATIVE (fixture->window), name);
}

static void
snap_card (Fixture *fixture, const char *name)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  while (child != NULL && !GTK_IS_POPOVER (child))
    child = gtk_widget_get_prev_sibling (child);
  g_assert_nonnull (child);
  save_native (GTK_NATIVE (child), name);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  guint reference = find_char (fixture, "权利要求1所述");

  snap (fixture, "part-view.png");
  g_assert_true (shows (fixture, 0, "weight")); /* the number */
  g_assert_true (shows (fixture, reference, "foreground"));
  g_assert_true (shows (fixture, reference + 4, "foreground"));
  g_assert_false (shows (fixture, reference + 5, "foreground"));
  g_assert_true (shows (fixture, find_char (fixture, "（10）"), "foreground"));
  g_assert_true (shows (fixture, find_char (fixture, "其特征在于"), "foreground"));
  g_assert_false (shows (fixture, find_char (fixture, "壳体"), "foreground"));
  g_assert_cmpint (get_underline (fixture, find_char (fixture, "例如")), !=, PANGO_UNDERLINE_NONE);
  g_assert_cmpint (get_underline (fixture, find_char (fixture, "9所述")), ==,
                   PANGO_UNDERLINE_ERROR);
}

static void
press_letters (Fixture *fixture, guint at_char, const char *letters)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, at_char);
  gtk_text_buffer_insert_interactive (fixture->buffer, &iter, letters, -1, TRUE);
}

static void
test_marks_move (Fixture *fixture, gconstpointer data)
{
  guint at = find_char (fixture, "9所述");

  press_letters (fixture, 2, "新");
  g_assert_true (cs_document_is_stale (fixture->document));
  g_assert_cmpint (get_underline (fixture, at), ==, PANGO_UNDERLINE_NONE);
  g_assert_cmpint (get_underline (fixture, at + 1), ==, PANGO_UNDERLINE_ERROR);
  wait_for_exam (fixture);
  g_assert_cmpint (get_underline (fixture, at + 1), ==, PANGO_UNDERLINE_ERROR);

  gtk_text_buffer_set_enable_undo (fixture->buffer, FALSE);
  cs_part_buffer_replace (CS_PART_BUFFER (fixture->buffer), at + 1, at + 2, NULL);
  press_letters (fixture, at + 1, "3");
  wait_for_exam (fixture);
  g_assert_cmpint (get_underline (fixture, at + 1), ==, PANGO_UNDERLINE_NONE);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  guint at = find_char (fixture, "9所述");
  const CsFindingEntry *entry =
      cs_document_find_entry (fixture->document, CS_PART_CLAIMS, at);

  g_assert_nonnull (entry);
  g_assert_false (shows (fixture, at, "background"));
  cs_document_choose (fixture->document, entry, FALSE);
  iterate ();
  g_assert_true (shows (fixture, at, "background"));
  snap (fixture, "part-view-chosen.png");
  cs_document_choose (fixture->document, NULL, FALSE);
  iterate ();
  g_assert_false (shows (fixture, at, "background"));
}

static void
test_show_range (Fixture *fixture, gconstpointer data)
{
  guint at = find_char (fixture, "疏水层");
  GtkTextIter start, end;
  guint unit;

  cs_part_view_show_range (fixture->view, at, at + 3);
  g_assert_true (gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, at);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, at + 3);
  g_object_get (fixture->document, "unit", &unit, NULL);
  g_assert_cmpuint (unit, ==, 4);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  guint at = find_char (fixture, "权利要求1或2");

  cs_part_view_show_range (fixture->view, 0, 0);
  g_assert_false (cs_part_view_show_card (fixture->view)); /* nothing to tell */
  cs_part_view_show_range (fixture->view, at, at);
  g_assert_true (cs_part_view_show_card (fixture->view));
  snap_card (fixture, "part-view-card.png");
  cs_part_view_show_range (fixture->view, find_char (fixture, "例如"), 0);
  g_assert_true (cs_part_view_show_card (fixture->view));
  snap_card (fixture, "part-view-card-finding.png");
}

static void
on_go_to (CsDocument *document, guint part, guint start, guint end, gboolean focus, guint *at)
{
  *at = start;
}

static void
test_go_to_claim (Fixture *fixture, gconstpointer data)
{
  guint at = find_char (fixture, "权利要求1或2");
  guint gone_to = G_MAXUINT;

  g_signal_connect (fixture->document, "go-to", G_CALLBACK (on_go_to), &gone_to);
  cs_part_view_show_range (fixture->view, at + 6, at + 6); /* on the 2 */
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "part.go-to-claim", NULL);
  g_assert_cmpuint (gone_to, ==, find_char (fixture, "2. 根据"));
}

static void
test_composing (Fixture *fixture, gconstpointer data)
{
  gboolean composing;

  g_signal_emit_by_name (fixture->view, "preedit-changed", "ni'hao");
  g_assert_true (cs_part_view_is_composing (fixture->view));
  g_signal_emit_by_name (fixture->view, "preedit-changed", "");
  g_object_get (fixture->view, "composing", &composing, NULL);
  g_assert_false (composing);
}

/* --- a long text has tags only where one looks --- */

static char *
make_long_claims (guint n_claims)
{
  GString *claims = g_string_new ("1. 一种装置，其特征在于，包括壳体（10）、计量腔（20）。\n");

  for (guint i = 2; i <= n_claims; i++)
    g_string_append_printf (claims,
                            "%u. 根据权利要求%u所述的装置，其特征在于，所述壳体（10）的厚度约为%u "
                            "mm，例如大约%u mm，优选的计量腔（20）的容积，较大，其余部分与壳体（10）"
                            "连接，并与计量腔（20）相连，进一步包括密封圈（%u）。\n",
                            i, i - 1, i, i + 1, i + 30);

  return g_string_free (claims, FALSE);
}

static void
test_only_visible (Fixture *fixture, gconstpointer data)
{
  guint last = find_char (fixture, "200. 根据");
  GtkTextIter end;

  g_assert_true (shows (fixture, 0, "weight"));
  /* one fault throughout is one finding, and marked wherever it is */
  g_assert_cmpint (get_underline (fixture, find_char (fixture, "约为3 mm")), !=,
                   PANGO_UNDERLINE_NONE);
  g_assert_false (shows (fixture, last, "weight"));
  gtk_text_buffer_get_end_iter (fixture->buffer, &end);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (fixture->view), &end, 0, FALSE, 0, 0);
  for (guint i = 0; i < 20 && !shows (fixture, last, "weight"); i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (shows (fixture, last, "weight"));
  g_assert_false (shows (fixture, 0, "weight"));
}

/* --- finding --- */

static GtkWidget *
find_widget (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
on_found (CsDocument *document, guint part, guint start, guint end, gboolean focus, gpointer view)
{
  cs_part_view_show_range (view, start, end);
}

static GtkWidget *
open_bar (Fixture *fixture)
{
  GtkWidget *bar = cs_find_bar_new (fixture->document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = adw_window_get_content (ADW_WINDOW (fixture->window));

  g_object_ref (scrolled);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_object_unref (scrolled);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  g_signal_connect_object (fixture->document, "go-to", G_CALLBACK (on_found), fixture->view, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  cs_part_view_show_range (fixture->view, 0, 0);
  cs_find_bar_open (CS_FIND_BAR (bar), TRUE);

  return bar;
}

static void
look_for (GtkWidget *bar, const char *words)
{
  GtkWidget *entry = find_widget (bar, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  iterate ();
}

static const char *
get_count (GtkWidget *bar)
{
  return gtk_label_get_text (GTK_LABEL (find_widget (bar, "count")));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = open_bar (fixture);
  GtkTextIter start, end;

  look_for (bar, "隔膜");
  g_assert_cmpstr (get_count (bar), ==, "1 of 2");
  g_signal_emit_by_name (find_widget (bar, "next"), "clicked");
  iterate ();
  g_assert_cmpstr (get_count (bar), ==, "2 of 2");
  snap (fixture, "find-bar.png");
  g_assert_true (shows (fixture, find_char (fixture, "隔膜（30），将"), "background"));
  gtk_text_buffer_get_selection_bounds (fixture->buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, find_char (fixture, "隔膜（30）的厚度"));
  look_for (bar, "没有的");
  g_assert_cmpstr (get_count (bar), ==, "0");

  cs_find_bar_close (CS_FIND_BAR (bar));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (fixture->view));
}

static void
test_replace_all (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = open_bar (fixture);
  g_autoptr (CsText) before =
      cs_text_ref (cs_part_buffer_get_text (CS_PART_BUFFER (fixture->buffer)));

  look_for (bar, "壳体");
  gtk_editable_set_text (GTK_EDITABLE (find_widget (bar, "replacement")), "外壳体");
  g_signal_emit_by_name (find_widget (bar, "replace_all"), "clicked");
  iterate ();
  find_char (fixture, "外壳体（10）和设置在所述外壳体（10）");

  cs_document_undo (fixture->document); /* one step */
  g_assert_true (
      cs_text_equal (cs_part_buffer_get_text (CS_PART_BUFFER (fixture->buffer)), before));
}

/* --- how it looks --- */

static const char claims_en[] =
    "1. A fluid metering device, comprising: a housing (10); a metering chamber (20) arranged in "
    "the housing; a flexible diaphragm (30) dividing the metering chamber into a liquid space (21) "
    "and a gas space (22).\n"
    "2. The fluid metering device of claim 1, wherein the flexible diaphragm has a thickness of "
    "about 0.3 mm.\n"
    "3. The fluid metering device of claim 1, further comprising a controller (50) connected to "
    "the displacement sensor, e.g. by wire.\n"
    "4. The fluid metering device of claims 1 and 2, wherein a micro pump (60), such as a piezo "
    "pump, is connected to the gas space\n"
    "5. The device of claim 7, wherein the controller closes the inlet valve.\n";

static void
get_reference_color (Fixture *fixture, guint at_char, GdkRGBA *color)
{
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &iter, at_char);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      g_autoptr (GdkRGBA) rgba = NULL;

      g_object_get (l->data, "foreground-rgba", &rgba, NULL);
      if (rgba != NULL)
        *color = *rgba;
    }
}

/* What AdwApplication does in the program. */
static GtkCssProvider *
load_style (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/claimsmith/Claimsmith/", name, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

static void
test_dark (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  guint at = find_char (fixture, "claim 1");
  g_autoptr (GtkCssProvider) dark_style = NULL;
  GdkRGBA light = { 0 };
  GdkRGBA dark = { 0 };

  snap (fixture, "part-view-en.png");
  get_reference_color (fixture, at, &light);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  dark_style = load_style ("style-dark.css");
  snap (fixture, "part-view-en-dark.png");
  get_reference_color (fixture, at, &dark);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (dark_style));
  iterate ();
  g_assert_false (gdk_rgba_equal (&light, &dark));
  g_assert_cmpfloat (light.green, <, dark.green);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GtkCssProvider) style = NULL;
  g_autofree char *many = make_long_claims (200);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_source_init ();
  style = load_style ("style.css");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/claimsmith/Claimsmith/icons");
  ADD ("/part-view/marks", test_marks);
  ADD ("/part-view/marks-move", test_marks_move);
  ADD ("/part-view/choose", test_choose);
  ADD ("/part-view/show-range", test_show_range);
  ADD ("/part-view/card", test_card);
  ADD ("/part-view/go-to-claim", test_go_to_claim);
  ADD ("/part-view/composing", test_composing);
  g_test_add ("/part-view/only-visible", Fixture, many, set_up, test_only_visible, tear_down);
  g_test_add ("/part-view/dark", Fixture, claims_en, set_up, test_dark, tear_down);
  ADD ("/part-view/find", test_find);
  ADD ("/part-view/replace-all", test_replace_all);
  return g_test_run ();
}
