#include "cs-report-comments.h"

#include <string.h>

#include "../exam/cs-finding-view.h"
#include "../exam/cs-messages.h"
#include "../formats/docx/cs-docx.h"
#include "cs-finding-line.h"

/* Findings in words that fit into the margin of a page. */

#define INITIALS "CS"
#define MAX_CHARS 400      /* of a comment: what would make it longer is left out or cut */
#define MAX_LINE_CHARS 150 /* of one of its lines, the message apart */
#define MAX_WORDS_CHARS 40 /* of words quoted from the draft */
#define MAX_RELATED 3
#define MAX_FIXES 2
#define MAX_PLACES 12

/* One comment being written. Nothing is owned. */
typedef struct
{
  GString *text;
  const CsExamResult *result;
  const CsFinding *finding;
  const char *language;
} Writer;

/* --- lines --- */

static void
append_cut (GString *out, const char *text, gsize max_chars)
{
  if ((gsize)g_utf8_strlen (text, -1) <= max_chars)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_len (out, text, g_utf8_offset_to_pointer (text, max_chars - 1) - text);
  g_string_append (out, "…");
}

static gboolean
is_full (const Writer *writer, const char *text)
{
  return g_utf8_strlen (writer->text->str, -1) + g_utf8_strlen (text, -1) > MAX_CHARS;
}

/* @label: (nullable): stands in front. An empty line is left out. */
static void
put_line (Writer *writer, const char *label, const char *text)
{
  if (*text == '\0' || is_full (writer, text))
    return;

  g_string_append_c (writer->text, '\n');
  if (label != NULL)
    g_string_append_printf (writer->text, "%s%s", label,
                            cs_finding_line_get_colon (writer->language));
  append_cut (writer->text, text, MAX_LINE_CHARS);
}

static const char *
get_label (const Writer *writer, const char *key)
{
  return cs_messages_get ("label", key, writer->language);
}

/* --- other places --- */

static void
put_related (Writer *writer)
{
  const GArray *related = writer->finding->report->related;
  gboolean chinese = g_str_equal (writer->language, "zh");
  guint n = 0;

  for (guint i = 0; i < related->len && n < MAX_RELATED; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);
      g_autofree char *place =
          cs_messages_dup_place (&other->where, writer->result, writer->language);
      g_autofree char *words = cs_draft_dup_span_text (writer->result->draft, &other->where);
      g_autoptr (GString) line = g_string_new (place);

      if (strcmp (other->role, "also") == 0)
        continue;
      g_string_append (line, *words == '\0' ? "" : (chinese ? "“" : " “"));
      append_cut (line, words, MAX_WORDS_CHARS);
      g_string_append (line, *words == '\0' ? "" : "”");
      put_line (writer, cs_messages_get ("role", other->role, writer->language), line->str);
      n++;
    }
}

/* The names of the other places of a fault throughout, each once; claims by their numbers. */
static GPtrArray *
list_places (const Writer *writer, gboolean claims)
{
  const GArray *related = writer->finding->report->related;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);
      gboolean is_claim = other->where.part == CS_PART_CLAIMS && other->where.index != CS_NO_INDEX;
      char *name;

      if (strcmp (other->role, "also") != 0 || is_claim != claims)
        continue;
      if (claims)
        name = g_strdup_printf (
            "%u", cs_exam_result_get_claim_number (writer->result, other->where.index));
      else
        name = cs_messages_dup_place (&other->where, writer->result, writer->language);
      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_free (name);
      else
        g_ptr_array_add (names, name);
    }

  return names;
}

static void
append_places (GString *line, const GPtrArray *names, const char *comma)
{
  for (guint i = 0; i < names->len && i < MAX_PLACES; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? "" : comma, (char *)names->pdata[i]);
  if (names->len > MAX_PLACES)
    g_string_append (line, " …");
}

static void
put_also (Writer *writer)
{
  gboolean chinese = g_str_equal (writer->language, "zh");
  const char *comma = chinese ? "、" : ", ";
  g_autoptr (GPtrArray) claims = list_places (writer, TRUE);
  g_autoptr (GPtrArray) others = list_places (writer, FALSE);
  g_autoptr (GString) line = g_string_new (NULL);

  if (claims->len > 0)
    g_string_append_printf (line, "%s%s", get_label (writer, "numbered-claims"),
                            chinese ? "" : " ");
  append_places (line, claims, comma);
  g_string_append (line, claims->len > 0 && others->len > 0 ? comma : "");
  append_places (line, others, comma);
  put_line (writer, cs_messages_get ("role", "also", writer->language), line->str);
}

/* --- why, and what to do --- */

static void
put_fixes (Writer *writer)
{
  const GArray *fixes = writer->finding->report->fixes;

  for (guint i = 0; i < fixes->len && i < MAX_FIXES; i++)
    {
      g_autofree char *title = cs_messages_dup_fix (
          writer->finding, &g_array_index (fixes, CsFix, i), writer->result, writer->language);

      put_line (writer, get_label (writer, "fix"), title);
    }
}

static void
put_path (Writer *writer)
{
  const GArray *path = writer->finding->report->path;
  g_autofree char *text = cs_finding_line_dup_path (path, writer->result);

  if (path->len > 1)
    put_line (writer, get_label (writer, "path"), text);
}

static void
put_consequence (Writer *writer)
{
  CsRightType type = writer->result->draft->request->type;
  const char *class_name = cs_item_get_consequence (writer->finding->item, type);

  if (!g_str_equal (class_name, "none"))
    put_line (writer, get_label (writer, "consequence"),
              cs_messages_get ("consequence", class_name, writer->language));
}

/* The clauses of all offices that see the defect. */
static void
put_bases (Writer *writer, const CsFindingEntry *entry)
{
  for (guint i = 0; i < entry->findings->len; i++)
    {
      const CsFinding *finding = entry->findings->pdata[i];
      g_autofree char *basis = cs_finding_line_dup_basis (finding->item, writer->language);

      put_line (writer, get_label (writer, "basis"), basis);
    }
}

/* The first sentence tells the rule; the rest is for those who look it up. */
static void
put_explanation (Writer *writer)
{
  const char *explain = cs_words_get (&writer->finding->item->explain, writer->language);
  g_autofree char *line = g_strdup (explain == NULL ? "" : explain);
  const char *stop = g_str_equal (writer->language, "zh") ? "。" : ". ";
  char *end = strstr (line, stop);
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  if (end != NULL)
    end[stop[0] == '.' ? 1 : strlen (stop)] = '\0';
  words = g_strsplit_set (g_strstrip (line), " \n\t", -1);
  joined = g_strjoinv (" ", words);
  put_line (writer, NULL, joined);
}

/* --- a comment --- */

/* "必须改 权利要求3 CN-CLM-024 US-CLM-011" */
static void
put_head (Writer *writer, const CsFindingEntry *entry)
{
  const CsSpan *where = &writer->finding->report->where;
  g_autofree char *place = cs_messages_dup_place (where, writer->result, writer->language);

  g_string_append_printf (
      writer->text, "%s  %s ",
      cs_messages_get ("severity", cs_severity_get_name (entry->severity), writer->language),
      place);
  for (guint i = 0; i < entry->findings->len; i++)
    g_string_append_printf (writer->text, " %s",
                            ((const CsFinding *)entry->findings->pdata[i])->item->id);
}

static void
put_decision (Writer *writer, const CsDecision *decision)
{
  g_autofree char *text = NULL;

  if (decision == NULL)
    return;

  text = cs_finding_line_dup_decision (decision, writer->language);
  put_line (writer, get_label (writer, "decision"), text);
}

static char *
dup_text (const CsFindingEntry *entry, CsExamResult *result, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const CsFinding *finding = cs_finding_entry_get_first (entry);
  Writer writer = { text, result, finding, language };
  g_autofree char *message = cs_messages_dup (finding, result, language, NULL);

  put_head (&writer, entry);
  g_string_append_c (text, '\n');
  append_cut (text, message, MAX_CHARS / 2);
  put_decision (&writer, entry->decision);
  put_path (&writer);
  put_related (&writer);
  put_also (&writer);
  put_fixes (&writer);
  put_bases (&writer, entry);
  put_consequence (&writer);
  put_explanation (&writer);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A comment about a comment would say what stands beside it. */
static gboolean
is_wanted (const CsFindingEntry *entry)
{
  const CsFinding *finding = cs_finding_entry_get_first (entry);

  return !entry->waived && (strcmp (cs_finding_get_check_name (finding), "reading") != 0 ||
                            strcmp (finding->report->rule, "comment") != 0);
}

static void
comment_clear (gpointer data)
{
  CsDocxComment *comment = data;

  g_free (comment->text);
  g_free (comment->author);
  g_free (comment->initials);
}

GArray *
cs_report_comments_new (CsExamResult *result, const CsCommentsOptions *options)
{
  g_autoptr (CsFindingView) view = cs_finding_view_new (result);
  GArray *comments = g_array_new (FALSE, FALSE, sizeof (CsDocxComment));

  g_array_set_clear_func (comments, comment_clear);
  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];
      CsDocxComment comment = { .made_us = options->made_us };

      if (!is_wanted (entry))
        continue;
      comment.span = cs_finding_entry_get_first (entry)->report->where;
      comment.text = dup_text (entry, result, options->language);
      comment.author = g_strdup (CS_DOCX_AUTHOR);
      comment.initials = g_strdup (INITIALS);
      g_array_append_val (comments, comment);
    }

  return comments;
}
