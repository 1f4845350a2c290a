#include "cs-family-history.h"

#include <glib/gi18n-lib.h>

#include "cs-store-deeds.h"

/* --- as text --- */

static char *
dup_state (const CsHistoryChange *change)
{
  const char *was = cs_legal_state_get_name (change->was);
  const char *now = cs_legal_state_get_name (change->now);

  if (change->kind == CS_HISTORY_PUBLISHED)
    return g_strdup ("");
  if (change->kind == CS_HISTORY_STATE)
    return g_strdup_printf ("  %s -> %s", was, now);

  return g_strdup_printf ("  %s", change->kind == CS_HISTORY_CAME ? now : was);
}

static char *
dup_other (const CsHistoryChange *change)
{
  if (change->family == 0)
    return g_strdup ("");
  if (change->kind == CS_HISTORY_CAME)
    return g_strdup_printf (_ (", from family %ld"), (glong)change->family);

  return g_strdup_printf (_ (", to family %ld"), (glong)change->family);
}

static void
print_change (const CsHistoryChange *change)
{
  static const char signs[CS_N_HISTORY_KINDS] = { '+', '-', '=', '*' };
  g_autofree char *state = dup_state (change);
  g_autofree char *other = dup_other (change);

  cs_library_print ("      %c %s%s%s", signs[change->kind], change->number, state, other);
}

void
cs_family_history_print (const GPtrArray *history)
{
  for (guint i = 0; i < history->len; i++)
    {
      const CsHistoryEntry *entry = history->pdata[i];
      g_autofree char *time = cs_store_deed_dup_time (entry->began_us);

      cs_library_print ("    %s  %s", time, entry->label);
      for (guint c = 0; c < entry->changes->len; c++)
        print_change (entry->changes->pdata[c]);
    }
}

/* --- as JSON --- */

static void
add_members (JsonBuilder *json, const GPtrArray *members)
{
  json_builder_set_member_name (json, "members");
  json_builder_begin_array (json);
  for (guint i = 0; i < members->len; i++)
    {
      const CsHistoryMember *member = members->pdata[i];

      json_builder_begin_object (json);
      cs_library_add_string (json, "number", member->number);
      cs_library_add_string (json, "state", cs_legal_state_get_name (member->state));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* What a kind of change does not have is left out. */
static void
add_change (JsonBuilder *json, const CsHistoryChange *change)
{
  gboolean had = change->kind == CS_HISTORY_WENT || change->kind == CS_HISTORY_STATE;
  gboolean has = change->kind == CS_HISTORY_CAME || change->kind == CS_HISTORY_STATE;

  json_builder_begin_object (json);
  cs_library_add_string (json, "kind", cs_history_kind_get_name (change->kind));
  cs_library_add_string (json, "number", change->number);
  if (had)
    cs_library_add_string (json, "was", cs_legal_state_get_name (change->was));
  if (has)
    cs_library_add_string (json, "now", cs_legal_state_get_name (change->now));
  if (change->family != 0)
    cs_library_add_int (json, "family", change->family);
  json_builder_end_object (json);
}

static void
add_changes (JsonBuilder *json, const char *name, const GPtrArray *changes)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    add_change (json, changes->pdata[i]);
  json_builder_end_array (json);
}

void
cs_family_history_add (JsonBuilder *json, const GPtrArray *history)
{
  json_builder_set_member_name (json, "history");
  json_builder_begin_array (json);
  for (guint i = 0; i < history->len; i++)
    {
      const CsHistoryEntry *entry = history->pdata[i];
      g_autofree char *time = cs_store_deed_dup_time (entry->began_us);

      json_builder_begin_object (json);
      cs_library_add_int (json, "run", entry->run);
      cs_library_add_string (json, "began", time);
      cs_library_add_string (json, "label", entry->label);
      add_members (json, entry->members);
      add_changes (json, "changes", entry->changes);
      add_changes (json, "until_now", entry->until_now);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}
