#include "invented-patents.h"

#include <math.h>
#include <string.h>

#define MAX_WORD_BYTES 64
#define COSTS_OF_A_FOLD 128.0 /* a word that costs so much more is met e times less often */
#define N_APPLICANTS 20000
#define N_INVENTORS 300000
#define N_CLASSES 5000
#define DOCUMENTS_OF_FAMILY 5
#define WORDS_OF_TITLE 7
#define WORDS_OF_ABSTRACT 90
#define WORDS_OF_CLAIM 70
#define WORDS_OF_CLAIMS 1000
#define WORDS_OF_DESCRIPTION 5000

/* Words, and how many are met up to each. */
typedef struct
{
  GPtrArray *words;
  GArray *sums; /* (element-type double) */
} Vocabulary;

struct _InventedPatents
{
  Vocabulary chinese;
  Vocabulary english;
  GRand *rand;
};

/* --- words --- */

typedef struct
{
  guint16 unit;
  guint16 value;
  guint32 list;
} Entry;

static Entry
read_entry (const char *bytes, guint32 index)
{
  Entry entry;

  memcpy (&entry, bytes + 8 + 8 * (gsize)index, sizeof entry);
  return entry;
}

/* A word of Chinese costs the less the more it is met; English ones are taken to be met by their
 * rank, and their order tells nothing. */
static void
add_word (Vocabulary *vocabulary, const char *word, guint value)
{
  gboolean chinese = (guchar)*word >= 0x80;
  guint cost = (value & 0xfff);
  guint rank = 10 + g_str_hash (word) % 50000;
  double weight = chinese ? exp (-(double)cost / COSTS_OF_A_FOLD) : 1.0 / rank;
  double sum = vocabulary->sums->len == 0 ?
                   0 :
                   g_array_index (vocabulary->sums, double, vocabulary->sums->len - 1);

  sum += weight;
  g_ptr_array_add (vocabulary->words, g_strdup (word));
  g_array_append_val (vocabulary->sums, sum);
}

static void
walk (Vocabulary *vocabulary, const char *bytes, guint32 list, const char *prefix)
{
  guint32 n = read_entry (bytes, list).list;

  for (guint32 i = 1; i <= n && strlen (prefix) < MAX_WORD_BYTES; i++)
    {
      Entry entry = read_entry (bytes, list + i);
      char unit[8] = { 0 };
      g_autofree char *word = NULL;

      g_unichar_to_utf8 (entry.unit, unit);
      word = g_strconcat (prefix, unit, NULL);
      if (entry.value != 0)
        add_word (vocabulary, word, entry.value);
      if (entry.list != 0)
        walk (vocabulary, bytes, entry.list, word);
    }
}

static void
load (Vocabulary *vocabulary, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint32 root;

  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);
  vocabulary->words = g_ptr_array_new_with_free_func (g_free);
  vocabulary->sums = g_array_new (FALSE, FALSE, sizeof (double));
  memcpy (&root, bytes + 4, sizeof root);
  walk (vocabulary, bytes, root, "");
}

static const char *
draw (InventedPatents *patents, const Vocabulary *vocabulary)
{
  const double *sums = (const double *)(gconstpointer)vocabulary->sums->data;
  guint n = vocabulary->sums->len;
  double wanted = g_rand_double (patents->rand) * sums[n - 1];
  guint low = 0;
  guint high = n - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sums[middle] < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return g_ptr_array_index (vocabulary->words, low);
}

InventedPatents *
invented_patents_new (const char *folder, guint seed)
{
  InventedPatents *patents = g_new0 (InventedPatents, 1);

  load (&patents->chinese, folder, "words.zh.dict");
  load (&patents->english, folder, "words.en.dict");
  patents->rand = g_rand_new_with_seed (seed);
  return patents;
}

void
invented_patents_free (InventedPatents *patents)
{
  g_ptr_array_unref (patents->chinese.words);
  g_array_unref (patents->chinese.sums);
  g_ptr_array_unref (patents->english.words);
  g_array_unref (patents->english.sums);
  g_rand_free (patents->rand);
  g_free (patents);
}

/* --- texts --- */

static const char *const chinese_phrases[] = { "其特征在于，", "所述", "包括", "本发明公开了一种" };
static const char *const english_phrases[] = { "wherein the", "said", "comprising a", "of the" };

static char *
dup_text (InventedPatents *patents, gboolean chinese, guint n_words)
{
  const Vocabulary *vocabulary = chinese ? &patents->chinese : &patents->english;
  const char *const *phrases = chinese ? chinese_phrases : english_phrases;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (!chinese && i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, i % 8 == 5 ? phrases[g_rand_int_range (patents->rand, 0, 4)] :
                                          draw (patents, vocabulary));
      if (i % 15 == 14)
        g_string_append (text, chinese ? "；" : ";");
    }
  return g_string_free (text, FALSE);
}

static void
add_texts (InventedPatents *patents, CsRecordBuilder *builder, gboolean chinese, gboolean is_full)
{
  const char *language = chinese ? "zh" : "en";
  g_autofree char *title = dup_text (patents, chinese, WORDS_OF_TITLE);
  g_autofree char *abstract = dup_text (patents, chinese, WORDS_OF_ABSTRACT);
  g_autofree char *claims = dup_text (patents, chinese, is_full ? WORDS_OF_CLAIMS : WORDS_OF_CLAIM);

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, language, title);
  cs_record_builder_add_text (builder, CS_RECORD_ABSTRACT, language, abstract);
  cs_record_builder_add_text (builder, CS_RECORD_CLAIMS, language, claims);
  if (is_full)
    {
      g_autofree char *description = dup_text (patents, chinese, WORDS_OF_DESCRIPTION);

      cs_record_builder_add_text (builder, CS_RECORD_DESCRIPTION, language, description);
    }
}

/* --- numbers --- */

static CsNumber *
number (CsNumberRole role, const char *country, const char *digits, const char *kind, guint date)
{
  CsNumberInput input = { digits, country, kind, role, CS_NUMBER_DOCDB,
                          cs_office_date_from_key (date) };

  return cs_number_read (&input);
}

/* The five documents of a family: of which office, in which form, how many years after filing. */
static const struct
{
  const char *country;
  const char *publication; /* of year and serial */
  const char *kind;
  const char *application_country;
  const char *application;
  const char *application_kind;
  guint years;
} documents[DOCUMENTS_OF_FAMILY] = {
  { "CN", "10%02u%05u", "A", "CN", "20%02u10%05u", "A", 1 },
  { "CN", "10%02u%05u", "B", "CN", "20%02u10%05u", "A", 3 },
  { "WO", "20%02u0%05u", "A1", "CN", "20%02u0%05u", "W", 2 },
  { "US", "20%02u0%05u", "A1", "US", "20%02u130%05u", "A", 2 },
  { "EP", "2%02u%05u", "A1", "EP", "%02u1%05u", "A", 2 },
};

static char *
fill (const char *form, guint year, guint serial)
{
  g_auto (GStrv) parts = g_strsplit (form, "%", 3);
  g_autofree char *years = g_strdup_printf ("%02u", year);
  g_autofree char *serials = g_strdup_printf ("%05u", serial);

  return g_strconcat (parts[0], years, parts[1] + strlen ("02u"), serials, NULL);
}

static void
add_numbers (CsRecordBuilder *builder, guint family, guint which)
{
  guint year = 1 + family % 20;
  guint serial = family / 20;
  guint filed = 20000000 + year * 10000 + (1 + family % 12) * 100 + 1 + family % 28;
  g_autofree char *publication = fill (documents[which].publication, year, serial);
  g_autofree char *application = fill (documents[which].application, year, serial);
  g_autofree char *first = fill (documents[0].application, year, serial);

  cs_record_builder_take_publication (
      builder, number (CS_NUMBER_PUBLICATION, documents[which].country, publication,
                       documents[which].kind, filed + documents[which].years * 10000));
  cs_record_builder_take_application (
      builder, number (CS_NUMBER_APPLICATION, documents[which].application_country, application,
                       documents[which].application_kind, filed));
  if (which > 1)
    cs_record_builder_take_priority (
        builder, number (CS_NUMBER_PRIORITY, "CN", first, "A", filed), 1, NULL);
}

/* --- what else there is --- */

/* Few have much, many have little. */
static guint
draw_rank (InventedPatents *patents, guint n)
{
  return (guint)(pow ((double)n, g_rand_double (patents->rand))) - 1;
}

static void
add_parties (InventedPatents *patents, CsRecordBuilder *builder, gboolean chinese, guint family)
{
  g_autofree char *applicant =
      g_strdup_printf (chinese ? "第%u科技有限公司" : "EXAMPLE %u CORP", family % N_APPLICANTS);

  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, applicant, chinese ? "CN" : "US");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *inventor =
          g_strdup_printf (chinese ? "发明人%u" : "INVENTOR %u",
                           (family * 3 + i) % N_INVENTORS);

      cs_record_builder_add_party (builder, CS_PARTY_INVENTOR, inventor, NULL);
    }
}

static void
add_classes (InventedPatents *patents, CsRecordBuilder *builder)
{
  for (guint i = 0; i < 3; i++)
    {
      guint rank = draw_rank (patents, N_CLASSES);
      g_autofree char *symbol =
          g_strdup_printf ("%c%02u%c%u/%02u", "ABCDEFGH"[rank % 8], 1 + rank % 60,
                           "BCDFGHKLMNPQ"[rank % 12], 1 + rank / 100, 2 * (rank % 50));
      CsClass klass = { i == 0 ? "ipc" : "cpc", symbol, i == 0, i == 2 };

      cs_record_builder_add_class (builder, &klass);
    }
}

static void
add_citations (InventedPatents *patents, CsRecordBuilder *builder, guint family)
{
  for (guint i = 0; i < 4 && family > 0; i++)
    {
      guint cited = (guint)g_rand_int_range (patents->rand, 0, (gint32)family);
      guint which = (guint)g_rand_int_range (patents->rand, 0, DOCUMENTS_OF_FAMILY);
      g_autofree char *digits =
          fill (documents[which].publication, 1 + cited % 20, cited / 20);
      CsCitation citation = { number (CS_NUMBER_PUBLICATION, documents[which].country, digits,
                                      documents[which].kind, 0),
                              NULL, i == 0 ? "X" : "A", "search" };

      cs_record_builder_add_citation (builder, &citation);
    }
}

CsRecord *
invented_patents_make (InventedPatents *patents, guint n, gboolean is_full)
{
  guint family = n / DOCUMENTS_OF_FAMILY;
  gboolean chinese = family % 2 == 0;
  CsRecordBuilder *builder = cs_record_builder_new ("docdb", "invented.xml", n + 1);
  g_autofree char *id = g_strdup_printf ("%u", 10000000 + family);

  cs_record_builder_set_as_of (builder, cs_office_date_from_key (20240101));
  add_numbers (builder, family, n % DOCUMENTS_OF_FAMILY);
  add_texts (patents, builder, chinese, is_full);
  add_parties (patents, builder, chinese, family);
  add_classes (patents, builder);
  add_citations (patents, builder, family);
  if (family % 4 == 0)
    cs_record_builder_take_family (builder, "docdb", id, NULL);
  return cs_record_builder_end (builder);
}
