/* Fields, which Word fills in: what is read is their result. */

#include <string.h>

#include "cs-docx-reader.h"

#define MAX_FIELDS 64               /* within each other */
#define MAX_INSTRUCTION_BYTES 65536 /* of one field */

void
cs_docx_field_clear (gpointer data)
{
  CsDocxField *field = data;

  g_string_free (field->instruction, TRUE);
}

static CsDocxField *
last_field (const CsDocxReader *reader)
{
  guint n_fields = reader->fields->len;

  return n_fields == 0 ? NULL : &g_array_index (reader->fields, CsDocxField, n_fields - 1);
}

gboolean
cs_docx_is_in_instruction (const CsDocxReader *reader)
{
  for (guint i = 0; i < reader->fields->len; i++)
    if (g_array_index (reader->fields, CsDocxField, i).in_instruction)
      return TRUE;

  return FALSE;
}

void
cs_docx_end_instructions (CsDocxReader *reader)
{
  for (guint i = 0; i < reader->fields->len; i++)
    g_array_index (reader->fields, CsDocxField, i).in_instruction = FALSE;
}

static gsize
line_bytes (const CsDocxReader *reader)
{
  return cs_text_builder_get_n_bytes (reader->line->text);
}

static void
begin_field (CsDocxReader *reader)
{
  CsDocxField field = { .in_instruction = TRUE };

  if (reader->fields->len >= MAX_FIELDS)
    return;

  field.instruction = g_string_new (NULL);
  field.result_at = G_MAXSIZE;
  g_array_append_val (reader->fields, field);
}

/* EQ draws what its instruction says and leaves no result: the instruction is kept. */
static void
read_formula (CsDocxReader *reader, xmlNode *node, const char *instruction)
{
  g_autofree char *escaped = g_markup_escape_text (instruction, -1);
  g_autofree char *payload = g_strdup_printf (
      "<w:fldSimple xmlns:w=\"%s\" w:instr=\"%s\"/>", cs_docx_space_get_uri (CS_DOCX_W), escaped);
  CsInlineObject object = { .kind = CS_OBJECT_FORMULA, .payload = payload };

  cs_docx_line_append_object (reader->line, &object, node);
  cs_docx_reader_note (reader, "no-preview", instruction);
}

/* SYMBOL 97 \f "Symbol" */
static void
read_symbol (CsDocxReader *reader, xmlNode *node, const char *instruction, const CsDocxLook *look)
{
  g_auto (GStrv) words = g_strsplit_set (instruction, " \t\"", -1);
  gint64 letter = 0;
  const char *font = "Symbol";

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (letter == 0 && g_ascii_isdigit (*words[i]))
        letter = g_ascii_strtoll (words[i], NULL, 0);
      else if (g_ascii_strncasecmp (words[i], "wingdings", 9) == 0)
        font = "Wingdings";
    }
  if (letter > 0 && letter <= 0xff)
    cs_docx_read_symbol (reader, node, font, letter, look);
}

static void
end_field (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  CsDocxField *field = last_field (reader);
  gboolean has_result = field->result_at < line_bytes (reader);
  g_autofree char *instruction = g_strdup (field->instruction->str);

  g_array_set_size (reader->fields, reader->fields->len - 1);
  g_strstrip (instruction);
  if (has_result || cs_docx_is_in_instruction (reader))
    return;

  if (g_ascii_strncasecmp (instruction, "EQ ", 3) == 0)
    read_formula (reader, node, instruction);
  else if (g_ascii_strncasecmp (instruction, "SYMBOL ", 7) == 0)
    read_symbol (reader, node, instruction, look);
}

void
cs_docx_read_field_mark (CsDocxReader *reader, xmlNode *node, const CsDocxLook *look)
{
  const char *type = cs_docx_get (node, CS_DOCX_W, "fldCharType");
  CsDocxField *field = last_field (reader);

  if (g_strcmp0 (type, "begin") == 0)
    begin_field (reader);
  else if (g_strcmp0 (type, "separate") == 0 && field != NULL)
    {
      field->in_instruction = FALSE;
      field->result_at = line_bytes (reader);
    }
  else if (g_strcmp0 (type, "end") == 0 && field != NULL)
    end_field (reader, node, look);
}

void
cs_docx_read_field_instruction (CsDocxReader *reader, const xmlNode *node)
{
  CsDocxField *field = last_field (reader);

  if (field == NULL || !field->in_instruction)
    return;
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->content != NULL && field->instruction->len < MAX_INSTRUCTION_BYTES)
      g_string_append (field->instruction, (const char *)at->content);
}
