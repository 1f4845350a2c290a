#include "cs-decision-match.h"

#include <string.h>

#include "../draft/cs-draft-compose.h"
#include "cs-fingerprint.h"

typedef struct
{
  CsExamResult *result;
  GHashTable *by_fingerprint; /* each to its CsDecision, of those about one finding */
  GHashTable *by_place;       /* "check rule unit text" likewise */
  GHashTable *by_word;        /* "check rule text" */
  GHashTable *by_rule;        /* "check rule" */
  GHashTable *used;           /* the decisions that found a finding */
} Match;

static char *
dup_key (const char *check, const char *rule, guint64 unit_id, const char *text)
{
  return g_strdup_printf ("%s\n%s\n%" G_GUINT64_FORMAT "\n%s", check, rule, unit_id, text);
}

static void
add_decision (Match *match, CsDecision *decision)
{
  const char *check = decision->check;
  const char *rule = decision->rule;

  if (decision->kind == CS_DECISION_NOT_THIS_RULE)
    g_hash_table_replace (match->by_rule, dup_key (check, rule, 0, ""), decision);
  else if (decision->kind == CS_DECISION_NOT_THIS_WORD)
    g_hash_table_replace (match->by_word, dup_key (check, rule, 0, decision->text), decision);
  else
    {
      if (decision->fingerprint != NULL)
        g_hash_table_replace (match->by_fingerprint, g_strdup (decision->fingerprint), decision);
      if (decision->unit_id != 0)
        g_hash_table_replace (match->by_place,
                              dup_key (check, rule, decision->unit_id, decision->text), decision);
    }
}

/* A decision made later goes before one made earlier. */
static int
compare_made (gconstpointer a, gconstpointer b)
{
  const CsDecision *one = *(CsDecision *const *)a;
  const CsDecision *other = *(CsDecision *const *)b;

  return one->made_us < other->made_us ? -1 : one->made_us > other->made_us;
}

static const CsDecision *
lookup (GHashTable *table, const CsFinding *finding, guint64 unit_id, const char *text)
{
  g_autofree char *key =
      dup_key (cs_finding_get_check_name (finding), finding->report->rule, unit_id, text);

  return g_hash_table_lookup (table, key);
}

/* What was said of this very finding goes before what was said of its words, and that before what
 * was said of its rule. */
static const CsDecision *
find_decision (const Match *match, const CsFinding *finding)
{
  CsDraft *draft = match->result->draft;
  const CsSpan *where = &finding->report->where;
  guint64 unit_id = cs_draft_get_unit_id (draft, where->part, where->index);
  g_autofree char *text = cs_fingerprint_dup_text (draft, where);
  const CsDecision *found =
      g_hash_table_lookup (match->by_fingerprint, finding->fingerprint);

  if (found == NULL && unit_id != 0)
    found = lookup (match->by_place, finding, unit_id, text);
  if (found == NULL)
    found = lookup (match->by_word, finding, 0, text);
  if (found == NULL)
    found = lookup (match->by_rule, finding, 0, "");

  return found;
}

/* Whether the answer to the question of its item lets it stand, which was counted already. */
static gboolean
is_settled (const CsFinding *finding)
{
  return finding->answer != NULL && finding->answer->verdict == CS_VERDICT_YES;
}

static void
count_waived (CsExamResult *result, const CsFinding *finding)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (item->item == finding->item)
        item->n_waived++;
    }
}

static void
list_stale (const Match *match)
{
  GPtrArray *decisions = match->result->decisions;

  for (guint i = 0; i < decisions->len; i++)
    {
      CsDecision *decision = decisions->pdata[i];
      gboolean of_one = decision->kind == CS_DECISION_WAIVED ||
                        decision->kind == CS_DECISION_ACCEPTED;

      if (of_one && !g_hash_table_contains (match->used, decision))
        g_ptr_array_add (match->result->stale, decision);
    }
}

void
cs_decision_match_all (CsExamResult *result)
{
  g_autoptr (GHashTable) by_fingerprint =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_rule = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Match match = { result, by_fingerprint, by_place, by_word, by_rule, used };

  if (result->decisions->len == 0)
    return;

  g_ptr_array_sort (result->decisions, compare_made);
  for (guint i = 0; i < result->decisions->len; i++)
    add_decision (&match, result->decisions->pdata[i]);

  for (guint i = 0; i < result->findings->len; i++)
    {
      CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      finding->decision = find_decision (&match, finding);
      if (finding->decision == NULL)
        continue;
      g_hash_table_add (used, (gpointer)finding->decision);
      if (cs_finding_is_waived (finding) && !is_settled (finding))
        count_waived (result, finding);
    }
  list_stale (&match);
}

gboolean
cs_finding_is_waived (const CsFinding *finding)
{
  return is_settled (finding) ||
         (finding->decision != NULL && finding->decision->kind != CS_DECISION_ACCEPTED);
}

const char *
cs_finding_get_check_name (const CsFinding *finding)
{
  gboolean is_answer = strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) == 0;

  return is_answer ? "question" : finding->item->check->name;
}
