#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CsTermVerdict:
 * @CS_TERM_IS_TERM: this is a term, just so: where a reference begins with it, it ends with it
 * @CS_TERM_NEVER_REPORT: no finding about a reference to it
 *
 * What a person said of a word.
 */
typedef enum
{
  CS_TERM_IS_TERM,
  CS_TERM_NEVER_REPORT
} CsTermVerdict;

/**
 * CsTermEntry:
 * @name: the term, as in the claims, without article or 所述
 * @verdict: what was said of it
 */
typedef struct
{
  char *name;
  CsTermVerdict verdict;
} CsTermEntry;

/**
 * CsTermList:
 *
 * A matter's own list of terms: what its author confirmed once, so that nothing is guessed there
 * again. In the order of the names, each once. Immutable.
 */
typedef struct _CsTermList CsTermList;

#define CS_TYPE_TERM_LIST (cs_term_list_get_type ())

GType cs_term_list_get_type (void) G_GNUC_CONST;

/** cs_term_list_new: Returns: (transfer full): an empty list */
CsTermList *cs_term_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_term_list_ref: Returns: (transfer full): @list. Thread: any. */
CsTermList *cs_term_list_ref (CsTermList *list);

/** cs_term_list_unref: Thread: any. */
void cs_term_list_unref (CsTermList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTermList, cs_term_list_unref)

/** cs_term_list_get_n_entries: Returns: how many */
guint cs_term_list_get_n_entries (const CsTermList *list);

/** cs_term_list_get: @index: 0-based. Returns: (transfer none): the entry */
const CsTermEntry *cs_term_list_get (const CsTermList *list,
                                     guint index);

/** cs_term_list_find: O(log n). Returns: (transfer none) (nullable): what was said of @name, which
 *  is compared without regard to width and case */
const CsTermEntry *cs_term_list_find (const CsTermList *list,
                                      const char *name);

/**
 * cs_term_list_with:
 * @list: a list
 * @name: a term; spaces around it do not count
 * @verdict: what is said of it now
 *
 * Returns: (transfer full): @list with that said, whatever was said before; as it was when @name
 * is empty
 */
CsTermList *cs_term_list_with (const CsTermList *list,
                               const char *name,
                               CsTermVerdict verdict) G_GNUC_WARN_UNUSED_RESULT;

/** cs_term_list_without: Returns: (transfer full): @list with nothing said of @name */
CsTermList *cs_term_list_without (const CsTermList *list,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
