#include "cs-history-lines.h"

#include <glib/gi18n-lib.h>

#include "../../report/family/cs-family-words.h"

#define MAX_NUMBERS 12 /* of one kind in a line; the rest is counted */

static char *
dup_day (gint64 time_us)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC);

  return day == NULL ? g_strdup ("") : g_date_time_format (day, "%Y-%m-%d");
}

static char *
dup_words (const CsHistoryChange *change)
{
  const char *was = cs_legal_state_get_word (change->was);
  const char *now = cs_legal_state_get_word (change->now);

  if (change->kind == CS_HISTORY_STATE)
    return g_strdup_printf ("%s: %s → %s", change->number, was, now);
  if (change->kind == CS_HISTORY_CAME && change->family != 0)
    return g_strdup_printf (_ ("%s (from another family)"), change->number);
  if (change->kind == CS_HISTORY_WENT && change->family != 0)
    return g_strdup_printf (_ ("%s (to another family)"), change->number);

  return g_strdup (change->number);
}

/* Adds a line of what happened by @kind, if anything did. */
static void
add_kind (GString *text, const CsHistoryEntry *entry, CsHistoryKind kind)
{
  static const char *const heads[CS_N_HISTORY_KINDS] = {
    [CS_HISTORY_CAME] = N_ ("New: "),
    [CS_HISTORY_WENT] = N_ ("Gone: "),
    [CS_HISTORY_STATE] = N_ ("Status: "),
    [CS_HISTORY_PUBLISHED] = N_ ("New documents: "),
  };
  guint n = 0;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const CsHistoryChange *change = entry->changes->pdata[i];
      g_autofree char *words = NULL;

      if (change->kind != kind || n++ >= MAX_NUMBERS)
        continue;
      words = dup_words (change);
      if (n == 1)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "\n", _ (heads[kind]));
      g_string_append_printf (text, "%s%s", n == 1 ? "" : ", ", words);
    }
  if (n > MAX_NUMBERS)
    g_string_append_printf (
        text, ngettext (" and %u more", " and %u more", n - MAX_NUMBERS), n - MAX_NUMBERS);
}

static char *
dup_text (const CsHistoryEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < CS_N_HISTORY_KINDS; kind++)
    add_kind (text, entry, kind);

  return g_string_free (text, FALSE);
}

/* Returns: the only other family of @entry, 0 when there is none or several */
static gint64
find_other (const CsHistoryEntry *entry)
{
  gint64 other = 0;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      gint64 family = ((const CsHistoryChange *)entry->changes->pdata[i])->family;

      if (family == 0 || family == other)
        continue;
      if (other != 0)
        return 0;
      other = family;
    }

  return other;
}

void
cs_record_lines_add_history (GListStore *lines, const GPtrArray *history)
{
  for (guint i = 0; history != NULL && i < history->len; i++)
    {
      const CsHistoryEntry *entry = history->pdata[i];
      g_autoptr (CsRecordLine) line =
          cs_record_line_new (dup_day (entry->began_us), dup_text (entry),
                              g_strdup (entry->label), find_other (entry));

      g_list_store_append (lines, line);
    }
}
