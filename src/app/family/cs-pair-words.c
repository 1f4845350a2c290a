#include <glib/gi18n-lib.h>

#include "cs-pair-marks.h"

#define NO_BREAK_SPACE "\u00a0"
#define MAX_SHOWN 4 /* differences told in the middle; the tip tells all */

const char *
cs_pair_get_sign (CsPairItem *item)
{
  switch (cs_pair_item_get (item)->kind)
    {
    case CS_PAIR_SAME:
      return "=";
    case CS_PAIR_CHANGED:
      return "≠";
    case CS_PAIR_LEFT_ONLY:
      return "−";
    case CS_PAIR_RIGHT_ONLY:
      return "+";
    case CS_PAIR_ABREAST:
    default:
      return cs_pair_item_is_different (item) ? "≠" : "∥";
    }
}

/* A number stays with its unit in a line. */
static char *
dup_value (const CsClaim *claim, CsRange range)
{
  g_autofree char *text = cs_claim_dup_range (claim, range);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return *text == '\0' ? g_strdup ("–") : g_strjoinv (NO_BREAK_SPACE, words);
}

/* "5 mm / 8 mm", with a dash for what is missing */
static char *
dup_difference (CsPairItem *item, guint index)
{
  const CsFeaturesAbreast *features = cs_pair_item_get (item)->features;
  const CsAnchorDifference *difference =
      &g_array_index (features->differences, CsAnchorDifference, index);
  g_autofree char *left = dup_value (cs_pair_item_get_claim (item, TRUE), difference->left);
  g_autofree char *right = dup_value (cs_pair_item_get_claim (item, FALSE), difference->right);

  return g_strdup_printf ("%s / %s", left, right);
}

static void
append_features (GString *words, CsPairItem *item)
{
  const CsFeaturesAbreast *features = cs_pair_item_get (item)->features;
  guint n = features->differences->len;

  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    {
      g_autofree char *difference = dup_difference (item, i);

      g_string_append_printf (words, "\n%s", difference);
    }
  if (n > MAX_SHOWN)
    g_string_append (words, "\n…");
  if (features->n_lone == 0)
    return;

  g_string_append_c (words, '\n');
  g_string_append_printf (words,
                          ngettext ("%u feature alone", "%u features alone", features->n_lone),
                          features->n_lone);
}

static void
append_kind (GString *words, const CsClaimPair *pair)
{
  switch (pair->kind)
    {
    case CS_PAIR_SAME:
      g_string_append (words, _ ("same"));
      break;
    case CS_PAIR_CHANGED:
      g_string_append_printf (words, ngettext ("%u change", "%u changes", pair->changes->len),
                              pair->changes->len);
      break;
    case CS_PAIR_LEFT_ONLY:
      g_string_append (words, _ ("only left"));
      break;
    case CS_PAIR_RIGHT_ONLY:
      g_string_append (words, _ ("only right"));
      break;
    case CS_PAIR_ABREAST:
    default:
      g_string_append (words, pair->is_by_number ? _ ("by number") : _ ("by features"));
    }
}

char *
cs_pair_dup_words (CsPairItem *item)
{
  const CsClaimPair *pair = cs_pair_item_get (item);
  GString *words = g_string_new (NULL);

  append_kind (words, pair);
  if (pair->is_renumbered)
    g_string_append_printf (words, "\n%s", _ ("renumbered"));
  if (pair->is_moved)
    g_string_append_printf (words, "\n%s", _ ("moved"));
  if (pair->features != NULL)
    append_features (words, item);

  return g_string_free (words, FALSE);
}

static void
append_lone (GPtrArray *parts, const GArray *pairs)
{
  guint n_left = 0;
  guint n_right = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsFeaturePair *pair = &g_array_index (pairs, CsFeaturePair, i);

      if (pair->n_right == 0)
        g_ptr_array_add (parts, g_strdup_printf (_ ("left feature %u has no counterpart"),
                                                 n_left + 1));
      if (pair->n_left == 0)
        g_ptr_array_add (parts, g_strdup_printf (_ ("right feature %u has no counterpart"),
                                                 n_right + 1));
      n_left += pair->n_left;
      n_right += pair->n_right;
    }
}

char *
cs_pair_dup_description (CsPairItem *item)
{
  const CsFeaturesAbreast *features = cs_pair_item_get (item)->features;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; features != NULL && i < features->differences->len; i++)
    {
      g_autofree char *difference = dup_difference (item, i);

      g_ptr_array_add (parts, g_strdup_printf (_ ("differs: %s"), difference));
    }
  if (features != NULL)
    append_lone (parts, features->pairs);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("; ", (char **)parts->pdata);
}
