#include "cs-write-loss.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The unit of @part that holds byte @at, or the last one before it. */
static guint
find_unit (const CsDraft *draft, CsPart part, gsize at)
{
  guint first = 0;
  guint last = cs_draft_get_n_units (draft, part);

  while (first + 1 < last)
    {
      guint middle = first + (last - first) / 2;

      if (cs_draft_get_unit (draft, part, middle)->number_start <= at)
        first = middle;
      else
        last = middle;
    }

  return first;
}

CsSpan
cs_write_loss_span (const CsDraft *draft, CsPart part, gsize start, gsize end)
{
  CsSpan span = { .part = part, .index = CS_NO_INDEX };
  const CsUnit *unit;

  if (cs_draft_get_n_units (draft, part) == 0)
    return span;

  span.index = find_unit (draft, part, start);
  unit = cs_draft_get_unit (draft, part, span.index);
  span.start = CLAMP (start, unit->start, unit->end) - unit->start;
  span.end = CLAMP (end, unit->start, unit->end) - unit->start;

  return span;
}

static void
add_field (GArray *notes, const char *name, gboolean is_told)
{
  if (is_told)
    cs_write_notes_add (notes, CS_WRITE_LOST, "filing-sheet", name, NULL);
}

void
cs_write_loss_add_sheet (GArray *notes, const CsDraft *draft)
{
  const CsRequest *request = draft->request;
  gboolean has_own_title = request->title != NULL && draft->texts[CS_PART_TITLE] != NULL &&
                           strcmp (request->title,
                                   cs_text_get_string (draft->texts[CS_PART_TITLE])) != 0;

  add_field (notes, _ ("title on the filing sheet"), has_own_title);
  add_field (notes, _ ("applicants"), request->applicants != NULL && *request->applicants != NULL);
  add_field (notes, _ ("inventors"), request->inventors != NULL && *request->inventors != NULL);
  add_field (notes, _ ("agency"), request->agency != NULL);
  add_field (notes, _ ("priorities"), request->priorities->len > 0);
  add_field (notes, _ ("classes"), request->classes != NULL && *request->classes != NULL);
  add_field (notes, _ ("filing date"), request->filing_date != NULL);
  add_field (notes, _ ("route"), request->route != CS_ROUTE_DIRECT);
}

void
cs_write_loss_add_abstract_figure (GArray *notes, const CsDraft *draft)
{
  add_field (notes, _ ("figure of the abstract"), draft->request->abstract_figure != NULL);
}

void
cs_write_loss_add_reading (GArray *notes, const CsDraft *draft)
{
  for (guint i = 0; i < draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, i);
      gboolean is_comment = strcmp (note->code, "comment") == 0;

      cs_write_notes_add (notes, is_comment ? CS_WRITE_LOST : CS_WRITE_CHANGED,
                          is_comment ? "comment-lost" : "reading-note", NULL, &note->span);
    }
}

char *
cs_write_loss_dup_placeholder (const CsInlineObject *object, const char *language)
{
  static const char *const words[CS_N_OBJECT_KINDS][2] = {
    { "图片", "picture" },
    { "公式", "formula" },
    { "表格", "table" },
    { "化学式", "chemistry" },
    { "对象", "object" },
    { "脚注", "footnote" },
  };
  const char *kind = words[object->kind][strcmp (language, "zh") != 0];

  if (object->preview == NULL)
    return g_strdup_printf ("[%s]", kind);

  return g_strdup_printf ("[%s %s]", kind, object->preview);
}
