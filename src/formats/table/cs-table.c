#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "../cs-content.h"
#include "../cs-zip.h"
#include "cs-table-private.h"

struct _CsTable
{
  const char *bytes;
  gsize n_bytes;
  CsTableBook *book; /* %NULL for text */
};

void
cs_table_free (CsTable *table)
{
  g_clear_pointer (&table->book, cs_table_book_free);
  g_free (table);
}

static const char *
get_advice (CsContent content)
{
  if (content == CS_CONTENT_OLE)
    return _ ("is an old Excel workbook (.xls), or a file under a password: open it in Excel or "
              "WPS and save it as XLSX or CSV, without a password");
  if (content == CS_CONTENT_XML)
    return _ ("is a web page or XML, maybe under the name of a table: open it in a spreadsheet "
              "program and save it as XLSX or CSV");
  if (content == CS_CONTENT_ZIP)
    return _ ("is a package without an Excel workbook (.xlsx) in it");

  return NULL;
}

static gboolean
check_content (CsContent content, gsize n_bytes, GError **error)
{
  const char *advice = get_advice (content);

  if (content == CS_CONTENT_EMPTY)
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("is empty"));
  else if (n_bytes > CS_MAX_FILE_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("is larger than %d MB"), CS_MAX_FILE_BYTES >> 20);
  else if (advice != NULL)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, "%s", advice);
  else if (content == CS_CONTENT_TEXT || content == CS_CONTENT_TABLE)
    return TRUE;
  else
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is %s, not a table"),
                  _ (cs_content_get_name (content)));

  return FALSE;
}

/* NULs make a text look like something else. */
static CsContent
guess_content (const char *bytes, gsize n_bytes)
{
  CsContent content = cs_content_guess (bytes, n_bytes);
  g_autoptr (GString) text = NULL;

  if (content != CS_CONTENT_BINARY)
    return content;

  text = g_string_new_len (bytes, MIN (n_bytes, 4096));
  g_string_replace (text, "\r", "\n", 0);
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\0')
      text->str[i] = ' ';
  return cs_content_guess (text->str, text->len);
}

CsTable *
cs_table_open (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (CsTable) table = g_new0 (CsTable, 1);
  CsContent content = guess_content (bytes, n_bytes);

  table->bytes = bytes;
  table->n_bytes = n_bytes;
  if (content == CS_CONTENT_ZIP && n_bytes <= CS_MAX_FILE_BYTES)
    {
      table->book = cs_table_book_open (bytes, n_bytes, error);
      return table->book == NULL ? NULL : g_steal_pointer (&table);
    }

  return check_content (content, n_bytes, error) ? g_steal_pointer (&table) : NULL;
}

gboolean
cs_table_is_workbook (const CsTable *table)
{
  return table->book != NULL;
}

guint
cs_table_get_n_views (const CsTable *table)
{
  if (table->book != NULL)
    return cs_table_book_get_n_sheets (table->book);

  return strlen (CS_TABLE_SEPARATORS);
}

const char *
cs_table_get_view_name (const CsTable *table, guint view)
{
  static const char *const names[] = { ",", ";", "\t" };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == sizeof CS_TABLE_SEPARATORS - 1);
  g_return_val_if_fail (view < cs_table_get_n_views (table), "");

  return table->book == NULL ? names[view] : cs_table_book_get_sheet_name (table->book, view);
}

gboolean
cs_table_read (CsTable *table,
               guint view,
               const CsTableSink *sink,
               GCancellable *cancellable,
               GError **error)
{
  g_return_val_if_fail (view < cs_table_get_n_views (table), FALSE);

  if (table->book != NULL)
    return cs_table_sheet_read (table->book, &(CsTableFile){ table->bytes, table->n_bytes }, view,
                                sink, cancellable, error);

  return cs_table_text_read (table->bytes, table->n_bytes, CS_TABLE_SEPARATORS[view], sink,
                             cancellable, error);
}
