#include "write-fixture.h"

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "../../src/formats/cs-zip.h"

Pictures *
pictures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
}

void
pictures_add_bytes (Pictures *pictures, const char *name, const void *bytes, gsize n_bytes)
{
  g_hash_table_insert (pictures, g_strdup (name), g_bytes_new (bytes, n_bytes));
}

void
pictures_add (Pictures *pictures,
              const char *name,
              const char *type,
              int width,
              int height,
              const char *dpi)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, type, &error, dpi == NULL ? NULL : "x-dpi",
                             dpi, "y-dpi", dpi, NULL);
  g_assert_no_error (error);
  pictures_add_bytes (pictures, name, bytes, n_bytes);
}

GBytes *
pictures_load (const char *name, gpointer pictures)
{
  GBytes *bytes = g_hash_table_lookup (pictures, name);

  return bytes == NULL ? NULL : g_bytes_ref (bytes);
}

static gboolean
run_style (char mark, CsRunStyle *style)
{
  static const char marks[] = { '_', '^', '*' };
  static const CsRunStyle styles[] = { CS_RUN_SUB, CS_RUN_SUP, CS_RUN_BOLD };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i] == mark)
      {
        *style = styles[i];
        return TRUE;
      }

  return FALSE;
}

/* Returns where the marked run that begins at @at ends. */
static const char *
append_run (CsTextBuilder *text, const char *at, CsRunStyle style)
{
  gsize start = cs_text_builder_get_n_bytes (text);
  const char *end = strchr (at, '}');

  cs_text_builder_append (text, at + 2, end - at - 2);
  cs_text_builder_add_run (text, start, cs_text_builder_get_n_bytes (text), style);

  return end + 1;
}

static void
append_marked (CsTextBuilder *text, const char *at)
{
  while (*at != '\0')
    {
      CsRunStyle style;
      const char *next = g_utf8_next_char (at);

      if (run_style (*at, &style) && at[1] == '{')
        next = append_run (text, at, style);
      else
        cs_text_builder_append (text, at, next - at);
      at = next;
    }
}

void
add_unit (CsDraftBuilder *builder, CsPart part, CsUnitKind kind, guint number, const char *marked)
{
  g_autofree char *printed = g_strdup_printf ("%u. ", number);

  cs_draft_builder_begin_unit (builder, part, kind);
  if (kind == CS_UNIT_CLAIM && number > 0)
    cs_text_builder_append (cs_draft_builder_get_text (builder, part), printed, strlen (printed));
  if (number > 0)
    cs_draft_builder_set_unit_number (builder, part, number);
  append_marked (cs_draft_builder_get_text (builder, part), marked);
  cs_draft_builder_end_unit (builder, part);
}

void
add_object_unit (CsDraftBuilder *builder,
                 CsPart part,
                 CsObjectKind kind,
                 const char *payload,
                 const char *preview)
{
  cs_draft_builder_begin_unit (builder, part, CS_UNIT_PARAGRAPH);
  cs_text_builder_append_object (cs_draft_builder_get_text (builder, part), kind, payload, preview);
  cs_draft_builder_end_unit (builder, part);
}

void
add_figure (CsDraftBuilder *builder, const char *label, const char *file)
{
  CsFigure figure = { .label = g_strdup (label), .file = g_strdup (file) };

  cs_draft_builder_add_figure (builder, &figure);
}

static char *
dup_unit (const CsDraft *draft, CsPart part, guint index, gboolean exact)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, part, index, &n_bytes);
  GString *unit = g_string_new_len (exact ? text : NULL, exact ? n_bytes : 0);

  for (const char *at = text; !exact && at < text + n_bytes; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (unit, g_utf8_get_char (at));

  return g_string_free (unit, FALSE);
}

/* The next unit at or after @index that has something in it, and writes: headings of an abstract
 * are paragraphs in a package. */
static guint
skip_blank (const CsDraft *draft, CsPart part, guint index)
{
  while (index < cs_draft_get_n_units (draft, part) && part != CS_PART_CLAIMS)
    {
      g_autofree char *text = dup_unit (draft, part, index, FALSE);

      if (*text != '\0')
        break;
      index++;
    }

  return index;
}

static void
assert_same_units (const CsDraft *expected, const CsDraft *found, CsPart part, gboolean exact)
{
  guint from = skip_blank (expected, part, 0);
  guint to = 0;

  while (from < cs_draft_get_n_units (expected, part))
    {
      g_autofree char *text = dup_unit (expected, part, from, exact);
      g_autofree char *copy = NULL;

      g_assert_cmpuint (to, <, cs_draft_get_n_units (found, part));
      copy = dup_unit (found, part, to, exact);
      g_assert_cmpstr (copy, ==, text);
      if (part != CS_PART_ABSTRACT)
        g_assert_cmpint (cs_draft_get_unit (found, part, to)->kind, ==,
                         cs_draft_get_unit (expected, part, from)->kind);
      from = skip_blank (expected, part, from + 1);
      to++;
    }
  g_assert_cmpuint (to, ==, cs_draft_get_n_units (found, part));
}

static void
count_runs (const CsDraft *draft, CsPart part, guint counts[CS_N_RUN_STYLES])
{
  guint n_runs = 0;
  const CsRun *runs =
      draft->texts[part] == NULL ? NULL : cs_text_get_runs (draft->texts[part], &n_runs);

  memset (counts, 0, CS_N_RUN_STYLES * sizeof *counts);
  for (guint i = 0; i < n_runs; i++)
    counts[runs[i].style]++;
}

static void
count_objects (const CsDraft *draft, CsPart part, guint counts[CS_N_OBJECT_KINDS])
{
  guint n_objects = 0;
  const CsInlineObject *objects =
      draft->texts[part] == NULL ? NULL : cs_text_get_objects (draft->texts[part], &n_objects);

  memset (counts, 0, CS_N_OBJECT_KINDS * sizeof *counts);
  for (guint i = 0; i < n_objects; i++)
    counts[objects[i].kind]++;
}

static void
assert_same_counts (const CsDraft *expected, const CsDraft *found, CsPart part)
{
  guint runs[2][CS_N_RUN_STYLES];
  guint objects[2][CS_N_OBJECT_KINDS];

  count_runs (expected, part, runs[0]);
  count_runs (found, part, runs[1]);
  for (CsRunStyle style = 0; style < CS_RUN_HEADING; style++)
    g_assert_cmpuint (runs[0][style], ==, runs[1][style]);

  count_objects (expected, part, objects[0]);
  count_objects (found, part, objects[1]);
  for (CsObjectKind kind = 0; kind < CS_N_OBJECT_KINDS; kind++)
    g_assert_cmpuint (objects[0][kind], ==, objects[1][kind]);
}

void
assert_same_content (const CsDraft *expected, const CsDraft *found, gboolean exact)
{
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      assert_same_units (expected, found, part, exact);
      assert_same_counts (expected, found, part);
    }
  g_assert_cmpuint (found->figures->len, ==, expected->figures->len);
  for (guint i = 0; i < found->figures->len; i++)
    g_assert_cmpstr (g_array_index (found->figures, CsFigure, i).label, ==,
                     g_array_index (expected->figures, CsFigure, i).label);
}

const CsWriteNote *
find_note (const GArray *notes, const char *code)
{
  for (guint i = 0; i < notes->len; i++)
    if (strcmp (g_array_index (notes, CsWriteNote, i).code, code) == 0)
      return &g_array_index (notes, CsWriteNote, i);

  return NULL;
}

typedef struct
{
  const char *name;
  GBytes *bytes;
} Wanted;

static gboolean
take_file (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  Wanted *wanted = data;

  if (strcmp (name, wanted->name) == 0)
    wanted->bytes = g_bytes_ref (bytes);

  return TRUE;
}

GBytes *
zip_file (GBytes *zip, const char *name)
{
  Wanted wanted = { name };
  g_autoptr (GError) error = NULL;
  guint64 unpacked = 0;
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (zip, &n_bytes);

  g_assert_true (cs_zip_read (bytes, n_bytes, &unpacked, take_file, &wanted, &error));

  return wanted.bytes;
}
