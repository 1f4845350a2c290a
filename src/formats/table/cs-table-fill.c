#include <string.h>

#include "cs-table-reading.h"

#define MIN_NUMBER_DIGITS 6 /* of a document, against "yes" and "2" */

/* --- numbers --- */

static gboolean
is_itself (const CsTableDocument *document, const CsNumber *number)
{
  return (document->publication != NULL && cs_number_equal (document->publication, number)) ||
         (document->publication == NULL && cs_number_equal (document->application, number));
}

static void
fill_families (const CsTableReading *reading,
               CsRecordBuilder *builder,
               const CsTableDocument *document)
{
  for (guint i = 0; i < reading->groups->len; i++)
    {
      const CsTableGroup *group = &g_array_index (reading->groups, CsTableGroup, i);
      GPtrArray *others = g_ptr_array_new_full (group->members->len,
                                                (GDestroyNotify)cs_number_unref);

      for (guint k = 0; k < group->members->len; k++)
        if (!is_itself (document, group->members->pdata[k]))
          g_ptr_array_add (others, cs_number_ref (group->members->pdata[k]));
      cs_record_builder_take_family (builder, group->rule, group->id, others);
    }
}

/* A number that a column may hold, or only say "yes" for. */
static CsNumber *
read_plain_number (CsTableReading *reading, const char *text, CsNumberRole role)
{
  CsNumberInput input = { .text = text, .role = role };
  guint n_digits = 0;

  for (const char *at = text; *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at);

  return n_digits < MIN_NUMBER_DIGITS ? NULL : cs_table_reading_read_number (reading, &input);
}

static gboolean
fill_relation (CsTableReading *reading,
               CsRecordBuilder *builder,
               const CsTableDocument *document,
               CsRelationType type,
               const char *cell)
{
  g_autoptr (CsNumber) parent = read_plain_number (reading, cell, CS_NUMBER_APPLICATION);

  if (parent == NULL ||
      (document->application != NULL && cs_number_equal (document->application, parent)))
    return FALSE;

  cs_record_builder_take_relation (builder, type, g_steal_pointer (&parent));
  return TRUE;
}

static gboolean
fill_citations (CsTableReading *reading, CsRecordBuilder *builder, const char *cell)
{
  g_autoptr (GPtrArray) values = cs_table_value_split (cell, CS_VALUES_COMMA_BLANK);
  gboolean found = FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      CsNumber *number = read_plain_number (reading, values->pdata[i], CS_NUMBER_PUBLICATION);

      if (number == NULL)
        continue;
      cs_record_builder_add_citation (builder, &(CsCitation){ .number = number });
      found = TRUE;
    }

  return found;
}

/* Literature is full of semicolons. */
static void
fill_literature (CsRecordBuilder *builder, const char *cell)
{
  g_auto (GStrv) texts = g_strsplit (cell, ";;", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    if (*g_strstrip (texts[i]) != '\0')
      cs_record_builder_add_citation (builder, &(CsCitation){ .text = texts[i] });
}

/* --- people, classes, state --- */

static void
fill_people (CsRecordBuilder *builder, const CsTableColumn *column, const char *cell)
{
  static const CsPartyRole roles[] = { CS_PARTY_APPLICANT, CS_PARTY_OWNER, CS_PARTY_INVENTOR,
                                       CS_PARTY_AGENT };
  gboolean by_comma = strcmp (column->meaning.qualifier, "comma") == 0;
  g_autoptr (GPtrArray) names =
      cs_table_value_split (cell, by_comma ? CS_VALUES_COMMA : CS_VALUES_PLAIN);

  for (guint i = 0; i < names->len; i++)
    cs_record_builder_add_party (builder, roles[column->meaning.field - CS_TABLE_APPLICANT],
                                 names->pdata[i], NULL);
}

/* Orbit writes F04D-029/22. */
static char *
dup_symbol (const char *symbol)
{
  g_autofree char *copy = g_strdup (symbol);
  char *group = copy + 5;

  if (strlen (symbol) < 7 || symbol[4] != '-')
    return g_steal_pointer (&copy);
  while (*group == '0')
    group++;
  copy[4] = '\0';

  return g_strconcat (copy, group, NULL);
}

static void
fill_classes (CsRecordBuilder *builder, const CsTableColumn *column, const char *cell)
{
  g_autoptr (GPtrArray) symbols = cs_table_value_split (cell, CS_VALUES_COMMA);

  for (guint i = 0; i < symbols->len; i++)
    {
      g_autofree char *symbol = dup_symbol (symbols->pdata[i]);
      CsClass klass = { .scheme = column->meaning.qualifier,
                        .symbol = symbol,
                        .is_first = column->meaning.field == CS_TABLE_CLASS_FIRST };

      cs_record_builder_add_class (builder, &klass);
    }
}

/* The platform's word for a state is an event of its own kind, on no day unless it tells one. */
static void
fill_status (CsTableReading *reading,
             CsRecordBuilder *builder,
             const CsTableDocument *document,
             const char *cell)
{
  g_autoptr (GPtrArray) words = cs_table_value_split (cell, CS_VALUES_PLAIN);
  const char *day = cs_table_reading_find (reading, CS_TABLE_STATUS_DATE);
  const CsNumber *number =
      document->publication == NULL ? document->application : document->publication;
  const char *authority =
      number->country == NULL ? reading->office : number->country;

  for (guint i = 0; i < words->len; i++)
    if (*(const char *)words->pdata[i] != '\0')
      cs_record_builder_add_event (
          builder,
          &(CsLegalEvent){
              .authority = authority,
              .code = cs_table_alias_find_status (words->pdata[i]),
              .text = words->pdata[i],
              .date = cs_table_reading_read_date (reading, CS_TABLE_STATUS_DATE, day),
          });
}

/* --- words --- */

/* Claims stand apart by an empty line: "1. A pump. | 2. The pump of ...", or each on its line. */
static char *
dup_claims (const char *cell)
{
  GString *claims = g_string_new (NULL);

  for (const char *at = cell; *at != '\0'; at++)
    {
      const char *next = at + 1;

      if (g_str_has_prefix (at, " | "))
        {
          g_string_append (claims, "\n\n");
          at += strlen (" | ") - 1;
          continue;
        }
      if (*at == '\r')
        continue;
      g_string_append_c (claims, *at);
      if (*at != '\n' || !g_ascii_isdigit (*next) || g_str_has_suffix (claims->str, "\n\n"))
        continue;
      next += strspn (next, "0123456789");
      if (*next == '.' || g_str_has_prefix (next, "、") || g_str_has_prefix (next, "．"))
        g_string_append_c (claims, '\n');
    }

  return g_string_free (claims, FALSE);
}

/* Whether another column of the row has said the same words in that part. */
static gboolean
is_repeated (const CsTableReading *reading, guint index, const char *cell)
{
  guint number;
  CsTableField field = cs_table_reading_get_column (reading, index, &number)->meaning.field;

  for (guint i = 0; i < index; i++)
    {
      const CsTableColumn *other = cs_table_reading_get_column (reading, i, &number);
      const char *words = cs_table_reading_get_cell (reading, number);

      if (other->meaning.field == field && words != NULL && strcmp (words, cell) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
fill_text (CsTableReading *reading, CsRecordBuilder *builder, guint index, const char *cell)
{
  static const CsRecordPart parts[] = { CS_RECORD_TITLE, CS_RECORD_ABSTRACT, CS_RECORD_CLAIMS,
                                        CS_RECORD_DESCRIPTION };
  guint number;
  CsTableMeaning meaning = cs_table_reading_get_column (reading, index, &number)->meaning;
  const char *language = meaning.qualifier;
  g_autofree char *claims = NULL;

  if (is_repeated (reading, index, cell))
    return;
  if (strlen (language) != 2)
    language = cs_table_value_guess_language (cell, reading->office);
  if (meaning.field == CS_TABLE_CLAIMS)
    cell = claims = dup_claims (cell);
  cs_record_builder_add_text (builder, parts[meaning.field - CS_TABLE_TITLE], language, cell);
}

/* --- all of it --- */

/* What all publications of a family have in common. */
static gboolean
is_shared (CsTableField field)
{
  return field == CS_TABLE_TITLE || (field >= CS_TABLE_APPLICANT && field <= CS_TABLE_CLASS_FIRST);
}

/* Puts a cell in its place. Returns: whether it has one, and need not be kept beside */
static gboolean
fill_cell (CsTableReading *reading,
           CsRecordBuilder *builder,
           const CsTableDocument *document,
           guint index,
           const char *cell)
{
  guint number;
  const CsTableColumn *column = cs_table_reading_get_column (reading, index, &number);

  switch ((int)column->meaning.field)
    {
    case CS_TABLE_TITLE:
    case CS_TABLE_ABSTRACT:
    case CS_TABLE_CLAIMS:
    case CS_TABLE_DESCRIPTION:
      fill_text (reading, builder, index, cell);
      return TRUE;
    case CS_TABLE_APPLICANT:
    case CS_TABLE_OWNER:
    case CS_TABLE_INVENTOR:
    case CS_TABLE_AGENT:
      fill_people (builder, column, cell);
      return TRUE;
    case CS_TABLE_CLASS:
    case CS_TABLE_CLASS_FIRST:
      fill_classes (builder, column, cell);
      return TRUE;
    case CS_TABLE_CITATION:
      return fill_citations (reading, builder, cell);
    case CS_TABLE_LITERATURE:
      fill_literature (builder, cell);
      return TRUE;
    case CS_TABLE_PCT_APPLICATION:
      return fill_relation (reading, builder, document, CS_RELATION_NATIONAL_PHASE, cell);
    case CS_TABLE_DIVISION_OF:
      return fill_relation (reading, builder, document, CS_RELATION_DIVISION, cell);
    case CS_TABLE_SAME_DAY:
      return fill_relation (reading, builder, document, CS_RELATION_SAME_DAY, cell);
    case CS_TABLE_STATUS:
      fill_status (reading, builder, document, cell);
      return FALSE; /* the platform's words are kept too */
    default:
      return FALSE;
    }
}

void
cs_table_reading_fill (CsTableReading *reading,
                       CsRecordBuilder *builder,
                       const CsTableDocument *document,
                       gboolean is_first)
{
  guint ranks[CS_N_TABLE_FIELDS] = { 0 }; /* 1 more than that of the column that told */

  for (guint i = 0; i < reading->priorities->len; i++)
    cs_record_builder_take_priority (builder, cs_number_ref (reading->priorities->pdata[i]), -1,
                                     NULL);
  fill_families (reading, builder, document);

  for (guint i = 0; i < reading->order->len; i++)
    {
      guint number;
      const CsTableColumn *column = cs_table_reading_get_column (reading, i, &number);
      const char *cell = cs_table_reading_get_cell (reading, number);
      CsTableField field = column->meaning.field;
      guint rank = 1 + cs_table_meaning_get_rank (column->meaning);
      gboolean has_place;

      if (cell == NULL || reading->told[number] || (!is_first && !is_shared (field)))
        continue;

      has_place = (ranks[field] == 0 || ranks[field] == rank) &&
                  fill_cell (reading, builder, document, i, cell);
      if (has_place)
        ranks[field] = rank;
      else if (is_first)
        cs_record_builder_add_field (builder, column->name, cell);
    }
}
