#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-html.h"
#include "cs-manual.h"
#include "cs-report-model.h"

/* The rule manual as a page. */

/* Shows the items in which all words of the query stand; the only script of the page. */
static const char script[] =
    "\"use strict\";\n"
    "const box = document.getElementById(\"search\");\n"
    "const items = Array.from(document.querySelectorAll(\"article\"), item =>\n"
    "  ({item, text: item.textContent.toLowerCase()}));\n"
    "const topics = document.querySelectorAll(\"section\");\n"
    "function show() {\n"
    "  const words = box.value.toLowerCase().split(/\\s+/).filter(word => word !== \"\");\n"
    "  let found = 0;\n"
    "  for (const {item, text} of items) {\n"
    "    item.hidden = !words.every(word => text.includes(word));\n"
    "    found += item.hidden ? 0 : 1;\n"
    "  }\n"
    "  for (const topic of topics)\n"
    "    topic.hidden = topic.querySelector(\"article:not([hidden])\") === null;\n"
    "  document.getElementById(\"found\").textContent = found;\n"
    "  document.getElementById(\"none\").hidden = found > 0;\n"
    "}\n"
    "box.addEventListener(\"input\", show);\n"
    "show();\n";

static const char *
get_word (const CsManual *manual, const char *key)
{
  return cs_messages_get ("label", key, manual->language);
}

static char *
dup_script_hash (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n_bytes = sizeof digest;

  g_checksum_update (checksum, (const guchar *)script, strlen (script));
  g_checksum_get_digest (checksum, digest, &n_bytes);

  return g_base64_encode (digest, n_bytes);
}

static void
append_element (GString *html, const char *tag, const char *class_name, const char *text)
{
  if (*text == '\0')
    return;

  if (class_name == NULL)
    g_string_append_printf (html, "<%s>", tag);
  else
    g_string_append_printf (html, "<%s class=\"%s\">", tag, class_name);
  cs_html_append (html, text);
  g_string_append_printf (html, "</%s>\n", tag);
}

/* An id of a list may be anything that its author wrote. */
static void
append_anchor (GString *html, const char *attribute, const char *prefix, const char *id)
{
  g_string_append_printf (html, " %s=\"%s", attribute, prefix);
  cs_html_append (html, id);
  g_string_append (html, "\"");
}

/* --- items --- */

static void
append_bases (GString *html, const GArray *bases)
{
  g_string_append (html, "<ul class=\"bases\">");
  for (guint i = 0; i < bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (bases, CsReportBasis, i);

      g_string_append (html, "<li>");
      cs_html_append (html, basis->citation);
      g_string_append (html, " <span class=\"caption\">");
      cs_html_append (html, basis->edition);
      g_string_append (html, *basis->edition == '\0' ? "" : " · ");
      cs_html_append (html, basis->status);
      g_string_append (html, "</span></li>");
    }
  g_string_append (html, "</ul>\n");
}

static void
append_example (GString *html, const CsManual *manual, const CsManualExample *example)
{
  const char *word = get_word (manual, example->bad ? "manual-bad" : "manual-good");

  g_string_append (html, "<div class=\"example\"><p class=\"strong\">");
  cs_html_append_shape (html, example->bad ? CS_SHAPE_ERROR : CS_SHAPE_PASSED, FALSE, word);
  g_string_append (html, "&nbsp;");
  cs_html_append (html, word);
  g_string_append (html, "</p>\n");
  for (guint i = 0; i < example->lines->len; i++)
    {
      const CsReportLine *line = example->lines->pdata[i];

      g_string_append (html, line->look == CS_LOOK_CAPTION ? "<p class=\"caption\">" :
                                                             "<p class=\"quote\">");
      cs_html_append_pieces (html, line->pieces);
      g_string_append (html, "</p>\n");
    }
  g_string_append (html, "</div>\n");
}

static void
append_labelled (GString *html, const CsManual *manual, const char *key, const char *text)
{
  const char *colon = g_str_equal (manual->language, "zh") ? "：" : ": ";
  g_autofree char *line = NULL;

  if (*text == '\0')
    return;

  line = g_strconcat (get_word (manual, key), colon, text, NULL);
  append_element (html, "p", "caption", line);
}

static void
append_item (GString *html, const CsManual *manual, const CsManualItem *item)
{
  gboolean asks = *item->check == '\0';
  const char *check = asks ? get_word (manual, "manual-person") : item->check;

  g_string_append (html, "<article");
  append_anchor (html, "id", "", item->id);
  g_string_append (html, ">\n<h3>");
  cs_html_append_shape (html, asks ? CS_SHAPE_MANUAL : (CsReportShape)item->severity, FALSE,
                        item->severity_word);
  g_string_append (html, "&nbsp;");
  cs_html_append (html, item->title);
  g_string_append (html, " <a class=\"caption\"");
  append_anchor (html, "href", "#", item->id);
  g_string_append (html, ">");
  cs_html_append (html, item->id);
  g_string_append (html, "</a></h3>\n");
  append_bases (html, item->bases);
  append_element (html, "p", NULL, item->explain);
  append_element (html, "p", "strong", item->question);
  append_labelled (html, manual, "consequence", item->consequence);
  append_labelled (html, manual, "manual-check", check);
  append_labelled (html, manual, "manual-lists", item->lists);
  if (item->examples->len > 0)
    g_string_append (html, "<div class=\"examples\">\n");
  for (guint i = 0; i < item->examples->len; i++)
    append_example (html, manual, item->examples->pdata[i]);
  g_string_append (html, item->examples->len > 0 ? "</div>\n</article>\n" : "</article>\n");
}

/* --- the page --- */

static void
append_topic_name (GString *html, const CsManualTopic *topic)
{
  cs_html_append (html, topic->office);
  g_string_append (html, *topic->office == '\0' ? "" : " · ");
  cs_html_append (html, topic->title);
}

static void
append_contents (GString *html, const CsManual *manual)
{
  g_string_append (html, "<nav>\n<h2>");
  cs_html_append (html, get_word (manual, "contents"));
  g_string_append (html, "</h2>\n<ul>\n");
  for (guint i = 0; i < manual->topics->len; i++)
    {
      const CsManualTopic *topic = manual->topics->pdata[i];

      g_string_append (html, "<li><a");
      append_anchor (html, "href", "#topic-", topic->id);
      g_string_append (html, ">");
      append_topic_name (html, topic);
      g_string_append_printf (html, "</a> <span class=\"caption\">%u</span></li>\n",
                              topic->items->len);
    }
  g_string_append (html, "</ul>\n</nav>\n");
}

static void
append_topic (GString *html, const CsManual *manual, const CsManualTopic *topic)
{
  g_string_append (html, "<section");
  append_anchor (html, "id", "topic-", topic->id);
  g_string_append (html, ">\n<h2>");
  append_topic_name (html, topic);
  g_string_append (html, "</h2>\n");
  for (guint i = 0; i < topic->items->len; i++)
    append_item (html, manual, topic->items->pdata[i]);
  g_string_append (html, "</section>\n");
}

static void
append_head (GString *html, const CsManual *manual)
{
  g_string_append (html, "<header>\n");
  append_element (html, "h1", NULL, get_word (manual, "manual-title"));
  append_element (html, "p", "subject", get_word (manual, "manual-lead"));
  for (guint i = 0; i < manual->lists->len; i++)
    {
      const CsManualList *list = manual->lists->pdata[i];
      g_autofree char *line =
          g_strdup_printf ("%s · %s · %s", list->title, list->id, list->edition);

      append_element (html, "p", "caption", line);
    }
  g_string_append (html, "</header>\n<p class=\"search\"><label for=\"search\">");
  cs_html_append (html, get_word (manual, "manual-search"));
  g_string_append_printf (html,
                          "</label> <input id=\"search\" type=\"search\" autocomplete=\"off\"> "
                          "<output id=\"found\">%u</output></p>\n",
                          manual->n_items);
}

GBytes *
cs_manual_html (const CsManual *manual)
{
  GString *html = g_string_new (NULL);
  g_autofree char *hash = dup_script_hash ();

  cs_html_begin (html, manual->language, get_word (manual, "manual-title"), hash);
  append_head (html, manual);
  append_contents (html, manual);
  g_string_append (html, "<p id=\"none\" hidden>");
  cs_html_append (html, get_word (manual, "manual-none"));
  g_string_append (html, "</p>\n");
  for (guint i = 0; i < manual->topics->len; i++)
    append_topic (html, manual, manual->topics->pdata[i]);
  g_string_append_printf (html, "<script>%s</script>\n", script);
  cs_html_end (html);

  return g_string_free_to_bytes (html);
}
