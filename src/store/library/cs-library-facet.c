#include <string.h>

#include "cs-library-node.h"
#include "cs-library-numbers.h"

/* What a search counts and shows of a simple family, in one narrow row. */

typedef struct
{
  gint64 family;
  gint64 document; /* the representative */
  gboolean has_grant;
  guint earliest;
  guint latest;
  GArray *states; /* (element-type CsLegalState): of applications */
  GHashTable *offices;
  gint64 application; /* of the last row */
} Facet;

/* B1, B2; C, U, S and Y of China, E of reissues. */
gboolean
cs_library_is_grant (const char *key)
{
  const char *kind = key == NULL ? NULL : strrchr (key, '.');

  if (kind == NULL || kind[1] == '\0')
    return FALSE;
  if (g_str_has_prefix (key, "CN."))
    return strchr ("BCUSY", kind[1]) != NULL;
  return kind[1] == 'B' || (kind[1] == 'E' && g_str_has_prefix (key, "US."));
}

static guint
min_date (guint a, guint b)
{
  return a == 0 ? b : b == 0 ? a :
                               MIN (a, b);
}

static void
take_application (Facet *facet, const CsStatement *row)
{
  const char *key = cs_column_get_text (row, 5);
  const char *dot = key == NULL ? NULL : strchr (key, '.');
  CsLegalState state = MIN (cs_column_get_uint (row, 7), CS_N_LEGAL_STATES - 1);

  facet->application = cs_column_get_int (row, 4);
  facet->earliest = min_date (facet->earliest, (guint)cs_column_get_uint (row, 6));
  g_array_append_val (facet->states, state);
  if (dot != NULL)
    g_hash_table_add (facet->offices, g_strndup (key, dot - key));
}

static void
take_document (Facet *facet, const CsStatement *row)
{
  const char *key = cs_column_get_text (row, 1);
  const char *dot = key == NULL ? NULL : strchr (key, '.');
  guint date = (guint)cs_column_get_uint (row, 2);
  gboolean is_published = cs_column_get_int (row, 3) != 0;
  gboolean grant = is_published && cs_library_is_grant (key);

  if (facet->document == 0 || (grant && !facet->has_grant))
    facet->document = cs_column_get_int (row, 0);
  facet->has_grant |= grant;
  if (!is_published)
    return;
  facet->latest = MAX (facet->latest, date);
  if (dot != NULL) /* a publication of WIPO is of the office WO, whoever received it */
    g_hash_table_add (facet->offices, g_strndup (key, dot - key));
}

static gboolean
save_place (CsLibrary *library, gint64 document, gint64 family, GError **error)
{
  CsStatement *write = cs_library_statement (
      library, "INSERT INTO place (document, family) VALUES (?1, ?2) ON CONFLICT (document) "
               "DO UPDATE SET family = excluded.family WHERE family <> excluded.family");

  cs_bind_int (write, 1, document);
  cs_bind_int (write, 2, family);
  return cs_statement_run (write, error);
}

static gboolean
load_members (CsLibrary *library, Facet *facet, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT d.id, d.key, d.date, d.is_published, a.id, a.key, a.date, a.state "
               "FROM member AS m CROSS JOIN application AS a ON a.id = m.application "
               "CROSS JOIN document AS d ON d.application = a.id "
               "WHERE m.family = ?1 AND d.is_withdrawn = 0 ORDER BY a.id, d.id");

  cs_bind_int (list, 1, facet->family);
  while (cs_statement_next (list))
    {
      if (cs_column_get_int (list, 4) != facet->application)
        take_application (facet, list);
      take_document (facet, list);
      if (!save_place (library, cs_column_get_int (list, 0), facet->family, error))
        return FALSE;
    }
  return cs_statement_reset (list, error);
}

static gboolean
load_earliest (CsLibrary *library, Facet *facet, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT min (p.date) FROM member AS m CROSS JOIN document AS d "
               "ON d.application = m.application CROSS JOIN priority AS p ON p.document = d.id "
               "WHERE m.family = ?1 AND p.date > 0");

  cs_bind_int (find, 1, facet->family);
  if (cs_statement_next (find))
    facet->earliest = min_date (facet->earliest, (guint)cs_column_get_uint (find, 0));
  if (facet->earliest == 0)
    facet->earliest = facet->latest;
  return cs_statement_reset (find, error);
}

#define OF_FAMILY \
  "FROM member AS m CROSS JOIN document AS d ON d.application = m.application "

/* Those of the representative first. */
static const char applicants_of[] =
    "SELECT p.name " OF_FAMILY "CROSS JOIN party AS p ON p.document = d.id "
    "WHERE m.family = ?1 AND d.is_withdrawn = 0 AND p.role IN (0, 1) "
    "ORDER BY d.id <> ?2, d.id, p.role, p.source, p.n";

static const char subclasses_of[] =
    "SELECT substr (s.symbol, 1, 4) " OF_FAMILY "CROSS JOIN class AS c ON c.document = d.id "
    "CROSS JOIN symbol AS s ON s.id = c.symbol WHERE m.family = ?1 AND d.is_withdrawn = 0 "
    "AND s.scheme IN ('ipc', 'cpc') ORDER BY d.id <> ?2, d.id, c.flags & 1 = 0, c.source, c.n";

/* Returns: (transfer full): what the statement @sql finds, each value once, or NULL */
static char *
join_values (CsLibrary *library, const char *sql, const Facet *facet, GError **error)
{
  CsStatement *list = cs_library_statement (library, sql);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) joined = g_string_new (NULL);

  cs_bind_int (list, 1, facet->family);
  cs_bind_int (list, 2, facet->document);
  while (cs_statement_next (list))
    {
      const char *value = cs_column_get_text (list, 0);

      if (value != NULL && value[0] != '\0' && strchr (value, ' ') == NULL &&
          g_hash_table_add (known, g_strdup (value)))
        g_string_append_printf (joined, joined->len == 0 ? "%s" : " %s", value);
    }
  if (!cs_statement_reset (list, error))
    return NULL;
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
join_offices (GHashTable *offices)
{
  g_autoptr (GList) all = g_list_sort (g_hash_table_get_keys (offices), (GCompareFunc)strcmp);
  GString *joined = g_string_new (NULL);

  for (GList *at = all; at != NULL; at = at->next)
    g_string_append_printf (joined, joined->len == 0 ? "%s" : " %s", (const char *)at->data);
  return g_string_free (joined, FALSE);
}

static gboolean
save_facet (CsLibrary *library, const Facet *facet, GError **error)
{
  g_autofree char *offices = join_offices (facet->offices);
  g_autofree char *applicants = join_values (library, applicants_of, facet, error);
  g_autofree char *classes =
      applicants == NULL ? NULL : join_values (library, subclasses_of, facet, error);
  CsStatement *write = cs_library_statement (
      library, "INSERT INTO facet (family, earliest, latest, status, applicant, document, "
               "n_members, offices, applicants, classes) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
               "ON CONFLICT (family) DO UPDATE SET earliest = excluded.earliest, "
               "latest = excluded.latest, status = excluded.status, "
               "applicant = excluded.applicant, document = excluded.document, "
               "n_members = excluded.n_members, offices = excluded.offices, "
               "applicants = excluded.applicants, classes = excluded.classes");

  if (classes == NULL)
    return FALSE;
  cs_bind_int (write, 1, facet->family);
  cs_bind_int (write, 2, facet->earliest);
  cs_bind_int (write, 3, facet->latest);
  cs_bind_int (write, 4,
               cs_family_status_find ((const CsLegalState *)(gconstpointer)facet->states->data,
                                      facet->states->len));
  cs_bind_int (write, 5, g_ascii_strtoll (applicants, NULL, 10));
  cs_bind_int (write, 6, facet->document);
  cs_bind_int (write, 7, facet->states->len);
  cs_bind_text (write, 8, offices);
  cs_bind_text (write, 9, applicants);
  cs_bind_text (write, 10, classes);
  return cs_statement_run (write, error);
}

gboolean
cs_import_write_facet (CsLibrary *library, gint64 family, GError **error)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (CsLegalState));
  g_autoptr (GHashTable) offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Facet facet = { .family = family, .states = states, .offices = offices };

  if (!load_members (library, &facet, error))
    return FALSE;
  if (states->len == 0) /* it has ended */
    return TRUE;
  return load_earliest (library, &facet, error) && save_facet (library, &facet, error);
}
