#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-draft-rebuild.h"
#include "cs-draft-private.h"

CsDraft *
cs_draft_rebuild_begin (const char *path)
{
  CsDraft *draft = cs_draft_new_blank (path);

  draft->id = g_strdup ("");
  draft->format = "text";
  draft->language = "en";

  return draft;
}

/* Whether @at is within @text and not in the middle of a character. */
static gboolean
is_bound (const CsText *text, gsize at)
{
  return at <= cs_text_get_n_bytes (text) && (cs_text_get_string (text)[at] & 0xc0) != 0x80;
}

static gboolean
is_base_name (const char *name)
{
  return name == NULL || (*name != '\0' && strpbrk (name, "/\\") == NULL &&
                          strcmp (name, ".") != 0 && strcmp (name, "..") != 0);
}

static gboolean
is_sha256 (const char *text)
{
  return text == NULL || (strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64);
}

static gboolean
unit_is_sound (const CsText *text, CsPart part, const CsUnit *unit, gsize at)
{
  return at <= unit->number_start && unit->number_start <= unit->start &&
         unit->start <= unit->end && is_bound (text, unit->number_start) &&
         is_bound (text, unit->start) && is_bound (text, unit->end) &&
         (part == CS_PART_CLAIMS) == (unit->kind == CS_UNIT_CLAIM) && unit->kind <= CS_UNIT_CLAIM;
}

static gboolean
units_are_sound (const CsDraft *draft, CsPart part)
{
  const GArray *units = draft->units[part];
  gsize at = 0;

  if (units->len > 0 && draft->texts[part] == NULL)
    return FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const CsUnit *unit = &g_array_index (units, CsUnit, i);

      if (!unit_is_sound (draft->texts[part], part, unit, at))
        return FALSE;
      at = unit->end;
    }

  return TRUE;
}

static gboolean
ids_are_sound (const CsDraft *draft, CsPart part)
{
  const GArray *ids = draft->ids[part];

  if (ids == NULL)
    return TRUE;
  if (ids->len != draft->units[part]->len)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, guint64, i) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
objects_are_sound (const CsText *text)
{
  guint n_objects = 0;
  const CsInlineObject *objects = NULL;

  if (text != NULL)
    objects = cs_text_get_objects (text, &n_objects);
  for (guint i = 0; i < n_objects; i++)
    if (!is_base_name (objects[i].preview) || objects[i].kind >= CS_N_OBJECT_KINDS)
      return FALSE;

  return TRUE;
}

static gboolean
figures_are_sound (const CsDraft *draft)
{
  for (guint i = 0; i < draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (draft->figures, CsFigure, i);

      if (figure->label == NULL || !is_base_name (figure->file) || !is_sha256 (figure->sha256) ||
          !isfinite (figure->width_mm) || !isfinite (figure->height_mm) || figure->width_mm < 0 ||
          figure->height_mm < 0)
        return FALSE;
    }

  return TRUE;
}

/* A note at the end of a unit may stand in the white space behind it. */
static gboolean
span_is_sound (const CsDraft *draft, const CsSpan *span)
{
  const CsText *text;
  gsize from = 0;

  if (span->part >= CS_N_PARTS || span->start > span->end)
    return FALSE;
  if (span->index == CS_NO_INDEX && span->end == 0)
    return TRUE;

  text = draft->texts[span->part];
  if (text == NULL || (span->index != CS_NO_INDEX && span->index >= draft->units[span->part]->len))
    return FALSE;
  if (span->index != CS_NO_INDEX)
    from = g_array_index (draft->units[span->part], CsUnit, span->index).start;

  return span->end <= cs_text_get_n_bytes (text) && is_bound (text, from + span->start) &&
         is_bound (text, from + span->end);
}

static gboolean
notes_are_sound (const CsDraft *draft)
{
  for (guint i = 0; i < draft->notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, i);

      if (note->code == NULL || !span_is_sound (draft, &note->span))
        return FALSE;
    }

  return TRUE;
}

static gboolean
request_is_sound (const CsRequest *request)
{
  return request->office < CS_N_OFFICES && request->type < CS_N_RIGHT_TYPES &&
         request->route < CS_N_ROUTES;
}

static gboolean
is_within_limits (const CsDraft *draft)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint max_units = part == CS_PART_CLAIMS ? CS_MAX_CLAIMS : CS_MAX_PARAGRAPHS;

      if (draft->units[part]->len > max_units)
        return FALSE;
    }

  return draft->notes->len <= CS_MAX_NOTES;
}

/* Returns: (nullable): the name of a field that is not as promised */
static const char *
find_breach (const CsDraft *draft)
{
  if (strcmp (draft->language, "zh") != 0 && strcmp (draft->language, "en") != 0)
    return "language";
  if (!request_is_sound (draft->request))
    return "request";

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (!units_are_sound (draft, part) || !ids_are_sound (draft, part) ||
        !objects_are_sound (draft->texts[part]))
      return cs_part_get_name (part);

  if (!figures_are_sound (draft))
    return "figures";

  return notes_are_sound (draft) ? NULL : "notes";
}

CsDraft *
cs_draft_rebuild_end (CsDraft *draft, GError **error)
{
  g_autoptr (CsDraft) owned = draft;
  const char *breach = NULL;

  if (!is_within_limits (draft))
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("more claims, paragraphs or notes than allowed"));
      return NULL;
    }

  breach = find_breach (draft);
  if (breach != NULL)
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("\"%s\" is not as it was written"), breach);
      return NULL;
    }

  return g_steal_pointer (&owned);
}
