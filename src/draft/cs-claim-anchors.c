#include "cs-claim-anchors.h"

#include <math.h>
#include <string.h>

#include "../language/cs-lexicon.h"
#include "../language/cs-scan.h"
#include "../language/cs-search-tokens.h"
#include "cs-amount.h"

#define COGNATE_LETTERS 4 /* by which words are taken for one, as in the source */
#define LEAST_LETTERS 3
#define BRACKETS 3 /* with the space before them */
#define MAX_KEY 64

/* --- keys --- */

GHashTable *
cs_anchor_keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static guint
get_key (GHashTable *keys, const char *name)
{
  guint key = GPOINTER_TO_UINT (g_hash_table_lookup (keys, name));

  if (key > 0)
    return key;

  key = g_hash_table_size (keys) + 1;
  g_hash_table_insert (keys, g_strdup (name), GUINT_TO_POINTER (key));

  return key;
}

typedef struct
{
  const CsClaim *claim;
  CsClaimAnchors *anchors;
  GHashTable *keys;
} Reader;

/* @mark parts what is of different kinds and spelt alike. */
static void
add_named (Reader *reader, CsAnchorKind kind, char mark, const char *name, CsRange range)
{
  char key[MAX_KEY];
  CsAnchor anchor = { .kind = kind, .range = range };

  g_snprintf (key, sizeof key, "%c%s", mark, name);
  anchor.key = get_key (reader->keys, key);
  g_array_append_val (reader->anchors->all, anchor);
}

static void
add_number (Reader *reader, CsAnchorKind kind, const CsAmount *amount)
{
  char key[MAX_KEY];
  CsAnchor anchor = { kind, 0, amount->number, amount->value, amount->dimension, amount->range };

  g_snprintf (key, sizeof key, "#%.6g", amount->number);
  anchor.key = get_key (reader->keys, key);
  g_array_append_val (reader->anchors->all, anchor);
}

/* --- references --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* Returns: (transfer full) (element-type CsClaimRef): the references of the claim */
static GArray *
read_references (Reader *reader)
{
  const CsClaim *claim = reader->claim;
  GArray *parents = reader->anchors->parents;
  guint number = claim->number > 0 ? claim->number : claim->index + 1;
  GArray *refs = claim->refs->refs->len > 0 ? g_array_ref (claim->refs->refs) :
                                              cs_claim_refs_scan_foreign (claim->folded, number);
  CsCategory foreign = cs_claim_category_scan_foreign (claim->folded);

  if (foreign != CS_CATEGORY_UNKNOWN)
    reader->anchors->category = foreign;
  for (guint i = 0; i < refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);

      for (guint n = ref->first; n <= MIN (ref->last, number - 1); n++)
        g_array_append_val (parents, n);
    }
  g_array_sort (parents, compare_numbers);

  return refs;
}

static gboolean
lies_in_reference (const GArray *refs, CsRange range)
{
  for (guint i = 0; i < refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (refs, CsClaimRef, i);

      if (range.start < ref->end && ref->start < range.end)
        return TRUE;
    }

  return FALSE;
}

/* --- amounts --- */

static gboolean
is_sign (const CsClaim *claim, gsize start)
{
  for (guint i = 0; i < claim->signs->len; i++)
    {
      const CsSignUse *sign = &g_array_index (claim->signs, CsSignUse, i);

      if (start >= sign->start && start < sign->end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_between_digits (const char *text, gsize at, gsize length)
{
  return at > 0 && g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[at + length]);
}

/* 0,5 but not 1,000, nor the 1,3,5 and 1,2- of chemistry; 0,03-fach */
static gboolean
is_decimal_comma (const char *text, gsize at)
{
  gsize start = at;
  gsize end = at + 1;

  if (!is_between_digits (text, at, 1))
    return FALSE;
  while (start > 0 && g_ascii_isdigit (text[start - 1]))
    start--;
  while (g_ascii_isdigit (text[end]))
    end++;
  if (at - start == 1 && text[start] == '0')
    return TRUE;

  return end - at != 4 && (start == 0 || strchr (",-.", text[start - 1]) == NULL) &&
         text[end] != ',' && text[end] != '-';
}

/* German and French amounts in the form that cs_amounts_read() knows, byte for byte in the same
 * places: "0,5 bis 1 mm", "0,5 à 1 mm". */
static char *
dup_with_points (const char *text, gsize n_bytes)
{
  char *copy = g_strndup (text, n_bytes);

  for (gsize at = 0; at < n_bytes; at++)
    {
      if (copy[at] == ',' && is_decimal_comma (copy, at))
        copy[at] = '.';
      else if (cs_scan_word (copy, at, " bis "))
        memcpy (copy + at, " to  ", 5);
      else if (cs_scan_word (copy, at, " à "))
        memcpy (copy + at, " to ", 4);
      else if (cs_scan_word (copy, at, "-fach"))
        copy[at] = ' ';
    }

  return copy;
}

/* A sign, or a number in a bracket with what is none: (107; U) */
static gboolean
is_sign_like (const CsClaim *claim, const CsAmount *amount)
{
  gsize start = amount->range.start;

  return is_sign (claim, start) ||
         (amount->dimension == 0 && start > 0 && claim->text[start - 1] == '(');
}

static void
read_amounts (Reader *reader, const GArray *refs)
{
  g_autofree char *copy = dup_with_points (reader->claim->text, reader->claim->n_bytes);
  g_autoptr (GArray) amounts = cs_amounts_scan (copy, reader->claim->n_bytes);

  for (guint i = 0; i < amounts->len; i++)
    {
      const CsAmount *amount = &g_array_index (amounts, CsAmount, i);

      if (!lies_in_reference (refs, amount->range) && !is_sign_like (reader->claim, amount))
        add_number (reader, CS_ANCHOR_AMOUNT, amount);
    }
}

/* --- numbers in words --- */

#define ORDINAL 100

/* As cs_search_tokens_each() folds them; a question mark at the end for any letter or none. */
static const struct
{
  const char *word;
  guint number; /* an ordinal from ORDINAL on */
} number_words[] = {
  { "two", 2 },
  { "three", 3 },
  { "four", 4 },
  { "five", 5 },
  { "six", 6 },
  { "seven", 7 },
  { "eight", 8 },
  { "ten", 10 },
  { "first", 101 },
  { "second", 102 },
  { "third", 103 },
  { "fourth", 104 },
  { "fifth", 105 },
  { "sixth", 106 },
  { "zwei", 2 },
  { "drei", 3 },
  { "vier", 4 },
  { "funf", 5 },
  { "sechs", 6 },
  { "sieben", 7 },
  { "acht", 8 },
  { "zehn", 10 },
  { "erste?", 101 },
  { "zweite?", 102 },
  { "dritte?", 103 },
  { "vierte?", 104 },
  { "funfte?", 105 },
  { "sechste?", 106 },
  { "deux", 2 },
  { "trois", 3 },
  { "quatre", 4 },
  { "cinq", 5 },
  { "sept", 7 },
  { "huit", 8 },
  { "dix", 10 },
  { "premier", 101 },
  { "deuxieme?", 102 },
  { "seconde", 102 },
  { "troisieme?", 103 },
  { "quatrieme?", 104 },
  { "cinquieme?", 105 },
  { "sixieme?", 106 },
  { "premiere?", 101 },
};

static gboolean
is_number_word (const char *word, const char *token)
{
  gsize length = strlen (word);

  if (word[length - 1] != '?')
    return strcmp (word, token) == 0;

  return strncmp (word, token, length - 1) == 0 && strlen (token) <= length;
}

static void
add_count (Reader *reader, guint number, CsRange range)
{
  const CsAmount amount = { .number = number, .value = number, .range = range };
  char name[8];

  if (number < ORDINAL)
    {
      add_number (reader, CS_ANCHOR_COUNT, &amount);
      return;
    }

  g_snprintf (name, sizeof name, "%u", number - ORDINAL);
  add_named (reader, CS_ANCHOR_COUNT, 'o', name, range);
}

static gboolean
add_number_word (Reader *reader, const CsSearchToken *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (is_number_word (number_words[i].word, token->text))
      {
        add_count (reader, number_words[i].number,
                   (CsRange){ token->start_byte, token->end_byte });
        return TRUE;
      }

  return FALSE;
}

/* 第三; 两个, 三根: a numeral before a word that counts. */
static void
read_chinese_numbers (Reader *reader)
{
  static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七",
                                          "八", "九", "十", "两", NULL };
  static const char *const measures[] = { "个", "根", "条", "块", "片", "组", "层", "种", "对",
                                          "次", "路", "侧", "端", "件", "台", "只", "段", NULL };
  const CsFolded *folded = reader->claim->folded;
  const char *text = folded->text;

  for (gsize at = 0; at < folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    {
      gsize ordinal = cs_scan_word (text, at, "第");
      gsize digit = at + ordinal;
      guint n = 0;

      while (numerals[n] != NULL && cs_scan_word (text, digit, numerals[n]) == 0)
        n++;
      if (numerals[n] == NULL || cs_scan_any (text, digit + 3, numerals) > 0)
        continue;
      n = n == 10 ? 2 : n + 1;
      if (ordinal > 0)
        add_count (reader, n + ORDINAL, (CsRange){ folded->map[at], folded->map[digit + 3] });
      else if (n > 1 && cs_scan_any (text, digit + 3, measures) > 0)
        add_count (reader, n, (CsRange){ folded->map[at], folded->map[digit + 3] });
    }
}

/* --- words --- */

/* LED, PWMs, SiO2: two capitals, or letters and digits */
static gboolean
is_symbol (const char *text, gsize n_bytes)
{
  guint n_capitals = 0;
  guint n_digits = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      n_capitals += g_ascii_isupper (text[i]) ? 1 : 0;
      n_digits += g_ascii_isdigit (text[i]) ? 1 : 0;
    }

  return n_capitals > 1 || (n_capitals > 0 && n_digits > 0);
}

/* By its first letters; a word of three is one by itself: gas, pin. */
static void
add_word (Reader *reader, const char *word, CsRange range)
{
  char name[MAX_KEY];

  if (g_utf8_strlen (word, -1) < LEAST_LETTERS)
    return;

  g_utf8_strncpy (name, word, COGNATE_LETTERS);
  add_named (reader, CS_ANCHOR_WORD, 'w', name, range);
}

static gboolean
on_token (const CsSearchToken *token, gpointer data)
{
  Reader *reader = data;
  const char *source = reader->claim->text + token->start_byte;
  gsize n_source = token->end_byte - token->start_byte;
  CsRange range = { token->start_byte, token->end_byte };
  char name[MAX_KEY];

  if (!g_ascii_isalpha (token->text[0]) || token->n_bytes < 2 ||
      is_sign (reader->claim, token->start_byte) || add_number_word (reader, token))
    return TRUE;

  if (is_symbol (source, n_source))
    {
      g_strlcpy (name, token->text, sizeof name);
      if (source[n_source - 1] == 's' && n_source > 3)
        name[strlen (name) - 1] = '\0';
      add_named (reader, CS_ANCHOR_SYMBOL, 'y', name, range);
    }
  else
    add_word (reader, token->text, range);

  return TRUE;
}

/* Chinese words by those an English claim has for them. */
static void
read_translations (Reader *reader)
{
  const CsFolded *folded = reader->claim->folded;
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("translations.zh"), folded);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      CsRange range = { folded->map[hit->start], folded->map[hit->end] };
      g_auto (GStrv) words = g_strsplit (hit->kind, "/", -1);

      for (guint w = 0; words[w] != NULL; w++)
        add_word (reader, words[w], range);
    }
}

static void
read_signs (Reader *reader)
{
  const CsClaim *claim = reader->claim;

  for (guint i = 0; i < claim->signs->len; i++)
    {
      const CsSignUse *sign = &g_array_index (claim->signs, CsSignUse, i);
      g_autofree char *name = cs_claim_dup_range (claim, (CsRange){ sign->start, sign->end });

      if (!sign->bracketed)
        continue;
      add_named (reader, CS_ANCHOR_SIGN, 's', name, (CsRange){ sign->start, sign->end });
      reader->anchors->has_signs = TRUE;
      reader->anchors->n_letters -= (double)(sign->end - sign->start) + BRACKETS;
    }
}

/* --- the value --- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize left = ((const CsAnchor *)a)->range.start;
  gsize right = ((const CsAnchor *)b)->range.start;

  return left < right ? -1 : left > right;
}

double
cs_text_count_letters (const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  double n = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    n += g_unichar_iswide (g_utf8_get_char (at)) ? CS_LETTERS_OF_HAN : 1;

  return n;
}

CsClaimAnchors *
cs_claim_anchors_new (const CsClaim *claim, GHashTable *keys)
{
  CsClaimAnchors *anchors = g_new0 (CsClaimAnchors, 1);
  Reader reader = { claim, anchors, keys };
  g_autoptr (GArray) refs = NULL;

  anchors->all = g_array_new (FALSE, FALSE, sizeof (CsAnchor));
  anchors->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  anchors->n_letters = cs_text_count_letters (claim->text, claim->n_bytes);
  anchors->category = claim->category;
  refs = read_references (&reader);
  read_amounts (&reader, refs);
  read_signs (&reader);
  read_chinese_numbers (&reader);
  read_translations (&reader);
  cs_search_tokens_each (claim->text, claim->n_bytes, on_token, &reader);
  g_array_sort (anchors->all, compare_places);

  return anchors;
}

void
cs_claim_anchors_free (CsClaimAnchors *anchors)
{
  g_array_unref (anchors->all);
  g_array_unref (anchors->parents);
  g_free (anchors);
}

gboolean
cs_anchor_equal (const CsAnchor *a, const CsAnchor *b)
{
  const double tolerance = 1e-6;

  if (a->key == b->key && (a->dimension == b->dimension || a->dimension * b->dimension == 0))
    return TRUE;
  if (a->dimension == 0 || a->dimension != b->dimension)
    return FALSE;

  return fabs (a->value - b->value) <= tolerance * MAX (fabs (a->value), fabs (b->value));
}
