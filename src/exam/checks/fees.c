#include <string.h>

#include "../../draft/cs-page-estimate.h"
#include "cs-checks.h"

/* Claims and pages for which a further fee is due. Limits and amounts are data of the office and
 * the day (resources/law/limits.ini); reductions are not known here. Sources: Rules (2023) r. 110;
 * 37 CFR 1.16(h)-(j), (s), 1.75(c), MPEP 607; EPC r. 38(2), 45; PCT r. 15. */

const char *const cs_fees_rules[] = { "claims", "independent-claims", "multiple-dependent", "pages",
                                      NULL };

const char *const cs_fees_params[] = {
  "claims-free#", "claims-fee#", "claims-free-2#", "claims-fee-2#", "independent-free#",
  "independent-fee#", "multiple-fee#", "pages-free#", "pages-fee#", "pages-step#",
  "pages-free-2#", "pages-fee-2#", "page-lines#", "page-columns#", "pages-more#",
  "pages-of", "currency", NULL
};

/* --- money --- */

/* From @free + 1 on each @step begun costs @fee; beyond @free_2, if that is set, @fee_2. */
typedef struct
{
  guint free;
  guint fee;
  guint free_2;
  guint fee_2;
  guint step;
} Tariff;

static guint
steps_of (guint n, guint step)
{
  return (n + step - 1) / step;
}

static guint64
amount_of (const Tariff *tariff, guint n)
{
  guint first = MIN (n, tariff->free_2);
  guint64 amount = 0;

  if (n > tariff->free)
    amount = (guint64)tariff->fee * steps_of (first - MIN (first, tariff->free), tariff->step);
  if (n > tariff->free_2)
    amount += (guint64)tariff->fee_2 * steps_of (n - tariff->free_2, tariff->step);

  return amount;
}

static Tariff
get_tariff (CsExamContext *context, const char *const *names)
{
  return (Tariff){ .free = cs_exam_get_number (context, names[0], G_MAXUINT),
                   .fee = cs_exam_get_number (context, names[1], 0),
                   .free_2 = cs_exam_get_number (context, names[2], G_MAXUINT),
                   .fee_2 = cs_exam_get_number (context, names[3], 0),
                   .step = MAX (1, cs_exam_get_number (context, names[4], 1)) };
}

static void
set_amount (CsExamContext *context, CsReport *report, const Tariff *tariff, guint n)
{
  const char *currency = cs_exam_get_param (context, "currency");

  cs_report_set (report, "count", "%u", n);
  cs_report_set (report, "free", "%u", tariff->free);
  cs_report_set (report, "extra", "%u", n - tariff->free);
  cs_report_set (report, "amount", "%" G_GUINT64_FORMAT " %s", amount_of (tariff, n),
                 currency == NULL ? "" : currency);
}

/* --- claims --- */

static guint
weigh_dependent (const CsClaim *claim, const GArray *weights)
{
  guint base = g_array_index (claim->depends, guint, 0);
  guint weight = base < weights->len ? g_array_index (weights, guint, base) : 1;

  if (!claim->multiple)
    return MAX (weight, 1);

  return weight > 1 ? 1 : claim->depends->len;
}

/* How often each claim counts. Where a multiple dependent claim is paid for as the claims it stands
 * for, so are those that depend on it; one that rests on another such claim is improper and counts
 * once: MPEP 607. */
static GArray *
weigh_claims (const CsClaimSet *claims, gboolean by_reference)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      guint weight = claim->cancelled ? 0 : 1;

      if (by_reference && weight > 0 && claim->dependent && claim->depends->len > 0)
        weight = weigh_dependent (claim, weights);
      g_array_append_val (weights, weight);
    }

  return weights;
}

static void
check_claims (CsExamContext *context)
{
  static const char *const names[] = { "claims-free", "claims-fee", "claims-free-2", "claims-fee-2",
                                       "" };
  const CsClaimSet *claims = cs_exam_get_claims (context);
  gboolean by_reference = cs_exam_get_number (context, "multiple-fee", 0) > 0;
  g_autoptr (GArray) weights = weigh_claims (claims, by_reference);
  Tariff tariff = get_tariff (context, names);
  const CsClaim *first = NULL;
  guint n = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      n += g_array_index (weights, guint, i);
      if (n > tariff.free && first == NULL)
        first = cs_claim_set_get (claims, i);
    }
  if (first != NULL)
    set_amount (context,
                cs_exam_report_claim (context, "claims", CS_CERTAINTY_CERTAIN, first,
                                      first->subject),
                &tariff, n);
}

/* A claim of another class that quotes one is paid for as an independent claim: MPEP 607. */
static void
check_independent (CsExamContext *context)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  Tariff tariff = { .free = cs_exam_get_number (context, "independent-free", G_MAXUINT),
                    .fee = cs_exam_get_number (context, "independent-fee", 0),
                    .free_2 = G_MAXUINT,
                    .step = 1 };
  const CsClaim *first = NULL;
  guint n = 0;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->dependent || claim->cancelled || claim->broken != CS_NO_INDEX)
        continue;
      if (++n > tariff.free && first == NULL)
        first = claim;
    }
  if (first != NULL)
    set_amount (context,
                cs_exam_report_claim (context, "independent-claims", CS_CERTAINTY_CERTAIN, first,
                                      first->subject),
                &tariff, n);
}

static void
check_multiple (CsExamContext *context)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  guint fee = cs_exam_get_number (context, "multiple-fee", 0);
  const char *currency = cs_exam_get_param (context, "currency");

  for (guint i = 0; fee > 0 && i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      CsReport *report;

      if (!claim->multiple || claim->cancelled)
        continue;
      report = cs_exam_report_claim (context, "multiple-dependent", CS_CERTAINTY_CERTAIN, claim,
                                     claim->reference);
      cs_report_set (report, "amount", "%u %s", fee, currency == NULL ? "" : currency);
      return;
    }
}

/* --- pages --- */

static guint
estimate_pages (CsExamContext *context)
{
  g_auto (GStrv) parts = NULL;
  CsPageSize size = { cs_exam_get_number (context, "page-lines", 0),
                      cs_exam_get_number (context, "page-columns", 0) };
  guint n = cs_exam_get_number (context, "pages-more", 0);
  const char *names = cs_exam_get_param (context, "pages-of");

  parts = g_strsplit (names == NULL ? "" : names, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    for (CsPart part = 0; part < CS_N_PARTS; part++)
      if (strcmp (parts[i], cs_part_get_name (part)) == 0)
        n += cs_page_estimate (cs_exam_get_draft (context), part, size);

  return n;
}

static void
check_pages (CsExamContext *context)
{
  static const char *const names[] = { "pages-free", "pages-fee", "pages-free-2", "pages-fee-2",
                                       "pages-step" };
  Tariff tariff = get_tariff (context, names);
  guint n;

  if (tariff.free == G_MAXUINT)
    return;
  if (cs_exam_get_draft (context)->texts[CS_PART_DESCRIPTION] == NULL)
    {
      cs_exam_skip (context, "pages", "no-description", CS_NO_INDEX);
      return;
    }

  n = estimate_pages (context);
  if (n > tariff.free)
    set_amount (context,
                cs_exam_report (context, "pages", CS_CERTAINTY_POSSIBLE,
                                (CsSpan){ CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 }),
                &tariff, n);
}

void
cs_check_fees (CsExamContext *context, const CsClaim *unused)
{
  check_claims (context);
  check_independent (context);
  check_multiple (context);
  check_pages (context);
}
