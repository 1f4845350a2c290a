#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-table-reading.h"

#define MAX_DOCUMENTS 500 /* of one row; each gives a record */

/* Cells that list as many values belong together one by one; a single one belongs to all, or,
 * when it can only be true of one, to the first. */
static const char *
get_paired (const GPtrArray *list, guint index, guint n_others, gboolean of_all)
{
  if (list->len == n_others)
    return list->pdata[index];

  return list->len == 1 && (of_all || index == 0) ? list->pdata[0] : "";
}

/* The same number once: exports repeat them. */
static gboolean
is_new (GHashTable *seen, const char *value)
{
  return *value != '\0' && g_hash_table_add (seen, (gpointer)value);
}

/* --- documents --- */

typedef struct
{
  GPtrArray *values;
  GPtrArray *dates;
  GPtrArray *kinds; /* (nullable) */
  CsNumberRole role;
  CsTableField date_field;
} Numbers;

static void
numbers_clear (Numbers *numbers)
{
  g_ptr_array_unref (numbers->values);
  g_ptr_array_unref (numbers->dates);
  if (numbers->kinds != NULL)
    g_ptr_array_unref (numbers->kinds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, numbers_clear)

static Numbers
list_numbers (CsTableReading *reading,
              CsTableField field,
              CsTableField date_field,
              CsNumberRole role)
{
  Numbers numbers = { .role = role, .date_field = date_field };

  numbers.values = cs_table_reading_list (reading, field);
  if (numbers.values->len == 0)
    numbers.dates = g_ptr_array_new ();
  else
    numbers.dates = cs_table_reading_list (reading, date_field);
  if (field == CS_TABLE_PUBLICATION)
    numbers.kinds = cs_table_reading_list (reading, CS_TABLE_KIND);

  return numbers;
}

static CsNumber *
read_number (CsTableReading *reading, const Numbers *numbers, guint index)
{
  guint n = numbers->values->len;
  const char *date = get_paired (numbers->dates, index, n, FALSE);
  CsNumberInput input = {
    .text = numbers->values->pdata[index],
    .country = reading->office,
    .kind = numbers->kinds == NULL ? "" : get_paired (numbers->kinds, index, n, TRUE),
    .role = numbers->role,
    .date = cs_table_reading_read_date (reading, numbers->date_field, date),
  };

  return *input.text == '\0' ? NULL : cs_table_reading_read_number (reading, &input);
}

static void
add_document (CsTableReading *reading, CsNumber *publication, CsNumber *application, gboolean grant)
{
  CsTableDocument document = { publication, application, grant };

  if (publication != NULL || application != NULL)
    g_array_append_val (reading->documents, document);
}

/* (nullable): the application of the publication at @index. */
static CsNumber *
read_application (CsTableReading *reading, const Numbers *applications, guint index, guint n)
{
  if (applications->values->len == n)
    return read_number (reading, applications, index);

  if (applications->values->len == 1 && index == 0)
    return read_number (reading, applications, 0);

  return NULL;
}

static void
add_publications (CsTableReading *reading, const Numbers *publications, const Numbers *applications)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = publications->values->len;

  if (n > MAX_DOCUMENTS)
    cs_table_reading_fail (reading, _ ("the row lists more than %d publications"), MAX_DOCUMENTS);
  for (guint i = 0; i < n && i < MAX_DOCUMENTS; i++)
    if (is_new (seen, publications->values->pdata[i]))
      add_document (reading, read_number (reading, publications, i),
                    read_application (reading, applications, i, n), FALSE);
}

/* A granted right beside its publication: of the same application. */
static void
add_grants (CsTableReading *reading, const Numbers *grants, const Numbers *applications)
{
  for (guint i = 0; i < grants->values->len && i < MAX_DOCUMENTS; i++)
    {
      g_autoptr (CsNumber) publication = read_number (reading, grants, i);
      CsTableDocument first = { 0 };
      CsNumber *application;

      if (reading->documents->len > 0)
        first = g_array_index (reading->documents, CsTableDocument, 0);
      if (publication == NULL ||
          (first.publication != NULL && cs_number_equal (first.publication, publication)))
        continue;

      application = first.application != NULL ?
                        cs_number_ref (first.application) :
                        read_application (reading, applications, i, grants->values->len);
      add_document (reading, g_steal_pointer (&publication), application, TRUE);
    }
}

static guint
count_documents (const CsTableReading *reading, gboolean with_application)
{
  guint n = 0;

  for (guint i = 0; i < reading->documents->len; i++)
    {
      const CsTableDocument *document = &g_array_index (reading->documents, CsTableDocument, i);

      if (with_application)
        n += document->application != NULL;
      else
        n += document->publication != NULL && !document->is_grant;
    }

  return n;
}

/* What could not be read, or belongs to nobody for sure, is kept as it is. */
static void
keep_unread (CsTableReading *reading, const Numbers *publications, const Numbers *applications)
{
  guint n_dates = publications->dates->len;

  if (count_documents (reading, FALSE) < publications->values->len)
    cs_table_reading_untell (reading, CS_TABLE_PUBLICATION);
  if (n_dates > 1 && n_dates != publications->values->len)
    cs_table_reading_untell (reading, CS_TABLE_PUBLICATION_DATE);
  if (count_documents (reading, TRUE) < applications->values->len)
    cs_table_reading_untell (reading, CS_TABLE_APPLICATION);
}

static gboolean
is_code (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* What a column says; else where the application was filed, unless that is an international one. */
static void
find_office (CsTableReading *reading, const Numbers *applications)
{
  const char *office = cs_table_reading_find (reading, CS_TABLE_OFFICE);
  g_autoptr (CsNumber) application = NULL;

  if (is_code (office))
    {
      reading->office = g_intern_string (office);
      return;
    }

  if (applications->values->len == 1)
    application = read_number (reading, applications, 0);
  if (application != NULL && application->country != NULL && is_code (application->country) &&
      strcmp (application->kind, "W") != 0)
    reading->office = g_intern_string (application->country);
}

static void
find_documents (CsTableReading *reading)
{
  g_auto (Numbers) publications = list_numbers (
      reading, CS_TABLE_PUBLICATION, CS_TABLE_PUBLICATION_DATE, CS_NUMBER_PUBLICATION);
  g_auto (Numbers) applications = list_numbers (
      reading, CS_TABLE_APPLICATION, CS_TABLE_APPLICATION_DATE, CS_NUMBER_APPLICATION);
  g_auto (Numbers) grants =
      list_numbers (reading, CS_TABLE_GRANT, CS_TABLE_GRANT_DATE, CS_NUMBER_PUBLICATION);

  find_office (reading, &applications);
  add_publications (reading, &publications, &applications);
  add_grants (reading, &grants, &applications);
  if (reading->documents->len == 0)
    for (guint i = 0; i < applications.values->len && i < MAX_DOCUMENTS; i++)
      add_document (reading, NULL, read_number (reading, &applications, i), FALSE);
  keep_unread (reading, &publications, &applications);
}

/* --- priorities --- */

static gboolean
read_day (const char *word, CsOfficeDate *date)
{
  return g_ascii_isdigit (*word) && strlen (word) >= strlen ("20071227") &&
         cs_table_value_read_date (word, CS_DAY_ORDER_UNKNOWN, date) && date->day > 0;
}

/* "US 61/012345 2007-12-27", "11/964,952 27.12.2007 US": what may stand behind the number goes to
 * @input. Returns the number. */
static char *
dup_number (CsNumberInput *input, const char *value)
{
  char *number = g_strdup (value);
  char *blank = strrchr (number, ' ');
  CsOfficeDate date;

  if (blank != NULL && is_code (blank + 1))
    {
      input->country = g_intern_string (blank + 1);
      *blank = '\0';
      blank = strrchr (g_strchomp (number), ' ');
    }
  if (blank != NULL && read_day (blank + 1, &date))
    {
      input->date = date;
      *blank = '\0';
      g_strchomp (number);
    }

  return number;
}

static GPtrArray *
dup_unique (const GPtrArray *values)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *unique = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < values->len; i++)
    if (is_new (seen, values->pdata[i]))
      g_ptr_array_add (unique, g_strdup (values->pdata[i]));

  return unique;
}

/* Returns: the day of filing of the row's own application, when it is @number; else unknown */
static CsOfficeDate
find_own_day (const CsTableReading *reading, const char *number)
{
  for (guint i = 0; i < reading->documents->len; i++)
    {
      const CsNumber *own = g_array_index (reading->documents, CsTableDocument, i).application;

      if (own != NULL && g_str_equal (own->raw, number))
        return own->date;
    }

  return (CsOfficeDate){ 0 };
}

/* What claims its own application often says so without a date, and a number of the USPTO cannot be
 * read without one. */
static void
add_priority (CsTableReading *reading, const char *value, const char *day)
{
  CsNumberInput input = { .role = CS_NUMBER_PRIORITY };
  g_autofree char *text = dup_number (&input, value);
  CsNumber *number;

  input.text = text;
  if (*day != '\0')
    input.date = cs_table_reading_read_date (reading, CS_TABLE_PRIORITY_DATE, day);
  if (!cs_office_date_is_known (input.date))
    input.date = find_own_day (reading, text);
  number = cs_table_reading_read_number (reading, &input);
  if (number != NULL)
    g_ptr_array_add (reading->priorities, number);
}

/* As many dates as numbers belong to them one by one, be that before or after what is repeated is
 * left out. */
static void
find_priorities (CsTableReading *reading)
{
  g_autoptr (GPtrArray) values = cs_table_reading_list (reading, CS_TABLE_PRIORITY);
  g_autoptr (GPtrArray) dates = cs_table_reading_list (reading, CS_TABLE_PRIORITY_DATE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (values->len != dates->len)
    {
      GPtrArray *unique = dup_unique (values);

      g_ptr_array_unref (values);
      values = unique;
    }
  for (guint i = 0; i < values->len; i++)
    if (is_new (seen, values->pdata[i]))
      add_priority (reading, values->pdata[i], values->len == dates->len ? dates->pdata[i] : "");

  if (values->len != dates->len)
    cs_table_reading_untell (reading, CS_TABLE_PRIORITY_DATE);
  if (reading->priorities->len == 0)
    cs_table_reading_untell (reading, CS_TABLE_PRIORITY);
}

/* --- families --- */

static CsTableGroup *
get_group (CsTableReading *reading, const char *rule)
{
  CsTableGroup group = { g_intern_string (rule), NULL, NULL };

  for (guint i = 0; i < reading->groups->len; i++)
    if (g_array_index (reading->groups, CsTableGroup, i).rule == group.rule)
      return &g_array_index (reading->groups, CsTableGroup, i);

  group.members = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  g_array_append_val (reading->groups, group);
  return &g_array_index (reading->groups, CsTableGroup, reading->groups->len - 1);
}

static void
add_members (CsTableReading *reading, CsTableGroup *group, const char *cell)
{
  g_autoptr (GPtrArray) values = cs_table_value_split (cell, CS_VALUES_COMMA_BLANK);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < values->len; i++)
    {
      CsNumberInput input = { .text = values->pdata[i], .role = CS_NUMBER_PUBLICATION };
      CsNumber *number =
          is_new (seen, input.text) ? cs_table_reading_read_number (reading, &input) : NULL;

      if (number != NULL)
        g_ptr_array_add (group->members, number);
    }
}

static void
find_given (CsTableReading *reading)
{
  for (guint i = 0; i < reading->order->len; i++)
    {
      guint number;
      const CsTableColumn *column = cs_table_reading_get_column (reading, i, &number);
      gboolean is_id = column->meaning.field == CS_TABLE_FAMILY_ID;
      const char *cell;
      CsTableGroup *group;

      if (!is_id && column->meaning.field != CS_TABLE_FAMILY)
        continue;
      cell = cs_table_reading_get_cell (reading, number);
      if (cell == NULL)
        continue;

      reading->told[number] = TRUE;
      group = get_group (reading, column->meaning.qualifier);
      if (!is_id)
        add_members (reading, group, cell);
      else if (group->id == NULL)
        group->id = g_strdup (cell);
    }
}

/* Several publications in one cell are a family, by the rule of the platform. */
static void
find_listed (CsTableReading *reading)
{
  guint n_listed = 0;
  CsTableGroup *group;

  for (guint i = 0; i < reading->documents->len; i++)
    n_listed += !g_array_index (reading->documents, CsTableDocument, i).is_grant;
  if (n_listed < 2)
    return;

  group = get_group (reading, reading->map->platform->family_rule);
  for (guint i = 0; i < reading->documents->len; i++)
    {
      const CsTableDocument *document = &g_array_index (reading->documents, CsTableDocument, i);
      CsNumber *member =
          document->publication == NULL ? document->application : document->publication;

      if (!document->is_grant)
        g_ptr_array_add (group->members, cs_number_ref (member));
    }
}

void
cs_table_reading_find_documents (CsTableReading *reading)
{
  find_documents (reading);
  find_priorities (reading);
  find_given (reading);
  find_listed (reading);
}
