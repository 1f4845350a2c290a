/* A matter file that somebody tampered with, or that broke on the way: refused by name, and the
 * store is as it was. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/formats/cs-zip.h"
#include "../formats/make-zip.h"
#include "matter-desk.h"

#define NOISE_BYTES 200000 /* that keep a file from being a ZIP bomb */

/* --- a file taken apart --- */

typedef struct
{
  char *name;
  char *content;
  gsize n_bytes;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->content);
}

static gboolean
take_entry (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *content = g_bytes_get_data (bytes, &n_bytes);
  Entry entry = { g_strdup (name), g_strndup (content, n_bytes), n_bytes };

  g_array_append_val (data, entry);

  return TRUE;
}

/* A sound matter file. */
static GBytes *
make_sound (void)
{
  g_auto (Desk) desk = { NULL };

  desk_init (&desk);

  return write_file (&desk, add_rich_matter (&desk));
}

static GBytes *sound; /* the same for all tests */

/* Its entries. (element-type Entry) */
static GArray *
take_apart (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint64 unpacked = 0;

  g_array_set_clear_func (entries, entry_clear);
  g_assert_true (cs_zip_read (g_bytes_get_data (sound, NULL), g_bytes_get_size (sound), &unpacked,
                              take_entry, entries, NULL));

  return entries;
}

static Entry *
find_entry (GArray *entries, const char *name)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (g_array_index (entries, Entry, i).name, name) == 0)
      return &g_array_index (entries, Entry, i);

  g_assert_not_reached ();
}

static void
set_content (Entry *entry, char *content)
{
  g_free (entry->content);
  entry->content = content;
  entry->n_bytes = strlen (content);
}

/* Replaces @what in the first place where it is; it must be there. */
static void
replace_in (GArray *entries, const char *name, const char *what, const char *with)
{
  Entry *entry = find_entry (entries, name);
  char *at = strstr (entry->content, what);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (entry->content, at - entry->content);
  set_content (entry, g_strconcat (before, with, at + strlen (what), NULL));
}

/* Lets the manifest say what the entries are now: who tampers can count, too. */
static void
correct_manifest (GArray *entries)
{
  g_autoptr (GString) list = g_string_new ("\"entries\":[");
  Entry *manifest = find_entry (entries, "manifest.json");
  g_autofree char *head =
      g_strndup (manifest->content,
                 strstr (manifest->content, "\"entries\":") - manifest->content);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *sha256 = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, (const guchar *)entry->content, entry->n_bytes);

      if (entry == manifest || strcmp (entry->name, "mimetype") == 0)
        continue;
      if (!g_str_has_suffix (list->str, "["))
        g_string_append_c (list, ',');
      g_string_append_printf (list,
                              "{\"name\":\"%s\",\"n_bytes\":%" G_GSIZE_FORMAT
                              ",\"sha256\":\"%s\"}",
                              entry->name, entry->n_bytes, sha256);
    }
  set_content (manifest, g_strconcat (head, list->str, "]}", NULL));
}

static GBytes *
put_together (const GArray *entries)
{
  g_autofree MakeZipEntry *packed = g_new0 (MakeZipEntry, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      packed[i] = (MakeZipEntry){ entry->name, entry->content, entry->n_bytes, NULL };
    }

  return g_byte_array_free_to_bytes (make_zip (packed, entries->len));
}

static void
assert_refused (const GArray *entries, CsError code, const char *named)
{
  g_autoptr (GBytes) bytes = put_together (entries);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatterFile) file = cs_matter_file_read (bytes, &error);

  g_assert_null (file);
  g_assert_error (error, CS_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, named));
}

/* Taken apart and put together again it is still sound. */
static void
test_sound (void)
{
  g_autoptr (GArray) entries = take_apart ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (GError) error = NULL;

  correct_manifest (entries);
  bytes = put_together (entries);
  file = cs_matter_file_read (bytes, &error);
  g_assert_no_error (error);
}

/* --- as it may break --- */

static void
test_what_it_is (void)
{
  g_autoptr (GArray) entries = take_apart ();
  g_autoptr (GBytes) packed = put_together (entries); /* with the type packed */

  g_assert_false (cs_matter_file_is_one (g_bytes_get_data (packed, NULL), 128));
  g_assert_false (cs_matter_file_is_one ("", 0));
  g_assert_false (cs_matter_file_is_one ("PK\3\4", 4));
  find_entry (entries, "mimetype")->content[3] = 'X';
  assert_refused (entries, CS_ERROR_SYNTAX, "no matter file");
  g_array_remove_index (entries, 0);
  assert_refused (entries, CS_ERROR_SYNTAX, "no matter file");
}

static void
test_no_zip (void)
{
  static const char *const texts[] = { "", "SQLite format 3", "PK\3\4", "PK\5\6", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_matter_file_read (bytes, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_SYNTAX);
    }
}

/* Cut off anywhere it is refused. */
static void
test_truncated (void)
{
  for (gsize cut = 0; cut < g_bytes_get_size (sound); cut += 97)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (sound, 0, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (CsMatterFile) file = cs_matter_file_read (part, &error);

      if (file == NULL)
        g_assert_nonnull (error);
      else /* all but the directory at the end, which is read from front to back */
        g_assert_nonnull (cs_matter_file_get_draft (file));
    }
}

/* Every entry that was changed, or is gone, is named. */
static void
test_each_entry (void)
{
  g_autoptr (GArray) names = take_apart ();

  for (guint i = 2; i < names->len; i++)
    {
      const char *name = g_array_index (names, Entry, i).name;
      g_autoptr (GArray) changed = take_apart ();
      g_autoptr (GArray) gone = take_apart ();

      find_entry (changed, name)->content[0] ^= 1;
      assert_refused (changed, CS_ERROR_SYNTAX, name);
      g_array_remove_index (gone, i);
      assert_refused (gone, CS_ERROR_SYNTAX, name);
    }
}

static void
test_extra_entry (void)
{
  g_autoptr (GArray) entries = take_apart ();
  Entry extra = { g_strdup ("extra.json"), g_strdup ("[]"), 2 };
  Entry twice = { g_strdup ("terms.json"), g_strdup ("[]"), 2 };
  Entry outside = { g_strdup ("../outside"), g_strdup ("[]"), 2 };

  g_array_append_val (entries, extra);
  assert_refused (entries, CS_ERROR_SYNTAX, "extra.json");
  g_array_remove_index (entries, entries->len - 1);
  g_array_append_val (entries, twice);
  assert_refused (entries, CS_ERROR_HOSTILE, "terms.json");
  g_array_remove_index (entries, entries->len - 1);
  g_array_append_val (entries, outside);
  assert_refused (entries, CS_ERROR_HOSTILE, "../outside");
}

static void
test_newer (void)
{
  g_autoptr (GArray) entries = take_apart ();

  replace_in (entries, "manifest.json", "\"schema\":1", "\"schema\":2");
  assert_refused (entries, CS_ERROR_UNSUPPORTED, "newer");
  replace_in (entries, "manifest.json", "\"schema\":2", "\"schema\":\"1\"");
  assert_refused (entries, CS_ERROR_SYNTAX, "manifest.json");
}

/* --- as somebody may change it who knows it well --- */

/* What is put in the place of what. */
typedef struct
{
  const char *entry;
  const char *what;
  const char *with;
} Change;

static const Change changes[] = {
  { "manifest.json", "\"uuid\":\"", "\"uuid\":\"x" },
  { "manifest.json", "\"stage\":\"signing\"", "\"stage\":\"lost\"" },
  { "manifest.json", "\"revision\":", "\"revision\":-" },
  { "draft.json", "\"format\":", "\"form\":" },
  { "draft.json", "\"runs\":[[", "\"runs\":[[99999999,1,\"sub\"],[" },
  { "draft.json", "\"runs\":[", "\"runs\":[[0,1,\"sub\"]," },
  { "draft.json", "\"kind\":\"formula\"", "\"kind\":\"program\"" },
  { "draft.json", "\"preview\":\"formula.png\"", "\"preview\":\"../../formula.png\"" },
  { "draft.json", "\"file\":\"fig1.tif\"", "\"file\":\"/etc/passwd\"" },
  { "draft.json", "\"units\":\"", "\"units\":\"5 1 0 1 claim\\n" },
  { "draft.json", "\"ids\":\"", "\"ids\":\"1\\n" },
  { "draft.json", "\"parts\":{", "\"parts\":{\"secret\":{}," },
  { "draft.json", "\"parts\":{", "\"parts\":[[[[[[[[[[{}]]]]]]]]]],\"was\":{" },
  { "versions/0001.json", "\"text\":\"", "\"text\":\"\\u0001" },
  { "versions.json", "\"made_us\":", "\"made_us\":999999999999999999" },
  { "versions.json", "[{", "[{\"made_us\":1},{" },
  { "decisions.json", "\"kind\":\"waived\"", "\"kind\":\"forgotten\"" },
  { "decisions.json", "\"unit\":\"", "\"unit\":\"-" },
  { "decisions.json", "\"part\":\"claims\"", "\"part\":\"heart\"" },
  { "decisions.json", "[{", "[7,{" },
  { "terms.json", "\"verdict\":\"is-term\"", "\"verdict\":\"\"" },
  { "terms.json", "\"name\":\"壳体\"", "\"name\":\"\"" },
  { "reviews.json", "\"reviewer\":\"李四\"", "\"reviewer\":\"\"" },
  { "reviews.json", "\"n_open\":1", "\"n_open\":-1" },
  { "pictures.json", "\"name\":\"fig1.tif\"", "\"name\":\"..\"" },
  { "pictures.json", "\"name\":\"fig1.tif\"", "\"name\":\"a\\\\b\"" },
  { "pictures.json", "\"sha256\":\"", "\"sha256\":\"../" },
  { "pictures.json", "\"sha256\":\"", "\"sha\":\"" },
  { "attachments.json", "\"name\":\"", "\"name\":\"/tmp/" },
  { "attachments.json", "\"n_pages\":2", "\"n_pages\":\"2\"" },
  { "examinations.json", "\"verdict\":\"no\"", "\"verdict\":\"perhaps\"" },
  { "examinations.json", "\"role\":\"self-check\"", "\"role\":\"king\"" },
  { "examinations.json", "\\\"number\\\":1", "\\\"number\\\":-1" },
  { "examinations.json", "\\\"state\\\":\\\"passed", "\\\"state\\\":\\\"lost" },
  { "examinations.json", "\"ticks\":[", "\"ticks\":[7," },
  { "examinations.json", "\"answers\":[", "\"replies\":[" },
};

static void
test_changed (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (GArray) entries = take_apart ();

  replace_in (entries, change->entry, change->what, change->with);
  correct_manifest (entries);
  assert_refused (entries, CS_ERROR_SYNTAX,
                  strcmp (change->what, "[{") == 0 && g_str_has_prefix (change->entry, "v") ?
                      "versions/0003.json" :
                      change->entry);
}

/* A small file that unpacks to a large one. */
static void
test_bomb (void)
{
  g_autoptr (GArray) entries = take_apart ();
  Entry bomb = { g_strdup ("bytes/bomb"), g_malloc0 (64 * 1024 * 1024), 64 * 1024 * 1024 };

  g_array_append_val (entries, bomb);
  assert_refused (entries, CS_ERROR_HOSTILE, "bytes/bomb");
}

/* The same bytes are named by thousands: each is read once. */
static void
test_named_often (void)
{
  g_autoptr (GArray) entries = take_apart ();
  Entry *pictures = find_entry (entries, "pictures.json");
  g_autoptr (GString) many = g_string_new (NULL);
  const char *first_end = strchr (pictures->content, '}') + 1;
  g_autofree char *first = g_strndup (pictures->content, first_end - pictures->content);

  g_string_append (many, first);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (many, ",%s", first + 1);
  g_string_append (many, "]");
  set_content (pictures, g_strdup (many->str));
  correct_manifest (entries);
  assert_refused (entries, CS_ERROR_SYNTAX, "pictures.json");
}

/* Millions of nothings that pack into little, and would take gigabytes. */
static void
test_nothings (void)
{
  g_autoptr (GArray) entries = take_apart ();
  g_autoptr (GString) many = g_string_new ("[[]");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Entry noise = { g_strdup ("noise"), g_malloc (NOISE_BYTES), NOISE_BYTES };

  for (guint i = 0; i < 5000000; i++)
    g_string_append (many, ",[]");
  g_string_append_c (many, ']');
  for (gsize i = 0; i < NOISE_BYTES; i++)
    noise.content[i] = g_rand_int (rand);
  g_array_append_val (entries, noise);
  set_content (find_entry (entries, "terms.json"), g_strdup (many->str));
  correct_manifest (entries);
  assert_refused (entries, CS_ERROR_SYNTAX, "terms.json");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sound = make_sound ();
  g_test_add_func ("/matter-file/hostile/sound", test_sound);
  g_test_add_func ("/matter-file/hostile/what-it-is", test_what_it_is);
  g_test_add_func ("/matter-file/hostile/no-zip", test_no_zip);
  g_test_add_func ("/matter-file/hostile/truncated", test_truncated);
  g_test_add_func ("/matter-file/hostile/each-entry", test_each_entry);
  g_test_add_func ("/matter-file/hostile/extra-entry", test_extra_entry);
  g_test_add_func ("/matter-file/hostile/newer", test_newer);
  g_test_add_func ("/matter-file/hostile/bomb", test_bomb);
  g_test_add_func ("/matter-file/hostile/named-often", test_named_often);
  g_test_add_func ("/matter-file/hostile/nothings", test_nothings);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name =
          g_strdup_printf ("/matter-file/hostile/%02u-%s", i, changes[i].entry);

      g_strdelimit (strrchr (name, '-'), "/", '-');
      g_test_add_data_func (name, &changes[i], test_changed);
    }

  status = g_test_run ();
  g_bytes_unref (sound);

  return status;
}
