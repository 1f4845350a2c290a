#include "library-fixture.h"

#include <string.h>

CsOfficeDate
day (guint key)
{
  return cs_office_date_from_key (key);
}

CsNumber *
docdb (CsNumberRole role, const char *key, guint date)
{
  g_auto (GStrv) parts = g_strsplit (key, ".", 3);
  CsNumberInput input = { .role = role, .form = CS_NUMBER_DOCDB, .date = day (date) };

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  input.country = parts[0];
  input.text = parts[1];
  input.kind = parts[2];
  return cs_number_read (&input);
}

CsRecordBuilder *
start_record (const char *source,
              const char *publication,
              guint published,
              const char *application,
              guint filed)
{
  CsRecordBuilder *builder = cs_record_builder_new (source, "invented.xml", 1);

  cs_record_builder_set_as_of (builder, day (20200101));
  if (publication != NULL)
    cs_record_builder_take_publication (builder,
                                        docdb (CS_NUMBER_PUBLICATION, publication, published));
  if (application != NULL)
    cs_record_builder_take_application (builder, docdb (CS_NUMBER_APPLICATION, application, filed));
  return builder;
}

void
add_priorities (CsRecordBuilder *builder, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      cs_record_builder_take_priority (builder, docdb (CS_NUMBER_PRIORITY, all[i] + 1, 20071227),
                                       all[i][0] == '+' ? 1 : all[i][0] == '-' ? 0 :
                                                                                 -1,
                                       NULL);
}

CsLibraryImport *
begin_import (CsLibrary *library)
{
  g_autoptr (GError) error = NULL;
  CsLibraryImport *import = cs_library_import_begin (library, "invented", day (20200601), &error);

  g_assert_no_error (error);
  return import;
}

void
add_record (CsLibraryImport *import, CsRecordBuilder *builder)
{
  g_autoptr (CsRecord) record = cs_record_builder_end (builder);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (record);
  cs_library_import_add (import, record, &error);
  g_assert_no_error (error);
}

void
import_one (CsLibrary *library, CsRecordBuilder *builder)
{
  g_autoptr (CsLibraryImport) import = begin_import (library);
  g_autoptr (GError) error = NULL;

  add_record (import, builder);
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}

/* --- family 40799763, as DOCDB gives it --- */

static const struct
{
  const char *application;
  guint filed;
  const char *publications; /* with dates */
  const char *priorities;
  const char *parent; /* (nullable): continuation or division of */
} family_40799763[] = {
  { "US.2008086599.W", 20081212, "WO.2009085664.A2:20090709 WO.2009085664.A3:20090911",
    "+US.96495207.A", NULL },
  { "CN.200880123968.A", 20081212, "CN.101911042.A:20101208 CN.101911042.B:20120620",
    "+US.96495207.A -US.2008086599.W", NULL },
  { "CN.201210106458.A", 20081212, "CN.102622450.A:20120801 CN.102622450.B:20150211",
    "+US.96495207.A -CN.200880123968.A", "CN.200880123968.A" },
  { "EP.08868513.A", 20081212, "EP.2225660.A2:20100908 EP.2225660.A4:20110105",
    "+US.96495207.A -US.2008086599.W", NULL },
  { "JP.2010540766.A", 20081212, "JP.2011511970.A:20110414 JP.4961043.B2:20120627",
    "+US.96495207.A -US.2008086599.W", NULL },
  { "TW.97145995.A", 20081127, "TW.200928818.A:20090701 TW.I452476.B:20140911", "+US.96495207.A",
    NULL },
  { "US.96495207.A", 20071227, "US.2009171930.A1:20090702 US.8131731.B2:20120306",
    "+US.96495207.A", NULL },
  { "US.201213372047.A", 20120213, "US.2012150875.A1:20120614 US.8510313.B2:20130813",
    "+US.96495207.A -US.201213372047.A", "US.96495207.A" },
  { "US.201313915426.A", 20130611, "US.2013275415.A1:20131017 US.9442982.B2:20160913",
    "+US.96495207.A -US.201213372047.A -US.201313915426.A", "US.201213372047.A" },
  { "US.201313915433.A", 20130611, "US.2013304750.A1:20131114 US.9292578.B2:20160322",
    "+US.96495207.A -US.201213372047.A -US.201313915433.A", "US.201213372047.A" },
};

static void
add_publication (CsLibraryImport *import, guint i, const char *word, gboolean with_docdb)
{
  const char *priorities = family_40799763[i].priorities;
  g_auto (GStrv) parts = g_strsplit (word, ":", 2);
  CsRecordBuilder *builder = start_record (with_docdb ? "docdb" : "table:lens", parts[0],
                                           (guint)g_ascii_strtoull (parts[1], NULL, 10),
                                           family_40799763[i].application,
                                           family_40799763[i].filed);

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en", "Relevance ranking");
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, "EXAMPLE CORP", "US");
  if (with_docdb)
    {
      cs_record_builder_take_family (builder, "docdb", "40799763", NULL);
      add_priorities (builder, priorities);
    }
  else if (!g_str_has_prefix (priorities + 1, family_40799763[i].application))
    {
      g_autofree char *unsaid = g_strdelimit (g_strdup (priorities), "+-", '?');

      add_priorities (builder, unsaid);
      if (strstr (priorities, ".W") != NULL)
        cs_record_builder_take_relation (builder, CS_RELATION_NATIONAL_PHASE,
                                         docdb (CS_NUMBER_APPLICATION, "US.2008086599.W", 0));
      if (family_40799763[i].parent != NULL)
        cs_record_builder_take_relation (
            builder,
            g_str_has_prefix (family_40799763[i].parent, "CN") ? CS_RELATION_DIVISION :
                                                                 CS_RELATION_CONTINUATION,
            docdb (CS_NUMBER_APPLICATION, family_40799763[i].parent, 0));
    }
  add_record (import, builder);
}

void
add_family_40799763 (CsLibraryImport *import, gboolean with_docdb)
{
  for (guint i = 0; i < G_N_ELEMENTS (family_40799763); i++)
    {
      g_auto (GStrv) words = g_strsplit (family_40799763[i].publications, " ", -1);

      for (guint w = 0; words[w] != NULL; w++)
        add_publication (import, i, words[w], with_docdb);
    }
}

void
import_member (CsLibrary *library, const char *country, const char *priority)
{
  g_autofree char *publication = g_strdup_printf ("%s.2225660.A1", country);
  g_autofree char *application = g_strdup_printf ("%s.2008868513.A", country);
  CsRecordBuilder *builder =
      start_record ("docdb", publication, 20100908, application, 20081212);

  add_priorities (builder, priority);
  import_one (library, builder);
}

CsFamilyMarks *
make_marks (const char *note, guint rating, const char *tag)
{
  CsFamilyMarks *marks = cs_family_marks_new ();

  g_free (marks->note);
  g_strfreev (marks->tags);
  marks->note = g_strdup (note);
  marks->rating = rating;
  marks->tags = g_strsplit (tag, " ", -1);
  return marks;
}

/* --- asking --- */

static CsLibraryPlace
find_place (CsLibrary *library, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = cs_library_find_number (library, number, &error);

  g_assert_no_error (error);
  return places->len == 0 ? (CsLibraryPlace){ 0 } : g_array_index (places, CsLibraryPlace, 0);
}

gint64
find_family (CsLibrary *library, const char *number)
{
  return find_place (library, number).family;
}

gint64
find_document (CsLibrary *library, const char *number)
{
  return find_place (library, number).document;
}

void
assert_library_sound (CsLibrary *library)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  cs_library_check (library, NULL, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; problems[i] != NULL; i++)
    g_test_message ("%s", problems[i]);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

/* --- many --- */

static void
add_invented_texts (CsRecordBuilder *builder, guint n)
{
  gboolean chinese = n % 2 == 0;
  const char *language = chinese ? "zh" : "en";
  g_autofree char *title = chinese ? g_strdup_printf ("一种泵的密封装置%u", n) :
                                     g_strdup_printf ("Sealing device %u of a pump", n);
  g_autofree char *claims =
      chinese ? g_strdup_printf ("1. 一种泵，其特征在于，包括壳体和第%u叶轮。", n) :
                g_strdup_printf ("1. A pump comprising a housing and impeller %u.", n);

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, language, title);
  cs_record_builder_add_text (builder, CS_RECORD_ABSTRACT, language,
                              chinese ? "壳体与叶轮之间设有密封圈。" :
                                        "A seal lies between housing and impeller.");
  cs_record_builder_add_text (builder, CS_RECORD_CLAIMS, language, claims);
  if (n % 7 == 0)
    cs_record_builder_add_text (builder, CS_RECORD_DESCRIPTION, language, claims);
}

CsRecordBuilder *
make_invented (guint n)
{
  gboolean chinese = n % 2 == 0;
  guint date = 20000101 + n % 20 * 10000 + n % 12 * 100 + n % 28;
  g_autofree char *publication = chinese ? g_strdup_printf ("CN.%09u.A", 100000000 + n) :
                                           g_strdup_printf ("US.%u.B2", 7000000 + n);
  g_autofree char *application = chinese ? g_strdup_printf ("CN.20051%07u.A", n) :
                                           g_strdup_printf ("US.2012%08u.A", 10000000 + n);
  g_autofree char *cited = g_strdup_printf ("US.%u.B2", 7000001 + n / 2 * 2 % 100);
  g_autofree char *applicant = g_strdup_printf ("EXAMPLE %u LTD", n % 50);
  CsRecordBuilder *builder =
      start_record (chinese ? "cnipa" : "uspto", publication, date, application, date - 10000);
  CsClass klass = { "ipc", "F04D29/08", TRUE, FALSE };
  CsCitation citation = { docdb (CS_NUMBER_PUBLICATION, cited, 0), NULL, "X", "search" };

  add_invented_texts (builder, n);
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, applicant, "CN");
  cs_record_builder_add_class (builder, &klass);
  cs_record_builder_add_citation (builder, &citation);
  if (n % 3 == 0)
    {
      g_autofree char *priority = g_strdup_printf ("?DE.1020%08u.A", n / 6);

      add_priorities (builder, priority);
    }
  cs_record_builder_set_raw (builder, applicant, strlen (applicant));
  return builder;
}
