#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../draft/cs-draft-builder.h"
#include "cs-example-request.h"
#include "cs-example.h"

/* What is being built, and where in it we are. */
typedef struct
{
  CsDraftBuilder *builder;
  CsExample *example;
  CsTextBuilder *text;       /* of the open unit */
  CsPart part;               /* of the open unit */
  gsize unit_start;          /* byte at which the text of the open unit begins */
  guint n_units[CS_N_PARTS]; /* begun so far */
  guint number;              /* of the last claim */
  gboolean joint;            /* a line end of the XML waits for the character after it */
} Reader;

static gboolean read_rich (Reader *reader, xmlNode *node, GError **error);

/* --- text --- */

static void
begin_unit (Reader *reader, CsPart part, CsUnitKind kind, const char *printed, guint number)
{
  cs_draft_builder_begin_unit (reader->builder, part, kind);
  reader->part = part;
  reader->text = cs_draft_builder_get_text (reader->builder, part);
  if (printed != NULL)
    {
      cs_text_builder_append (reader->text, printed, strlen (printed));
      cs_draft_builder_set_unit_number (reader->builder, part, number);
    }
  reader->unit_start = cs_text_builder_get_n_bytes (reader->text);
  reader->n_units[part]++;
  reader->joint = FALSE;
}

static gboolean
at_unit_start (const Reader *reader)
{
  return cs_text_builder_get_n_bytes (reader->text) == reader->unit_start;
}

/* Writes the space that a line end of the XML stands for, unless a Chinese character is beside it.
 */
static void
join (Reader *reader, gunichar next)
{
  const char *text = cs_text_builder_peek (reader->text);
  gsize n_bytes = cs_text_builder_get_n_bytes (reader->text);
  const char *last = g_utf8_find_prev_char (text, text + n_bytes);

  if (reader->joint && !at_unit_start (reader) && last != NULL && *last != '\n' &&
      !cs_tree_is_han (g_utf8_get_char (last)) && !cs_tree_is_han (next))
    cs_text_builder_append (reader->text, " ", 1);
  reader->joint = FALSE;
}

static void
append_text (Reader *reader, const char *at)
{
  while (*at != '\0')
    {
      gsize n_spaces = strspn (at, " \t\r\n");
      gsize n_bytes;

      if (memchr (at, '\n', n_spaces) != NULL)
        reader->joint = TRUE;
      else if (n_spaces > 0 && !reader->joint)
        cs_text_builder_append (reader->text, at, n_spaces);
      at += n_spaces;

      n_bytes = strcspn (at, " \t\r\n");
      if (n_bytes > 0)
        join (reader, g_utf8_get_char (at));
      cs_text_builder_append (reader->text, at, n_bytes);
      at += n_bytes;
    }
}

static gboolean
read_mark (Reader *reader, xmlNode *node, GError **error)
{
  GArray *marks = reader->example->marks;
  guint place = marks->len;
  CsSpan span = { .part = reader->part, .index = reader->n_units[reader->part] - 1 };

  join (reader, 'a');
  span.start = cs_text_builder_get_n_bytes (reader->text) - reader->unit_start;
  g_array_append_val (marks, span);
  if (!read_rich (reader, node, error))
    return FALSE;

  reader->joint = FALSE;
  span.end = cs_text_builder_get_n_bytes (reader->text) - reader->unit_start;
  g_array_index (marks, CsSpan, place) = span;

  return TRUE;
}

static gboolean
read_run (Reader *reader, xmlNode *node, CsRunStyle style, GError **error)
{
  gsize start;

  join (reader, 'a');
  start = cs_text_builder_get_n_bytes (reader->text);
  if (!read_rich (reader, node, error))
    return FALSE;

  cs_text_builder_add_run (reader->text, start, cs_text_builder_get_n_bytes (reader->text), style);

  return TRUE;
}

static gboolean
read_object (Reader *reader, xmlNode *node, GError **error)
{
  static const char *const kinds[] = { "image", "formula", "table", "chemistry", "unknown", NULL };
  g_autofree char *name = cs_tree_dup_attribute (node, "kind");

  join (reader, 0x4e00);
  for (guint kind = 0; kinds[kind] != NULL; kind++)
    if (g_strcmp0 (name, kinds[kind]) == 0)
      {
        cs_text_builder_append_object (reader->text, kind, NULL, NULL);
        return TRUE;
      }

  cs_tree_set_unknown (error, node, _ ("kind of object"), name == NULL ? "" : name, kinds);

  return FALSE;
}

static gboolean
read_rich_element (Reader *reader, xmlNode *node, GError **error)
{
  static const char *const known[] = { "sub", "sup", "b", "i", "u", "mark", "br", "object", NULL };
  static const CsRunStyle styles[] = { CS_RUN_SUB, CS_RUN_SUP, CS_RUN_BOLD, CS_RUN_ITALIC,
                                       CS_RUN_UNDERLINE };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (cs_tree_is (node, known[i]))
      return read_run (reader, node, styles[i], error);

  if (cs_tree_is (node, "mark"))
    return read_mark (reader, node, error);
  if (cs_tree_is (node, "object"))
    return read_object (reader, node, error);
  if (cs_tree_is (node, "br"))
    {
      cs_text_builder_append (reader->text, "\n", 1);
      reader->joint = FALSE;
      return TRUE;
    }

  cs_tree_set_unknown (error, node, _ ("element"), (const char *)node->name, known);

  return FALSE;
}

static gboolean
read_rich (Reader *reader, xmlNode *node, GError **error)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    {
      if (at->type == XML_TEXT_NODE && at->content != NULL)
        append_text (reader, (const char *)at->content);
      else if (at->type == XML_ELEMENT_NODE && !read_rich_element (reader, at, error))
        return FALSE;
    }

  return TRUE;
}

/* One unit with the text of @node; a paragraph may have a number. */
static gboolean
read_unit (Reader *reader, xmlNode *node, CsPart part, CsUnitKind kind, GError **error)
{
  g_autofree char *number = cs_tree_dup_attribute (node, "number");
  g_autofree char *printed = NULL;
  guint64 value = 0;

  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 0, 9999, &value, NULL))
    {
      guint line = cs_tree_get_line (node);

      cs_error_set (error, CS_ERROR_CHECKLIST, line,
                    _ ("line %u: \"%s\" is not a paragraph number"), line, number);
      return FALSE;
    }

  if (value > 0)
    printed = g_strdup_printf ("[%04u] ", (guint)value);
  begin_unit (reader, part, kind, printed, value);

  return read_rich (reader, node, error);
}

/* The p and heading elements of @node as units, or its text as one. */
static gboolean
read_paragraphs (Reader *reader, xmlNode *node, CsPart part, GError **error)
{
  xmlNode *at = cs_tree_first (node->children);

  if (at == NULL || !(cs_tree_is (at, "p") || cs_tree_is (at, "heading")))
    return read_unit (reader, node, part, CS_UNIT_PARAGRAPH, error);

  for (; at != NULL; at = cs_tree_first (at->next))
    {
      static const char *const known[] = { "p", "heading", NULL };

      if (!g_strv_contains (known, (const char *)at->name))
        {
          cs_tree_set_unknown (error, at, _ ("element"), (const char *)at->name, known);
          return FALSE;
        }
      if (!read_unit (reader, at, part, cs_tree_is (at, "p") ? CS_UNIT_PARAGRAPH : CS_UNIT_HEADING,
                      error))
        return FALSE;
    }

  return TRUE;
}

/* --- the elements of an example --- */

static gboolean
read_title (Reader *reader, xmlNode *node, GError **error)
{
  return read_unit (reader, node, CS_PART_TITLE, CS_UNIT_PARAGRAPH, error);
}

static gboolean
read_abstract (Reader *reader, xmlNode *node, GError **error)
{
  return read_paragraphs (reader, node, CS_PART_ABSTRACT, error);
}

static gboolean
read_claim (Reader *reader, xmlNode *node, GError **error)
{
  g_autofree char *number = cs_tree_dup_attribute (node, "number");
  g_autofree char *printed = cs_tree_dup_attribute (node, "printed");
  guint64 value = reader->number + 1;

  if (number != NULL &&
      !g_ascii_string_to_unsigned (number, 10, 0, CS_MAX_CLAIM_NUMBER, &value, NULL))
    {
      guint line = cs_tree_get_line (node);

      cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: \"%s\" is not a claim number"),
                    line, number);
      return FALSE;
    }

  if (printed == NULL)
    printed = value == 0 ? g_strdup ("") : g_strdup_printf ("%u. ", (guint)value);
  begin_unit (reader, CS_PART_CLAIMS, CS_UNIT_CLAIM, printed, value);
  reader->number = value == 0 ? reader->number + 1 : value;

  return read_rich (reader, node, error);
}

static gboolean
read_section (Reader *reader, xmlNode *node, GError **error)
{
  g_autofree char *heading = cs_tree_dup_attribute (node, "heading");

  if (heading != NULL)
    {
      begin_unit (reader, CS_PART_DESCRIPTION, CS_UNIT_HEADING, NULL, 0);
      cs_text_builder_append (reader->text, heading, strlen (heading));
    }
  if (node->children == NULL)
    return TRUE;

  return read_paragraphs (reader, node, CS_PART_DESCRIPTION, error);
}

static gboolean
is_true (const xmlNode *node, const char *attribute)
{
  g_autofree char *value = cs_tree_dup_attribute (node, attribute);

  return g_strcmp0 (value, "true") == 0 || g_strcmp0 (value, "1") == 0;
}

static double
read_number (xmlNode *node, const char *attribute)
{
  g_autofree char *value = cs_tree_dup_attribute (node, attribute);

  return value == NULL ? 0 : g_ascii_strtod (value, NULL);
}

/* What the file of a picture would tell, and what a person saw in it. */
static void
read_picture (xmlNode *node, CsFigure *figure)
{
  g_autofree char *signs = cs_tree_dup_attribute (node, "signs");

  figure->format = cs_tree_dup_attribute (node, "format");
  figure->width_mm = read_number (node, "width-mm");
  figure->height_mm = read_number (node, "height-mm");
  figure->width_px = read_number (node, "width-px");
  figure->height_px = read_number (node, "height-px");
  figure->dpi = read_number (node, "dpi");
  figure->coloured = is_true (node, "coloured");
  if (signs != NULL)
    figure->signs = g_strsplit (signs, " ", -1);
}

static gboolean
read_figure (Reader *reader, xmlNode *node, GError **error)
{
  char *label = cs_tree_dup_attribute (node, "label");
  char *file = cs_tree_dup_attribute (node, "file");
  CsFigure figure = { .label = label == NULL ? g_strdup ("") : label, .file = file };

  read_picture (node, &figure);
  if (file != NULL && !is_true (node, "missing"))
    figure.sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, file, -1);
  cs_draft_builder_add_figure (reader->builder, &figure);

  return TRUE;
}

/* Finds the part called as the attribute says; @fallback when there is none. */
static gboolean
read_part (xmlNode *node, CsPart fallback, CsPart *part, GError **error)
{
  g_autofree char *name = cs_tree_dup_attribute (node, "part");
  const char *known[CS_N_PARTS + 1] = { NULL };

  *part = fallback;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < CS_N_PARTS; i++)
    {
      known[i] = cs_part_get_name (i);
      if (strcmp (known[i], name) == 0)
        {
          *part = i;
          return TRUE;
        }
    }

  cs_tree_set_unknown (error, node, _ ("part"), name, known);

  return FALSE;
}

static gboolean
read_note (Reader *reader, xmlNode *node, GError **error)
{
  g_autofree char *code = cs_tree_dup_attribute (node, "code");
  g_autofree char *detail = cs_tree_dup_attribute (node, "detail");
  CsPart part;

  if (!read_part (node, CS_PART_DOCUMENT, &part, error))
    return FALSE;

  cs_draft_builder_add_note (reader->builder, g_intern_string (code == NULL ? "" : code), detail,
                             part, 0);

  return TRUE;
}

static gboolean
read_request (Reader *reader, xmlNode *node, GError **error)
{
  return cs_example_read_request (cs_draft_builder_get_request (reader->builder), node, error);
}

static guint
read_unsigned (const char *text)
{
  return text == NULL ? 0 : MIN (g_ascii_strtoull (text, NULL, 10), CS_MAX_CLAIM_NUMBER);
}

static gboolean
read_expect (Reader *reader, xmlNode *node, GError **error)
{
  static const char *const known[] = { "rule", "path", "mark", "part", NULL };
  g_autofree char *rule = cs_tree_read_needed (node, "rule", error);
  g_autofree char *path = cs_tree_dup_attribute (node, "path");
  g_autofree char *mark = cs_tree_dup_attribute (node, "mark");
  g_auto (GStrv) steps = g_strsplit (path == NULL ? "" : path, " ", -1);
  CsExpect expect = { .mark = read_unsigned (mark) };

  if (rule == NULL || !cs_tree_check_attributes (node, known, error) ||
      !read_part (node, CS_N_PARTS, &expect.part, error))
    return FALSE;

  expect.rule = g_steal_pointer (&rule);
  expect.path = g_new0 (guint, g_strv_length (steps) + 1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (*steps[i] != '\0')
      expect.path[expect.n_path++] = read_unsigned (steps[i]);
  g_array_append_val (reader->example->expects, expect);

  return TRUE;
}

static gboolean
read_element (Reader *reader, xmlNode *node, GError **error)
{
  static const char *const names[] = { "request", "title", "abstract", "claim", "section",
                                       "figure", "note", "expect", NULL };
  static gboolean (*const readers[]) (Reader *, xmlNode *, GError **) = {
    read_request, read_title, read_abstract, read_claim,
    read_section, read_figure, read_note, read_expect
  };

  for (guint i = 0; names[i] != NULL; i++)
    if (cs_tree_is (node, names[i]))
      return readers[i](reader, node, error);

  cs_tree_set_unknown (error, node, _ ("element"), (const char *)node->name, names);

  return FALSE;
}

static gboolean
read_verdict (CsExample *example, xmlNode *node, GError **error)
{
  static const char *const verdicts[] = { "good", "bad", NULL };
  static const char *const attributes[] = { "verdict", "complete", NULL };
  g_autofree char *verdict = cs_tree_dup_attribute (node, "verdict");

  if (!cs_tree_check_attributes (node, attributes, error))
    return FALSE;
  if (verdict == NULL || !g_strv_contains (verdicts, verdict))
    {
      cs_tree_set_unknown (error, node, _ ("verdict"), verdict == NULL ? "" : verdict, verdicts);
      return FALSE;
    }

  example->bad = strcmp (verdict, "bad") == 0;
  example->language = cs_tree_dup_language (node);
  example->line = cs_tree_get_line (node);

  return TRUE;
}

CsExample *
cs_example_read (xmlNode *node, CsOffice office, CsRightType type, GError **error)
{
  g_autoptr (CsExample) example = cs_example_new ();
  g_autoptr (CsDraftBuilder) builder = cs_draft_builder_new ("example", 0, "example");
  Reader reader = { .builder = builder, .example = example };
  CsRequest *request = cs_draft_builder_get_request (builder);

  if (!read_verdict (example, node, error))
    return NULL;

  request->office = office;
  request->type = type;
  cs_draft_builder_set_complete (builder, is_true (node, "complete"));
  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    if (!read_element (&reader, at, error))
      return NULL;

  example->draft = cs_draft_builder_end (g_steal_pointer (&builder), error);
  if (example->draft == NULL)
    return NULL;

  return g_steal_pointer (&example);
}
