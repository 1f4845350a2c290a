#include <string.h>
#include <time.h>

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/base/cs-text-builder.h"
#include "../../src/draft/cs-draft-compose.h"

/* What an editor with 200 claims costs the main loop, beside a bare view with the same text, in CPU
 * time of the main thread. */

#define N_CLAIMS 200
#define N_KEYS 500
#define N_RUNS 500
#define N_CHARS 50000

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return left < right ? -1 : left > right;
}

static double
get_quantile (GArray *times, double quantile)
{
  if (times->len == 0)
    return 0;

  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint)((times->len - 1) * quantile));
}

static void
print_times (const char *what, GArray *times)
{
  g_print ("%-28s n %5u  p50 %6.2f  p99 %6.2f  max %6.2f ms\n", what, times->len,
           get_quantile (times, 0.5), get_quantile (times, 0.99), get_quantile (times, 1));
}

/* --- turns of the main loop --- */

static GArray *turns; /* nullable */
static double woke_ms;

static int
poll_and_measure (GPollFD *fds, guint n_fds, int timeout_ms)
{
  double worked_ms = now_ms () - woke_ms;
  int ready;

  if (turns != NULL)
    g_array_append_val (turns, worked_ms);
  ready = g_poll (fds, n_fds, timeout_ms);
  woke_ms = now_ms ();

  return ready;
}

static char *
make_claims (void)
{
  GString *claims = g_string_new ("1. 一种装置，其特征在于，包括壳体（10）、计量腔（20）。\n");

  for (guint i = 2; i <= N_CLAIMS; i++)
    g_string_append_printf (claims,
                            "%u. 根据权利要求%u所述的装置，其特征在于，所述壳体（10）的厚度约为%u mm，"
                            "例如大约%u mm，优选的计量腔（20）的容积较大，其余部分与壳体（10）连接，"
                            "并与计量腔（20）相连，进一步包括密封圈（%u）和螺钉（61），所述密封圈的一侧"
                            "与所述壳体（10）的外壁贴合，另一侧与所述螺钉（61）的头部相抵，从而使所述"
                            "计量腔（20）保持密封，并便于拆卸、清洗和更换，适合高粘度的液体。\n",
                            i, i - 1, i, i + 1, i + 100);

  return g_string_free (claims, FALSE);
}

static CsDocument *
make_document (const char *claims)
{
  CsMatter *matter = g_new0 (CsMatter, 1);
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { NULL };
  g_autoptr (CsText) text = cs_text_new (claims, strlen (claims));
  g_autoptr (CsText) empty = cs_text_new ("", 0);

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  texts[CS_PART_TITLE] = texts[CS_PART_ABSTRACT] = texts[CS_PART_DESCRIPTION] = empty;
  texts[CS_PART_CLAIMS] = text;
  matter->draft = cs_draft_compose (NULL, texts, request, NULL);
  matter->info = g_new0 (CsMatterInfo, 1);
  matter->info->name = g_strdup ("bench");
  matter->info->reference = g_strdup ("");
  matter->info->language = "zh";

  return cs_document_new (NULL, matter);
}

static GtkWidget *
show (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 800);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static void
run_for_ms (guint ms)
{
  gint64 end_us = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Types into claim 3, which is on the screen, about 30 keys a second. */
static void
type_keys (GtkWidget *view, const char *what)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (double));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, 2, 30);
  gtk_text_buffer_place_cursor (buffer, &iter);
  run_for_ms (1500);
  turns = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < N_KEYS; i++)
    {
      double start_ms = now_ms ();
      double took_ms;

      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 20 == 19 ? "，" : "字", -1, TRUE);
      took_ms = now_ms () - start_ms;
      g_array_append_val (keys, took_ms);
      run_for_ms (33);
    }
  g_print ("%s\n", what);
  print_times ("  key, in the buffer", keys);
  print_times ("  turns of the main loop", turns);
  g_clear_pointer (&turns, g_array_unref);
}

static void
bench_bare (const char *claims)
{
  GtkSourceBuffer *buffer = gtk_source_buffer_new (NULL);
  GtkWidget *view = gtk_source_view_new_with_buffer (buffer);
  GtkWidget *window;

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), claims, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  window = show (view);
  type_keys (view, "bare GtkSourceView");
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (buffer);
}

static void
bench_editor (const char *claims)
{
  double start_ms = now_ms ();
  g_autoptr (CsDocument) document = make_document (claims);
  GtkWidget *view = cs_part_view_new (document, CS_PART_CLAIMS);
  g_autoptr (GArray) marking = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *window;

  g_print ("document and view: %.2f ms\n", now_ms () - start_ms);
  window = show (view);
  while (cs_document_get_view (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  run_for_ms (500);
  g_print ("%u findings\n", cs_document_get_view (document)->entries->len);

  for (guint i = 0; i < 100; i++)
    {
      double took_ms;

      start_ms = now_ms ();
      g_object_notify (G_OBJECT (document), "view");
      took_ms = now_ms () - start_ms;
      g_array_append_val (marking, took_ms);
      run_for_ms (5);
    }
  print_times ("a view arrives", marking);
  type_keys (view, "editor");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
bench_text (void)
{
  g_autoptr (CsPartBuffer) buffer = cs_part_buffer_new (CS_PART_DESCRIPTION);
  CsTextBuilder *builder = cs_text_builder_new ();
  g_autoptr (CsText) text = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_CHARS; i++)
    {
      gsize start = cs_text_builder_get_n_bytes (builder);

      cs_text_builder_append (builder, i % 100 == 99 ? "\n" : "字", i % 100 == 99 ? 1 : 3);
      if (i % (N_CHARS / N_RUNS) == 5)
        cs_text_builder_add_run (builder, start, start + 3, CS_RUN_SUB);
    }
  text = cs_text_builder_end (builder);
  cs_part_buffer_load (buffer, text);
  for (guint i = 0; i < 100; i++)
    {
      GtkTextIter iter;
      double start_ms, took_ms;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, 50 + i);
      gtk_text_buffer_insert (GTK_TEXT_BUFFER (buffer), &iter, "字", -1);
      start_ms = now_ms ();
      cs_part_buffer_get_text (buffer);
      took_ms = now_ms () - start_ms;
      g_array_append_val (times, took_ms);
    }
  print_times ("text of 50,000 characters", times);
}

int
main (void)
{
  g_autofree char *claims = make_claims ();

  adw_init ();
  gtk_source_init ();
  woke_ms = now_ms ();
  g_main_context_set_poll_func (NULL, poll_and_measure);
  bench_text ();
  bench_bare (claims);
  bench_editor (claims);

  return 0;
}
