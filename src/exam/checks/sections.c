#include <string.h>

#include "../../language/cs-fold.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"

/* The parts of the description, in order and under their headings. Sources: Rules (2023) r.
 * 20(1)-(3); Guidelines 2023 part 1 ch. 1, 4.2; 37 CFR 1.77(b), (c): "should", so never an error
 * there. */

const char *const cs_sections_rules[] = { "missing", "order", "empty",
                                          "non-standard", "title-line", "title-prefix",
                                          "claim-quote", "wrong-type", NULL };

/* Where a section has its place; sections of one rank may stand in any order, 0 has no place. */
typedef struct
{
  CsHeading heading;
  guint rank;
  gboolean required;
  const char *chinese;
  const char *english;
} SectionRank;

static const SectionRank chinese_order[] = {
  { CS_HEADING_FIELD, 1, TRUE, "技术领域", "Technical field" },
  { CS_HEADING_BACKGROUND, 2, TRUE, "背景技术", "Background art" },
  { CS_HEADING_SUMMARY, 3, TRUE, "发明内容", "Summary" },
  { CS_HEADING_FIGURES, 4, FALSE, "附图说明", "Description of the drawings" },
  { CS_HEADING_EMBODIMENTS, 5, TRUE, "具体实施方式", "Detailed description" },
};

static const SectionRank english_order[] = {
  { CS_HEADING_CROSS_REFERENCE, 1, FALSE, NULL, "Cross-Reference to Related Applications" },
  { CS_HEADING_FEDERAL_RESEARCH, 2, FALSE, NULL, "Federally Sponsored Research" },
  { CS_HEADING_JOINT_RESEARCH, 3, FALSE, NULL, "Joint Research Agreement" },
  { CS_HEADING_BACKGROUND, 5, TRUE, NULL, "Background" },
  { CS_HEADING_SUMMARY, 6, TRUE, NULL, "Summary" },
  { CS_HEADING_FIGURES, 7, FALSE, NULL, "Brief Description of the Drawings" },
  { CS_HEADING_EMBODIMENTS, 8, TRUE, NULL, "Detailed Description" },
};

typedef struct
{
  CsExamContext *context;
  CsDraft *draft;
  const CsDescription *description;
  gboolean chinese;
  const SectionRank *order;
  guint n_order;
} Sections;

static const SectionRank *
find_rank (const Sections *sections, CsHeading heading)
{
  for (guint i = 0; i < sections->n_order; i++)
    if (sections->order[i].heading == heading)
      return &sections->order[i];

  return NULL;
}

static CsSpan
whole_description (void)
{
  return (CsSpan){ CS_PART_DESCRIPTION, CS_NO_INDEX, 0, 0 };
}

static CsReport *
report_heading (const Sections *sections, const char *rule, const CsSection *section)
{
  CsSpan span = { CS_PART_DESCRIPTION, section->unit, 0, 0 };
  const char *text =
      cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, section->unit, &span.end);
  CsReport *report = cs_exam_report (sections->context, rule, CS_CERTAINTY_CERTAIN, span);

  cs_report_set (report, "found", "%.*s", (int)span.end, text);

  return report;
}

static void
set_section (const Sections *sections, CsReport *report, const SectionRank *rank)
{
  const char *name = sections->chinese ? rank->chinese : rank->english;

  cs_report_set (report, "section", "%s", name);
  cs_report_set (report, "expected", "%s", name);
}

/* The whole line gives way to the words that the office wants. */
static void
offer_heading (const Sections *sections,
               CsReport *report,
               const CsSection *section,
               const char *words)
{
  CsSpan span = { CS_PART_DESCRIPTION, section->unit, 0, 0 };

  cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, section->unit, &span.end);
  cs_report_add_fix (report, "reword", span, words);
}

/* The list of figures is required when there are figures. */
static void
check_missing (const Sections *sections)
{
  gboolean has_figures = sections->draft->figures->len > 0 ||
                         cs_description_get_figures (sections->description)->len > 0;

  for (guint i = 0; i < sections->n_order; i++)
    {
      const SectionRank *rank = &sections->order[i];
      gboolean required = rank->required || (rank->heading == CS_HEADING_FIGURES && has_figures);

      if (required && cs_description_find_section (sections->description, rank->heading) == NULL)
        set_section (sections,
                     cs_exam_report (sections->context, "missing", CS_CERTAINTY_CERTAIN,
                                     whole_description ()),
                     rank);
    }
}

/* Whether a heading with nothing under it only opens the next one: "Background" over "Related art".
 */
static gboolean
opens_next (const CsSection *section, const CsSection *next)
{
  if (next == NULL)
    return FALSE;

  return next->heading == section->heading || next->heading == CS_HEADING_FIELD ||
         next->heading == CS_HEADING_SIGNS ||
         (section->heading == CS_HEADING_FIELD && next->heading == CS_HEADING_BACKGROUND);
}

static void
check_standard (const Sections *sections, const CsSection *section, const SectionRank *rank)
{
  gboolean model = sections->draft->request->type == CS_TYPE_UTILITY_MODEL;
  CsReport *report = report_heading (sections, "non-standard", section);

  set_section (sections, report, rank);
  if (sections->chinese) /* the headings of other offices are a habit, not a rule */
    offer_heading (sections, report, section,
                   model && rank->heading == CS_HEADING_SUMMARY ? "实用新型内容" : rank->chinese);
}

static void
check_headings (const Sections *sections)
{
  const GArray *all = cs_description_get_sections (sections->description);
  gboolean stood[CS_HEADING_OTHER + 1] = { FALSE }; /* what comes back heads a part of a section */
  guint highest = 0;

  for (guint i = 1; i < all->len; i++)
    {
      const CsSection *section = &g_array_index (all, CsSection, i);
      const CsSection *next = i + 1 < all->len ? &g_array_index (all, CsSection, i + 1) : NULL;
      const SectionRank *rank = find_rank (sections, section->heading);

      if (rank == NULL)
        continue;
      if (rank->rank < highest && !stood[section->heading])
        set_section (sections, report_heading (sections, "order", section), rank);
      highest = MAX (highest, rank->rank);
      stood[section->heading] = TRUE;
      if (section->first == section->end && !opens_next (section, next))
        set_section (sections, report_heading (sections, "empty", section), rank);
      if (!section->standard)
        check_standard (sections, section, rank);
    }
}

/* --- title --- */

static void
check_title (const Sections *sections)
{
  static const char *const prefixes[] = { "发明名称:", "发明名称", "实用新型名称:",
                                          "实用新型名称", "名称:", NULL };
  g_autoptr (CsFolded) folded = NULL;
  const char *text;
  gsize n_bytes;

  if (cs_draft_get_n_units (sections->draft, CS_PART_TITLE) == 0)
    {
      if (sections->draft->complete && sections->draft->request->title != NULL)
        cs_exam_report (sections->context, "title-line", CS_CERTAINTY_CERTAIN,
                        whole_description ());
      return;
    }

  text = cs_draft_get_unit_text (sections->draft, CS_PART_TITLE, 0, &n_bytes);
  folded = cs_fold (text, n_bytes, CS_FOLD_DEFAULT);
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (folded->text, prefixes[i]) && folded->text[strlen (prefixes[i])] != '\0')
      {
        CsSpan span = { CS_PART_TITLE, 0, 0, folded->map[strlen (prefixes[i])] };

        cs_report_add_fix (
            cs_exam_report (sections->context, "title-prefix", CS_CERTAINTY_LIKELY, span), "delete",
            span, "");
        return;
      }
}

/* --- words that belong elsewhere --- */

/* Rules (2023) r. 20(3): no 如权利要求……所述的 in the description. */
static void
check_claim_quotes (const Sections *sections, guint paragraph)
{
  gsize n_bytes;
  const char *text =
      cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, paragraph, &n_bytes);
  g_autoptr (CsClaimRefs) refs = NULL;

  if (cs_scan_find (text, n_bytes, "权利要求") == NULL)
    return;

  refs = cs_claim_refs_scan (text, n_bytes, 1);
  for (guint i = 0; i < refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (refs->groups, CsRefGroup, i);
      CsSpan span = { CS_PART_DESCRIPTION, paragraph, group->start, group->end };

      if (group->n_refs == 0 || !g_str_has_prefix (text + group->end, "所述"))
        continue;
      span.end += strlen ("所述");
      if (g_str_has_prefix (text + span.end, "的"))
        span.end += strlen ("的");
      cs_exam_report (sections->context, "claim-quote", CS_CERTAINTY_CERTAIN, span);
      return;
    }
}

static void
replace_all (const Sections *sections,
             CsReport *report,
             guint paragraph,
             const char *word,
             const char *other)
{
  CsSpan span = { CS_PART_DESCRIPTION, paragraph, 0, 0 };
  gsize n_bytes;
  const char *text =
      cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, paragraph, &n_bytes);
  const char *found = cs_scan_find (text, n_bytes, word);

  while (found != NULL)
    {
      span.start = found - text;
      span.end = span.start + strlen (word);
      cs_report_add_fix (report, "reword", span, other);
      found = cs_scan_find (text + span.end, n_bytes - span.end, word);
    }
}

/* 本实用新型 in an invention, 本发明 in a utility model: once, with the other places. */
static void
check_type_words (const Sections *sections)
{
  gboolean model = sections->draft->request->type == CS_TYPE_UTILITY_MODEL;
  const char *word = model ? "本发明" : "本实用新型";
  const char *other = model ? "本实用新型" : "本发明";
  CsReport *report = NULL;

  for (guint i = 0; i < cs_draft_get_n_units (sections->draft, CS_PART_DESCRIPTION); i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, i, &n_bytes);
      const char *found = cs_scan_find (text, n_bytes, word);
      CsSpan span = { CS_PART_DESCRIPTION, i, 0, 0 };

      if (found == NULL)
        continue;
      span.start = found - text;
      span.end = span.start + strlen (word);
      if (report == NULL)
        report = cs_exam_report (sections->context, "wrong-type", CS_CERTAINTY_LIKELY, span);
      else
        cs_report_add_related (report, "also", span);
      cs_report_set (report, "found", "%s", word);
      cs_report_set (report, "expected", "%s", other);
      replace_all (sections, report, i, word, other);
    }
}

static void
check_type_heading (const Sections *sections)
{
  gboolean model = sections->draft->request->type == CS_TYPE_UTILITY_MODEL;
  const CsSection *summary =
      cs_description_find_section (sections->description, CS_HEADING_SUMMARY);
  const char *expected = model ? "实用新型内容" : "发明内容";
  CsReport *report;
  gsize n_bytes;
  const char *text;

  if (summary == NULL)
    return;

  text = cs_draft_get_unit_text (sections->draft, CS_PART_DESCRIPTION, summary->unit, &n_bytes);
  if (cs_scan_find (text, n_bytes, model ? "发明内容" : "实用新型内容") == NULL)
    return;

  report = report_heading (sections, "wrong-type", summary);
  cs_report_set (report, "expected", "%s", expected);
  offer_heading (sections, report, summary, expected);
}

static void
check_chinese (const Sections *sections)
{
  for (guint i = 0; i < cs_draft_get_n_units (sections->draft, CS_PART_DESCRIPTION); i++)
    check_claim_quotes (sections, i);

  if (sections->draft->request->type == CS_TYPE_UNKNOWN)
    {
      cs_exam_skip (sections->context, "wrong-type", "no-type", CS_NO_INDEX);
      return;
    }
  check_type_heading (sections);
  check_type_words (sections);
}

void
cs_check_sections (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  Sections sections = { context, draft, cs_exam_get_description (context) };

  sections.chinese = g_str_equal (draft->language, "zh");
  sections.order = sections.chinese ? chinese_order : english_order;
  sections.n_order = sections.chinese ? G_N_ELEMENTS (chinese_order) : G_N_ELEMENTS (english_order);

  check_title (&sections);
  if (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  check_missing (&sections);
  check_headings (&sections);
  if (sections.chinese)
    check_chinese (&sections);
}
