#include <string.h>

#include "cs-term-variants-private.h"

/* Names before a sign: those that do not agree with what the sign stands for. What the table of
 * signs says goes before the claims; of names in the claims the one used most. */

#define MAX_ATOMS_ZH 12
#define MAX_ATOMS_EN 5

/* What stands before a sign: @n_atoms from @at on. */
typedef struct
{
  guint at;
  guint n_atoms;
} Stretch;

static guint
word_at (const CsVariants *variants, guint at)
{
  return cs_term_atoms_get (variants->atoms, at)->word;
}

/* --- what signs stand for --- */

static guint
count_uses (const CsVariants *variants, const CsAtomName *name)
{
  return cs_term_atoms_count (variants->atoms, name, NULL);
}

/* Sign -> the one CsAtomName that it stands for. */
static GHashTable *
gather_meanings (const CsVariants *variants)
{
  GHashTable *meanings = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < variants->names->len; i++)
    {
      CsAtomName *name = &g_array_index (variants->names, CsAtomName, i);
      const CsAtomName *known;

      if (name->sign == NULL)
        continue;
      known = g_hash_table_lookup (meanings, name->sign);
      if (known == NULL ||
          (known->claimed && count_uses (variants, name) > count_uses (variants, known)))
        g_hash_table_insert (meanings, (gpointer)name->sign, name);
    }

  return meanings;
}

/* --- comparing --- */

/* Whether all atoms of one stand in the other in the same order: 回流阀 in 回流控制阀. */
static gboolean
is_within (const CsVariants *variants, Stretch one, Stretch other)
{
  guint matched = 0;

  for (guint i = 0; i < other.n_atoms && matched < one.n_atoms; i++)
    if (word_at (variants, one.at + matched) == word_at (variants, other.at + i))
      matched++;

  return matched == one.n_atoms;
}

static guint
common_end (const CsVariants *variants, Stretch one, Stretch other)
{
  guint n = 0;

  while (n < one.n_atoms && n < other.n_atoms &&
         word_at (variants, one.at + one.n_atoms - 1 - n) ==
             word_at (variants, other.at + other.n_atoms - 1 - n))
    n++;

  return n;
}

static gboolean
has_flag (const CsVariants *variants, Stretch stretch, guint flag)
{
  for (guint i = 0; i < stretch.n_atoms; i++)
    if ((cs_term_atoms_get (variants->atoms, stretch.at + i)->flags & flag) != 0)
      return TRUE;

  return FALSE;
}

/* Whether all of it describes rather than names; with @verbs, or says what is done to the thing. */
static gboolean
has_only (const CsVariants *variants, Stretch stretch, gboolean verbs)
{
  for (guint i = 0; i < stretch.n_atoms; i++)
    {
      guint flags = cs_term_atoms_get (variants->atoms, stretch.at + i)->flags;
      gboolean verb = verbs && (flags & (CS_ATOM_VERB | CS_ATOM_APART)) == CS_ATOM_VERB;

      if ((flags & CS_ATOM_MODIFIER) == 0 && !verb)
        return FALSE;
    }

  return TRUE;
}

/* Words for anything at all, with which a thing of any name is meant, or that are followed by
 * numbers of their own: "the element 12", 高度2. */
static gboolean
is_generic (const CsVariants *variants, Stretch stretch)
{
  guint n = variants->atoms->chinese ? MIN (stretch.n_atoms, 2) : 1;
  g_autofree char *last = cs_term_atoms_dup_words (variants->atoms, stretch.at + stretch.n_atoms - n, n);

  return cs_word_is_generic (variants->atoms->chinese, last);
}

/* Whether @text can be the thing that is called @known. */
static gboolean
agrees (const CsVariants *variants, Stretch text, Stretch known)
{
  guint common = common_end (variants, text, known);
  Stretch own = { text.at, text.n_atoms - common };
  Stretch named = { known.at, known.n_atoms - common };

  if (is_within (variants, text, known) || is_within (variants, known, text))
    return TRUE;
  if (has_flag (variants, text, CS_ATOM_LABEL) || has_flag (variants, known, CS_ATOM_LABEL))
    return TRUE;
  if (is_generic (variants, text) || (known.n_atoms < 3 && is_generic (variants, known)))
    return TRUE;
  if (common == 0)
    return (cs_term_atoms_get (variants->atoms, text.at + text.n_atoms - 1)->flags &
            (CS_ATOM_VERB | CS_ATOM_MODIFIER)) != 0;

  /* "the biased spring 45" tells more of the return spring, and nothing of the tensioned spring */
  return has_only (variants, own, TRUE) && !has_only (variants, named, FALSE);
}

/* The name right before the sign; empty when none stands there. */
static Stretch
find_name (const CsVariants *variants, const CsAtomSign *sign)
{
  guint max = variants->atoms->chinese ? MAX_ATOMS_ZH : MAX_ATOMS_EN;
  Stretch stretch = { sign->next, 0 };

  while (stretch.at > 0 && stretch.n_atoms < max)
    {
      const CsAtom *atom = cs_term_atoms_get (variants->atoms, stretch.at - 1);

      if ((atom->flags & CS_ATOM_NAME) == 0)
        break;
      stretch.at--;
      stretch.n_atoms++;
      if ((atom->flags & CS_ATOM_APART) != 0)
        break;
    }

  return stretch;
}

/* Verbs and the like before the name are cut off where the name is as long as the known one. */
static Stretch
trim (const CsVariants *variants, Stretch stretch, guint n_known)
{
  guint at = stretch.at + stretch.n_atoms - MIN (n_known, stretch.n_atoms);

  if ((cs_term_atoms_get (variants->atoms, at)->flags & CS_ATOM_BEGINS) == 0)
    return stretch;

  return (Stretch){ at, stretch.at + stretch.n_atoms - at };
}

static gboolean
stands_behind (const CsVariants *variants, const CsAtomSign *sign, const CsAtomName *name)
{
  return sign->next >= name->n_atoms &&
         cs_term_atoms_equal (variants->atoms, sign->next - name->n_atoms, name);
}

static void
note_agreeing (const CsVariants *variants,
               GHashTable *meanings,
               const CsAtomSign *sign,
               GHashTable *agreeing)
{
  const CsAtomName *known = g_hash_table_lookup (meanings, sign->sign);

  if (known != NULL && stands_behind (variants, sign, known))
    g_hash_table_add (agreeing, (gpointer)sign->sign);
}

static void
check_sign (CsVariants *variants, GHashTable *meanings, const CsAtomSign *sign)
{
  const CsAtomName *known = g_hash_table_lookup (meanings, sign->sign);
  Stretch text = find_name (variants, sign);
  Stretch meant;
  CsTermVariant found = { 0 };

  if (known == NULL || stands_behind (variants, sign, known) || text.n_atoms == 0 ||
      (variants->atoms->chinese && text.n_atoms < 2))
    return;
  meant = (Stretch){ known->first, known->n_atoms };
  if (agrees (variants, text, meant))
    return;
  text = trim (variants, text, known->n_atoms);
  if (agrees (variants, text, meant))
    return;

  if (text.at > 0 && word_at (variants, text.at - 1) == word_at (variants, meant.at))
    text = (Stretch){ text.at - 1, text.n_atoms + 1 };

  found.known = (char *)known->name;
  found.plain = common_end (variants, text, meant) > 0 &&
                cs_variants_suits (variants, text.at, text.n_atoms, known->name);
  found.sign = (char *)sign->sign;
  found.known_at = known->where;
  cs_variants_add (variants, CS_VARIANT_SIGN, text.at, text.n_atoms, &found);
}

void
cs_variants_find_signs (CsVariants *variants)
{
  g_autoptr (GHashTable) meanings = gather_meanings (variants);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) agreeing = g_hash_table_new (g_str_hash, g_str_equal);
  const GArray *signs = variants->atoms->signs;
  gboolean trusted;

  for (guint i = 0; i < signs->len; i++)
    {
      const CsAtomSign *sign = &g_array_index (signs, CsAtomSign, i);

      g_hash_table_add (used, (gpointer)sign->sign);
      note_agreeing (variants, meanings, sign, agreeing);
    }
  /* where most signs do not stand behind their names, the others are no signs, or were misread */
  trusted = g_hash_table_size (agreeing) * 2 >= g_hash_table_size (used);

  for (guint i = 0; i < signs->len; i++)
    {
      const CsAtomSign *sign = &g_array_index (signs, CsAtomSign, i);

      if (trusted || g_hash_table_contains (agreeing, sign->sign))
        check_sign (variants, meanings, sign);
    }
}
