#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "../language/cs-word-en.h"
#include "cs-sign.h"
#include "cs-unit-atoms.h"

/* English atoms are words in the singular, parted at hyphens. Articles and known signs are taken
 * out. */

#define MAX_KEY 63 /* bytes of a word that is looked up without a copy on the heap */

typedef struct
{
  GArray *atoms;
  const CsAtomSource *source;
  const CsFolded *folded;
  guint before;   /* flags for the next atom */
  gboolean fresh; /* a sentence begins */
} Reader;

static guint
flags_of_word (const CsWordEn *word, gsize n_bytes)
{
  const guint noun = CS_EN_NOUN | CS_EN_UNKNOWN;
  guint flags = CS_ATOM_BEGINS;

  if ((word->classes & CS_EN_ORDINAL) != 0 || n_bytes == 1)
    return flags | CS_ATOM_NAME | CS_ATOM_LABEL;
  if ((word->classes & (CS_EN_CLOSED | CS_EN_FREE | CS_EN_COUNT | CS_EN_NUMBER)) != 0)
    return flags;
  if ((word->classes & CS_EN_VERBAL) != 0 && (word->forms & CS_EN_NOUN) == 0)
    return flags;
  if ((word->forms & CS_EN_UNKNOWN) != 0)
    flags |= CS_ATOM_UNKNOWN;
  if ((word->forms & (CS_EN_VERB | CS_EN_VERB_S)) != 0 && word->verbs > word->nouns)
    flags |= CS_ATOM_VERB;
  if ((word->forms & noun) == 0)
    flags |= CS_ATOM_MODIFIER;
  if ((word->forms & (noun | CS_EN_ADJECTIVE | CS_EN_ING | CS_EN_PARTICIPLE)) != 0)
    flags |= CS_ATOM_NAME;

  return flags;
}

/* The word in the form in which it is written, looked up in the dictionary once for all units. */
static CsAtomForm *
find_form (CsAtomRoom *room, const char *text, gsize n_bytes)
{
  char short_key[MAX_KEY + 1];
  g_autofree char *long_key = n_bytes > MAX_KEY ? g_strndup (text, n_bytes) : NULL;
  const char *key = long_key;
  CsAtomForm *form;
  CsWordEn word;

  if (key == NULL)
    {
      memcpy (short_key, text, n_bytes);
      short_key[n_bytes] = '\0';
      key = short_key;
    }
  form = g_hash_table_lookup (room->forms, key);
  if (form != NULL)
    return form;

  form = g_new0 (CsAtomForm, 1);
  form->written = form->lemma = g_string_chunk_insert (room->form_strings, key);
  cs_word_en_analyse (key, n_bytes, &word);
  if (n_bytes < CS_WORD_EN_MAX && *word.lemma != '\0' && strcmp (word.lemma, key) != 0)
    form->lemma = g_string_chunk_insert (room->form_strings, word.lemma);
  form->flags = flags_of_word (&word, n_bytes);
  g_hash_table_insert (room->forms, (gpointer)form->written, form);

  return form;
}

/* The number of a word in its unit. */
static guint32
number_of (const Reader *reader, const char *text, gsize n_bytes)
{
  CsAtomRoom *room = reader->source->room;
  CsAtomForm *form = find_form (room, text, n_bytes);

  if (form->unit != room->n_units)
    {
      CsAtomWord word = { .flags = form->flags };

      word.written = word.lemma = cs_atom_room_add_string (room, text, n_bytes);
      if (form->lemma != form->written)
        word.lemma = cs_atom_room_add_string (room, form->lemma, strlen (form->lemma));
      g_array_append_val (room->words, word);
      form->unit = room->n_units;
      form->number = room->words->len;
    }

  return form->number;
}

static void
add_stop (Reader *reader, gsize at, CsAtomStop stop)
{
  cs_unit_atoms_add_stop (reader->source, reader->folded->map[at], stop);
  reader->before = 0;
  reader->fresh = stop == CS_ATOM_STOP_SENTENCE;
}

/* The articles; 0 for any other word. */
static guint
article_flags (const char *word, gsize n_bytes)
{
  if ((n_bytes == 3 && memcmp (word, "the", 3) == 0) ||
      (n_bytes == 4 && memcmp (word, "said", 4) == 0))
    return CS_ATOM_APART | CS_ATOM_DEFINITE;
  if ((n_bytes == 1 && word[0] == 'a') || (n_bytes == 2 && memcmp (word, "an", 2) == 0))
    return CS_ATOM_APART | CS_ATOM_INDEFINITE;

  return 0;
}

static guint
case_flags (const Reader *reader, gsize at, gsize length)
{
  const char *source = reader->source->text + reader->folded->map[at];
  guint n_capitals = 0;

  for (gsize i = 0; i < length; i++)
    n_capitals += g_ascii_isupper (source[i]);
  if (n_capitals > 1)
    return CS_ATOM_CAPITAL | CS_ATOM_LABEL;

  return n_capitals == 1 && !reader->fresh ? CS_ATOM_CAPITAL : 0;
}

static void
add_word (Reader *reader, gsize at, gsize length)
{
  const char *text = reader->folded->text + at;
  guint article = length < 5 ? article_flags (text, length) : 0;
  CsUnitAtom atom = { .start = reader->folded->map[at],
                      .end = reader->folded->map[at + length],
                      .flags = CS_ATOM_OF_WORD };

  if (article != 0 && text[length] != '-')
    {
      reader->before = article;
      return;
    }
  atom.word = number_of (reader, text, length);
  atom.flags |= reader->before | case_flags (reader, at, length);
  reader->before = 0;
  reader->fresh = FALSE;
  g_array_append_val (reader->atoms, atom);
}

static void
add_number (Reader *reader, gsize at, gsize length)
{
  CsUnitAtom atom = { .word = number_of (reader, reader->folded->text + at, length),
                      .start = reader->folded->map[at],
                      .end = reader->folded->map[at + length],
                      .flags = CS_ATOM_BEGINS | CS_ATOM_LABEL | reader->before };

  reader->before = 0;
  g_array_append_val (reader->atoms, atom);
}

static gsize
run_length (const char *text, gsize at, gboolean (*is) (char))
{
  gsize end = at;

  while (is (text[end]))
    end++;

  return end - at;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar)c >= 0x80;
}

static gboolean
is_letter_or_digit (char c)
{
  return is_letter (c) || g_ascii_isdigit (c);
}

/* Length of what reads like a sign at @at; 0 when nothing does. */
static gsize
sign_length (const Reader *reader, gsize at)
{
  gsize n_bytes = run_length (reader->folded->text, at, is_letter_or_digit);

  return cs_sign_scan (reader->source->text + reader->folded->map[at],
                       n_bytes + (reader->folded->text[at + n_bytes] == '\''));
}

/* "(12)" or "12" behind a word. @at is at the digit or letter. Returns its length, 0 when no known
 * sign stands there. */
static gsize
read_sign (Reader *reader, gsize at)
{
  const char *text = reader->source->text;
  gsize byte = reader->folded->map[at];
  gsize length = sign_length (reader, at);

  if (length == 0 || (reader->source->first && reader->atoms->len == 0) ||
      !cs_unit_atoms_add_sign (reader->source, text + byte, length,
                               (CsRange){ byte, byte + length }))
    return 0;
  reader->before |= CS_ATOM_APART;

  return cs_folded_find (reader->folded, byte + length) - at;
}

/* Returns what stands behind the bracket at @at. */
static gsize
read_bracket (Reader *reader, gsize at)
{
  const char *text = reader->folded->text;
  gsize length = read_sign (reader, at + 1);

  if (length > 0 && text[at + 1 + length] == ')')
    return at + length + 2;
  if (length > 0) /* one of several: whose it is cannot be told */
    g_array_set_size (reader->source->room->signs, reader->source->room->signs->len - 1);

  add_stop (reader, at, CS_ATOM_STOP_WORD);
  return at + 1;
}

/* 1/f, 10 mm, 5 %: a number, and no sign. */
static gboolean
is_quantity (const char *text, gsize at)
{
  static const char *const units[] = { "mm ", "cm ", "m ", "nm ", "um ", "km ", "s ",
                                       "ms ", "us ", "min", "h ", "hour", "second",
                                       "sec", "day", "v ", "mv ", "kv ", "ma ", "w ",
                                       "kw ", "hz", "khz", "mhz", "ghz", "k ", "°", "μ",
                                       "µ", "kg", "g ", "mg", "ml", "l ", "pa", "bar",
                                       "n ", "percent", "degree", "inch", "micro", "times ",
                                       NULL };
  gsize end = at + run_length (text, at, is_letter_or_digit);

  if (text[end] == '%' || text[end] == '/' || (text[end] == '.' && text[end + 1] > ' '))
    return TRUE;

  return text[end] == ' ' && cs_scan_any (text, end + 1, units) > 0;
}

static gboolean
ends_sentence (const char *text, gsize at)
{
  return text[at] == '\n' || text[at] == ';' || (text[at] == '.' && text[at + 1] <= ' ');
}

/* Reads what stands at @at. Returns what stands behind it. */
static gsize
read_one (Reader *reader, gsize at)
{
  const char *text = reader->folded->text;
  gsize length;

  if (text[at] == ' ' || text[at] == '-')
    return at + 1;
  if (text[at] == '(')
    return read_bracket (reader, at);
  if (is_letter_or_digit (text[at]))
    {
      gboolean bare = reader->source->bare_signs && at > 0 && text[at - 1] == ' ';

      if (bare && sign_length (reader, at) > 0 && !is_quantity (text, at) &&
          (length = read_sign (reader, at)) > 0)
        return at + length;
      length = run_length (text, at, is_letter);
      if (length > 0 && !g_ascii_isdigit (text[at + length]))
        add_word (reader, at, length);
      else
        add_number (reader, at, length = run_length (text, at, is_letter_or_digit));
      return at + length;
    }

  add_stop (reader, at, ends_sentence (text, at) ? CS_ATOM_STOP_SENTENCE : CS_ATOM_STOP_WORD);
  return at + 1;
}

void
cs_unit_atoms_read_en (const CsAtomSource *source)
{
  const CsFolded *folded = source->folded;
  Reader reader = { source->room->atoms, source, folded, 0, TRUE };

  for (gsize at = 0; at < folded->n_bytes;)
    at = read_one (&reader, at);
}
