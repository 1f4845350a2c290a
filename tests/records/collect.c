#include "collect.h"

#include <string.h>

static void
kept_fault_free (gpointer data)
{
  KeptFault *fault = data;

  g_free (fault->name);
  g_error_free (fault->error);
  g_free (fault);
}

Collected *
collected_new (void)
{
  Collected *collected = g_new0 (Collected, 1);

  collected->records = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_record_unref);
  collected->faults = g_ptr_array_new_with_free_func (kept_fault_free);
  return collected;
}

void
collected_free (Collected *collected)
{
  g_ptr_array_unref (collected->records);
  g_ptr_array_unref (collected->faults);
  g_free (collected);
}

static gboolean
wants_more (const Collected *collected)
{
  if (collected->cancel_after_first != NULL)
    g_cancellable_cancel (collected->cancel_after_first);
  return collected->stop_after == 0 ||
         collected->records->len + collected->faults->len < collected->stop_after;
}

static gboolean
keep_record (CsRecord *record, gpointer data)
{
  Collected *collected = data;

  check_record (record);
  g_ptr_array_add (collected->records, cs_record_ref (record));
  return wants_more (collected);
}

static gboolean
keep_fault (const CsRecordFault *fault, gpointer data)
{
  Collected *collected = data;
  KeptFault *kept = g_new0 (KeptFault, 1);

  g_assert_true (g_utf8_validate (fault->error->message, -1, NULL));
  kept->name = g_strdup (fault->name);
  kept->place = fault->place;
  kept->error = g_error_copy (fault->error);
  g_ptr_array_add (collected->faults, kept);
  return wants_more (collected);
}

CsRecordSink
collect_into (Collected *collected)
{
  return (CsRecordSink){ keep_record, keep_fault, collected };
}

Collected *
collect_path (const char *path)
{
  Collected *collected = collected_new ();
  CsRecordSink sink = collect_into (collected);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_records_read (path, &sink, NULL, NULL, &error));
  g_assert_no_error (error);
  return collected;
}

char *
record_fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "records", "fixtures", name, NULL);
}

Collected *
collect_fixture (const char *name)
{
  g_autofree char *path = record_fixture_path (name);

  return collect_path (path);
}

Collected *
collect_bytes (const char *bytes, gsize n_bytes)
{
  Collected *collected = collected_new ();
  CsRecordSink sink = collect_into (collected);
  CsRecordInput input = { .name = "bytes", .bytes = bytes, .n_bytes = n_bytes };
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_records_read_bytes (&input, &sink, NULL, &error));
  g_assert_no_error (error);
  return collected;
}

CsRecord *
record_at (const Collected *collected, guint index)
{
  g_assert_cmpuint (index, <, collected->records->len);
  return g_ptr_array_index (collected->records, index);
}

const KeptFault *
fault_at (const Collected *collected, guint index)
{
  g_assert_cmpuint (index, <, collected->faults->len);
  return g_ptr_array_index (collected->faults, index);
}

void
assert_counts (const Collected *collected, guint n_records, guint n_faults)
{
  for (guint i = 0; i < collected->faults->len; i++)
    g_test_message ("%s: %s", fault_at (collected, i)->name,
                    fault_at (collected, i)->error->message);
  g_assert_cmpuint (collected->records->len, ==, n_records);
  g_assert_cmpuint (collected->faults->len, ==, n_faults);
}

const char *
text_in (const CsRecordText *texts, guint n_texts, const char *language)
{
  for (guint i = 0; i < n_texts; i++)
    if (strcmp (texts[i].language, language) == 0)
      return texts[i].text;
  return "";
}

char *
dup_parties (const CsRecord *record)
{
  static const char *const roles[] = { "applicant", "owner", "inventor", "agent", "examiner" };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < record->n_parties; i++)
    {
      const CsParty *party = &record->parties[i];

      g_string_append_printf (lines, "%s %s (%s)\n", roles[party->role], party->name,
                              party->country);
    }
  return g_string_free (lines, FALSE);
}

char *
dup_classes (const CsRecord *record)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < record->n_classes; i++)
    {
      const CsClass *klass = &record->classes[i];

      g_string_append_printf (lines, "%s %s%s%s\n", klass->scheme, klass->symbol,
                              klass->is_first ? " first" : "",
                              klass->is_additional ? " additional" : "");
    }
  return g_string_free (lines, FALSE);
}

const char *
field_of (const CsRecord *record, const char *name)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (strcmp (record->fields[i].name, name) == 0)
      return record->fields[i].value;
  return NULL;
}

void
assert_number (const CsNumber *number, const char *raw, const char *kind, guint date_key)
{
  g_assert_nonnull (number);
  g_assert_cmpstr (number->raw, ==, raw);
  if (kind != NULL)
    g_assert_cmpstr (number->kind, ==, kind);
  g_assert_cmpuint (cs_office_date_to_key (number->date), ==, date_key);
}

static void
check_texts (const CsRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      g_assert_true (g_utf8_validate (texts[i].text, -1, NULL));
      g_assert_true (g_utf8_validate (texts[i].language, -1, NULL));
      g_assert_cmpstr (texts[i].text, !=, "");
      g_assert_null (strstr (texts[i].text, "\n\n\n"));
    }
}

void
check_record (const CsRecord *record)
{
  g_assert_true (record->publication != NULL || record->application != NULL);
  g_assert_cmpuint (record->place, >, 0);
  check_texts (record->titles, record->n_titles);
  check_texts (record->abstracts, record->n_abstracts);
  check_texts (record->claims, record->n_claims);
  check_texts (record->descriptions, record->n_descriptions);
  for (guint i = 0; i < record->n_parties; i++)
    g_assert_cmpstr (record->parties[i].name, !=, "");
  for (guint i = 0; i < record->n_priorities; i++)
    g_assert_cmpstr (record->priorities[i].number->raw, !=, "");
  for (guint i = 0; i < record->n_relations; i++)
    g_assert_nonnull (record->relations[i].parent);
  g_assert_cmpuint (strlen (record->raw), <=, CS_MAX_RAW_RECORD * 3); /* made valid UTF-8 */
  if (record->raw[0] != '\0')
    g_assert_true (g_str_has_prefix (record->raw, "<"));
}
