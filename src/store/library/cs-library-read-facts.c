#include "cs-library-file.h"

/* Parties, classes, fields and citations, as sources tell them. */

void
cs_library_fact_free (CsLibraryFact *fact)
{
  g_free (fact->source);
  g_free (fact->group);
  g_free (fact->value);
  g_free (fact->note);
  g_free (fact);
}

static char *
dup_column (const CsStatement *row, int column)
{
  char *text = cs_column_dup_text (row, column);

  return text == NULL ? g_strdup ("") : text;
}

static const char *
get_role_name (guint64 role)
{
  static const char *const names[CS_N_PARTY_ROLES] = { "applicant", "owner", "inventor", "agent",
                                                       "examiner" };

  return names[MIN (role, CS_N_PARTY_ROLES - 1)];
}

static const char *
get_class_note (guint64 flags)
{
  return (flags & 1) != 0 ? "first" : (flags & 2) != 0 ? "additional" :
                                                         "";
}

/* By CsLibraryFactKind. Source, group, value, note, number, which is a role or flags. */
static const struct
{
  const char *sql;
} lists_of_facts[] = {
  { "SELECT s.name, '', n.name, p.country, p.role FROM party AS p "
    "CROSS JOIN name AS n ON n.id = p.name CROSS JOIN source AS s ON s.id = p.source "
    "WHERE p.document = ?1 ORDER BY p.source, p.role, p.n" },
  { "SELECT s.name, y.scheme, y.symbol, '', c.flags FROM class AS c "
    "CROSS JOIN symbol AS y ON y.id = c.symbol CROSS JOIN source AS s ON s.id = c.source "
    "WHERE c.document = ?1 ORDER BY c.source, c.n" },
  { "SELECT s.name, f.name, f.value, '', 0 FROM field AS f "
    "CROSS JOIN source AS s ON s.id = f.source WHERE f.document = ?1 ORDER BY f.source, f.n" },
};

static gboolean
load_facts (CsLibrary *library,
            CsLibraryFactKind kind,
            gint64 document,
            GPtrArray *facts,
            GError **error)
{
  CsStatement *list = cs_library_statement (library, lists_of_facts[kind].sql);

  cs_bind_int (list, 1, document);
  while (cs_statement_next (list))
    {
      CsLibraryFact *fact = g_new0 (CsLibraryFact, 1);
      guint64 number = cs_column_get_uint (list, 4);

      fact->kind = kind;
      fact->source = dup_column (list, 0);
      fact->group =
          kind == CS_FACT_PARTY ? g_strdup (get_role_name (number)) : dup_column (list, 1);
      fact->value = dup_column (list, 2);
      fact->note = kind == CS_FACT_CLASS ? g_strdup (get_class_note (number)) :
                                           dup_column (list, 3);
      g_ptr_array_add (facts, fact);
    }
  return cs_statement_reset (list, error);
}

GPtrArray *
cs_library_load_facts (CsLibrary *library, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_fact_free);

  for (guint kind = 0; kind < G_N_ELEMENTS (lists_of_facts); kind++)
    if (!load_facts (library, kind, document, facts, error))
      return NULL;
  return g_steal_pointer (&facts);
}

/* --- citations --- */

void
cs_library_citation_free (CsLibraryCitation *citation)
{
  g_free (citation->number);
  g_free (citation->text);
  g_free (citation->category);
  g_free (citation->phase);
  g_free (citation->source);
  g_free (citation);
}

/* The other side's family, this side's document, number, text, category, phase, source. A document
 * that is cited by several members, or told by several sources, is listed once. */
static const char list_backward[] =
    "SELECT coalesce (min (p.family), 0), c.document, c.printed, c.text, max (c.category), "
    "max (c.phase), s.name FROM member AS m "
    "CROSS JOIN document AS d ON d.application = m.application "
    "CROSS JOIN citation AS c ON c.document = d.id CROSS JOIN source AS s ON s.id = c.source "
    "LEFT JOIN number AS n ON n.stem = c.stem AND n.role = 0 "
    "LEFT JOIN place AS p ON p.document = n.target WHERE m.family = ?1 "
    "GROUP BY coalesce (c.stem, c.text) ORDER BY c.stem IS NULL, min (c.document), min (c.n)";

static const char list_forward[] =
    "SELECT p.family, d.id, o.printed, '', max (c.category), max (c.phase), s.name "
    "FROM member AS m CROSS JOIN document AS d ON d.application = m.application "
    "CROSS JOIN number AS n ON n.target = d.id AND n.role = 0 "
    "CROSS JOIN citation AS c ON c.stem = n.stem "
    "CROSS JOIN source AS s ON s.id = c.source CROSS JOIN document AS o ON o.id = c.document "
    "CROSS JOIN place AS p ON p.document = o.id WHERE m.family = ?1 AND p.family <> ?1 "
    "GROUP BY o.id ORDER BY o.id";

static gboolean
add_title (CsLibrary *library, CsLibraryCitation *citation, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT substr (t.ti, 1, coalesce (nullif (instr (t.ti, char (10)), 0) - 1, "
               "length (t.ti))) FROM facet AS f CROSS JOIN text AS t ON t.id = f.document "
               "WHERE f.family = ?1");

  if (citation->family == 0)
    return TRUE;
  cs_bind_int (find, 1, citation->family);
  if (cs_statement_next (find))
    {
      g_free (citation->text);
      citation->text = dup_column (find, 0);
    }
  return cs_statement_reset (find, error);
}

GPtrArray *
cs_library_list_citations (CsLibrary *library, gint64 family, gboolean backward, GError **error)
{
  g_autoptr (GPtrArray) citations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_library_citation_free);
  CsStatement *list = cs_library_statement (library, backward ? list_backward : list_forward);

  cs_bind_int (list, 1, family);
  while (cs_statement_next (list))
    {
      CsLibraryCitation *citation = g_new0 (CsLibraryCitation, 1);

      citation->family = cs_column_get_int (list, 0);
      citation->document = cs_column_get_int (list, 1);
      citation->number = dup_column (list, 2);
      citation->text = dup_column (list, 3);
      citation->category = dup_column (list, 4);
      citation->phase = dup_column (list, 5);
      citation->source = dup_column (list, 6);
      g_ptr_array_add (citations, citation);
    }
  if (!cs_statement_reset (list, error))
    return NULL;
  for (guint i = 0; i < citations->len; i++)
    if (!add_title (library, g_ptr_array_index (citations, i), error))
      return NULL;
  return g_steal_pointer (&citations);
}
