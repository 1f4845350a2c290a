#include <string.h>

#include "cs-uspto-sheet.h"

#define MAX_FIELD_BYTES 2000 /* names of applicants are the longest fields */
#define IPC_GROUP_COLUMN 4
#define IPC_SUBGROUP_COLUMN 7

struct _CsUsptoSheet
{
  CsDraftBuilder *builder;
  CsXmlName record;             /* the element whose fields are being gathered, or CS_XML_OTHER */
  char *fields[CS_XML_N_NAMES]; /* of the record, by element */
  GString *value;               /* of the field that is open */
  gboolean in_value;
  gboolean is_inventor; /* an applicant of before 2013 is the inventor */
  gboolean is_divisional;
  gboolean is_pct;
  char *application_type; /* utility, design, plant, reissue */
  GStrvBuilder *applicants;
  GStrvBuilder *inventors;
  GStrvBuilder *assignees;
  GStrvBuilder *classes;
};

CsUsptoSheet *
cs_uspto_sheet_new (CsDraftBuilder *builder)
{
  CsUsptoSheet *sheet = g_new0 (CsUsptoSheet, 1);

  sheet->builder = builder;
  sheet->value = g_string_new (NULL);
  sheet->applicants = g_strv_builder_new ();
  sheet->inventors = g_strv_builder_new ();
  sheet->assignees = g_strv_builder_new ();
  sheet->classes = g_strv_builder_new ();

  return sheet;
}

static void
clear_fields (CsUsptoSheet *sheet)
{
  for (guint i = 0; i < CS_XML_N_NAMES; i++)
    g_clear_pointer (&sheet->fields[i], g_free);
}

void
cs_uspto_sheet_free (CsUsptoSheet *sheet)
{
  clear_fields (sheet);
  g_string_free (sheet->value, TRUE);
  g_free (sheet->application_type);
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
         name == CS_XML_US_RELATED_DOCUMENTS || name == CS_XML_PCT_OR_REGIONAL_FILING_DATA;
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

void
cs_uspto_sheet_start (CsUsptoSheet *sheet, const CsXmlElement *element)
{
  CsXmlName name = element->name;

  if (sheet->record != CS_XML_OTHER)
    {
      sheet->is_divisional |= name == CS_XML_DIVISION;
      sheet->in_value = is_field (name);
      g_string_truncate (sheet->value, 0);
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
cs_uspto_sheet_text (CsUsptoSheet *sheet, const char *text, gsize n_bytes)
{
  if (sheet->in_value && sheet->value->len < MAX_FIELD_BYTES)
    g_string_append_len (sheet->value, text, MIN (n_bytes, MAX_FIELD_BYTES));
}

/* The first value of a field counts: an applicant's country comes before that of the residence. */
static void
end_field (CsUsptoSheet *sheet, CsXmlName name)
{
  if (sheet->in_value && sheet->fields[name] == NULL)
    sheet->fields[name] = g_strstrip (g_utf8_make_valid (sheet->value->str, sheet->value->len));
  sheet->in_value = FALSE;
}

static const char *
get (const CsUsptoSheet *sheet, CsXmlName name)
{
  return sheet->fields[name] == NULL ? "" : sheet->fields[name];
}

static char *
dup_name (const CsUsptoSheet *sheet)
{
  const char *organisation = get (sheet, CS_XML_ORGNAME);
  g_autofree char *person = g_strdup_printf ("%s %s", get (sheet, CS_XML_FIRST_NAME),
                                             get (sheet, CS_XML_LAST_NAME));

  return g_strdup (*organisation != '\0' ? organisation : g_strstrip (person));
}

static void
add_party (CsUsptoSheet *sheet)
{
  g_autofree char *name = dup_name (sheet);

  if (*name == '\0')
    return;
  if (sheet->record == CS_XML_ASSIGNEE)
    g_strv_builder_add (sheet->assignees, name);
  else if (sheet->record == CS_XML_INVENTOR)
    g_strv_builder_add (sheet->inventors, name);
  else
    g_strv_builder_add (sheet->applicants, name);
  if (sheet->is_inventor)
    g_strv_builder_add (sheet->inventors, name);
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

/* "C11D 3/20", from five elements since 2006 and from one before. */
static void
add_class (CsUsptoSheet *sheet)
{
  g_autofree char *symbol = g_strdup_printf (
      "%s%s%s %s/%s", get (sheet, CS_XML_SECTION), get (sheet, CS_XML_CLASS),
      get (sheet, CS_XML_SUBCLASS), get (sheet, CS_XML_MAIN_GROUP), get (sheet, CS_XML_SUBGROUP));
  g_autofree char *whole = dup_fixed_columns (get (sheet, CS_XML_MAIN_CLASSIFICATION));

  if (sheet->fields[CS_XML_MAIN_GROUP] != NULL)
    g_strv_builder_add (sheet->classes, symbol);
  else if (*whole != '\0')
    g_strv_builder_add (sheet->classes, whole);
}

static void
add_priority (CsUsptoSheet *sheet)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);
  CsPriority priority = {
    .country = g_strdup (get (sheet, CS_XML_COUNTRY)),
    .number = g_strdup (get (sheet, CS_XML_DOC_NUMBER)),
    .date = g_strdup (get (sheet, CS_XML_DATE)),
  };

  g_array_append_val (request->priorities, priority);
}

static void
set_id (CsUsptoSheet *sheet)
{
  g_autofree char *id = g_strconcat (get (sheet, CS_XML_COUNTRY), get (sheet, CS_XML_DOC_NUMBER),
                                     get (sheet, CS_XML_KIND), NULL);

  if (*id != '\0')
    cs_draft_builder_set_id (sheet->builder, id);
}

static void
set_filing_date (CsUsptoSheet *sheet)
{
  CsRequest *request = cs_draft_builder_get_request (sheet->builder);

  if (request->filing_date == NULL && sheet->fields[CS_XML_DATE] != NULL)
    request->filing_date = g_strdup (sheet->fields[CS_XML_DATE]);
}

static void
end_record (CsUsptoSheet *sheet)
{
  if (sheet->record == CS_XML_PUBLICATION_REFERENCE)
    set_id (sheet);
  else if (sheet->record == CS_XML_APPLICATION_REFERENCE)
    set_filing_date (sheet);
  else if (sheet->record == CS_XML_PRIORITY_CLAIM)
    add_priority (sheet);
  else if (sheet->record == CS_XML_CLASSIFICATION_IPCR ||
           sheet->record == CS_XML_CLASSIFICATION_IPC)
    add_class (sheet);
  else if (sheet->record != CS_XML_US_RELATED_DOCUMENTS &&
           sheet->record != CS_XML_PCT_OR_REGIONAL_FILING_DATA)
    add_party (sheet);

  clear_fields (sheet);
  sheet->record = CS_XML_OTHER;
  sheet->is_inventor = FALSE;
}

void
cs_uspto_sheet_end (CsUsptoSheet *sheet, CsXmlName name)
{
  if (name == sheet->record && name != CS_XML_OTHER)
    end_record (sheet);
  else if (sheet->record != CS_XML_OTHER)
    end_field (sheet, name);
}

static CsRightType
right_type (const char *application_type)
{
  if (g_strcmp0 (application_type, "design") == 0)
    return CS_TYPE_DESIGN;
  if (g_strcmp0 (application_type, "plant") == 0)
    return CS_TYPE_PLANT;

  return CS_TYPE_INVENTION;
}

void
cs_uspto_sheet_finish (CsUsptoSheet *sheet)
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

  request->office = CS_OFFICE_US;
  request->type = right_type (sheet->application_type);
  if (sheet->is_divisional)
    request->route = CS_ROUTE_DIVISIONAL;
  else if (sheet->is_pct)
    request->route = CS_ROUTE_PCT_NATIONAL;
  else if (request->priorities->len > 0)
    request->route = CS_ROUTE_PARIS;
}
