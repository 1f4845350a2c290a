#include <glib/gi18n-lib.h>

#include "../../draft/cs-claim-edit.h"
#include "../../language/cs-word-count.h"
#include "cs-outline-private.h"

#define MAX_GIST_CHARS 40
#define MAX_RANGES_SHOWN 4

void
cs_outline_text_clear (CsOutlineText *text)
{
  g_clear_pointer (&text->number, g_free);
  g_clear_pointer (&text->name, g_free);
  g_clear_pointer (&text->detail, g_free);
}

/* The worst of the units [@first, @end) of @part. */
static void
describe_marks (const CsFindingView *view, CsPart part, guint first, guint end, CsOutlineText *text)
{
  const GArray *marks = view->marks[part];

  for (guint i = first; marks != NULL && i < MIN (end, marks->len); i++)
    {
      const CsUnitMark *mark = &g_array_index (marks, CsUnitMark, i);

      if (mark->severity < text->severity)
        {
          text->severity = mark->severity;
          text->certain = mark->certain;
        }
      else if (mark->severity == text->severity)
        text->certain |= mark->certain;
    }
}

/* "1, 3–5": where the claims it depends on have numbers that follow each other. */
static char *
dup_parents (const CsExamResult *result, const CsClaim *claim)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_ranges = 0;

  for (guint i = 0; i < claim->depends->len; n_ranges++)
    {
      guint first = cs_exam_result_get_claim_number (result,
                                                     g_array_index (claim->depends, guint, i));
      guint last = first;

      if (n_ranges == MAX_RANGES_SHOWN)
        {
          g_string_append (list, ", …");
          break;
        }
      while (++i < claim->depends->len &&
             cs_exam_result_get_claim_number (result, g_array_index (claim->depends, guint, i)) ==
                 last + 1)
        last++;
      g_string_append_printf (list, "%s%u", n_ranges > 0 ? ", " : "", first);
      if (last > first)
        g_string_append_printf (list, last > first + 1 ? "–%u" : ", %u", last);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
describe_claim (const CsFindingView *view, guint index, CsOutlineText *text)
{
  const CsExamResult *result = view->result;
  const CsClaim *claim = cs_claim_set_get (result->claims, index);

  text->number = g_strdup_printf ("%u", cs_exam_result_get_claim_number (result, index));
  text->name = cs_claim_dup_gist (result->claims, index, MAX_GIST_CHARS);
  text->strong = !claim->dependent;
  if (claim->depends->len > 1)
    text->detail = dup_parents (result, claim);
  describe_marks (view, CS_PART_CLAIMS, index, index + 1, text);
}

static char *
dup_unit_from (const CsDraft *draft, CsPart part, guint index, gsize start)
{
  gsize n_bytes;
  const char *bytes = cs_draft_get_unit_text (draft, part, index, &n_bytes);

  return start < n_bytes ? g_strndup (bytes + start, n_bytes - start) : g_strdup ("");
}

static void
describe_section (const CsFindingView *view, const CsSpan *where, CsOutlineText *text)
{
  text->name = dup_unit_from (view->result->draft, where->part, where->index, 0);
  describe_marks (view, where->part, where->index, where->end, text);
}

static guint
count_paragraphs (const CsDraft *draft)
{
  guint n_paragraphs = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    n_paragraphs += cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind == CS_UNIT_PARAGRAPH;

  return n_paragraphs;
}

static char *
dup_length (const CsDraft *draft, CsPart part)
{
  const char *text = draft->texts[part] != NULL ? cs_text_get_string (draft->texts[part]) : "";
  guint n_words;

  if (g_str_equal (draft->language, "zh"))
    {
      guint n_chars = cs_char_count (text).strict;

      return g_strdup_printf (ngettext ("%u character", "%u characters", n_chars), n_chars);
    }

  n_words = cs_word_count (text);
  return g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
}

static void
describe_part (const CsFindingView *view, const char *name, CsPart part, CsOutlineText *text)
{
  text->name = g_strdup (name);
  if (cs_draft_get_n_units (view->result->draft, part) > 0)
    text->detail = dup_length (view->result->draft, part);
  describe_marks (view, part, 0, G_MAXUINT, text);
}

static char *
dup_child_count (const CsOutlineRow *row)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (row->children));

  return n_rows > 0 ? g_strdup_printf ("%u", n_rows) : NULL;
}

static void
describe_head (CsOutlineModel *model, CsOutlineRow *row, CsOutlineText *text)
{
  const CsFindingView *view = model->view;
  const CsDraft *draft = view->result->draft;

  switch ((int)row->kind)
    {
    case CS_OUTLINE_CLAIMS:
      text->name = g_strdup (_ ("Claims"));
      text->detail = g_strdup_printf ("%u", cs_claim_set_get_n_claims (view->result->claims));
      break;
    case CS_OUTLINE_DESCRIPTION:
      text->name = g_strdup (_ ("Description"));
      /* Translators: the number of paragraphs, beside the word Description */
      text->detail = g_strdup_printf (C_ ("paragraphs", "%u"), count_paragraphs (draft));
      break;
    case CS_OUTLINE_FIGURES:
      text->name = g_strdup (_ ("Drawings"));
      text->detail = dup_child_count (row);
      break;
    case CS_OUTLINE_SIGNS:
      text->name = g_strdup (_ ("Reference signs"));
      text->detail = dup_child_count (row);
      break;
    case CS_OUTLINE_ABSTRACT:
      describe_part (view, _ ("Abstract"), CS_PART_ABSTRACT, text);
      break;
    default:
      describe_part (view, _ ("Title"), CS_PART_TITLE, text);
      break;
    }
}

static void
describe_figure (const CsFindingView *view, const CsOutlineRow *row, CsOutlineText *text)
{
  const CsSpan *where = &row->where;

  if (where->index == CS_NO_INDEX)
    text->name = g_strdup (row->text);
  else
    text->name = dup_unit_from (view->result->draft, where->part, where->index, where->start);
}

void
cs_outline_model_describe (CsOutlineModel *model, CsOutlineRow *row, CsOutlineText *text)
{
  *text = (CsOutlineText){ .severity = CS_NO_SEVERITY };
  if (model->view == NULL || row->parent == NULL)
    return;

  if (row->kind == CS_OUTLINE_CLAIM)
    describe_claim (model->view, row->where.index, text);
  else if (row->kind == CS_OUTLINE_SECTION)
    describe_section (model->view, &row->where, text);
  else if (row->kind == CS_OUTLINE_FIGURE)
    describe_figure (model->view, row, text);
  else if (row->kind == CS_OUTLINE_SIGN)
    text->name = g_strdup (row->text);
  else
    describe_head (model, row, text);
}
