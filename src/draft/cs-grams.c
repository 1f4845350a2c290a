#include "cs-grams.h"

#include <string.h>

#include "../language/cs-scan.h"
#include "../language/cs-segment-zh.h"

#define MAX_ENDINGS 10    /* that end with one letter, and a last one that is none */
#define MIN_STEM 3        /* letters that are left when an ending goes */
#define CHARACTER_BITS 21 /* of Unicode; both characters reach into what g_int64_hash() reads */
#define MIN_LONG_STEM 4   /* likewise of an ending that may be none: "-al" in "metal" */

static void
add_gram (GArray *grams, guint64 key, gsize start, gsize end)
{
  CsGram gram = { key == 0 ? 1 : key, start, end };

  g_array_append_val (grams, gram);
}

/* --- English --- */

static guint64
hash_bytes (const char *bytes, gsize n_bytes)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar)bytes[i]) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

/* Closed words by their length, each list one string. */
static gboolean
is_closed (const char *word, gsize n_bytes)
{
  static const char *const lists[] = {
    "",
    "a",
    "an as at be by in is it of on or so to",
    "all and any are but can for has its may one the was two",
    ("also been both each from have into more onto over said such than that them then they this "
     "upon were when with"),
    "being claim least other their there these those under where which while whose first third",
    "claims having second",
    "whereby wherein",
    "comprise",
    "according comprises following",
    "comprising respective",
  };
  const char *list = n_bytes < G_N_ELEMENTS (lists) ? lists[n_bytes] : "";

  for (; *list != '\0'; list += n_bytes + (list[n_bytes] == ' '))
    if (list[0] == word[0] && memcmp (list, word, n_bytes) == 0)
      return TRUE;

  return FALSE;
}

static gsize
without_plural (const char *word, gsize n_bytes)
{
  if (n_bytes < 4 || word[n_bytes - 1] != 's' || strchr ("su", word[n_bytes - 2]) != NULL)
    return n_bytes;

  return n_bytes - 1;
}

/* Endings by their last letter: of those with the same one, the first that a word has goes, when
 * @least letters are left. */
static const struct
{
  char last;
  guint8 least;
  const char *endings[MAX_ENDINGS];
} families[] = {
  { 'n', MIN_LONG_STEM, { "ization", "isation", "ation", "ion", "ian" } },
  { 's', MIN_LONG_STEM, { "ations", "ments", "ness" } },
  { 't', MIN_LONG_STEM, { "ment", "ant", "ent" } },
  { 'g', MIN_STEM, { "ing" } },
  { 'y', MIN_LONG_STEM, { "ically", "ably", "ibly", "ally", "ity", "ly" } },
  { 'e', MIN_LONG_STEM, { "able", "ible", "ance", "ence", "ive", "ize", "ise", "ate" } },
  { 'c', MIN_LONG_STEM, { "ic" } },
  { 'l', MIN_LONG_STEM, { "al" } },
  { 'r', MIN_LONG_STEM, { "er", "or" } },
  { 'd', MIN_STEM, { "ed" } },
};

/* Length of @word without its ending, its own when it has none. */
static gsize
without_endings (const char *word, gsize n_bytes)
{
  guint family = 0;

  while (family < G_N_ELEMENTS (families) &&
         (n_bytes == 0 || families[family].last != word[n_bytes - 1]))
    family++;

  for (guint i = 0; family < G_N_ELEMENTS (families) && families[family].endings[i] != NULL; i++)
    {
      const char *ending = families[family].endings[i];
      gsize length = strlen (ending);

      if (n_bytes >= length + families[family].least &&
          memcmp (word + n_bytes - length, ending, length) == 0)
        return n_bytes - length;
    }

  return n_bytes;
}

guint64
cs_gram_of_word (const char *word, gsize n_bytes)
{
  gsize length = without_plural (word, n_bytes);

  for (guint i = 0; i < 2; i++) /* "operatively": -ly, -ive */
    length = without_endings (word, length);
  while (length > MIN_STEM && strchr ("eyi", word[length - 1]) != NULL)
    length--;
  if (length > MIN_STEM + 1 && word[length - 1] == word[length - 2])
    length--; /* controlled, control */

  return hash_bytes (word, length);
}

static gsize
word_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || (guchar)text[length] >= 0x80)
    length++;

  return length;
}

static guint
count_letters (const char *text, gsize n_bytes)
{
  guint n_letters = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n_letters += g_ascii_isalpha (text[i]) || (guchar)text[i] >= 0x80;

  return n_letters;
}

static void
scan_en (const CsFolded *folded, GArray *grams)
{
  const char *text = folded->text;

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gsize length = word_length (text + at);

      if (count_letters (text + at, length) > 1 && !g_ascii_isdigit (text[at]) &&
          !is_closed (text + at, length))
        add_gram (grams, cs_gram_of_word (text + at, length), folded->map[at],
                  folded->map[at + length]);
      at += MAX (length, 1);
    }
}

/* --- Chinese --- */

/* Bytes of what stands at @at, where @unit does, and says nothing of its own. */
static gsize
filler_length (const char *text, gsize at, gunichar unit)
{
  static const char *const fillers[] = { "所述的", "所述", "上述的", "上述",
                                         "前述的", "前述", NULL };

  switch (unit)
    {
    case 0x7684: /* 的 */
    case 0x8be5: /* 该 */
      return 3;
    case 0x6240: /* 所 */
    case 0x4e0a: /* 上 */
    case 0x524d: /* 前 */
      return cs_scan_any (text, at, fillers);
    default:
      return unit == ' ' || unit == '(' || unit == ')' ? 1 : 0;
    }
}

static gsize
latin_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || text[length] == '.' || text[length] == '\'')
    length++;

  return length;
}

/* A stretch of characters between two breaks. */
typedef struct
{
  gunichar *units;
  guint32 *starts; /* where each begins in the folded text; one more for the end */
  guint n;
  gboolean content;
} Stretch;

/* Whether the word that @mark speaks of says something of its own. */
static gboolean
is_content (guint16 mark)
{
  CsWordRoleZh role = mark & CS_ROLE_MASK;

  return (mark & (CS_TRAIT_QUANTITY | CS_TRAIT_MODIFIER)) == 0 &&
         (role == CS_ROLE_NOUN || role == CS_ROLE_MODIFIER || role == CS_ROLE_VERB);
}

/* Adds the pairs of the stretch that ends at @end, and empties it. */
static void
flush (Stretch *stretch, const CsFolded *folded, guint32 end, GArray *grams)
{
  const gunichar *units = stretch->units;
  guint n = stretch->n;
  g_autofree guint16 *marks = stretch->content ? g_new (guint16, n + 1) : NULL;
  gboolean said = TRUE;
  gboolean said_before = FALSE;

  stretch->starts[n] = end;
  if (stretch->content)
    cs_segment_zh (units, n, marks);
  for (guint i = 0; i < n; i++)
    {
      if (stretch->content && marks[i] != CS_ROLE_INSIDE)
        said = is_content (marks[i]);
      if (i > 0 && said && said_before)
        add_gram (grams, ((guint64)units[i - 1] << CHARACTER_BITS) | units[i],
                  folded->map[stretch->starts[i - 1]], folded->map[stretch->starts[i + 1]]);
      said_before = said;
    }
  stretch->n = 0;
}

static void
scan_zh (const CsFolded *folded, gboolean content, GArray *grams)
{
  const char *text = folded->text;
  g_autofree gunichar *units = g_new (gunichar, folded->n_bytes + 1);
  g_autofree guint32 *starts = g_new (guint32, folded->n_bytes + 1);
  Stretch stretch = { units, starts, 0, content };

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gunichar unit = cs_scan_char (text, at);
      gsize length = filler_length (text, at, unit);

      if (length == 0 && unit < 0x80)
        length = latin_length (text + at);
      if (length > 0)
        {
          flush (&stretch, folded, at, grams);
          if (unit < 0x80 && g_ascii_isalpha (unit) && count_letters (text + at, length) > 1)
            add_gram (grams, hash_bytes (text + at, length), folded->map[at],
                      folded->map[at + length]);
          at += length;
          continue;
        }

      length = g_utf8_skip[(guchar)text[at]];
      if (g_unichar_isalpha (unit))
        {
          units[stretch.n] = unit;
          starts[stretch.n++] = at;
        }
      else
        flush (&stretch, folded, at, grams);
      at += length;
    }
  flush (&stretch, folded, folded->n_bytes, grams);
}

void
cs_grams_scan (const char *text, gsize n_bytes, CsGramKind kind, GArray *grams)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);

  cs_grams_read (folded, kind, grams);
}

void
cs_grams_read (const CsFolded *folded, CsGramKind kind, GArray *grams)
{
  g_array_set_size (grams, 0);
  if (kind == CS_GRAMS_EN)
    scan_en (folded, grams);
  else
    scan_zh (folded, kind == CS_GRAMS_ZH_CONTENT, grams);
}
