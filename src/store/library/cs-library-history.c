#include "../cs-library-history.h"

#include "cs-library-moments.h"

/* The history of a family: its moments one after the other. Which documents an import brought, and
 * from which family to which a member went, other tables know. */

/* A document that is published. */
typedef struct
{
  gint64 run; /* that brought it */
  char *number;
  char *member; /* key of its application */
} Document;

typedef struct
{
  CsLibrary *library;
  gint64 family;
  CsFamilyRule rule;
  gint64 made;          /* run that made it */
  GPtrArray *moments;   /* (element-type CsMoment) */
  GPtrArray *documents; /* (element-type Document) */
  GHashTable *numbers;  /* (element-type utf8 CsMomentNumber): by keys */
} Reading;

const char *
cs_history_kind_get_name (CsHistoryKind kind)
{
  static const char *const names[CS_N_HISTORY_KINDS] = { "came", "went", "state", "published" };

  return names[kind];
}

/* --- what is freed --- */

static void
document_free (gpointer data)
{
  Document *document = data;

  g_free (document->number);
  g_free (document->member);
  g_free (document);
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->moments, g_ptr_array_unref);
  g_clear_pointer (&reading->documents, g_ptr_array_unref);
  g_clear_pointer (&reading->numbers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
member_free (gpointer data)
{
  CsHistoryMember *member = data;

  g_free (member->number);
  g_free (member);
}

static void
change_free (gpointer data)
{
  CsHistoryChange *change = data;

  g_free (change->number);
  g_free (change);
}

void
cs_history_entry_free (CsHistoryEntry *entry)
{
  g_free (entry->label);
  g_ptr_array_unref (entry->members);
  g_ptr_array_unref (entry->changes);
  g_ptr_array_unref (entry->until_now);
  g_free (entry);
}

/* --- reading --- */

static gboolean
load_head (Reading *reading, GError **error)
{
  CsStatement *find =
      cs_library_statement (reading->library, "SELECT rule, run FROM family WHERE id = ?1");
  gboolean found;

  cs_bind_int (find, 1, reading->family);
  found = cs_statement_next (find);
  if (found)
    {
      reading->rule = MIN (cs_column_get_uint (find, 0), CS_N_FAMILY_RULES - 1);
      reading->made = cs_column_get_int (find, 1);
    }

  return cs_library_end_find (find, found, error);
}

static gboolean
load_documents (Reading *reading, GError **error)
{
  CsStatement *list = cs_library_statement (
      reading->library, "SELECT d.run, d.printed, coalesce (a.key, a.printed) FROM member AS m "
                        "CROSS JOIN application AS a ON a.id = m.application "
                        "CROSS JOIN document AS d ON d.application = a.id WHERE m.family = ?1 "
                        "AND d.is_published <> 0 AND d.is_withdrawn = 0 ORDER BY d.id");

  cs_bind_int (list, 1, reading->family);
  while (cs_statement_next (list))
    {
      Document *document = g_new (Document, 1);

      document->run = cs_column_get_int (list, 0);
      document->number = cs_column_dup_text (list, 1);
      document->member = cs_column_dup_text (list, 2);
      g_ptr_array_add (reading->documents, document);
    }
  return cs_statement_reset (list, error);
}

static CsHistoryEntry *
read_entry (const CsStatement *row)
{
  CsHistoryEntry *entry = g_new (CsHistoryEntry, 1);

  entry->run = cs_column_get_int (row, 0);
  entry->label = cs_column_dup_text (row, 1);
  entry->began_us = cs_column_get_int (row, 2);
  entry->members = g_ptr_array_new_with_free_func (member_free);
  entry->changes = g_ptr_array_new_with_free_func (change_free);
  entry->until_now = g_ptr_array_new_with_free_func (change_free);
  return entry;
}

/* Returns: (transfer full) (element-type CsHistoryEntry): runs that may have changed the family,
 * the newest first, nothing but told by their names; or NULL */
static GPtrArray *
load_runs (const Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_history_entry_free);
  CsStatement *list = cs_library_statement (
      reading->library,
      "SELECT id, label, began_us FROM run WHERE id = ?2 OR (id > ?2 AND id IN ("
      "SELECT run FROM snapshot WHERE family = ?1 UNION SELECT d.run FROM member AS m "
      "CROSS JOIN document AS d ON d.application = m.application WHERE m.family = ?1)) "
      "ORDER BY id DESC LIMIT ?3");

  cs_bind_int (list, 1, reading->family);
  cs_bind_int (list, 2, reading->made);
  cs_bind_int (list, 3, CS_MAX_HISTORY);
  while (cs_statement_next (list))
    g_ptr_array_add (entries, read_entry (list));
  return cs_statement_reset (list, error) ? g_steal_pointer (&entries) : NULL;
}

/* Returns: (transfer none) (nullable): which application @key is */
static const CsMomentNumber *
need_number (const Reading *reading, const char *key, GError **error)
{
  CsMomentNumber *number = g_hash_table_lookup (reading->numbers, key);

  if (number != NULL)
    return number;
  number = cs_library_find_moment_number (reading->library, key, error);
  if (number != NULL)
    g_hash_table_insert (reading->numbers, g_strdup (key), number);
  return number;
}

/* --- what changed --- */

/* Where to look for what happened, and where to put it. */
typedef struct
{
  const Reading *reading;
  const CsMoment *before; /* (nullable): there was no family */
  const CsMoment *after;
  gint64 run; /* between them, 0 for several */
  GPtrArray *changes;
} Comparison;

/* Tells which other family a member came from, or went to. */
static gboolean
find_other (const Comparison *comparison,
            gint64 application,
            CsHistoryChange *change,
            GError **error)
{
  const Reading *reading = comparison->reading;
  CsStatement *find = cs_library_statement (
      reading->library, "SELECT was, now FROM change WHERE run = ?1 AND kind = ?2 "
                        "AND application = ?3 AND rule = ?4");

  cs_bind_int (find, 1, comparison->run);
  cs_bind_int (find, 2, CS_CHANGE_MOVED_MEMBER);
  cs_bind_int (find, 3, application);
  cs_bind_int (find, 4, reading->rule);
  while (cs_statement_next (find))
    {
      gint64 was = cs_column_get_int (find, 0);
      gint64 now = cs_column_get_int (find, 1);

      if (change->kind == CS_HISTORY_CAME && now == reading->family)
        change->family = was;
      else if (change->kind == CS_HISTORY_WENT && was == reading->family)
        change->family = now;
    }
  return cs_statement_reset (find, error);
}

static gboolean
add_change (const Comparison *comparison,
            CsHistoryKind kind,
            const CsMomentMember *was,
            const CsMomentMember *now,
            GError **error)
{
  const CsMomentMember *member = now != NULL ? now : was;
  const CsMomentNumber *number = need_number (comparison->reading, member->key, error);
  CsHistoryChange *change;

  if (number == NULL)
    return FALSE;
  change = g_new0 (CsHistoryChange, 1);
  change->kind = kind;
  change->number = g_strdup (number->number);
  change->was = was == NULL ? CS_LEGAL_UNKNOWN : was->state;
  change->now = now == NULL ? CS_LEGAL_UNKNOWN : now->state;
  g_ptr_array_add (comparison->changes, change);
  return comparison->run == 0 || kind == CS_HISTORY_STATE ||
         find_other (comparison, number->id, change, error);
}

/* What is in @there and not in @here (nullable). */
static gboolean
add_missing (const Comparison *comparison,
             CsHistoryKind kind,
             const CsMoment *here,
             const CsMoment *there,
             GError **error)
{
  for (guint i = 0; there != NULL && i < there->members->len; i++)
    {
      const CsMomentMember *member = g_ptr_array_index (there->members, i);
      gboolean came = kind == CS_HISTORY_CAME;

      if ((here == NULL || cs_moment_find (here, member->key) == NULL) &&
          !add_change (comparison, kind, came ? NULL : member, came ? member : NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_states (const Comparison *comparison, GError **error)
{
  const GPtrArray *members = comparison->after->members;

  for (guint i = 0; comparison->before != NULL && i < members->len; i++)
    {
      const CsMomentMember *now = g_ptr_array_index (members, i);
      const CsMomentMember *was = cs_moment_find (comparison->before, now->key);

      if (was != NULL && was->state != now->state &&
          !add_change (comparison, CS_HISTORY_STATE, was, now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compare (const Comparison *comparison, GError **error)
{
  return add_missing (comparison, CS_HISTORY_CAME, comparison->before, comparison->after, error) &&
         add_missing (comparison, CS_HISTORY_WENT, comparison->after, comparison->before, error) &&
         add_states (comparison, error);
}

/* Documents of those that were members before and after; with a new member all of it is new. */
static void
add_documents (const Comparison *comparison)
{
  const GPtrArray *documents = comparison->reading->documents;

  for (guint i = 0; comparison->before != NULL && i < documents->len; i++)
    {
      const Document *document = g_ptr_array_index (documents, i);
      CsHistoryChange *change;

      if (document->run != comparison->run ||
          cs_moment_find (comparison->before, document->member) == NULL ||
          cs_moment_find (comparison->after, document->member) == NULL)
        continue;
      change = g_new0 (CsHistoryChange, 1);
      change->kind = CS_HISTORY_PUBLISHED;
      change->number = g_strdup (document->number);
      g_ptr_array_add (comparison->changes, change);
    }
}

/* --- entries --- */

static gboolean
add_members (const Reading *reading, const CsMoment *moment, GPtrArray *members, GError **error)
{
  for (guint i = 0; i < moment->members->len; i++)
    {
      const CsMomentMember *member = g_ptr_array_index (moment->members, i);
      const CsMomentNumber *number = need_number (reading, member->key, error);
      CsHistoryMember *shown;

      if (number == NULL)
        return FALSE;
      shown = g_new (CsHistoryMember, 1);
      shown->number = g_strdup (number->number);
      shown->state = member->state;
      g_ptr_array_add (members, shown);
    }
  return TRUE;
}

static gboolean
fill_entry (const Reading *reading, CsHistoryEntry *entry, GError **error)
{
  const CsMoment *after = cs_moments_find_after (reading->moments, entry->run);
  const CsMoment *today = cs_moments_find_after (reading->moments, G_MAXINT64);
  const CsMoment *before = entry->run == reading->made ?
                               NULL :
                               cs_moments_find_after (reading->moments, entry->run - 1);
  const Comparison own = { reading, before, after, entry->run, entry->changes };
  const Comparison later = { reading, after, today, 0, entry->until_now };

  if (!compare (&own, error))
    return FALSE;
  add_documents (&own);
  return add_members (reading, after, entry->members, error) && compare (&later, error);
}

/* An import that put all back as it was has changed nothing. */
static gboolean
fill_entries (const Reading *reading, GPtrArray *entries, GError **error)
{
  for (guint i = entries->len; i > 0; i--)
    {
      CsHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      if (!fill_entry (reading, entry, error))
        return FALSE;
      if (entry->changes->len == 0)
        g_ptr_array_remove_index (entries, i - 1);
    }
  return TRUE;
}

GPtrArray *
cs_library_load_history (CsLibrary *library, gint64 family, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (CsTransaction) read = { NULL };
  g_auto (Reading) reading = {
    .library = library,
    .family = family,
    .documents = g_ptr_array_new_with_free_func (document_free),
    .numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify)cs_moment_number_free),
  };

  if (!cs_transaction_begin_read (&read, library->file, error) || !load_head (&reading, error) ||
      !load_documents (&reading, error))
    return NULL;
  reading.moments = cs_library_load_moments (library, family, error);
  if (reading.moments == NULL)
    return NULL;
  entries = load_runs (&reading, error);
  if (entries == NULL || !fill_entries (&reading, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}
