#include <string.h>

#include "../exam/cs-evidence.h"
#include "../exam/cs-messages.h"
#include "cs-finding-line.h"
#include "cs-report-model-private.h"

/* Items: what was asked, and how it came out. */

#define MAX_EVIDENCE 6
#define MAX_EVIDENCE_CHARS 160
#define MAX_ANSWER_CHARS 2000
#define MAX_AUTHOR_CHARS 60

static void
item_free (gpointer data)
{
  CsReportItem *item = data;

  g_free (item->id);
  g_free (item->title);
  g_free (item->question);
  g_free (item->group);
  g_ptr_array_unref (item->evidence);
  g_free (item->house);
  g_free (item->state_word);
  g_free (item->reason);
  g_array_unref (item->bases);
  g_free (item->answer);
  g_free (item->answer_text);
  g_free (item->answer_author);
  g_free (item->answer_day);
  g_free (item);
}

/* --- what people said --- */

static void
unref_pieces (gpointer data)
{
  g_array_unref (data);
}

/* "权利要求1：一种泵，包括……" */
static GArray *
tell_evidence (const CsSpan *where, const CsExamResult *result, const char *language)
{
  GArray *pieces = cs_report_pieces_new ();
  g_autofree char *place = cs_messages_dup_place (where, result, language);
  g_autofree char *head = g_strconcat (place, cs_finding_line_get_colon (language), NULL);

  cs_report_pieces_add (pieces, head, strlen (head), 0, FALSE);
  cs_report_extract_add (pieces, result->draft, where, MAX_EVIDENCE_CHARS);

  return pieces;
}

static GPtrArray *
list_evidence (const CsItemResult *from, const CsExamResult *result, const char *language)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (unref_pieces);
  g_autoptr (GArray) places = NULL;

  if (cs_words_is_empty (&from->item->question) || from->state == CS_ITEM_NOT_APPLICABLE)
    return lines;

  places = cs_evidence_collect (from->item, result);
  for (guint i = 0; i < places->len && lines->len < MAX_EVIDENCE; i++)
    g_ptr_array_add (lines,
                     tell_evidence (&g_array_index (places, CsSpan, i), result, language));

  return lines;
}

static void
take_answer (CsReportItem *item, const CsItemResult *from, const char *language)
{
  const CsAnswer *answer = from->answer;
  g_autofree char *key =
      answer == NULL ? NULL :
                       g_strconcat ("answer-", cs_verdict_get_name (answer->verdict), NULL);

  item->is_open = cs_item_result_is_open (from);
  item->answer_is_stale = answer != NULL && from->stale;
  item->answer = g_strdup (key == NULL ? "" : cs_messages_get ("label", key, language));
  item->answer_text =
      cs_report_dup_harmless (answer == NULL ? "" : answer->text, MAX_ANSWER_CHARS);
  item->answer_author =
      cs_report_dup_harmless (answer == NULL ? "" : answer->author, MAX_AUTHOR_CHARS);
  item->answer_day = cs_report_dup_day (answer == NULL ? 0 : answer->made_us);
}

/* A house may change what we ask, and never in silence. */
static char *
dup_house (const CsItem *item, const char *language)
{
  if (item->off != NULL)
    {
      g_autofree char *why = cs_report_dup_harmless (item->off, MAX_ANSWER_CHARS);

      return g_strconcat (cs_messages_get ("label", "house-off", language),
                          cs_finding_line_get_colon (language), why, NULL);
    }

  return g_strdup (item->is_changed ? cs_messages_get ("label", "house-changed", language) : "");
}

static CsReportItem *
tell (const CsItemResult *from, const CsExamResult *result, const char *language)
{
  CsReportItem *item = g_new0 (CsReportItem, 1);

  item->id = g_strdup (from->item->id);
  item->checklist = from->checklist;
  item->title = cs_report_dup_words (&from->item->title, language);
  item->question = cs_report_dup_words (&from->item->question, language);
  item->state = from->state;
  item->state_word =
      g_strdup (cs_messages_get ("state", cs_item_state_get_name (from->state), language));
  item->n_findings = from->n_findings - from->n_waived;
  item->n_waived = from->n_waived;
  item->reason = from->reason == NULL ? g_strdup ("") :
                                        cs_messages_dup_reason (from, result, language);
  item->bases = cs_report_bases_new ();
  cs_report_bases_add (item->bases, from->item, language);
  item->group = g_strdup (
      from->item->group == NULL ? "" : cs_messages_get ("group", from->item->group, language));
  item->evidence = list_evidence (from, result, language);
  item->house = dup_house (from->item, language);
  take_answer (item, from, language);

  return item;
}

/* The worst finding of each item that counts: CsItem to severity + 1. */
static GHashTable *
find_worst (const CsExamResult *result)
{
  GHashTable *worst = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (worst, finding->item));

      if (!cs_finding_is_waived (finding) && (known == 0 || finding->severity + 1 < known))
        g_hash_table_insert (worst, (gpointer)finding->item,
                             GUINT_TO_POINTER (finding->severity + 1));
    }

  return worst;
}

GPtrArray *
cs_report_items_new (const CsExamResult *result, const char *language)
{
  GPtrArray *items = g_ptr_array_new_full (result->items->len, item_free);
  g_autoptr (GHashTable) worst = find_worst (result);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *from = &g_array_index (result->items, CsItemResult, i);
      CsReportItem *item = tell (from, result, language);
      guint severity = GPOINTER_TO_UINT (g_hash_table_lookup (worst, from->item));

      item->severity = severity == 0 ? CS_N_SEVERITIES : severity - 1;
      g_ptr_array_add (items, item);
    }

  return items;
}

/* --- what was not checked --- */

static void
group_free (gpointer data)
{
  CsReportGroup *group = data;

  g_free (group->reason);
  g_ptr_array_unref (group->items);
  g_free (group);
}

static CsReportGroup *
get_group (GPtrArray *groups, const char *reason)
{
  CsReportGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = groups->pdata[i];
      if (strcmp (group->reason, reason) == 0)
        return group;
    }

  group = g_new0 (CsReportGroup, 1);
  group->reason = g_strdup (reason);
  group->items = g_ptr_array_new ();
  g_ptr_array_add (groups, group);

  return group;
}

/* An item with findings of which some rule was not run, or not for all claims, counts as both. */
GPtrArray *
cs_report_unchecked_new (GPtrArray *items)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < items->len; i++)
    {
      CsReportItem *item = items->pdata[i];
      gboolean in_part = item->state == CS_ITEM_FINDINGS && *item->reason != '\0';

      if (item->state == CS_ITEM_NOT_RUN || in_part)
        g_ptr_array_add (get_group (groups, item->reason)->items, item);
    }

  return groups;
}
