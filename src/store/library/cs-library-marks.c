#include "../cs-library-marks.h"

#include <string.h>

#include "cs-library-file.h"

/* What the user says of families. */

CsFamilyMarks *
cs_family_marks_new (void)
{
  CsFamilyMarks *marks = g_new0 (CsFamilyMarks, 1);

  marks->note = g_strdup ("");
  marks->tags = g_new0 (char *, 1);
  marks->pools = g_new0 (char *, 1);
  return marks;
}

void
cs_family_marks_free (CsFamilyMarks *marks)
{
  g_free (marks->note);
  g_strfreev (marks->tags);
  g_strfreev (marks->pools);
  g_free (marks);
}

/* --- reading --- */

static gboolean
load_note (CsLibrary *library, gint64 family, CsFamilyMarks *marks, GError **error)
{
  CsStatement *find =
      cs_library_statement (library, "SELECT note, rating FROM mark WHERE family = ?1");

  cs_bind_int (find, 1, family);
  if (cs_statement_next (find))
    {
      const char *note = cs_column_get_text (find, 0);

      g_free (marks->note);
      marks->note = g_strdup (note == NULL ? "" : note);
      marks->rating = (guint)MIN (cs_column_get_uint (find, 1), CS_MAX_RATING);
    }
  return cs_statement_reset (find, error);
}

static gboolean
load_labels (CsLibrary *library, gint64 family, CsLabelKind kind, char ***labels, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT l.name FROM labelled AS x JOIN label AS l ON l.id = x.label "
               "WHERE x.family = ?1 AND l.kind = ?2 ORDER BY l.name");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  cs_bind_int (list, 1, family);
  cs_bind_int (list, 2, kind);
  while (cs_statement_next (list))
    {
      char *name = cs_column_dup_text (list, 0);

      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  g_ptr_array_add (names, NULL);
  g_strfreev (*labels);
  *labels = (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return cs_statement_reset (list, error);
}

CsFamilyMarks *
cs_library_load_marks (CsLibrary *library, gint64 family, GError **error)
{
  g_autoptr (CsFamilyMarks) marks = cs_family_marks_new ();

  if (!load_note (library, family, marks, error) ||
      !load_labels (library, family, CS_LABEL_TAG, &marks->tags, error) ||
      !load_labels (library, family, CS_LABEL_POOL, &marks->pools, error))
    return NULL;
  return g_steal_pointer (&marks);
}

/* --- writing --- */

static gboolean
forget_marks (CsLibrary *library, gint64 family, GError **error)
{
  CsStatement *labels = cs_library_statement (library, "DELETE FROM labelled WHERE family = ?1");
  CsStatement *note = cs_library_statement (library, "DELETE FROM mark WHERE family = ?1");

  cs_bind_int (labels, 1, family);
  cs_bind_int (note, 1, family);
  return cs_statement_run (labels, error) && cs_statement_run (note, error);
}

static gboolean
write_note (CsLibrary *library, gint64 family, const CsFamilyMarks *marks, GError **error)
{
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO mark (family, note, rating) VALUES (?1, ?2, ?3)");
  g_autofree char *note = g_utf8_make_valid (marks->note == NULL ? "" : marks->note, -1);

  if (*note == '\0' && marks->rating == 0)
    return TRUE;
  cs_bind_int (insert, 1, family);
  cs_bind_text (insert, 2, note);
  cs_bind_int (insert, 3, MIN (marks->rating, CS_MAX_RATING));
  return cs_statement_run (insert, error);
}

static gboolean
write_label (CsLibrary *library, gint64 family, CsLabelKind kind, const char *name, GError **error)
{
  CsStatement *add = cs_library_statement (
      library, "INSERT INTO label (kind, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
  CsStatement *bear = cs_library_statement (
      library, "INSERT INTO labelled (label, family) SELECT id, ?3 FROM label "
               "WHERE kind = ?1 AND name = ?2 ON CONFLICT DO NOTHING");

  cs_bind_int (add, 1, kind);
  cs_bind_text (add, 2, name);
  cs_bind_int (bear, 1, kind);
  cs_bind_text (bear, 2, name);
  cs_bind_int (bear, 3, family);
  return cs_statement_run (add, error) && cs_statement_run (bear, error);
}

static gboolean
write_labels (CsLibrary *library,
              gint64 family,
              CsLabelKind kind,
              char *const *names,
              GError **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_utf8_make_valid (names[i], -1));

      if (*name != '\0' && !write_label (library, family, kind, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_family (CsLibrary *library, gint64 family, GError **error)
{
  CsStatement *find = cs_library_statement (library, "SELECT 1 FROM family WHERE id = ?1");
  gboolean found;

  cs_bind_int (find, 1, family);
  found = cs_statement_next (find);

  return cs_library_end_find (find, found, error);
}

static gboolean
write_marks (CsLibrary *library, gint64 family, const CsFamilyMarks *marks, GError **error)
{
  static const char unused[] =
      "DELETE FROM label WHERE id NOT IN (SELECT label FROM labelled)";
  CsStatement *forget = cs_library_statement (library, unused);

  return has_family (library, family, error) && forget_marks (library, family, error) &&
         write_note (library, family, marks, error) &&
         write_labels (library, family, CS_LABEL_TAG, marks->tags, error) &&
         write_labels (library, family, CS_LABEL_POOL, marks->pools, error) &&
         cs_statement_run (forget, error);
}

gboolean
cs_library_set_marks (CsLibrary *library,
                      gint64 family,
                      const CsFamilyMarks *marks,
                      CsFamilyMarks **old,
                      GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsFamilyMarks) before = NULL;

  if (!cs_transaction_begin (&write, library->file, error))
    return FALSE;
  before = cs_library_load_marks (library, family, error);
  if (before == NULL || !write_marks (library, family, marks, error) ||
      !cs_transaction_commit (&write, error))
    return FALSE;
  if (old != NULL)
    *old = g_steal_pointer (&before);
  return TRUE;
}

/* --- labels --- */

static void
label_free (gpointer data)
{
  CsLibraryLabel *label = data;

  g_free (label->name);
  g_free (label);
}

GPtrArray *
cs_library_list_labels (CsLibrary *library, CsLabelKind kind, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (label_free);
  CsStatement *list = cs_library_statement (
      library, "SELECT l.name, count (x.family) FROM label AS l "
               "LEFT JOIN labelled AS x ON x.label = l.id WHERE l.kind = ?1 "
               "GROUP BY l.id ORDER BY l.name");

  cs_bind_int (list, 1, kind);
  while (cs_statement_next (list))
    {
      CsLibraryLabel *label = g_new0 (CsLibraryLabel, 1);

      label->name = cs_column_dup_text (list, 0);
      label->n_families = cs_column_get_uint (list, 1);
      g_ptr_array_add (labels, label);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&labels) : NULL;
}

GArray *
cs_library_list_labelled (CsLibrary *library, CsLabelKind kind, const char *name, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      library, "SELECT x.family FROM label AS l JOIN labelled AS x ON x.label = l.id "
               "WHERE l.kind = ?1 AND l.name = ?2 ORDER BY x.family");

  cs_bind_int (list, 1, kind);
  cs_bind_text (list, 2, name);
  while (cs_statement_next (list))
    {
      gint64 family = cs_column_get_int (list, 0);

      g_array_append_val (families, family);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&families) : NULL;
}
