#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-draft-builder.h"
#include "cs-draft-private.h"

#define LANGUAGE_SAMPLE_BYTES 20000 /* enough letters to tell Chinese from English */

struct _CsDraftBuilder
{
  CsDraft *draft;
  CsTextBuilder *texts[CS_N_PARTS];
  gboolean open[CS_N_PARTS]; /* the last unit of the part is not ended */
  CsPart too_many;           /* the part with too many units, or CS_PART_DOCUMENT */
};

CsDraftBuilder *
cs_draft_builder_new (const char *path, guint index, const char *format)
{
  CsDraftBuilder *builder = g_new0 (CsDraftBuilder, 1);
  CsDraft *draft = cs_draft_new_blank (path);

  draft->index = index;
  draft->id = g_path_get_basename (path);
  draft->format = format;
  builder->draft = draft;

  return builder;
}

void
cs_draft_builder_free (CsDraftBuilder *builder)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&builder->texts[part], cs_text_builder_free);
  g_clear_pointer (&builder->draft, cs_draft_unref);
  g_free (builder);
}

void
cs_draft_builder_set_id (CsDraftBuilder *builder, const char *id)
{
  g_free (builder->draft->id);
  builder->draft->id = g_strdup (id);
}

void
cs_draft_builder_set_complete (CsDraftBuilder *builder, gboolean complete)
{
  builder->draft->complete = complete;
}

CsRequest *
cs_draft_builder_get_request (CsDraftBuilder *builder)
{
  return builder->draft->request;
}

CsTextBuilder *
cs_draft_builder_get_text (CsDraftBuilder *builder, CsPart part)
{
  g_return_val_if_fail (part < CS_N_PARTS, NULL);

  if (builder->texts[part] == NULL)
    builder->texts[part] = cs_text_builder_new ();

  return builder->texts[part];
}

CsText *
cs_draft_builder_take_part (CsDraftBuilder *builder, CsPart part)
{
  GArray *notes = builder->draft->notes;
  CsTextBuilder *text = cs_draft_builder_get_text (builder, part);

  builder->texts[part] = NULL;
  builder->open[part] = FALSE;
  g_array_set_size (builder->draft->units[part], 0);
  for (guint i = 0; i < notes->len; i++)
    {
      CsSpan *span = &g_array_index (notes, CsReadNote, i).span;

      if (span->part == part)
        *span = (CsSpan){ .part = CS_PART_DOCUMENT, .index = CS_NO_INDEX };
    }

  return cs_text_builder_end (text);
}

static CsUnit *
last_unit (CsDraftBuilder *builder, CsPart part)
{
  GArray *units = builder->draft->units[part];

  return units->len == 0 ? NULL : &g_array_index (units, CsUnit, units->len - 1);
}

void
cs_draft_builder_begin_unit (CsDraftBuilder *builder, CsPart part, CsUnitKind kind)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, part);
  GArray *units = builder->draft->units[part];
  gsize at;
  CsUnit unit;

  cs_draft_builder_end_unit (builder, part);
  if (units->len >= (part == CS_PART_CLAIMS ? CS_MAX_CLAIMS : CS_MAX_PARAGRAPHS))
    {
      builder->too_many = part;
      return;
    }

  at = cs_text_builder_get_n_bytes (text);
  if (at > 0 && cs_text_builder_peek (text)[at - 1] != '\n')
    cs_text_builder_append (text, "\n", 1);

  at = cs_text_builder_get_n_bytes (text);
  unit = (CsUnit){ .number_start = at, .start = at, .end = at, .number = 0, .kind = kind };
  g_array_append_val (units, unit);
  builder->open[part] = TRUE;
}

void
cs_draft_builder_set_unit_number (CsDraftBuilder *builder, CsPart part, guint number)
{
  CsUnit *unit = last_unit (builder, part);

  if (!builder->open[part] || unit == NULL)
    return;

  unit->number = number;
  unit->start = cs_text_builder_get_n_bytes (builder->texts[part]);
  unit->end = unit->start;
}

void
cs_draft_builder_set_unit_kind (CsDraftBuilder *builder, CsPart part, CsUnitKind kind)
{
  CsUnit *unit = last_unit (builder, part);

  if (builder->open[part] && unit != NULL)
    unit->kind = kind;
}

void
cs_draft_builder_end_unit (CsDraftBuilder *builder, CsPart part)
{
  CsUnit *unit = last_unit (builder, part);
  const char *text;

  if (!builder->open[part] || unit == NULL)
    return;

  builder->open[part] = FALSE;
  text = cs_text_builder_peek (builder->texts[part]);
  unit->end = cs_text_builder_get_n_bytes (builder->texts[part]);
  while (unit->end > unit->start && g_ascii_isspace (text[unit->end - 1]))
    unit->end--;
}

void
cs_draft_builder_add_unit (CsDraftBuilder *builder, CsPart part, const CsUnit *unit)
{
  GArray *units = builder->draft->units[part];

  if (units->len >= (part == CS_PART_CLAIMS ? CS_MAX_CLAIMS : CS_MAX_PARAGRAPHS))
    builder->too_many = part;
  else
    g_array_append_vals (units, unit, 1);
}

void
cs_draft_builder_add_figure (CsDraftBuilder *builder, const CsFigure *figure)
{
  g_array_append_vals (builder->draft->figures, figure, 1);
}

void
cs_draft_builder_add_note_at (CsDraftBuilder *builder,
                              const char *code,
                              const char *detail,
                              const CsSpan *span,
                              guint line)
{
  CsReadNote note = { .code = code, .span = *span, .line = line };
  GArray *notes = builder->draft->notes;

  if (notes->len >= CS_MAX_NOTES)
    return;
  if (notes->len == CS_MAX_NOTES - 1)
    note.code = "more-notes";
  else
    note.detail = g_strdup (detail);
  g_array_append_val (notes, note);
}

void
cs_draft_builder_add_note (CsDraftBuilder *builder,
                           const char *code,
                           const char *detail,
                           CsPart part,
                           guint line)
{
  CsSpan span = { .part = part, .index = CS_NO_INDEX };
  CsUnit *unit = last_unit (builder, part);

  if (builder->open[part] && unit != NULL)
    {
      span.index = builder->draft->units[part]->len - 1;
      span.start = cs_text_builder_get_n_bytes (builder->texts[part]) - unit->start;
      span.end = span.start;
    }
  cs_draft_builder_add_note_at (builder, code, detail, &span, line);
}

/* The last unit of @part that begins at @byte or before it; %CS_NO_INDEX when there is none. */
static guint
find_unit (const CsDraftBuilder *builder, CsPart part, gsize byte)
{
  const GArray *units = builder->draft->units[part];
  guint low = 0;
  guint high = units->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (units, CsUnit, middle).number_start <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low == 0 ? CS_NO_INDEX : low - 1;
}

void
cs_draft_builder_add_note_over (
    CsDraftBuilder *builder, const char *code, const char *detail, CsPart part, CsRange range)
{
  CsSpan span = { .part = part, .index = find_unit (builder, part, range.start) };

  if (span.index != CS_NO_INDEX)
    {
      const CsUnit *unit = &g_array_index (builder->draft->units[part], CsUnit, span.index);

      span.start = MAX (range.start, unit->start) - unit->start;
      span.end = MAX (MIN (range.end, unit->end), unit->start + span.start) - unit->start;
    }
  cs_draft_builder_add_note_at (builder, code, detail, &span, 0);
}

/* Han letters against Latin ones, a Han letter weighing as a word of four. */
static const char *
language_of (const char *text, gsize n_bytes)
{
  const char *end = text + MIN (n_bytes, LANGUAGE_SAMPLE_BYTES);
  gsize han = 0;
  gsize latin = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      latin += c < 0x80 && g_ascii_isalpha (c);
      han += c >= 0x3400 && c <= 0x9fff;
    }

  if (han + latin == 0)
    return NULL;

  return 4 * han >= latin ? "zh" : "en";
}

const char *
cs_draft_guess_language (const CsDraft *draft)
{
  static const CsPart order[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION, CS_PART_ABSTRACT,
                                  CS_PART_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const CsText *text = draft->texts[order[i]];
      const char *language;

      if (text == NULL)
        continue;
      language = language_of (cs_text_get_string (text), cs_text_get_n_bytes (text));
      if (language != NULL)
        return language;
    }

  return NULL;
}

void
cs_draft_set_too_large (GError **error, CsPart part)
{
  cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("part \"%s\" is larger than %d bytes"),
                cs_part_get_name (part), CS_MAX_PART_BYTES);
}

void
cs_draft_set_too_many (GError **error, CsPart part)
{
  cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("part \"%s\" has more than %d claims or paragraphs"),
                cs_part_get_name (part),
                part == CS_PART_CLAIMS ? CS_MAX_CLAIMS : CS_MAX_PARAGRAPHS);
}

static gboolean
check_limits (const CsDraftBuilder *builder, GError **error)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (builder->texts[part] != NULL && cs_text_builder_is_full (builder->texts[part]))
      {
        cs_draft_set_too_large (error, part);
        return FALSE;
      }

  if (builder->too_many != CS_PART_DOCUMENT)
    {
      cs_draft_set_too_many (error, builder->too_many);
      return FALSE;
    }

  return TRUE;
}

/* A note made at the end of a unit may stand in the white space that the unit then gave up. */
static void
clamp_notes (CsDraft *draft)
{
  for (guint i = 0; i < draft->notes->len; i++)
    {
      CsSpan *span = &g_array_index (draft->notes, CsReadNote, i).span;
      const CsUnit *unit;

      if (span->index >= cs_draft_get_n_units (draft, span->part))
        continue;
      unit = cs_draft_get_unit (draft, span->part, span->index);
      span->end = MIN (span->end, unit->end - unit->start);
      span->start = MIN (span->start, span->end);
    }
}

CsDraft *
cs_draft_builder_end (CsDraftBuilder *builder, GError **error)
{
  g_autoptr (CsDraftBuilder) owned = builder;
  CsDraft *draft = builder->draft;

  if (!check_limits (builder, error))
    return NULL;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (builder->texts[part] == NULL)
        continue;
      cs_draft_builder_end_unit (builder, part);
      draft->texts[part] = cs_text_builder_end (g_steal_pointer (&builder->texts[part]));
    }
  clamp_notes (draft);
  draft->language = cs_draft_guess_language (draft);
  if (draft->language == NULL)
    draft->language = draft->request->office == CS_OFFICE_CN ? "zh" : "en";

  return g_steal_pointer (&owned->draft);
}
