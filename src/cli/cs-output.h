#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CsOutput:
 *
 * Where the reports of a command go: standard output, one file, or one file for each document in a
 * folder. Files are private (0600) and come into being whole: an earlier one is replaced at the end
 * or not at all. Thread: one.
 */
typedef struct _CsOutput CsOutput;

/**
 * cs_output_new:
 * @path: (nullable): a file, or a folder (there already, or named with a slash at its end); %NULL
 *   for standard output
 * @suffix: (transfer none): of the files in a folder, ".json"
 * @error: as GIO reports
 *
 * Returns: (transfer full): the output, or %NULL
 */
CsOutput *cs_output_new (const char *path,
                         const char *suffix,
                         GError **error);

/** cs_output_free: frees @output and all it holds */
void cs_output_free (CsOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOutput, cs_output_free)

/**
 * cs_output_write:
 * @output: an output
 * @input: the input the report is about, which names its file in a folder; %NULL for what belongs
 * to none, which is left out there
 * @text: a report
 * @error: as GIO reports
 *
 * Returns: whether it was written
 */
gboolean cs_output_write (CsOutput *output,
                          const char *input,
                          const GString *text,
                          GError **error);

/**
 * cs_output_protect:
 * @output: an output
 * @path: a file that is read, or a folder that is read as a batch
 *
 * From now on nothing is put in the place of @path or of a file in it.
 */
void cs_output_protect (CsOutput *output,
                        const char *path);

/**
 * cs_output_write_file:
 * @output: an output
 * @name: base name of the file in a folder, without the suffix; what cannot be in a name is
 *   replaced, and a name that was used gets a number
 * @bytes: a file
 * @error: as GIO reports; %G_IO_ERROR_EXISTS when it would replace what is protected, or a second
 *   one would follow in a file that is not a folder
 *
 * As cs_output_write(), for files that stand alone.
 *
 * Returns: whether it was written
 */
gboolean cs_output_write_file (CsOutput *output,
                               const char *name,
                               GBytes *bytes,
                               GError **error);

/** cs_output_dup_name: @path: an input; @id: number of a document in it. Returns: (transfer full):
 * what a file that is made of it is called: its number, or the name of the input without its ending
 * when it has none but that name */
char *cs_output_dup_name (const char *path,
                          const char *id);

/** cs_output_finish: puts the file in its place; nothing may follow. Returns: whether that worked
 */
gboolean cs_output_finish (CsOutput *output,
                           GError **error);

G_END_DECLS
