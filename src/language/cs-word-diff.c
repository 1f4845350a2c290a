#include "cs-word-diff.h"

#include <string.h>

/* Two texts are lists of words with a number each, the same for the same word. Myers' algorithm
 * finds the shortest way from one list to the other: on the way with d differences, reach[k] is how
 * far one gets on diagonal k (words of the left less words of the right), and all of these are kept
 * to walk back. */

#define MAX_DIFFERENCES 1500 /* some ten megabytes to walk back on */

typedef struct
{
  gsize start;
  gsize end;
  guint id;
  gboolean is_single; /* a Chinese character or a mark: too little to part two changes */
} Word;

/* --- words --- */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) && g_unichar_iswide (c) == FALSE;
}

static guint
get_id (GHashTable *ids, const char *text, gsize n_bytes)
{
  g_autofree char *word = g_strndup (text, n_bytes);
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, word));

  if (id == 0)
    {
      id = g_hash_table_size (ids) + 1;
      g_hash_table_insert (ids, g_steal_pointer (&word), GUINT_TO_POINTER (id));
    }

  return id;
}

/* Returns: (transfer full) (element-type Word): the words of @text, numbered by @ids */
static GArray *
split (const char *text, gsize n_bytes, GHashTable *ids)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (Word), 1); /* never NULL */
  const char *end = text + n_bytes;
  const char *at = text;

  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *start = at;
      Word word;

      at = g_utf8_next_char (at);
      if (g_unichar_isspace (c))
        continue;
      while (is_letter (c) && at < end && is_letter (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word = (Word){ (gsize)(start - text), (gsize)(at - text), 0, !is_letter (c) };
      word.id = get_id (ids, start, (gsize)(at - start));
      g_array_append_val (words, word);
    }

  return words;
}

/* --- the shortest way --- */

typedef struct
{
  const Word *left;
  const Word *right;
  int n_left;
  int n_right;
  GPtrArray *reaches; /* of int *: reach[k] after d differences, k from -d to d */
} Way;

static int
follow_equal (const Way *way, int x, int y)
{
  while (x < way->n_left && y < way->n_right && way->left[x].id == way->right[y].id)
    x++, y++;

  return x;
}

/* Whether the way comes to diagonal @k from above: by a word put in. @reach: of one less */
static gboolean
comes_down (const int *reach, int d, int k)
{
  return k == -d || (k != d && reach[k - 1] < reach[k + 1]);
}

/* How far one gets with @d differences, kept with room on both sides. Returns: whether that is the
 * end of both */
static gboolean
reach_out (Way *way, int d)
{
  int *block = g_new0 (int, 2 * (gsize)d + 3);
  int *reach = block + d + 1;
  const int *before = d == 0 ? NULL : (int *)way->reaches->pdata[d - 1] + d;

  g_ptr_array_add (way->reaches, block);
  for (int k = -d; k <= d; k += 2)
    {
      int x = 0;

      if (d > 0)
        x = comes_down (before, d, k) ? before[k + 1] : before[k - 1] + 1;
      if (x <= way->n_left && x - k <= way->n_right)
        x = follow_equal (way, x, x - k);
      reach[k] = x;
      if (x >= way->n_left && x - k >= way->n_right)
        return TRUE;
    }

  return FALSE;
}

/* Marks the words that the way leaves out and puts in. */
static void
walk_back (const Way *way, gboolean *only_left, gboolean *only_right)
{
  int k = way->n_left - way->n_right;

  for (int d = (int)way->reaches->len - 1; d > 0; d--)
    {
      const int *before = (int *)way->reaches->pdata[d - 1] + d;

      if (comes_down (before, d, k))
        {
          k++;
          only_right[before[k] - k] = TRUE;
        }
      else
        {
          k--;
          only_left[before[k]] = TRUE;
        }
    }
}

static void
find_way (Way *way, gboolean *only_left, gboolean *only_right)
{
  gboolean found = FALSE;

  way->reaches = g_ptr_array_new_with_free_func (g_free);
  for (int d = 0; !found && d <= MAX_DIFFERENCES; d++)
    found = reach_out (way, d);
  if (found)
    walk_back (way, only_left, only_right);
  for (int i = 0; !found && i < way->n_left; i++)
    only_left[i] = TRUE;
  for (int i = 0; !found && i < way->n_right; i++)
    only_right[i] = TRUE;
  g_ptr_array_unref (way->reaches);
}

/* --- changes --- */

typedef struct
{
  const GArray *left;
  const GArray *right;
  gboolean *only_left; /* one more than there are words, FALSE at the end */
  gboolean *only_right;
} Marked;

/* Two equal ends of the texts, and the way between them. */
static void
mark (Marked *marked)
{
  const Word *left = (const Word *)(gpointer)marked->left->data;
  const Word *right = (const Word *)(gpointer)marked->right->data;
  guint least = MIN (marked->left->len, marked->right->len);
  guint head = 0;
  guint tail = 0;
  Way way;

  while (head < least && left[head].id == right[head].id)
    head++;
  while (tail < least - head && left[marked->left->len - 1 - tail].id ==
                                    right[marked->right->len - 1 - tail].id)
    tail++;
  way = (Way){ left + head, right + head, (int)(marked->left->len - head - tail),
               (int)(marked->right->len - head - tail), NULL };
  find_way (&way, marked->only_left + head, marked->only_right + head);
}

/* A single equal character between two changes is chance: they are one. */
static gboolean
is_chance (const Marked *marked, guint x, guint y)
{
  return x < marked->left->len && y < marked->right->len &&
         g_array_index (marked->left, Word, x).is_single &&
         (marked->only_left[x + 1] || marked->only_right[y + 1]);
}

static gsize
get_start (const GArray *words, guint at)
{
  if (at < words->len)
    return g_array_index (words, Word, at).start;

  return words->len == 0 ? 0 : g_array_index (words, Word, words->len - 1).end;
}

static gsize
get_end (const GArray *words, guint first, guint past)
{
  return past == first ? get_start (words, first) : g_array_index (words, Word, past - 1).end;
}

static GArray *
collect (const Marked *marked)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (CsWordChange));
  guint x = 0;
  guint y = 0;

  while (x < marked->left->len || y < marked->right->len)
    {
      guint first_x = x;
      guint first_y = y;
      CsWordChange change;

      while (marked->only_left[x] || marked->only_right[y] ||
             ((x > first_x || y > first_y) && is_chance (marked, x, y)))
        {
          gboolean equal = !marked->only_left[x] && !marked->only_right[y];

          x += equal || marked->only_left[x];
          y += equal || marked->only_right[y];
        }
      if (x == first_x && y == first_y)
        {
          x++, y++;
          continue;
        }
      change = (CsWordChange){ get_start (marked->left, first_x),
                               get_end (marked->left, first_x, x),
                               get_start (marked->right, first_y),
                               get_end (marked->right, first_y, y) };
      g_array_append_val (changes, change);
    }

  return changes;
}

GArray *
cs_word_diff (const char *left, gsize left_bytes, const char *right, gsize right_bytes)
{
  g_autoptr (GHashTable) ids = cs_word_ids_new ();
  g_autoptr (GArray) left_words = split (left, left_bytes, ids);
  g_autoptr (GArray) right_words = split (right, right_bytes, ids);
  g_autofree gboolean *only_left = g_new0 (gboolean, left_words->len + 1);
  g_autofree gboolean *only_right = g_new0 (gboolean, right_words->len + 1);
  Marked marked = { left_words, right_words, only_left, only_right };

  mark (&marked);

  return collect (&marked);
}

/* --- likeness --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

GHashTable *
cs_word_ids_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GArray *
cs_word_bag_new (GHashTable *ids, const char *text, gsize n_bytes)
{
  g_autoptr (GArray) words = split (text, n_bytes, ids);
  GArray *bag = g_array_sized_new (FALSE, FALSE, sizeof (guint), words->len);

  for (guint i = 0; i < words->len; i++)
    g_array_append_val (bag, g_array_index (words, Word, i).id);
  g_array_sort (bag, compare_numbers);

  return bag;
}

double
cs_word_bag_likeness (const GArray *left, const GArray *right)
{
  guint n_common = 0;
  guint x = 0;
  guint y = 0;

  while (x < left->len && y < right->len)
    {
      guint a = g_array_index (left, guint, x);
      guint b = g_array_index (right, guint, y);

      n_common += a == b;
      x += a <= b;
      y += b <= a;
    }

  return left->len + right->len == 0 ? 1 : 2.0 * n_common / (left->len + right->len);
}
