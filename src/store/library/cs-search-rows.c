#include <string.h>

#include "cs-search-run.h"
#include "cs-search-text.h"

#define SNIPPET_BYTES 240

/* --- rows --- */

static char *
dup_text (const CsStatement *statement, int column)
{
  char *text = cs_column_dup_text (statement, column);

  return text == NULL ? g_strdup ("") : text;
}

void
cs_hit_row_free (CsHitRow *row)
{
  if (row == NULL)
    return;

  g_free (row->number);
  g_free (row->title);
  g_free (row->title_spans);
  g_free (row->snippet);
  g_free (row->snippet_spans);
  g_free (row->place);
  g_free (row->applicant);
  g_free (row->offices);
  g_free (row);
}

static CsHitSpan *
take_spans (GArray *spans, guint *n_spans)
{
  *n_spans = spans->len;

  return (CsHitSpan *)(gpointer)g_array_free (spans, FALSE);
}

/* The wording of the title in which most is found, or the first. */
static void
set_title (CsHitRow *row, const CsSearchMarks *marks, const char *titles)
{
  CsSearchPassage best = { CS_SEARCH_TITLE };
  GArray *spans;

  cs_search_find_passage (marks, CS_SEARCH_TITLE, titles, &best);
  if (best.marks == NULL)
    {
      best.text = titles;
      best.n_bytes = strcspn (titles, "\f");
      best.marks = g_array_new (FALSE, FALSE, sizeof (CsSearchMark));
    }
  while (best.n_bytes > 0 && g_ascii_isspace (best.text[best.n_bytes - 1]))
    best.n_bytes--;

  g_free (row->title);
  g_free (row->title_spans);
  row->title = cs_search_passage_dup_line (&best, G_MAXUINT32, &spans);
  row->title_spans = take_spans (spans, &row->n_title_spans);
  cs_search_passage_clear (&best);
}

static void
set_snippet (CsHitRow *row, const CsSearchMarks *marks, const CsSearchDocument *document)
{
  CsSearchPassage best = { 0 };
  GArray *spans;

  for (CsSearchPart part = CS_SEARCH_ABSTRACT; part < CS_N_SEARCH_PARTS; part++)
    if (document->texts[part] != NULL)
      cs_search_find_passage (marks, part, document->texts[part], &best);
  if (best.marks == NULL)
    {
      row->snippet = g_strdup ("");
      row->place = g_strdup ("");
      return;
    }

  row->snippet = cs_search_passage_dup_line (&best, SNIPPET_BYTES, &spans);
  row->snippet_spans = take_spans (spans, &row->n_snippet_spans);
  row->place = cs_search_document_dup_place (document, &best);
  cs_search_passage_clear (&best);
}

/* Returns: whether it could be read; @representative is 0 when the family is gone. */
static gboolean
load_family (CsLibrary *library, CsHitRow *row, gint64 *representative, GError **error)
{
  CsStatement *facts = cs_library_statement (
      library, "SELECT f.earliest, f.status, f.n_members, f.offices, n.name, f.document "
               "FROM facet f LEFT JOIN name n ON n.id = f.applicant WHERE f.family = ?1");

  *representative = 0;
  cs_bind_int (facts, 1, row->family);
  if (cs_statement_next (facts))
    {
      row->earliest = cs_office_date_from_key ((guint)cs_column_get_uint (facts, 0));
      row->status = MIN (cs_column_get_uint (facts, 1), CS_N_FAMILY_STATUSES - 1);
      row->n_members = (guint)cs_column_get_uint (facts, 2);
      *representative = cs_column_get_int (facts, 5);
    }
  row->offices = *representative == 0 ? g_strdup ("") : dup_text (facts, 3);
  row->applicant = *representative == 0 ? g_strdup ("") : dup_text (facts, 4);

  return cs_statement_reset (facts, error);
}

/* What has no title of its own has that of the representative. */
static gboolean
borrow_title (CsLibrary *library,
              CsHitRow *row,
              const CsSearchMarks *marks,
              gint64 representative,
              GError **error)
{
  g_auto (CsSearchDocument) document = { 0 };

  if (row->title[0] != '\0' || representative == row->document)
    return TRUE;
  if (!cs_search_document_load (library, representative, FALSE, &document, error))
    return FALSE;
  if (document.texts[CS_SEARCH_TITLE] != NULL)
    set_title (row, marks, document.texts[CS_SEARCH_TITLE]);

  return TRUE;
}

static gboolean
load_row (CsLibrary *library, const CsSearchMarks *marks, CsHitRow *row, GError **error)
{
  g_auto (CsSearchDocument) document = { 0 };
  gboolean with_description = cs_search_marks_want (marks, CS_SEARCH_DESCRIPTION);
  gint64 representative;

  if (!load_family (library, row, &representative, error) ||
      !cs_search_document_load (library, row->document, with_description, &document, error))
    return FALSE;

  row->number = document.number == NULL ? g_strdup ("") : g_strdup (document.number);
  set_title (row, marks,
             document.texts[CS_SEARCH_TITLE] == NULL ? "" : document.texts[CS_SEARCH_TITLE]);
  set_snippet (row, marks, &document);

  return borrow_title (library, row, marks, representative, error);
}

GPtrArray *
cs_searcher_load_rows (CsSearcher *searcher,
                       const CsHits *hits,
                       guint first,
                       guint n_rows,
                       GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_hit_row_free);
  g_autoptr (CsSearchMarks) marks = cs_search_marks_new (hits->query);
  g_auto (CsTransaction) reading = { 0 };

  if (!cs_transaction_begin_read (&reading, searcher->library->file, error))
    return NULL;

  for (guint i = first; i < hits->n_families && i - first < n_rows; i++)
    {
      CsHitRow *row = g_new0 (CsHitRow, 1);

      g_ptr_array_add (rows, row);
      row->family = hits->families[i];
      row->document = hits->documents[i];
      if (!load_row (searcher->library, marks, row, error))
        {
          cs_library_forget_statements (searcher->library);
          return NULL;
        }
    }

  return g_steal_pointer (&rows);
}
