#include "cs-office-text.h"

#include <string.h>

#include "../../base/cs-limits.h"

typedef struct
{
  GString *out;
  gsize line;            /* where in @out the line begins */
  gboolean owes_space;   /* a blank stands before what comes next on the line */
  gboolean has_number;   /* nothing but a number stands on the line */
  gboolean in_reference; /* to another claim: what it quotes is no line of its own */
  gboolean numbers;      /* those of paragraphs are wanted */
  CsXmlTextStyle style;
} Writer;

static void
break_line (Writer *writer)
{
  writer->owes_space = FALSE;
  if (writer->out->len == writer->line || writer->has_number)
    return;
  g_string_append_c (writer->out, '\n');
  writer->line = writer->out->len;
}

/* Chinese is written without blanks: those beside a Chinese character come from the file. */
static gboolean
wants_space (const Writer *writer,
             const char *next)
{
  const GString *out = writer->out;

  if (!writer->owes_space || out->len == writer->line || writer->has_number)
    return FALSE;
  return writer->style != CS_XML_TEXT_CN ||
         ((guchar)out->str[out->len - 1] < 0x80 && (guchar)*next < 0x80);
}

static void
put_word (Writer *writer,
          const char *word,
          gsize n_bytes)
{
  if (wants_space (writer, word))
    g_string_append_c (writer->out, ' ');
  g_string_append_len (writer->out, word, (gssize)n_bytes);
  writer->owes_space = FALSE;
  writer->has_number = FALSE;
}

static void
put_text (Writer *writer,
          const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gsize n_spaces = strspn (at, " \t\r\n");
      gsize n_word;

      if (writer->style == CS_XML_TEXT_LINES && memchr (at, '\n', n_spaces) != NULL)
        break_line (writer);
      else
        writer->owes_space |= n_spaces > 0;
      at += n_spaces;
      n_word = strcspn (at, " \t\r\n");
      if (n_word > 0)
        put_word (writer, at, n_word);
      at += n_word;
    }
}

/* --- letters that stand high or low --- */

static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
                                    "⁺", "⁻", "⁼", "⁽", "⁾" };
static const char *const low[] = { "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉",
                                   "₊", "₋", "₌", "₍", "₎" };

/* Returns: (transfer full) (nullable): @text in such characters; %NULL when one of it has none */
static char *
dup_script (const char *text,
            const char *const *script)
{
  static const char plain[] = "0123456789+-=()";
  g_autoptr (GString) raised = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean is_minus = c == 0x2212 || c == 0x2013; /* as offices type it */
      const char *place = c < 0x80 ? strchr (plain, (int)c) : NULL;

      if (is_minus)
        place = strchr (plain, '-');
      if (place == NULL)
        return NULL;
      g_string_append (raised, script[place - plain]);
    }
  return g_string_free (g_steal_pointer (&raised), FALSE);
}

/* "SiO<sub>2 </sub>layer": offices put the blank on either side. */
static gboolean
ends_in_space (const CsOfficeNode *node)
{
  const char *text = node->n_below > 0 ? node[node->n_below].text : NULL;

  return text != NULL && *text != '\0' && g_ascii_isspace (text[strlen (text) - 1]);
}

static void put_content (Writer *writer, const CsOfficeNode *node);

static void
put_script (Writer *writer,
            const CsOfficeNode *node,
            const char *const *script)
{
  g_autofree char *text = cs_office_node_dup_text (node);
  g_autofree char *raised = g_utf8_validate (text, -1, NULL) ? dup_script (text, script) : NULL;

  if (raised == NULL || *raised == '\0')
    {
      put_content (writer, node);
      return;
    }
  put_word (writer, raised, strlen (raised));
  writer->owes_space = ends_in_space (node);
}

/* --- elements --- */

static void
put_number (Writer *writer,
            const CsOfficeNode *paragraph)
{
  const char *number = cs_office_node_get (paragraph, "num");
  guint64 value = number == NULL ? 0 : g_ascii_strtoull (number, NULL, 10);

  if (!writer->numbers || value == 0 || value > CS_MAX_CLAIM_NUMBER)
    return;
  g_string_append_printf (writer->out, "[%04u] ", (guint)value);
  writer->has_number = TRUE;
}

static void
put_lines (Writer *writer,
           const CsOfficeNode *node)
{
  break_line (writer);
  put_content (writer, node);
  break_line (writer);
}

static void
put_paragraph (Writer *writer,
               const CsOfficeNode *node)
{
  gsize start;

  break_line (writer);
  start = writer->out->len;
  put_number (writer, node);
  put_content (writer, node);
  if (writer->has_number) /* and nothing else */
    g_string_truncate (writer->out, start);
  writer->has_number = FALSE;
  break_line (writer);
}

/* Chinese printed lines end in the middle of words; steps end in a stop. */
static void
put_break (Writer *writer,
           const CsOfficeNode *node)
{
  const char *const stops[] = { "；", "。", "：", ";", ":", "." };
  gboolean at_stop = writer->style != CS_XML_TEXT_CN;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    at_stop |= g_str_has_suffix (writer->out->str, stops[i]);
  if (at_stop)
    break_line (writer);
}

static void
put_reference (Writer *writer,
               const CsOfficeNode *node)
{
  writer->in_reference = TRUE;
  put_content (writer, node);
  writer->in_reference = FALSE;
}

/* Rows and cells, in the words of CALS and HTML, are known by what they are called only. */
static void
put_other (Writer *writer,
           const CsOfficeNode *node)
{
  static const char *const rows[] = { "row", "tr", NULL };
  static const char *const cells[] = { "entry", "td", "th", NULL };

  if (g_strv_contains (rows, node->tag))
    put_lines (writer, node);
  else if (g_strv_contains (cells, node->tag))
    {
      writer->owes_space = TRUE;
      put_content (writer, node);
      writer->owes_space = TRUE;
    }
  else
    put_content (writer, node);
}

static void
put_nothing (Writer *writer,
             const CsOfficeNode *node)
{
  writer->owes_space = TRUE;
}

static void
put_low (Writer *writer,
         const CsOfficeNode *node)
{
  put_script (writer, node, low);
}

static void
put_high (Writer *writer,
          const CsOfficeNode *node)
{
  put_script (writer, node, high);
}

/* What a claim quotes of another one ("as in claim 1") is a claim-text too in one dialect. */
static void
put_step (Writer *writer,
          const CsOfficeNode *node)
{
  if (writer->in_reference)
    put_content (writer, node);
  else
    put_lines (writer, node);
}

typedef void (*PutFunc) (Writer *writer, const CsOfficeNode *node);

static const PutFunc puts_by_name[CS_XML_N_NAMES] = {
  [CS_XML_BR] = put_break,
  [CS_XML_CHEMISTRY] = put_nothing,
  [CS_XML_CLAIM_REF] = put_reference,
  [CS_XML_CLAIM_TEXT] = put_step,
  [CS_XML_CN_ABST_FIGURE] = put_nothing,
  [CS_XML_DD] = put_lines,
  [CS_XML_DT] = put_lines,
  [CS_XML_FIGURE] = put_nothing,
  [CS_XML_HEADING] = put_lines,
  [CS_XML_IMG] = put_nothing,
  [CS_XML_INVENTION_TITLE] = put_nothing,
  [CS_XML_LI] = put_lines,
  [CS_XML_MATHS] = put_nothing,
  [CS_XML_P] = put_paragraph,
  [CS_XML_SKIP] = put_nothing,
  [CS_XML_SUB] = put_low,
  [CS_XML_SUB2] = put_low,
  [CS_XML_SUP] = put_high,
  [CS_XML_SUP2] = put_high,
  [CS_XML_TABLES] = put_lines,
};

static void
put_content (Writer *writer,
             const CsOfficeNode *node)
{
  CS_OFFICE_EACH (child, node)
  {
    PutFunc put = puts_by_name[child->name];

    if (child->tag == NULL)
      put_text (writer, child->text);
    else
      (put == NULL ? put_other : put) (writer, child);
  }
}

/* --- claims --- */

static gboolean
begins_with_number (const char *text,
                    CsXmlTextStyle style)
{
  static const char *const marks[] = { ".", ")", "．", "、", "，", "-" };
  const char *at = text + strspn (text, "0123456789");

  if (at == text || style == CS_XML_TEXT_US)
    return at > text;
  at += strspn (at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]))
      return TRUE;
  return FALSE;
}

static void
put_claim (Writer *writer,
           const CsOfficeNode *claim,
           guint index)
{
  const char *number = cs_office_node_get (claim, "num");
  guint64 value = number == NULL ? index : g_ascii_strtoull (number, NULL, 10);
  gsize start;

  break_line (writer);
  if (writer->out->len > 0)
    g_string_append_c (writer->out, '\n');
  start = writer->line = writer->out->len;
  put_content (writer, claim);
  break_line (writer);
  if (writer->out->len == start)
    {
      g_string_truncate (writer->out, MAX (start, 1) - 1);
      writer->line = writer->out->len;
    }
  else if (!begins_with_number (writer->out->str + start, writer->style) && value > 0 &&
           value <= CS_MAX_CLAIM_NUMBER)
    {
      g_autofree char *printed = g_strdup_printf ("%u. ", (guint)value);

      g_string_insert (writer->out, (gssize)start, printed);
      writer->line = writer->out->len;
    }
}

static void
put_claims (Writer *writer,
            const CsOfficeNode *claims)
{
  guint n_claims = 0;

  for (guint i = 1; i <= claims->n_below; i++)
    if (claims[i].tag != NULL && claims[i].name == CS_XML_CLAIM)
      {
        put_claim (writer, claims + i, ++n_claims);
        i += claims[i].n_below;
      }
  if (n_claims == 0)
    put_content (writer, claims);
}

/* --- the door --- */

void
cs_office_add_text (CsRecordBuilder *builder,
                    CsRecordPart part,
                    const CsOfficeNode *node,
                    CsXmlTextStyle style,
                    const char *language)
{
  g_autoptr (GString) out = NULL;
  Writer writer = { .style = style, .numbers = part == CS_RECORD_DESCRIPTION };
  const char *own = cs_office_node_get (node, "lang");

  if (node == NULL)
    return;
  out = writer.out = g_string_sized_new (4096);
  if (part == CS_RECORD_CLAIMS)
    put_claims (&writer, node);
  else
    put_content (&writer, node);
  g_string_truncate (out, strlen (g_strchomp (out->str)));
  cs_record_builder_add_text (builder, part, own == NULL ? language : own, out->str);
}

void
cs_office_add_children (CsRecordBuilder *builder,
                        CsRecordPart part,
                        const CsOfficeNode *node,
                        const char *tag,
                        CsXmlTextStyle style)
{
  const char *language = cs_office_node_get (node, "lang");

  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, tag))
      cs_office_add_text (builder, part, child, style, language);
  }
}
