#include "cs-retake.h"

#include <glib/gi18n-lib.h>

#include "../draft/cs-draft-compose.h"
#include "../draft/cs-draft-rebuild.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-picture-names.h"

/* An edited file becomes the text of its matter. */

/* --- a draft made of others --- */

/* What a draft is made of; nothing is owned. */
typedef struct
{
  const CsDraft *texts; /* whose texts, units and identities, name and filing sheet */
  const CsDraft *read;  /* whose format and reading notes */
  const GArray *figures;
  GHashTable *names; /* (nullable): how pictures are called */
} Ingredients;

static void
fill_part (CsDraft *draft, const Ingredients *from, CsPart part)
{
  const CsDraft *texts = from->texts;
  const GArray *units = texts->units[part];

  if (texts->texts[part] != NULL)
    draft->texts[part] = from->names == NULL ?
                             cs_text_ref (texts->texts[part]) :
                             cs_picture_names_give (from->names, texts->texts[part]);
  if (texts->ids[part] != NULL)
    draft->ids[part] = g_array_ref (texts->ids[part]);
  if (units->len > 0)
    g_array_append_vals (draft->units[part], units->data, units->len);
}

static void
fill_figures (CsDraft *draft, const Ingredients *from)
{
  for (guint i = 0; i < from->figures->len; i++)
    {
      CsFigure figure = cs_figure_copy (&g_array_index (from->figures, CsFigure, i));

      if (from->names != NULL)
        {
          char *file = g_strdup (cs_picture_names_get (from->names, figure.file));

          g_free (figure.file);
          figure.file = file;
        }
      g_array_append_val (draft->figures, figure);
    }
}

/* Whether @span is of words that @draft has. A part that the file has not may have fewer. */
static gboolean
has_words (const CsDraft *draft, const CsSpan *span)
{
  const char *text;
  gsize n_bytes;

  if (span->index >= cs_draft_get_n_units (draft, span->part))
    return FALSE;

  text = cs_draft_get_unit_text (draft, span->part, span->index, &n_bytes);

  return span->end <= n_bytes && (text[span->start] & 0xc0) != 0x80 &&
         (text[span->end] & 0xc0) != 0x80;
}

static void
fill_notes (CsDraft *draft, const Ingredients *from)
{
  for (guint i = 0; i < from->read->notes->len; i++)
    {
      CsReadNote note = g_array_index (from->read->notes, CsReadNote, i);

      note.detail = g_strdup (note.detail);
      if (!has_words (draft, &note.span))
        note.span = (CsSpan){ .part = note.span.part, .index = CS_NO_INDEX };
      g_array_append_val (draft->notes, note);
    }
}

static CsDraft *
make_draft (const Ingredients *from, GError **error)
{
  CsDraft *draft = cs_draft_rebuild_begin (from->texts->path);

  draft->index = from->texts->index;
  g_free (draft->id);
  draft->id = g_strdup (from->texts->id);
  draft->format = from->read->format;
  draft->language = from->texts->language;
  draft->complete = from->texts->complete;
  cs_request_free (draft->request);
  draft->request = cs_request_dup (from->texts->request);
  for (guint part = 0; part < CS_N_PARTS; part++)
    fill_part (draft, from, part);
  fill_figures (draft, from);
  fill_notes (draft, from);

  return cs_draft_rebuild_end (draft, error);
}

CsDraft *
cs_draft_rename_pictures (CsDraft *draft, GHashTable *names, GError **error)
{
  const Ingredients from = { draft, draft, draft->figures, names };

  return g_hash_table_size (names) == 0 ? cs_draft_ref (draft) : make_draft (&from, error);
}

/* --- as a value --- */

/* A part that the file has not stays; one that is the same stays what it was. */
static CsText *
choose_text (const CsDraft *now, const CsDraft *back, CsPart part)
{
  CsText *before = now->texts[part];
  CsText *after = back->texts[part];

  if (cs_draft_get_n_units (back, part) == 0)
    return before;

  return before != NULL && cs_text_equal (before, after) ? before : after;
}

CsDraft *
cs_draft_retake (CsDraft *now, CsDraft *back, GError **error)
{
  g_autoptr (CsDraft) editable = cs_draft_new_editable (back, error);
  g_autoptr (CsDraft) composed = NULL;
  CsText *texts[CS_N_PARTS];
  Ingredients from = { .read = editable };

  if (editable == NULL)
    return NULL;

  for (guint part = 0; part < CS_N_PARTS; part++)
    texts[part] = choose_text (now, editable, part);
  composed = cs_draft_compose (now, texts, NULL, error);
  if (composed == NULL)
    return NULL;

  from.texts = composed;
  from.figures = editable->figures->len > 0 ? editable->figures : now->figures;

  return make_draft (&from, error);
}

/* --- in the store --- */

/* The pictures of a file by the names they have in the store. */
typedef struct
{
  const CsRetake *retake;
  GHashTable *originals; /* name in the store -> name in the file */
} Pictures;

static GHashTable *
invert (GHashTable *names)
{
  GHashTable *originals = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gpointer other;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &other))
    g_hash_table_insert (originals, other, name);

  return originals;
}

static GBytes *
load_picture (const char *name, gpointer data)
{
  const Pictures *pictures = data;

  return pictures->retake->images (cs_picture_names_get (pictures->originals, name),
                                   pictures->retake->data);
}

/* The text until now stays as a version, whatever the clock says of automatic ones. */
static gboolean
keep_version (const CsDraftStore *store, const CsRetake *retake, gint64 draft, GError **error)
{
  g_autofree char *base = g_path_get_basename (retake->source);
  g_autofree char *source = g_utf8_make_valid (base, -1);
  /* Translators: a version of a draft, kept before the edited file took its place */
  g_autofree char *name = g_strdup_printf (_ ("before “%s”"), source);
  CsDraftRow version = { retake->matter, CS_KEPT_NAMED, name, cs_store_clock () };

  return cs_draft_rows_copy (store, draft, &version, error) != 0;
}

/* Returns: (transfer full): the text now, which becomes a version */
static CsDraft *
begin_retake (CsDraftStore *store, const CsRetake *retake, CsMatterInfo *info, GError **error)
{
  gint64 draft;

  if (!cs_draft_rows_find_now (store, retake->matter, &draft, error) ||
      !keep_version (store, retake, draft, error))
    return NULL;

  return cs_draft_rows_load (store, draft, info->name, error);
}

static gboolean
save_retaken (CsDraftStore *store, const CsRetake *retake, CsMatterSave *save, GError **error)
{
  g_autoptr (GHashTable) names = cs_picture_names_apart (store, retake);
  g_autoptr (GHashTable) originals = invert (names);
  Pictures pictures = { retake, originals };
  g_autoptr (CsDraft) back = cs_draft_rename_pictures (retake->draft, names, error);
  g_autoptr (CsDraft) retaken = back == NULL ? NULL : cs_draft_retake (save->draft, back, error);

  if (retaken == NULL)
    return FALSE;

  save->draft = retaken;
  if (retake->images != NULL)
    {
      save->images = load_picture;
      save->data = &pictures;
    }

  return cs_matter_rows_save (store, save, error);
}

gboolean
cs_draft_store_retake (CsDraftStore *store,
                       const CsRetake *retake,
                       guint64 *revision,
                       GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  g_autoptr (CsDraft) now = NULL;
  CsMatterSave save = { .id = retake->matter, .revision = retake->revision };

  if (!cs_transaction_begin (&write, store, error))
    return FALSE;
  info = cs_matter_rows_load (store, retake->matter, error);
  now = info == NULL ? NULL : begin_retake (store, retake, info, error);
  if (now == NULL)
    return FALSE;

  save.draft = now;
  save.offices = info->offices;
  if (!save_retaken (store, retake, &save, error) || !cs_transaction_commit (&write, error))
    return FALSE;

  *revision = retake->revision + 1;

  return TRUE;
}
