#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-terminal.h"
#include "cs-text-writer.h"

#define DEFAULT_WIDTH 100

const char *const cs_severity_colors[CS_N_SEVERITIES] = { "\033[1;31m", "\033[1;33m",
                                                          "\033[1;34m" };

CsTextWriter
cs_text_writer_for (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  return (CsTextWriter){ out, result, options, options->language,
                         options->width == 0 ? DEFAULT_WIDTH : options->width };
}

void
cs_text_writer_put_code (CsTextWriter *writer, const char *code)
{
  if (writer->options->color)
    g_string_append (writer->out, code);
}

void
cs_text_writer_put (CsTextWriter *writer, const char *text)
{
  cs_terminal_append (writer->out, text, strlen (text));
}

void
cs_text_writer_put_styled (CsTextWriter *writer, const char *code, const char *text)
{
  cs_text_writer_put_code (writer, code);
  cs_text_writer_put (writer, text);
  cs_text_writer_put_code (writer, CS_TEXT_PLAIN);
}

const char *
cs_text_writer_label (CsTextWriter *writer, const char *key)
{
  return cs_messages_get ("label", key, writer->language);
}

const char *
cs_text_writer_colon (const CsTextWriter *writer)
{
  return g_str_equal (writer->language, "zh") ? "：" : ": ";
}

void
cs_text_writer_put_count (CsTextWriter *writer, const char *key, guint n)
{
  g_autofree char *text = cs_messages_dup_count (key, n, writer->language);

  cs_text_writer_put (writer, text);
}

/* "Basis: ..." under a finding, wrapped under its own beginning. */
void
cs_text_writer_put_line (CsTextWriter *writer, const char *key, const char *text)
{
  const char *name = cs_text_writer_label (writer, key);
  guint indent = CS_TEXT_INDENT + cs_terminal_get_width (name, strlen (name)) + 2;

  g_string_append_printf (writer->out, "%*s", CS_TEXT_INDENT, "");
  cs_text_writer_put_code (writer, CS_TEXT_DIM);
  cs_text_writer_put (writer, name);
  cs_text_writer_put (writer, cs_text_writer_colon (writer));
  cs_terminal_append_wrapped (writer->out, text, indent, writer->width);
  cs_text_writer_put_code (writer, CS_TEXT_PLAIN);
  g_string_append_c (writer->out, '\n');
}
