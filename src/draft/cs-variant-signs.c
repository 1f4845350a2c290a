#include <string.h>

#include "cs-term-variants-private.h"

/* Names before a sign: those that do not agree with what the sign stands for. What the table of
 * signs says goes before the claims; of names in the claims the one used most. */

#define MAX_ATOMS_ZH 12
#define MAX_ATOMS_EN 5
#define TRUSTED_ALL 80 /* per cent of all uses of signs in the description that agree */
#define TRUSTED_ONE 50 /* of one sign */

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

/* --- what signs stand for --- */

static guint
count_uses (const CsVariants *variants, const CsAtomName *name)
{
  return cs_variants_count (variants, name->first, name->n_atoms);
}

/* Names that stand before a sign in the claims, whether or not anybody refers to them. */
static void
gather_signed (CsVariants *variants)
{
  const CsTermAtoms *atoms = variants->atoms;

  for (guint i = 0; i < atoms->signs->len; i++)
    {
      const CsAtomSign *sign = &g_array_index (atoms->signs, CsAtomSign, i);
      Stretch stretch = find_name (variants, sign);
      CsAtomName name = { stretch.at, stretch.n_atoms, NULL, sign->sign, TRUE, { 0 } };

      if (stretch.n_atoms == 0)
        continue;
      name.where = cs_term_atoms_span (atoms, stretch.at, stretch.n_atoms);
      if (name.where.part != CS_PART_CLAIMS || variants->names->len >= CS_VARIANTS_MAX_NAMES)
        break;
      name.name = cs_variants_keep_text (variants, &name.where);
      g_array_append_val (variants->names, name);
    }
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
 * numbers of their own: "the element 12", 高度2, 实施例2. */
static gboolean
is_generic (const CsVariants *variants, Stretch stretch)
{
  guint least = variants->atoms->chinese ? 2 : 1;
  guint most = variants->atoms->chinese ? 3 : 1;

  for (guint n = least; n <= MIN (most, stretch.n_atoms); n++)
    {
      guint at = stretch.at + stretch.n_atoms - n;
      g_autofree char *last = cs_term_atoms_dup_words (variants->atoms, at, n);

      if (cs_word_is_generic (variants->atoms->chinese, last))
        return TRUE;
    }

  return FALSE;
}

static gboolean
share_atom (const CsVariants *variants, Stretch one, Stretch other)
{
  for (guint i = 0; i < one.n_atoms; i++)
    for (guint k = 0; k < other.n_atoms; k++)
      if (word_at (variants, one.at + i) == word_at (variants, other.at + k))
        return TRUE;

  return FALSE;
}

/* Whether its last word is perhaps no name: "the wheel lifts 12 plates". */
static gboolean
reads_like_predicate (const CsVariants *variants, Stretch text)
{
  guint last = cs_term_atoms_get (variants->atoms, text.at + text.n_atoms - 1)->flags;
  guint first = cs_term_atoms_get (variants->atoms, text.at)->flags;

  return (last & CS_ATOM_MODIFIER) != 0 ||
         ((last & CS_ATOM_VERB) != 0 && (first & CS_ATOM_APART) == 0);
}

/* 回位弹簧 for 复位弹簧, 的升压电容 for 自举电容: one head of a name in the place of the other. */
static gboolean
is_exchanged (const CsVariants *variants, Stretch own, Stretch named)
{
  if (!variants->atoms->chinese || own.n_atoms != named.n_atoms || own.n_atoms == 0)
    return FALSE;

  return own.n_atoms == 1 ||
         (cs_term_atoms_get (variants->atoms, own.at)->flags & CS_ATOM_APART) != 0;
}

/* 第二换热装置 and 第二散热装置: the label that both begin with tells nothing. */
static void
drop_label (const CsVariants *variants, Stretch *one, Stretch *other)
{
  while (one->n_atoms > 1 && other->n_atoms > 1 &&
         word_at (variants, one->at) == word_at (variants, other->at) &&
         (cs_term_atoms_get (variants->atoms, one->at)->flags & CS_ATOM_LABEL) != 0)
    {
      one->at++;
      one->n_atoms--;
      other->at++;
      other->n_atoms--;
    }
}

/* Whether @text can be the thing that is called @known. */
static gboolean
agrees (const CsVariants *variants, Stretch text, Stretch known)
{
  guint common;
  Stretch own;
  Stretch named;

  drop_label (variants, &text, &known);
  common = common_end (variants, text, known);
  own = (Stretch){ text.at, text.n_atoms - common };
  named = (Stretch){ known.at, known.n_atoms - common };

  if (is_within (variants, text, known) || is_within (variants, known, text))
    return TRUE;
  if (has_flag (variants, text, CS_ATOM_LABEL) || has_flag (variants, known, CS_ATOM_LABEL))
    return TRUE;
  if (common > 0 && is_exchanged (variants, own, named))
    return FALSE;
  if (is_generic (variants, text) || (known.n_atoms == 1 && is_generic (variants, known)))
    return TRUE;
  if (common == 0)
    return reads_like_predicate (variants, text);

  /* "the biased spring 45" tells more of the return spring, and nothing of the tensioned spring;
   * 松开弹簧 says what is done, and 回位弹簧 not that it is 回针弹簧 */
  if (!has_only (variants, own, TRUE))
    return FALSE;

  return variants->atoms->chinese ? !share_atom (variants, own, named) :
                                    !has_only (variants, named, FALSE);
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

/* How the uses of a sign in the description agree with its name. */
typedef struct
{
  guint n_uses;
  guint n_agreeing;
} Tally;

static gboolean
is_trusted (const Tally *tally, guint share)
{
  return tally->n_agreeing * 100 >= tally->n_uses * share;
}

static Stretch
stretch_of (const CsAtomName *name)
{
  return (Stretch){ name->first, name->n_atoms };
}

static gboolean
is_in_claims (const CsVariants *variants, const CsAtomSign *sign)
{
  return g_array_index (variants->atoms->units, CsAtomUnit, sign->unit).part == CS_PART_CLAIMS;
}

/* Adds one use to the tally of its sign, and to the one of all. */
static void
count_use (const CsVariants *variants,
           GHashTable *meanings,
           GHashTable *tallies,
           Tally *all,
           const CsAtomSign *sign)
{
  const CsAtomName *known = g_hash_table_lookup (meanings, sign->sign);
  Tally *tally = g_hash_table_lookup (tallies, sign->sign);
  Stretch text = find_name (variants, sign);
  gboolean agreeing;

  if (known == NULL || text.n_atoms == 0 || is_in_claims (variants, sign))
    return;
  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (tallies, (gpointer)sign->sign, tally);
    }
  agreeing = stands_behind (variants, sign, known) ||
             common_end (variants, text, stretch_of (known)) > 0;
  tally->n_uses++;
  tally->n_agreeing += agreeing;
  all->n_uses++;
  all->n_agreeing += agreeing;
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
  meant = stretch_of (known);
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

/* Numbers in the description that are mostly no signs, and signs misread in the table, are told by
 * that they do not stand behind their names. */
void
cs_variants_find_signs (CsVariants *variants)
{
  g_autoptr (GHashTable) meanings = NULL;
  g_autoptr (GHashTable) tallies = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const GArray *signs = variants->atoms->signs;
  Tally all = { 0 };

  gather_signed (variants);
  meanings = gather_meanings (variants);
  for (guint i = 0; i < signs->len; i++)
    count_use (variants, meanings, tallies, &all, &g_array_index (signs, CsAtomSign, i));

  for (guint i = 0; i < signs->len; i++)
    {
      const CsAtomSign *sign = &g_array_index (signs, CsAtomSign, i);
      const Tally *tally = g_hash_table_lookup (tallies, sign->sign);

      if (is_in_claims (variants, sign) || is_trusted (&all, TRUSTED_ALL) ||
          (tally != NULL && is_trusted (tally, TRUSTED_ONE)))
        check_sign (variants, meanings, sign);
    }
}
