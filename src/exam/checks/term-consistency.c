#include <string.h>

#include "../../draft/cs-term-variants.h"
#include "cs-checks.h"

/* One thing has one name. Sources: Rules (2023) r. 3(1), 22(3); 37 CFR 1.75(d)(1). */

const char *const cs_term_consistency_rules[] = { "variant", "misspelt", NULL };

static const char *
get_rule (const CsTermVariant *variant)
{
  return variant->kind == CS_VARIANT_NAME ? "variant" : "misspelt";
}

/* Antecedent-basis speaks of references that rest on nothing, and says what was perhaps meant. */
static gboolean
is_reported_already (CsExamContext *context, const CsTermVariant *variant)
{
  const CsTerms *terms = cs_exam_get_terms (context);
  const CsMention *mention;
  guint at;

  if (variant->where.part != CS_PART_CLAIMS)
    return FALSE;
  at = cs_terms_find_mention (terms, variant->where.index, variant->where.start);
  if (at == CS_NO_INDEX)
    return FALSE;
  mention = &g_array_index (cs_terms_get_mentions (terms), CsMention, at);

  return mention->kind == CS_MENTION_REFERENCE && mention->basis > CS_BASIS_IMPLICIT;
}

static void
report_variant (CsExamContext *context, const CsTermVariant *variant)
{
  CsReport *report = cs_exam_report (context, get_rule (variant), CS_CERTAINTY_LIKELY,
                                     variant->where);
  g_autofree char *fault = g_strdup_printf ("%s\n%s", variant->name, variant->known);

  cs_report_set (report, "known", "%s", variant->known);
  cs_report_set_alike (report, fault);
  cs_report_add_related (report, "nearest", variant->known_at);
  if (variant->plain)
    cs_report_add_fix (report, "replace", variant->where, variant->known);
}

void
cs_check_term_consistency (CsExamContext *context, const CsClaim *unused)
{
  const GArray *variants = cs_exam_get_variants (context);

  for (guint i = 0; i < variants->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (variants, CsTermVariant, i);

      /* names at signs are for the check reference-signs */
      if (variant->kind != CS_VARIANT_SIGN && !is_reported_already (context, variant))
        report_variant (context, variant);
    }
}
