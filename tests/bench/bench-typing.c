#include <stdlib.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/app/workspace/cs-workspace.h"
#include "../../src/draft/cs-draft-compose.h"
#include "loop-meter.h"

/* Types into a draft of 200 claims with many findings, and into a bare GtkSourceView with the same
 * text, in the same run: what the main loop does between two polls, in CPU time of its thread, with
 * and without the frames GTK draws; and how long after the last key the findings are on the
 * screen. */

#define N_CLAIMS 200
#define N_KEYS 500
#define KEY_EVERY_MS 30
#define GIVE_UP_MS 2000 /* a draft whose findings do not come */

typedef struct
{
  GMainLoop *loop;
  GtkWidget *window;
  GtkWidget *view;
  CsDocument *document; /* NULL in the bare window */
  guint n_keys;
  gint64 last_key_us;
  gint64 shown_us;
} Typist;

/* --- typing --- */

static void
on_frame_ends (GdkFrameClock *clock, Typist *typist)
{
  if (typist->document != NULL && typist->n_keys == N_KEYS && typist->shown_us == 0 &&
      !cs_document_is_stale (typist->document))
    typist->shown_us = g_get_monotonic_time ();
}

static char *
make_claims (void)
{
  GString *claims = g_string_new ("1. 一种流体计量装置，其特征在于，包括壳体（10）和设置在所述壳体（10）内的计量腔"
                                  "（20），所述计量腔（20）由柔性隔膜（30）分隔为液室（21）和气室（22）。\n");

  for (guint i = 2; i <= N_CLAIMS; i++)
    g_string_append_printf (
        claims,
        "%u. 根据权利要求%u或%u所述的流体计量装置，其特征在于，所述柔性隔膜（30）的厚度约为0.3mm，"
        "优选为0.25mm，所述气室（22）连接有微型气泵（60），例如压电气泵，所述液室（21）设有进液阀"
        "（23）和出液阀（24），所述出液阀（24）大致位于所述壳体（10）的下端，等等，所述控制器（50）"
        "根据所述位移传感器（40）的信号控制所述出液阀（24）的开启时间；所述液室（21）的内壁涂覆有疏水层。\n",
        i, i > 2 ? i - 2 : 1, i - 1);

  return g_string_free (claims, FALSE);
}

static gboolean
give_up (gpointer data)
{
  g_main_loop_quit (((Typist *)data)->loop);

  return G_SOURCE_REMOVE;
}

static gboolean
type_key (gpointer data)
{
  static const char keys[] = "seal ";
  Typist *typist = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (typist->view));

  gtk_text_buffer_insert_interactive_at_cursor (buffer, &keys[typist->n_keys % 5], 1, TRUE);
  typist->n_keys++;
  typist->last_key_us = g_get_monotonic_time ();
  if (typist->n_keys < N_KEYS)
    return G_SOURCE_CONTINUE;

  g_timeout_add (GIVE_UP_MS, give_up, typist);

  return G_SOURCE_REMOVE;
}

static gboolean
end_warm_up (gpointer data)
{
  Typist *typist = data;

  loop_meter_reset ();
  g_timeout_add (KEY_EVERY_MS, type_key, typist);

  return G_SOURCE_REMOVE;
}

/* Once, before anything is typed: the list of the outline makes some 200 rows anew around the claim
 * with the cursor. */
static void
jump (CsDocument *document)
{
  gint64 began_ns;

  while (cs_document_is_stale (document))
    g_main_context_iteration (NULL, TRUE);
  began_ns = loop_meter_cpu_ns ();
  cs_document_set_cursor (document, CS_PART_CLAIMS,
                          cs_document_map_unit (document, CS_PART_CLAIMS, 2, NULL));
  g_print ("to a claim 100 rows down the outline: %.1f ms\n",
           (loop_meter_cpu_ns () - began_ns) / 1e6);
}

static void
run_typist (Typist *typist)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (typist->view));
  GdkFrameClock *clock;
  GtkTextIter iter;

  gtk_window_set_default_size (GTK_WINDOW (typist->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (typist->window));
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (typist->window)));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_ends), typist);
  loop_meter_watch (typist->window);

  gtk_text_buffer_get_iter_at_line (buffer, &iter, 2);
  gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_iter_backward_char (&iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (typist->view);
  if (typist->document != NULL)
    jump (typist->document);

  g_timeout_add (GIVE_UP_MS, end_warm_up, typist);
  typist->loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (typist->loop);
  g_main_loop_unref (typist->loop);
}

/* --- the two windows --- */

static void
print_figures (const char *name, double *p99)
{
  *p99 = loop_meter_get_ms (TRUE, 99);
  g_print ("%-10s turns %5u: p50 %.2f ms, p99 %.2f ms, max %.2f ms; without frames: p99 %.2f ms, "
           "max %.2f ms\n",
           name, loop_meter_count (), loop_meter_get_ms (TRUE, 50), *p99,
           loop_meter_get_ms (TRUE, 100), loop_meter_get_ms (FALSE, 99),
           loop_meter_get_ms (FALSE, 100));
}

static double
type_bare (const char *claims)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Typist typist = { .window = adw_window_new (), .view = gtk_source_view_new () };
  double p99;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (typist.view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (typist.view)), claims, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), typist.view);
  adw_window_set_content (ADW_WINDOW (typist.window), scrolled);
  run_typist (&typist);
  print_figures ("bare", &p99);
  gtk_window_destroy (GTK_WINDOW (typist.window));

  return p99;
}

static gpointer
make_matter (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  CsNewMatter matter = { .draft = data };
  gint64 id = cs_draft_store_create (store, &matter, error);

  return id == 0 ? NULL : cs_draft_store_load (store, id, error);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  *(CsMatter **)data = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, NULL);
}

static CsDocument *
open_document (CsStoreService *service, const char *claims)
{
  g_autoptr (CsText) text = cs_text_new (claims, strlen (claims));
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { [CS_PART_CLAIMS] = text };
  CsMatter *matter = NULL;
  CsStoreJob job = { .func = make_matter, .free_data = (GDestroyNotify)cs_draft_unref };

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  job.data = cs_draft_compose (NULL, texts, request, NULL);
  cs_store_service_run (service, &job, NULL, on_made, &matter);
  while (matter == NULL)
    g_main_context_iteration (NULL, TRUE);

  return cs_document_new (service, matter);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  if (CS_IS_PART_VIEW (widget) && cs_part_view_get_part (CS_PART_VIEW (widget)) == CS_PART_CLAIMS)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static double
type_draft (const char *claims)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-typing-XXXXXX", NULL);
  g_autoptr (CsStoreService) service = cs_store_service_new (folder);
  g_autoptr (CsDocument) document = open_document (service, claims);
  Typist typist = { .window = adw_window_new (), .document = document };
  GtkWidget *workspace = cs_workspace_new (document);
  double p99;

  typist.view = find_view (workspace);
  adw_window_set_content (ADW_WINDOW (typist.window), workspace);
  run_typist (&typist);
  print_figures ("draft", &p99);
  g_print ("findings: %u, on the screen %.0f ms after the last key\n",
           cs_document_get_view (document)->entries->len,
           (typist.shown_us - typist.last_key_us) / 1e3);
  gtk_window_destroy (GTK_WINDOW (typist.window));
  cs_store_service_flush (service);

  return p99;
}

int
main (int argc, char *argv[])
{
  g_autofree char *claims = make_claims ();
  double bare;
  double draft;

  gtk_init ();
  adw_init ();
  gtk_source_init ();
  loop_meter_init ();

  g_print ("%u claims, %ld characters, %u keys\n", N_CLAIMS, g_utf8_strlen (claims, -1), N_KEYS);
  bare = type_bare (claims);
  draft = type_draft (claims);
  g_print ("p99 of a turn, draft to bare: %.2f\n", draft / bare);

  return EXIT_SUCCESS;
}
