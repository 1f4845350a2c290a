#include <string.h>

#include "cs-xml-sheet.h"

#define MAX_FIELD_BYTES 2000 /* names of applicants are the longest fields */
#define IPC_GROUP_COLUMN 4
#define IPC_SUBGROUP_COLUMN 7
#define IPC_SYMBOL_COLUMNS 15 /* of ST.8; version, level and source follow */

struct _CsXmlSheet
{
  CsDraftBuilder *builder;
  CsOffice office;
  CsXmlName record;             /* the element whose fields are being gathered, or CS_XML_OTHER */
  char *fields[CS_XML_N_NAMES]; /* of the record, by element */
  GString *value;               /* of the field that is open */
  CsXmlName field;              /* that is open, or CS_XML_OTHER */
  gboolean is_inventor;         /* an applicant of before 2013 is the inventor */
  gboolean is_divisional;
  gboolean is_pct;
  char *application_type; /* utility, design, plant, reissue */
  char *kind;             /* kind code of the publication */
  GStrvBuilder *applicants;
  GStrvBuilder *inventors;
  GStrvBuilder *assignees;
  GStrvBuilder *classes;
};

CsXmlSheet *
cs_xml_sheet_new (CsDraftBuilder *builder, CsOffice office)
{
  CsXmlSheet *sheet = g_new0 (CsXmlSheet, 1);

  sheet->builder = builder;
  sheet->office = office;
  sheet->value = g_string_new (NULL);
  sheet->applicants = g_strv_builder_new ();
  sheet->inventors = g_strv_builder_new ();
  sheet->assignees = g_strv_builder_new ();
  sheet->classes = g_strv_builder_new ();

  return sheet;
}

void
cs_xml_sheet_set_root (CsXmlSheet *sheet, const char *country, const char *kind)
{
  if (sheet->office == CS_OFFICE_UNKNOWN && country != NULL)
    sheet->office =
        strcmp (country, "WO") == 0 ? CS_OFFICE_PCT : cs_office_from_name (country);
  if (sheet->kind == NULL)
    sheet->kind = g_strdup (kind);
}

static void
clear_fields (CsXmlSheet *sheet)
{
  for (guint i = 0; i < CS_XML_N_NAMES; i++)
    g_clear_pointer (&sheet->fields[i], g_free);
}

void
cs_xml_sheet_free (CsXmlSheet *sheet)
{
  clear_fields (sheet);
  g_string_free (sheet->value, TRUE);
  g_free (sheet->application_type);
  g_free (sheet->kind);
  g_strv_builder_unref (sheet->applicants);
  g_strv_builder_unref (sheet->inventors);
  g_strv_builder_unref (sheet->assignees);
  g_strv_builder_unref (sheet->classes);
  g_free (sheet);
}

static gboolean
is_record (CsXmlName name)
{
  return name == CS_XML_PUBLICATION_REFERENCE || name == CS_XML_APPLICATION_REFERENCE ||
         name == CS_XML_PRIORITY_CLAIM || name == CS_XML_CLASSIFICATION_IPCR ||
         name == CS_XML_CLASSIFICATION_IPC || name == CS_XML_APPLICANT ||
         name == CS_XML_US_APPLICANT || name == CS_XML_INVENTOR || name == CS_XML_ASSIGNEE ||
         name == CS_XML_AGENT ||
         name == CS_XML_US_RELATED_DOCUMENTS || name == CS_XML_PCT_OR_REGIONAL_FILING_DATA;
}

static gboolean
is_class (CsXmlName record)
{
  return record == CS_XML_CLASSIFICATION_IPCR || record == CS_XML_CLASSIFICATION_IPC;
}

static gboolean
is_field (CsXmlName name)
{
  return name == CS_XML_COUNTRY || name == CS_XML_DOC_NUMBER || name == CS_XML_KIND ||
         name == CS_XML_DATE || name == CS_XML_LAST_NAME || name == CS_XML_FIRST_NAME ||
         name == CS_XML_ORGNAME || name == CS_XML_SECTION || name == CS_XML_CLASS ||
         name == CS_XML_SUBCLASS || name == CS_XML_MAIN_GROUP || name == CS_XML_SUBGROUP ||
         name == CS_XML_MAIN_CLASSIFICATION || name == CS_XML_FURTHER_CLASSIFICATION;
}

static const char *
get (const CsXmlSheet *sheet, CsXmlName name)
{
  return sheet->fields[name] == NULL ? "" : sheet->fields[name];
}

static void
add_priority (CsXmlSheet *sheet)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);
  CsPriorityClaim priority = {
    .country = g_strdup (get (sheet, CS_XML_COUNTRY)),
    .number = g_strdup (get (sheet, CS_XML_DOC_NUMBER)),
    .date = g_strdup (get (sheet, CS_XML_DATE)),
  };

  g_array_append_val (request->priorities, priority);
}

/* In ST.32 all priorities are one record: the next one begins with its number. */
static void
begin_field (CsXmlSheet *sheet, CsXmlName name)
{
  if (sheet->record == CS_XML_PRIORITY_CLAIM && name == CS_XML_DOC_NUMBER &&
      sheet->fields[name] != NULL)
    {
      add_priority (sheet);
      clear_fields (sheet);
    }
  sheet->field = name;
  g_string_truncate (sheet->value, 0);
}

void
cs_xml_sheet_start (CsXmlSheet *sheet, const CsXmlElement *element)
{
  CsXmlName name = element->name;

  if (sheet->record != CS_XML_OTHER)
    {
      sheet->is_divisional |= name == CS_XML_DIVISION;
      if (is_field (name))
        begin_field (sheet, name);
      return;
    }
  if (!is_record (name))
    return;

  sheet->record = name;
  sheet->is_inventor = cs_xml_element_is (element, "app-type", "applicant-inventor");
  sheet->is_pct |= name == CS_XML_PCT_OR_REGIONAL_FILING_DATA;
  if (name == CS_XML_APPLICATION_REFERENCE && sheet->application_type == NULL)
    sheet->application_type = cs_xml_element_dup (element, "appl-type");
}

void
cs_xml_sheet_text (CsXmlSheet *sheet, const char *text, gsize n_bytes)
{
  if (sheet->field != CS_XML_OTHER && sheet->value->len < MAX_FIELD_BYTES)
    g_string_append_len (sheet->value, text, MIN (n_bytes, MAX_FIELD_BYTES));
}

/* Until 2006 a symbol has fixed columns: "F01L  134" is F01L 1/34. */
static char *
dup_fixed_columns (const char *symbol)
{
  g_autofree char *group = NULL;

  if (strlen (symbol) <= IPC_SUBGROUP_COLUMN || strchr (symbol, '/') != NULL)
    return g_strdup (symbol);

  group = g_strndup (symbol + IPC_GROUP_COLUMN, IPC_SUBGROUP_COLUMN - IPC_GROUP_COLUMN);
  return g_strdup_printf ("%.*s %s/%s", IPC_GROUP_COLUMN, symbol, g_strstrip (group),
                          symbol + IPC_SUBGROUP_COLUMN);
}

/* "7C 07C  31/34   A" and "A61K  31/5383      20060101ALI20050425BHEP" are written as "C07C 31/34"
 * and "A61K 31/5383": the subclass without the edition before it, one space, group and subgroup. */
static char *
dup_symbol (const char *printed)
{
  g_autofree char *whole = g_strndup (printed, IPC_SYMBOL_COLUMNS);
  const char *at = whole;
  GString *symbol = g_string_new (NULL);

  if (g_ascii_isdigit (at[0]) && g_ascii_isalpha (at[1]))
    at++;
  for (; *at != '\0' && symbol->len < IPC_GROUP_COLUMN; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (symbol, *at);
  while (g_ascii_isspace (*at))
    at++;
  if (*at != '\0')
    g_string_append_c (symbol, ' ');
  while (at[0] == '0' && g_ascii_isdigit (at[1])) /* "C12N001/20" */
    at++;
  for (; *at != '\0' && !g_ascii_isspace (*at); at++)
    g_string_append_c (symbol, *at);

  return g_string_free (symbol, FALSE);
}

/* A class that is written as one text. */
static void
add_symbol (CsXmlSheet *sheet, const char *printed)
{
  g_autofree char *whole = NULL;
  g_autofree char *symbol = NULL;

  if (*printed == '\0' || !g_str_is_ascii (printed) || !is_class (sheet->record))
    return;

  whole = dup_fixed_columns (printed);
  symbol = dup_symbol (whole);
  g_strv_builder_add (sheet->classes, symbol);
}

/* The first value of a field counts: an applicant's country comes before that of the residence. */
static void
end_field (CsXmlSheet *sheet, CsXmlName name)
{
  g_autofree char *value = NULL;

  if (name == CS_XML_OTHER || name != sheet->field)
    return;

  sheet->field = CS_XML_OTHER;
  value = g_strstrip (g_utf8_make_valid (sheet->value->str, sheet->value->len));
  if (name == CS_XML_MAIN_CLASSIFICATION || name == CS_XML_FURTHER_CLASSIFICATION)
    add_symbol (sheet, value);
  else if (sheet->fields[name] == NULL)
    sheet->fields[name] = g_steal_pointer (&value);
}

static char *
dup_name (const CsXmlSheet *sheet)
{
  const char *organisation = get (sheet, CS_XML_ORGNAME);
  g_autofree char *person = g_strdup_printf ("%s %s", get (sheet, CS_XML_FIRST_NAME),
                                             get (sheet, CS_XML_LAST_NAME));

  return g_strdup (*organisation != '\0' ? organisation : g_strstrip (person));
}

static void
set_agency (CsXmlSheet *sheet, const char *name)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);

  if (request->agency == NULL)
    request->agency = g_strdup (name);
}

static void
add_party (CsXmlSheet *sheet)
{
  g_autofree char *name = dup_name (sheet);

  if (*name == '\0')
    return;
  if (sheet->record == CS_XML_AGENT)
    set_agency (sheet, name);
  else if (sheet->record == CS_XML_ASSIGNEE)
    g_strv_builder_add (sheet->assignees, name);
  else if (sheet->record == CS_XML_INVENTOR)
    g_strv_builder_add (sheet->inventors, name);
  else
    g_strv_builder_add (sheet->applicants, name);
  if (sheet->is_inventor)
    g_strv_builder_add (sheet->inventors, name);
}

/* "C11D 3/20", of the five elements there are since 2006. */
static void
add_class (CsXmlSheet *sheet)
{
  g_autofree char *symbol = g_strdup_printf (
      "%s%s%s %s/%s", get (sheet, CS_XML_SECTION), get (sheet, CS_XML_CLASS),
      get (sheet, CS_XML_SUBCLASS), get (sheet, CS_XML_MAIN_GROUP), get (sheet, CS_XML_SUBGROUP));

  if (sheet->fields[CS_XML_MAIN_GROUP] != NULL)
    g_strv_builder_add (sheet->classes, symbol);
}

static void
set_id (CsXmlSheet *sheet)
{
  const char *country = sheet->fields[CS_XML_COUNTRY];
  g_autofree char *id = g_strconcat (
      country == NULL ? cs_office_get_name (sheet->office) : country,
      get (sheet, CS_XML_DOC_NUMBER), get (sheet, CS_XML_KIND), NULL);

  if (sheet->fields[CS_XML_DOC_NUMBER] != NULL)
    cs_draft_builder_set_id (sheet->builder, id);
  cs_xml_sheet_set_root (sheet, country, sheet->fields[CS_XML_KIND]);
}

static void
set_filing_date (CsXmlSheet *sheet)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);

  if (request->filing_date == NULL && sheet->fields[CS_XML_DATE] != NULL)
    request->filing_date = g_strdup (sheet->fields[CS_XML_DATE]);
}

static void
end_record (CsXmlSheet *sheet)
{
  if (sheet->record == CS_XML_PUBLICATION_REFERENCE)
    set_id (sheet);
  else if (sheet->record == CS_XML_APPLICATION_REFERENCE)
    set_filing_date (sheet);
  else if (sheet->record == CS_XML_PRIORITY_CLAIM)
    add_priority (sheet);
  else if (is_class (sheet->record))
    add_class (sheet);
  else if (sheet->record != CS_XML_US_RELATED_DOCUMENTS &&
           sheet->record != CS_XML_PCT_OR_REGIONAL_FILING_DATA)
    add_party (sheet);

  clear_fields (sheet);
  sheet->record = CS_XML_OTHER;
  sheet->is_inventor = FALSE;
}

void
cs_xml_sheet_end (CsXmlSheet *sheet, CsXmlName name)
{
  if (name == sheet->record && name != CS_XML_OTHER)
    end_record (sheet);
  else if (sheet->record != CS_XML_OTHER)
    end_field (sheet, name);
}

/* By the type of the application, where it is told, else by the kind code. Source: ST.16. */
static CsRightType
right_type (const CsXmlSheet *sheet)
{
  const char *type = sheet->application_type;
  char kind = sheet->kind == NULL ? '\0' : sheet->kind[0];

  if (g_strcmp0 (type, "design") == 0 || kind == 'S')
    return CS_TYPE_DESIGN;
  if (g_strcmp0 (type, "plant") == 0 || (kind == 'P' && sheet->office == CS_OFFICE_US))
    return CS_TYPE_PLANT;
  if (sheet->office == CS_OFFICE_CN && (kind == 'U' || kind == 'Y'))
    return CS_TYPE_UTILITY_MODEL;

  return CS_TYPE_INVENTION;
}

void
cs_xml_sheet_finish (CsXmlSheet *sheet)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);
  g_auto (GStrv) assignees = g_strv_builder_end (sheet->assignees);

  g_strfreev (request->applicants);
  request->applicants = g_strv_builder_end (sheet->applicants);
  g_strfreev (request->inventors);
  request->inventors = g_strv_builder_end (sheet->inventors);
  g_strfreev (request->classes);
  request->classes = g_strv_builder_end (sheet->classes);
  if (request->applicants[0] == NULL)
    {
      g_strfreev (request->applicants);
      request->applicants = g_steal_pointer (&assignees);
    }

  request->office = sheet->office;
  request->type = right_type (sheet);
  if (sheet->is_divisional)
    request->route = CS_ROUTE_DIVISIONAL;
  else if (sheet->is_pct)
    request->route = CS_ROUTE_PCT_NATIONAL;
  else if (request->priorities->len > 0)
    request->route = CS_ROUTE_PARIS;
}
