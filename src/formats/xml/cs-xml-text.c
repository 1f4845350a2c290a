#include <string.h>

#include "../../base/cs-limits.h"
#include "../../draft/cs-claim-split.h"
#include "../../draft/cs-heading.h"
#include "../../draft/cs-paragraph-split.h"
#include "cs-xml-head.h"
#include "cs-xml-object.h"
#include "cs-xml-text.h"

/* White space that was met and counts only if text follows; the later one wins. */
typedef enum
{
  PENDING_NONE,
  PENDING_SPACE, /* a line end of the file */
  PENDING_SOFT,  /* <br/> in the Chinese style */
  PENDING_LINE   /* a line end that is meant */
} Pending;

typedef struct
{
  CsRunStyle style;
  gsize start; /* in the part's text, or in the head while in_head */
  gboolean in_head;
} OpenRun;

struct _CsXmlText
{
  CsDraftBuilder *builder;
  CsXml *xml;
  CsXmlTextStyle style;
  CsPart part;
  CsUnitKind kind;
  gsize unit_start;    /* byte of the part's text */
  CsTextBuilder *text; /* of the part; NULL while no unit is open */
  gboolean has_text;   /* something was written to the unit */
  Pending pending;
  GArray *runs; /* OpenRun */

  gboolean in_head; /* what comes may still belong to the number */
  GString *head;
  guint number;      /* by the attribute */
  guint n_claims;    /* begun so far, cancelled ones too */
  guint n_cancelled; /* further claims that "4-6. (canceled)" stands for */

  CsXmlObject *object;
};

CsXmlText *
cs_xml_text_new (CsDraftBuilder *builder, CsXml *xml, CsXmlTextStyle style)
{
  CsXmlText *text = g_new0 (CsXmlText, 1);

  text->builder = builder;
  text->xml = xml;
  text->style = style;
  text->runs = g_array_new (FALSE, FALSE, sizeof (OpenRun));
  text->head = g_string_new (NULL);
  text->object = cs_xml_object_new ();

  return text;
}

void
cs_xml_text_free (CsXmlText *text)
{
  g_array_unref (text->runs);
  g_string_free (text->head, TRUE);
  cs_xml_object_free (text->object);
  g_free (text);
}

gboolean
cs_xml_text_is_open (const CsXmlText *text)
{
  return text->text != NULL;
}

gboolean
cs_xml_text_is_in_object (const CsXmlText *text)
{
  return cs_xml_object_is_open (text->object);
}

/* An open run that began within the number begins with the text that follows it. */
static void
move_runs_out_of_head (CsXmlText *text, gsize number_bytes, gsize text_start)
{
  for (guint i = 0; i < text->runs->len; i++)
    {
      OpenRun *run = &g_array_index (text->runs, OpenRun, i);

      if (!run->in_head)
        continue;
      run->start = text_start + MAX (run->start, number_bytes) - number_bytes;
      run->in_head = FALSE;
    }
}

static void
append_claim_number (CsXmlText *text, guint number)
{
  char printed[16];

  g_snprintf (printed, sizeof printed, "%u. ", number);
  cs_text_builder_append (text->text, printed, strlen (printed));
}

static void
add_cancelled (CsXmlText *text)
{
  const guint first = text->number;

  for (guint i = 1; i <= text->n_cancelled; i++)
    {
      cs_draft_builder_begin_unit (text->builder, CS_PART_CLAIMS, CS_UNIT_CLAIM);
      cs_draft_builder_set_unit_number (text->builder, CS_PART_CLAIMS, first + i);
      cs_draft_builder_end_unit (text->builder, CS_PART_CLAIMS);
    }
  text->n_claims += text->n_cancelled;
  text->n_cancelled = 0;
}

/* How much of the head of a claim is its printed number. A claim of the EPO may begin with what
 * only looks like one. */
static gsize
scan_claim_number (CsXmlText *text)
{
  guint number = 0;
  gsize n_bytes = cs_claim_number_scan (text->head->str, text->head->len, &number);

  if (text->style == CS_XML_TEXT_LINES && text->number == 0)
    text->number = text->n_claims;
  if (n_bytes > 0 &&
      (text->style != CS_XML_TEXT_EP || text->number == 0 || number == text->number))
    {
      text->number = number;
      return n_bytes;
    }
  if (text->number > 0 && text->style != CS_XML_TEXT_US)
    append_claim_number (text, text->number);

  return 0;
}

static gsize
scan_number (CsXmlText *text)
{
  gsize n_bytes;

  if (text->kind != CS_UNIT_CLAIM)
    return cs_paragraph_number_scan (text->head->str, text->head->len, &text->number);

  n_bytes = scan_claim_number (text);
  if (text->n_claims <= CS_MAX_CLAIMS)
    text->n_cancelled = cs_xml_head_count_cancelled (text->head, n_bytes);
  return n_bytes;
}

/* Writes the head of a claim or paragraph: its printed number, or what stands for it, and the text
 * behind. */
static void
flush_head (CsXmlText *text)
{
  gsize number_bytes;

  if (!text->in_head)
    return;

  text->in_head = FALSE;
  number_bytes = scan_number (text);

  cs_text_builder_append (text->text, text->head->str, number_bytes);
  cs_draft_builder_set_unit_number (text->builder, text->part, text->number);
  text->unit_start = cs_text_builder_get_n_bytes (text->text);
  move_runs_out_of_head (text, number_bytes, cs_text_builder_get_n_bytes (text->text));
  cs_text_builder_append (text->text, text->head->str + number_bytes,
                          text->head->len - number_bytes);
}

void
cs_xml_text_begin (CsXmlText *text, CsPart part, CsUnitKind kind, guint number)
{
  cs_xml_text_end (text);
  cs_draft_builder_begin_unit (text->builder, part, kind);
  text->text = cs_draft_builder_get_text (text->builder, part);
  text->part = part;
  text->kind = kind;
  text->unit_start = cs_text_builder_get_n_bytes (text->text);
  text->has_text = FALSE;
  text->pending = PENDING_NONE;
  text->number = MIN (number, CS_MAX_CLAIM_NUMBER);
  text->in_head = kind == CS_UNIT_CLAIM ||
                  (kind == CS_UNIT_PARAGRAPH && part == CS_PART_DESCRIPTION);
  text->n_claims += kind == CS_UNIT_CLAIM;
  g_string_truncate (text->head, 0);
  g_array_set_size (text->runs, 0);
  if (kind == CS_UNIT_PARAGRAPH && number > 0)
    cs_draft_builder_set_unit_number (text->builder, part, number);
}

/* Many files write the headings of the description as paragraphs; whoever edits them would see
 * them become headings. */
static void
mark_heading (CsXmlText *text)
{
  const char *start = cs_text_builder_peek (text->text) + text->unit_start;
  gsize n_bytes = cs_text_builder_get_n_bytes (text->text) - text->unit_start;

  if (text->kind == CS_UNIT_PARAGRAPH && text->part == CS_PART_DESCRIPTION &&
      cs_heading_scan (start, n_bytes, NULL) != CS_HEADING_NONE)
    cs_draft_builder_set_unit_kind (text->builder, text->part, CS_UNIT_HEADING);
}

void
cs_xml_text_end (CsXmlText *text)
{
  if (text->text == NULL)
    return;

  cs_xml_object_drop (text->object);
  flush_head (text);
  mark_heading (text);
  cs_draft_builder_end_unit (text->builder, text->part);
  add_cancelled (text);
  text->text = NULL;
}

static char
last_byte (const CsXmlText *text)
{
  gsize n_bytes = cs_text_builder_get_n_bytes (text->text);

  if (text->in_head && text->head->len > 0)
    return text->head->str[text->head->len - 1];

  return n_bytes == 0 ? '\0' : cs_text_builder_peek (text->text)[n_bytes - 1];
}

static gboolean
ends_a_step (const CsXmlText *text)
{
  static const char *const marks[] = { "；", "。", "：", ";", ":" };
  const char *end = cs_text_builder_peek (text->text) + cs_text_builder_get_n_bytes (text->text);
  gsize n_bytes = cs_text_builder_get_n_bytes (text->text);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize mark_bytes = strlen (marks[i]);

      if (n_bytes >= mark_bytes && memcmp (end - mark_bytes, marks[i], mark_bytes) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What the pending white space is before @next, the first byte of what follows. */
static const char *
pending_space (const CsXmlText *text, char next)
{
  char last = last_byte (text);

  if (text->pending == PENDING_NONE || !text->has_text || g_ascii_isspace (last))
    return text->pending == PENDING_LINE && text->has_text && last != '\n' ? "\n" : "";
  if (text->pending == PENDING_LINE)
    return "\n";
  if (text->style != CS_XML_TEXT_CN)
    return " ";
  if (text->pending == PENDING_SOFT && !text->in_head && ends_a_step (text))
    return "\n";

  return g_ascii_isalpha (last) && g_ascii_isalpha (next) ? " " : "";
}

static void
put (CsXmlText *text, const char *utf8, gsize n_bytes)
{
  text->has_text = text->has_text || n_bytes > 0;
  if (!text->in_head)
    {
      cs_text_builder_append (text->text, utf8, n_bytes);
      return;
    }

  g_string_append_len (text->head, utf8, n_bytes);
  if (cs_xml_head_is_complete (text->head, text->kind))
    flush_head (text);
}

static void
resolve_pending (CsXmlText *text, char next)
{
  const char *space = pending_space (text, next);

  text->pending = PENDING_NONE;
  if (*space != '\0')
    put (text, space, strlen (space));
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* A piece of text without line ends. */
static void
append_piece (CsXmlText *text, const char *at, const char *end)
{
  if (text->pending != PENDING_NONE || !text->has_text)
    while (at < end && is_blank (*at))
      at++;
  if (at == end)
    return;

  resolve_pending (text, *at);
  put (text, at, end - at);
}

void
cs_xml_text_append (CsXmlText *text, const char *utf8, gsize n_bytes)
{
  const char *at = utf8;
  const char *end = utf8 + n_bytes;

  if (cs_xml_object_is_open (text->object))
    {
      cs_xml_object_add_text (text->object, utf8, n_bytes);
      return;
    }

  while (at < end)
    {
      const char *line_end = memchr (at, '\n', end - at);
      const char *piece_end = line_end == NULL ? end : line_end;

      while (line_end != NULL && piece_end > at && is_blank (piece_end[-1]))
        piece_end--;
      append_piece (text, at, piece_end);
      if (line_end == NULL)
        return;

      text->pending = MAX (text->pending,
                           text->style == CS_XML_TEXT_LINES ? PENDING_LINE : PENDING_SPACE);
      for (at = line_end; at < end && is_blank (*at);)
        at++;
    }
}

void
cs_xml_text_break (CsXmlText *text)
{
  text->pending = PENDING_LINE;
}

/* Whether @name is a run of text that looks different, and how. */
static gboolean
run_style (CsXmlName name, CsRunStyle *style)
{
  if (name == CS_XML_SUB || name == CS_XML_SUB2)
    *style = CS_RUN_SUB;
  else if (name == CS_XML_SUP || name == CS_XML_SUP2)
    *style = CS_RUN_SUP;
  else if (name == CS_XML_B)
    *style = CS_RUN_BOLD;
  else if (name == CS_XML_I)
    *style = CS_RUN_ITALIC;
  else if (name == CS_XML_U)
    *style = CS_RUN_UNDERLINE;
  else
    return FALSE;

  return TRUE;
}

static void
begin_run (CsXmlText *text, CsRunStyle style)
{
  OpenRun run = { .style = style };

  resolve_pending (text, '\0');
  run.in_head = text->in_head;
  run.start = run.in_head ? text->head->len : cs_text_builder_get_n_bytes (text->text);
  g_array_append_val (text->runs, run);
}

/* Ends the innermost run of @style. One that ends while the head is open marked the number. */
static void
end_run (CsXmlText *text, CsRunStyle style)
{
  for (guint i = text->runs->len; i-- > 0;)
    {
      OpenRun run = g_array_index (text->runs, OpenRun, i);

      if (run.style != style)
        continue;
      if (!run.in_head)
        cs_text_builder_add_run (text->text, run.start, cs_text_builder_get_n_bytes (text->text),
                                 style);
      g_array_remove_index (text->runs, i);
      return;
    }
}

gboolean
cs_xml_text_is_object (CsXmlName name)
{
  return name == CS_XML_IMG || name == CS_XML_MATHS || name == CS_XML_TABLES ||
         name == CS_XML_CHEMISTRY;
}

void
cs_xml_text_start_element (CsXmlText *text, const CsXmlElement *element)
{
  CsRunStyle style;

  if (cs_xml_object_is_open (text->object) || cs_xml_text_is_object (element->name))
    {
      cs_xml_object_start (text->object, element);
      return;
    }

  if (run_style (element->name, &style))
    begin_run (text, style);
  else if (element->name == CS_XML_BR && text->style == CS_XML_TEXT_CN)
    text->pending = MAX (text->pending, PENDING_SOFT);
  else if (element->name == CS_XML_BR || element->name == CS_XML_LI ||
           element->name == CS_XML_DT || element->name == CS_XML_DD)
    cs_xml_text_break (text);
}

char *
cs_xml_text_check_name (CsXmlText *text, char *name)
{
  g_autofree char *owned = name;

  if (owned == NULL || *owned == '\0')
    return NULL;
  if (strpbrk (owned, "/\\:") == NULL && strcmp (owned, ".") != 0 && strcmp (owned, "..") != 0 &&
      g_utf8_validate (owned, -1, NULL))
    return g_steal_pointer (&owned);

  cs_draft_builder_add_note (text->builder, "dropped-object", owned,
                             text->text == NULL ? CS_PART_DOCUMENT : text->part,
                             cs_xml_get_line (text->xml));
  return NULL;
}

static void
put_object (CsXmlText *text)
{
  g_autofree char *preview = NULL;
  const char *payload;

  resolve_pending (text, '\0');
  flush_head (text);
  text->has_text = TRUE;
  preview = cs_xml_text_check_name (text, cs_xml_object_dup_file (text->object));
  payload = cs_xml_object_get_payload (text->object);
  if (payload == NULL)
    cs_draft_builder_add_note (text->builder, "dropped-object",
                               cs_xml_object_get_tag (text->object), text->part,
                               cs_xml_get_line (text->xml));
  cs_text_builder_append_object (text->text, cs_xml_object_get_kind (text->object), payload,
                                 preview);
}

void
cs_xml_text_end_element (CsXmlText *text, const CsXmlElement *element)
{
  CsXmlName name = element->name;
  CsRunStyle style;

  if (cs_xml_object_is_open (text->object))
    {
      if (cs_xml_object_end (text->object, element))
        put_object (text);
      return;
    }

  if (run_style (name, &style))
    end_run (text, style);
  else if (name == CS_XML_LI || name == CS_XML_DT || name == CS_XML_DD)
    cs_xml_text_break (text);
}

void
cs_xml_text_add_instruction (CsXmlText *text, const char *target, const char *content)
{
  if (cs_xml_object_is_open (text->object))
    {
      cs_xml_object_add_instruction (text->object, target, content);
      return;
    }
  if (text->text == NULL || strcmp (target, "img") != 0)
    return;

  cs_xml_object_set_instruction (text->object, target, content);
  put_object (text);
}
