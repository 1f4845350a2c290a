#include "../../src/service/cs-family-picture.h"

#include <string.h>

static CsOfficeDate
day (const char *text)
{
  CsOfficeDate date;

  g_assert_true (cs_office_date_read (text, &date));
  return date;
}

static CsNumber *
number (const char *country,
        const char *text,
        const char *kind,
        CsNumberRole role,
        const char *date)
{
  return cs_number_read (
      &(CsNumberInput){ text, country, kind, role, CS_NUMBER_DOCDB, day (date) });
}

static CsApplication *
add (CsFamily *family, const char *country, const char *text, const char *kind, const char *filed)
{
  CsApplication *application = cs_application_new ();

  application->number = number (country, text, kind, CS_NUMBER_APPLICATION, filed);
  g_ptr_array_add (family->applications, application);
  return application;
}

static void
claim (CsApplication *application,
       const char *country,
       const char *text,
       const char *kind,
       const char *linkage)
{
  CsPriority priority = { number (country, text, kind, CS_NUMBER_PRIORITY, "2007-12-28"), 1,
                          linkage };

  g_ptr_array_add (application->priorities, cs_priority_dup (&priority));
  cs_number_unref (priority.number);
}

static void
publish (CsApplication *application, const char *text, const char *kind, const char *date)
{
  CsPublication *publication = g_new0 (CsPublication, 1);

  publication->number = number (application->number->country, text, kind,
                                CS_NUMBER_PUBLICATION, date);
  g_ptr_array_add (application->publications, publication);
}

/* A part of a real family: a first filing in the United States that claims itself, an international
 * application, its national phase in China, a division of that, and a continuation. */
static CsFamily *
make_family (void)
{
  CsFamily *family = cs_family_new ();
  CsApplication *first = add (family, "US", "96495207", "A", "2007-12-27");
  CsApplication *world = add (family, "US", "2008086599", "W", "2008-12-12");
  CsApplication *china = add (family, "CN", "200880123968", "A", "2008-12-12");
  CsApplication *division = add (family, "CN", "201210106458", "A", "2008-12-12");
  CsApplication *more = add (family, "US", "201213372047", "A", "");
  CsRelation relation = { CS_RELATION_DIVISION, china->number };

  claim (first, "US", "96495207", "A", "");
  claim (world, "US", "96495207", "A", "");
  claim (china, "US", "2008086599", "W", "W");
  claim (china, "US", "96495207", "A", "");
  claim (division, "CN", "200880123968", "A", "");
  g_ptr_array_add (division->relations, cs_relation_dup (&relation));
  claim (more, "US", "96495207", "A", "1");
  claim (more, "US", "2361107", "P", "");
  publish (first, "2009171930", "A1", "2009-07-02");
  publish (first, "8131731", "B2", "2012-03-06");
  first->status = (CsLegalStatus){ CS_LEGAL_IN_FORCE, -1, day ("2012-03-06"), 0, day ("2027-12-27"),
                                   TRUE };
  world->status = (CsLegalStatus){ CS_LEGAL_NATIONAL, -1, day ("2010-06"), 0 };
  china->status = (CsLegalStatus){ CS_LEGAL_CEASED, -1, day ("2020"), 0 };
  return family;
}

static GPtrArray *
draw (CsPicture *picture)
{
  GPtrArray *picks = cs_picks_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1280, 600);
  cairo_t *cairo = cairo_create (surface);
  CsPictureStyle style;

  cs_picture_style_init (&style, FALSE);
  cs_picture_draw (picture, &style, cairo, 1280, picks);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return picks;
}

static guint
count (const GPtrArray *picks, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < picks->len; i++)
    n += strcmp (((const CsPick *)picks->pdata[i])->id, id) == 0;
  return n;
}

static const CsPick *
find (const GPtrArray *picks, const char *text)
{
  for (guint i = 0; i < picks->len; i++)
    if (strstr (((const CsPick *)picks->pdata[i])->text, text) != NULL)
      return picks->pdata[i];
  return NULL;
}

static void
test_timeline (void)
{
  g_autoptr (CsFamily) family = make_family ();
  g_autoptr (CsPicture) picture = cs_family_timeline_new (family, day ("2026-11-20"));
  g_autoptr (GPtrArray) picks = draw (picture);

  g_assert_cmpuint (count (picks, "US.96495207.A"), ==, 4); /* lane, filed, published, granted */
  g_assert_cmpuint (count (picks, "US.2008086599.W"), ==, 3);
  g_assert_cmpuint (count (picks, "CN.200880123968.A"), ==, 3);
  g_assert_cmpuint (count (picks, "US.201213372047.A"), ==, 1); /* of no day is known */
  g_assert_nonnull (find (picks, "granted 2012-03-06"));
  g_assert_nonnull (find (picks, "ceased 2020"));
  g_assert_nonnull (find (picks, "first filing"));
  g_assert_nonnull (find (picks, "international"));
  g_assert_nonnull (find (picks, "division"));
  g_assert_nonnull (find (picks, "continuation"));
}

/* Offices tell of the international application in each continuation of its national phase. */
static void
test_says_most (void)
{
  g_autoptr (CsFamily) family = cs_family_new ();
  CsApplication *parent = add (family, "US", "201013000001", "A", "2010-05-04");
  CsApplication *child = add (family, "US", "201213372047", "A", "2012-02-13");
  g_autoptr (CsNumber) world =
      number ("US", "2008086599", "W", CS_NUMBER_APPLICATION, "2008-12-12");
  const CsRelation relations[] = { { CS_RELATION_NATIONAL_PHASE, world },
                                   { CS_RELATION_CONTINUATION, parent->number } };
  g_autoptr (CsPicture) picture = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    g_ptr_array_add (child->relations, cs_relation_dup (&relations[i]));
  picture = cs_family_timeline_new (family, day ("2026-11-20"));
  picks = draw (picture);
  g_assert_nonnull (find (picks, "continuation"));
  g_assert_null (find (picks, "national or regional phase"));
}

static void
test_graph (void)
{
  g_autoptr (CsFamily) family = make_family ();
  g_autoptr (CsPicture) picture = cs_family_graph_new (family);
  g_autoptr (GPtrArray) picks = draw (picture);
  const CsPick *first = find (picks, "2007-12-27, in force");
  const CsPick *world = find (picks, "in national phases");
  const CsPick *china = find (picks, "ended");
  const CsPick *outside = find (picks, "not in this family");

  g_assert_cmpuint (picks->len, ==, 6);
  g_assert_nonnull (first);
  g_assert_nonnull (world);
  g_assert_nonnull (china);
  g_assert_nonnull (outside);
  g_assert_cmpfloat (first->x, <, world->x);
  g_assert_cmpfloat (world->x, <, china->x);
}

static void
test_empty (void)
{
  g_autoptr (CsFamily) family = cs_family_new ();
  g_autoptr (CsPicture) timeline = cs_family_timeline_new (family, CS_OFFICE_DATE_UNKNOWN);
  g_autoptr (CsPicture) graph = cs_family_graph_new (family);
  g_autoptr (GPtrArray) picks = draw (timeline);

  g_assert_cmpuint (picks->len, ==, 0);
  g_ptr_array_unref (picks);
  picks = draw (graph);
  g_assert_cmpuint (picks->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/family-picture/timeline", test_timeline);
  g_test_add_func ("/service/family-picture/says-most", test_says_most);
  g_test_add_func ("/service/family-picture/graph", test_graph);
  g_test_add_func ("/service/family-picture/empty", test_empty);
  return g_test_run ();
}
