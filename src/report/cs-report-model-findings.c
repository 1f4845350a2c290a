#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-finding-line.h"
#include "cs-report-model-private.h"

/* Findings in words. */

#define MAX_MESSAGE_CHARS 600
#define MAX_WORDS_CHARS 60 /* of words quoted from another place */
#define MAX_RELATED 4      /* other places that are quoted */
#define MAX_PLACES 30      /* places of a fault throughout that are named */
#define MAX_SUGGESTIONS 3
#define MAX_REASON_CHARS 1000

/* --- clauses --- */

static void
clear_basis (gpointer data)
{
  CsReportBasis *basis = data;

  g_free (basis->citation);
  g_free (basis->edition);
  g_free (basis->status);
}

GArray *
cs_report_bases_new (void)
{
  GArray *bases = g_array_new (FALSE, FALSE, sizeof (CsReportBasis));

  g_array_set_clear_func (bases, clear_basis);

  return bases;
}

static gboolean
holds_basis (const GArray *bases, const char *citation)
{
  for (guint i = 0; i < bases->len; i++)
    if (strcmp (g_array_index (bases, CsReportBasis, i).citation, citation) == 0)
      return TRUE;

  return FALSE;
}

void
cs_report_bases_add (GArray *bases, const CsItem *item, const char *language)
{
  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsLegalBasis *from = &g_array_index (item->bases, CsLegalBasis, i);
      g_autofree char *citation = cs_legal_basis_dup_citation (from, language);
      CsReportBasis basis;

      if (holds_basis (bases, citation))
        continue;
      basis.citation = g_steal_pointer (&citation);
      basis.edition = g_strdup (from->edition == NULL ? "" : from->edition);
      basis.status = g_strdup (
          cs_messages_get ("status", cs_basis_status_get_name (from->status), language));
      basis.verified = from->status == CS_BASIS_VERIFIED;
      g_array_append_val (bases, basis);
    }
}

/* --- decisions --- */

char *
cs_report_dup_day (gint64 made_us)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (made_us / G_USEC_PER_SEC);

  return made_us == 0 || made == NULL ? g_strdup ("") : g_date_time_format (made, "%Y-%m-%d");
}

void
cs_report_handling_init (CsReportHandling *handling,
                         const CsDecision *decision,
                         const char *language)
{
  const char *word =
      decision == NULL ? "handling-open" : cs_decision_kind_get_name (decision->kind);

  handling->kind = decision == NULL ? NULL : word;
  handling->word = g_strdup (cs_messages_get ("label", word, language));
  handling->reason = cs_report_dup_harmless (decision == NULL ? "" : decision->reason,
                                             MAX_REASON_CHARS);
  handling->author = cs_report_dup_harmless (decision == NULL ? "" : decision->author,
                                             MAX_WORDS_CHARS);
  handling->day = cs_report_dup_day (decision == NULL ? 0 : decision->made_us);
}

void
cs_report_handling_clear (CsReportHandling *handling)
{
  g_free (handling->word);
  g_free (handling->reason);
  g_free (handling->author);
  g_free (handling->day);
}

/* --- other places --- */

typedef struct
{
  const CsExamResult *result;
  const CsFinding *finding;
  const char *language;
  gboolean chinese;
} Teller;

/* "首次出现：权利要求3“壳体”" */
static char *
dup_related (const Teller *teller, const CsRelated *other)
{
  g_autofree char *place = cs_messages_dup_place (&other->where, teller->result, teller->language);
  g_autofree char *marked = cs_draft_dup_span_text (teller->result->draft, &other->where);
  g_autofree char *words = cs_report_dup_harmless (marked, MAX_WORDS_CHARS);

  return g_strconcat (cs_messages_get ("role", other->role, teller->language),
                      cs_finding_line_get_colon (teller->language), place,
                      *words == '\0' ? "" : (teller->chinese ? "“" : " “"), words,
                      *words == '\0' ? "" : "”", NULL);
}

/* The other places of a fault throughout, each once. */
static char *
dup_also (const Teller *teller)
{
  const GArray *related = teller->finding->report->related;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);
      char *place;

      if (strcmp (other->role, "also") != 0)
        continue;
      place = cs_messages_dup_place (&other->where, teller->result, teller->language);
      if (!g_hash_table_contains (known, place) && g_hash_table_size (known) < MAX_PLACES)
        g_string_append_printf (line, "%s%s", line->len == 0 ? "" : (teller->chinese ? "、" : ", "),
                                place);
      g_hash_table_add (known, place);
    }
  if (g_hash_table_size (known) > MAX_PLACES)
    g_string_append (line, " …");
  if (line->len > 0)
    {
      g_string_prepend (line, cs_finding_line_get_colon (teller->language));
      g_string_prepend (line, cs_messages_get ("role", "also", teller->language));
    }

  return g_string_free (line, FALSE);
}

static GPtrArray *
list_related (const Teller *teller)
{
  const GArray *related = teller->finding->report->related;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  char *also;

  for (guint i = 0; i < related->len && lines->len < MAX_RELATED; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);

      if (strcmp (other->role, "also") != 0)
        g_ptr_array_add (lines, dup_related (teller, other));
    }
  also = dup_also (teller);
  if (*also == '\0')
    g_free (also);
  else
    g_ptr_array_add (lines, also);

  return lines;
}

/* --- what may be done --- */

/* Without a change that takes no thought, what the item asks for. */
static GPtrArray *
list_suggestions (const Teller *teller)
{
  const GArray *fixes = teller->finding->report->fixes;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < fixes->len && lines->len < MAX_SUGGESTIONS; i++)
    {
      g_autofree char *title = cs_messages_dup_fix (
          teller->finding, &g_array_index (fixes, CsFix, i), teller->result, teller->language);

      g_ptr_array_add (lines, cs_report_dup_harmless (title, MAX_MESSAGE_CHARS));
    }
  if (lines->len == 0)
    g_ptr_array_add (
        lines, g_strdup (cs_words_get (&teller->finding->item->title, teller->language)));

  return lines;
}

static char *
dup_consequence (const Teller *teller)
{
  CsRightType type = teller->result->draft->request->type;
  const char *class_name = cs_item_get_consequence (teller->finding->item, type);

  return g_strdup (g_str_equal (class_name, "none") ?
                       "" :
                       cs_messages_get ("consequence", class_name, teller->language));
}

/* --- a finding --- */

static void
finding_free (gpointer data)
{
  CsReportFinding *finding = data;

  g_free (finding->certainty_word);
  g_free (finding->ids);
  g_free (finding->offices);
  g_free (finding->place);
  g_free (finding->message);
  g_array_unref (finding->excerpt);
  g_ptr_array_unref (finding->related);
  g_free (finding->path);
  g_array_unref (finding->bases);
  g_free (finding->consequence);
  g_ptr_array_unref (finding->suggestions);
  cs_report_handling_clear (&finding->handling);
  g_free (finding);
}

/* What the lists that say so add, each once. */
static void
take_lists (CsReportFinding *told, const CsFindingEntry *entry, const char *language)
{
  GString *ids = g_string_new (NULL);
  GString *offices = g_string_new (NULL);

  told->bases = cs_report_bases_new ();
  for (guint i = 0; i < entry->findings->len; i++)
    {
      const CsItem *item = ((const CsFinding *)entry->findings->pdata[i])->item;

      g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", item->id);
      cs_report_bases_add (told->bases, item, language);
    }
  for (guint office = 0; office < CS_N_OFFICES; office++)
    if ((entry->offices & 1u << office) != 0)
      g_string_append_printf (offices, "%s%s", offices->len == 0 ? "" : " ",
                              cs_office_get_name (office));
  told->ids = g_string_free (ids, FALSE);
  told->offices = g_string_free (offices, FALSE);
}

static void
take_words (CsReportFinding *told, const Teller *teller)
{
  const CsReport *report = teller->finding->report;
  g_autofree char *message =
      cs_messages_dup (teller->finding, teller->result, teller->language, NULL);

  told->message = cs_report_dup_harmless (message, MAX_MESSAGE_CHARS);
  told->place = cs_messages_dup_place (&report->where, teller->result, teller->language);
  told->excerpt = cs_report_excerpt_new (teller->result->draft, &report->where);
  told->related = list_related (teller);
  told->path = report->path->len > 1 ? cs_finding_line_dup_path (report->path, teller->result) :
                                       g_strdup ("");
  told->consequence = dup_consequence (teller);
  told->suggestions = list_suggestions (teller);
}

static CsReportFinding *
tell (const CsFindingEntry *entry, const CsExamResult *result, const char *language)
{
  const CsFinding *finding = cs_finding_entry_get_first (entry);
  const Teller teller = { result, finding, language, g_str_equal (language, "zh") };
  CsReportFinding *told = g_new0 (CsReportFinding, 1);

  told->severity = entry->severity;
  told->certainty = entry->certainty;
  told->certainty_word = g_strdup (
      cs_messages_get ("certainty", cs_certainty_get_name (entry->certainty), language));
  told->checklist = finding->checklist;
  told->item = finding->item;
  told->check = cs_finding_get_check_name (finding);
  told->rule = finding->report->rule;
  told->part = entry->part;
  told->start_char = entry->start_char;
  told->end_char = entry->end_char;
  told->waived = entry->waived;
  g_strlcpy (told->fingerprint, finding->fingerprint, sizeof told->fingerprint);
  take_lists (told, entry, language);
  take_words (told, &teller);
  cs_report_handling_init (&told->handling, entry->decision, language);

  return told;
}

/* --- their order --- */

/* What may follow, the worst first: severity is not consequence. */
static guint
rank_consequence (const CsItem *item, CsRightType type)
{
  static const char *const ranks[] = { "not-accepted", "right-lost", "refusal-and-invalidity",
                                       "refusal", "rejection", "form-utility-model",
                                       "objection", "form-invention", "fee" };
  const char *class_name = cs_item_get_consequence (item, type);
  guint rank = 0;

  while (rank < G_N_ELEMENTS (ranks) && strcmp (ranks[rank], class_name) != 0)
    rank++;

  return rank;
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  const CsReportFinding *one = *(CsReportFinding *const *)a;
  const CsReportFinding *other = *(CsReportFinding *const *)b;
  CsRightType type = *(const CsRightType *)data;

  if (one->waived != other->waived)
    return one->waived ? 1 : -1;
  if (one->severity != other->severity)
    return one->severity < other->severity ? -1 : 1;

  return (int)rank_consequence (one->item, type) - (int)rank_consequence (other->item, type);
}

GPtrArray *
cs_report_findings_new (const CsFindingView *view, const char *language)
{
  GPtrArray *findings = g_ptr_array_new_full (view->entries->len, finding_free);

  for (guint i = 0; i < view->entries->len; i++)
    g_ptr_array_add (findings, tell (view->entries->pdata[i], view->result, language));
  g_ptr_array_sort_with_data (findings, compare_findings, &view->result->draft->request->type);
  for (guint i = 0; i < findings->len; i++)
    ((CsReportFinding *)findings->pdata[i])->number = i + 1;

  return findings;
}
