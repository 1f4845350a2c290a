#pragma once

#include "../exam/cs-checklist.h"
#include "cs-report-line.h"

G_BEGIN_DECLS

/* The rule manual (规则手册): every requirement that is examined, as a page or a window lists it, in
 * one language. Strings are never %NULL. */

/**
 * CsManualExample:
 * @bad: the item finds something in it
 * @lines: (element-type CsReportLine): its texts with what is marked; the names of the parts are
 *   captions
 */
typedef struct
{
  gboolean bad;
  GPtrArray *lines;
} CsManualExample;

/**
 * CsManualItem:
 * @id: "CN-CLM-015"
 * @title: what is required
 * @severity: of its findings
 * @severity_word: the same in words
 * @explain: why, "" for nothing
 * @question: for a person, "" when the program answers alone
 * @bases: (element-type CsReportBasis): its clauses, and how well they were verified
 * @consequence: what may follow, "" for nothing
 * @check: name of the check that looks for it, "" when a person does
 * @lists: ids of the checklists that ask it
 * @examples: (element-type CsManualExample): the bad ones first
 */
typedef struct
{
  char *id;
  char *title;
  CsSeverity severity;
  char *severity_word;
  char *explain;
  char *question;
  GArray *bases;
  char *consequence;
  char *check;
  char *lists;
  GPtrArray *examples;
} CsManualItem;

/**
 * CsManualTopic:
 * @id: "CN-CLM": what leads to it
 * @office: "CN"
 * @title: "权利要求"
 * @items: (element-type CsManualItem): in the order of their ids
 */
typedef struct
{
  char *id;
  char *office;
  char *title;
  GPtrArray *items;
} CsManualTopic;

/** CsManualList: a checklist that the manual holds: its @id, @title and @edition */
typedef struct
{
  char *id;
  char *title;
  char *edition;
} CsManualList;

/**
 * CsManual:
 * @language: "zh" or "en"
 * @lists: (element-type CsManualList)
 * @topics: (element-type CsManualTopic): office by office
 * @n_items: in all topics
 *
 * Immutable.
 */
typedef struct
{
  const char *language;
  GPtrArray *lists;
  GPtrArray *topics;
  guint n_items;
} CsManual;

/**
 * cs_manual_new:
 * @checklists: (element-type CsChecklist): whose items it holds; what several ask is in it once
 * @language: "zh" or "en"
 *
 * Thread: any.
 *
 * Returns: (transfer full): the manual
 */
CsManual *cs_manual_new (const GPtrArray *checklists,
                         const char *language) G_GNUC_WARN_UNUSED_RESULT;

/** cs_manual_ref: Returns: (transfer full): @manual. Thread: any. */
CsManual *cs_manual_ref (CsManual *manual);

/** cs_manual_unref: Thread: any. */
void cs_manual_unref (CsManual *manual);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsManual, cs_manual_unref)

/** cs_manual_item_matches: @query: words, in any order. Returns: whether all of them stand in
 * @item, whatever the case of letters */
gboolean cs_manual_item_matches (const CsManualItem *item,
                                 const char *query);

/** cs_manual_html: Returns: (transfer full): one HTML file with contents, search and anchors, which
 * needs nothing from outside. Thread: any. */
GBytes *cs_manual_html (const CsManual *manual);

G_END_DECLS
