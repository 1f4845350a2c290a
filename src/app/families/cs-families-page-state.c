#include <glib/gi18n-lib.h>

#include "../widgets/cs-toast.h"
#include "cs-families-page-private.h"

/* What is shown of the answers of the library. */

/* --- the strip --- */

static char *
format_elapsed (gint64 elapsed_us)
{
  gint64 ms = (elapsed_us + 999) / 1000;

  if (ms < 1000)
    return g_strdup_printf (_ ("%d ms"), (int)ms);

  return g_strdup_printf (_ ("%.1f s"), (double)ms / 1000);
}

static void
show_found (CsFamiliesPage *page, const CsHits *hits, guint n_all)
{
  g_autofree char *found = NULL;
  g_autofree char *elapsed = NULL;
  g_autofree char *all = NULL;

  if (hits == NULL)
    return;

  found = g_strdup_printf (ngettext ("%'u family", "%'u families", hits->n_families),
                           hits->n_families);
  elapsed = format_elapsed (hits->elapsed_us);
  /* Translators: of how many families, and how long it took */
  all = g_strdup_printf (_ ("in %'u · %s"), n_all, elapsed);
  gtk_label_set_label (page->found, found);
  gtk_label_set_label (page->found_in, all);
}

/* In the order of the list; what "best" came to is told by the hits. */
static const CsHitOrder orders[] = { CS_HITS_BY_RELEVANCE, CS_HITS_BY_DATE, CS_HITS_BY_PRIORITY,
                                     CS_HITS_BY_APPLICANT, CS_HITS_BY_SIZE, CS_HITS_BY_TITLE };

static void
show_order (CsFamiliesPage *page, const CsHits *hits)
{
  page->is_answering = TRUE;
  for (guint i = 0; hits != NULL && i < G_N_ELEMENTS (orders); i++)
    if (orders[i] == hits->order)
      gtk_drop_down_set_selected (page->order, i);
  page->is_answering = FALSE;
}

/* --- the foot --- */

static void
show_rows (CsFamiliesPage *page)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (page->scroller);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));
  double height = n > 0 ? gtk_adjustment_get_upper (at) / n : 0;
  g_autofree char *text = NULL;
  double top, bottom;
  guint first, last;

  if (height <= 0)
    {
      gtk_label_set_label (page->rows, "");
      return;
    }

  top = gtk_adjustment_get_value (at);
  bottom = top + gtk_adjustment_get_page_size (at);
  first = (guint)(top / height + 0.5) + 1;
  last = (guint)(bottom / height + 0.5);
  /* Translators: the first and the last row seen, and how many there are */
  text = g_strdup_printf (_ ("Rows %'u–%'u of %'u"), MIN (first, n), CLAMP (last, 1, n), n);
  gtk_label_set_label (page->rows, text);
}

static void
show_rule (CsFamiliesPage *page, const char *as_of)
{
  g_autofree char *text = NULL;

  if (as_of == NULL)
    text = g_strdup (_ ("Simple families, as DOCDB defines them"));
  else
    /* Translators: a date */
    text = g_strdup_printf (_ ("Simple families, as DOCDB defines them · library as of %s"), as_of);
  gtk_label_set_label (page->rule, text);
}

/* --- the whole --- */

static void
describe_nothing (CsFamiliesPage *page, const CsHits *hits)
{
  /* Translators: a query */
  g_autofree char *text = *hits->query->text != '\0' ?
                              g_markup_printf_escaped (_ ("No family here fits “%s” with the "
                                                          "filters that are chosen."),
                                                       hits->query->text) :
                              g_strdup (_ ("No family here fits the filters that are chosen."));

  adw_status_page_set_description (page->nothing, text);
}

static const char *
choose_state (CsFamiliesPage *page, const CsHits *hits)
{
  gboolean is_empty;

  g_object_get (page->list, "empty", &is_empty, NULL);
  if (hits == NULL && cs_family_list_get_error (page->list) != NULL)
    return "trouble";
  if (is_empty)
    return "empty";
  if (hits == NULL)
    return "loading";

  return hits->n_families > 0 ? "list" : "nothing";
}

void
cs_families_page_update (CsFamiliesPage *page)
{
  g_autoptr (CsHits) hits = NULL;
  g_autofree char *as_of = NULL;
  const char *state;
  gboolean has_list;
  guint n_all;

  g_object_get (page->list, "hits", &hits, "n-families", &n_all, "as-of", &as_of, NULL);
  state = choose_state (page, hits);
  has_list = g_str_equal (state, "list") || g_str_equal (state, "nothing");
  if (g_str_equal (state, "nothing"))
    describe_nothing (page, hits);
  else if (g_str_equal (state, "trouble"))
    cs_library_trouble_show (page->trouble, page->service, cs_family_list_get_error (page->list));

  gtk_stack_set_visible_child_name (page->stack, state);
  gtk_widget_set_visible (page->strip, has_list);
  gtk_widget_set_visible (page->foot, has_list);
  gtk_widget_set_sensitive (GTK_WIDGET (page->query), has_list);
  gtk_entry_set_placeholder_text (GTK_ENTRY (page->query),
                                  g_str_equal (state, "empty") ?
                                      _ ("After an import you can search here") :
                                      _ ("Search words, numbers, applicants, dates…"));
  show_found (page, hits, n_all);
  show_order (page, hits);
  show_rule (page, as_of);
  show_rows (page);
  cs_families_actions_update (page);
}

/* --- what is wrong --- */

static void
update_fault (CsFamiliesPage *page)
{
  g_autoptr (CsQuery) query = NULL;
  g_autoptr (CsHits) hits = NULL;
  const GError *error = cs_family_list_get_error (page->list);
  const char *message;

  g_object_get (page->list, "query", &query, "hits", &hits, NULL);
  message = query != NULL && query->fault.message != NULL ? query->fault.message :
            error != NULL && hits != NULL                 ? error->message :
                                                            NULL;
  gtk_label_set_label (page->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (page->fault, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (page->query), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE :
                                                 GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->query),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

static void
on_error (CsFamiliesPage *page)
{
  update_fault (page);
  cs_families_page_update (page);
}

/* Why a library cannot be written, which is no reason not to read it. */
static gpointer
ask_read_only (CsLibrary *library,
               CsSearcher *searcher,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const GError *reason = cs_library_get_read_only (library);
  gboolean is_told = reason != NULL && (g_error_matches (reason, CS_STORE_ERROR,
                                                         CS_STORE_ERROR_NEWER));

  return is_told ? g_strdup (reason->message) : NULL;
}

static void
on_read_only (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamiliesPage) page = data;
  g_autofree char *reason =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, NULL);

  if (page->notice == NULL) /* gone meanwhile */
    return;

  gtk_label_set_label (page->notice_label, reason != NULL ? reason : "");
  gtk_info_bar_set_revealed (page->notice, reason != NULL);
}

static void
look_at_library (CsFamiliesPage *page)
{
  const CsLibraryJob job = { .func = ask_read_only, .free_result = g_free };

  cs_library_service_read (page->service, &job, NULL, on_read_only, g_object_ref (page));
}

static void
on_settled (CsFamiliesPage *page)
{
  cs_family_list_search_again (page->list);
}

/* --- searches --- */

/* What is new about a watched search stays marked while it is shown; it counts as seen. */
static void
see_watched (CsFamiliesPage *page)
{
  g_autoptr (CsHits) hits = NULL;
  const GPtrArray *kept = cs_search_desk_get_kept (page->desk);

  g_object_get (page->list, "hits", &hits, NULL);
  for (guint i = 0; hits != NULL && i < kept->len; i++)
    {
      const CsKeptSearch *one = kept->pdata[i];

      if (one->search->id == page->watched && one->search->is_watched && one->news != NULL &&
          one->news->len > 0 && g_str_equal (one->search->query, hits->query->text))
        cs_search_desk_see (page->desk, page->watched, hits);
    }
}

void
cs_families_page_note (CsFamiliesPage *page)
{
  const CsQuery *query = cs_query_entry_get_query (page->query);
  g_autoptr (CsHits) hits = NULL;

  g_object_get (page->list, "hits", &hits, NULL);
  if (!page->is_settled || hits == NULL || !g_str_equal (hits->query->text, query->text))
    return;

  page->is_settled = FALSE;
  if (*query->text != '\0')
    cs_search_desk_note (page->desk, query->text, hits->n_families);
}

/* After an import the reader stays where he was. */
static void
keep_place (CsFamiliesPage *page)
{
  g_autoptr (CsHits) before = g_steal_pointer (&page->shown);
  const CsHits *now;

  g_object_get (page->list, "hits", &page->shown, NULL);
  now = page->shown;
  if (before != NULL && now != NULL && before->order == now->order &&
      g_str_equal (before->query->text, now->query->text))
    return;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  gtk_single_selection_set_selected (page->selection, 0);
}

static void
on_hits (CsFamiliesPage *page)
{
  keep_place (page);
  cs_families_page_note (page);
  if (page->watched != 0)
    see_watched (page);
  cs_families_page_update (page);
}

static void
on_desk (CsFamiliesPage *page)
{
  guint n_news = cs_search_desk_count_news (page->desk);
  g_autofree char *text = g_strdup_printf (ngettext ("%u new", "%u new", n_news), n_news);

  gtk_label_set_label (page->n_news, text);
  gtk_widget_set_visible (GTK_WIDGET (page->n_news), n_news > 0);
}

static void
on_failed (CsFamiliesPage *page, const char *message)
{
  cs_toast_show (page->toasts, message);
}

/* --- for the page --- */

void
cs_families_page_watch (CsFamiliesPage *page)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (page->scroller);

  g_signal_connect_swapped (page->list, "notify::query", G_CALLBACK (update_fault), page);
  g_signal_connect_swapped (page->list, "notify::error", G_CALLBACK (on_error), page);
  g_signal_connect_swapped (page->list, "notify::hits", G_CALLBACK (on_hits), page);
  g_signal_connect_swapped (page->list, "notify::as-of", G_CALLBACK (cs_families_page_update),
                            page);
  g_signal_connect_swapped (page->desk, "changed", G_CALLBACK (on_desk), page);
  g_signal_connect_swapped (page->desk, "failed", G_CALLBACK (on_failed), page);
  g_signal_connect_object (page->trouble, "settled", G_CALLBACK (on_settled), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (at, "value-changed", G_CALLBACK (show_rows), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (at, "changed", G_CALLBACK (show_rows), page, G_CONNECT_SWAPPED);
  look_at_library (page);
}
