#include <string.h>

#include <gio/gio.h>

#include "cs-term-variants-private.h"

/* Words and characters that are written for each other by a slip. */

#define ALIKE_PATH "/io/github/claimsmith/lexicons/alike.zh.tsv"
#define MAX_LETTERS 40

/* --- Chinese: characters that sound or look alike --- */

static void
add_character (GHashTable *lines, gunichar unit, guint line)
{
  GArray *on = g_hash_table_lookup (lines, GUINT_TO_POINTER (unit));

  if (on == NULL)
    {
      on = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lines, GUINT_TO_POINTER (unit), on);
    }
  g_array_append_val (on, line);
}

/* Character -> GArray of guint: the lines it stands on. */
static GHashTable *
load_alike (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (ALIKE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GHashTable *on = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return on;

  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at = strchr (lines[i], '\t');

      if (lines[i][0] == '#' || at == NULL)
        continue;
      for (at++; *at != '\0'; at = g_utf8_next_char (at))
        add_character (on, g_utf8_get_char (at), i);
    }

  return on;
}

gboolean
cs_slip_is_likely_zh (gunichar written, gunichar meant)
{
  static gsize table;
  const GArray *left;
  const GArray *right;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize)load_alike ());

  left = g_hash_table_lookup ((GHashTable *)table, GUINT_TO_POINTER (written));
  right = g_hash_table_lookup ((GHashTable *)table, GUINT_TO_POINTER (meant));
  for (guint i = 0; left != NULL && right != NULL && i < left->len; i++)
    for (guint n = 0; n < right->len; n++)
      if (g_array_index (left, guint, i) == g_array_index (right, guint, n))
        return TRUE;

  return FALSE;
}

/* --- English: words that differ in a letter --- */

/* Letters left out, put in, changed or exchanged. Source: the optimal string alignment distance,
 * after Damerau (1964). */
guint
cs_slip_count_letters (const char *one, const char *other)
{
  gsize n = strlen (one);
  gsize m = strlen (other);
  guint8 rows[3][MAX_LETTERS + 1];

  if (n > MAX_LETTERS || m > MAX_LETTERS)
    return G_MAXUINT8;
  for (gsize k = 0; k <= m; k++)
    rows[0][k] = k;

  for (gsize i = 1; i <= n; i++)
    {
      guint8 *row = rows[i % 3];
      const guint8 *above = rows[(i - 1) % 3];

      row[0] = i;
      for (gsize k = 1; k <= m; k++)
        {
          guint least = MIN (above[k], row[k - 1]) + 1u;
          guint changed = above[k - 1] + (one[i - 1] != other[k - 1] ? 1u : 0u);

          least = MIN (least, changed);
          if (i > 1 && k > 1 && one[i - 1] == other[k - 2] && one[i - 2] == other[k - 1])
            least = MIN (least, rows[(i - 2) % 3][k - 2] + 1u);
          row[k] = least;
        }
    }

  return rows[n % 3][m];
}

static gsize
common_start (const char *one, const char *other)
{
  gsize n = 0;

  while (one[n] != '\0' && one[n] == other[n])
    n++;

  return n;
}

/* Whether the letter at @at, which the other spelling does not have, is a matter of taste. */
static gboolean
is_doubled (const char *text, gsize at)
{
  if (text[at] == text[at - 1]) /* modelling, focussed */
    return at > 3 && strchr ("lpstg", text[at]) != NULL && strchr ("aeio", text[at + 1]) != NULL;

  return text[at] == 'e' || (strchr ("ao", text[at]) != NULL && text[at + 1] == 'e');
}

/* In names of substances a vowel near the end makes another substance: propanoic, propenoic. */
static gboolean
is_chemical (const char *text)
{
  static const char *const endings[] = { "ane", "ene", "yne", "ol", "al", "one", "oic", "yl",
                                         "ide", "ate", "ite", "ine", "ose", "ase", "in", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;

  return FALSE;
}

/* What two spellings or forms of one word may have that differs: colour, color; fibre, fiber. */
static gboolean
is_other_form (const char *one, const char *other)
{
  gsize start = common_start (one, other);
  const char *left = one + start;
  const char *right = other + start;
  gsize n = strlen (left);
  gsize m = strlen (right);

  if (start == 0 || MIN (n, m) == 0) /* polar, apolar; lithiate, lithiated */
    return TRUE;
  if (MAX (n, m) <= 2 && n == m) /* woman, women; centre, center; sensed, senses */
    return TRUE;
  if (n == m && n <= 6 && strchr ("aeioy", left[0]) != NULL && strchr ("aeioy", right[0]) != NULL &&
      is_chemical (one))
    return TRUE;
  if (left[0] != right[0] && strchr ("sz", left[0]) != NULL && strchr ("sz", right[0]) != NULL)
    return TRUE;
  if (left[0] == 'u' && one[start - 1] == 'o' && strcmp (left + 1, right) == 0)
    return TRUE;
  if (right[0] == 'u' && one[start - 1] == 'o' && strcmp (right + 1, left) == 0)
    return TRUE;
  if (n == m + 1 && strcmp (left + 1, right) == 0) /* modelling, modeling; ageing, aging */
    return is_doubled (one, start);
  if (m == n + 1 && strcmp (right + 1, left) == 0)
    return is_doubled (other, start);

  return FALSE;
}

gboolean
cs_slip_is_likely_en (const char *written, const char *meant)
{
  return strlen (meant) >= 4 && cs_slip_count_letters (written, meant) == 1 &&
         !is_other_form (written, meant);
}
