#include "../../src/family/cs-family.h"
#include "../../src/family/cs-legal-code.h"

#include <string.h>

#define MAX_STEPS 16

/* A case in short: "2011-02-03 PB01; 2013-04-05 GR01/DE > 2013-04-01", parted by semicolons: day,
 * code, authority, day of effect. A code "=B" is a publication of kind B. */
typedef struct
{
  const char *name;
  const char *office; /* "CN A": country and kind of the application */
  const char *filed;
  const char *steps;
  CsLegalState state;
  const char *since;
  int event;
  guint badges;
} StatusCase;

static const char designated[] = "Kind: 1\nDesignated State(s): DE FR GB\n";

static const StatusCase cases[] = {
  { "nothing", "CN A", "2020-01-02", "", CS_LEGAL_UNKNOWN, "", -1, 0 },
  { "unknown code", "CN A", "2020-01-02", "2021-01-01 ZZ99", CS_LEGAL_UNKNOWN, "", -1, 0 },
  { "published", "CN A", "2020-01-02", "2021-07-01 PB01; 2021-07-20 SE01", CS_LEGAL_PENDING,
    "2021-07-01", 0, 0 },
  { "granted", "CN A", "2015-01-02", "2018-03-06 GR01; 2016-07-01 PB01", CS_LEGAL_IN_FORCE,
    "2018-03-06", 0, 0 },
  { "no annual fee", "CN A", "2015-01-02", "2018-03-06 GR01; 2022-12-27 CF01 > 2022-01-02",
    CS_LEGAL_CEASED, "2022-01-02", 1, 0 },
  { "restored", "CN A", "2015-01-02", "2018-03-06 GR01; 2022-12-27 CF01; 2023-05-02 RR01",
    CS_LEGAL_IN_FORCE, "2023-05-02", 2, CS_LEGAL_BADGE_REVIVED },
  { "application restored", "CN A", "2015-01-02", "2016-07-01 WD01; 2017-05-02 RA01",
    CS_LEGAL_PENDING, "2017-05-02", 1, CS_LEGAL_BADGE_REVIVED },
  { "end of term told", "CN U", "2010-01-02", "2010-09-06 GR01; 2020-02-11 CX01", CS_LEGAL_EXPIRED,
    "2020-02-11", 1, 0 },
  { "end of term by time", "CN U", "2010-01-02", "2010-09-06 GR01", CS_LEGAL_EXPIRED, "2020-01-02",
    -1, 0 },
  { "refused", "CN A", "2015-01-02", "2016-07-01 PB01; 2019-03-06 RJ01", CS_LEGAL_REFUSED,
    "2019-03-06", 1, 0 },
  { "withdrawn", "CN A", "2015-01-02", "2016-07-01 PB01; 2019-03-06 WD01", CS_LEGAL_WITHDRAWN,
    "2019-03-06", 1, 0 },
  { "invalid", "CN A", "2015-01-02", "2018-03-06 GR01; 2019-03-06 IW01", CS_LEGAL_CEASED,
    "2019-03-06", 1, 0 },
  { "invalid in part", "CN A", "2015-01-02", "2018-03-06 GR01; 2019-03-06 IP01", CS_LEGAL_IN_FORCE,
    "2018-03-06", 0, 0 },
  { "badges", "CN A", "2015-01-02",
    "2018-03-06 GR01; 2019-01-01 TR01; 2019-02-01 EE01; 2019-03-01 PE01; 2020-03-01 PC01",
    CS_LEGAL_IN_FORCE, "2018-03-06", 0, CS_LEGAL_BADGE_TRANSFERRED | CS_LEGAL_BADGE_LICENSED },
  { "only a grant's publication", "CN A", "2015-01-02", "2016-07-01 =A; 2018-03-06 =B",
    CS_LEGAL_IN_FORCE, "2018-03-06", -1, 0 },
  { "event and publication", "CN A", "2015-01-02", "2018-03-06 GR01; 2018-03-06 =B",
    CS_LEGAL_IN_FORCE, "2018-03-06", 0, 0 },
  { "utility model", "CN U", "2020-01-02", "2020-09-01 =U", CS_LEGAL_IN_FORCE, "2020-09-01", -1,
    0 },
  { "lapsed before the grant was told", "CN A", "2015-01-02", "2022-12-27 CF01; 2018-03-06 =C",
    CS_LEGAL_CEASED, "2022-12-27", 0, 0 },
  { "only published, lately", "CN A", "2022-01-02", "2023-07-01 =A", CS_LEGAL_PENDING,
    "2023-07-01", -1, 0 },
  { "only published, long ago", "CN A", "2012-01-02", "2013-07-01 =A", CS_LEGAL_UNKNOWN, "", -1,
    0 },
  { "pending beyond its term", "CN A", "1999-01-02", "2000-07-01 PB01", CS_LEGAL_UNKNOWN, "", -1,
    0 },
  { "same day", "CN A", "2015-01-02", "2018-03-06 CF01; 2018-03-06 GR01; 2018-03-06 PB01",
    CS_LEGAL_CEASED, "2018-03-06", 0, 0 },
  { "to come", "CN A", "2015-01-02", "2018-03-06 GR01; 2030-01-01 CF01", CS_LEGAL_IN_FORCE,
    "2018-03-06", 0, 0 },
  { "not paid", "US A", "2010-01-02", "2014-03-04 =B2; 2018-04-23 FP > 2018-03-04",
    CS_LEGAL_CEASED, "2018-03-04", 0, 0 },
  { "reinstated", "US A", "2010-01-02", "2014-03-04 STCF; 2018-04-23 LAPS; 2018-06-01 PRDP",
    CS_LEGAL_IN_FORCE, "2018-06-01", 2, CS_LEGAL_BADGE_REVIVED },
  { "fee paid, no grant told", "US A", "2010-01-02", "2017-09-01 MAFP; 2021-09-01 MAFP",
    CS_LEGAL_IN_FORCE, "2017-09-01", 0, 0 },
  { "fees revive nothing", "US A", "2010-01-02", "2014-03-04 STCF; 2018-04-23 FP; 2018-04-25 MAFP",
    CS_LEGAL_CEASED, "2018-04-23", 1, 0 },
  { "abandoned", "US A", "2018-01-02", "2019-07-04 =A1; 2021-04-23 STCB", CS_LEGAL_WITHDRAWN,
    "2021-04-23", 0, 0 },
  { "maybe extended", "US A", "2003-01-02", "2007-03-04 =B2", CS_LEGAL_UNKNOWN, "", -1, 0 },
  { "cannot be extended so far", "US A", "1995-09-02", "1998-03-04 =A", CS_LEGAL_EXPIRED,
    "2015-09-02", -1, 0 },
  { "a notice is no end", "KR A", "2018-01-02", "2020-04-23 E902", CS_LEGAL_PENDING, "2020-04-23",
    0, 0 },
  { "Korea", "KR A", "2018-01-02", "2020-04-23 E902; 2021-01-01 GRNT; 2024-01-01 LAPS",
    CS_LEGAL_CEASED, "2024-01-01", 2, 0 },
  { "Japan", "JP A", "2008-01-02", "2012-01-01 R150; 2020-01-01 LAPS", CS_LEGAL_CEASED,
    "2020-01-01", 1, 0 },
  { "European", "EP A", "2010-06-24", "2016-01-01 17P; 2019-11-27 GRAA; 2019-11-27 AK",
    CS_LEGAL_IN_FORCE, "2019-11-27", 1, 0 },
  { "opposed", "EP A", "2010-06-24", "2019-11-27 GRAA; 2020-08-27 26", CS_LEGAL_IN_FORCE,
    "2019-11-27", 0, CS_LEGAL_BADGE_CHALLENGED },
  { "opposition over", "EP A", "2010-06-24", "2019-11-27 GRAA; 2020-08-27 26; 2022-01-01 27O",
    CS_LEGAL_IN_FORCE, "2019-11-27", 0, 0 },
  { "revoked", "EP A", "2010-06-24", "2019-11-27 GRAA; 2020-08-27 26; 2022-01-01 27W",
    CS_LEGAL_CEASED, "2022-01-01", 2, 0 },
  { "lapsed in a state", "EP A", "2010-06-24", "2019-11-27 GRAA; 2020-05-01 PG25/BG",
    CS_LEGAL_IN_FORCE, "2019-11-27", 0, CS_LEGAL_BADGE_PART_LAPSED },
  { "lapsed in two of three", "EP A", "2010-06-24",
    "2019-11-27 GRAA; 2019-11-27 AK*; 2020-05-01 PG25/DE; 2020-06-01 PG25/FR", CS_LEGAL_IN_FORCE,
    "2019-11-27", 0, CS_LEGAL_BADGE_PART_LAPSED },
  { "lapsed in all", "EP A", "2010-06-24",
    "2019-11-27 GRAA; 2019-11-27 AK*; 2020-05-01 PG25/DE; 2020-06-01 PG25/FR; 2020-07-01 PG25/GB",
    CS_LEGAL_CEASED, "2020-07-01", 4, 0 },
  { "lapse in a state taken back", "EP A", "2010-06-24",
    "2019-11-27 GRAA; 2020-05-01 PG25/DE; 2021-06-01 PGRI/DE", CS_LEGAL_IN_FORCE, "2019-11-27", 0,
    0 },
  { "entered national phases", "US W", "2022-01-01", "2023-07-01 ENP", CS_LEGAL_NATIONAL,
    "2023-07-01", 0, 0 },
  { "international, published", "WO W", "2025-01-01", "2026-01-01 =A1", CS_LEGAL_PENDING,
    "2026-01-01", -1, 0 },
  { "international, too late", "CN W", "2022-01-01", "2022-07-10 =A1", CS_LEGAL_NATIONAL,
    "2024-09-01", -1, 0 },
  { "no date", "CN A", "", "- GR01", CS_LEGAL_IN_FORCE, "", 0, 0 },
  { "another office's event", "AT T", "2004-01-02", "2024-02-02 FZDE/CA", CS_LEGAL_WITHDRAWN,
    "2024-02-02", 0, 0 },
};

typedef struct
{
  CsLegalEvent events[MAX_STEPS];
  const CsLegalEvent *event_list[MAX_STEPS];
  CsNumber publications[MAX_STEPS];
  CsNumber *publication_list[MAX_STEPS];
  char *kept[MAX_STEPS * 3];
  guint n_kept;
  CsNumber application;
  CsLegalCase legal_case;
} Fixture;

static CsOfficeDate
day (const char *text)
{
  CsOfficeDate date;

  g_assert_true (cs_office_date_read (text, &date));
  return date;
}

static char *
keep (Fixture *fixture, char *text)
{
  fixture->kept[fixture->n_kept++] = text;
  return text;
}

static void
add_step (Fixture *fixture, const char *country, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_auto (GStrv) code = g_strsplit (words[1], "/", 2);
  CsLegalCase *legal_case = &fixture->legal_case;

  if (words[1][0] == '=')
    {
      CsNumber *document = &fixture->publications[legal_case->n_publications];

      document->country = (char *)country;
      document->kind = keep (fixture, g_strdup (words[1] + 1));
      document->date = day (words[0]);
      fixture->publication_list[legal_case->n_publications++] = document;
      return;
    }
  CsLegalEvent *event = &fixture->events[legal_case->n_events];

  event->details = g_str_has_suffix (code[0], "*") ? designated : "";
  event->code = keep (fixture, g_strndup (code[0], strcspn (code[0], "*")));
  event->authority = keep (fixture, g_strdup (code[1] != NULL ? code[1] : country));
  event->text = "";
  event->influence = '-'; /* must decide nothing */
  event->date = day (words[0]);
  if (words[2] != NULL)
    event->effective = day (words[3]);
  fixture->event_list[legal_case->n_events++] = event;
}

static CsLegalStatus
find (const StatusCase *it, Fixture *fixture)
{
  g_auto (GStrv) office = g_strsplit (it->office, " ", 2);
  g_auto (GStrv) steps = g_strsplit (it->steps, "; ", -1);
  CsLegalStatus status;

  memset (fixture, 0, sizeof *fixture);
  fixture->application.country = office[0];
  fixture->application.kind = office[1];
  fixture->application.date = day (it->filed);
  fixture->legal_case.application = &fixture->application;
  fixture->legal_case.publications = fixture->publication_list;
  fixture->legal_case.events = fixture->event_list;
  fixture->legal_case.today = day ("2026-11-20");
  for (guint i = 0; steps[i] != NULL && steps[i][0] != '\0'; i++)
    add_step (fixture, office[0], steps[i]);
  status = cs_legal_status_find (&fixture->legal_case);
  for (guint i = 0; i < fixture->n_kept; i++)
    g_free (fixture->kept[i]);
  return status;
}

static void
test_status (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StatusCase *it = &cases[i];
      Fixture fixture;
      CsLegalStatus status = find (it, &fixture);
      g_autofree char *since = cs_office_date_dup_text (status.since);

      g_test_message ("%s", it->name);
      g_assert_cmpstr (cs_legal_state_get_name (status.state), ==,
                       cs_legal_state_get_name (it->state));
      g_assert_cmpstr (since, ==, it->since);
      g_assert_cmpint (status.event, ==, it->event);
      g_assert_cmpuint (status.badges, ==, it->badges);
    }
}

static void
test_no_application (void)
{
  CsLegalCase nothing = { 0 };

  g_assert_cmpint (cs_legal_status_find (&nothing).state, ==, CS_LEGAL_UNKNOWN);
}

static void
test_expiry (void)
{
  StatusCase china = { "", "CN A", "2018-05-10", "2021-09-03 GR01", 0, "", 0, 0 };
  StatusCase america = { "", "US A", "2018-05-10", "2021-09-03 =B2", 0, "", 0, 0 };
  Fixture fixture;
  CsLegalStatus status = find (&china, &fixture);

  g_assert_cmpuint (cs_office_date_to_key (status.expiry), ==, 20380510);
  g_assert_false (status.is_estimate);
  status = find (&america, &fixture);
  g_assert_cmpuint (cs_office_date_to_key (status.expiry), ==, 20380510);
  g_assert_true (status.is_estimate);
}

/* Words decide where a code is told with words only. */
static void
test_words (void)
{
  CsLegalEvent event = { .authority = "EP", .code = "STAA", .text = "STATUS", .details = "" };

  event.details = "Free Format Text: STATUS: THE PATENT HAS BEEN GRANTED";
  g_assert_cmpint (cs_legal_code_find ("EP", &event)->effect, ==, CS_LEGAL_EFFECT_GRANT);
  event.details = "Free Format Text: Status: the application is deemed to be withdrawn";
  g_assert_cmpint (cs_legal_code_find ("EP", &event)->effect, ==, CS_LEGAL_EFFECT_WITHDRAW);
  event.details = "Free Format Text: STATUS: SOMETHING NEW";
  g_assert_cmpint (cs_legal_code_find ("EP", &event)->effect, ==, CS_LEGAL_EFFECT_NONE);
  event.code = NULL;
  g_assert_null (cs_legal_code_find ("EP", &event));
}

static void
test_old_grants (void)
{
  const CsLegalCode *old = cs_legal_code_find_publication ("US", "A", day ("1999-05-04"));

  g_assert_nonnull (old);
  g_assert_cmpint (old->effect, ==, CS_LEGAL_EFFECT_GRANT);
  old = cs_legal_code_find_publication ("US", "A", day ("2005-05-04"));
  g_assert_true (old == NULL || old->effect != CS_LEGAL_EFFECT_GRANT);
  g_assert_null (cs_legal_code_find_publication ("US", NULL, day ("2005-05-04")));
}

/* Every code that the recorded answers of the EPO's services hold. */
static void
test_codes_met (void)
{
  static const char *const met[][2] = {
    { "CA", "FZDE" },
    { "EP", "17P" },
    { "EP", "17Q" },
    { "EP", "26N" },
    { "EP", "AK" },
    { "EP", "AX" },
    { "EP", "GRAA" },
    { "EP", "GRAP" },
    { "EP", "GRAS" },
    { "EP", "INTG" },
    { "EP", "PG25" },
    { "EP", "PGFP" },
    { "EP", "PLBE" },
    { "EP", "PUAI" },
    { "EP", "RAP1" },
    { "EP", "REG" },
    { "EP", "RIC1" },
    { "EP", "STAA" },
    { "US", "AS" },
    { "US", "FEPP" },
    { "US", "MAFP" },
    { "US", "STCF" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    {
      CsLegalEvent event = { .authority = met[i][0], .code = met[i][1] };
      const CsLegalCode *code = cs_legal_code_find (met[i][0], &event);

      g_test_message ("%s", met[i][1]);
      g_assert_nonnull (code);
      g_assert_true (code->is_verified);
    }
}

static void
test_families (void)
{
  const CsLegalState pending[] = { CS_LEGAL_PENDING, CS_LEGAL_NATIONAL, CS_LEGAL_REFUSED };
  const CsLegalState mixed[] = { CS_LEGAL_IN_FORCE, CS_LEGAL_UNKNOWN };
  const CsLegalState alive[] = { CS_LEGAL_NATIONAL, CS_LEGAL_IN_FORCE, CS_LEGAL_PENDING };
  const CsLegalState ended[] = { CS_LEGAL_CEASED, CS_LEGAL_NATIONAL, CS_LEGAL_EXPIRED };
  const CsLegalState doubtful[] = { CS_LEGAL_CEASED, CS_LEGAL_UNKNOWN };
  const CsLegalState nobody[] = { CS_LEGAL_NATIONAL };

  g_assert_cmpint (cs_family_status_find (pending, 3), ==, CS_FAMILY_PENDING);
  g_assert_cmpint (cs_family_status_find (mixed, 2), ==, CS_FAMILY_PART_IN_FORCE);
  g_assert_cmpint (cs_family_status_find (alive, 3), ==, CS_FAMILY_IN_FORCE);
  g_assert_cmpint (cs_family_status_find (ended, 3), ==, CS_FAMILY_ENDED);
  g_assert_cmpint (cs_family_status_find (doubtful, 2), ==, CS_FAMILY_UNKNOWN);
  g_assert_cmpint (cs_family_status_find (nobody, 1), ==, CS_FAMILY_UNKNOWN);
  g_assert_cmpint (cs_family_status_find (NULL, 0), ==, CS_FAMILY_UNKNOWN);
}

static void
test_family (void)
{
  g_autoptr (CsFamily) family = cs_family_new ();
  CsApplication *application = cs_application_new ();

  g_assert_cmpint (cs_family_get_status (family), ==, CS_FAMILY_UNKNOWN);
  application->status.state = CS_LEGAL_IN_FORCE;
  g_ptr_array_add (family->applications, application);
  g_assert_cmpint (cs_family_get_status (family), ==, CS_FAMILY_IN_FORCE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/legal-status/status", test_status);
  g_test_add_func ("/family/legal-status/no-application", test_no_application);
  g_test_add_func ("/family/legal-status/expiry", test_expiry);
  g_test_add_func ("/family/legal-status/words", test_words);
  g_test_add_func ("/family/legal-status/old-grants", test_old_grants);
  g_test_add_func ("/family/legal-status/codes-met", test_codes_met);
  g_test_add_func ("/family/legal-status/families", test_families);
  g_test_add_func ("/family/legal-status/family", test_family);
  return g_test_run ();
}
