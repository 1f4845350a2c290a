#include "cs-draft-record.h"

#include <string.h>

#include "../base/cs-limits.h"
#include "../draft/cs-draft-rebuild.h"
#include "cs-draft-columns.h"

#define MAX_DOCUMENT_BYTES 4096 /* of a document's number, which is shown in a line */
#define MAX_FORMAT_BYTES 64     /* of a format's name, which is kept for as long as we run */

void
cs_draft_record_clear (CsDraftRecord *record)
{
  g_free (record->document);
  g_free (record->format);
  g_free (record->language);
  g_free (record->request);
  g_free (record->figures);
  g_free (record->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_free (record->parts[part].text);
      g_free (record->parts[part].runs);
      g_free (record->parts[part].objects);
      g_free (record->parts[part].units);
      g_free (record->parts[part].ids);
    }
}

/* A field and its end: no field holds a form feed, and NULL is not the same as empty. */
static void
update (GChecksum *checksum, const char *field)
{
  if (field != NULL)
    g_checksum_update (checksum, (const guchar *)field, strlen (field));
  g_checksum_update (checksum, (const guchar *)(field == NULL ? "\v" : "\f"), 1);
}

char *
cs_draft_record_dup_checksum (const CsDraftRecord *record)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  update (checksum, record->document);
  update (checksum, record->format);
  update (checksum, record->language);
  update (checksum, record->complete ? "1" : "0");
  update (checksum, record->request);
  update (checksum, record->figures);
  update (checksum, record->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (record->has[part])
      {
        update (checksum, cs_part_get_name (part));
        update (checksum, record->parts[part].text);
        update (checksum, record->parts[part].runs);
        update (checksum, record->parts[part].objects);
        update (checksum, record->parts[part].units);
        update (checksum, record->parts[part].ids);
      }

  return g_strdup (g_checksum_get_string (checksum));
}

/* --- from a draft --- */

static void
fill_part (CsPartRecord *record, const CsDraft *draft, CsPart part)
{
  const CsText *text = draft->texts[part];

  record->text = text == NULL ? NULL : g_strdup (cs_text_get_string (text));
  record->runs = cs_columns_dup_runs (text);
  record->objects = cs_columns_dup_objects (text);
  record->units = cs_columns_dup_units (draft->units[part]);
  record->ids = draft->ids[part] == NULL ? NULL : cs_columns_dup_ids (draft->ids[part]);
}

void
cs_draft_record_fill (CsDraftRecord *record, const CsDraft *draft)
{
  record->document = g_utf8_make_valid (draft->id, -1);
  record->format = g_strdup (draft->format);
  record->language = g_strdup (draft->language);
  record->complete = draft->complete;
  record->request = cs_columns_dup_request (draft->request);
  record->figures = cs_columns_dup_figures (draft->figures);
  record->notes = cs_columns_dup_notes (draft->notes);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      record->has[part] = draft->texts[part] != NULL || draft->ids[part] != NULL;
      if (record->has[part])
        fill_part (&record->parts[part], draft, part);
    }
}

/* --- to a draft --- */

static gboolean
rebuild_part (CsDraft *draft, CsPart part, const CsPartRecord *record)
{
  if (record->text != NULL)
    {
      if (strlen (record->text) > CS_MAX_PART_BYTES)
        return FALSE;
      draft->texts[part] = cs_columns_read_text (record->text, record->runs, record->objects);
      if (draft->texts[part] == NULL)
        return FALSE;
    }
  if (record->ids != NULL)
    {
      draft->ids[part] = g_array_new (FALSE, FALSE, sizeof (guint64));
      if (!cs_columns_read_ids (record->ids, draft->ids[part]))
        return FALSE;
    }

  return cs_columns_read_units (record->units, draft->units[part]);
}

static gboolean
rebuild (CsDraft *draft, const CsDraftRecord *record)
{
  if (strlen (record->document) > MAX_DOCUMENT_BYTES ||
      strlen (record->format) > MAX_FORMAT_BYTES)
    return FALSE;

  g_free (draft->id);
  draft->id = g_strdup (record->document);
  draft->format = g_intern_string (record->format);
  draft->language = strcmp (record->language, "zh") == 0 ? "zh" : "en";
  draft->complete = record->complete;
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (record->has[part] && !rebuild_part (draft, part, &record->parts[part]))
      return FALSE;

  return cs_columns_read_request (record->request, draft->request) &&
         cs_columns_read_figures (record->figures, draft->figures) &&
         cs_columns_read_notes (record->notes, draft->notes);
}

CsDraft *
cs_draft_record_rebuild (const CsDraftRecord *record, const char *path)
{
  g_autoptr (CsDraft) draft = cs_draft_rebuild_begin (path);

  return rebuild (draft, record) ? cs_draft_rebuild_end (g_steal_pointer (&draft), NULL) : NULL;
}
