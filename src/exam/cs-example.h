#pragma once

#include "../draft/cs-draft.h"
#include "../law/cs-xml-tree.h"

G_BEGIN_DECLS

/**
 * CsExpect:
 * @rule: the rule that must be reported
 * @path: (array length=n_path): printed numbers of the claims of its path, empty for any path
 * @n_path: how many
 * @mark: 1-based mark it belongs to, 0 for the mark of its own place or for all
 * @part: with no mark: the part it is about as a whole, or %CS_N_PARTS
 */
typedef struct
{
  char *rule;
  guint *path;
  guint n_path;
  guint mark;
  CsPart part;
} CsExpect;

/**
 * CsExample:
 * @bad: whether the item must find something in it
 * @language: (nullable): that it is written in
 * @line: 1-based line of the checklist
 * @draft: the small draft
 * @marks: (element-type CsSpan): what must be marked, in the order of the text
 * @expects: (element-type CsExpect): what must be said of it
 *
 * A wrong or a right text for one item: its test, and what people learn from.
 */
typedef struct
{
  gboolean bad;
  char *language;
  guint line;
  CsDraft *draft;
  GArray *marks;
  GArray *expects;
} CsExample;

/** cs_example_new: Returns: (transfer full): an example with nothing in it, for cs_example_read()
 */
CsExample *cs_example_new (void);

/**
 * cs_example_read:
 * @node: an `example` element
 * @office: of its checklist; of the draft unless its `request` says otherwise
 * @type: likewise
 * @error: %CS_ERROR_CHECKLIST with a line
 *
 * Builds the draft of an example and remembers what is marked in it.
 *
 * Returns: (transfer full): the example, or %NULL
 */
CsExample *cs_example_read (xmlNode *node,
                            CsOffice office,
                            CsRightType type,
                            GError **error);

/** cs_example_free: frees @example and all it holds */
void cs_example_free (CsExample *example);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsExample, cs_example_free)

/**
 * CsExampleMatch: what cs_example_explain() is told of one finding
 * @rule: its rule
 * @where: its place
 * @path: (array length=n_path): printed numbers of its path
 * @n_path: how many
 */
typedef struct
{
  const char *rule;
  CsSpan where;
  const guint *path;
  guint n_path;
} CsExampleMatch;

/**
 * cs_example_explain:
 * @example: an example
 * @matches: (array length=n_matches): what was found by its item
 * @n_matches: how many
 *
 * Compares what was found with what is marked.
 *
 * Returns: (transfer full) (nullable): what differs, in English, one line each; %NULL when all is
 * as it must be
 */
char *cs_example_explain (const CsExample *example,
                          const CsExampleMatch *matches,
                          guint n_matches);

G_END_DECLS
