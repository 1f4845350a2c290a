#include <string.h>

#include "cs-checks.h"

/* Figures filed, listed and cited are the same. Sources: Rules (2023) r. 20(1)(4), 21(1), 46; 37
 * CFR 1.74, 1.84(u). What is filed is only known when the input holds labelled drawings. */

const char *const cs_figure_references_rules[] = {
  "not-listed", "not-filed", "not-cited", "not-explained", "numbering", "single", NULL
};

typedef struct
{
  CsExamContext *context;
  CsDraft *draft;
  const GArray *mentions;
  GPtrArray *filed; /* canonical labels in the order of the drawings; NULL when not known */
} Figures;

static CsSpan
figure_span (guint index)
{
  return (CsSpan){ CS_PART_FIGURES, index, 0, 0 };
}

static void
report (const Figures *figures, const char *rule, CsSpan span, const char *label)
{
  cs_report_set (cs_exam_report (figures->context, rule, CS_CERTAINTY_LIKELY, span), "figure", "%s",
                 label);
}

/* "2" stands for 2a and 2b, and they for it. */
static gboolean
same_figure (const char *left, const char *right)
{
  gsize a = strspn (left, "0123456789");
  gsize b = strspn (right, "0123456789");

  if (a != b || strncmp (left, right, a) != 0)
    return FALSE;

  return left[a] == '\0' || right[b] == '\0' || strcmp (left, right) == 0;
}

/* First mention of @label, listed or not as asked; NULL when there is none. */
static const CsFigureMention *
find_mention (const Figures *figures, const char *label, gboolean listed_only)
{
  for (guint i = 0; i < figures->mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (figures->mentions, CsFigureMention, i);

      if (mention->span.part == CS_PART_DESCRIPTION && (mention->listed || !listed_only) &&
          same_figure (mention->label, label))
        return mention;
    }

  return NULL;
}

static gboolean
is_filed (const Figures *figures, const char *label)
{
  for (guint i = 0; i < figures->filed->len; i++)
    if (same_figure (g_ptr_array_index (figures->filed, i), label))
      return TRUE;

  return FALSE;
}

/* --- rules --- */

/* Each figure of the text once: listed when there is a list, filed when the drawings are known. */
static void
check_mentions (const Figures *figures, gboolean has_list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figures->mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (figures->mentions, CsFigureMention, i);

      if (mention->span.part != CS_PART_DESCRIPTION || !g_hash_table_add (seen, mention->label))
        continue;
      if (figures->filed != NULL && !is_filed (figures, mention->label))
        report (figures, "not-filed", mention->span, mention->label);
      else if (has_list && !mention->listed && find_mention (figures, mention->label, TRUE) == NULL)
        report (figures, "not-listed", mention->span, mention->label);
    }
}

/* Whether the figure is mentioned outside of the list. */
static gboolean
is_explained (const Figures *figures, const CsSection *list, const char *label)
{
  for (guint i = 0; i < figures->mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (figures->mentions, CsFigureMention, i);
      guint paragraph = mention->span.index;

      if (mention->span.part == CS_PART_DESCRIPTION &&
          (paragraph < list->first || paragraph >= list->end) &&
          same_figure (mention->label, label))
        return TRUE;
    }

  return FALSE;
}

/* Each figure of the list is spoken of elsewhere. */
static void
check_explained (const Figures *figures, const CsSection *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < figures->mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (figures->mentions, CsFigureMention, i);

      if (mention->listed && g_hash_table_add (seen, mention->label) &&
          !is_explained (figures, list, mention->label))
        report (figures, "not-explained", mention->span, mention->label);
    }
}

static void
check_filed (const Figures *figures, gboolean has_list)
{
  for (guint i = 0; i < figures->filed->len; i++)
    {
      const char *label = g_ptr_array_index (figures->filed, i);

      if (find_mention (figures, label, FALSE) != NULL)
        continue;
      report (figures, "not-cited", figure_span (i), label);
      if (has_list)
        report (figures, "not-listed", figure_span (i), label);
    }
}

/* The drawings, or without them the list, run 1, 2a, 2b, 3 ... */
static void
check_numbering (const Figures *figures)
{
  guint previous = 0;

  if (figures->filed->len == 1)
    {
      report (figures, "single", figure_span (0), g_ptr_array_index (figures->filed, 0));
      return;
    }

  for (guint i = 0; i < figures->filed->len; i++)
    {
      const char *label = g_ptr_array_index (figures->filed, i);
      guint number = g_ascii_strtoull (label, NULL, 10);

      if (number != previous + 1 &&
          !(number == previous && number > 0 && !g_ascii_isdigit (label[strlen (label) - 1])))
        {
          report (figures, "numbering", figure_span (i), label);
          return;
        }
      previous = number;
    }
}

/* Canonical labels of the drawings; NULL when there are none or one has no label. */
static GPtrArray *
dup_filed (const CsDraft *draft)
{
  g_autoptr (GPtrArray) filed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < draft->figures->len; i++)
    {
      char *label = cs_figure_label_canonical (g_array_index (draft->figures, CsFigure, i).label);

      if (label == NULL)
        return NULL;
      g_ptr_array_add (filed, label);
    }

  return filed->len == 0 ? NULL : g_steal_pointer (&filed);
}

static void
skip_filed (CsExamContext *context, const CsDraft *draft)
{
  static const char *const rules[] = { "not-filed", "not-cited", "numbering", "single" };
  const char *reason = draft->figures->len == 0 ? "no-figures" : "unlabelled-figures";

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    cs_exam_skip (context, rules[i], reason, CS_NO_INDEX);
}

void
cs_check_figure_references (CsExamContext *context, const CsClaim *unused)
{
  CsDraft *draft = cs_exam_get_draft (context);
  const CsDescription *description = cs_exam_get_description (context);
  const CsSection *list = cs_description_find_section (description, CS_HEADING_FIGURES);
  const CsSection *embodiments = cs_description_find_section (description, CS_HEADING_EMBODIMENTS);
  g_autoptr (GPtrArray) filed = dup_filed (draft);
  Figures figures = { context, draft, cs_description_get_figures (description), filed };

  if (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  check_mentions (&figures, list != NULL);
  if (list != NULL && embodiments != NULL)
    check_explained (&figures, list);
  if (filed == NULL)
    {
      skip_filed (context, draft);
      return;
    }
  check_filed (&figures, list != NULL);
  check_numbering (&figures);
}
