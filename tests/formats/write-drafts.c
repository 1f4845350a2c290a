/* Writes drafts for the judges of files that this program writes:
 *
 *   write-drafts WRITER FOLDER [--layout OFFICE] [--count N] INPUT...
 *
 * Each document of the inputs becomes a file of FOLDER; for each, a line of JSON tells what the
 * draft holds, which the file must hold too. */

#include <stdio.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "../../src/formats/cs-reader.h"
#include "../../src/formats/cs-writer.h"

typedef struct
{
  const CsWriter *writer;
  const char *folder;
  CsOffice layout;
  guint n_left;
  guint n_written;
  gboolean failed;
} Task;

static GBytes *
load_image (const char *name, gpointer data)
{
  return cs_read_item_load_image (data, name);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

/* How many stretches of @style there are when those that touch are one, which is how Word sees
 * them; those of the title too. */
static guint
count_stretches (const CsDraft *draft, CsRunStyle style)
{
  guint n = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_runs = 0;
      const CsRun *runs = NULL;
      gsize end = G_MAXSIZE;

      if (draft->texts[part] != NULL)
        runs = cs_text_get_runs (draft->texts[part], &n_runs);
      for (guint i = 0; i < n_runs; i++)
        {
          if (runs[i].style != style)
            continue;
          n += end == G_MAXSIZE || runs[i].start > end;
          end = end == G_MAXSIZE ? runs[i].end : MAX (end, runs[i].end);
        }
    }

  return n;
}

static gboolean
has_picture (const CsReadItem *item, const char *name)
{
  g_autoptr (GBytes) bytes = name == NULL ? NULL : cs_read_item_load_image (item, name);

  return bytes != NULL;
}

static void
add_objects (JsonBuilder *json, const CsDraft *draft)
{
  static const char *const names[CS_N_OBJECT_KINDS] = { "images", "formulas", "tables",
                                                        "chemistry", "unknown", "footnotes" };
  guint counts[CS_N_OBJECT_KINDS] = { 0 };

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_objects = 0;
      const CsInlineObject *objects = NULL;

      if (draft->texts[part] != NULL)
        objects = cs_text_get_objects (draft->texts[part], &n_objects);
      for (guint i = 0; i < n_objects; i++)
        counts[objects[i].kind]++;
    }
  for (guint i = 0; i < CS_N_OBJECT_KINDS; i++)
    add_number (json, names[i], counts[i]);
}

/* Pictures of objects and figures that can be loaded: each stands in the file. */
static guint
count_pictures (const CsReadItem *item)
{
  const CsDraft *draft = item->draft;
  guint n = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_objects = 0;
      const CsInlineObject *objects = NULL;

      if (draft->texts[part] != NULL)
        objects = cs_text_get_objects (draft->texts[part], &n_objects);
      for (guint i = 0; i < n_objects; i++)
        n += has_picture (item, objects[i].preview);
    }
  for (guint i = 0; i < draft->figures->len; i++)
    n += has_picture (item, g_array_index (draft->figures, CsFigure, i).file);

  return n;
}

static const char *
get_kind (CsPart part, const CsUnit *unit)
{
  if (part == CS_PART_TITLE)
    return "title";
  if (unit->kind == CS_UNIT_HEADING)
    return "heading";

  return unit->kind == CS_UNIT_CLAIM ? "claim" : "paragraph";
}

static void
add_units (JsonBuilder *json, const CsDraft *draft)
{
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
      {
        const CsUnit *unit = cs_draft_get_unit (draft, part, i);
        gsize n_bytes;
        const char *text = cs_draft_get_unit_text (draft, part, i, &n_bytes);
        g_autofree char *copy = g_strndup (text, n_bytes);

        json_builder_begin_object (json);
        add_string (json, "part", cs_part_get_name (part));
        add_string (json, "kind", get_kind (part, unit));
        add_number (json, "number", unit->number);
        add_string (json, "text", copy);
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
}

static void
add_notes (JsonBuilder *json, const GArray *notes)
{
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    {
      const CsWriteNote *note = &g_array_index (notes, CsWriteNote, i);
      g_autofree char *message = cs_write_note_dup_message (note);

      json_builder_begin_object (json);
      add_string (json, "grade", cs_write_grade_get_name (note->grade));
      add_string (json, "code", note->code);
      add_string (json, "message", message);
      add_number (json, "places", note->n_places);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *line = json_to_string (root, FALSE);

  printf ("%s\n", line);
}

static void
tell (const CsReadItem *item, const char *file, const GArray *notes)
{
  const CsDraft *draft = item->draft;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "file", file);
  add_string (json, "source", draft->path);
  add_number (json, "index", draft->index);
  add_string (json, "language", draft->language);
  add_number (json, "figures", draft->figures->len);
  add_number (json, "pictures", count_pictures (item));
  add_number (json, "sub", count_stretches (draft, CS_RUN_SUB));
  add_number (json, "sup", count_stretches (draft, CS_RUN_SUP));
  add_objects (json, draft);
  add_units (json, draft);
  add_notes (json, notes);
  json_builder_end_object (json);
  print (json);
}

static gboolean
write_file (Task *task, const CsReadItem *item, GError **error)
{
  CsWriteJob job = { .draft = item->draft, .layout = task->layout };
  g_autofree char *file = NULL;
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GBytes) bytes = NULL;

  job.load_image = load_image;
  job.image_data = (gpointer)item;
  notes = cs_writer_preview (task->writer, &job, error);
  if (notes == NULL)
    return FALSE;
  bytes = cs_writer_write (task->writer, &job, error);
  if (bytes == NULL)
    return FALSE;

  file = g_strdup_printf ("%s/%03u.%s", task->folder, task->n_written++, task->writer->extension);
  if (!g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return FALSE;

  tell (item, file, notes);
  return TRUE;
}

static gboolean
take (const CsReadItem *item, gpointer data)
{
  Task *task = data;
  g_autoptr (GError) error = NULL;

  if (item->draft == NULL)
    return TRUE;
  if (!write_file (task, item, &error))
    {
      g_printerr ("%s: %s\n", item->path, error->message);
      task->failed = TRUE;
    }

  return --task->n_left > 0;
}

int
main (int argc, char *argv[])
{
  Task task = { .n_left = G_MAXUINT };
  g_autofree char *layout = NULL;
  int count = 0;
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout, "CN, US, EP or PCT", "OFFICE" },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, "of documents, at most", "N" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("WRITER FOLDER INPUT...");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc < 4 ||
      (task.writer = cs_writer_find (argv[1])) == NULL)
    return 2;

  task.folder = argv[2];
  task.layout = layout == NULL ? CS_OFFICE_UNKNOWN : cs_office_from_name (layout);
  task.n_left = count > 0 ? (guint)count : G_MAXUINT;
  for (int i = 3; i < argc && task.n_left > 0; i++)
    cs_read (argv[i], &(CsReader){ .func = take, .data = &task }, NULL, NULL);

  return task.failed ? 1 : 0;
}
