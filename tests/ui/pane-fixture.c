#include "pane-fixture.h"

#include <libintl.h>
#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/formats/cs-reader.h"

#define BASE "/io/github/claimsmith/Claimsmith"

static gboolean
take_draft (const CsReadItem *item, gpointer data)
{
  CsDraft **draft = data;

  g_assert_no_error (item->error);
  *draft = cs_draft_ref (item->draft);
  return FALSE;
}

/* The cursor goes where an editor would put it. */
static void
on_go_to (CsDocument *document, guint part, guint start, guint end, gboolean focus, gpointer data)
{
  cs_document_set_cursor (document, part, start);
}

CsDocument *
pane_fixture_new (const char *text)
{
  g_autoptr (CsDraft) read = NULL;
  g_autoptr (GError) error = NULL;
  CsMatter *matter = g_new0 (CsMatter, 1);
  CsDocument *document;
  CsOffice office;

  cs_read_bytes ("fixture.txt", text, strlen (text), &(CsReader){ take_draft, &read }, NULL,
                 &error);
  g_assert_no_error (error);
  matter->draft = cs_draft_new_editable (read, &error);
  g_assert_no_error (error);
  matter->info = g_new0 (CsMatterInfo, 1);
  matter->info->name = g_strdup ("流体计量装置");
  matter->info->reference = g_strdup ("CW-2026-014");
  matter->info->language = matter->draft->language;
  office = g_str_equal (matter->draft->language, "zh") ? CS_OFFICE_CN : CS_OFFICE_US;
  matter->info->offices = 1u << office;
  matter->draft->request->office = office;
  matter->draft->request->type = CS_TYPE_INVENTION;
  document = cs_document_new (NULL, matter);
  g_signal_connect (document, "go-to", G_CALLBACK (on_go_to), NULL);
  pane_fixture_wait (document);

  return document;
}

void
pane_fixture_wait (CsDocument *document)
{
  const CsFindingView *old = cs_document_get_view (document);

  if (old != NULL && !cs_document_is_stale (document))
    while (cs_document_get_view (document) == old)
      g_main_context_iteration (NULL, TRUE);
  while (cs_document_is_stale (document))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
pane_fixture_draw (GtkWidget *widget, guint n_frames)
{
  gtk_widget_add_tick_callback (widget, count_frame, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL)) /* rows are made bit by bit */
    g_main_context_iteration (NULL, FALSE);
}

GtkWindow *
pane_fixture_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  pane_fixture_draw (GTK_WIDGET (window), 4);

  return window;
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  const char *text = NULL;

  if (words == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));

  return g_strcmp0 (text, words) == 0;
}

GtkWidget *
pane_fixture_find (GtkWidget *root, GType type, const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) &&
      says (root, words))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pane_fixture_find (child, type, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
pane_fixture_picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("CLAIMSMITH_SCREENSHOTS");
  GtkNative *native = gtk_widget_get_native (widget);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;

  if (folder == NULL)
    return;

  pane_fixture_draw (widget, 4);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static void
add_style (const char *name)
{
  g_autofree char *path = g_strconcat (BASE "/", name, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
pane_fixture_init (void)
{
  const char *locale = g_getenv ("CLAIMSMITH_LOCALE_DIR");

  if (locale != NULL)
    {
      bindtextdomain (GETTEXT_PACKAGE, locale);
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    }
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    BASE "/icons");
  add_style ("style.css");
  if (g_getenv ("CLAIMSMITH_DARK") != NULL)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          ADW_COLOR_SCHEME_FORCE_DARK);
      add_style ("style-dark.css");
    }
  add_style ("ui/workspace.css");
}
