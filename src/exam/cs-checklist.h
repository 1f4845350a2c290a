#pragma once

#include "../draft/cs-draft.h"
#include "../law/cs-law-table.h"
#include "cs-check.h"
#include "cs-evidence-kind.h"
#include "cs-example.h"
#include "cs-severity.h"
#include "cs-trigger.h"

G_BEGIN_DECLS

/**
 * CsConsequence:
 * @types: bit `1 << CsRightType` for each type of right it holds for, 0 for all
 * @class_name: "refusal", "form-invention", ...; messages.xml has its words
 *
 * What a defect leads to: severity is not consequence.
 */
typedef struct
{
  guint types;
  char *class_name;
} CsConsequence;

/**
 * CsParam:
 * @name: one of #CsCheck.params
 * @value: (nullable): its value
 * @limit: (nullable): key of a #CsLimit that gives the value on the day examined
 */
typedef struct
{
  char *name;
  char *value;
  char *limit;
} CsParam;

/** CsGrade: @rule of the item has @severity rather than the item's own */
typedef struct
{
  char *rule;
  CsSeverity severity;
} CsGrade;

/** CsMessage: @words of the item for @rule, rather than those of messages.xml */
typedef struct
{
  char *rule;
  CsWords words;
} CsMessage;

/**
 * CsItem:
 * @id: permanent, "CN-CLM-015"
 * @title: what is required, in a few words
 * @explain: why, in a few sentences; maybe empty
 * @question: for a person; empty when the program answers alone
 * @check: (nullable): what looks for it
 * @rules: (array zero-terminated=1): rules of @check that it takes; all of them when none is named
 * @severity: of its findings, unless @grades has another
 * @since: edition of the checklist in which it came, counted from 1
 * @types: bit `1 << CsRightType` for each type it is meant for, 0 for all
 * @routes: bit `1 << CsRoute` likewise
 * @bases: (element-type CsLegalBasis): the main clause first
 * @consequences: (element-type CsConsequence)
 * @params: (element-type CsParam)
 * @grades: (element-type CsGrade)
 * @messages: (element-type CsMessage)
 * @examples: (element-type CsExample)
 * @triggers: (element-type CsTrigger): it is asked when one of them is met; always when there are
 *   none
 * @group: (nullable): of the question: those of one group are asked together
 * @evidence: (element-type CsEvidenceKind): what is shown beside the question
 * @is_changed: a list of a user changed it
 * @off: (nullable): why that list switched it off: it is reported as not run
 *
 * One requirement of a checklist.
 */
typedef struct
{
  char *id;
  CsWords title;
  CsWords explain;
  CsWords question;
  const CsCheck *check;
  char **rules;
  CsSeverity severity;
  guint since;
  guint types;
  guint routes;
  GArray *bases;
  GArray *consequences;
  GArray *params;
  GArray *grades;
  GArray *messages;
  GPtrArray *examples;
  GArray *triggers;
  char *group;
  GArray *evidence;
  gboolean is_changed;
  char *off;
} CsItem;

/**
 * CsChecklist:
 * @id: "cn-invention"
 * @base: (nullable): the list of ours that this one of a user stands on
 * @is_default: it examines what its base would examine when nobody names a list
 * @title: its name
 * @office: whose law it follows
 * @types: bit `1 << CsRightType` for each type of right it is for
 * @languages: (array zero-terminated=1): languages of drafts it can examine
 * @edition: day of the law it follows, ISO 8601
 * @items: (element-type CsItem): in the order of the file
 *
 * A list of requirements as a value. Immutable.
 */
typedef struct
{
  char *id;
  char *base;
  gboolean is_default;
  CsWords title;
  CsOffice office;
  guint types;
  char **languages;
  char *edition;
  GPtrArray *items;
} CsChecklist;

#define CS_TYPE_CHECKLIST (cs_checklist_get_type ())

GType cs_checklist_get_type (void) G_GNUC_CONST;

/** cs_checklist_ref: Returns: (transfer full): @checklist. Thread: any. */
CsChecklist *cs_checklist_ref (CsChecklist *checklist);

/** cs_checklist_unref: Thread: any. */
void cs_checklist_unref (CsChecklist *checklist);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsChecklist, cs_checklist_unref)

/**
 * cs_checklist_new:
 * @bytes: a checklist in XML
 * @error: %CS_ERROR_CHECKLIST with a line for what makes no sense, else as cs_tree_parse()
 *
 * Reads a checklist. Errors name the line, the name met and the nearest name that is known.
 * Thread: any.
 *
 * Returns: (transfer full): the checklist, or %NULL
 */
CsChecklist *cs_checklist_new (GBytes *bytes,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_checklist_load:
 * @name: id of a checklist in the user's folder or of one that comes with the program, or the path
 *   of a file (with a slash or a dot in it)
 * @error: as cs_checklist_new(), or %CS_ERROR_IO naming the nearest id
 *
 * Reads a checklist by name. Thread: any.
 *
 * Returns: (transfer full): the checklist, or %NULL
 */
CsChecklist *cs_checklist_load (const char *name,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_checklist_list:
 *
 * Thread: any.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the checklists that come with the
 *   program and of those in the user's folder, sorted
 */
char **cs_checklist_list (void);

/**
 * cs_checklist_list_for:
 * @request: what a draft says of itself
 *
 * Which checklists examine a draft when nobody names one: office, type and route decide, and a list
 * of the user that says it stands for one of ours. Thread: any.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids; empty when none fits
 */
char **cs_checklist_list_for (const CsRequest *request);

/** cs_checklist_is_there_for: Returns: whether cs_checklist_list_for() has an answer; reads no
 *  file */
gboolean cs_checklist_is_there_for (const CsRequest *request);

/**
 * cs_checklist_lint:
 * @path: a file
 * @checklist: (out) (transfer full) (nullable): the list when nothing is wrong with it
 * @error: when the file cannot be read at all
 *
 * Looks for all that is wrong with a checklist that somebody wrote. Thread: any.
 *
 * Returns: (transfer full) (element-type GError): each as cs_checklist_new() says it, or %NULL
 */
GPtrArray *cs_checklist_lint (const char *path,
                              CsChecklist **checklist,
                              GError **error);

/** cs_checklist_find_item: Returns: (transfer none) (nullable): the item of that id */
CsItem *cs_checklist_find_item (const CsChecklist *checklist,
                                const char *id);

/** cs_item_takes: Returns: whether @item asks for @rule of its check */
gboolean cs_item_takes (const CsItem *item,
                        const char *rule);

/** cs_item_get_severity: Returns: severity of a finding of @rule */
CsSeverity cs_item_get_severity (const CsItem *item,
                                 const char *rule);

/** cs_item_get_consequence: Returns: (transfer none): class for @type, "none" when there is none */
const char *cs_item_get_consequence (const CsItem *item,
                                     CsRightType type);

/** cs_item_new: Returns: (transfer full): an item with nothing in it, for its reader to fill */
CsItem *cs_item_new (void);

/** cs_item_free: frees @item and all it holds */
void cs_item_free (CsItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsItem, cs_item_free)

G_END_DECLS
