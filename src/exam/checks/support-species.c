#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "support.h"

/* Upper terms of independent claims, and how many lower terms the embodiments name for them: "the
 * fastener may be a screw, a rivet or a clip". Source: Guidelines 2023 part 2 ch. 2, 3.2.1; MPEP
 * 2163.05 I. */

#define MIN_SPECIES 2
#define MAX_LIST_BYTES 240 /* as far as a list of lower terms is read */

/* How often each upper term is embodied; names folded. */
typedef struct
{
  CsSupportCheck *check;
  const CsLexicon *lexicon;
  GHashTable *counts; /* name -> lower terms found */
} Species;

/* How many things are listed from @at on: one, and one more for each mark or word that parts
 * them. */
static guint
count_listed (const char *text, gsize at)
{
  static const char *const partings[] = { "、", "或者", "或", "以及", "和", ", or ", ", ",
                                          " or ", " and ", NULL };
  static const char *const ends[] = { "。", ";", ".", "\n", ":", NULL };
  guint n_listed = 1;
  gsize end = at + MAX_LIST_BYTES;

  while (at < end && text[at] != '\0' && cs_scan_any (text, at, ends) == 0)
    {
      gsize length = cs_scan_any (text, at, partings);

      n_listed += length > 0;
      at += MAX (length, (gsize)g_utf8_skip[(guchar)text[at]]);
    }

  return n_listed;
}

static gboolean
is_kind (const CsLexiconHit *hit, const char *kind)
{
  return strcmp (hit->kind, kind) == 0;
}

/* Whether nothing but a reference sign stands between both. */
static gboolean
is_next (const CsFolded *folded, const CsLexiconHit *one, const CsLexiconHit *other)
{
  for (gsize i = one->end; i < other->start; i++)
    if (!g_ascii_isalnum (folded->text[i]) && strchr (" ()',", folded->text[i]) == NULL)
      return FALSE;

  return other->start - one->end < 16;
}

static void
read_paragraph (Species *species, const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (species->lexicon, folded);

  for (guint i = 0; i + 1 < hits->len; i++)
    {
      const CsLexiconHit *name = &g_array_index (hits, CsLexiconHit, i);
      const CsLexiconHit *says = name + 1;
      g_autofree char *key = NULL;
      guint known;

      if (!is_kind (name, "generic") || !is_kind (says, "says") || !is_next (folded, name, says))
        continue;
      key = g_strndup (folded->text + name->start, name->end - name->start);
      known = GPOINTER_TO_UINT (g_hash_table_lookup (species->counts, key));
      known += count_listed (folded->text, says->end);
      g_hash_table_insert (species->counts, g_steal_pointer (&key), GUINT_TO_POINTER (known));
    }
}

static void
read_embodiments (Species *species)
{
  const CsDraft *draft = cs_exam_get_draft (species->check->context);

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, i, &n_bytes);

      if (cs_support_get_place (species->check->support, i) == CS_SUPPORT_EMBODIMENT)
        read_paragraph (species, text, n_bytes);
    }
}

/* The claims tell a lower term too, where a dependent one says what the upper term is. */
static void
read_claims (Species *species)
{
  const CsClaimSet *claims = cs_exam_get_claims (species->check->context);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->dependent)
        read_paragraph (species, claim->text, claim->n_bytes);
    }
}

/* Whether all of @name is one upper term. */
static gboolean
is_upper (const Species *species, const CsFolded *name)
{
  g_autoptr (GArray) hits = cs_lexicon_find (species->lexicon, name);
  const CsLexiconHit *hit;

  if (hits->len != 1)
    return FALSE;
  hit = &g_array_index (hits, CsLexiconHit, 0);

  return is_kind (hit, "generic") && hit->start == 0 && hit->end == name->n_bytes;
}

static gboolean
is_asked_for (const Species *species, const CsTerm *term, const CsMention *first)
{
  g_autoptr (CsFolded) name = NULL;

  if (cs_claim_set_get (cs_exam_get_claims (species->check->context), first->claim)->dependent)
    return FALSE;
  name = cs_fold (term->name, strlen (term->name), CS_FOLD_CASE);

  return is_upper (species, name);
}

static void
check_term (const Species *species, const CsTerm *term, const CsMention *first)
{
  g_autoptr (CsFolded) name = cs_fold (term->name, strlen (term->name), CS_FOLD_CASE);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (species->counts, name->text));
  const CsClaim *claim =
      cs_claim_set_get (cs_exam_get_claims (species->check->context), first->claim);

  if (count < MIN_SPECIES)
    cs_report_set (cs_exam_report_claim (species->check->context, "genus-species",
                                         CS_CERTAINTY_POSSIBLE, claim, first->range),
                   "count", "%u", count);
}

void
cs_support_check_species (CsSupportCheck *check)
{
  const CsTerms *terms = cs_exam_get_terms (check->context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  const GArray *all = cs_terms_get_terms (terms);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean read = FALSE;
  Species species = {
    check, cs_lexicon_get (check->chinese ? "generic-things.zh" : "generic-things.en"), counts
  };

  for (guint i = 0; i < all->len; i++)
    {
      const CsTerm *term = &g_array_index (all, CsTerm, i);
      const CsMention *first = &g_array_index (mentions, CsMention, term->first);

      if (!is_asked_for (&species, term, first))
        continue;
      if (!read) /* most applications have no such term */
        {
          read_embodiments (&species);
          read_claims (&species);
          read = TRUE;
        }
      check_term (&species, term, first);
    }
}
