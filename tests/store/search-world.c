#include "search-world.h"

#include <string.h>

#include "../../src/language/cs-search-tokens.h"

/* Few words that overlap much, so that a search that is nearly right is wrong somewhere. */
static const char *const words[] = {
  "电池",
  "电极",
  "池电",
  "锂",
  "锂离子",
  "离子电池",
  "正极",
  "负极",
  "正负极",
  "材料",
  "隔膜",
  "膜材",
  "膜材料",
  "一种",
  "方法",
  "電池",
  "裝置",
  "ＢＡＴＴＥＲＹ",
  "battery",
  "batteries",
  "Battery",
  "lithium",
  "ion",
  "lithium-ion",
  "separator",
  "separate",
  "coat",
  "coating",
  "a",
  "method",
  "5G",
  "H2O",
};

static const char *const separators[] = { "", "", "", " ", "，", "。", ", ", "\n" };
static const char *const applicants[] = { "华为技术有限公司", "HUAWEI TECH CO LTD", "宁德时代",
                                          "Example Batteries Inc", "Battery Works" };
static const char *const inventors[] = { "张三", "李四", "John Smith", "SMITH JANE" };
static const char *const symbols[] = { "H01M10/05", "H01M10/0525", "H01M4/13", "H01M100/02",
                                       "G06F17/30" };

#define PICK(random, list) ((list)[g_rand_int_range (random, 0, G_N_ELEMENTS (list))])

/* --- documents --- */

static char *
invent_text (GRand *random, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = PICK (random, words);
      gboolean is_latin = g_ascii_isalnum (word[0]);

      if (i > 0)
        g_string_append (text, is_latin && g_ascii_isalnum (text->str[text->len - 1]) ?
                                   " " :
                                   PICK (random, separators));
      g_string_append (text, word);
    }

  return g_string_free (text, FALSE);
}

char **
world_split (const char *text)
{
  g_autofree char *joined = cs_search_tokens_join (text, strlen (text));

  return g_strsplit (joined, " ", -1);
}

static guint
invent_day (GRand *random)
{
  return (guint)g_rand_int_range (random, 2010, 2024) * 10000 +
         (guint)g_rand_int_range (random, 1, 13) * 100 + (guint)g_rand_int_range (random, 1, 29);
}

static void
name_document (WorldDocument *document, guint office, guint n)
{
  static const char *const prefixes[] = { "CN.10", "US.2015", "EP.2" };
  static const char *const kinds[] = { "A", "A1", "A1" };
  static const char *const applications[] = { "CN.201910", "US.201916", "EP.19" };
  static const int digits[] = { 7, 6, 6 };

  document->number = g_strdup_printf ("%s%0*u.%s", prefixes[office], digits[office], n + 1,
                                      kinds[office]);
  document->application = g_strdup_printf ("%s%06u.A", applications[office], n + 1);
}

static WorldDocument *
invent_document (GRand *random, guint n)
{
  WorldDocument *document = g_new0 (WorldDocument, 1);
  static const guint lengths[N_WORLD_PARTS] = { 3, 12, 25, 40 };

  name_document (document, g_rand_int_range (random, 0, 3), n);
  document->day = invent_day (random);
  document->filed = invent_day (random);
  document->group = g_rand_boolean (random) ? n : n / 3 * 3;
  document->applicant = PICK (random, applicants);
  document->inventor = PICK (random, inventors);
  document->symbol = PICK (random, symbols);
  for (guint part = 0; part < N_WORLD_PARTS; part++)
    {
      document->parts[part] = invent_text (random, 1 + g_rand_int_range (random, 0, lengths[part]));
      document->tokens[part] = world_split (document->parts[part]);
    }

  return document;
}

static void
free_document (gpointer data)
{
  WorldDocument *document = data;

  g_free (document->number);
  g_free (document->application);
  for (guint part = 0; part < N_WORLD_PARTS; part++)
    {
      g_free (document->parts[part]);
      g_strfreev (document->tokens[part]);
    }
  g_free (document);
}

static CsNumber *
read_docdb (CsNumberRole role, const char *key, guint date)
{
  g_auto (GStrv) parts = g_strsplit (key, ".", 3);
  CsNumberInput input = { parts[1], parts[0], parts[2], role, CS_NUMBER_DOCDB,
                          cs_office_date_from_key (date) };

  return cs_number_read (&input);
}

static CsRecord *
make_record (const WorldDocument *document)
{
  CsRecordBuilder *builder = cs_record_builder_new ("docdb", "world.xml", 1);
  CsClass klass = { "ipc", document->symbol, TRUE, FALSE };
  g_autofree char *priority = g_strdup_printf ("US.%u09.A", 1000 + document->group);

  cs_record_builder_take_publication (
      builder, read_docdb (CS_NUMBER_PUBLICATION, document->number, document->day));
  cs_record_builder_take_application (
      builder, read_docdb (CS_NUMBER_APPLICATION, document->application, document->filed));
  for (guint part = 0; part < N_WORLD_PARTS; part++)
    cs_record_builder_add_text (builder, (CsRecordPart)part, "zh", document->parts[part]);
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, document->applicant, NULL);
  cs_record_builder_add_party (builder, CS_PARTY_INVENTOR, document->inventor, NULL);
  cs_record_builder_add_class (builder, &klass);
  cs_record_builder_take_priority (
      builder, read_docdb (CS_NUMBER_PRIORITY, priority, 20090101), 1, NULL);

  return cs_record_builder_end (builder);
}

/* --- the library --- */

static void
import_all (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibraryImport) import = cs_library_import_begin (
      world->library, "world", (CsOfficeDate){ 2024, 1, 1 }, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < world->documents->len; i++)
    {
      g_autoptr (CsRecord) record = make_record (g_ptr_array_index (world->documents, i));

      cs_library_import_add (import, record, &error);
      g_assert_no_error (error);
    }
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}

static void
find_ids (World *world)
{
  for (guint i = 0; i < world->documents->len; i++)
    {
      WorldDocument *document = g_ptr_array_index (world->documents, i);
      g_autofree char *number = g_strdelimit (g_strdup (document->number), ".", ' ');
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) found = cs_library_find_number (world->library, number, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (found->len, >, 0);
      document->id = g_array_index (found, CsLibraryPlace, 0).document;
      document->family = g_array_index (found, CsLibraryPlace, 0).family;
      g_assert_cmpint (document->family, >, 0);
    }
}

World *
world_new (guint n, guint seed)
{
  World *world = g_new0 (World, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;

  world->documents = g_ptr_array_new_with_free_func (free_document);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (world->documents, invent_document (random, i));
  world->library = cs_library_open_in_memory (&error);
  g_assert_no_error (error);
  import_all (world);
  find_ids (world);

  return world;
}

void
world_free (World *world)
{
  g_ptr_array_unref (world->documents);
  cs_library_close (world->library);
  g_free (world);
}

/* --- queries --- */

static char *
invent_words (GRand *random)
{
  static const char *const singles[] = { "电", "池", "锂", "裝", "装", "材" };
  static const char *const prefixes[] = { "batt*", "separat*", "coat*", "锂离*", "lith*" };
  guint choice = g_rand_int_range (random, 0, 10);

  if (choice == 0)
    return g_strdup (PICK (random, singles));
  if (choice == 1)
    return g_strdup (PICK (random, prefixes));
  if (choice <= 4)
    return g_strdup_printf ("\"%s%s%s\"", PICK (random, words),
                            g_rand_boolean (random) ? " " : "", PICK (random, words));

  return g_strdup (PICK (random, words));
}

static char *
invent_value (GRand *random)
{
  static const char *const values[] = {
    "pa=华为",
    "pa=batter*",
    "pa=\"HUAWEI TECH\"",
    "申请人=宁德时代",
    "in=Smith",
    "发明人=张三",
    "ic=H01M10",
    "ic=H01M10/05",
    "ic=H01M10/05*",
    "H01M",
    "分类号=G06F",
    "pd>=2018",
    "pd=2015..2016",
    "pd<2012-05",
    "pd=2020",
    "ad>2019-06",
    "ad=2012",
    "cc=CN",
    "cc=(US OR EP)",
    "fam=(cc=US AND pd>=2015)",
    "fam=(电池 OR ti=隔膜)",
    "fo=US",
    "pa==华为",
  };

  return g_strdup (PICK (random, values));
}

static char *
invent_near (GRand *random)
{
  static const char *const operators[] = { "NEAR/3", "NEAR/0", "NEAR/10", "ADJ", "ADJ/2", "ADJ/8" };
  g_autofree char *a = invent_words (random);
  g_autofree char *b = invent_words (random);
  g_autofree char *c = invent_words (random);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_strdup_printf ("(%s %s %s %s %s)", a, PICK (random, operators), b,
                              PICK (random, operators), c);
    case 1:
      return g_strdup_printf ("((%s OR %s) %s %s)", a, b, PICK (random, operators), c);
    default:
      return g_strdup_printf ("(%s %s %s)", a, PICK (random, operators), b);
    }
}

static char *
invent_leaf (GRand *random)
{
  static const char *const fields[] = { "ti=", "ab=", "ta=", "cl=", "de=", "ft=", "名称=" };
  guint choice = g_rand_int_range (random, 0, 10);
  g_autofree char *inner = choice <= 1 ? invent_near (random) : invent_words (random);

  if (choice == 2)
    return invent_value (random);
  if (choice <= 1 || choice <= 6)
    return g_strconcat (g_rand_boolean (random) ? PICK (random, fields) : "", inner, NULL);

  return g_steal_pointer (&inner);
}

char *
world_invent_query (GRand *random, guint depth)
{
  static const char *const operators[] = { " AND ", " ", " OR ", " OR ", " NOT ", " AND NOT " };
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (depth == 0 || g_rand_int_range (random, 0, 4) == 0)
    return invent_leaf (random);

  left = world_invent_query (random, depth - 1);
  right = world_invent_query (random, depth - 1);
  if (g_rand_int_range (random, 0, 12) == 0)
    return g_strdup_printf ("NOT (%s)", left);

  return g_strdup_printf ("(%s%s%s)", left, PICK (random, operators), right);
}
