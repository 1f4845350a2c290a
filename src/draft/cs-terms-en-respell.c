#include <string.h>

#include "cs-terms-en.h"

/* The same words written otherwise: one word or two, or initials. */

/* The number of @name plus one, 0 when no word of the text has it. */
static guint
find_name (const CsTextEn *text, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (text->name_ids, name));
}

/* "sidewall" where "side wall" is looked for: the query with its words @at and @at + 1 joined. */
static gboolean
join_words (const CsQueryEn *query, const CsTextEn *text, guint at, CsQueryEn *joined)
{
  char name[2 * CS_WORD_EN_MAX];
  guint id;

  g_snprintf (name, sizeof name, "%s%s",
              (char *)g_ptr_array_index (text->names, query->lemmas[at]),
              (char *)g_ptr_array_index (text->names, query->lemmas[at + 1]));
  id = find_name (text, name);
  if (id == 0)
    return FALSE;

  *joined = *query;
  joined->lemmas[at] = id - 1;
  joined->n_words--;
  for (guint i = at + 1; i < joined->n_words; i++)
    joined->lemmas[i] = query->lemmas[i + 1];

  return TRUE;
}

/* "side wall" where "sidewall" is looked for: the query with its word @at in two at @letters. */
static gboolean
split_word (const CsQueryEn *query, const CsTextEn *text, guint at, gsize letters, CsQueryEn *split)
{
  const char *word = g_ptr_array_index (text->names, query->lemmas[at]);
  guint right = find_name (text, word + letters);
  g_autofree char *head = NULL;
  guint left;

  if (right == 0 || query->n_words == CS_PHRASE_EN_MAX)
    return FALSE;

  head = g_strndup (word, letters);
  left = find_name (text, head);
  if (left == 0)
    return FALSE;

  *split = *query;
  for (guint i = query->n_words; i > at + 1; i--)
    split->lemmas[i] = query->lemmas[i - 1];
  split->lemmas[at] = left - 1;
  split->lemmas[at + 1] = right - 1;
  split->n_words++;

  return TRUE;
}

/* "SIP gateway" where "Session Initiation Protocol gateway" is looked for: the query with its words
 * [@first, @end) as their initials. */
static gboolean
abbreviate (const CsQueryEn *query, const CsTextEn *text, guint first, guint end, CsQueryEn *out)
{
  char initials[CS_PHRASE_EN_MAX + 1] = "";
  guint id;

  for (guint i = first; i < end; i++)
    initials[i - first] = *(char *)g_ptr_array_index (text->names, query->lemmas[i]);
  id = find_name (text, initials);
  if (id == 0)
    return FALSE;

  *out = *query;
  out->lemmas[first] = id - 1;
  out->n_words = query->n_words - (end - first) + 1;
  for (guint i = first + 1; i < out->n_words; i++)
    out->lemmas[i] = query->lemmas[i + (end - first) - 1];

  return TRUE;
}

static guint
find_abbreviated (const CsQueryEn *query, const CsTextEn *text, guint start, guint end)
{
  CsQueryEn shorter;
  guint found = CS_NO_INDEX;

  for (guint first = 0; first + 2 <= query->n_words; first++)
    for (guint last = first + 2; last <= query->n_words && found == CS_NO_INDEX; last++)
      if (abbreviate (query, text, first, last, &shorter))
        found = cs_query_en_find_words (&shorter, text, start, end);

  return found;
}

static guint
find_respelt (const CsQueryEn *query, const CsTextEn *text, guint start, guint end)
{
  CsQueryEn other;
  guint found = CS_NO_INDEX;

  for (guint i = 0; i < query->n_words && found == CS_NO_INDEX; i++)
    {
      gsize length = strlen (g_ptr_array_index (text->names, query->lemmas[i]));

      if (i + 1 < query->n_words && join_words (query, text, i, &other))
        found = cs_query_en_find_words (&other, text, start, end);
      for (gsize letters = 2; letters + 3 <= length && found == CS_NO_INDEX; letters++)
        if (split_word (query, text, i, letters, &other))
          found = cs_query_en_find_words (&other, text, start, end);
    }

  return found;
}

guint
cs_query_en_find_respelt (const CsQueryEn *query, const CsTextEn *text, guint start, guint end)
{
  guint found = find_respelt (query, text, start, end);

  return found != CS_NO_INDEX ? found : find_abbreviated (query, text, start, end);
}
