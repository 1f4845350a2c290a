#include <string.h>

#include "../../language/cs-fold.h"
#include "cs-checks.h"

/* What the files of the drawings tell, and which of them goes with the abstract. Sources:
 * Guidelines 2023 part 1 ch. 1, 4.2, 4.3, 4.5.2, ch. 2, 7.3; Rules (2023) r. 20(5), 26(2), 43; 37
 * CFR 1.84(a), (g); OJ EPO 2022 A113, 2025 A49; EPC r. 47(4); PCT r. 8.2, 11.6, 11.13(a). */

const char *const cs_drawings_rules[] = {
  "none", "format", "resolution", "over-resolution", "colour", "area", "charts-only",
  "picture-in-text", "abstract-figure", "abstract-figure-unknown", "prior-art-legend", NULL
};
const char *const cs_drawings_params[] = { "formats",
                                           "min-dpi" CS_PARAM_NUMBER,
                                           "max-dpi" CS_PARAM_NUMBER,
                                           "width-mm" CS_PARAM_NUMBER,
                                           "height-mm" CS_PARAM_NUMBER,
                                           NULL };

#define MM_PER_INCH 25.4
#define TOLERANCE 1.01 /* sizes are rounded where they are written down */

static CsSpan
figure_span (guint index)
{
  return (CsSpan){ CS_PART_FIGURES, index, 0, 0 };
}

static CsReport *
report (CsExamContext *context, const char *rule, guint index)
{
  const GArray *figures = cs_exam_get_draft (context)->figures;
  CsReport *made = cs_exam_report (context, rule, CS_CERTAINTY_CERTAIN, figure_span (index));

  cs_report_set (made, "figure", "%s", g_array_index (figures, CsFigure, index).label);

  return made;
}

/* --- files --- */

static void
check_format (CsExamContext *context, const CsFigure *figure, guint index)
{
  const char *formats = cs_exam_get_param (context, "formats");
  g_auto (GStrv) allowed = g_strsplit (formats == NULL ? "" : formats, " ", -1);

  if (formats == NULL || figure->format == NULL)
    return;
  if (!g_strv_contains ((const char *const *)allowed, figure->format))
    cs_report_set (report (context, "format", index), "format", "%s", figure->format);
}

/* Points per inch as printed; what the file says where the size is not known; 0 for neither. */
static double
get_resolution (const CsFigure *figure)
{
  if (figure->width_px > 0 && figure->width_mm > 0)
    return figure->width_px * MM_PER_INCH / figure->width_mm;

  return figure->dpi;
}

static void
check_resolution (CsExamContext *context, const CsFigure *figure, guint index)
{
  guint least = cs_exam_get_number (context, "min-dpi", 0);
  guint most = cs_exam_get_number (context, "max-dpi", G_MAXINT);
  double dpi = get_resolution (figure);

  if (dpi > 0 && dpi * TOLERANCE < least)
    cs_report_set (report (context, "resolution", index), "dpi", "%.0f", dpi);
  if (figure->dpi > most * TOLERANCE)
    cs_report_set (report (context, "over-resolution", index), "dpi", "%.0f", figure->dpi);
}

/* A sheet may be turned. */
static void
check_area (CsExamContext *context, const CsFigure *figure, guint index)
{
  guint width = cs_exam_get_number (context, "width-mm", 0);
  guint height = cs_exam_get_number (context, "height-mm", 0);
  double longer = MAX (figure->width_mm, figure->height_mm);
  double shorter = MIN (figure->width_mm, figure->height_mm);
  CsReport *made;

  if (width == 0 || height == 0 || longer <= 0 ||
      (longer <= MAX (width, height) * TOLERANCE && shorter <= MIN (width, height) * TOLERANCE))
    return;
  made = report (context, "area", index);
  cs_report_set_alike (made, "area");
  cs_report_set (made, "width", "%.0f", figure->width_mm);
  cs_report_set (made, "height", "%.0f", figure->height_mm);
}

static void
check_file (CsExamContext *context, const CsFigure *figure, guint index)
{
  check_format (context, figure, index);
  check_resolution (context, figure, index);
  check_area (context, figure, index);
  if (figure->coloured)
    cs_report_set_alike (report (context, "colour", index), "colour");
}

static void
skip_files (CsExamContext *context, const char *reason)
{
  static const char *const rules[] = { "format", "resolution", "over-resolution", "colour",
                                       "area" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    cs_exam_skip (context, rules[i], reason, CS_NO_INDEX);
}

static void
check_files (CsExamContext *context)
{
  const GArray *figures = cs_exam_get_draft (context)->figures;
  guint n_known = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (figures, CsFigure, i);

      n_known += figure->width_px > 0 || figure->dpi > 0 || figure->width_mm > 0;
      check_file (context, figure, i);
    }
  if (n_known < figures->len)
    skip_files (context, figures->len == 0 ? "no-figures" : "no-images");
}

/* --- what the list of figures says of them --- */

static gboolean
says (const CsFolded *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded->text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static CsFolded *
fold_line (CsExamContext *context, const CsSpan *where)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (cs_exam_get_draft (context), where->part, where->index,
                                             &n_bytes);

  return cs_fold (text, n_bytes, CS_FOLD_CASE);
}

static void
check_list (CsExamContext *context)
{
  static const char *const charts[] = { "曲线", "性能图", "效果图", "对比图", "柱状图", "统计图", "现有技术",
                                        "流程图", "数据图", "检测结果", NULL };
  static const char *const old[] = { "prior art", "conventional", "known in the art", NULL };
  const GArray *mentions = cs_description_get_figures (cs_exam_get_description (context));
  guint n_listed = 0;
  guint n_charts = 0;
  CsSpan first = { 0 };

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (mentions, CsFigureMention, i);
      g_autoptr (CsFolded) folded = NULL;

      if (!mention->listed)
        continue;
      folded = fold_line (context, &mention->span);
      if (n_listed++ == 0)
        first = mention->span;
      n_charts += says (folded, charts);
      if (says (folded, old))
        cs_report_set (cs_exam_report (context, "prior-art-legend", CS_CERTAINTY_POSSIBLE,
                                       mention->span),
                       "figure", "%s", mention->label);
    }
  if (n_listed > 0 && n_charts == n_listed)
    cs_exam_report (context, "charts-only", CS_CERTAINTY_LIKELY, first);
}

/* --- pictures where none may be --- */

static void
check_text (CsExamContext *context)
{
  const CsDraft *draft = cs_exam_get_draft (context);
  const CsText *text = draft->texts[CS_PART_DESCRIPTION];
  guint n_objects = 0;
  const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);
  guint n_units = cs_draft_get_n_units (draft, CS_PART_DESCRIPTION);
  guint unit = 0;

  for (guint i = 0; i < n_objects; i++)
    {
      CsSpan where = { CS_PART_DESCRIPTION, 0, 0, 0 };
      const CsUnit *in;

      if (objects[i].kind != CS_OBJECT_IMAGE)
        continue;
      while (unit < n_units &&
             cs_draft_get_unit (draft, CS_PART_DESCRIPTION, unit)->end <= objects[i].at)
        unit++;
      if (unit == n_units)
        return;
      in = cs_draft_get_unit (draft, CS_PART_DESCRIPTION, unit);
      if (objects[i].at < in->start)
        continue;
      where.index = unit;
      where.start = objects[i].at - in->start;
      where.end = where.start + strlen (CS_OBJECT_CHARACTER);
      cs_report_set_alike (cs_exam_report (context, "picture-in-text", CS_CERTAINTY_LIKELY, where),
                           "picture");
    }
}

/* --- the figure of the abstract --- */

static gboolean
is_filed (const GArray *figures, const char *wanted)
{
  g_autofree char *label = cs_figure_label_canonical (wanted);

  for (guint i = 0; i < figures->len; i++)
    {
      const char *printed = g_array_index (figures, CsFigure, i).label;
      g_autofree char *filed = cs_figure_label_canonical (printed);

      if (strcmp (printed, wanted) == 0 || (label != NULL && g_strcmp0 (label, filed) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
check_abstract_figure (CsExamContext *context)
{
  const CsDraft *draft = cs_exam_get_draft (context);
  const char *wanted = draft->request->abstract_figure;

  if (draft->figures->len == 0)
    {
      cs_exam_not_applicable (context, "abstract-figure", "no-figures");
      cs_exam_not_applicable (context, "abstract-figure-unknown", "no-figures");
      return;
    }

  if (wanted == NULL || *wanted == '\0')
    cs_exam_report (context, "abstract-figure", CS_CERTAINTY_CERTAIN,
                    (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 });
  else if (!is_filed (draft->figures, wanted))
    cs_report_set (cs_exam_report (context, "abstract-figure-unknown", CS_CERTAINTY_CERTAIN,
                                   (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 }),
                   "figure", "%s", wanted);
}

void
cs_check_drawings (CsExamContext *context, const CsClaim *unused)
{
  const CsDraft *draft = cs_exam_get_draft (context);

  if (draft->figures->len == 0 && draft->complete)
    cs_exam_report (context, "none", CS_CERTAINTY_CERTAIN,
                    (CsSpan){ CS_PART_FIGURES, CS_NO_INDEX, 0, 0 });
  else if (draft->figures->len == 0)
    cs_exam_skip (context, "none", "no-figures", CS_NO_INDEX);
  check_files (context);
  check_list (context);
  check_text (context);
  check_abstract_figure (context);
}
