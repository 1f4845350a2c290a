#include "write-job.h"

#include <string.h>

#include "../../src/draft/cs-claim-split.h"
#include "../../src/formats/cs-zip.h"

/* --- drafts --- */

static gboolean
find_style (char mark, CsRunStyle *style)
{
  static const char marks[] = "_^*/";
  static const CsRunStyle styles[] = { CS_RUN_SUB, CS_RUN_SUP, CS_RUN_BOLD, CS_RUN_ITALIC };
  const char *found = mark == '\0' ? NULL : strchr (marks, mark);

  if (found != NULL)
    *style = styles[found - marks];

  return found != NULL;
}

/* Appends marked text up to the brace that ends it. Returns: behind that. */
static const char *
append_marked (CsTextBuilder *text, const char *at)
{
  CsRunStyle style;

  while (*at != '\0' && *at != '}')
    {
      if (at[1] == '{' && find_style (*at, &style))
        {
          gsize start = cs_text_builder_get_n_bytes (text);

          at = append_marked (text, at + 2);
          cs_text_builder_add_run (text, start, cs_text_builder_get_n_bytes (text), style);
          continue;
        }
      cs_text_builder_append (text, *at == '|' ? "\n" : at, g_utf8_skip[*(const guchar *)at]);
      at = g_utf8_next_char (at);
    }

  return *at == '}' ? at + 1 : at;
}

static CsUnitKind
get_kind (CsPart part, const char *line)
{
  if (part == CS_PART_CLAIMS)
    return CS_UNIT_CLAIM;

  return *line == '#' ? CS_UNIT_HEADING : CS_UNIT_PARAGRAPH;
}

static void
add_line (CsDraftBuilder *builder, CsPart part, const char *line)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, part);
  guint number = 0;
  gsize n_number = part == CS_PART_CLAIMS ? cs_claim_number_scan (line, strlen (line), &number) : 0;

  cs_draft_builder_begin_unit (builder, part, get_kind (part, line));
  cs_text_builder_append (text, line, n_number);
  if (n_number > 0)
    cs_draft_builder_set_unit_number (builder, part, number);
  append_marked (text, line + n_number + (*line == '#'));
  cs_draft_builder_end_unit (builder, part);
}

static void
add_part (CsDraftBuilder *builder, CsPart part, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines == NULL ? "" : lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    add_line (builder, part, split[i]);
}

CsDraft *
make_draft (const char *title, const char *abstract, const char *claims, const char *description)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("draft", 0, "text");
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  add_part (builder, CS_PART_TITLE, title);
  add_part (builder, CS_PART_ABSTRACT, abstract);
  add_part (builder, CS_PART_CLAIMS, claims);
  add_part (builder, CS_PART_DESCRIPTION, description);
  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

CsDraft *
make_draft_with_object (CsObjectKind kind, const char *payload, const char *preview)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("draft", 0, "text");
  CsTextBuilder *text;
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  add_part (builder, CS_PART_TITLE, "一种泵");
  add_part (builder, CS_PART_CLAIMS, "1. 一种泵。");
  cs_draft_builder_begin_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH);
  text = cs_draft_builder_get_text (builder, CS_PART_DESCRIPTION);
  cs_text_builder_append (text, "甲", strlen ("甲"));
  cs_text_builder_append_object (text, kind, payload, preview);
  cs_text_builder_append (text, "乙", strlen ("乙"));
  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

/* --- files --- */

GBytes *
write_draft (const CsWriter *writer, CsDraft *draft, CsOffice layout)
{
  CsWriteJob job = { .draft = draft, .layout = layout };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cs_writer_write (writer, &job, &error);

  g_assert_no_error (error);

  return bytes;
}

typedef struct
{
  const char *name;
  char *content;
} Wanted;

static gboolean
take_entry (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  Wanted *wanted = data;
  gsize n_bytes;
  const char *content = g_bytes_get_data (bytes, &n_bytes);

  if (strcmp (name, wanted->name) == 0)
    wanted->content = g_strndup (content == NULL ? "" : content, n_bytes);

  return TRUE;
}

char *
unzip (GBytes *zip, const char *name)
{
  Wanted wanted = { name, NULL };
  guint64 unpacked = 0;
  g_autoptr (GError) error = NULL;

  cs_zip_read (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), &unpacked, take_entry, &wanted,
               &error);
  g_assert_no_error (error);

  return wanted.content;
}

char *
describe_notes (const CsWriter *writer, const CsWriteJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) notes = cs_writer_preview (writer, job, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const CsWriteNote *note = &g_array_index (notes, CsWriteNote, i);
      g_autofree char *message = cs_write_note_dup_message (note);

      g_assert_cmpstr (message, !=, note->code); /* there are words for it */
      g_string_append_printf (text, "%s%s:%s %u", i == 0 ? "" : "; ",
                              cs_write_grade_get_name (note->grade), note->code, note->n_places);
    }

  return g_string_free (text, FALSE);
}
