#include <string.h>

#include "../language/cs-fold.h"
#include "cs-sign.h"
#include "cs-terms-en.h"

/* Claims as tokens. */

#define MAX_BRACKET_TOKENS 60 /* a longer bracket is taken for a pair of stray marks */

typedef struct
{
  CsTextEn *text;
  const CsClaim *claim;
  const CsFolded *folded;
  gsize at;
  guint next_group;
} Scan;

/* --- numbers for words --- */

static guint
intern_name (CsTextEn *text, const char *name)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (text->name_ids, name));
  char *kept;

  if (id != 0)
    return id - 1;

  kept = g_string_chunk_insert (text->chunk, name);
  g_ptr_array_add (text->names, kept);
  g_hash_table_insert (text->name_ids, kept, GUINT_TO_POINTER (text->names->len));

  return text->names->len - 1;
}

static guint
intern_word (CsTextEn *text, const char *word, gsize n_bytes)
{
  char buffer[CS_WORD_EN_MAX];
  g_autofree char *longer = n_bytes < sizeof buffer ? NULL : g_strndup (word, n_bytes);
  const char *key = longer;
  CsWordEntry entry;
  CsWordEn info;
  guint id;

  if (longer == NULL)
    {
      memcpy (buffer, word, n_bytes);
      buffer[n_bytes] = '\0';
      key = buffer;
    }
  id = GPOINTER_TO_UINT (g_hash_table_lookup (text->word_ids, key));
  if (id != 0)
    return id - 1;

  cs_word_en_analyse (key, n_bytes, &info);
  entry = (CsWordEntry){ info.forms, info.classes, info.nouns, info.verbs, 0, 0 };
  entry.lemma = intern_name (text, longer != NULL ? longer : info.lemma);
  entry.stem = intern_name (text, longer != NULL ? longer : info.stem);
  g_array_append_val (text->words, entry);
  g_hash_table_insert (text->word_ids, g_string_chunk_insert (text->chunk, key),
                       GUINT_TO_POINTER (text->words->len));

  return text->words->len - 1;
}

/* --- tokens --- */

/* The length of the letter or digit at @text, 0 when there is none. */
static gsize
letter_length (const char *text)
{
  gunichar c;

  if ((guchar)*text < 0x80)
    return g_ascii_isalnum (*text) ? 1 : 0;

  c = g_utf8_get_char (text);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? g_unichar_to_utf8 (c, NULL) : 0;
}

static gboolean
is_behind_letter (const char *text, gsize at)
{
  return at > 0 && (g_ascii_isalnum (text[at - 1]) || (guchar)text[at - 1] >= 0x80);
}

static CsTokenEn *
add_token (Scan *scan, CsTokenKind kind, gsize start, gsize end)
{
  CsTokenEn token = { scan->folded->map[start], scan->folded->map[end], 0, CS_NO_INDEX, kind, 0 };
  const GArray *groups = scan->claim->refs->groups;

  while (scan->next_group < groups->len &&
         g_array_index (groups, CsRefGroup, scan->next_group).end <= token.start)
    scan->next_group++;
  if (scan->next_group < groups->len &&
      g_array_index (groups, CsRefGroup, scan->next_group).start <= token.start)
    token.flags |= CS_TOKEN_CLAIM_REF;
  g_array_append_val (scan->text->tokens, token);

  return cs_text_en_token (scan->text, scan->text->tokens->len - 1);
}

/* Where the word at @at ends: letters and digits, "e.g", "don't", "0.5". */
static gsize
word_end (const char *text, gsize at)
{
  gsize length;

  for (;;)
    if ((length = letter_length (text + at)) > 0)
      at += length;
    else if ((text[at] == '.' || text[at] == '\'') && letter_length (text + at + 1) > 0 &&
             is_behind_letter (text, at))
      at++;
    else
      return at;
}

static gboolean
is_number (const char *text, gsize start, gsize end)
{
  if (!g_ascii_isdigit (text[start]))
    return FALSE;
  for (gsize i = start; i < end; i++)
    if (g_ascii_isalpha (text[i]) && i + 2 < end)
      return FALSE;

  return TRUE;
}

/* "pre-selected" is one word; a hyphen joins others. */
static gsize
join_prefix (Scan *scan, gsize start, gsize end, GString *joined)
{
  const char *text = scan->folded->text;
  guint word;

  g_string_truncate (joined, 0);
  g_string_append_len (joined, text + start, end - start);
  if (text[end] != '-' || !g_ascii_isalpha (text[end + 1]))
    return end;

  word = intern_word (scan->text, text + start, end - start);
  if ((g_array_index (scan->text->words, CsWordEntry, word).classes & CS_EN_PREFIX) == 0)
    return end;

  start = end + 1;
  end = word_end (text, start);
  g_string_append_len (joined, text + start, end - start);

  return end;
}

/* Two capitals, or a letter and a digit: "RAS", "PPP3CC", "d1". */
static gboolean
is_name (const CsClaim *claim, const CsTokenEn *token)
{
  guint capitals = 0;
  guint digits = 0;
  guint letters = 0;

  for (gsize i = token->start; i < token->end; i++)
    {
      capitals += g_ascii_isupper (claim->text[i]);
      digits += g_ascii_isdigit (claim->text[i]);
      letters += g_ascii_isalpha (claim->text[i]);
    }
  if (digits > 0 && letters > 0)
    return TRUE;

  return capitals > 0 && (capitals + digits > 1 || token->end - token->start == 1);
}

static void
add_word (Scan *scan, GString *joined)
{
  const char *text = scan->folded->text;
  gsize start = scan->at;
  gsize end = word_end (text, start);
  gboolean is_joined = start > 1 && (text[start - 1] == '-' || text[start - 1] == '/') &&
                       is_behind_letter (text, start - 1);
  gboolean possessive = FALSE;
  CsTokenEn *token;

  if (is_number (text, start, end))
    {
      token = add_token (scan, CS_TOKEN_NUMBER, start, end);
      scan->at = end;
      return;
    }

  if (text[end] == '/' && strncmp (text + start, "and/or", strlen ("and/or")) == 0)
    end = start + strlen ("and/or");
  end = join_prefix (scan, start, end, joined);
  scan->at = end;
  if (end - start > 2 && text[end - 1] == 's' && text[end - 2] == '\'')
    {
      possessive = TRUE;
      end -= 2;
      g_string_truncate (joined, joined->len - 2);
    }
  else if (text[end] == '\'' && text[end - 1] == 's' && text[end + 1] == ' ')
    {
      possessive = TRUE;
      scan->at = end + 1;
    }

  token = add_token (scan, CS_TOKEN_WORD, start, end);
  token->flags |= is_joined ? CS_TOKEN_JOINED : 0;
  token->flags |= possessive ? CS_TOKEN_POSSESSIVE : 0;
  token->flags |= is_name (scan->claim, token) ? CS_TOKEN_NAME : 0;
  if (start > 0 && g_ascii_isupper (scan->claim->text[token->start]))
    token->flags |= CS_TOKEN_CAPITAL;
  if (g_ascii_isupper (scan->claim->text[token->end - 1]))
    token->flags |= CS_TOKEN_UPPER;
  token->word = intern_word (scan->text, joined->str, joined->len);
}

/* The length of a reference sign at @at: "10", "3a", "m1", "g1a". */
static gsize
sign_length (const char *text, gsize at, gsize end)
{
  gsize length = 0;

  while (at + length < end && length < 2 && g_ascii_isalpha (text[at + length]))
    length++;
  if (at + length == end || !g_ascii_isdigit (text[at + length]))
    return 0;
  while (at + length < end && g_ascii_isalnum (text[at + length]))
    length++;

  return length <= 6 ? length : 0;
}

/* Whether [start, end) of the folded text, without brackets, is only signs: "10", "2, 3a". */
static gboolean
is_sign_list (const char *text, gsize start, gsize end)
{
  gsize at = start;

  for (;;)
    {
      gsize length;

      while (at < end && strchr (" ,;/-'", text[at]) != NULL)
        at++;
      if (at == end)
        return at > start;

      length = sign_length (text, at, end);
      if (length == 0)
        return FALSE;
      at += length;
    }
}

static void
add_bracket (Scan *scan)
{
  const CsFolded *folded = scan->folded;
  gsize start = scan->at + 1;
  gsize end = start;

  while (end < folded->n_bytes && end - start < 64 && strchr ("()[]", folded->text[end]) == NULL)
    end++;
  if (folded->text[end] == ')' && is_sign_list (folded->text, start, end))
    {
      add_token (scan, CS_TOKEN_SIGN, start, end);
      scan->at = end + 1;
      return;
    }

  add_token (scan, CS_TOKEN_OPEN, scan->at, scan->at + 1);
  scan->at++;
}

/* Whether the full stop there shortens a name: "Y. pestis". */
static gboolean
is_genus (const Scan *scan)
{
  const char *text = scan->folded->text;
  gsize at = scan->at;
  guint32 start = at > 0 ? scan->folded->map[at - 1] : 0;

  return at > 1 && text[at - 2] == ' ' && g_ascii_isupper (scan->claim->text[start]) &&
         text[at + 1] == ' ' && g_ascii_islower (scan->claim->text[scan->folded->map[at + 2]]);
}

static void
add_mark (Scan *scan)
{
  const char *text = scan->folded->text;
  gsize next = scan->at + g_utf8_skip[(guchar)text[scan->at]];
  char c = text[scan->at];

  if (c == '(' || c == '[')
    {
      add_bracket (scan);
      return;
    }

  if (c == ')' || c == ']')
    add_token (scan, CS_TOKEN_CLOSE, scan->at, scan->at + 1);
  else if (c == ',')
    add_token (scan, CS_TOKEN_COMMA, scan->at, scan->at + 1);
  else if (c == '.' && is_genus (scan))
    cs_text_en_token (scan->text, scan->text->tokens->len - 1)->flags |= CS_TOKEN_GENUS;
  else if (strchr (" \t\n-/'\"", c) == NULL)
    add_token (scan, CS_TOKEN_STOP, scan->at, next);
  scan->at = next;
}

/* Lets each opening bracket know what closes it; one that nothing closes is a stop. */
static void
pair_brackets (CsTextEn *text, guint start)
{
  for (guint i = start; i < text->tokens->len; i++)
    {
      CsTokenEn *token = cs_text_en_token (text, i);
      guint last = MIN (i + MAX_BRACKET_TOKENS, text->tokens->len);

      if (token->kind != CS_TOKEN_OPEN)
        continue;
      token->kind = CS_TOKEN_STOP;
      for (guint n = i + 1; n < last; n++)
        if (cs_text_en_token (text, n)->kind == CS_TOKEN_CLOSE)
          {
            token->kind = CS_TOKEN_OPEN;
            token->word = n;
            break;
          }
    }
}

static void
add_claim (CsTextEn *text, const CsClaim *claim, GString *joined)
{
  const CsFolded *folded = claim->folded;
  Scan scan = { text, claim, folded, 0, 0 };
  guint start = text->tokens->len;

  g_array_append_val (text->claims, start);
  while (scan.at < folded->n_bytes)
    if (letter_length (folded->text + scan.at) > 0)
      add_word (&scan, joined);
    else
      add_mark (&scan);
  add_token (&scan, CS_TOKEN_STOP, folded->n_bytes, folded->n_bytes);
  pair_brackets (text, start);
}

/* --- places --- */

/* Sorts the words of the text by @stem or lemma, counting. */
static void
add_places (const CsTextEn *text, gboolean stem, GArray *places, GArray *firsts)
{
  guint n_names = text->names->len;
  guint *next;

  g_array_set_size (firsts, n_names + 1);
  next = &g_array_index (firsts, guint, 0);
  memset (next, 0, (n_names + 1) * sizeof (guint));
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < text->tokens->len; i++)
        if (cs_text_en_is_word (text, i))
          {
            const CsWordEntry *word = cs_text_en_word (text, i);
            guint name = stem ? word->stem : word->lemma;

            if (pass == 0)
              next[name + 1]++;
            else
              g_array_index (places, guint, next[name]++) = i;
          }
      if (pass == 0)
        {
          for (guint n = 1; n <= n_names; n++)
            next[n] += next[n - 1];
          g_array_set_size (places, next[n_names]);
        }
    }
  memmove (next + 1, next, n_names * sizeof (guint));
  next[0] = 0;
}

/* The first of the places [@low, @high) that is not before token @token. */
static guint
skip_places (const guint *places, guint low, guint high, guint token)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[middle] < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The places of a name in the tokens [@start, @end); @firsts points to its entry. */
static const guint *
get_places (const GArray *places, const guint *firsts, guint start, guint end, guint *n_places)
{
  const guint *all = (const guint *)(gpointer)places->data;
  guint first = skip_places (all, firsts[0], firsts[1], start);

  *n_places = skip_places (all, first, firsts[1], end) - first;

  return all + first;
}

const guint *
cs_text_en_lemma_places (const CsTextEn *text, guint name, guint start, guint end, guint *n_places)
{
  const guint *firsts = &g_array_index (text->lemma_firsts, guint, name);

  return get_places (text->lemma_places, firsts, start, end, n_places);
}

const guint *
cs_text_en_stem_places (const CsTextEn *text, guint name, guint start, guint end, guint *n_places)
{
  const guint *firsts = &g_array_index (text->stem_firsts, guint, name);

  return get_places (text->stem_places, firsts, start, end, n_places);
}

CsTextEn *
cs_text_en_new (const CsClaimSet *claims)
{
  CsTextEn *text = g_new0 (CsTextEn, 1);
  g_autoptr (GString) joined = g_string_new (NULL);

  text->tokens = g_array_new (FALSE, FALSE, sizeof (CsTokenEn));
  text->claims = g_array_new (FALSE, FALSE, sizeof (guint));
  text->words = g_array_new (FALSE, FALSE, sizeof (CsWordEntry));
  text->names = g_ptr_array_new ();
  text->word_ids = g_hash_table_new (g_str_hash, g_str_equal);
  text->name_ids = g_hash_table_new (g_str_hash, g_str_equal);
  text->chunk = g_string_chunk_new (4096);
  text->lemma_places = g_array_new (FALSE, FALSE, sizeof (guint));
  text->lemma_firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  text->stem_places = g_array_new (FALSE, FALSE, sizeof (guint));
  text->stem_firsts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    add_claim (text, cs_claim_set_get (claims, i), joined);
  g_array_append_val (text->claims, text->tokens->len);
  add_places (text, FALSE, text->lemma_places, text->lemma_firsts);
  add_places (text, TRUE, text->stem_places, text->stem_firsts);
  text->is_living = cs_text_en_is_about_life (text);

  return text;
}

void
cs_text_en_free (CsTextEn *text)
{
  g_array_unref (text->tokens);
  g_array_unref (text->claims);
  g_array_unref (text->words);
  g_ptr_array_unref (text->names);
  g_hash_table_unref (text->word_ids);
  g_hash_table_unref (text->name_ids);
  g_string_chunk_free (text->chunk);
  g_array_unref (text->lemma_places);
  g_array_unref (text->lemma_firsts);
  g_array_unref (text->stem_places);
  g_array_unref (text->stem_firsts);
  g_free (text);
}
