#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-drafts-actions.h"
#include "cs-drafts-columns.h"
#include "cs-drafts-page-private.h"

/* What is asked of the store, and what is shown of its answer. */

/* --- what is asked for --- */

/* In the order of the rows of the two lists; the first is "all". */
static const CsOffice offices[] = { CS_OFFICE_UNKNOWN, CS_OFFICE_CN, CS_OFFICE_US, CS_OFFICE_EP,
                                    CS_OFFICE_PCT };
static const CsRightType types[] = { CS_TYPE_UNKNOWN, CS_TYPE_INVENTION, CS_TYPE_UTILITY_MODEL,
                                     CS_TYPE_DESIGN };

static guint
get_bit (GtkDropDown *drop_down, const guint *values, guint n_values)
{
  guint row = gtk_drop_down_get_selected (drop_down);

  return row == 0 || row >= n_values ? 0 : 1u << values[row];
}

void
cs_drafts_page_ask (CsDraftsPage *page)
{
  CsMatterQuery query = { .stages = page->filter < CS_N_STAGES ? 1u << page->filter : 0,
                          .in_bin = page->filter == CS_FILTER_BIN };

  if (page->list == NULL) /* not there yet, or gone */
    return;

  query.words = gtk_editable_get_text (page->search);
  query.offices = get_bit (page->offices, offices, G_N_ELEMENTS (offices));
  query.types = get_bit (page->types, types, G_N_ELEMENTS (types));
  query.order = cs_drafts_columns_get_order (page->view, &query.descending);
  cs_matter_list_set_query (page->list, &query);
}

static gboolean
is_narrowed (CsDraftsPage *page)
{
  const CsMatterQuery *query = cs_matter_list_get_query (page->list);

  return (query->words != NULL && *query->words != '\0') || query->offices != 0 ||
         query->types != 0;
}

void
cs_drafts_page_clear_search (CsDraftsPage *page)
{
  gtk_editable_set_text (page->search, "");
  gtk_drop_down_set_selected (page->offices, 0);
  gtk_drop_down_set_selected (page->types, 0);
  cs_drafts_page_ask (page);
}

/* --- what is shown --- */

static void
describe_nothing (CsDraftsPage *page)
{
  const char *words = cs_matter_list_get_query (page->list)->words;
  g_autofree char *text = NULL;

  if (words != NULL && *words != '\0')
    text = g_markup_printf_escaped (
        /* Translators: what was searched for */
        _ ("No matter here has “%s” in its name, its number or its claims."), words);
  else
    text = g_strdup (_ ("No matter here is of this office and type."));

  adw_status_page_set_description (page->nothing, text);
}

static const char *
choose_state (CsDraftsPage *page)
{
  gboolean loading;
  guint n_all;

  g_object_get (page->list, "loading", &loading, "n-all", &n_all, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (page->list)) > 0)
    return "list";
  if (loading)
    return "loading";
  if (is_narrowed (page))
    return "nothing";
  if (page->filter == CS_FILTER_BIN)
    return "bin";

  return page->filter == CS_FILTER_ALL || n_all == 0 ? "empty" : "stage";
}

static void
update_title (CsDraftsPage *page)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (page->list));
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u matter", "%u matters", n), n);

  if (page->filter == CS_FILTER_ALL)
    adw_window_title_set_title (page->title, _ ("Drafts"));
  else if (page->filter == CS_FILTER_BIN)
    adw_window_title_set_title (page->title, _ ("Bin"));
  else
    adw_window_title_set_title (page->title, cs_stage_get_label (page->filter));
  adw_window_title_set_subtitle (page->title, n > 0 ? subtitle : NULL);
}

void
cs_drafts_page_update (CsDraftsPage *page)
{
  const char *state = choose_state (page);

  if (g_str_equal (state, "nothing"))
    describe_nothing (page);
  gtk_stack_set_visible_child_name (page->stack, state);
  gtk_widget_set_sensitive (GTK_WIDGET (page->search_box),
                            !g_str_equal (state, "empty") && !g_str_equal (state, "loading"));
  update_title (page);
  cs_drafts_actions_update (page);
}
