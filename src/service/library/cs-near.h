#pragma once

#include "../../draft/cs-features.h"
#include "../../store/cs-library-near.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/* Prior art near a claim: its features are looked for in the library, and the families that have
 * most of them are listed. A share orders, it says nothing about novelty. */

/**
 * CsNearState:
 * @CS_NEAR_UNASKED: nobody knows: there are no words to look for, as in a measure
 * @CS_NEAR_NOTHING: none of the words of a feature that tell something
 * @CS_NEAR_SOME: some of them
 * @CS_NEAR_MOST: two thirds of them at least, in one passage
 *
 * How much of a feature was found.
 */
typedef enum
{
  CS_NEAR_UNASKED,
  CS_NEAR_NOTHING,
  CS_NEAR_SOME,
  CS_NEAR_MOST
} CsNearState;

/** cs_near_state_get_name: Returns: (transfer none): "unasked", "nothing", "some", "most" */
const char *cs_near_state_get_name (CsNearState state);

/**
 * CsNearFeature:
 * @span: where it stands in the draft
 * @number: printed number of its claim, or the place of the claim when it has none
 * @kind: preamble, limitation or step
 * @is_own: it stands in the claim that was asked about, not in one that this refers to
 * @text: its words
 * @best: what the best passage of the library has of it
 *
 * A feature that was looked for.
 */
typedef struct
{
  CsSpan span;
  guint number;
  CsFeatureKind kind;
  gboolean is_own;
  char *text;
  CsNearState best;
} CsNearFeature;

/**
 * CsNearHit:
 * @near: share and passages, one a feature
 * @document: the publication that most of the passages are of
 * @number: of @document as printed
 * @date: when that was published
 * @title: of the family
 * @applicant: the first one, "" when nobody is known
 * @n_members: applications of the family
 *
 * A family that has words of the claim.
 */
typedef struct
{
  CsNearFamily *near;
  gint64 document;
  char *number;
  CsOfficeDate date;
  char *title;
  char *applicant;
  guint n_members;
} CsNearHit;

/**
 * CsNearAnswer:
 * @claim: index of the claim that was asked about
 * @number: its printed number, or its place when it has none
 * @before: only what was published before that day was looked at; unknown for all
 * @language: "zh" or "en", that of the draft
 * @features: (element-type CsNearFeature): its own first, then those of the claims it refers to
 * @n_left_out: features beyond %CS_MAX_NEAR_FEATURES, which were not looked for
 * @families: (element-type CsNearHit): the nearest first
 * @n_library: families in the library
 *
 * What was found near a claim. Immutable.
 */
typedef struct
{
  guint claim;
  guint number;
  CsOfficeDate before;
  char *language;
  GPtrArray *features;
  guint n_left_out;
  GPtrArray *families;
  gint64 n_library;
} CsNearAnswer;

#define CS_TYPE_NEAR_ANSWER (cs_near_answer_get_type ())

GType cs_near_answer_get_type (void) G_GNUC_CONST;

/** cs_near_answer_ref: Returns: (transfer full): @answer. Thread: any. */
CsNearAnswer *cs_near_answer_ref (CsNearAnswer *answer);

/** cs_near_answer_unref: Thread: any. */
void cs_near_answer_unref (CsNearAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNearAnswer, cs_near_answer_unref)

/** cs_near_answer_count: Returns: in how many of its families most of feature @index is */
guint cs_near_answer_count (const CsNearAnswer *answer,
                            guint index);

/** cs_near_answer_get_state: Returns: what passage @feature of @hit, one of its families, comes
 * to */
CsNearState cs_near_answer_get_state (const CsNearAnswer *answer,
                                      const CsNearHit *hit,
                                      guint feature);

/** cs_near_get_date: Returns: the earliest day that @request tells of: a priority, the filing, that
 * of the international or the divided application; unknown when it tells of none. What was
 * published before is prior art. Source: Patent Law (2020) art. 22(5), 29; EPC art. 54(2), 89 */
CsOfficeDate cs_near_get_date (const CsRequest *request);

/**
 * CsNearQuestion:
 * @draft: (transfer none): a draft
 * @claim: index of one of its claims
 * @before: only what was published before that day, unknown for all; see cs_near_get_date()
 * @max_families: how many are wanted, at least 1
 * @language: (nullable): in which titles are wanted
 *
 * What to look for.
 */
typedef struct
{
  CsDraft *draft;
  guint claim;
  CsOfficeDate before;
  guint max_families;
  const char *language;
} CsNearQuestion;

/**
 * cs_near_find:
 * @library: the library
 * @searcher: that searches it
 * @question: what to look for
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: as in cs-library.h
 *
 * Looks for the features of a claim; of a dependent claim, or one that quotes another, also those
 * of the claims it refers to, through all of them. Reference signs in brackets do not count.
 * Blocks.
 *
 * Returns: (transfer full): what was found, or %NULL
 */
CsNearAnswer *cs_near_find (CsLibrary *library,
                            CsSearcher *searcher,
                            const CsNearQuestion *question,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- the claims of a family, beside the draft --- */

/**
 * CsNearClaim:
 * @text: as the library has it, with its number in front when it has one
 * @spans: (element-type CsHitSpan): words of the features in it
 */
typedef struct
{
  char *text;
  GArray *spans;
} CsNearClaim;

/**
 * CsNearClaims:
 * @document: the publication they are of, 0 when the library has no claims of the family
 * @number: of it as printed
 * @date: when it was published
 * @language: two letters, "" when unknown
 * @claims: (element-type CsNearClaim): in order
 */
typedef struct
{
  gint64 document;
  char *number;
  CsOfficeDate date;
  char *language;
  GPtrArray *claims;
} CsNearClaims;

/** cs_near_claims_free: frees it with all it holds */
void cs_near_claims_free (CsNearClaims *claims);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNearClaims, cs_near_claims_free)

/** cs_near_claims_load: @index: of a family of @answer. Returns: (transfer full): the claims of its
 * publication that the passages are of, or of another that has claims, best in the language of the
 * draft; or %NULL */
CsNearClaims *cs_near_claims_load (CsLibrary *library,
                                   const CsNearAnswer *answer,
                                   guint index,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- for a program with a main loop --- */

/**
 * CsNearItem:
 *
 * A family in a list of what is near a claim.
 */
#define CS_TYPE_NEAR_ITEM (cs_near_item_get_type ())

G_DECLARE_FINAL_TYPE (CsNearItem, cs_near_item, CS, NEAR_ITEM, GObject)

/** cs_near_item_get_hit: Returns: (transfer none): what was found of the family */
const CsNearHit *cs_near_item_get_hit (CsNearItem *item);

/** cs_near_item_get_answer: Returns: (transfer none): the answer that it is of */
CsNearAnswer *cs_near_item_get_answer (CsNearItem *item);

/**
 * CsNearList:
 *
 * A #GListModel of #CsNearItem: the families near a claim, found in the thread that reads. What was
 * found stays until the next answer is there, and when a search is stopped or fails.
 *
 * Properties: `answer` (#CsNearAnswer, nullable); `searching` (gboolean); `error` (utf8, nullable):
 * why the last search failed; `empty` (gboolean): there is no library, or nothing in it, as the
 * last search found.
 */
#define CS_TYPE_NEAR_LIST (cs_near_list_get_type ())

G_DECLARE_FINAL_TYPE (CsNearList, cs_near_list, CS, NEAR_LIST, GObject)

/** cs_near_list_new: Returns: (transfer full): an empty list; it asks @service */
CsNearList *cs_near_list_new (CsLibraryService *service);

/** cs_near_list_find: looks for what @question asks, and gives up the search under way */
void cs_near_list_find (CsNearList *list,
                        const CsNearQuestion *question);

/** cs_near_list_stop: gives up the search under way */
void cs_near_list_stop (CsNearList *list);

/** cs_near_list_load_claims: loads what cs_near_claims_load() gives of @item */
void cs_near_list_load_claims (CsNearList *list,
                               CsNearItem *item,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/** cs_near_list_load_claims_finish: Returns: (transfer full): the claims, or %NULL. The source of
 * @result is the service */
CsNearClaims *cs_near_list_load_claims_finish (GAsyncResult *result,
                                               GError **error);

G_END_DECLS
