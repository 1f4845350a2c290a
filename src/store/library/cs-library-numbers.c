#include "cs-library-numbers.h"

#include <string.h>

#define CHECK_SHIFT 4
#define AMBIGUOUS (1 << 8)
#define LOW_BITS 0xf

/* Before what no rule could read, so that it is never taken for a key. */
#define UNREAD "?"

void
cs_number_columns_bind (CsStatement *statement, int first, const CsNumber *number)
{
  gboolean as_printed = g_strcmp0 (number->raw, number->printed) == 0;

  cs_bind_text (statement, first, number->key);
  cs_bind_text (statement, first + 1, as_printed ? NULL : number->raw);
  cs_bind_text (statement, first + 2, number->printed);
  cs_bind_text (statement, first + 3, number->alias);
  cs_bind_text (statement, first + 4, number->kind);
  cs_bind_int (statement, first + 5,
               (gint64)number->form | (gint64)number->check << CHECK_SHIFT |
                   (number->ambiguous ? AMBIGUOUS : 0));
  cs_bind_int (statement, first + 6, cs_office_date_to_key (number->date));
}

CsNumber *
cs_number_columns_read (const CsStatement *statement, int first, CsNumberRole role)
{
  const char *key = cs_column_get_text (statement, first);
  const char *raw = cs_column_get_text (statement, first + 1);
  const char *printed = cs_column_get_text (statement, first + 2);
  const char *kind = cs_column_get_text (statement, first + 4);
  guint flags = (guint)cs_column_get_uint (statement, first + 5);
  const char *dot = key == NULL ? NULL : strchr (key, '.');
  const char *last = key == NULL ? NULL : strrchr (key, '.');
  g_autofree char *country = dot == NULL ? NULL : g_strndup (key, dot - key);
  g_autofree char *digits = dot == last ? NULL : g_strndup (dot + 1, last - dot - 1);
  CsNumber fields = {
    .key = (char *)key,
    .printed = (char *)(printed == NULL ? "" : printed),
    .raw = (char *)(raw != NULL ? raw : printed == NULL ? "" :
                                                          printed),
    .alias = (char *)cs_column_get_text (statement, first + 3),
    .kind = (char *)(kind == NULL ? "" : kind),
    .country = country,
    .number = digits,
    .role = role,
    .form = MIN (flags & LOW_BITS, CS_N_NUMBER_FORMS - 1),
    .check = MIN (flags >> CHECK_SHIFT & LOW_BITS, CS_NUMBER_CHECK_BAD),
    .ambiguous = (flags & AMBIGUOUS) != 0,
    .date = cs_office_date_from_key ((guint)cs_column_get_uint (statement, first + 6)),
  };

  return cs_number_restore (&fields);
}

static char *
dup_key_stem (const char *key)
{
  const char *dot = strchr (key, '.');
  const char *last = strrchr (key, '.');

  return dot == last ? g_strdup (key) : g_strndup (key, last - key);
}

char *
cs_number_dup_stem (const CsNumber *number)
{
  return number->key != NULL ? dup_key_stem (number->key) :
                               g_strconcat (UNREAD, number->raw, NULL);
}

char *
cs_number_dup_alias_stem (const CsNumber *number)
{
  return number->alias == NULL || number->alias[0] == '\0' ? NULL : dup_key_stem (number->alias);
}

static gboolean
add_stem (CsLibrary *library, const char *stem, CsNumberTarget kind, gint64 target, GError **error)
{
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO number (stem, role, target) VALUES (?1, ?2, ?3) "
               "ON CONFLICT DO NOTHING");

  cs_bind_text (insert, 1, stem);
  cs_bind_int (insert, 2, kind);
  cs_bind_int (insert, 3, target);
  return cs_statement_run (insert, error);
}

gboolean
cs_library_add_number (CsLibrary *library,
                       const CsNumber *number,
                       CsNumberTarget kind,
                       gint64 target,
                       GError **error)
{
  g_autofree char *stem = cs_number_dup_stem (number);
  g_autofree char *alias = cs_number_dup_alias_stem (number);

  return add_stem (library, stem, kind, target, error) &&
         (alias == NULL || add_stem (library, alias, kind, target, error));
}

GArray *
cs_library_list_targets (CsLibrary *library, const char *stem, CsNumberTarget kind, GError **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (gint64));
  CsStatement *list = cs_library_statement (
      library, "SELECT target FROM number WHERE stem = ?1 AND role = ?2 ORDER BY target");

  cs_bind_text (list, 1, stem);
  cs_bind_int (list, 2, kind);
  while (cs_statement_next (list))
    {
      gint64 target = cs_column_get_int (list, 0);

      g_array_append_val (targets, target);
    }
  return cs_statement_reset (list, error) ? g_steal_pointer (&targets) : NULL;
}
