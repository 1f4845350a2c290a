#include "cs-library-moments.h"

#include <string.h>

/* Snapshots of families. Each holds what its family was before a run that changed it; so what the
 * run made of it is what the next snapshot says, or what there is now. */

static void
member_free (gpointer data)
{
  CsMomentMember *member = data;

  g_free (member->key);
  g_free (member);
}

static void
moment_free (gpointer data)
{
  CsMoment *moment = data;

  g_hash_table_unref (moment->index);
  g_ptr_array_unref (moment->members);
  g_free (moment);
}

void
cs_moment_number_free (CsMomentNumber *number)
{
  g_free (number->number);
  g_free (number);
}

/* --- reading --- */

/* @line: "KEY STATE"; what is not one says nothing */
static void
read_member (CsMoment *moment, const char *line)
{
  const char *blank = strrchr (line, ' ');
  guint64 state;
  CsMomentMember *member;

  if (blank == NULL || !g_ascii_string_to_unsigned (blank + 1, 10, 0, CS_N_LEGAL_STATES - 1,
                                                    &state, NULL))
    return;
  member = g_new (CsMomentMember, 1);
  member->key = g_strndup (line, blank - line);
  member->state = (CsLegalState)state;
  g_ptr_array_add (moment->members, member);
  g_hash_table_insert (moment->index, member->key, member);
}

static CsMoment *
read_moment (gint64 run, const char *members)
{
  CsMoment *moment = g_new (CsMoment, 1);
  g_auto (GStrv) lines = g_strsplit (members == NULL ? "" : members, "\n", -1);

  moment->run = run;
  moment->members = g_ptr_array_new_with_free_func (member_free);
  moment->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; lines[i] != NULL; i++)
    read_member (moment, lines[i]);
  return moment;
}

GPtrArray *
cs_library_load_moments (CsLibrary *library, gint64 family, GError **error)
{
  g_autoptr (GPtrArray) moments = g_ptr_array_new_with_free_func (moment_free);
  CsStatement *list = cs_library_statement (
      library,
      "SELECT run, members FROM snapshot WHERE family = ?1 UNION ALL "
      "SELECT ?2, (SELECT group_concat (coalesce (a.key, a.printed) || ' ' || a.state, char (10)) "
      "FROM member AS m CROSS JOIN application AS a ON a.id = m.application WHERE m.family = ?1) "
      "ORDER BY 1");

  cs_bind_int (list, 1, family);
  cs_bind_int (list, 2, G_MAXINT64);
  while (cs_statement_next (list))
    g_ptr_array_add (moments,
                     read_moment (cs_column_get_int (list, 0), cs_column_get_text (list, 1)));
  return cs_statement_reset (list, error) ? g_steal_pointer (&moments) : NULL;
}

/* --- finding --- */

const CsMoment *
cs_moments_find_after (const GPtrArray *moments, gint64 run)
{
  guint i = 0;

  while (i + 1 < moments->len && ((const CsMoment *)g_ptr_array_index (moments, i))->run <= run)
    i++;
  return g_ptr_array_index (moments, i);
}

/* "CN.101911042." of "CN.101911042.A" */
static char *
dup_without_kind (const char *key)
{
  const char *dot = strrchr (key, '.');

  return dot == NULL ? g_strdup (key) : g_strndup (key, dot + 1 - key);
}

const CsMomentMember *
cs_moment_find (const CsMoment *moment, const char *key)
{
  const CsMomentMember *found = g_hash_table_lookup (moment->index, key);
  g_autofree char *kindless = dup_without_kind (key);

  if (found == NULL)
    found = g_hash_table_lookup (moment->index, kindless);
  if (found != NULL || !g_str_has_suffix (key, "."))
    return found;
  for (guint i = 0; i < moment->members->len; i++)
    {
      const CsMomentMember *member = g_ptr_array_index (moment->members, i);

      if (g_str_has_prefix (member->key, key))
        return member;
    }
  return NULL;
}

/* --- numbers --- */

/* Returns: (transfer full): what the office would print; @key when no rule fits it. For want of its
 * own an application may have had the number of its publication. */
static char *
dup_printed (const char *key)
{
  static const CsNumberRole roles[] = { CS_NUMBER_APPLICATION, CS_NUMBER_PUBLICATION };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const CsNumberInput input = { .text = key, .role = roles[i], .form = CS_NUMBER_VENDOR };
      g_autoptr (CsNumber) number = cs_number_read (&input);

      if (g_strcmp0 (number->key, key) == 0 && !g_str_equal (number->printed, key))
        return g_strdup (number->printed);
    }
  return g_strdup (key);
}

CsMomentNumber *
cs_library_find_moment_number (CsLibrary *library, const char *key, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT a.id, a.printed FROM number AS n CROSS JOIN application AS a "
               "ON a.id = n.target WHERE n.stem = ?1 AND n.role IN (1, 2) "
               "ORDER BY a.key IS NOT ?2, a.id LIMIT 1");
  const char *dot = strrchr (key, '.');
  g_autofree char *stem = g_strndup (key, dot == NULL ? strlen (key) : (gsize)(dot - key));
  CsMomentNumber *number = g_new0 (CsMomentNumber, 1);

  cs_bind_text (find, 1, stem);
  cs_bind_text (find, 2, key);
  if (cs_statement_next (find))
    {
      number->id = cs_column_get_int (find, 0);
      number->number = cs_column_dup_text (find, 1);
    }
  if (number->number == NULL)
    number->number = dup_printed (key);
  if (cs_statement_reset (find, error))
    return number;
  cs_moment_number_free (number);
  return NULL;
}
