#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-ole.h"

#define ENTRY_BYTES 128   /* of the directory; sectors begin at multiples of it */
#define MAX_NAME_BYTES 64 /* of an entry, UTF-16LE */
#define NAME_LENGTH_AT 64 /* where an entry tells how long its name is, two bytes */

typedef struct
{
  const char *stream;
  const char *advice;
} Kind;

static const Kind kinds[] = {
  { "EncryptedPackage",
    N_ ("is protected by a password: open it in Word or WPS and save it without one") },
  { "WordDocument", N_ ("is a Word 97-2003 document (.doc): open it in Word or WPS and save it as "
                        ".docx") },
  { "Workbook", N_ ("is an Excel workbook (.xls), which this version does not read") },
  { "PowerPoint Document", N_ ("is a presentation (.ppt), which this version does not read") },
};

/* Whether the entry of a directory at @entry is called @name. */
static gboolean
is_named (const char *entry, const char *name)
{
  gsize n_chars = strlen (name);
  gsize n_bytes = (guchar)entry[NAME_LENGTH_AT] | (gsize)(guchar)entry[NAME_LENGTH_AT + 1] << 8;

  if (n_bytes > MAX_NAME_BYTES || n_bytes != 2 * (n_chars + 1))
    return FALSE;
  for (gsize i = 0; i < n_chars; i++)
    if (entry[2 * i] != name[i] || entry[2 * i + 1] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
has_stream (const char *bytes, gsize n_bytes, const char *name)
{
  for (gsize at = 0; at + ENTRY_BYTES <= n_bytes; at += ENTRY_BYTES)
    if (is_named (bytes + at, name))
      return TRUE;

  return FALSE;
}

const char *
cs_ole_get_advice (const char *bytes, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has_stream (bytes, n_bytes, kinds[i].stream))
      return _ (kinds[i].advice);

  return _ ("is a file of an Office before 2007, which this version does not read");
}

gboolean
cs_ole_is_workbook (const char *bytes, gsize n_bytes)
{
  return has_stream (bytes, n_bytes, "Workbook") || has_stream (bytes, n_bytes, "Book");
}
