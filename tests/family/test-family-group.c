#include "../../src/family/cs-family.h"

#include <string.h>

/* Families are written as lines: the application, DOCDB's number or "-", and what it claims, all
 * separated by blanks. A claim is a number in DOCDB's dotted form or as printed, in front of it
 * "+" (active), "-" (not active), or nothing; "w:" and "1:" give the link; "con:", "div:", "cip:",
 * "pro:", "nat:", "same:", "rel:" make it a relation. */

typedef struct
{
  GArray *members;  /* CsFamilyMember */
  GPtrArray *lists; /* GArray of CsPriority or CsRelation */
  GPtrArray *numbers;
  char **lines;
  GPtrArray *words; /* char ** */
} Families;

static CsNumber *
read_number (Families *families, const char *text)
{
  CsNumberInput input = {
    text, NULL, NULL, CS_NUMBER_PRIORITY, CS_NUMBER_VENDOR, CS_OFFICE_DATE_UNKNOWN
  };
  CsNumber *number = cs_number_read (&input);

  g_ptr_array_add (families->numbers, number);
  return number;
}

static gboolean
read_relation (Families *families, const char *word, CsRelation *relation)
{
  static const struct
  {
    const char *prefix;
    CsRelationType type;
  } types[] = {
    { "con:", CS_RELATION_CONTINUATION },
    { "div:", CS_RELATION_DIVISION },
    { "cip:", CS_RELATION_IN_PART },
    { "pro:", CS_RELATION_PROVISIONAL },
    { "same:", CS_RELATION_SAME_DAY },
    { "nat:", CS_RELATION_NATIONAL_PHASE },
    { "rel:", CS_RELATION_RELATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (word, types[i].prefix))
      {
        relation->type = types[i].type;
        relation->parent = read_number (families, word + strlen (types[i].prefix));
        return TRUE;
      }
  return FALSE;
}

static void
read_priority (Families *families, const char *word, CsPriority *priority)
{
  priority->active = *word == '+' ? 1 : *word == '-' ? 0 :
                                                       -1;
  priority->linkage = "";
  word += priority->active >= 0;
  if (g_str_has_prefix (word, "w:"))
    priority->linkage = "W";
  else if (g_str_has_prefix (word, "1:"))
    priority->linkage = "1";
  word += *priority->linkage != '\0' ? 2 : 0;
  priority->number = read_number (families, word);
}

static void
add_member (Families *families, char **words)
{
  GArray *priorities = g_array_new (FALSE, TRUE, sizeof (CsPriority));
  GArray *relations = g_array_new (FALSE, TRUE, sizeof (CsRelation));
  CsFamilyMember member = { 0 };
  const CsNumber *number = read_number (families, words[0]);

  for (guint i = 2; words[i] != NULL; i++)
    {
      CsPriority priority = { 0 };
      CsRelation relation = { 0 };

      if (words[i][0] == '\0')
        continue;
      if (read_relation (families, words[i], &relation))
        {
          g_array_append_val (relations, relation);
          continue;
        }
      read_priority (families, words[i], &priority);
      g_array_append_val (priorities, priority);
    }
  member.id = cs_number_get_id (number);
  member.alias = number->alias;
  member.docdb = g_str_equal (words[1], "-") ? NULL : words[1];
  member.priorities = (gpointer)priorities->data;
  member.n_priorities = priorities->len;
  member.relations = (gpointer)relations->data;
  member.n_relations = relations->len;
  g_array_append_val (families->members, member);
  g_ptr_array_add (families->lists, priorities);
  g_ptr_array_add (families->lists, relations);
}

static void
families_read (Families *families, const char *text)
{
  families->members = g_array_new (FALSE, TRUE, sizeof (CsFamilyMember));
  families->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  families->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  families->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  families->lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; families->lines[i] != NULL && families->lines[i][0] != '\0'; i++)
    {
      char **words = g_strsplit (families->lines[i], " ", -1);

      g_ptr_array_add (families->words, words);
      add_member (families, words);
    }
}

static void
families_clear (Families *families)
{
  g_array_unref (families->members);
  g_ptr_array_unref (families->lists);
  g_ptr_array_unref (families->numbers);
  g_ptr_array_unref (families->words);
  g_strfreev (families->lines);
}

/* The families as letters: "AAB" when the first two members are one and the third is its own. */
static char *
group (const char *text, CsFamilyRule rule)
{
  Families families;
  guint n_groups;
  g_autofree guint *groups = NULL;
  GString *letters = g_string_new (NULL);
  guint n_seen = 0;

  families_read (&families, text);
  groups =
      cs_family_group (rule, (gpointer)families.members->data, families.members->len, &n_groups);
  for (guint i = 0; i < families.members->len; i++)
    {
      g_assert_cmpuint (groups[i], <=, n_seen); /* numbered in the order of first members */
      n_seen = MAX (n_seen, groups[i] + 1);
      g_string_append_c (letters, (char)('A' + groups[i]));
    }
  g_assert_cmpuint (n_groups, ==, n_seen);
  families_clear (&families);
  return g_string_free (letters, FALSE);
}

static void
check (const char *text, CsFamilyRule rule, const char *wanted)
{
  g_autofree char *got = group (text, rule);

  g_assert_cmpstr (got, ==, wanted);
}

/* --- a recorded family, DOCDB's 40799763 --- */

static const char with_flags[] = "US.2008086599.W - +US.96495207.A\n"
                                 "CN.200880123968.A - +US.96495207.A -w:US.2008086599.W\n"
                                 "CN.201210106458.A - +US.96495207.A -CN.200880123968.A\n"
                                 "EP.08868513.A - +US.96495207.A -w:US.2008086599.W\n"
                                 "JP.2010540766.A - +US.96495207.A -w:US.2008086599.W\n"
                                 "TW.97145995.A - +US.96495207.A\n"
                                 "US.96495207.A - +US.96495207.A\n"
                                 "US.201213372047.A - +1:US.96495207.A -US.201213372047.A\n"
                                 "US.201313915426.A - +1:US.96495207.A -1:US.201213372047.A "
                                 "-US.201313915426.A\n"
                                 "US.201313915433.A - +1:US.96495207.A -1:US.201213372047.A "
                                 "-US.201313915433.A\n";

/* The same as offices and platforms tell it: nothing of activity, numbers as printed. */
static const char without_flags[] = "US.2008086599.W - US.96495207.A\n"
                                    "CN.200880123968.A - US.96495207.A nat:PCT/US2008/086599\n"
                                    "CN.201210106458.A - US.96495207.A div:CN200880123968.6\n"
                                    "EP.08868513.A - US.96495207.A w:US.2008086599.W\n"
                                    "JP.2010540766.A - US.96495207.A nat:PCT/US2008/086599\n"
                                    "TW.97145995.A - US.96495207.A\n"
                                    "US.96495207.A -\n"
                                    "US.201213372047.A - con:US.96495207.A US.201213372047.A\n"
                                    "US.201313915426.A - con:US13/372,047 US.201313915426.A\n"
                                    "US.201313915433.A - 1:US.96495207.A 1:US.201213372047.A\n";

static void
test_recorded (void)
{
  check (with_flags, CS_FAMILY_SIMPLE, "AAAAAAAAAA");
  check (with_flags, CS_FAMILY_EXTENDED, "AAAAAAAAAA");
  check (without_flags, CS_FAMILY_SIMPLE, "AAAAAAAAAA");
  check (without_flags, CS_FAMILY_EXTENDED, "AAAAAAAAAA");
}

static void
test_recorded_domestic (void)
{
  check (with_flags, CS_FAMILY_DOMESTIC, "ABBCDEFFFF");
  check (without_flags, CS_FAMILY_DOMESTIC, "ABBCDEFFFF");
}

/* --- simple --- */

/* DOCDB decides alone, and is not always of one mind (oddity 6). */
static void
test_given (void)
{
  check ("AR.P990102435.A 11 US.8359798.A\n"
         "UY.25549.A 12 US.8359798.A\n"
         "WO.9816128.W 11 US.9500698.P\n"
         "DE.69832731.T - US.8359798.A\n",
         CS_FAMILY_SIMPLE, "ABAC");
}

static void
test_pct (void)
{
  /* with a priority, and without one: then it is itself what its national phases share */
  check ("CN.201580012345.A - FR.1450001.A nat:PCT/FR2015/050001\n"
         "FR.2015050001.W - FR.1450001.A\n"
         "FR.1450001.A -\n",
         CS_FAMILY_SIMPLE, "AAA");
  check ("CN.201580012345.A - nat:PCT/FR2015/050001\n"
         "EP.15700001.A - w:FR.2015050001.W\n"
         "FR.2015050001.W -\n",
         CS_FAMILY_SIMPLE, "AAA");
  check ("CN.201580012345.A - nat:PCT/FR2015/050001\n"
         "EP.15700001.A - w:FR.2015050001.W\n",
         CS_FAMILY_SIMPLE, "AA");
}

/* A continuation of an international application, said to be of the US (oddity 16). */
static void
test_foreign_parent (void)
{
  const char *text = "US.82000004.A - con:PCT/CH02/00573\n"
                     "CH.0200573.W - CH.187601.A\n"
                     "US.82000104.A - nat:PCT/CH02/00573\n"
                     "DE.10200573.A - nat:PCT/CH02/00573\n";

  check (text, CS_FAMILY_SIMPLE, "AAAA");
  check (text, CS_FAMILY_DOMESTIC, "ABAC");
  check (text, CS_FAMILY_EXTENDED, "AAAA");
}

static void
test_provisional_and_part (void)
{
  const char *text = "US.201313000001.A - pro:US61/700,001\n"
                     "EP.13700001.A - US.201261700001.P\n"
                     "US.201414000001.A - cip:US.201313000001.A pro:US.201261700001.P\n"
                     "US.201514000002.A - con:US.201414000001.A\n"
                     "EP.14700002.A - US.201414000001.A\n"
                     "US.201261700001.P -\n";

  /* the part that is new makes another family, and its continuation follows it */
  check (text, CS_FAMILY_SIMPLE, "AABBCA");
  check (text, CS_FAMILY_DOMESTIC, "ABAACA");
  check (text, CS_FAMILY_EXTENDED, "AAAAAA");
}

static void
test_divisions (void)
{
  /* each named by its own parent only, children before parents */
  check ("EP.14000003.A - div:EP.13000002.A\n"
         "EP.13000002.A - div:EP.12000001.A\n"
         "EP.12000001.A - DE.102011000001.A\n"
         "DE.102011000001.A -\n"
         "EP.14000009.A - DE.102011000009.A\n",
         CS_FAMILY_SIMPLE, "AAAAB");
  /* the parent is not here */
  check ("EP.14000003.A - div:EP.13000002.A\nEP.14000004.A - div:EP13000002\n", CS_FAMILY_SIMPLE,
         "AA");
}

static void
test_circles (void)
{
  check ("EP.12000001.A - div:EP.12000002.A\n"
         "EP.12000002.A - div:EP.12000003.A\n"
         "EP.12000003.A - div:EP.12000001.A\n"
         "EP.12000004.A - div:EP.12000004.A EP.12000004.A\n",
         CS_FAMILY_SIMPLE, "AAAB");
  check ("EP.12000001.A - EP.12000002.A\nEP.12000002.A - EP.12000001.A\n", CS_FAMILY_EXTENDED,
         "AA");
}

/* An invention and a utility model of one day: the same invention, two families (oddity 18). */
static void
test_same_day (void)
{
  const char *text = "CN.201510000001.A - same:CN.201520000001.U\n"
                     "CN.201520000001.U - same:CN.201510000001.A rel:CN.201510000001.A\n";

  check (text, CS_FAMILY_SIMPLE, "AB");
  check (text, CS_FAMILY_EXTENDED, "AB");
  check (text, CS_FAMILY_DOMESTIC, "AB");
}

/* Claims on oneself, and nearly five hundred that are none (oddity 2). */
static void
test_many_priorities (void)
{
  g_autoptr (GString) text = g_string_new ("US.201313000001.A - US.201313000001.A");

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, " EP.1200%04u.A", i);
  g_string_append (text, "\nDE.102013000001.A -");
  for (guint i = 500; i > 0; i--)
    g_string_append_printf (text, " EP.1200%04u.A EP.1200%04u.A", i - 1, i - 1);
  g_string_append (text, "\nEP.12000400.A -\nUS.201313000002.A - EP.12000400.A\n");
  check (text->str, CS_FAMILY_SIMPLE, "AABB");
  check (text->str, CS_FAMILY_EXTENDED, "AAAA");
}

/* What hangs together through others is far more than the simple family (oddities 9 and 10). */
static void
test_closure (void)
{
  const char *text = "FR.1400001.A -\n"
                     "EP.15000001.A - FR.1400001.A\n"
                     "WO.2099000001.A -\n"
                     "US.201514000001.A - FR.1400001.A FR.1400002.A\n"
                     "CN.201510000001.A - FR.1400002.A\n"
                     "FR.1400002.A -\n";

  check (text, CS_FAMILY_SIMPLE, "AABCDD");
  check (text, CS_FAMILY_EXTENDED, "AABAAA");
}

/* Applications that EPO made up, claimed by nobody, are families of their own (oddity 5). */
static void
test_artificial (void)
{
  check ("DE.1234D.K -\nDE.1235D.K -\nEP.12000001.A - DE.1234D.K\n", CS_FAMILY_SIMPLE, "ABA");
}

/* --- which application is meant --- */

static void
test_numbers (void)
{
  /* by alias: no year is told beside the number of a US application */
  check ("US.201113167395.A -\nEP.12000001.A - US13/167,395\n", CS_FAMILY_SIMPLE, "AA");
  /* a day between two deliveries, over the end of the year that decides the number (oddity 15) */
  check ("US.(12/980,001).A.20101231 -\nEP.12000001.A - US.(12/980,001).A.20110101\n",
         CS_FAMILY_SIMPLE, "AA");
  /* without kind, where there is but one kind */
  check ("JP.2006147056.A -\nUS.201113167395.A - JP2006-147056\n", CS_FAMILY_SIMPLE, "AA");
  check ("JP.2006147056.A -\nJP.2006147056.F -\nUS.201113167395.A - JP2006-147056\n",
         CS_FAMILY_SIMPLE, "ABC");
  check ("JP.2000273711.A -\nEP.01963450.A - JP2000273711\nKR.20010000001.A - 2000273711\n",
         CS_FAMILY_SIMPLE, "AAB");
  /* what cannot be read is the same when it is written alike */
  check ("DE.102013000001.A - IT19732A/88\nFR.1400001.A - IT19732A/88\n", CS_FAMILY_SIMPLE, "AA");
  /* an application that stands there twice */
  check ("FR.1400001.A - DE.102013000001.A\nFR.1400001.A -\n", CS_FAMILY_SIMPLE, "AA");
}

/* --- any families --- */

#define N_ANY 12

/* Member i, with claims on some that are numbered lower, so that nothing goes in circles. */
static char *
make_line (GRand *rand, guint i)
{
  static const char *const hows[] = { "", "", "con:", "div:", "cip:", "nat:", "same:" };
  GString *line = g_string_new (NULL);

  g_string_printf (line, "US.2012130000%02u.A -", i);
  for (guint k = 0; k < i; k++)
    if (g_rand_int_range (rand, 0, 6) == 0)
      g_string_append_printf (line, " %sUS.2012130000%02u.A",
                              hows[g_rand_int_range (rand, 0, G_N_ELEMENTS (hows))], k);
  return g_string_free (line, FALSE);
}

/* Groups the lines in an order; the answer is in the order of @lines. */
static char *
group_in_order (char *const lines[N_ANY], const guint order[N_ANY], CsFamilyRule rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *letters = NULL;
  char *sorted = g_strnfill (N_ANY, ' ');

  for (guint i = 0; i < N_ANY; i++)
    g_string_append_printf (text, "%s\n", lines[order[i]]);
  letters = group (text->str, rule);
  for (guint i = 0; i < N_ANY; i++)
    sorted[order[i]] = letters[i];
  return sorted;
}

static void
check_same_pairs (const char *a, const char *b)
{
  for (guint i = 0; i < N_ANY; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpint (a[i] == a[k], ==, b[i] == b[k]);
}

/* In which order the members come decides nothing. */
static void
test_any_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (40799763);

  for (guint round = 0; round < 300; round++)
    {
      guint order[N_ANY];
      char *lines[N_ANY];

      for (guint i = 0; i < N_ANY; i++)
        {
          lines[i] = make_line (rand, i);
          order[i] = (i * 5 + round) % N_ANY;
        }
      for (CsFamilyRule rule = CS_FAMILY_SIMPLE; rule < CS_FAMILY_GIVEN; rule++)
        {
          static const guint straight[N_ANY] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
          g_autofree char *first = group_in_order (lines, straight, rule);
          g_autofree char *second = group_in_order (lines, order, rule);

          check_same_pairs (first, second);
        }
      for (guint i = 0; i < N_ANY; i++)
        g_free (lines[i]);
    }
}

static void
test_none (void)
{
  guint n_groups = 7;
  g_autofree guint *groups = cs_family_group (CS_FAMILY_SIMPLE, NULL, 0, &n_groups);

  g_assert_null (groups);
  g_assert_cmpuint (n_groups, ==, 0);
}

/* --- many --- */

#define N_MANY 100000

/* A chain of divisions of half of all, with one first filing; the others are alone. */
static void
test_many (void)
{
  static const CsFamilyRule rules[] = { CS_FAMILY_SIMPLE, CS_FAMILY_EXTENDED, CS_FAMILY_DOMESTIC };
  g_autoptr (GString) text = g_string_new ("EP.00000000.A - DE.102013000001.A\n");
  Families families;

  for (guint i = 1; i < N_MANY; i++)
    if (i % 2 == 0)
      g_string_append_printf (text, "EP.%08u.A - div:EP.%08u.A\n", i, i - 2);
    else
      g_string_append_printf (text, "EP.%08u.A - FR.%08u.A\n", i, i);
  families_read (&families, text->str);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      guint n_groups;
      gint64 start = g_get_monotonic_time ();
      g_autofree guint *groups = cs_family_group (rules[i], (gpointer)families.members->data,
                                                  families.members->len, &n_groups);

      g_test_message ("%s: %u members in %d ms", cs_family_rule_get_name (rules[i]), N_MANY,
                      (int)((g_get_monotonic_time () - start) / 1000));
      g_assert_cmpuint (n_groups, ==, N_MANY / 2 + 1);
      g_assert_cmpuint (groups[N_MANY - 2], ==, 0);
    }
  families_clear (&families);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family-group/recorded", test_recorded);
  g_test_add_func ("/family-group/recorded-domestic", test_recorded_domestic);
  g_test_add_func ("/family-group/given", test_given);
  g_test_add_func ("/family-group/pct", test_pct);
  g_test_add_func ("/family-group/foreign-parent", test_foreign_parent);
  g_test_add_func ("/family-group/provisional-and-part", test_provisional_and_part);
  g_test_add_func ("/family-group/divisions", test_divisions);
  g_test_add_func ("/family-group/circles", test_circles);
  g_test_add_func ("/family-group/same-day", test_same_day);
  g_test_add_func ("/family-group/many-priorities", test_many_priorities);
  g_test_add_func ("/family-group/closure", test_closure);
  g_test_add_func ("/family-group/artificial", test_artificial);
  g_test_add_func ("/family-group/numbers", test_numbers);
  g_test_add_func ("/family-group/any-order", test_any_order);
  g_test_add_func ("/family-group/none", test_none);
  g_test_add_func ("/family-group/many", test_many);
  return g_test_run ();
}
