#include "cs-term-rename.h"

#include <string.h>

#include "../base/cs-text-builder.h"
#include "../language/cs-fold.h"
#include "../language/cs-noun-en.h"
#include "cs-term-places.h"

/* Another name for a term: what takes its place in each place. */

typedef struct
{
  CsTermRename *rename;
  const CsDraft *draft;
  gboolean english;
  char *name;     /* the old one, as first written */
  char *singular; /* the new one */
  char *plural;
  GHashTable *shown; /* "before\nafter" to the index of its change + 1 */
} Renaming;

static void
renaming_clear (Renaming *renaming)
{
  g_free (renaming->name);
  g_free (renaming->singular);
  g_free (renaming->plural);
  g_clear_pointer (&renaming->shown, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Renaming, renaming_clear)

static void
change_clear (gpointer data)
{
  CsTermChange *change = data;

  g_free (change->before);
  g_free (change->after);
}

void
cs_term_rename_free (CsTermRename *rename)
{
  g_array_unref (rename->edits);
  g_array_unref (rename->changes);
  g_free (rename);
}

/* --- capitals --- */

static gboolean
has_lower (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_islower (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static gboolean
is_upper_at (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

/* Whether each word of several begins with a capital, as in a title. */
static gboolean
is_title (const char *text)
{
  const char *space = strchr (text, ' ');

  if (space == NULL || !is_upper_at (text))
    return FALSE;
  for (; space != NULL; space = strchr (space + 1, ' '))
    if (g_unichar_islower (g_utf8_get_char (space + 1)))
      return FALSE;

  return TRUE;
}

static char *
dup_capital (const char *text, gboolean every_word)
{
  g_autoptr (GString) result = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (result, begins ? g_unichar_totitle (letter) : letter);
      begins = every_word && letter == ' ';
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* @name with the capitals that the old name, @old, has in this place as @written. */
static char *
dup_in_case (const char *name, const char *old, const char *written)
{
  if (*written == '\0' || !is_upper_at (written) || is_upper_at (old))
    return g_strdup (name);
  if (!has_lower (written) && has_lower (old) && g_utf8_strlen (written, 2) > 1)
    return g_utf8_strup (name, -1);

  return dup_capital (name, is_title (written));
}

/* --- what must stay --- */

/* Whether the bytes [@start, @end) hold an object, or touch what stands above or below the line. */
static gboolean
is_delicate (const CsText *text, gsize start, gsize end)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  gsize n_bytes = end - start;

  if (g_strstr_len (cs_text_get_string (text) + start, n_bytes, CS_OBJECT_CHARACTER) != NULL)
    return TRUE;
  for (guint i = 0; i < n_runs && runs[i].start < end; i++)
    if ((runs[i].style == CS_RUN_SUB || runs[i].style == CS_RUN_SUP) && runs[i].end > start)
      return TRUE;

  return FALSE;
}

/* @words, in the style of all of [@start, @end). */
static CsText *
make_insert (const CsText *text, gsize start, gsize end, const char *words)
{
  CsTextBuilder *builder = cs_text_builder_new ();
  gsize n_words = strlen (words);
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  cs_text_builder_append (builder, words, n_words);
  for (guint i = 0; i < n_runs && runs[i].start <= start; i++)
    if (start < end && runs[i].end >= end && n_words > 0)
      cs_text_builder_add_run (builder, 0, n_words, runs[i].style);

  return cs_text_builder_end (builder);
}

/* Leaves alone what old and new name have in common, with the runs that are in it. @words: in and
 * out, what is to be put in place of [@start, @end) of @text. */
static void
trim (const char *text, gsize *start, gsize *end, char **words)
{
  const char *from = *words;
  const char *to = from + strlen (from);

  while (*start < *end && from < to &&
         g_utf8_get_char (text + *start) == g_utf8_get_char (from))
    {
      *start = g_utf8_next_char (text + *start) - text;
      from = g_utf8_next_char (from);
    }
  while (*start < *end && from < to)
    {
      const char *last = g_utf8_prev_char (text + *end);
      const char *last_word = g_utf8_prev_char (to);

      if (g_utf8_get_char (last) != g_utf8_get_char (last_word))
        break;
      *end = last - text;
      to = last_word;
    }

  from = g_strndup (from, to - from);
  g_free (*words);
  *words = (char *)from;
}

/* --- one place --- */

/* Whether "a" or "an" stands before @start: its bytes [@begin, @end). */
static gboolean
find_article (const char *text, gsize start, gsize *begin, gsize *end)
{
  *end = start;
  while (*end > 0 && text[*end - 1] == ' ')
    --*end;
  *begin = *end;
  while (*begin > 0 && g_ascii_isalpha (text[*begin - 1]))
    --*begin;

  return *end < start && *begin < *end &&
         (*begin == 0 || strchr (" \n\t(\"", text[*begin - 1]) != NULL) &&
         (*end - *begin == 1 ? g_ascii_tolower (text[*begin]) == 'a' :
                               *end - *begin == 2 &&
                                   g_ascii_strncasecmp (text + *begin, "an", 2) == 0);
}

static void
note_change (Renaming *renaming, const char *before, const char *after)
{
  GArray *changes = renaming->rename->changes;
  char *key = g_strconcat (before, "\n", after, NULL);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (renaming->shown, key));

  if (known == 0)
    {
      CsTermChange change = { g_strdup (before), g_strdup (after), 0 };

      g_array_append_val (changes, change);
      known = changes->len;
    }
  g_array_index (changes, CsTermChange, known - 1).n_places++;
  g_hash_table_insert (renaming->shown, key, GUINT_TO_POINTER (known));
}

static void
add_edit (Renaming *renaming, CsPart part, gsize start, gsize end, const char *words)
{
  g_autoptr (CsText) insert = make_insert (renaming->draft->texts[part], start, end, words);

  cs_edits_add_text (renaming->rename->edits, part, start, end, insert);
}

/* "a" before a name that begins with a vowel now, or the other way round. Returns: where it begins,
 * @start when nothing is to be done; @article: (out) (nullable): what it becomes */
static gsize
mend_article (Renaming *renaming, CsPart part, gsize start, const char *words, char **article)
{
  const CsText *text = renaming->draft->texts[part];
  const char *string = cs_text_get_string (text);
  gboolean takes_an = cs_noun_en_takes_an (words);
  gsize begin;
  gsize end;

  *article = NULL;
  if (!find_article (string, start, &begin, &end) || (end - begin == 2) == takes_an ||
      is_delicate (text, begin, end))
    return start;

  *article = g_strdup (takes_an ? "an" : "a");
  **article = string[begin];
  add_edit (renaming, part, begin, end, *article);

  return begin;
}

static void
rename_place (Renaming *renaming, const CsTermPlace *place)
{
  const CsText *text = renaming->draft->texts[place->part];
  const char *string = cs_text_get_string (text);
  g_autofree char *written = g_strndup (string + place->start, place->end - place->start);
  g_autofree char *words = dup_in_case (place->plural ? renaming->plural : renaming->singular,
                                        renaming->name, written);
  g_autofree char *rest = g_strdup (words);
  g_autofree char *article = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize begin = place->start;
  gsize start = place->start;
  gsize end = place->end;

  if (strcmp (written, words) == 0)
    return;
  trim (string, &start, &end, &rest);
  if (is_delicate (text, start, end))
    {
      renaming->rename->n_kept++;
      return;
    }

  if (renaming->english)
    begin = mend_article (renaming, place->part, place->start, words, &article);
  add_edit (renaming, place->part, start, end, rest);
  renaming->rename->n_places[place->part]++;
  before = g_strndup (string + begin, place->end - begin);
  after = article == NULL ? g_strdup (words) : g_strconcat (article, " ", words, NULL);
  note_change (renaming, before, after);
}

/* --- the whole --- */

/* Returns: (transfer full) (nullable): @name without spaces around it, NULL when it is none */
static char *
dup_name (const char *name)
{
  g_autofree char *stripped = g_utf8_make_valid (name, -1);

  g_strstrip (stripped);
  if (*stripped == '\0' || g_utf8_strlen (stripped, -1) > CS_TERM_RENAME_MAX_CHARS ||
      strstr (stripped, CS_OBJECT_CHARACTER) != NULL)
    return NULL;
  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        return NULL;
    }

  return g_steal_pointer (&stripped);
}

static char *
dup_key (const char *name, gboolean english)
{
  g_autoptr (CsFolded) folded = cs_fold (name, strlen (name), CS_FOLD_CASE);

  return english ? cs_noun_en_dup_singular (folded->text) : g_strdup (folded->text);
}

static guint
find_same (const CsTerms *terms, guint term, const char *name, gboolean english)
{
  const GArray *all = cs_terms_get_terms (terms);
  g_autofree char *wanted = dup_key (name, english);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *key = dup_key (g_array_index (all, CsTerm, i).name, english);

      if (i != term && strcmp (key, wanted) == 0)
        return i;
    }

  return CS_NO_INDEX;
}

/* A plural takes the place of a plural: "fins" and "ribs" as one would say them. */
static void
set_names (Renaming *renaming, const char *old, char *name)
{
  renaming->name = g_strdup (old);
  renaming->singular = name;
  if (!renaming->english)
    return;

  g_free (renaming->name);
  renaming->name = cs_noun_en_dup_singular (old);
  if (strcmp (renaming->name, old) != 0)
    {
      renaming->singular = cs_noun_en_dup_singular (name);
      g_free (name);
    }
  renaming->plural = cs_noun_en_dup_plural (renaming->singular);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CsTermChange *left = a;
  const CsTermChange *right = b;

  if (left->n_places != right->n_places)
    return left->n_places > right->n_places ? -1 : 1;

  return strcmp (left->before, right->before);
}

CsTermRename *
cs_term_rename_new (const CsClaimSet *claims,
                    const CsDescription *description,
                    const CsTerms *terms,
                    guint term,
                    const char *name)
{
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_auto (Renaming) renaming = { .draft = draft };
  g_autoptr (CsTermRename) rename = g_new0 (CsTermRename, 1);
  g_autoptr (GArray) places = NULL;
  char *wanted = dup_name (name);

  rename->edits = cs_edits_new ();
  rename->changes = g_array_new (FALSE, FALSE, sizeof (CsTermChange));
  g_array_set_clear_func (rename->changes, change_clear);
  if (wanted == NULL)
    return NULL;

  renaming.rename = rename;
  renaming.english = strcmp (draft->language, "zh") != 0;
  renaming.shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rename->same_as = find_same (terms, term, wanted, renaming.english);
  set_names (&renaming, g_array_index (cs_terms_get_terms (terms), CsTerm, term).name, wanted);

  places = cs_term_places_find (claims, description, terms, term, &rename->n_kept);
  for (guint i = 0; i < places->len; i++)
    rename_place (&renaming, &g_array_index (places, CsTermPlace, i));
  g_array_sort (rename->changes, compare_changes);
  g_return_val_if_fail (cs_edits_normalise (rename->edits, draft), NULL);

  return g_steal_pointer (&rename);
}
