#include <string.h>

#include "../language/cs-fold.h"
#include "cs-subject.h"

#define MAX_SUBJECT_BYTES 600 /* longer names are compared by their first bytes */

/* --- English: by words --- */

static char *
dup_singular (const char *word)
{
  gsize length = strlen (word);

  if (length > 4 && g_str_has_suffix (word, "ies"))
    return g_strdup_printf ("%.*sy", (int)length - 3, word);
  if (length > 4 && (g_str_has_suffix (word, "sses") || g_str_has_suffix (word, "xes") ||
                     g_str_has_suffix (word, "ches") || g_str_has_suffix (word, "shes")))
    return g_strndup (word, length - 2);
  if (length > 3 && word[length - 1] == 's' && strchr ("sui", word[length - 2]) == NULL)
    return g_strndup (word, length - 1);

  return g_strdup (word);
}

/* The words of @text in the singular, lower case, without articles. */
static GPtrArray *
split_words (const char *text)
{
  static const char *const articles[] = { "a", "an", "the", "said", "one", "or", "more",
                                          "at", "least", "new", "improved", "novel", "and", NULL };
  g_autoptr (CsFolded) folded =
      cs_fold_head (text, strlen (text), MAX_SUBJECT_BYTES, CS_FOLD_CASE);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *at = folded->text;

  while (*at != '\0')
    {
      const char *start = at;

      while (g_ascii_isalnum (*at) || (guchar)*at >= 0x80 || (*at == '-' && at > start))
        at++;
      if (at > start)
        {
          g_autofree char *word = g_strndup (start, at - start);

          if (!g_strv_contains (articles, word))
            g_ptr_array_add (words, dup_singular (word));
        }
      else
        {
          at++;
        }
    }

  return words;
}

/* Words behind which a noun phrase only goes on to say more of its head. */
static gboolean
ends_noun_phrase (const char *word)
{
  static const char *const links[] = {
    "of", "for", "to", "in", "with", "that", "which",
    "by", "using", "from", "on", "wherein", "adapted", "configured",
    "operable", "capable", "used", "suitable", "usable", "storing", "stored",
    "embodying", "performed", "executed", "implemented", "having", "comprising", "including",
    "containing", "made", "obtained", "produced", "prepared", "according", "as",
    "when", "under", "encoded", "represented", "expressed", "described", "obtainable",
    "defined", "selected", "without", "whose", "carrying", "between", "within", "being",
    "at", "belonging", "useful", "encoding", "coding", "expressing", "employing", "performing",
    "implementing", "formed", "generated", NULL
  };

  return g_strv_contains (links, word);
}

/* "cell transformed with", "receptacle coated with": a participle that a link follows. "Bird feed
 * for" has none. */
static gboolean
is_participle (const char *word)
{
  return strlen (word) > 4 && g_str_has_suffix (word, "ed") && !g_str_has_suffix (word, "eed");
}

static gboolean
ends_at (const GPtrArray *words, guint n)
{
  const char *word = g_ptr_array_index (words, n);

  return ends_noun_phrase (word) ||
         (is_participle (word) && n + 1 < words->len &&
          ends_noun_phrase (g_ptr_array_index (words, n + 1)));
}

static guint
noun_phrase_length (const GPtrArray *words)
{
  guint n = 0;

  while (n < words->len && (n == 0 || !ends_at (words, n)))
    n++;

  return n;
}

char *
cs_subject_dup_head (const char *subject)
{
  g_autoptr (GPtrArray) words = split_words (subject);
  guint length = noun_phrase_length (words);

  return length == 0 ? g_strdup ("") : g_strdup (g_ptr_array_index (words, length - 1));
}

gboolean
cs_subject_is_linked (const char *subject)
{
  g_autoptr (GPtrArray) words = split_words (subject);

  return noun_phrase_length (words) < words->len;
}

static gboolean
contains_word (const GPtrArray *words, guint n_words, const char *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return TRUE;

  return FALSE;
}

static guint
count_shared (const GPtrArray *words, guint n_words, const GPtrArray *others)
{
  guint shared = 0;

  for (guint i = 0; i < n_words; i++)
    shared += contains_word (others, others->len, g_ptr_array_index (words, i));

  return shared;
}

static CsSubjectMatch
compare_english (const char *subject, const char *base)
{
  g_autoptr (GPtrArray) left = split_words (subject);
  g_autoptr (GPtrArray) right = split_words (base);
  guint n_left = noun_phrase_length (left);
  guint n_right = noun_phrase_length (right);
  guint shared;
  const char *head;
  const char *base_head;

  if (n_left == 0 || n_right == 0)
    return CS_SUBJECT_SAME;

  head = g_ptr_array_index (left, n_left - 1);
  base_head = g_ptr_array_index (right, n_right - 1);
  shared = count_shared (left, n_left, right);
  if (g_str_equal (head, base_head))
    return shared == n_left || n_right == 1 ? CS_SUBJECT_SAME : CS_SUBJECT_REWORDED;
  if (2 * shared >= n_left || contains_word (right, n_right, head) ||
      contains_word (left, n_left, base_head))
    return CS_SUBJECT_REWORDED;

  return CS_SUBJECT_DIFFERENT;
}

/* --- Chinese: by characters --- */

/* The name without brackets and what is in them, marks, 的 and 一种. */
static char *
dup_bare (const char *text)
{
  static const char *const dropped[] = { "一种", "所述", "的", "“", "”", "《", "》", "、" };
  g_autoptr (CsFolded) folded =
      cs_fold_head (text, strlen (text), MAX_SUBJECT_BYTES, CS_FOLD_CASE);
  g_autoptr (GString) bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *at = folded->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && depth > 0)
        depth--;
      else if (depth == 0 && strchr (" \n\t\"'-/", *at) == NULL)
        g_string_append_len (bare, at, g_utf8_skip[*(const guchar *)at]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    g_string_replace (bare, dropped[i], "", 0);

  return g_string_free (g_steal_pointer (&bare), FALSE);
}

static gboolean
is_subsequence (const char *part, const char *whole)
{
  while (*part != '\0' && *whole != '\0')
    {
      if (g_utf8_get_char (part) == g_utf8_get_char (whole))
        part = g_utf8_next_char (part);
      whole = g_utf8_next_char (whole);
    }

  return *part == '\0';
}

/* Characters that @left and @right have in common at their ends. */
static guint
common_tail (const char *left, const char *right)
{
  const char *a = left + strlen (left);
  const char *b = right + strlen (right);
  guint n = 0;

  while (a > left && b > right)
    {
      a = g_utf8_prev_char (a);
      b = g_utf8_prev_char (b);
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        break;
      n++;
    }

  return n;
}

/* Share of the pairs of characters of @part, but for its last @tail characters, that stand in
 * @whole; 0 when there is none. */
static double
pair_overlap (const char *part, const char *whole, guint tail)
{
  glong n_chars = g_utf8_strlen (part, -1) - tail;
  guint n_pairs = 0;
  guint n_found = 0;

  for (glong i = 0; i + 1 < n_chars; i++, part = g_utf8_next_char (part))
    {
      char pair[13] = { 0 };

      g_utf8_strncpy (pair, part, 2);
      n_pairs++;
      n_found += strstr (whole, pair) != NULL;
    }

  return n_pairs == 0 ? 0 : (double)n_found / n_pairs;
}

static CsSubjectMatch
compare_chinese (const char *subject, const char *base)
{
  g_autofree char *left = dup_bare (subject);
  g_autofree char *right = dup_bare (base);
  guint tail = common_tail (left, right);
  double overlap;

  if (*left == '\0' || *right == '\0')
    return CS_SUBJECT_SAME;
  if (g_str_has_suffix (right, left) || g_str_has_suffix (left, right))
    return CS_SUBJECT_SAME;
  if (tail >= 2 && (is_subsequence (left, right) || is_subsequence (right, left)))
    return CS_SUBJECT_SAME;

  /* A shared head noun alone (方法, 装置) does not make it the same thing: what stands before it
   * counts. */
  overlap = MAX (pair_overlap (left, right, tail), pair_overlap (right, left, tail));
  if (overlap > (tail >= 4 ? 0.15 : tail >= 2 ? 0.35 :
                                                0.5))
    return CS_SUBJECT_REWORDED;

  return CS_SUBJECT_DIFFERENT;
}

CsSubjectMatch
cs_subject_compare (const char *subject, const char *base, const char *language)
{
  if (*subject == '\0' || *base == '\0')
    return CS_SUBJECT_SAME;

  return g_str_equal (language, "zh") ? compare_chinese (subject, base) :
                                        compare_english (subject, base);
}
