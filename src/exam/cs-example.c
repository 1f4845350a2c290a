#include "cs-example.h"

static void
expect_clear (gpointer data)
{
  CsExpect *expect = data;

  g_free (expect->rule);
  g_free (expect->path);
}

CsExample *
cs_example_new (void)
{
  CsExample *example = g_new0 (CsExample, 1);

  example->marks = g_array_new (FALSE, FALSE, sizeof (CsSpan));
  example->expects = g_array_new (FALSE, FALSE, sizeof (CsExpect));
  g_array_set_clear_func (example->expects, expect_clear);

  return example;
}

void
cs_example_free (CsExample *example)
{
  g_free (example->language);
  g_clear_pointer (&example->draft, cs_draft_unref);
  g_array_unref (example->marks);
  g_array_unref (example->expects);
  g_free (example);
}

/* One finding that an example calls for. */
typedef struct
{
  CsSpan where;
  const CsExpect *expect; /* NULL: any rule */
  gboolean found;
} Wanted;

static gboolean
is_about_part (const CsExpect *expect)
{
  return expect->mark == 0 && expect->part != CS_N_PARTS;
}

/* Whether @expect, the @place-th of those without a part (from 1) among @n_places, speaks of mark
 * @mark (from 1). */
static gboolean
speaks_of_mark (const CsExpect *expect, guint place, guint n_places, guint mark)
{
  if (expect->mark != 0)
    return expect->mark == mark;

  return n_places == 1 || place == mark;
}

static guint
count_for_marks (const GArray *expects)
{
  guint n = 0;

  for (guint i = 0; i < expects->len; i++)
    n += !is_about_part (&g_array_index (expects, CsExpect, i));

  return n;
}

static void
want_mark (GArray *wanted, const CsExample *example, guint mark)
{
  Wanted want = { .where = g_array_index (example->marks, CsSpan, mark - 1) };
  guint n_places = count_for_marks (example->expects);
  guint before = wanted->len;
  guint place = 0;

  for (guint i = 0; i < example->expects->len; i++)
    {
      want.expect = &g_array_index (example->expects, CsExpect, i);
      if (is_about_part (want.expect))
        continue;
      place++;
      if (speaks_of_mark (want.expect, place, n_places, mark))
        g_array_append_val (wanted, want);
    }

  want.expect = NULL;
  if (wanted->len == before)
    g_array_append_val (wanted, want);
}

static GArray *
list_wanted (const CsExample *example)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint mark = 1; mark <= example->marks->len; mark++)
    want_mark (wanted, example, mark);

  for (guint i = 0; i < example->expects->len; i++)
    {
      const CsExpect *expect = &g_array_index (example->expects, CsExpect, i);
      Wanted want = { .where = { .part = expect->part, .index = CS_NO_INDEX }, .expect = expect };

      if (is_about_part (expect))
        g_array_append_val (wanted, want);
    }

  return wanted;
}

static gboolean
same_path (const CsExpect *expect, const CsExampleMatch *match)
{
  if (expect->n_path == 0)
    return TRUE;
  if (expect->n_path != match->n_path)
    return FALSE;

  for (guint i = 0; i < expect->n_path; i++)
    if (expect->path[i] != match->path[i])
      return FALSE;

  return TRUE;
}

/* Whether @where is what @want marks, or for a part as a whole, nothing in its text. */
static gboolean
same_place (const CsExample *example, const Wanted *want, const CsSpan *where)
{
  if (want->where.part != where->part)
    return FALSE;
  if (want->where.index == CS_NO_INDEX)
    return where->index >= cs_draft_get_n_units (example->draft, where->part);

  return want->where.index == where->index && want->where.start == where->start &&
         want->where.end == where->end;
}

static gboolean
is_wanted (const CsExample *example, const Wanted *want, const CsExampleMatch *match)
{
  if (want->found || !same_place (example, want, &match->where))
    return FALSE;

  return want->expect == NULL ||
         (g_strcmp0 (want->expect->rule, match->rule) == 0 && same_path (want->expect, match));
}

static void
describe (
    GString *out, const CsExample *example, const char *what, const char *rule, const CsSpan *where)
{
  g_autofree char *text = cs_draft_dup_span_text (example->draft, where);

  g_string_append_printf (out, "%s: rule %s in %s", what, rule == NULL ? "(any)" : rule,
                          cs_part_get_name (where->part));
  if (where->index != CS_NO_INDEX)
    g_string_append_printf (out, " %u, bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " \"%s\"",
                            where->index + 1, where->start, where->end, text);
  g_string_append_c (out, '\n');
}

static gboolean
find_wanted (const CsExample *example, GArray *wanted, const CsExampleMatch *match)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      Wanted *want = &g_array_index (wanted, Wanted, i);

      if (is_wanted (example, want, match))
        {
          want->found = TRUE;
          return TRUE;
        }
    }

  return FALSE;
}

char *
cs_example_explain (const CsExample *example, const CsExampleMatch *matches, guint n_matches)
{
  g_autoptr (GArray) wanted = list_wanted (example);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_matches; i++)
    if (!example->bad || !find_wanted (example, wanted, &matches[i]))
      describe (out, example, "found, but not expected", matches[i].rule, &matches[i].where);

  for (guint i = 0; example->bad && i < wanted->len; i++)
    {
      const Wanted *want = &g_array_index (wanted, Wanted, i);

      if (!want->found)
        describe (out, example, "expected, but not found",
                  want->expect == NULL ? NULL : want->expect->rule, &want->where);
    }
  if (example->bad && wanted->len == 0)
    g_string_append (out, "a bad example needs a mark, or an expect with a part\n");

  return g_string_free (out, out->len == 0);
}
