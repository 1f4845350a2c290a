/* Writes what INPUT holds as packages of CNIPA, for judge-cnipa.py and for people to look at:
 * FOLDER/1.zip, FOLDER/2.zip ... Prints a line for each note and each package.
 * Usage: make-cnipa INPUT FOLDER */

#include <locale.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "../../src/formats/cs-reader.h"
#include "../../src/formats/cs-writer.h"

typedef struct
{
  const char *folder;
  guint n_packages;
} Output;

static GBytes *
load_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static void
print_notes (const GArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const CsWriteNote *note = &g_array_index (notes, CsWriteNote, i);
      g_autofree char *message = cs_write_note_dup_message (note);

      printf ("note\t%s\t%s\t%s %u\t%s\n", cs_write_grade_get_name (note->grade), note->code,
              cs_part_get_name (note->span.part), note->span.index, message);
    }
}

static void
write_package (Output *output, const CsWriteJob *job)
{
  g_autofree char *name = g_strdup_printf ("%u.zip", ++output->n_packages);
  g_autofree char *path = g_build_filename (output->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cs_writer_write (&cs_cnipa_writer, job, &error);
  gsize n_bytes;
  const char *data;

  if (bytes == NULL)
    {
      printf ("refused\t%s\n", error->message);
      return;
    }

  data = g_bytes_get_data (bytes, &n_bytes);
  if (g_file_set_contents_full (path, data, n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    printf ("package\t%s\n", path);
  else
    printf ("refused\t%s\n", error->message);
}

static gboolean
write_item (const CsReadItem *item, gpointer data)
{
  Output *output = data;
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  CsWriteJob job = { .draft = item->draft, .load_image = load_image, .image_data = (gpointer)item };

  if (item->draft == NULL)
    {
      printf ("unreadable\t%s\n", item->error->message);
      return TRUE;
    }

  notes = cs_writer_preview (&cs_cnipa_writer, &job, &error);
  if (notes == NULL)
    printf ("refused\t%s\n", error->message);
  else
    print_notes (notes);
  write_package (output, &job);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  Output output = { 0 };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3)
    return 2;

  output.folder = argv[2];
  if (g_mkdir_with_parents (argv[2], 0700) != 0 ||
      !cs_read (argv[1], &(CsReader){ write_item, &output }, NULL, &error))
    return 1;

  return 0;
}
