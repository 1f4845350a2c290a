#include <string.h>

#include "cs-draft-private.h"
#include "cs-readings.h"

G_DEFINE_BOXED_TYPE (CsDraft, cs_draft, cs_draft_ref, cs_draft_unref)

static void
figure_clear (gpointer data)
{
  CsFigure *figure = data;

  g_free (figure->label);
  g_free (figure->file);
  g_free (figure->format);
  g_free (figure->sha256);
  g_strfreev (figure->signs);
}

CsFigure
cs_figure_copy (const CsFigure *figure)
{
  CsFigure copy = *figure;

  copy.label = g_strdup (figure->label);
  copy.file = g_strdup (figure->file);
  copy.format = g_strdup (figure->format);
  copy.sha256 = g_strdup (figure->sha256);
  copy.signs = g_strdupv (figure->signs);

  return copy;
}

gboolean
cs_figures_are_ticked (const GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, CsFigure, i).signs == NULL)
      return FALSE;

  return figures->len > 0;
}

static void
note_clear (gpointer data)
{
  g_free (((CsReadNote *)data)->detail);
}

GArray *
cs_read_notes_new (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (CsReadNote));

  g_array_set_clear_func (notes, note_clear);

  return notes;
}

CsDraft *
cs_draft_new_blank (const char *path)
{
  CsDraft *draft = g_atomic_rc_box_new0 (CsDraft);

  draft->path = g_strdup (path);
  draft->request = cs_request_new ();
  for (guint part = 0; part < CS_N_PARTS; part++)
    draft->units[part] = g_array_new (FALSE, FALSE, sizeof (CsUnit));
  draft->figures = cs_figures_new ();
  draft->notes = cs_read_notes_new ();

  return draft;
}

CsDraft *
cs_draft_ref (CsDraft *draft)
{
  return g_atomic_rc_box_acquire (draft);
}

static void
cs_draft_clear (gpointer data)
{
  CsDraft *draft = data;

  g_free (draft->path);
  g_free (draft->id);
  g_clear_pointer (&draft->request, cs_request_free);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_clear_pointer (&draft->texts[part], cs_text_unref);
      g_clear_pointer (&draft->units[part], g_array_unref);
      g_clear_pointer (&draft->ids[part], g_array_unref);
      g_clear_pointer (&draft->readings[part], cs_readings_unref);
    }
  g_clear_pointer (&draft->figures, g_array_unref);
  g_clear_pointer (&draft->notes, g_array_unref);
}

void
cs_draft_unref (CsDraft *draft)
{
  g_atomic_rc_box_release_full (draft, cs_draft_clear);
}

CsDraft *
cs_draft_new_with_request (const CsDraft *draft, CsRequest *request)
{
  CsDraft *copy = g_atomic_rc_box_new0 (CsDraft);

  *copy = *draft;
  copy->path = g_strdup (draft->path);
  copy->id = g_strdup (draft->id);
  copy->request = request;
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (copy->texts[part] != NULL)
        cs_text_ref (copy->texts[part]);
      g_array_ref (copy->units[part]);
      if (copy->ids[part] != NULL)
        g_array_ref (copy->ids[part]);
      cs_draft_share_readings (copy, draft, part);
    }
  g_array_ref (copy->figures);
  g_array_ref (copy->notes);

  return copy;
}

CsDraft *
cs_draft_new_with_figures (const CsDraft *draft, GArray *figures)
{
  CsDraft *copy = cs_draft_new_with_request (draft, cs_request_dup (draft->request));

  g_array_unref (copy->figures);
  copy->figures = g_array_ref (figures);

  return copy;
}

GArray *
cs_figures_new (void)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (CsFigure));

  g_array_set_clear_func (figures, figure_clear);

  return figures;
}

guint
cs_draft_get_n_units (const CsDraft *draft, CsPart part)
{
  g_return_val_if_fail (part < CS_N_PARTS, 0);

  return draft->units[part]->len;
}

const CsUnit *
cs_draft_get_unit (const CsDraft *draft, CsPart part, guint index)
{
  g_return_val_if_fail (index < cs_draft_get_n_units (draft, part), NULL);

  return &g_array_index (draft->units[part], CsUnit, index);
}

const char *
cs_draft_get_unit_text (const CsDraft *draft, CsPart part, guint index, gsize *n_bytes)
{
  const CsUnit *unit = cs_draft_get_unit (draft, part, index);

  *n_bytes = unit->end - unit->start;

  return cs_text_get_string (draft->texts[part]) + unit->start;
}

char *
cs_draft_dup_span_text (const CsDraft *draft, const CsSpan *span)
{
  const char *text;
  gsize n_bytes;

  if (span->index >= cs_draft_get_n_units (draft, span->part))
    return g_strdup ("");

  text = cs_draft_get_unit_text (draft, span->part, span->index, &n_bytes);
  if (span->start > span->end || span->end > n_bytes)
    return g_strdup ("");

  return g_strndup (text + span->start, span->end - span->start);
}

char *
cs_draft_dup_sha256 (const CsDraft *draft)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (draft->texts[part] != NULL)
        g_checksum_update (checksum, (const guchar *)cs_text_get_string (draft->texts[part]),
                           cs_text_get_n_bytes (draft->texts[part]));
      g_checksum_update (checksum, (const guchar *)"\f", 1); /* no text holds a form feed */
    }

  return g_strdup (g_checksum_get_string (checksum));
}
