#include "cs-exam-run.h"

#include <string.h>

#include "../base/cs-limits.h"
#include "../draft/cs-term-variants.h"
#include "../law/cs-limit-table.h"

/* One run of one check: the engine's side of the contract in cs-check.h. */

struct _CsExamContext
{
  CsExamRun *run;
  CsExamSubject *subject;
  GCancellable *cancellable;
};

/* --- the value --- */

static char *
dup_param_value (const CsParam *param, const char *as_of)
{
  const CsLimit *limit;

  if (param->limit == NULL)
    return g_strdup (param->value);

  limit = cs_limit_table_find (cs_limit_table_get_default (), param->limit, as_of);

  return limit == NULL ? NULL : g_strdup_printf ("%u", limit->value);
}

CsExamRun *
cs_exam_run_new (const CsCheck *check, const CsItem *item, const char *as_of)
{
  CsExamRun *run = g_new0 (CsExamRun, 1);

  run->check = check;
  run->params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run->reports = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_report_free);
  run->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->surplus = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_report_free);
  run->skipped = g_array_new (FALSE, FALSE, sizeof (CsExclusion));
  run->absent = g_array_new (FALSE, FALSE, sizeof (CsExclusion));

  for (guint i = 0; i < item->params->len; i++)
    {
      const CsParam *param = &g_array_index (item->params, CsParam, i);
      char *value = dup_param_value (param, as_of);

      if (value != NULL)
        g_hash_table_replace (run->params, g_strdup (param->name), value);
    }

  return run;
}

void
cs_exam_run_free (CsExamRun *run)
{
  g_hash_table_unref (run->params);
  g_ptr_array_unref (run->reports);
  g_hash_table_unref (run->places);
  g_ptr_array_unref (run->surplus);
  g_array_unref (run->skipped);
  g_array_unref (run->absent);
  g_free (run);
}

gboolean
cs_exam_run_equal (const CsExamRun *a, const CsExamRun *b)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (a->check != b->check || g_hash_table_size (a->params) != g_hash_table_size (b->params))
    return FALSE;

  g_hash_table_iter_init (&iter, a->params);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (b->params, name)) != 0)
      return FALSE;

  return TRUE;
}

/* A translation must say what the international application says: it is not for us to mend. */
static void
drop_fixes (CsExamRun *run)
{
  for (guint i = 0; i < run->reports->len; i++)
    g_array_set_size (((CsReport *)run->reports->pdata[i])->fixes, 0);
}

void
cs_exam_run_perform (CsExamRun *run, CsExamSubject *subject, GCancellable *cancellable)
{
  CsExamContext context = { run, subject, cancellable };
  gboolean each_claim = run->check->scope == CS_SCOPE_CLAIM || run->check->scope == CS_SCOPE_CHAIN;
  guint n_claims = each_claim ? cs_claim_set_get_n_claims (subject->result->claims) : 0;

  if (!each_claim)
    run->check->run (&context, NULL);

  for (guint i = 0; i < n_claims && !cs_exam_is_cancelled (&context); i++)
    {
      const CsClaim *claim = cs_claim_set_get (subject->result->claims, i);

      /* No cascades: without its parents, a claim can break none of the rules of a chain. */
      if (run->check->scope == CS_SCOPE_CHAIN && claim->broken != CS_NO_INDEX)
        cs_exam_skip (&context, NULL, "reference", claim->broken);
      else
        run->check->run (&context, claim);
    }

  if (subject->result->draft->request->route == CS_ROUTE_PCT_NATIONAL)
    drop_fixes (run);
}

/* --- what a check reads --- */

CsDraft *
cs_exam_get_draft (CsExamContext *context)
{
  return context->subject->result->draft;
}

const CsClaimSet *
cs_exam_get_claims (CsExamContext *context)
{
  return context->subject->result->claims;
}

const CsDescription *
cs_exam_get_description (CsExamContext *context)
{
  return context->subject->result->description;
}

/* --- analysed when it is first asked for --- */

const CsTerms *
cs_exam_get_terms (CsExamContext *context)
{
  CsExamResult *result = context->subject->result;

  if (result->terms == NULL)
    result->terms =
        cs_terms_new (result->claims, result->description, context->subject->term_list);

  return result->terms;
}

const CsSupport *
cs_exam_get_support (CsExamContext *context)
{
  CsExamResult *result = context->subject->result;

  if (result->support == NULL)
    result->support = cs_support_new (result->claims, result->description);

  return result->support;
}

const CsSigns *
cs_exam_get_signs (CsExamContext *context)
{
  CsExamResult *result = context->subject->result;

  if (result->signs == NULL)
    result->signs = cs_signs_new (result->claims, result->description);

  return result->signs;
}

const GArray *
cs_exam_get_variants (CsExamContext *context)
{
  CsExamResult *result = context->subject->result;

  if (result->variants == NULL)
    result->variants = cs_term_variants_find (result->claims, result->description,
                                              cs_exam_get_terms (context));

  return result->variants;
}

const CsPassages *
cs_exam_get_passages (CsExamContext *context)
{
  CsExamSubject *subject = context->subject;

  if (subject->passages == NULL)
    subject->passages = cs_passages_new (subject->result->draft);

  return subject->passages;
}

const CsFolded *
cs_exam_get_folded (CsExamContext *context, CsPart part, guint index)
{
  return cs_draft_get_folded (context->subject->result->draft, part, index, CS_FOLD_CASE);
}

const CsFeatureWords *
cs_exam_get_feature_words (CsExamContext *context)
{
  CsExamResult *result = context->subject->result;

  if (result->feature_words == NULL)
    {
      g_autoptr (CsFeatures) features = cs_features_new (result->claims);

      result->feature_words = cs_feature_words_new (features);
    }

  return result->feature_words;
}

void
cs_exam_subject_clear (CsExamSubject *subject)
{
  g_clear_pointer (&subject->passages, cs_passages_free);
}

CsSpeller *
cs_exam_get_speller (CsExamContext *context)
{
  return context->subject->speller;
}

const CsCentre *
cs_exam_get_centre (CsExamContext *context, const GError **error)
{
  CsExamResult *result = context->subject->result;
  const char *id = result->draft->request->facts[CS_FACT_CENTRE];

  if (id != NULL && result->centre == NULL && result->centre_error == NULL)
    result->centre = cs_centre_load (id, &result->centre_error);
  *error = result->centre_error;

  return result->centre;
}

const char *
cs_exam_get_as_of (CsExamContext *context)
{
  return context->subject->result->as_of;
}

/* --- parameters --- */

const char *
cs_exam_get_param (CsExamContext *context, const char *name)
{
  return g_hash_table_lookup (context->run->params, name);
}

guint
cs_exam_get_number (CsExamContext *context, const char *name, guint fallback)
{
  const char *value = cs_exam_get_param (context, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL))
    return fallback;

  return number;
}

gboolean
cs_exam_is_cancelled (CsExamContext *context)
{
  return g_cancellable_is_cancelled (context->cancellable);
}

/* --- what a check says --- */

static void
arg_clear (gpointer data)
{
  g_free (((CsArg *)data)->value);
}

static void
edit_clear (gpointer data)
{
  g_free (((CsFixEdit *)data)->insert);
}

static void
fix_clear (gpointer data)
{
  g_array_unref (((CsFix *)data)->edits);
}

CsReport *
cs_report_new (const char *rule, CsCertainty certainty, CsSpan where)
{
  CsReport *report = g_new0 (CsReport, 1);

  report->rule = rule;
  report->certainty = certainty;
  report->where = where;
  report->args = g_array_new (FALSE, FALSE, sizeof (CsArg));
  g_array_set_clear_func (report->args, arg_clear);
  report->related = g_array_new (FALSE, FALSE, sizeof (CsRelated));
  report->path = g_array_new (FALSE, FALSE, sizeof (guint));
  report->fixes = g_array_new (FALSE, FALSE, sizeof (CsFix));
  g_array_set_clear_func (report->fixes, fix_clear);

  return report;
}

void
cs_report_free (CsReport *report)
{
  g_array_unref (report->args);
  g_array_unref (report->related);
  g_array_unref (report->path);
  g_array_unref (report->fixes);
  g_free (report->alike);
  g_free (report);
}

/* How many reports of @rule @where has, this one counted. */
static guint
count_place (CsExamRun *run, const char *rule, const CsSpan *where)
{
  char *key = g_strdup_printf ("%s %d %u", rule, where->part, where->index);
  guint n_reports = 1 + GPOINTER_TO_UINT (g_hash_table_lookup (run->places, key));

  g_hash_table_replace (run->places, key, GUINT_TO_POINTER (n_reports));

  return n_reports;
}

CsReport *
cs_exam_report (CsExamContext *context, const char *rule, CsCertainty certainty, CsSpan where)
{
  CsReport *report = cs_report_new (rule, certainty, where);
  guint n_reports;

  if (!g_strv_contains (context->run->check->rules, rule))
    g_critical ("check %s has no rule %s", context->run->check->name, rule);

  /* A claim of two megabytes made of nothing but one fault is said to be so, not listed fault by
   * fault. */
  n_reports = count_place (context->run, rule, &where);
  if (n_reports == CS_MAX_FINDINGS + 1)
    cs_exam_skip (context, rule, "too-many", CS_NO_INDEX);
  g_ptr_array_add (n_reports > CS_MAX_FINDINGS ? context->run->surplus : context->run->reports,
                   report);

  return report;
}

CsReport *
cs_exam_report_claim (CsExamContext *context,
                      const char *rule,
                      CsCertainty certainty,
                      const CsClaim *claim,
                      CsRange range)
{
  CsSpan where = { CS_PART_CLAIMS, claim->index, range.start, range.end };

  return cs_exam_report (context, rule, certainty, where);
}

void
cs_report_set (CsReport *report, const char *name, const char *format, ...)
{
  CsArg arg = { .name = name };
  va_list values;

  va_start (values, format);
  arg.value = g_strdup_vprintf (format, values);
  va_end (values);
  g_array_append_val (report->args, arg);
}

void
cs_report_set_alike (CsReport *report, const char *fault)
{
  g_free (report->alike);
  report->alike = g_strdup (fault);
}

void
cs_report_add_related (CsReport *report, const char *role, CsSpan where)
{
  CsRelated related = { role, where };

  if (report->related->len < CS_MAX_FINDINGS)
    g_array_append_val (report->related, related);
}

void
cs_report_add_path (CsReport *report, guint claim)
{
  g_array_append_val (report->path, claim);
}

/* Whether @fix has an edit of that very place already. */
static gboolean
changes (const CsFix *fix, const CsSpan *where)
{
  for (guint i = 0; i < fix->edits->len; i++)
    {
      const CsSpan *other = &g_array_index (fix->edits, CsFixEdit, i).where;

      if (other->part == where->part && other->index == where->index &&
          other->start == where->start && other->end == where->end)
        return TRUE;
    }

  return FALSE;
}

void
cs_report_add_fix (CsReport *report, const char *name, CsSpan where, const char *insert)
{
  CsFixEdit edit = { where, g_strdup (insert) };
  CsFix *last = report->fixes->len == 0 ?
                    NULL :
                    &g_array_index (report->fixes, CsFix, report->fixes->len - 1);

  if (last == NULL || strcmp (last->name, name) != 0 || changes (last, &where))
    {
      CsFix fix = { name, g_array_new (FALSE, FALSE, sizeof (CsFixEdit)) };

      g_array_set_clear_func (fix.edits, edit_clear);
      g_array_append_val (report->fixes, fix);
      last = &g_array_index (report->fixes, CsFix, report->fixes->len - 1);
    }
  g_array_append_val (last->edits, edit);
}

void
cs_exam_skip (CsExamContext *context, const char *rule, const char *reason, guint claim)
{
  CsExclusion exclusion = { rule, reason, claim };

  g_array_append_val (context->run->skipped, exclusion);
}

void
cs_exam_not_applicable (CsExamContext *context, const char *rule, const char *reason)
{
  CsExclusion exclusion = { rule, reason, CS_NO_INDEX };

  g_array_append_val (context->run->absent, exclusion);
}

const char *
cs_certainty_get_name (CsCertainty certainty)
{
  static const char *const names[] = { "certain", "likely", "possible" };

  g_return_val_if_fail (certainty < G_N_ELEMENTS (names), "");

  return names[certainty];
}
