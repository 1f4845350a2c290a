#include <string.h>

#include <glib/gi18n-lib.h>

#include "../service/cs-import-file.h"
#include "../service/cs-private-file.h"
#include "../store/cs-store-json.h"
#include "cs-interrupt.h"
#include "cs-store-deeds.h"

/* claimsmith-cli store export, import: a matter goes to a colleague, and comes back. */

/* What was done with a file, in JSON. */
#define MADE "made"
#define MERGED "merged"
#define NOTHING "nothing"

/* --- export --- */

static gboolean
export_matter (CsDraftStore *store, char *const *operands, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  gint64 id = cs_draft_store_find (store, operands[0], error);

  if (id == 0)
    return FALSE;

  cs_interrupt_watch (cancellable);
  bytes = cs_matter_file_write (store, id, NULL, cancellable, error);

  return bytes != NULL && cs_private_file_write (operands[1], bytes, cancellable, error);
}

int
cs_store_export (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_store_deed_open (options, &error);

  if (store == NULL || !export_matter (store, operands, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

/* --- what is said of an import --- */

typedef struct
{
  const CsStoreOptions *options;
  CsDraftStore *store;
  int status;
} Import;

static void
add_decision (JsonBuilder *json, const char *name, const CsDecision *decision)
{
  g_autofree char *made = cs_store_deed_dup_time (decision->made_us);

  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  cs_json_add_string (json, "kind", cs_decision_kind_get_name (decision->kind));
  cs_json_add_string (json, "author", decision->author);
  cs_json_add_string (json, "made", made);
  cs_json_add_string (json, "reason", decision->reason);
  json_builder_end_object (json);
}

static void
add_conflicts (JsonBuilder *json, const CsMerge *merge)
{
  json_builder_set_member_name (json, "conflicts");
  json_builder_begin_array (json);
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const CsMergeConflict *conflict = merge->conflicts->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "check", conflict->theirs->check);
      cs_json_add_string (json, "rule", conflict->theirs->rule);
      cs_json_add_string (json, "text", conflict->theirs->text);
      add_decision (json, "ours", conflict->ours);
      add_decision (json, "theirs", conflict->theirs);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_bool (JsonBuilder *json, const char *name, gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static void
print_json (const char *path, gint64 matter, const CsMerge *merge, const char *done)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  cs_json_add_string (json, "path", path);
  cs_json_add_string (json, "done", done);
  cs_json_add_int (json, "matter", matter);
  if (merge != NULL)
    {
      cs_json_add_string (json, "name", merge->name);
      add_bool (json, "text_differs", merge->text_differs);
      add_bool (json, "ours_changed", merge->ours_changed);
      add_bool (json, "theirs_changed", merge->theirs_changed);
      cs_json_add_int (json, "decisions", merge->new_decisions->len);
      add_conflicts (json, merge);
      cs_json_add_int (json, "versions", merge->n_versions);
      cs_json_add_int (json, "reviews", merge->n_reviews);
      cs_json_add_int (json, "answers", merge->n_answers);
      cs_json_add_int (json, "signatures", merge->n_signatures);
    }
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

static const char *
describe_text (const CsMerge *merge)
{
  if (!merge->text_differs)
    return _ ("the text is the same");
  if (!merge->theirs_changed)
    return _ ("their text is an older one of ours");
  if (!merge->ours_changed)
    return _ ("their text is newer than ours");

  return _ ("the text was changed here and there");
}

static void
print_conflict (const CsMergeConflict *conflict)
{
  cs_store_deed_print ("    %s %s \"%s\"", conflict->theirs->check, conflict->theirs->rule,
                       conflict->theirs->text);
  cs_store_deed_print (_ ("        ours: %s, %s"),
                       cs_decision_kind_get_name (conflict->ours->kind), conflict->ours->author);
  cs_store_deed_print (_ ("        theirs: %s, %s"),
                       cs_decision_kind_get_name (conflict->theirs->kind),
                       conflict->theirs->author);
}

static void
print_merge (const CsMerge *merge)
{
  cs_store_deed_print ("    %s", describe_text (merge));
  cs_store_deed_print (_ ("    new: decisions %u, versions %u, reviews %u"),
                       merge->new_decisions->len, merge->n_versions, merge->n_reviews);
  if (merge->conflicts->len > 0)
    cs_store_deed_print (_ ("    decided differently: %u"), merge->conflicts->len);
  for (guint i = 0; i < merge->conflicts->len; i++)
    print_conflict (merge->conflicts->pdata[i]);
}

static void
tell_people (const char *path, gint64 matter, const CsMerge *merge, const char *done)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, matter);

  if (matter == 0)
    cs_store_deed_print (_ ("%s: would be a new matter"), path);
  else if (merge == NULL)
    cs_store_deed_print (_ ("%s: is matter %s now"), path, number);
  else if (strcmp (done, NOTHING) == 0)
    cs_store_deed_print (_ ("%s: would go into matter %s, \"%s\""), path, number, merge->name);
  else
    cs_store_deed_print (_ ("%s: went into matter %s, \"%s\""), path, number, merge->name);
  if (merge != NULL)
    print_merge (merge);
}

/* @merge: (nullable): what differs from the matter that was here */
static void
tell (const Import *import,
      const char *path,
      gint64 matter,
      const CsMerge *merge,
      const char *done)
{
  if (cs_store_deed_is_json (import->options))
    print_json (path, matter, merge, done);
  else
    tell_people (path, matter, merge, done);
}

/* --- import --- */

static void
on_made (gint64 matter, const char *path, gpointer data)
{
  tell (data, path, matter, NULL, MADE);
}

static void
on_failed (const char *path, const GError *error, gpointer data)
{
  Import *import = data;

  cs_command_complain ("%s: %s", path, error->message);
  import->status = CS_EXIT_TROUBLE;
}

static gint64
take_in (const Import *import, const CsMatterFile *file, const CsMerge *merge, GError **error)
{
  g_autofree gboolean *theirs = g_new0 (gboolean, merge->conflicts->len + 1);
  CsMergeChoice choice = { .take_text = import->options->take_text,
                           .take_theirs = theirs,
                           .as_new = import->options->as_new };

  for (guint i = 0; i < merge->conflicts->len; i++)
    theirs[i] = import->options->theirs;

  return cs_matter_file_merge (file, import->store, merge, &choice, error);
}

static gboolean
is_decided (const Import *import, const CsMerge *merge)
{
  const CsStoreOptions *options = import->options;

  return merge->conflicts->len == 0 || options->ours || options->theirs || options->as_new;
}

static void
decide (CsMatterFile *file, CsMerge *merge, const char *path, gpointer data)
{
  Import *import = data;
  g_autoptr (CsMatterFile) owned_file G_GNUC_UNUSED = file;
  g_autoptr (CsMerge) owned_merge G_GNUC_UNUSED = merge;
  g_autoptr (GError) error = NULL;
  gint64 id = merge->matter;

  if (!is_decided (import, merge))
    {
      tell (import, path, id, merge, NOTHING);
      cs_command_complain (_ ("%s: %u findings were decided differently here and there; say "
                              "--ours or --theirs"),
                           path, merge->conflicts->len);
      import->status = CS_EXIT_TROUBLE;
      return;
    }

  id = take_in (import, file, merge, &error);
  if (id == 0)
    on_failed (path, error, import);
  else if (import->options->as_new)
    tell (import, path, id, NULL, MADE);
  else
    tell (import, path, id, merge, MERGED);
}

/* What would be done with a matter file; of other files nothing can be told before. */
static void
compare (Import *import, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatterFile) file =
      cs_matter_file_is_at (path) ? cs_matter_file_load (path, &error) : NULL;
  g_autoptr (CsMerge) merge =
      file == NULL ? NULL : cs_matter_file_compare (file, import->store, &error);

  if (error != NULL)
    on_failed (path, error, import);
  else
    tell (import, path, merge == NULL ? 0 : merge->matter,
          merge == NULL || merge->matter == 0 ? NULL : merge, NOTHING);
}

/* The store is made when there is none: this is how one begins. */
int
cs_store_import (const CsStoreOptions *options, char *const *operands)
{
  static const CsImportFuncs funcs = { on_made, decide, on_failed };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = options->dry_run ?
                                       cs_store_deed_open (options, &error) :
                                       cs_draft_store_open (options->folder, &error);
  Import import = { options, store, CS_EXIT_OK };

  if (store == NULL)
    return cs_store_deed_fail (options, error);
  if (options->ours && options->theirs)
    {
      cs_command_complain ("%s", _ ("--ours and --theirs contradict each other"));
      return CS_EXIT_TROUBLE;
    }

  cs_interrupt_watch (cancellable);
  for (; *operands != NULL && !g_cancellable_is_cancelled (cancellable); operands++)
    if (options->dry_run)
      compare (&import, *operands);
    else
      cs_import_file (store, *operands, &funcs, &import, cancellable);

  return g_cancellable_is_cancelled (cancellable) ? CS_EXIT_STOPPED : import.status;
}
