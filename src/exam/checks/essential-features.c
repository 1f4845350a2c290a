#include <string.h>

#include "../../draft/cs-told.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"

/* What the description credits with the effects should stand in the independent claim. Only a hint
 * for the person who answers the question: things that dependent claims introduce and that the
 * paragraphs on problem and effects name. Sources: Rules (2023) r. 23(2); MPEP 2172.01; EPO
 * Guidelines F-IV 4.5. */

const char *const cs_essential_features_rules[] = { "effect-term", NULL };

#define MIN_NAME_BYTES 6 /* shorter names are found in too many words */
#define MAX_TERMS 5      /* named in one finding */

typedef struct
{
  CsExamContext *context;
  GArray *told; /* guint: paragraphs */
  GPtrArray *texts;
  gboolean chinese;
} Search;

static gboolean
is_word_at (const char *text, const char *at, gsize n_bytes)
{
  return (at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalpha (at[n_bytes]);
}

/* Where the paragraphs name @term; no paragraph when they do not, when claim 1 names it too, or
 * when it is a single English word, which is found anywhere. */
static CsSpan
find_told (const Search *search, const CsTerm *term)
{
  const CsClaim *claim = cs_claim_set_get (cs_exam_get_claims (search->context), 0);
  gsize n_bytes = strlen (term->name);

  if ((!search->chinese && strchr (term->name, ' ') == NULL) ||
      cs_scan_find (claim->text, claim->n_bytes, term->name) != NULL)
    return (CsSpan){ CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 };

  for (guint i = 0; i < search->told->len && n_bytes >= MIN_NAME_BYTES; i++)
    {
      const char *text = search->texts->pdata[i];
      const char *at = strstr (text, term->name);

      if (at != NULL && (search->chinese || is_word_at (text, at, n_bytes)))
        return (CsSpan){ CS_PART_DESCRIPTION, g_array_index (search->told, guint, i), at - text,
                         at - text + n_bytes };
    }

  return (CsSpan){ CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 };
}

/* Whether @term is introduced by a claim that depends on claim 1, and named in no independent one.
 * */
static gboolean
is_of_dependent (const CsTerms *terms, guint term)
{
  const CsClaimSet *claims = cs_terms_get_claims (terms);
  const GArray *mentions = cs_terms_get_mentions (terms);
  guint first = cs_terms_find_introduction (terms, term);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  if (first == CS_NO_INDEX ||
      cs_claim_set_get (claims, g_array_index (mentions, CsMention, first).claim)->root != 0)
    return FALSE;
  for (guint i = 0; i < n_uses; i++)
    if (!cs_claim_set_get (claims, g_array_index (mentions, CsMention, uses[i]).claim)->dependent)
      return FALSE;

  return TRUE;
}

static void
add_term (Search *search, CsReport **report, GString *names, guint term, CsSpan told)
{
  const CsTerms *terms = cs_exam_get_terms (search->context);
  const CsMention *first = &g_array_index (cs_terms_get_mentions (terms), CsMention,
                                           cs_terms_find_introduction (terms, term));
  const CsClaim *claim = cs_claim_set_get (cs_terms_get_claims (terms), 0);

  if (*report == NULL)
    *report = cs_exam_report_claim (search->context, "effect-term", CS_CERTAINTY_POSSIBLE, claim,
                                    claim->subject);
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                          g_array_index (cs_terms_get_terms (terms), CsTerm, term).name);
  cs_report_add_related (*report, "introduced",
                         (CsSpan){ CS_PART_CLAIMS, first->claim, first->range.start,
                                   first->range.end });
  cs_report_add_related (*report, "told", told);
}

static void
search_terms (Search *search)
{
  const CsTerms *terms = cs_exam_get_terms (search->context);
  const GArray *all = cs_terms_get_terms (terms);
  g_autoptr (GString) names = g_string_new (NULL);
  CsReport *report = NULL;
  guint n = 0;

  for (guint i = 0; i < all->len && n < MAX_TERMS; i++)
    {
      CsSpan told;

      if (!is_of_dependent (terms, i))
        continue;
      told = find_told (search, &g_array_index (all, CsTerm, i));
      if (told.index == CS_NO_INDEX)
        continue;
      add_term (search, &report, names, i, told);
      n++;
    }
  if (report != NULL)
    cs_report_set (report, "terms", "%s", names->str);
}

void
cs_check_essential_features (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  g_autoptr (GArray) told = cs_told_find (draft, cs_exam_get_description (context));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Search search = { context, told, texts, g_str_equal (draft->language, "zh") };

  if (draft->texts[CS_PART_DESCRIPTION] == NULL)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }
  if (cs_claim_set_get_n_claims (cs_exam_get_claims (context)) == 0)
    return;

  for (guint i = 0; i < told->len; i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION,
                                                 g_array_index (told, guint, i), &n_bytes);

      g_ptr_array_add (texts, g_strndup (text, n_bytes));
    }
  search_terms (&search);
}
