#include "cs-near-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CsNearRow, cs_near_row, G_TYPE_OBJECT)

static void
cs_near_row_finalize (GObject *object)
{
  CsNearRow *row = CS_NEAR_ROW (object);

  g_free (row->title);
  g_free (row->side);
  g_free (row->text);
  g_free (row->note);
  g_clear_pointer (&row->spans, g_array_unref);
  g_clear_pointer (&row->states, g_array_unref);
  g_clear_object (&row->item);

  G_OBJECT_CLASS (cs_near_row_parent_class)->finalize (object);
}

static void
cs_near_row_class_init (CsNearRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_near_row_finalize;
}

static void
cs_near_row_init (CsNearRow *row)
{
}

static CsNearRow *
add_row (GPtrArray *rows, CsNearRowKind kind)
{
  CsNearRow *row = g_object_new (CS_TYPE_NEAR_ROW, NULL);

  row->kind = kind;
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_heading (GPtrArray *rows, const char *title, guint count)
{
  CsNearRow *row = add_row (rows, CS_NEAR_ROW_HEADING);

  row->title = g_strdup (title);
  row->side = count > 0 ? g_strdup_printf ("%u", count) : NULL;
}

static void
add_note (GPtrArray *rows, const char *text)
{
  add_row (rows, CS_NEAR_ROW_NOTE)->text = g_strdup (text);
}

static void
set_state (CsNearRow *row, CsNearState state)
{
  row->states = g_array_new (FALSE, FALSE, sizeof state);
  g_array_append_val (row->states, state);
}

/* --- features and families --- */

/* Whose feature it is, in small words. */
static char *
dup_origin (const CsNearFeature *feature)
{
  if (feature->is_own)
    return NULL;

  return g_strdup_printf (_ ("from claim %u"), feature->number);
}

static CsNearRow *
add_feature (GPtrArray *rows, const CsNearFeature *feature, CsNearState state)
{
  CsNearRow *row = add_row (rows, CS_NEAR_ROW_FEATURE);

  row->title = g_strdup (feature->text);
  row->feature = feature;
  row->note = dup_origin (feature);
  set_state (row, state);

  return row;
}

static void
set_passage (CsNearRow *row, const CsNearPassage *passage, const char *number)
{
  g_autofree char *origin = g_steal_pointer (&row->note);

  row->text = g_strdup (passage->text);
  row->spans = g_array_new (FALSE, FALSE, sizeof (CsHitSpan));
  g_array_append_vals (row->spans, passage->spans, passage->n_spans);
  row->note = g_strjoin (" · ", number != NULL ? number : passage->place,
                         number != NULL ? passage->place : origin,
                         number != NULL ? origin : NULL, NULL);
}

static void
add_family (GPtrArray *rows, CsNearItem *item)
{
  const CsNearHit *hit = cs_near_item_get_hit (item);
  CsNearRow *row = add_row (rows, CS_NEAR_ROW_FAMILY);
  g_autofree char *date = cs_office_date_dup_text (hit->date);

  row->item = g_object_ref (item);
  row->title = g_strdup (hit->title);
  row->side = g_strdup_printf ("%.0f\u00a0%%", 100 * hit->near->share);
  row->note = g_strjoin (" · ", hit->number, *date != '\0' ? date : hit->applicant,
                         *date != '\0' && *hit->applicant != '\0' ? hit->applicant : NULL, NULL);
  row->states = g_array_new (FALSE, FALSE, sizeof (CsNearState));
  for (guint i = 0; i < hit->near->n_passages; i++)
    {
      CsNearState state = cs_near_answer_get_state (cs_near_item_get_answer (item), hit, i);

      g_array_append_val (row->states, state);
    }
}

/* --- the answer --- */

static void
add_missing (GPtrArray *rows, const CsNearAnswer *answer)
{
  guint n = 0;

  for (guint i = 0; i < answer->features->len; i++)
    n += ((const CsNearFeature *)answer->features->pdata[i])->best == CS_NEAR_NOTHING;
  if (n == 0)
    return;

  add_heading (rows, _ ("Nothing in the library has this"), n);
  for (guint i = 0; i < answer->features->len; i++)
    {
      const CsNearFeature *feature = answer->features->pdata[i];

      if (feature->best == CS_NEAR_NOTHING)
        add_feature (rows, feature, CS_NEAR_NOTHING);
    }
}

static void
add_families (GPtrArray *rows, CsNearList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (n == 0)
    return;

  add_heading (rows, _ ("Families"), n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsNearItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      add_family (rows, item);
    }
}

/* The family that has most of feature @index. */
static CsNearItem *
find_best (CsNearList *list, guint index)
{
  CsNearItem *best = NULL;
  double most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (CsNearItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      double share = cs_near_item_get_hit (item)->near->passages[index].share;

      if (share > most)
        {
          most = share;
          best = item;
        }
    }

  return best;
}

static void
add_best (GPtrArray *rows, CsNearList *list, const CsNearFeature *feature, guint index)
{
  CsNearItem *best = find_best (list, index);
  CsNearRow *row = add_feature (rows, feature, feature->best);
  const CsNearHit *hit;

  if (feature->best == CS_NEAR_UNASKED)
    {
      row->text = g_strdup (_ ("It has no words to look for"));
      return;
    }
  if (best == NULL)
    {
      row->text = g_strdup (_ ("In none of these families, but in another of the library"));
      return;
    }

  hit = cs_near_item_get_hit (best);
  row->item = g_object_ref (best);
  set_passage (row, &hit->near->passages[index], hit->number);
}

static void
add_found (GPtrArray *rows, CsNearList *list, const CsNearAnswer *answer)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < answer->features->len; i++)
    {
      const CsNearFeature *feature = answer->features->pdata[i];

      if (feature->best == CS_NEAR_NOTHING)
        continue;
      if (!headed)
        add_heading (rows, _ ("Best passage for each feature"), 0);
      headed = TRUE;
      add_best (rows, list, feature, i);
    }
}

GPtrArray *
cs_near_rows_list_answer (CsNearList *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CsNearAnswer) answer = NULL;

  g_object_get (list, "answer", &answer, NULL);
  if (answer == NULL)
    return rows;

  add_missing (rows, answer);
  if (answer->n_left_out > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u feature more was not looked for", "%u features more were not looked for",
                    answer->n_left_out),
          answer->n_left_out);

      add_note (rows, text);
    }
  add_families (rows, list);
  add_found (rows, list, answer);

  return rows;
}

/* --- one family --- */

static void
add_passages (GPtrArray *rows, CsNearItem *item, gboolean own)
{
  const CsNearAnswer *answer = cs_near_item_get_answer (item);
  const CsNearHit *hit = cs_near_item_get_hit (item);
  const char *title =
      own ? _ ("Features of this claim") : _ ("Features of the claims it refers to");
  gboolean headed = FALSE;

  for (guint i = 0; i < answer->features->len; i++)
    {
      const CsNearFeature *feature = answer->features->pdata[i];
      const CsNearPassage *passage = &hit->near->passages[i];
      CsNearRow *row;

      if (feature->is_own != own)
        continue;
      if (!headed)
        add_heading (rows, title, 0);
      headed = TRUE;
      row = add_feature (rows, feature, cs_near_answer_get_state (answer, hit, i));
      if (feature->best == CS_NEAR_UNASKED)
        row->text = g_strdup (_ ("It has no words to look for"));
      else if (passage->share > 0)
        set_passage (row, passage, NULL);
      else
        row->text = g_strdup (_ ("Nothing in this family has it"));
    }
}

static void
add_claim (GPtrArray *rows, const CsNearClaim *claim)
{
  CsNearRow *row = add_row (rows, CS_NEAR_ROW_CLAIM);

  row->text = g_strdup (claim->text);
  row->spans = g_array_ref (claim->spans);
}

static void
add_claims (GPtrArray *rows, const CsNearClaims *claims, const CsNearAnswer *answer)
{
  g_autofree char *title = NULL;

  if (claims->claims->len == 0)
    {
      add_heading (rows, _ ("Claims"), 0);
      add_note (rows, _ ("The library has no claims of this family"));
      return;
    }

  title = g_strdup_printf (_ ("Claims of %s"), claims->number);
  add_heading (rows, title, claims->claims->len);
  if (claims->language[0] != '\0' && g_strcmp0 (claims->language, answer->language) != 0)
    add_note (rows, _ ("In another language than the draft: its words cannot be marked there"));
  for (guint i = 0; i < claims->claims->len; i++)
    add_claim (rows, claims->claims->pdata[i]);
}

GPtrArray *
cs_near_rows_list_family (CsNearItem *item, const CsNearClaims *claims)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_passages (rows, item, TRUE);
  add_passages (rows, item, FALSE);
  if (claims != NULL)
    add_claims (rows, claims, cs_near_item_get_answer (item));

  return rows;
}
