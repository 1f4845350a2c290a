#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "cs-table-private.h"
#include "cs-table-strings.h"

#define MAIN_PART "xl/workbook.xml"
#define MAX_SHEETS 256
#define MAX_STYLES 65536

typedef struct
{
  char *name;
  char *relation; /* by which the workbook speaks of it */
  char *path;
} Sheet;

struct _CsTableBook
{
  CsTableFile file;
  GPtrArray *sheets; /* of Sheet */
  CsTableStrings strings;
  GHashTable *date_formats; /* numbers of formats that the workbook has of its own */
  GArray *date_styles;      /* gboolean for each style of cells */
  gboolean is_1904;
};

typedef struct
{
  CsXml *xml;
  CsTableBook *book;
  char *strings_path;
  gboolean in_styles; /* of cells, rather than of names for styles */
} Reading;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->path);
  g_free (sheet);
}

void
cs_table_book_free (CsTableBook *book)
{
  g_ptr_array_unref (book->sheets);
  cs_table_strings_clear (&book->strings);
  g_hash_table_unref (book->date_formats);
  g_array_unref (book->date_styles);
  g_free (book);
}

static gboolean
read_with (Reading *reading, const char *path, const CsXmlHandler *handler, GError **error)
{
  cs_xml_begin (reading->xml, 1, handler, reading);
  return cs_table_part_read_optional (&reading->book->file, path, reading->xml, error);
}

/* --- the workbook --- */

static void
add_sheet (CsTableBook *book, const CsXmlElement *element)
{
  Sheet *sheet;

  if (book->sheets->len == MAX_SHEETS)
    return;

  sheet = g_new0 (Sheet, 1);
  g_ptr_array_add (book->sheets, sheet);
  sheet->name = cs_xml_element_dup (element, "name");
  sheet->relation = cs_xml_element_dup (element, "id");
  sheet->path = g_strdup_printf ("xl/worksheets/sheet%u.xml", book->sheets->len);
  if (sheet->name == NULL)
    sheet->name = g_strdup ("");
}

static void
on_book_start (gpointer data, const CsXmlElement *element)
{
  CsTableBook *book = ((Reading *)data)->book;

  if (strcmp (element->tag, "sheet") == 0)
    add_sheet (book, element);
  else if (strcmp (element->tag, "workbookPr") == 0)
    book->is_1904 = cs_xml_element_is (element, "date1904", "1") ||
                    cs_xml_element_is (element, "date1904", "true");
}

static const CsXmlHandler book_handler = {
  .start = on_book_start,
  .end = cs_table_part_ignore_end,
  .text = cs_table_part_ignore_text,
  .unknown_entity = cs_table_part_ignore_entity,
};

/* --- where its parts are --- */

/* A target is relative to the folder of the workbook, or begins with a slash. Nothing is opened but
 * entries of the package, so one that leads elsewhere leads nowhere. */
static char *
dup_path (const char *target)
{
  return target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
on_relation (gpointer data, const CsXmlElement *element)
{
  Reading *reading = data;
  g_autofree char *id = cs_xml_element_dup (element, "Id");
  g_autofree char *type = cs_xml_element_dup (element, "Type");
  g_autofree char *target = cs_xml_element_dup (element, "Target");

  if (id == NULL || type == NULL || target == NULL)
    return;
  if (g_str_has_suffix (type, "/sharedStrings"))
    {
      g_free (reading->strings_path);
      reading->strings_path = dup_path (target);
    }

  for (guint i = 0; i < reading->book->sheets->len; i++)
    {
      Sheet *sheet = reading->book->sheets->pdata[i];

      if (g_strcmp0 (sheet->relation, id) != 0)
        continue;
      g_free (sheet->path);
      sheet->path = dup_path (target);
    }
}

static const CsXmlHandler relation_handler = {
  .start = on_relation,
  .end = cs_table_part_ignore_end,
  .text = cs_table_part_ignore_text,
  .unknown_entity = cs_table_part_ignore_entity,
};

/* --- which numbers are dates --- */

/* Of the formats that every spreadsheet program knows; 27 to 36 and 50 to 58 are those of East
 * Asia. Source: ISO/IEC 29500-1:2016, 18.8.30. */
static gboolean
is_known_date_format (guint64 format)
{
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
         format == 36 || (format >= 50 && format <= 58);
}

/* Whether a year or a day is in a format, outside of what is quoted, escaped or in brackets. */
static gboolean
is_date_format (const char *code)
{
  for (const char *at = code; *at != '\0'; at++)
    {
      const char *end = at;

      if (*at == '"')
        end = strchr (at + 1, '"');
      else if (*at == '[')
        end = strchr (at, ']');
      else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
        end = at + 1;
      else if (strchr ("yYdD", *at) != NULL)
        return TRUE;
      if (end == NULL)
        return FALSE;
      at = end;
    }

  return FALSE;
}

static guint64
get_number (const CsXmlElement *element, const char *name)
{
  return cs_xml_element_get_number (element, name);
}

static void
add_style (CsTableBook *book, const CsXmlElement *element)
{
  guint64 format = get_number (element, "numFmtId");
  gboolean is_date = is_known_date_format (format) ||
                     g_hash_table_contains (book->date_formats, GSIZE_TO_POINTER (format));

  if (book->date_styles->len < MAX_STYLES)
    g_array_append_val (book->date_styles, is_date);
}

static void
on_style_start (gpointer data, const CsXmlElement *element)
{
  Reading *reading = data;
  CsTableBook *book = reading->book;
  g_autofree char *code = NULL;

  if (strcmp (element->tag, "cellXfs") == 0)
    reading->in_styles = TRUE;
  else if (strcmp (element->tag, "xf") == 0 && reading->in_styles)
    add_style (book, element);
  else if (strcmp (element->tag, "numFmt") == 0)
    {
      code = cs_xml_element_dup (element, "formatCode");
      if (code != NULL && is_date_format (code) &&
          g_hash_table_size (book->date_formats) < MAX_STYLES)
        g_hash_table_add (book->date_formats, GSIZE_TO_POINTER (get_number (element, "numFmtId")));
    }
}

static void
on_style_end (gpointer data, const CsXmlElement *element)
{
  Reading *reading = data;

  if (strcmp (element->tag, "cellXfs") == 0)
    reading->in_styles = FALSE;
}

static const CsXmlHandler style_handler = {
  .start = on_style_start,
  .end = on_style_end,
  .text = cs_table_part_ignore_text,
  .unknown_entity = cs_table_part_ignore_entity,
};

/* --- opening --- */

static gboolean
read_parts (Reading *reading, GError **error)
{
  CsTableBook *book = reading->book;

  if (!read_with (reading, MAIN_PART, &book_handler, error) ||
      !read_with (reading, "xl/_rels/workbook.xml.rels", &relation_handler, error) ||
      !read_with (reading, "xl/styles.xml", &style_handler, error))
    return FALSE;
  if (book->sheets->len == 0)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("is a package without an Excel workbook (.xlsx) in it"));
      return FALSE;
    }
  if (reading->strings_path == NULL)
    reading->strings_path = g_strdup ("xl/sharedStrings.xml");

  return cs_table_strings_read (&book->strings, &book->file,
                                reading->strings_path, error);
}

CsTableBook *
cs_table_book_open (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (CsTableBook) book = g_new0 (CsTableBook, 1);
  g_autoptr (CsXml) xml = cs_xml_new ();
  Reading reading = { .xml = xml, .book = book };
  gboolean is_read;

  book->file = (CsTableFile){ bytes, n_bytes };
  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->date_formats = g_hash_table_new (NULL, NULL);
  book->date_styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  cs_table_strings_init (&book->strings);

  is_read = read_parts (&reading, error);
  g_free (reading.strings_path);
  return is_read ? g_steal_pointer (&book) : NULL;
}

guint
cs_table_book_get_n_sheets (const CsTableBook *book)
{
  return book->sheets->len;
}

const char *
cs_table_book_get_sheet_name (const CsTableBook *book, guint sheet)
{
  return ((const Sheet *)book->sheets->pdata[sheet])->name;
}

const char *
cs_table_book_get_sheet_path (const CsTableBook *book, guint sheet)
{
  return ((const Sheet *)book->sheets->pdata[sheet])->path;
}

const char *
cs_table_book_get_string (const CsTableBook *book, guint64 number)
{
  return cs_table_strings_get (&book->strings, number);
}

gboolean
cs_table_book_is_date (const CsTableBook *book, guint64 style)
{
  return style < book->date_styles->len && g_array_index (book->date_styles, gboolean, style);
}

gboolean
cs_table_book_is_1904 (const CsTableBook *book)
{
  return book->is_1904;
}
