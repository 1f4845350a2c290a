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
add_field (GPtrArray *fields, const char *name, gboolean is_told)
{
  if (is_told)
    g_ptr_array_add (fields, (gpointer)name);
}

static gboolean
tells_facts (const CsRequest *request)
{
  for (guint i = 0; i < CS_N_FACTS; i++)
    if (request->facts[i] != NULL)
      return TRUE;

  return FALSE;
}

void
cs_write_loss_add_sheet (GArray *notes, const CsDraft *draft, gboolean with_figure)
{
  static const CsSpan span = { .part = CS_PART_REQUEST, .index = CS_NO_INDEX };
  const CsRequest *request = draft->request;
  const CsText *title = draft->texts[CS_PART_TITLE];
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autofree char *names = NULL;

  add_field (fields, _ ("another title"),
             request->title != NULL && title != NULL &&
                 strcmp (request->title, cs_text_get_string (title)) != 0);
  add_field (fields, _ ("applicants"), request->applicants != NULL && *request->applicants != NULL);
  add_field (fields, _ ("inventors"), request->inventors != NULL && *request->inventors != NULL);
  add_field (fields, _ ("agency"), request->agency != NULL);
  add_field (fields, _ ("priorities"), request->priorities->len > 0);
  add_field (fields, _ ("figure of the abstract"), with_figure && request->abstract_figure != NULL);
  add_field (fields, _ ("classes"), request->classes != NULL && *request->classes != NULL);
  add_field (fields, _ ("filing date"), request->filing_date != NULL);
  add_field (fields, _ ("route"), request->route != CS_ROUTE_DIRECT);
  add_field (fields, _ ("data of persons"), request->persons->len > 0);
  add_field (fields, _ ("deposits"), request->deposits->len > 0);
  add_field (fields, _ ("other facts"), tells_facts (request));
  if (fields->len == 0)
    return;

  g_ptr_array_add (fields, NULL);
  /* Translators: between the names of fields in a list */
  names = g_strjoinv (_ (", "), (char **)fields->pdata);
  cs_write_notes_add (notes, CS_WRITE_CHANGED, "filing-sheet", names, &span);
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
