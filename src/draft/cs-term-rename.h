#pragma once

#include "cs-edit.h"
#include "cs-terms.h"

G_BEGIN_DECLS

/**
 * CsTermChange:
 * @before: what stands there now: "springs", "a spring"
 * @after: what will
 * @n_places: in how many places
 */
typedef struct
{
  char *before;
  char *after;
  guint n_places;
} CsTermChange;

/**
 * CsTermRename:
 * @edits: (element-type CsEdit): what to do, normalised
 * @changes: (element-type CsTermChange): the same for people, the most frequent first
 * @n_places: by part, how often the name changes there
 * @n_kept: places that stay as they are: a subscript, superscript or object would go, or a claim
 *   means the term by words that are not its name
 * @same_as: index of another term that has the new name already, %CS_NO_INDEX when there is none:
 *   the two would become one
 *
 * Another name for a term, everywhere.
 */
typedef struct
{
  GArray *edits;
  GArray *changes;
  guint n_places[CS_N_PARTS];
  guint n_kept;
  guint same_as;
} CsTermRename;

/** CS_TERM_RENAME_MAX_CHARS: a longer name is none */
#define CS_TERM_RENAME_MAX_CHARS 200

/**
 * cs_term_rename_new:
 * @claims: the claims, analysed
 * @description: the description, analysed
 * @terms: their terms
 * @term: index of the term to be renamed
 * @name: its new name; spaces around it do not count
 *
 * In the claims all that means the term is renamed; in title, abstract, description and its table
 * of signs where the name stands by itself: not within the longer name of another term or sign, or
 * within a longer word. In English the plural follows, "a" and "an" are put right, and capitals
 * stay. Linear in the text and, in each place, the runs of its part. Thread: any.
 *
 * Returns: (transfer full) (nullable): what is to be done; %NULL when @name cannot be a name: it is
 * empty, too long, or holds line ends or objects
 */
CsTermRename *cs_term_rename_new (const CsClaimSet *claims,
                                  const CsDescription *description,
                                  const CsTerms *terms,
                                  guint term,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

/** cs_term_rename_free: frees @rename and all it holds */
void cs_term_rename_free (CsTermRename *rename);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTermRename, cs_term_rename_free)

G_END_DECLS
