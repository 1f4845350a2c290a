#include "cs-term-variants.h"

#include <string.h>

#include "cs-term-variants-private.h"

/* Names that do not agree: what is known, asked of the three parts. */

#define LEAST_RUN 2 /* atoms */
#define MAX_RUN 8
#define HASH_FACTOR ((gsize)0x100000001b3) /* FNV-1a */

static void
variant_clear (gpointer data)
{
  CsTermVariant *variant = data;

  g_free (variant->name);
  g_free (variant->known);
  g_free (variant->sign);
}

/* Whether it is of one piece, and ends like a name. */
static gboolean
is_name (const CsTermAtoms *atoms, const CsAtomName *name)
{
  guint end = name->first + name->n_atoms;

  return name->n_atoms > 0 && end + 1 == atoms->atoms->len &&
         (cs_term_atoms_get (atoms, end - 1)->flags & CS_ATOM_NAME) != 0;
}

static void
add_name (CsVariants *variants, const char *text, const char *sign, gboolean claimed, CsSpan where)
{
  CsAtomName name;

  if (variants->names->len >= CS_VARIANTS_MAX_NAMES)
    return;
  name = cs_term_atoms_add_name (variants->atoms, text);
  name.sign = sign;
  name.claimed = claimed;
  name.where = where;
  if (is_name (variants->atoms, &name))
    g_array_append_val (variants->names, name);
}

static void
gather_names (CsVariants *variants, const CsDescription *description)
{
  const GArray *table = cs_description_get_signs (description);
  const GArray *terms = cs_terms_get_terms (variants->terms);

  for (guint i = 0; i < table->len; i++)
    {
      const CsSign *sign = &g_array_index (table, CsSign, i);

      add_name (variants, sign->name, sign->sign, FALSE, sign->span);
    }
  for (guint i = 0; i < terms->len; i++)
    {
      const CsTerm *term = &g_array_index (terms, CsTerm, i);
      const CsMention *first =
          &g_array_index (cs_terms_get_mentions (variants->terms), CsMention, term->first);

      add_name (variants, term->name, term->sign, TRUE,
                (CsSpan){ CS_PART_CLAIMS, first->claim, first->range.start, first->range.end });
    }
}

/* How many atoms from @at on stand between words that no name holds; 0 when @at is none or in the
 * middle of them. */
static guint
read_run (const CsTermAtoms *atoms, guint at)
{
  guint n = 0;

  if (at > 0 && !cs_term_atoms_ends_before (atoms, at) &&
      (cs_term_atoms_get (atoms, at - 1)->flags & CS_ATOM_NAME) != 0)
    return 0;
  while (n < MAX_RUN && (cs_term_atoms_get (atoms, at + n)->flags & CS_ATOM_NAME) != 0)
    {
      n++;
      if (cs_term_atoms_ends_before (atoms, at + n))
        return n;
    }

  return 0;
}

guint
cs_variants_count (const CsVariants *variants, guint at, guint n_atoms)
{
  CsAtomName name = { .first = at, .n_atoms = n_atoms };
  gsize key = n_atoms;
  gpointer known;

  for (guint i = 0; i < n_atoms; i++)
    key = (key ^ cs_term_atoms_get (variants->atoms, at + i)->word) * HASH_FACTOR;
  known = g_hash_table_lookup (variants->counts, GSIZE_TO_POINTER (key));
  if (known == NULL)
    {
      known = GUINT_TO_POINTER (cs_term_atoms_count (variants->atoms, &name, NULL) + 1);
      g_hash_table_insert (variants->counts, GSIZE_TO_POINTER (key), known);
    }

  return GPOINTER_TO_UINT (known) - 1;
}

const char *
cs_variants_keep_text (const CsVariants *variants, const CsSpan *where)
{
  g_autofree char *text = cs_draft_dup_span_text (variants->draft, where);

  return g_string_chunk_insert_const (variants->atoms->strings, text);
}

/* Adds the run as a name when it is a new one and stands more than once. */
static void
add_run (CsVariants *variants, GHashTable *seen, guint at, guint n_atoms)
{
  CsTermAtoms *atoms = variants->atoms;
  CsAtomName run = { .first = at, .n_atoms = n_atoms, .claimed = TRUE };

  if (!g_hash_table_add (seen, cs_term_atoms_dup_words (atoms, at, n_atoms)) ||
      cs_variants_count (variants, at, n_atoms) < 2)
    return;
  run.where = cs_term_atoms_span (atoms, at, n_atoms);
  run.name = cs_variants_keep_text (variants, &run.where);
  g_array_append_val (variants->names, run);
}

/* What stands so more than once in the claims is a name, although nobody says 所述 of it. */
static void
gather_runs (CsVariants *variants)
{
  CsTermAtoms *atoms = variants->atoms;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < variants->names->len; i++)
    {
      const CsAtomName *name = &g_array_index (variants->names, CsAtomName, i);

      g_hash_table_add (seen, cs_term_atoms_dup_words (atoms, name->first, name->n_atoms));
    }
  for (guint at = 0; at < atoms->n_text && variants->names->len < CS_VARIANTS_MAX_NAMES; at++)
    {
      guint unit = cs_term_atoms_get (atoms, at)->unit;
      guint n_atoms = read_run (atoms, at);

      if (g_array_index (atoms->units, CsAtomUnit, unit).part != CS_PART_CLAIMS)
        break;
      if (n_atoms >= LEAST_RUN)
        add_run (variants, seen, at, n_atoms);
    }
}

void
cs_variants_add (CsVariants *variants,
                 CsVariantKind kind,
                 guint at,
                 guint n_atoms,
                 const CsTermVariant *found)
{
  CsTermVariant variant = *found;

  for (guint i = at; i < at + n_atoms; i++)
    if (variants->taken[i])
      return;
  memset (variants->taken + at, TRUE, n_atoms);

  variant.kind = kind;
  variant.where = cs_term_atoms_span (variants->atoms, at, n_atoms);
  variant.name = cs_draft_dup_span_text (variants->draft, &variant.where);
  variant.known = g_strdup (found->known);
  variant.sign = g_strdup (found->sign);
  g_array_append_val (variants->found, variant);
}

static gboolean
ends_in_s (const char *text)
{
  return g_str_has_suffix (text, "s") || g_str_has_suffix (text, "S");
}

static gboolean
begins_with_vowel (const char *text)
{
  return text[0] != '\0' && strchr ("aeiouAEIOU", text[0]) != NULL;
}

gboolean
cs_variants_suits (const CsVariants *variants, guint at, guint n_atoms, const char *known)
{
  CsSpan where = cs_term_atoms_span (variants->atoms, at, n_atoms);
  g_autofree char *text = cs_draft_dup_span_text (variants->draft, &where);

  if (strpbrk (known, "\n,;:()") != NULL)
    return FALSE;
  if (variants->atoms->chinese)
    return TRUE;
  if ((cs_term_atoms_get (variants->atoms, at)->flags & CS_ATOM_INDEFINITE) != 0 &&
      begins_with_vowel (text) != begins_with_vowel (known))
    return FALSE;

  return ends_in_s (text) == ends_in_s (known);
}

/* @word as it is written somewhere in the same number; NULL when it nowhere is. */
static char *
dup_in_number (const CsVariants *variants, guint word, gboolean plural)
{
  guint n_places;
  const guint *places = cs_term_atoms_places (variants->atoms, word, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      CsSpan where = cs_term_atoms_span (variants->atoms, places[i], 1);
      char *text = cs_draft_dup_span_text (variants->draft, &where);

      if (ends_in_s (text) == plural)
        return text;
      g_free (text);
    }

  return NULL;
}

void
cs_variants_add_misspelt (CsVariants *variants, guint at, guint word, CsSpan known_at)
{
  CsSpan where = cs_term_atoms_span (variants->atoms, at, 1);
  g_autofree char *text = cs_draft_dup_span_text (variants->draft, &where);
  g_autofree char *known = dup_in_number (variants, word, ends_in_s (text));
  CsTermVariant found = { .known_at = known_at, .plain = known != NULL };

  if (known == NULL)
    known = g_strdup (g_ptr_array_index (variants->atoms->words, word));
  known[0] = g_ascii_isupper (text[0]) ? g_ascii_toupper (known[0]) : g_ascii_tolower (known[0]);
  found.known = known;
  cs_variants_add (variants, CS_VARIANT_MISSPELT, at, 1, &found);
}

static int
compare_variants (gconstpointer a, gconstpointer b)
{
  const CsSpan *left = &((const CsTermVariant *)a)->where;
  const CsSpan *right = &((const CsTermVariant *)b)->where;

  if (left->part != right->part)
    return left->part < right->part ? -1 : 1;
  if (left->index != right->index)
    return left->index < right->index ? -1 : 1;

  return left->start < right->start ? -1 : left->start > right->start;
}

GArray *
cs_term_variants_find (const CsClaimSet *claims,
                       const CsDescription *description,
                       const CsTerms *terms)
{
  g_autoptr (CsTermAtoms) atoms = cs_term_atoms_new (claims, description);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (CsAtomName));
  g_autofree guint8 *taken = g_new0 (guint8, atoms->n_text + 1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CsTermVariant));
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  CsVariants variants = { atoms, cs_claim_set_get_draft (claims), terms, names, found, taken,
                          counts };

  g_array_set_clear_func (found, variant_clear);
  gather_names (&variants, description);
  gather_runs (&variants);
  cs_variants_find_signs (&variants);
  cs_variants_find_misspelt (&variants);
  cs_variants_find_names (&variants);
  g_array_sort (found, compare_variants);

  return found;
}
