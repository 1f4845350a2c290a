#include "cs-output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_LINKS 40       /* from one to the next, as the kernel follows them */
#define MAX_NAME_BYTES 200 /* of a file, without what makes it another one than the last */

struct _CsOutput
{
  FILE *stream;    /* standard output or the file that grows; NULL for a folder */
  char *path;      /* of the file or folder, NULL for standard output */
  char *temporary; /* of the file that grows, until it is put in place */
  const char *suffix;
  GHashTable *used;  /* names of files in the folder */
  GPtrArray *inputs; /* char: paths of what is read */
  guint n_files;
};

static gboolean
set_errno_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("cannot write \"%s\": %s"), path,
               g_strerror (code));

  return FALSE;
}

static gboolean
open_folder (CsOutput *output, GError **error)
{
  output->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_mkdir_with_parents (output->path, 0700) != 0)
    return set_errno_error (error, output->path);

  return TRUE;
}

/* What @path leads to: a report put in the place of a link goes where the link points. */
static char *
dup_target (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS && g_file_test (target, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (link == NULL)
        break;
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link) :
                                           g_build_filename (folder, link, NULL);
    }

  return g_steal_pointer (&target);
}

/* A pipe or a device is written to and never replaced. */
static gboolean
open_special (CsOutput *output, GError **error)
{
  output->stream = g_fopen (output->path, "w");

  return output->stream != NULL || set_errno_error (error, output->path);
}

/* The file grows beside its place, so that renaming stays within one file system. */
static gboolean
open_file (CsOutput *output, GError **error)
{
  int descriptor;

  if (g_file_test (output->path, G_FILE_TEST_EXISTS) &&
      !g_file_test (output->path, G_FILE_TEST_IS_REGULAR))
    return open_special (output, error);

  output->temporary = g_strconcat (output->path, ".XXXXXX", NULL);
  descriptor = g_mkstemp_full (output->temporary, O_RDWR, 0600);
  if (descriptor < 0)
    {
      g_clear_pointer (&output->temporary, g_free);
      return set_errno_error (error, output->path);
    }
  output->stream = fdopen (descriptor, "w");

  return TRUE;
}

CsOutput *
cs_output_new (const char *path, const char *suffix, GError **error)
{
  g_autoptr (CsOutput) output = g_new0 (CsOutput, 1);
  gboolean opened;

  output->suffix = suffix;
  output->inputs = g_ptr_array_new_with_free_func (g_free);
  if (path == NULL)
    {
      output->stream = stdout;
      return g_steal_pointer (&output);
    }
  output->path = dup_target (path);

  if (g_str_has_suffix (path, G_DIR_SEPARATOR_S) || g_file_test (path, G_FILE_TEST_IS_DIR))
    opened = open_folder (output, error);
  else
    opened = open_file (output, error);

  return opened ? g_steal_pointer (&output) : NULL;
}

void
cs_output_free (CsOutput *output)
{
  if (output->stream != NULL && output->stream != stdout)
    fclose (output->stream);
  if (output->temporary != NULL)
    g_unlink (output->temporary);
  g_free (output->temporary);
  g_free (output->path);
  g_clear_pointer (&output->used, g_hash_table_unref);
  g_clear_pointer (&output->inputs, g_ptr_array_unref);
  g_free (output);
}

/* A name for the report on @input that no other report of this run has. */
static char *
dup_file_name (CsOutput *output, const char *input)
{
  g_autofree char *base =
      strcmp (input, "-") == 0 ? g_strdup ("stdin") : g_path_get_basename (input);
  char *name = g_strconcat (base, output->suffix, NULL);

  for (guint i = 2; g_hash_table_contains (output->used, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u%s", base, i, output->suffix);
    }
  g_hash_table_add (output->used, g_strdup (name));

  return name;
}

/* --- what must not be replaced --- */

void
cs_output_protect (CsOutput *output, const char *path)
{
  if (strcmp (path, "-") != 0)
    g_ptr_array_add (output->inputs, g_strdup (path));
}

static gboolean
is_same_file (const char *left, const char *right)
{
  GStatBuf a;
  GStatBuf b;

  return g_stat (left, &a) == 0 && g_stat (right, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

/* Whether @path is an input, or lies in a folder that is one. */
static gboolean
is_input (const CsOutput *output, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < output->inputs->len; i++)
    if (is_same_file (output->inputs->pdata[i], path) ||
        is_same_file (output->inputs->pdata[i], folder))
      return TRUE;

  return FALSE;
}

static gboolean
check_target (const CsOutput *output, const char *path, GError **error)
{
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS) || !is_input (output, path))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("\"%s\" is an input, and stays as it is; name another file"), path);

  return FALSE;
}

/* --- writing --- */

static gboolean
write_in_folder (CsOutput *output, const char *input, GBytes *bytes, GError **error)
{
  g_autofree char *name = dup_file_name (output, input);
  g_autofree char *path = g_build_filename (output->path, name, NULL);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return check_target (output, path, error) &&
         g_file_set_contents_full (path, data, n_bytes, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error);
}

static gboolean
write_to_stream (CsOutput *output, GBytes *bytes, GError **error)
{
  const char *name = output->path == NULL ? _ ("standard output") : output->path;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (fwrite (data, 1, n_bytes, output->stream) != n_bytes || fflush (output->stream) != 0)
    return set_errno_error (error, name);

  return TRUE;
}

gboolean
cs_output_write (CsOutput *output, const char *input, const GString *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);

  if (output->stream != NULL)
    return write_to_stream (output, bytes, error);

  return input == NULL || write_in_folder (output, input, bytes, error);
}

/* A number of an application may hold a slash. */
static char *
dup_harmless_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *at = valid; *at != '\0' && harmless->len < MAX_NAME_BYTES;
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '/' || c == '\\' || g_unichar_iscntrl (c))
        g_string_append_c (harmless, '_');
      else
        g_string_append_unichar (harmless, c);
    }
  if (harmless->len == 0 || harmless->str[0] == '.' || harmless->str[0] == '-')
    g_string_prepend_c (harmless, '_');

  return g_string_free (harmless, FALSE);
}

char *
cs_output_dup_name (const char *path, const char *id)
{
  g_autofree char *base = strcmp (path, "-") == 0 ? g_strdup ("stdin") : g_path_get_basename (path);
  const char *dot = strrchr (base, '.');

  if (*id != '\0' && strcmp (id, base) != 0 && strcmp (id, path) != 0)
    return g_strdup (id);

  return g_strndup (base, dot == NULL || dot == base ? strlen (base) : (gsize)(dot - base));
}

gboolean
cs_output_write_file (CsOutput *output, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *harmless = dup_harmless_name (name);

  if (output->stream == NULL)
    return write_in_folder (output, harmless, bytes, error);

  if (output->n_files++ > 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "%s",
                   _ ("there are several documents: name a folder for them, with a slash at its "
                      "end"));
      return FALSE;
    }

  return check_target (output, output->path, error) && write_to_stream (output, bytes, error);
}

gboolean
cs_output_finish (CsOutput *output, GError **error)
{
  FILE *stream = output->stream;

  if (stream == NULL || stream == stdout)
    return TRUE;

  output->stream = NULL;
  if (ferror (stream)) /* told when it happened; half a report takes nobody's place */
    {
      fclose (stream);
      return TRUE;
    }
  if (fclose (stream) != 0 ||
      (output->temporary != NULL && g_rename (output->temporary, output->path) != 0))
    return set_errno_error (error, output->path);
  g_clear_pointer (&output->temporary, g_free);

  return TRUE;
}
