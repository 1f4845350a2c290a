#include "cs-term-variants.h"

#include <string.h>

#include "cs-term-variants-private.h"

/* Names that do not agree: what is known, asked of the three parts. */

#define MAX_NAMES 4000 /* more are not compared */

static void
variant_clear (gpointer data)
{
  CsTermVariant *variant = data;

  g_free (variant->name);
  g_free (variant->known);
  g_free (variant->sign);
}

/* Whether nothing in it ends a name, and it begins and ends where words do. */
static gboolean
is_name (const CsVariants *variants, const CsAtomName *name)
{
  const CsAtom *behind = cs_term_atoms_get (variants->atoms, name->first + name->n_atoms);

  if (name->n_atoms == 0 || behind->unit != CS_NO_INDEX ||
      name->first + name->n_atoms + 1 != variants->atoms->atoms->len)
    return FALSE;
  for (guint i = 0; i < name->n_atoms; i++)
    if ((cs_term_atoms_get (variants->atoms, name->first + i)->flags & CS_ATOM_NAME) == 0)
      return FALSE;

  return TRUE;
}

static void
add_name (CsVariants *variants, const char *text, const char *sign, gboolean claimed, CsSpan where)
{
  CsAtomName name;

  if (variants->names->len >= MAX_NAMES)
    return;
  name = cs_term_atoms_add_name (variants->atoms, text);
  name.sign = sign;
  name.claimed = claimed;
  name.where = where;
  if (is_name (variants, &name))
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
  CsVariants variants = { atoms, cs_claim_set_get_draft (claims), terms, names, found, taken };

  g_array_set_clear_func (found, variant_clear);
  gather_names (&variants, description);
  cs_variants_find_signs (&variants);
  cs_variants_find_misspelt (&variants);
  cs_variants_find_names (&variants);
  g_array_sort (found, compare_variants);

  return found;
}
