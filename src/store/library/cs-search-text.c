#include "cs-search-text.h"

#include <glib/gi18n-lib.h>

void
cs_search_document_clear (CsSearchDocument *document)
{
  g_free (document->number);
  g_free (document->office);
  for (guint i = 0; i < CS_N_SEARCH_PARTS; i++)
    g_free (document->texts[i]);
}

static char *
dup_text (const CsStatement *statement, int column)
{
  char *text = cs_column_dup_text (statement, column);

  return text == NULL ? g_strdup ("") : text;
}

static gboolean
load_description (CsLibrary *library, gint64 id, CsSearchDocument *document, GError **error)
{
  CsStatement *row =
      cs_library_statement (library, "SELECT de FROM description WHERE id = ?1");

  cs_bind_int (row, 1, id);
  if (cs_statement_next (row))
    document->texts[CS_SEARCH_DESCRIPTION] = dup_text (row, 0);

  return cs_statement_reset (row, error);
}

gboolean
cs_search_document_load (CsLibrary *library,
                         gint64 id,
                         gboolean with_description,
                         CsSearchDocument *document,
                         GError **error)
{
  CsStatement *row = cs_library_statement (
      library, "SELECT d.printed, substr (d.key, 1, 2), t.ti, t.ab, t.cl "
               "FROM document d LEFT JOIN text t ON t.id = d.id WHERE d.id = ?1");

  document->id = id;
  cs_bind_int (row, 1, id);
  if (cs_statement_next (row))
    {
      document->number = dup_text (row, 0);
      document->office = dup_text (row, 1);
      for (guint part = CS_SEARCH_TITLE; part <= CS_SEARCH_CLAIMS; part++)
        document->texts[part] = dup_text (row, 2 + (int)part);
    }

  return cs_statement_reset (row, error) &&
         (!with_description || load_description (library, id, document, error));
}

char *
cs_search_document_dup_place (const CsSearchDocument *document, const CsSearchPassage *passage)
{
  g_autofree char *label = cs_search_passage_dup_label (passage);

  if (passage->part == CS_SEARCH_ABSTRACT)
    return g_strdup_printf (_ ("%s abstract"), document->office);
  if (passage->part == CS_SEARCH_CLAIMS && *label != '\0')
    return g_strdup_printf (_ ("%s cl. %s"), document->office, label);
  if (passage->part == CS_SEARCH_CLAIMS)
    return g_strdup_printf (_ ("%s claims"), document->office);
  if (*label != '\0')
    return g_strdup_printf ("%s %s", document->office, label);

  return g_strdup_printf (_ ("%s description"), document->office);
}
