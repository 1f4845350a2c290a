#include "check-draft.h"
#include "read-all.h"

#define N_CUTS 50

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
  g_clear_pointer (&kept->draft, cs_draft_unref);
  g_clear_error (&kept->error);
  g_free (kept);
}

static gboolean
keep (const CsReadItem *item, gpointer data)
{
  Kept *kept = g_new0 (Kept, 1);

  g_assert_true ((item->draft == NULL) != (item->error == NULL));
  kept->path = g_strdup (item->path);
  kept->index = item->index;
  kept->error = item->error == NULL ? NULL : g_error_copy (item->error);
  if (item->draft != NULL)
    {
      check_draft (item->draft);
      kept->draft = cs_draft_ref (item->draft);
    }
  g_ptr_array_add (data, kept);

  return TRUE;
}

GPtrArray *
read_all (const char *path)
{
  return read_all_in (path, NULL);
}

GPtrArray *
read_all_in (const char *path, const char *language)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_read (path, &(CsReader){ keep, all, language }, NULL, &error));
  g_assert_no_error (error);

  return all;
}

GPtrArray *
read_all_bytes (const char *bytes, gsize n_bytes)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_read_bytes ("memory", bytes, n_bytes, &(CsReader){ keep, all }, NULL, &error));
  g_assert_no_error (error);

  return all;
}

char *
fixture_path (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "formats", "fixtures", name, NULL);
}

GPtrArray *
read_fixture (const char *name)
{
  g_autofree char *path = fixture_path (name);

  return read_all (path);
}

const Kept *
kept_at (const GPtrArray *all, guint index)
{
  g_assert_cmpuint (index, <, all->len);

  return g_ptr_array_index (all, index);
}

const CsDraft *
draft_at (const GPtrArray *all, guint index)
{
  const Kept *kept = kept_at (all, index);

  g_assert_no_error (kept->error);

  return kept->draft;
}

char *
unit_text (const CsDraft *draft, CsPart part, guint index)
{
  gsize n_bytes;
  const char *text;

  g_assert_cmpuint (index, <, cs_draft_get_n_units (draft, part));
  text = cs_draft_get_unit_text (draft, part, index, &n_bytes);

  return g_strndup (text, n_bytes);
}

void
assert_unit (const CsDraft *draft, CsPart part, guint index, guint number, const char *expected)
{
  g_autofree char *text = unit_text (draft, part, index);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (cs_draft_get_unit (draft, part, index)->number, ==, number);
}

guint
count_notes (const CsDraft *draft, const char *code)
{
  guint n_notes = 0;

  for (guint i = 0; i < draft->notes->len; i++)
    n_notes += g_str_equal (g_array_index (draft->notes, CsReadNote, i).code, code);

  return n_notes;
}

void
read_truncated (const char *bytes, gsize n_bytes)
{
  for (guint cut = 1; cut <= N_CUTS; cut++)
    {
      gsize n_kept = n_bytes * cut / (N_CUTS + 1);
      g_autofree char *head = g_memdup2 (bytes, n_kept); /* so that ASan sees the end */
      g_autoptr (GPtrArray) all = read_all_bytes (head, n_kept);

      g_assert_cmpuint (all->len, >, 0);
    }
}
