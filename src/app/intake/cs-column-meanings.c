#include "cs-column-meanings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* In the order of the drop-down. What tables say beside these can be kept, not chosen. */
static const struct
{
  const char *text;
  const char *label;
} meanings[] = {
  { "kept", N_ ("Kept as it is") },
  { "publication", N_ ("Publication number") },
  { "publication-date", N_ ("Publication date") },
  { "kind", N_ ("Kind code") },
  { "office", N_ ("Country or office") },
  { "grant", N_ ("Number of the grant") },
  { "grant-date", N_ ("Date of the grant") },
  { "application", N_ ("Application number") },
  { "application-date", N_ ("Filing date") },
  { "priority", N_ ("Priority number") },
  { "priority-date", N_ ("Priority date") },
  { "priority-date:earliest", N_ ("Earliest priority date") },
  { "pct-application", N_ ("International application") },
  { "division-of", N_ ("Divided from") },
  { "same-day", N_ ("Twin filed on the same day") },
  { "title", N_ ("Title") },
  { "title:zh", N_ ("Title in Chinese") },
  { "title:en", N_ ("Title in English") },
  { "abstract", N_ ("Abstract") },
  { "abstract:zh", N_ ("Abstract in Chinese") },
  { "abstract:en", N_ ("Abstract in English") },
  { "claims", N_ ("Claims") },
  { "claims:first", N_ ("First claim") },
  { "claims:independent", N_ ("Independent claims") },
  { "description", N_ ("Description") },
  { "applicant", N_ ("Applicant") },
  { "owner", N_ ("Owner") },
  { "inventor", N_ ("Inventor") },
  { "agent", N_ ("Agent") },
  { "class:ipc", N_ ("IPC") },
  { "class-first:ipc", N_ ("IPC, main class") },
  { "class:cpc", N_ ("CPC") },
  { "class-first:cpc", N_ ("CPC, main class") },
  { "family:docdb", N_ ("Simple family: members") },
  { "family-id:docdb", N_ ("Simple family: its number") },
  { "family:inpadoc", N_ ("Extended family: members") },
  { "family-id:inpadoc", N_ ("Extended family: its number") },
  { "family:source", N_ ("Family of the platform: members") },
  { "family-id:source", N_ ("Family of the platform: its number") },
  { "citation", N_ ("Patents cited") },
  { "cited-by", N_ ("Cited by") },
  { "literature", N_ ("Literature cited") },
  { "status", N_ ("Legal status") },
  { "status-date", N_ ("Date of the legal status") },
};

guint
cs_column_meanings_get_n (void)
{
  return G_N_ELEMENTS (meanings);
}

CsTableMeaning
cs_column_meanings_get (guint index)
{
  CsTableMeaning meaning = { CS_TABLE_KEPT, "" };

  if (index < G_N_ELEMENTS (meanings))
    cs_table_meaning_read (meanings[index].text, &meaning);

  return meaning;
}

const char *
cs_column_meanings_get_label (guint index)
{
  return index < G_N_ELEMENTS (meanings) ? _ (meanings[index].label) : "";
}

gboolean
cs_column_meanings_find (CsTableMeaning meaning, guint *index)
{
  g_autofree char *text = cs_table_meaning_dup_text (meaning);

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].text, text))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

char *
cs_column_meaning_dup_label (CsTableMeaning meaning)
{
  guint index;

  if (cs_column_meanings_find (meaning, &index))
    return g_strdup (cs_column_meanings_get_label (index));
  if (meaning.field == CS_TABLE_CLASS || meaning.field == CS_TABLE_CLASS_FIRST)
    /* Translators: symbols of a classification, its name behind */
    return g_strdup_printf (_ ("Class: %s"), meaning.qualifier);
  if (meaning.field == CS_TABLE_FAMILY || meaning.field == CS_TABLE_FAMILY_ID)
    /* Translators: a family, and who defines it */
    return g_strdup_printf (_ ("Family: %s"), meaning.qualifier);
  if (!cs_column_meanings_find ((CsTableMeaning){ meaning.field, "" }, &index))
    return cs_table_meaning_dup_text (meaning);

  /* Translators: what a column says, and more about it */
  return g_strdup_printf (_ ("%s (%s)"), cs_column_meanings_get_label (index), meaning.qualifier);
}
