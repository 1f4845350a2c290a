#include "cs-preexam-private.h"

#include "cs-pre-group.h"

/* What came of every item, in the middle of the page. */

/* In the order in which people work. */
static const CsItemState order[CS_ALL_STATES] = { CS_ITEM_MANUAL, CS_ITEM_FINDINGS,
                                                  CS_ITEM_NOT_RUN, CS_ITEM_PASSED,
                                                  CS_ITEM_NOT_APPLICABLE };

static CsPreRow *
get_row (CsPreItem *item, gpointer data)
{
  CsPreexamPage *page = data;
  GtkWidget *row = g_hash_table_lookup (page->rows, item);

  if (row == NULL)
    {
      row = cs_pre_row_new (item, page->language);
      g_hash_table_insert (page->rows, g_object_ref (item), g_object_ref_sink (row));
    }

  return CS_PRE_ROW (row);
}

/* Where the first question of the group of @item stands. */
static guint
find_group (GPtrArray *items, guint n, const char *group)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = NULL;

      g_object_get (items->pdata[i], "group", &other, NULL);
      if (g_strcmp0 (other, group) == 0)
        return i;
    }

  return n;
}

/* Questions of one group stand together, where the first of them stands. */
static void
add_question (GPtrArray *items, CsPreItem *item)
{
  g_autofree char *group = NULL;
  guint at;

  g_object_get (item, "group", &group, NULL);
  at = *group == '\0' ? items->len : find_group (items, items->len, group);
  while (at < items->len)
    {
      g_autofree char *other = NULL;

      g_object_get (items->pdata[at], "group", &other, NULL);
      if (g_strcmp0 (other, group) != 0)
        break;
      at++;
    }
  g_ptr_array_insert (items, at, g_object_ref (item));
}

static void
show_group (CsPreexamPage *page, GListModel *all, CsItemState state)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CsPreItem) item = g_list_model_get_item (all, i);
      guint own;

      g_object_get (item, "state", &own, NULL);
      if (own != (guint)state)
        continue;
      if (state == CS_ITEM_MANUAL)
        add_question (items, item);
      else
        g_ptr_array_add (items, g_object_ref (item));
    }
  cs_pre_group_show (CS_PRE_GROUP (page->group_of[state]), items);
  if (state != CS_ITEM_MANUAL)
    return;

  g_clear_pointer (&page->questions, g_ptr_array_unref);
  page->questions = g_steal_pointer (&items);
}

void
cs_preexam_items_show (CsPreexamPage *page)
{
  g_autoptr (GListModel) all = NULL;

  g_object_get (page->exam, "items", &all, NULL);
  for (guint i = 0; i < CS_ALL_STATES; i++)
    show_group (page, all, order[i]);
  gtk_stack_set_visible_child_name (page->pages,
                                    g_list_model_get_n_items (all) > 0 ? "items" : "empty");
}

/* What needs nobody is closed unless it is asked for. */
void
cs_preexam_items_filter (CsPreexamPage *page)
{
  for (guint i = 0; i < CS_ALL_STATES; i++)
    {
      CsPreGroup *group = CS_PRE_GROUP (page->group_of[order[i]]);
      gboolean quiet = order[i] == CS_ITEM_PASSED || order[i] == CS_ITEM_NOT_APPLICABLE;
      gboolean chosen = page->filter == (guint)order[i];

      cs_pre_group_set_open (group, !quiet || chosen);
      cs_pre_group_set_wanted (group, page->filter == CS_ALL_STATES || chosen);
    }
}

CsPreItem *
cs_preexam_items_find (CsPreexamPage *page, const char *checklist, const char *id)
{
  g_autoptr (GListModel) all = NULL;

  g_object_get (page->exam, "items", &all, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CsPreItem) item = g_list_model_get_item (all, i);
      g_autofree char *own_list = NULL;
      g_autofree char *own_id = NULL;

      g_object_get (item, "checklist", &own_list, "id", &own_id, NULL);
      if (g_strcmp0 (own_list, checklist) == 0 && g_strcmp0 (own_id, id) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* --- one question after the other --- */

static gboolean
is_open (CsPreItem *item)
{
  gboolean open;

  g_object_get (item, "open", &open, NULL);

  return open;
}

/* The first open question behind @item, round the end of the list; nullable. */
static CsPreItem *
find_next (CsPreexamPage *page, CsPreItem *item)
{
  guint n = page->questions == NULL ? 0 : page->questions->len;
  guint at = 0;

  if (n == 0 || !g_ptr_array_find (page->questions, item, &at))
    at = n - 1;
  for (guint i = 1; i <= n; i++)
    {
      CsPreItem *other = page->questions->pdata[(at + i) % n];

      if (other != item && is_open (other))
        return other;
    }

  return NULL;
}

void
cs_preexam_items_await (CsPreexamPage *page, CsPreItem *item)
{
  CsPreItem *next = find_next (page, item);

  g_set_object (&page->answered, item);
  g_set_object (&page->next, next);
}

/* Where nothing is left to be answered, signing comes next. */
void
cs_preexam_items_go_on (CsPreexamPage *page)
{
  g_autoptr (CsPreItem) answered = NULL;
  g_autoptr (CsPreItem) next = NULL;
  gboolean saving = page->answered != NULL;

  if (saving)
    g_object_get (page->answered, "saving", &saving, NULL);
  if (page->answered == NULL || saving)
    return;

  answered = g_steal_pointer (&page->answered);
  next = g_steal_pointer (&page->next);
  if (is_open (answered))
    return;

  cs_pre_row_set_open (get_row (answered, page), FALSE);
  if (next != NULL && is_open (next))
    cs_pre_row_ask (get_row (next, page));
  else
    gtk_widget_grab_focus (gtk_widget_is_sensitive (page->sign) ? page->sign :
                                                                  GTK_WIDGET (page->states));
}

gboolean
cs_preexam_items_are_unsaved (CsPreexamPage *page)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, page->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (cs_pre_row_has_unsaved (row))
      return TRUE;

  return FALSE;
}

void
cs_preexam_items_init (CsPreexamPage *page)
{
  page->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  for (guint i = 0; i < CS_ALL_STATES; i++)
    {
      page->group_of[order[i]] = cs_pre_group_new (order[i], get_row, page);
      gtk_box_append (page->groups, page->group_of[order[i]]);
    }
  cs_preexam_items_filter (page);
}
