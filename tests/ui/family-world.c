#include "family-world.h"

#include <string.h>

#define US_CLAIMS                                                                                 \
  "1. A fluid metering device, comprising: a housing; a metering chamber arranged in the "        \
  "housing; a flexible diaphragm dividing the metering chamber into a liquid space and a gas "    \
  "space; a displacement sensor on the diaphragm; an inlet valve and an outlet valve opening "    \
  "into the liquid space; and a controller configured to detect a bubble from a rebound "         \
  "displacement of the diaphragm.\n\n"                                                            \
  "2. The device of claim 1, wherein the controller sets an opening time of the outlet valve "    \
  "from a signal of the displacement sensor.\n\n"                                                 \
  "3. The device of claim 1, wherein a micro pump is connected to the gas space.\n\n"             \
  "4. The device of claim 3, wherein the controller closes the inlet valve after the micro pump " \
  "has stopped.\n\n"                                                                              \
  "5. A method of metering a fluid, comprising: filling the liquid space; computing a filled "    \
  "volume; and opening the outlet valve."

#define EP_CLAIMS                                                                                 \
  "1. A fluid metering device, comprising: a housing; a metering chamber arranged in the "        \
  "housing; a flexible membrane dividing the metering chamber into a liquid space and a gas "     \
  "space; a displacement sensor on the membrane; and an inlet valve and an outlet valve opening " \
  "into the liquid space.\n\n"                                                                    \
  "2. The device according to claim 1, wherein the membrane has a thickness of 0.2 mm to "        \
  "0.4 mm.\n\n"                                                                                   \
  "3. The device according to claim 1, further comprising a controller which sets an opening "    \
  "time of the outlet valve from a signal of the displacement sensor.\n\n"                        \
  "4. The device according to claim 1 or 2, wherein a micro pump is connected to the gas "        \
  "space.\n\n"                                                                                    \
  "5. A method of metering a fluid, comprising: filling the liquid space; computing a filled "    \
  "volume; and opening the outlet valve."

/* clang-format off */
#define CN_CLAIMS \
  "1. 一种流体计量装置，其特征在于，包括：壳体；设置于所述壳体内的计量腔；" \
  "将所述计量腔分隔为液体空间和气体空间的柔性隔膜；" \
  "位于所述隔膜上的位移传感器；以及通向所述液体空间的进液阀和出液阀。\n\n" \
  "2. 根据权利要求1所述的装置，其特征在于，所述隔膜的厚度为0.2mm至0.5mm。\n\n" \
  "3. 根据权利要求1所述的装置，其特征在于，还包括控制器，" \
  "所述控制器根据所述位移传感器的信号设定所述出液阀的开启时间。\n\n" \
  "4. 根据权利要求1或2所述的装置，其特征在于，所述气体空间连接有微型泵。"
/* clang-format on */

/* One publication with what its record tells; the rows of an application follow each other. */
static const struct
{
  const char *source;
  const char *publication;
  guint published;
  const char *application;
  guint filed;
  const char *priorities;
  CsRelationType relation;
  const char *parent;   /* (nullable) */
  const char *language; /* (nullable): of @claims */
  const char *claims;
} members[] = {
  { "cnipa", "CN.119990001.A", 20220920, "CN.202110999901.A", 20210318, "+CN.202110999901.A", 0,
    NULL, NULL, NULL },
  { "cnipa", "CN.119990001.B", 20231201, "CN.202110999901.A", 20210318, "+CN.202110999901.A", 0,
    NULL, "zh", CN_CLAIMS },
  { "ops", "WO.2022199901.A1", 20220922, "CN.2022099917.W", 20220317, "+CN.202110999901.A", 0, NULL,
    NULL, NULL },
  { "uspto", "US.2024099112.A1", 20240215, "US.202318999112.A", 20230911,
    "+CN.202110999901.A -CN.2022099917.W", CS_RELATION_NATIONAL_PHASE, "CN.2022099917.W", NULL,
    NULL },
  { "uspto", "US.13990112.B2", 20250610, "US.202318999112.A", 20230911,
    "+CN.202110999901.A -CN.2022099917.W", CS_RELATION_NATIONAL_PHASE, "CN.2022099917.W", "en",
    US_CLAIMS },
  { "uspto", "US.2025299204.A1", 20250925, "US.202519999204.A", 20250520, "+CN.202110999901.A",
    CS_RELATION_CONTINUATION, "US.202318999112.A", NULL, NULL },
  { "ops", "EP.4990017.A1", 20240124, "EP.22999017.A", 20220317,
    "+CN.202110999901.A -CN.2022099917.W", CS_RELATION_NATIONAL_PHASE, "CN.2022099917.W", "en",
    EP_CLAIMS },
  { "ops", "JP.2024599031.A", 20240318, "JP.2023999031.A", 20220317,
    "+CN.202110999901.A -CN.2022099917.W", CS_RELATION_NATIONAL_PHASE, "CN.2022099917.W", NULL,
    NULL },
  { "table:patsnap", "CN.118990321.A", 20240227, "CN.202311999321.A", 20210318,
    "+CN.202110999901.A", CS_RELATION_DIVISION, "CN.202110999901.A", NULL, NULL },
  { "table:patsnap", "CN.118990321.B", 20260206, "CN.202311999321.A", 20210318,
    "+CN.202110999901.A", CS_RELATION_DIVISION, "CN.202110999901.A", "zh", CN_CLAIMS },
};

static const struct
{
  const char *publication; /* in whose record it stands */
  const char *authority;
  const char *code;
  const char *text;
  char influence;
  guint date;
} events[] = {
  { "CN.119990001.B", "CN", "SE01", "ENTRY INTO FORCE OF REQUEST FOR SUBSTANTIVE EXAMINATION", '+',
    20221011 },
  { "CN.119990001.B", "CN", "GR01", "PATENT GRANT", '+', 20231201 },
  { "WO.2022199901.A1", "WO", "121", "EP: THE EPO HAS BEEN INFORMED THAT EP WAS DESIGNATED", ' ',
    20221109 },
  { "US.13990112.B2", "US", "STPP", "NON FINAL ACTION MAILED", ' ', 20240806 },
  { "US.13990112.B2", "US", "STPP", "RESPONSE TO NON-FINAL OFFICE ACTION ENTERED", ' ', 20241119 },
  { "US.13990112.B2", "US", "STPP", "PUBLICATIONS -- ISSUE FEE PAYMENT VERIFIED", ' ', 20250502 },
  { "US.13990112.B2", "US", "STCF", "INFORMATION ON STATUS: PATENT GRANT - PATENTED CASE", '+',
    20250610 },
  { "EP.4990017.A1", "EP", "17P", "REQUEST FOR EXAMINATION FILED", '+', 20240124 },
  { "EP.4990017.A1", "EP", "17Q", "FIRST EXAMINATION REPORT DESPATCHED", '+', 20251002 },
  { "JP.2024599031.A", "JP", "A131", "NOTIFICATION OF REASONS FOR REFUSAL", ' ', 20250107 },
  { "JP.2024599031.A", "JP", "A02", "DECISION OF REFUSAL", '-', 20250603 },
};

static void
add_events (CsRecordBuilder *builder, const char *publication)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      CsLegalEvent event = { .authority = events[i].authority,
                             .code = events[i].code,
                             .text = events[i].text,
                             .influence = events[i].influence,
                             .date = day (events[i].date) };

      if (strcmp (events[i].publication, publication) == 0)
        cs_record_builder_add_event (builder, &event);
    }
}

static void
add_priorities_of (CsRecordBuilder *builder, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    cs_record_builder_take_priority (
        builder,
        docdb (CS_NUMBER_PRIORITY, all[i] + 1,
               g_str_has_suffix (all[i], ".W") ? 20220317 : 20210318),
        all[i][0] == '+', NULL);
}

static void
add_words (CsRecordBuilder *builder)
{
  const CsClass main = { "ipc", "G01F3/22", TRUE, FALSE };
  const CsClass more = { "cpc", "A61M5/16886", FALSE, TRUE };

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en",
                              "Fluid metering device with displacement-sensing diaphragm");
  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "zh", "带位移感测隔膜的流体计量装置");
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, "Beichuan Fluidics", "CN");
  cs_record_builder_add_party (builder, CS_PARTY_INVENTOR, "Inventor A", NULL);
  cs_record_builder_add_class (builder, &main);
  cs_record_builder_add_class (builder, &more);
}

static void
cite (CsRecordBuilder *builder, const char *number, const char *category, const char *phase)
{
  CsCitation citation = { NULL, "", category, phase };

  citation.number = docdb (CS_NUMBER_PUBLICATION, number, 0);
  cs_record_builder_add_citation (builder, &citation);
}

/* What only the grant in the United States tells. */
static void
add_more (CsRecordBuilder *builder)
{
  static const char raw[] = "<us-patent-grant><doc-number>13990112</doc-number></us-patent-grant>";
  const CsCitation book = { NULL, "Metering of small volumes, 2019, chapter 4", "", "applicant" };

  cite (builder, "US.2018099999.A1", "", "examination");
  cs_record_builder_add_citation (builder, &book);
  cs_record_builder_add_text (builder, CS_RECORD_ABSTRACT, "en",
                              "A device meters small volumes of a fluid with a diaphragm.");
  cs_record_builder_add_text (builder, CS_RECORD_DESCRIPTION, "en",
                              "TECHNICAL FIELD\n\n[0001] The invention relates to metering fluids."
                              "\n\n[0002] A diaphragm divides a chamber; its displacement is "
                              "measured by a sensor.");
  cs_record_builder_add_field (builder, "Technical topic", "Metering pumps");
  cs_record_builder_add_field (builder, "Value estimate", "B+");
  cs_record_builder_set_raw (builder, raw, strlen (raw));
}

static void
add_members (CsLibraryImport *import)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      CsRecordBuilder *builder =
          start_record (members[i].source, members[i].publication, members[i].published,
                        members[i].application, members[i].filed);

      add_words (builder);
      add_priorities_of (builder, members[i].priorities);
      add_events (builder, members[i].publication);
      if (members[i].parent != NULL)
        cs_record_builder_take_relation (builder, members[i].relation,
                                         docdb (CS_NUMBER_APPLICATION, members[i].parent, 0));
      if (members[i].claims != NULL)
        cs_record_builder_add_text (builder, CS_RECORD_CLAIMS, members[i].language,
                                    members[i].claims);
      if (strcmp (members[i].publication, "US.13990112.B2") == 0)
        add_more (builder);
      add_record (import, builder);
    }
}

/* A later family that cites the first. */
static void
add_citing (CsLibraryImport *import)
{
  CsRecordBuilder *builder =
      start_record ("ops", "EP.4999999.A1", 20251112, "EP.24999999.A", 20240506);

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en", "Cartridge with a metering valve");
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, "Lumen Cartridges", "DE");
  cite (builder, "EP.4990017.A1", "Y", "search");
  add_record (import, builder);
}

gint64
family_world_find (const char *folder, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (folder, &error);

  g_assert_no_error (error);

  return find_family (library, number);
}

gint64
family_world_write (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (folder, &error);
  g_autoptr (CsLibraryImport) import = NULL;

  g_assert_no_error (error);
  import = cs_library_import_begin (library, "invented", day (20261123), &error);
  g_assert_no_error (error);
  add_members (import);
  add_citing (import);
  add_family_40799763 (import, TRUE);
  cs_library_import_end (import, &error);
  g_assert_no_error (error);

  return find_family (library, members[0].application);
}

void
family_world_write_later (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (folder, &error);
  g_autoptr (CsLibraryImport) import = NULL;
  CsRecordBuilder *korean;

  g_assert_no_error (error);
  import = cs_library_import_begin (library, "what is new", day (20261123), &error);
  g_assert_no_error (error);
  add_record (import,
              start_record ("ops", "EP.4990017.B1", 20260304, "EP.22999017.A", 20220317));
  korean = start_record ("ops", "KR.20240099917.A", 20240510, "KR.20237099917.A", 20230912);
  add_priorities_of (korean, "+CN.202110999901.A");
  add_record (import, korean);
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}
