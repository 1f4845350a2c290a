#include "cs-term-places.h"

#include <string.h>

#include "../language/cs-dictionary.h"
#include "../language/cs-fold.h"
#include "../language/cs-noun-en.h"

#define MAX_WORD_CHARS 3 /* that a longer word may begin before a name */

/* How the name is written: folded, in the singular or plural. @longer: (element-type Longer) */
typedef struct
{
  char *text;
  gsize n_bytes;
  gboolean plural;
  GArray *longer;
} Form;

/* The name of something else that holds the form: @n_before bytes before it, @text in all. */
typedef struct
{
  char *text;
  gsize n_before;
} Longer;

typedef struct
{
  const CsClaimSet *claims;
  const CsDraft *draft;
  const CsTerms *terms;
  guint term;
  gboolean english;
  GArray *forms;  /* Form */
  GArray *places; /* CsTermPlace */
  guint n_unlike;
} Search;

static void
longer_clear (gpointer data)
{
  g_free (((Longer *)data)->text);
}

static void
form_clear (gpointer data)
{
  Form *form = data;

  g_free (form->text);
  g_array_unref (form->longer);
}

static char *
dup_folded (const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);

  return g_steal_pointer (&folded->text);
}

/* --- forms --- */

static const Form *
find_form (const Search *search, const char *folded)
{
  for (guint i = 0; i < search->forms->len; i++)
    if (strcmp (g_array_index (search->forms, Form, i).text, folded) == 0)
      return &g_array_index (search->forms, Form, i);

  return NULL;
}

static void
add_form (Search *search, const char *folded, gboolean plural)
{
  Form form = { g_strdup (folded), strlen (folded), plural, NULL };

  if (form.n_bytes == 0 || find_form (search, folded) != NULL)
    {
      g_free (form.text);
      return;
    }

  form.longer = g_array_new (FALSE, FALSE, sizeof (Longer));
  g_array_set_clear_func (form.longer, longer_clear);
  g_array_append_val (search->forms, form);
}

/* The forms of its name, and those that the claims write: indices, indexes. */
static void
add_forms (Search *search)
{
  const CsTerm *term = &g_array_index (cs_terms_get_terms (search->terms), CsTerm, search->term);
  g_autofree char *name = dup_folded (term->name, strlen (term->name));
  g_autofree char *singular = search->english ? cs_noun_en_dup_singular (name) : g_strdup (name);
  g_autofree char *plural = NULL;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (search->terms, search->term, &n_uses);

  add_form (search, singular, FALSE);
  if (!search->english)
    return;

  plural = cs_noun_en_dup_plural (singular);
  add_form (search, plural, TRUE);
  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *mention =
          &g_array_index (cs_terms_get_mentions (search->terms), CsMention, uses[i]);
      const CsClaim *claim = cs_claim_set_get (search->claims, mention->claim);
      g_autofree char *written = dup_folded (claim->text + mention->range.start,
                                             mention->range.end - mention->range.start);
      g_autofree char *one = cs_noun_en_dup_singular (written);

      if (strcmp (one, singular) == 0)
        add_form (search, written, strcmp (written, one) != 0);
    }
}

static void
add_longer (Search *search, const char *folded)
{
  if (find_form (search, folded) != NULL)
    return;

  for (guint i = 0; i < search->forms->len; i++)
    {
      const Form *form = &g_array_index (search->forms, Form, i);
      const char *at = folded;

      while ((at = strstr (at, form->text)) != NULL)
        {
          Longer longer = { g_strdup (folded), at - folded };

          g_array_append_val (form->longer, longer);
          at++;
        }
    }
}

static void
add_longer_name (Search *search, const char *name)
{
  g_autofree char *folded = dup_folded (name, strlen (name));

  add_longer (search, folded);
  if (search->english)
    {
      g_autofree char *plural = cs_noun_en_dup_plural (folded);

      add_longer (search, plural);
    }
}

static void
add_longer_names (Search *search, const CsDescription *description)
{
  const GArray *terms = cs_terms_get_terms (search->terms);
  const GArray *signs = cs_description_get_signs (description);

  for (guint i = 0; i < terms->len; i++)
    add_longer_name (search, g_array_index (terms, CsTerm, i).name);
  for (guint i = 0; i < signs->len; i++)
    add_longer_name (search, g_array_index (signs, CsSign, i).name);
}

/* --- whether a form stands by itself --- */

static gboolean
is_latin (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-';
}

/* Whether a Latin word goes on to the left of @start; in "1-spring" the sign does not. */
static gboolean
is_joined_before (const CsFolded *folded, gsize start)
{
  const char *text = folded->text;

  if (start == 0 || !is_latin (text[start]))
    return FALSE;
  if (text[start - 1] == '-')
    return start < 2 || !g_ascii_isdigit (text[start - 2]);

  return is_latin (text[start - 1]);
}

static gboolean
is_within_word (const CsFolded *folded, gsize start, gsize end)
{
  return is_joined_before (folded, start) ||
         (is_latin (folded->text[end - 1]) && is_latin (folded->text[end]));
}

static gboolean
is_within_name (const CsFolded *folded, gsize start, const Form *form)
{
  for (guint i = 0; i < form->longer->len; i++)
    {
      const Longer *longer = &g_array_index (form->longer, Longer, i);

      if (longer->n_before <= start && g_str_has_prefix (folded->text + start - longer->n_before,
                                                         longer->text))
        return TRUE;
    }

  return FALSE;
}

/* Whether a word of the dictionary begins at @from and holds all of [@start, @end) and more. */
static gboolean
is_held (const CsFolded *folded, gsize from, gsize start, gsize end)
{
  CsDictionaryWalk walk = cs_dictionary_begin (cs_dictionary_get ("zh"));
  const char *at = folded->text + from;
  guint value;

  while (*at != '\0' && cs_dictionary_step (&walk, g_utf8_get_char (at), &value))
    {
      gsize word_end;

      at = g_utf8_next_char (at);
      word_end = at - folded->text;
      if (value != 0 && word_end >= end && (from < start || word_end > end))
        return TRUE;
    }

  return FALSE;
}

/* 泵 within 水泵 is another thing, although nobody introduced it. */
static gboolean
is_within_chinese_word (const CsFolded *folded, gsize start, gsize end)
{
  const char *from = folded->text + start;

  for (guint i = 0; i <= MAX_WORD_CHARS; i++)
    {
      if (is_held (folded, from - folded->text, start, end))
        return TRUE;
      from = g_utf8_find_prev_char (folded->text, from);
      if (from == NULL)
        return FALSE;
    }

  return FALSE;
}

static gboolean
stands_alone (const Search *search, const CsFolded *folded, gsize start, const Form *form)
{
  gsize end = start + form->n_bytes;

  return !is_within_word (folded, start, end) && !is_within_name (folded, start, form) &&
         (search->english || !is_within_chinese_word (folded, start, end));
}

/* --- places --- */

/* Adds the places in @n_bytes of @text, which begin at byte @offset of @part. */
static void
find_in (Search *search, CsPart part, const char *text, gsize n_bytes, gsize offset)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);

  for (guint i = 0; i < search->forms->len; i++)
    {
      const Form *form = &g_array_index (search->forms, Form, i);
      const char *at = folded->text;

      while ((at = strstr (at, form->text)) != NULL)
        {
          gsize start = at - folded->text;
          CsTermPlace place = { part, offset + folded->map[start],
                                offset + folded->map[start + form->n_bytes], form->plural };

          if (stands_alone (search, folded, start, form))
            g_array_append_val (search->places, place);
          at += form->n_bytes;
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CsTermPlace *left = a;
  const CsTermPlace *right = b;

  if (left->part != right->part)
    return left->part < right->part ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return left->end > right->end ? -1 : left->end < right->end; /* the longer one first */
}

static void
add_mention (Search *search, const CsMention *mention)
{
  const CsClaim *claim = cs_claim_set_get (search->claims, mention->claim);
  gsize offset = cs_draft_get_unit (search->draft, CS_PART_CLAIMS, mention->claim)->start;
  g_autofree char *written = dup_folded (claim->text + mention->range.start,
                                         mention->range.end - mention->range.start);
  const Form *form = find_form (search, written);
  CsTermPlace place = { CS_PART_CLAIMS, offset + mention->range.start,
                        offset + mention->range.end, form != NULL && form->plural };

  if (form != NULL)
    g_array_append_val (search->places, place);
  else
    search->n_unlike++;
}

/* What the analysis takes for something else stays. */
static gboolean
is_mentioned (const Search *search, guint claim, gsize start, gsize end)
{
  return cs_terms_find_mention (search->terms, claim, start) != CS_NO_INDEX ||
         cs_terms_find_mention (search->terms, claim, end - 1) != CS_NO_INDEX;
}

static void
find_in_claim (Search *search, guint index)
{
  const CsClaim *claim = cs_claim_set_get (search->claims, index);
  gsize offset = cs_draft_get_unit (search->draft, CS_PART_CLAIMS, index)->start;
  guint kept = search->places->len;
  guint end;
  guint first;

  find_in (search, CS_PART_CLAIMS, claim->text, claim->n_bytes, offset);
  for (guint i = kept; i < search->places->len; i++)
    {
      CsTermPlace place = g_array_index (search->places, CsTermPlace, i);

      if (!is_mentioned (search, index, place.start - offset, place.end - offset))
        g_array_index (search->places, CsTermPlace, kept++) = place;
    }
  g_array_set_size (search->places, kept);

  first = cs_terms_get_claim_mentions (search->terms, index, &end);
  for (guint i = first; i < end; i++)
    if (g_array_index (cs_terms_get_mentions (search->terms), CsMention, i).term == search->term)
      add_mention (search, &g_array_index (cs_terms_get_mentions (search->terms), CsMention, i));
}

static void
drop_overlaps (GArray *places)
{
  guint kept = 0;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      CsTermPlace place = g_array_index (places, CsTermPlace, i);
      const CsTermPlace *last = kept == 0 ? NULL : &g_array_index (places, CsTermPlace, kept - 1);

      if (last == NULL || last->part != place.part || last->end <= place.start)
        g_array_index (places, CsTermPlace, kept++) = place;
    }
  g_array_set_size (places, kept);
}

GArray *
cs_term_places_find (const CsClaimSet *claims,
                     const CsDescription *description,
                     const CsTerms *terms,
                     guint term,
                     guint *n_unlike)
{
  static const CsPart others[] = { CS_PART_TITLE, CS_PART_ABSTRACT, CS_PART_DESCRIPTION };
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (Form));
  Search search = { .claims = claims, .draft = draft, .terms = terms, .term = term };

  g_array_set_clear_func (forms, form_clear);
  search.english = strcmp (draft->language, "zh") != 0;
  search.forms = forms;
  search.places = g_array_new (FALSE, FALSE, sizeof (CsTermPlace));
  add_forms (&search);
  add_longer_names (&search, description);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    find_in_claim (&search, i);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (draft->texts[others[i]] != NULL)
      {
        const CsText *text = draft->texts[others[i]];

        find_in (&search, others[i], cs_text_get_string (text), cs_text_get_n_bytes (text), 0);
      }
  drop_overlaps (search.places);
  *n_unlike = search.n_unlike;

  return search.places;
}
