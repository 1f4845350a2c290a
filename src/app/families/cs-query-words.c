#include "cs-query-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *hint;
} words[CS_N_QUERY_FIELDS] = {
  [CS_QUERY_TEXT] = { N_ ("Title, abstract, claims"), "pump*" },
  [CS_QUERY_FULL_TEXT] = { N_ ("Full text"), "\"flexible diaphragm\"" },
  [CS_QUERY_TITLE] = { N_ ("Title"), "pump*" },
  [CS_QUERY_ABSTRACT] = { N_ ("Abstract"), "chamber valve" },
  [CS_QUERY_TITLE_ABSTRACT] = { N_ ("Title, abstract"), "隔膜" },
  [CS_QUERY_CLAIMS] = { N_ ("Claims"), "\"flexible diaphragm\"" },
  [CS_QUERY_DESCRIPTION] = { N_ ("Description"), "sensor NEAR/5 chamber" },
  [CS_QUERY_APPLICANT] = { N_ ("Applicant, owner"), "Beichuan" },
  [CS_QUERY_INVENTOR] = { N_ ("Inventor"), "Lin" },
  [CS_QUERY_CLASS] = { N_ ("Class, any scheme"), "F04B43/02" },
  [CS_QUERY_IPC] = { N_ ("IPC"), "F04B43" },
  [CS_QUERY_CPC] = { N_ ("CPC"), "H01M10/0525" },
  [CS_QUERY_NUMBER] = { N_ ("Any number"), "CN110000001A" },
  [CS_QUERY_PUBLICATION] = { N_ ("Publication number"), "EP3500000A1" },
  [CS_QUERY_APPLICATION] = { N_ ("Application number"), "201810000001.2" },
  [CS_QUERY_PRIORITY] = { N_ ("Priority number"), "CN201810000001" },
  [CS_QUERY_PUBLISHED] = { N_ ("Publication date"), "2018..2020" },
  [CS_QUERY_FILED] = { N_ ("Filing date"), "2019-06" },
  [CS_QUERY_EARLIEST] = { N_ ("Earliest priority"), "2018..2020" },
  [CS_QUERY_EXPIRY] = { N_ ("End of term"), "2027..2030, >=2027" },
  [CS_QUERY_STATUS] = { N_ ("Legal status"), "in-force, pending, lapsed, 有效" },
  [CS_QUERY_OFFICE] = { N_ ("Office"), "CN" },
  [CS_QUERY_FIRST_OFFICE] = { N_ ("Office of first filing"), "CN" },
  [CS_QUERY_FAMILY] = { N_ ("Family number"), "40799763" },
  [CS_QUERY_TAG] = { N_ ("Tag"), N_ ("core") },
};

const char *
cs_query_field_get_label (CsQueryField field)
{
  g_return_val_if_fail (field < CS_N_QUERY_FIELDS, NULL);

  return _ (words[field].label);
}

const char *
cs_query_field_get_hint (CsQueryField field)
{
  g_return_val_if_fail (field < CS_N_QUERY_FIELDS, NULL);

  return _ (words[field].hint);
}

/* --- rows --- */

/* What the language would take for more than words is put in quotes. */
static char *
protect (const char *typed)
{
  g_autofree char *value = g_strstrip (g_strdup (typed));
  const char *quote = strchr (value, '"');
  gboolean has_phrases = quote != NULL && strchr (quote + 1, '"') != NULL;

  if (strpbrk (value, "()=<>") != NULL || (quote != NULL && !has_phrases))
    return g_strdup_printf ("\"%s\"", g_strdelimit (value, "\"", ' '));
  if (strchr (value, ' ') != NULL && *value != '"')
    return g_strdup_printf ("(%s)", value);

  return g_steal_pointer (&value);
}

/* Whether a person wrote since or until when: ">=2027". */
static gboolean
is_compared (const CsQueryRow *row)
{
  const char *value = row->words + strspn (row->words, " \t\n");

  return cs_query_field_is_date (row->field) && (*value == '<' || *value == '>') &&
         strpbrk (value, "()\"") == NULL;
}

static char *
write_row (const CsQueryRow *row)
{
  const char *name = cs_query_field_get_name (row->field);
  g_autofree char *value = NULL;

  if (is_compared (row))
    {
      value = g_strstrip (g_strdup (row->words));
      return g_strconcat (name, value, NULL);
    }

  value = protect (row->words);

  return *name == '\0' ? g_steal_pointer (&value) : g_strconcat (name, "=", value, NULL);
}

static const char *
get_operator (CsQueryKind link)
{
  return link == CS_QUERY_OR ? " OR " : link == CS_QUERY_NOT ? " NOT " :
                                                               " AND ";
}

static gboolean
is_blank (const char *typed)
{
  return *typed == '\0' || strspn (typed, " \t\n") == strlen (typed);
}

char *
cs_query_rows_join (const CsQueryRow *rows, guint n_rows)
{
  g_autoptr (GString) query = g_string_new (NULL);
  guint n_written = 0;
  CsQueryKind before = CS_QUERY_AND;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *row = NULL;

      if (is_blank (rows[i].words))
        continue;

      row = write_row (&rows[i]);
      if (n_written > 1 && rows[i].link != before)
        {
          g_string_prepend_c (query, '(');
          g_string_append_c (query, ')');
        }
      if (n_written > 0)
        g_string_append (query, get_operator (rows[i].link));
      else if (rows[i].link == CS_QUERY_NOT)
        g_string_append (query, "NOT ");
      g_string_append (query, row);
      before = rows[i].link;
      n_written++;
    }

  return g_string_free (g_steal_pointer (&query), FALSE);
}
