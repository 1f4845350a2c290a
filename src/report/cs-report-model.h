#pragma once

#include "../exam/cs-exam-diff.h"
#include "../exam/cs-finding-view.h"
#include "cs-report-line.h"

G_BEGIN_DECLS

/* An examination as reports print it: in one language, in the order of reading, each defect once.
 * Everything that is to be decided, counted, sorted or put into words is done here; the writers of
 * formats only lay it out. Strings are never %NULL unless said so, and harmless: control and bidi
 * characters of a draft are made visible. */

/**
 * CsReportBasis:
 * @citation: "专利法实施细则第25条第2款"
 * @edition: day it came into force, "" when not told
 * @status: how well it was verified, in words
 * @verified: the provision itself was read
 */
typedef struct
{
  char *citation;
  char *edition;
  char *status;
  gboolean verified;
} CsReportBasis;

/**
 * CsReportHandling:
 * @kind: (nullable): "waived", "accepted", ...; %NULL when nobody decided
 * @word: the same in words; "open" when nobody did
 * @reason: why
 * @author: who
 * @day: when, ISO 8601, "" when not told
 */
typedef struct
{
  const char *kind;
  char *word;
  char *reason;
  char *author;
  char *day;
} CsReportHandling;

/**
 * CsReportFinding:
 * @number: 1-based, in the order of the report
 * @severity: the worst of the lists that say so
 * @certainty: how sure
 * @certainty_word: the same in words
 * @checklist: (transfer none): the first list that says so
 * @item: (transfer none): its item
 * @ids: of all items that say so, "CN-CLM-024 US-CLM-011"
 * @offices: whose lists they are in, "CN US"
 * @check: name of the check
 * @rule: name of the rule
 * @part: where it is
 * @start_char: first code point marked, in the text of the part
 * @end_char: one past the last
 * @place: "权利要求3"
 * @message: what is wrong
 * @excerpt: (element-type CsReportPiece): the words marked among others; maybe none
 * @related: (element-type utf8): "Introduced here: claim 3", a line each
 * @path: "7 → 5", "" when there is none
 * @bases: (element-type CsReportBasis): clauses of all lists
 * @consequence: what may follow, "" for nothing
 * @suggestions: (element-type utf8): what may be done; never none
 * @handling: what was decided
 * @waived: it may stand, and does not count
 * @is_new: it was not found in the last run; %FALSE when there was none
 * @fingerprint: the same for the same defect in a later version
 */
typedef struct
{
  guint number;
  CsSeverity severity;
  CsCertainty certainty;
  char *certainty_word;
  const CsChecklist *checklist;
  const CsItem *item;
  char *ids;
  char *offices;
  const char *check;
  const char *rule;
  CsPart part;
  guint start_char;
  guint end_char;
  char *place;
  char *message;
  GArray *excerpt;
  GPtrArray *related;
  char *path;
  GArray *bases;
  char *consequence;
  GPtrArray *suggestions;
  CsReportHandling handling;
  gboolean waived;
  gboolean is_new;
  char fingerprint[17];
} CsReportFinding;

/**
 * CsReportItem:
 * @id: "CN-CLM-013"
 * @checklist: (transfer none): in which
 * @title: what is required
 * @question: for a person, "" when the program answers alone
 * @group: of the question, in words, "" for none
 * @evidence: (element-type GArray of CsReportPiece): what the question is about, a place and its
 *   words each
 * @is_open: it asks, and has no answer that holds
 * @state: how it came out
 * @state_word: the same in words
 * @severity: of the worst finding that counts, %CS_N_SEVERITIES for none
 * @n_findings: that count
 * @n_waived: that do not
 * @reason: why it was not run, or not for all there is; "" when it was
 * @bases: (element-type CsReportBasis): its clauses
 * @answer: what a person answered, in words; "" for nothing yet
 * @answer_text: why
 * @answer_author: who
 * @answer_day: when, ISO 8601
 * @answer_is_stale: it was given for another text, and does not count
 * @house: what a list of the user changed about it, "" for nothing
 */
typedef struct
{
  char *id;
  const CsChecklist *checklist;
  char *title;
  char *question;
  char *group;
  GPtrArray *evidence;
  gboolean is_open;
  CsItemState state;
  char *state_word;
  guint severity;
  guint n_findings;
  guint n_waived;
  char *reason;
  GArray *bases;
  char *answer;
  char *answer_text;
  char *answer_author;
  char *answer_day;
  gboolean answer_is_stale;
  char *house;
} CsReportItem;

/**
 * CsReportList:
 * @checklist: (transfer none): by which was examined
 * @title: its name
 * @n_states: (array fixed-size=5): items by #CsItemState
 */
typedef struct
{
  const CsChecklist *checklist;
  char *title;
  guint n_states[CS_ITEM_NOT_RUN + 1];
} CsReportList;

/** CsReportGroup: items (@ids) that were not checked for one @reason */
typedef struct
{
  char *reason;
  GPtrArray *items; /* CsReportItem, of the model */
} CsReportGroup;

/** CsReportStale: a decision that belongs to no finding any more: of which @check, on which
 * @words, and what was decided */
typedef struct
{
  char *check;
  char *words;
  CsReportHandling handling;
} CsReportStale;

/**
 * CsReportChange:
 * @kind: (transfer none): "new", "gone", "still" or "let-stand"
 * @word: the same in words
 * @severity: of the finding
 * @item: id of its item
 * @place: where it is, or was
 * @message: what is wrong, or was
 *
 * What became of a finding since the last examination.
 */
typedef struct
{
  const char *kind;
  char *word;
  CsSeverity severity;
  char *item;
  char *place;
  char *message;
} CsReportChange;

/**
 * CsReportSignature:
 * @kind: as what
 * @role: the same in words
 * @author: who
 * @day: when, ISO 8601
 * @holds: it is for the text examined
 * @validity: the same in words
 */
typedef struct
{
  CsSignatureRole kind;
  char *role;
  char *author;
  char *day;
  gboolean holds;
  char *validity;
} CsReportSignature;

/** CsReportFact: something about the document or the run, and its name */
typedef struct
{
  char *label;
  char *value;
} CsReportFact;

/**
 * CsReportModel:
 * @result: what was examined, and how it came out
 * @language: "zh" or "en"
 * @made_us: when the report is made, µs since 1970 UTC; 0 when not told
 * @title: of the report
 * @subject: title of the invention, or the name of the document
 * @facts: (element-type CsReportFact): about document and run, for the first page
 * @n_open: findings that count, by severity
 * @n_waived: findings that do not
 * @n_states: items by #CsItemState
 * @n_unanswered: items that ask, and have no answer that holds
 * @n_unchecked: items of which something was not run
 * @lists: (element-type CsReportList): by which was examined
 * @findings: (element-type CsReportFinding): the worst first, then by what may follow, then in the
 *   order of the text
 * @items: (element-type CsReportItem): every item, in the order of the lists
 * @unchecked: (element-type CsReportGroup): what was not checked, by reason
 * @changes: (nullable) (element-type CsReportChange): since the last examination; %NULL when there
 *   was none. What is still there is only counted
 * @changes_line: (nullable): the same in numbers
 * @stale: (element-type CsReportStale)
 * @signatures: (element-type CsReportSignature): the oldest first
 * @standing: whether it is signed, or what is open
 * @sha256: of the text examined
 *
 * Immutable.
 */
typedef struct
{
  CsExamResult *result;
  const char *language;
  gint64 made_us;
  char *title;
  char *subject;
  GPtrArray *facts;
  guint n_open[CS_N_SEVERITIES];
  guint n_waived;
  guint n_states[CS_ITEM_NOT_RUN + 1];
  guint n_unanswered;
  guint n_unchecked;
  GPtrArray *lists;
  GPtrArray *findings;
  GPtrArray *items;
  GPtrArray *unchecked;
  GPtrArray *changes;
  char *changes_line;
  GPtrArray *stale;
  GPtrArray *signatures;
  char *standing;
  char *sha256;
} CsReportModel;

/**
 * CsReportInputs:
 * @result: an examination
 * @language: "zh" or "en": of the report, whatever the language of the draft
 * @made_us: when, µs since 1970 UTC; 0 to leave it out
 * @record: (nullable): the examination as it was kept: who examined, and who signed
 * @diff: (nullable): against the one before
 *
 * What a report is made of.
 */
typedef struct
{
  CsExamResult *result;
  const char *language;
  gint64 made_us;
  const CsExamRecord *record;
  const CsExamDiff *diff;
} CsReportInputs;

/**
 * cs_report_model_new:
 * @inputs: what there is to report
 *
 * Linear in the findings, apart from sorting them. Thread: any.
 *
 * Returns: (transfer full): the model
 */
CsReportModel *cs_report_model_new (const CsReportInputs *inputs) G_GNUC_WARN_UNUSED_RESULT;

/** cs_report_model_ref: Returns: (transfer full): @model. Thread: any. */
CsReportModel *cs_report_model_ref (CsReportModel *model);

/** cs_report_model_unref: Thread: any. */
void cs_report_model_unref (CsReportModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReportModel, cs_report_model_unref)

/** cs_report_get_word: Returns: (transfer none): the word for @key in resources/report/words.xml */
const char *cs_report_get_word (const CsReportModel *model,
                                const char *key);

G_END_DECLS
