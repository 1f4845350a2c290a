/* Files that lie with a matter: kept once, found by their words, gone when nobody needs them. */

#include <string.h>

#include "../../src/base/cs-limits.h"
#include "../../src/store/cs-attachment-store.h"
#include "../../src/store/cs-store-sql.h"
#include "store-fixture.h"

static gint64
attach (CsDraftStore *store, gint64 matter, const char *name, const char *text)
{
  CsAttachment attachment = { .name = (char *)name, .n_pages = 3, .text = (char *)text };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_attach (store, matter, &attachment, bytes, &error);

  g_assert_no_error (error);

  return id;
}

static GPtrArray *
list (CsDraftStore *store, gint64 matter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *attachments = cs_draft_store_list_attachments (store, matter, &error);

  g_assert_no_error (error);

  return attachments;
}

static guint
count_found (CsDraftStore *store, const char *words)
{
  CsMatterQuery query = { .words = words };
  g_autoptr (GPtrArray) found = cs_draft_store_list (store, &query, NULL);

  return found->len;
}

static gint64
count_bytes_kept (CsDraftStore *store)
{
  gint64 n_kept = 0;

  g_assert_true (cs_store_query_int (store, "SELECT count(*) FROM image", &n_kept, NULL));

  return n_kept;
}

static void
test_round_trip (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 matter = add_matter (store, "泵", "P-1");
  gint64 first = attach (store, matter, "审查意见.pdf", "page one\fpage 二");
  gint64 second = attach (store, matter, "../etc/\x01x\\y\n", "");
  g_autoptr (GPtrArray) attachments = list (store, matter);
  const CsAttachment *attachment = attachments->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cs_draft_store_load_attachment (store, first, &error);
  g_autoptr (GBytes) empty = cs_draft_store_load_attachment (store, second, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (attachments->len, ==, 2);
  g_assert_cmpint (attachment->id, ==, first);
  g_assert_cmpstr (attachment->name, ==, "审查意见.pdf");
  g_assert_cmpuint (attachment->n_bytes, ==, strlen ("page one\fpage 二"));
  g_assert_cmpuint (attachment->n_pages, ==, 3);
  g_assert_cmpint (attachment->added_us, >, 0);
  g_assert_cmpstr (attachment->text, ==, "page one\fpage 二");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), attachment->text,
                   strlen (attachment->text));
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  attachment = attachments->pdata[1];
  g_assert_null (strpbrk (attachment->name, "/\\\n"));
  assert_sound (store);
}

static void
test_kept_once (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 matter = add_matter (store, "泵", "P-1");
  gint64 other = add_matter (store, "阀", "P-2");
  gint64 first = attach (store, matter, "a.txt", "same");

  g_assert_cmpint (attach (store, matter, "b.txt", "same"), ==, first);
  g_assert_cmpint (attach (store, other, "a.txt", "same"), !=, first);
  g_assert_cmpint (count_bytes_kept (store), ==, 1);
}

static void
test_taken_away (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 matter = add_matter (store, "泵", "P-1");
  gint64 other = add_matter (store, "阀", "P-2");
  gint64 first = attach (store, matter, "a.txt", "same");
  gint64 second = attach (store, other, "a.txt", "same");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_detach (store, first, &error));
  g_assert_true (cs_draft_store_empty_bin (store, &error));
  g_assert_no_error (error);
  bytes = cs_draft_store_load_attachment (store, second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_null (cs_draft_store_load_attachment (store, first, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cs_draft_store_detach (store, first, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (cs_draft_store_set_bin (store, other, TRUE, &error));
  g_assert_true (cs_draft_store_empty_bin (store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_bytes_kept (store), ==, 0);
}

static void
test_searched (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 matter = add_matter (store, "泵", "P-1");
  gint64 attachment = attach (store, matter, "Search Report.pdf", "对比文件Ｄ１ discloses a rotor");

  add_matter (store, "阀", "P-2");
  g_assert_cmpuint (count_found (store, "d1 ROTOR"), ==, 1);
  g_assert_cmpuint (count_found (store, "report"), ==, 1);
  g_assert_cmpuint (count_found (store, "泵 rotor"), ==, 1); /* one word here, one there */
  g_assert_cmpuint (count_found (store, "阀 rotor"), ==, 0);
  g_assert_true (cs_draft_store_detach (store, attachment, NULL));
  g_assert_cmpuint (count_found (store, "rotor"), ==, 0);
}

/* What is searched has a limit, what is kept has not. */
static void
test_long_text (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 matter = add_matter (store, "泵", "P-1");
  g_autoptr (GString) text = g_string_new ("beginning ");
  g_autoptr (GPtrArray) attachments = NULL;
  gint64 n_folded = 0;

  while (text->len < 5 * 1024 * 1024)
    g_string_append (text, "字词");
  g_string_append (text, " ending");
  attach (store, matter, "long.pdf", text->str);
  attach (store, matter, "short.pdf", "afterwards");
  g_assert_cmpuint (count_found (store, "beginning"), ==, 1);
  g_assert_cmpuint (count_found (store, "ending"), ==, 0);
  g_assert_cmpuint (count_found (store, "short.pdf"), ==, 1); /* the name is found all the same */
  g_assert_true (cs_store_query_int (
      store, "SELECT sum (length (CAST (folded AS BLOB))) FROM attachment", &n_folded, NULL));
  g_assert_cmpint (n_folded, <, 2 * 1024 * 1024 + 100);
  attachments = list (store, matter);
  g_assert_cmpstr (((CsAttachment *)attachments->pdata[0])->text, ==, text->str);
}

static void
test_refused (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autofree char *text = g_strnfill (CS_MAX_PART_BYTES + 1, 'x');
  CsAttachment attachment = { .name = (char *)"long.pdf", .text = text };
  g_autoptr (GBytes) bytes = g_bytes_new ("x", 1);
  g_autoptr (GError) error = NULL;
  gint64 matter = add_matter (store, "泵", "P-1");

  g_assert_cmpint (cs_draft_store_attach (store, matter, &attachment, bytes, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_LIMIT);
  g_clear_error (&error);
  attachment.text = NULL;
  g_assert_cmpint (cs_draft_store_attach (store, 999, &attachment, bytes, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (count_bytes_kept (store), ==, 0);
}

/* Into a copy and a backup they go along, and what was changed on the way is noticed. */
static void
test_where_they_go (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *backup = path_in (folder, "friday.db");
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraftStore) restored = NULL;
  gint64 matter = add_matter (store, "泵", "P-1");
  gint64 id = attach (store, matter, "a.pdf", "rotor");
  gint64 copy = cs_draft_store_duplicate (store, matter, NULL);
  g_autoptr (GPtrArray) copied = list (store, copy);
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (copied->len, ==, 1);
  g_assert_true (cs_draft_store_backup (store, backup, NULL, &error));
  g_assert_true (cs_draft_store_restore (other, backup, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (other);
  g_assert_cmpuint (count_found (restored, "rotor"), ==, 2);
  assert_sound (restored);

  g_assert_true (cs_store_exec (restored, "UPDATE image SET bytes = x'00'", NULL));
  g_assert_null (cs_draft_store_load_attachment (restored, id, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_true (cs_draft_store_check (restored, &problems, &error));
  g_assert_cmpuint (g_strv_length (problems), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/attachments/round-trip", test_round_trip);
  g_test_add_func ("/store/attachments/kept-once", test_kept_once);
  g_test_add_func ("/store/attachments/taken-away", test_taken_away);
  g_test_add_func ("/store/attachments/searched", test_searched);
  g_test_add_func ("/store/attachments/long-text", test_long_text);
  g_test_add_func ("/store/attachments/refused", test_refused);
  g_test_add_func ("/store/attachments/where-they-go", test_where_they_go);

  return g_test_run ();
}
