#pragma once

#include "../cs-library-search.h"

G_BEGIN_DECLS

/* Where the words of a query stand in a text; for nobody else. Knows no store. */

/* The parts of a document. */
typedef enum
{
  CS_SEARCH_TITLE,
  CS_SEARCH_ABSTRACT,
  CS_SEARCH_CLAIMS,
  CS_SEARCH_DESCRIPTION,
  CS_N_SEARCH_PARTS
} CsSearchPart;

/* Words and phrases ready to be looked for. */
typedef struct _CsSearchMarks CsSearchMarks;

/* Returns: (transfer full): the words of @query that are to be there; none when it is empty */
CsSearchMarks *cs_search_marks_new (const CsQuery *query);

/* Returns: (transfer full): each of @words (nullable terminated) by itself, in any part */
CsSearchMarks *cs_search_marks_new_words (const char *const *words);

void cs_search_marks_free (CsSearchMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchMarks, cs_search_marks_free)

/* Returns: how many words there are */
guint cs_search_marks_get_n (const CsSearchMarks *marks);

/* Returns: whether any of them is looked for in @part */
gboolean cs_search_marks_want (const CsSearchMarks *marks,
                               CsSearchPart part);

/* Where a word stands. */
typedef struct
{
  CsHitSpan span;
  guint word; /* which */
} CsSearchMark;

/* Returns: (transfer full) (element-type CsSearchMark): the first places of words in @text, which
 * is of @part, in order; not more than CS_MAX_SEARCH_MARKS */
GArray *cs_search_marks_find (const CsSearchMarks *marks,
                              CsSearchPart part,
                              const char *text,
                              gsize n_bytes);

#define CS_MAX_SEARCH_MARKS 1000

/* A piece of a text with what is found in it. */
typedef struct
{
  CsSearchPart part;
  const char *text;
  gsize n_bytes;
  GArray *marks; /* (nullable) (element-type CsSearchMark): (transfer full) */
  guint n_words; /* different ones */
} CsSearchPassage;

void cs_search_passage_clear (CsSearchPassage *passage);

/* Looks for the claim, paragraph or abstract of @text in which most of the words are found; it
 * takes the place of @best when it has more. */
void cs_search_find_passage (const CsSearchMarks *marks,
                             CsSearchPart part,
                             const char *text,
                             CsSearchPassage *best);

/* Returns: (transfer full): what the passage is called: number of the claim ("1"), of the paragraph
 * ("[0021]"), "" when it bears none */
char *cs_search_passage_dup_label (const CsSearchPassage *passage);

/* Returns: (transfer full): a line of about @n_bytes around the words found; @spans: (out)
 * (element-type CsHitSpan) (transfer full): where they are in it */
char *cs_search_passage_dup_line (const CsSearchPassage *passage,
                                  gsize n_bytes,
                                  GArray **spans);

G_END_DECLS
