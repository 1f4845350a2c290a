#include <string.h>

#include "../../src/base/cs-text-splice.h"
#include "../../src/draft/cs-history.h"

/* A text that is written into, with the history of it. */
typedef struct
{
  CsHistory *history;
  GString *text;
  gint64 now_us;
} Page;

static void
page_init (Page *page)
{
  page->history = cs_history_new ();
  page->text = g_string_new (NULL);
  page->now_us = 0;
}

static void
page_clear (Page *page)
{
  cs_history_free (page->history);
  g_string_free (page->text, TRUE);
}

static gsize
byte_at (const Page *page, guint at_char)
{
  return g_utf8_offset_to_pointer (page->text->str, at_char) - page->text->str;
}

static void
change (Page *page, guint at_char, guint n_removed, const char *insert)
{
  gsize start = byte_at (page, at_char);
  gsize end = byte_at (page, at_char + n_removed);
  g_autoptr (CsText) removed = cs_text_new (page->text->str + start, end - start);
  g_autoptr (CsText) inserted = cs_text_new (insert, strlen (insert));

  g_string_erase (page->text, start, end - start);
  g_string_insert (page->text, start, insert);
  page->now_us += 100 * 1000;
  cs_history_record (page->history, CS_PART_CLAIMS, at_char, removed, inserted, page->now_us);
}

static void
type (Page *page, const char *letters)
{
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *letter = g_strndup (at, g_utf8_next_char (at) - at);

      change (page, g_utf8_strlen (page->text->str, -1), 0, letter);
    }
}

static gboolean
follow (Page *page, GArray *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const CsHistoryChange *step = &g_array_index (changes, CsHistoryChange, i);
      gsize start = byte_at (page, step->at_char);
      gsize n_bytes = cs_text_get_n_bytes (step->remove);

      g_assert_cmpmem (page->text->str + start, n_bytes, cs_text_get_string (step->remove),
                       n_bytes);
      g_string_erase (page->text, start, n_bytes);
      g_string_insert (page->text, start, cs_text_get_string (step->insert));
    }
  if (changes != NULL)
    g_array_unref (changes);

  return changes != NULL;
}

static void
assert_undo (Page *page, const char *expected)
{
  g_assert_true (follow (page, cs_history_undo (page->history)));
  g_assert_cmpstr (page->text->str, ==, expected);
}

static void
assert_redo (Page *page, const char *expected)
{
  g_assert_true (follow (page, cs_history_redo (page->history)));
  g_assert_cmpstr (page->text->str, ==, expected);
}

static void
test_words (void)
{
  Page page;

  page_init (&page);
  type (&page, "a pump, wherein");
  assert_undo (&page, "a pump, ");
  assert_undo (&page, "a ");
  assert_redo (&page, "a pump, ");
  assert_undo (&page, "a ");
  assert_undo (&page, "");
  g_assert_null (cs_history_undo (page.history));
  page_clear (&page);
}

static void
test_han (void)
{
  Page page;

  page_init (&page);
  type (&page, "一种泵，包括壳体叶轮密封圈电机");
  assert_undo (&page, "一种泵，包括壳体叶轮密封");
  assert_undo (&page, "一种泵，");
  assert_undo (&page, "");
  page_clear (&page);
}

static void
test_deleting (void)
{
  Page page;

  page_init (&page);
  type (&page, "impeller");
  change (&page, 7, 1, "");
  change (&page, 6, 1, "");
  change (&page, 5, 1, "");
  g_assert_cmpstr (page.text->str, ==, "impel");
  change (&page, 0, 1, "");
  change (&page, 0, 1, "");
  g_assert_cmpstr (page.text->str, ==, "pel");
  assert_undo (&page, "impel");
  assert_undo (&page, "impeller");
  assert_undo (&page, "");
  assert_redo (&page, "impeller");
  assert_redo (&page, "impel");
  assert_redo (&page, "pel");
  page_clear (&page);
}

static void
test_breaks (void)
{
  Page page;

  page_init (&page);
  type (&page, "ab");
  page.now_us += 2 * G_USEC_PER_SEC;
  type (&page, "cd");
  change (&page, 1, 0, "x"); /* at another place */
  change (&page, 1, 1, "");  /* from writing to deleting */
  g_assert_cmpstr (page.text->str, ==, "abcd");
  assert_undo (&page, "axbcd");
  assert_undo (&page, "abcd");
  assert_undo (&page, "ab");
  type (&page, "z"); /* forgets what could be redone, and is a step of its own */
  g_assert_null (cs_history_redo (page.history));
  cs_history_seal (page.history);
  type (&page, "y");
  assert_undo (&page, "abz");
  assert_undo (&page, "ab");
  page_clear (&page);
}

static void
test_steps (void)
{
  Page page;
  const char *name;

  page_init (&page);
  type (&page, "abc");
  cs_history_begin (page.history, "Fix");
  cs_history_begin (page.history, "Inner");
  change (&page, 0, 1, "A");
  cs_history_end (page.history);
  change (&page, 2, 1, "CC");
  g_assert_null (cs_history_undo (page.history)); /* not in the middle of a step */
  cs_history_end (page.history);
  cs_history_begin (page.history, "Nothing");
  cs_history_end (page.history);

  g_assert_cmpstr (page.text->str, ==, "AbCC");
  g_assert_true (cs_history_peek_undo (page.history, &name));
  g_assert_cmpstr (name, ==, "Fix");
  g_assert_false (cs_history_peek_redo (page.history, NULL));
  assert_undo (&page, "abc");
  g_assert_true (cs_history_peek_redo (page.history, &name));
  g_assert_cmpstr (name, ==, "Fix");
  assert_redo (&page, "AbCC");
  type (&page, "d"); /* is not joined to the fix */
  assert_undo (&page, "AbCC");
  page_clear (&page);
}

/* Undoing everything gives the empty page, redoing everything what stood there last. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", " ", "泵", "，", "壳体", "\n", "1. ", "claim" };
  g_autofree char *last = NULL;
  Page page;

  page_init (&page);
  for (guint i = 0; i < 2000; i++)
    {
      guint n_chars = g_utf8_strlen (page.text->str, -1);
      guint at = g_test_rand_int_range (0, n_chars + 1);
      guint n_removed = g_test_rand_int_range (0, MIN (3, n_chars - at) + 1);

      if (g_test_rand_bit ())
        at = n_chars - n_removed < at ? n_chars - n_removed : at;
      change (&page, at, n_removed,
              g_test_rand_bit () ? pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))] : "");
      page.now_us += g_test_rand_int_range (0, 2 * G_USEC_PER_SEC);
    }

  last = g_strdup (page.text->str);
  while (follow (&page, cs_history_undo (page.history)))
    ;
  g_assert_cmpstr (page.text->str, ==, "");
  while (follow (&page, cs_history_redo (page.history)))
    ;
  g_assert_cmpstr (page.text->str, ==, last);
  page_clear (&page);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/history/words", test_words);
  g_test_add_func ("/draft/history/han", test_han);
  g_test_add_func ("/draft/history/deleting", test_deleting);
  g_test_add_func ("/draft/history/breaks", test_breaks);
  g_test_add_func ("/draft/history/steps", test_steps);
  g_test_add_func ("/draft/history/random", test_random);

  return g_test_run ();
}
