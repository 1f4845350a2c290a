#include <string.h>

#include "cs-html.h"
#include "cs-report-pages.h"

/* The pages of a report as one HTML file. */

static const char *const look_classes[CS_N_LOOKS] = { "", "strong", "caption", "quote",
                                                      "subject" };

/* --- lines and cells --- */

/* The words that @shape stands for, as the strip on the first page says them. */
static const char *
get_label (const CsReportSheet *sheet, CsReportShape shape)
{
  for (guint i = 0; i < sheet->counts->len; i++)
    {
      const CsReportCount *count = &g_array_index (sheet->counts, CsReportCount, i);

      if (count->shape == shape)
        return count->label;
    }

  return cs_report_get_word (sheet->model, "handling-none");
}

static void
append_line (GString *html, const CsReportSheet *sheet, const CsReportLine *line)
{
  const char *look = look_classes[line->look];

  if (*look == '\0')
    g_string_append (html, "<p>");
  else
    g_string_append_printf (html, "<p class=\"%s\">", look);
  if (line->shape != CS_SHAPE_NONE)
    {
      cs_html_append_shape (html, line->shape, line->hollow, get_label (sheet, line->shape));
      g_string_append (html, "&nbsp;");
    }
  cs_html_append_pieces (html, line->pieces);
  g_string_append (html, "</p>");
}

static void
append_lines (GString *html, const CsReportSheet *sheet, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    append_line (html, sheet, lines->pdata[i]);
}

/* --- tables --- */

static void
append_row (GString *html, const CsReportSheet *sheet, const CsReportTable *table, guint index)
{
  const CsReportRow *row = table->rows->pdata[index];

  g_string_append (html, row->is_band ? "<tr class=\"band\"" : "<tr");
  if (row->id != NULL)
    g_string_append_printf (html, " id=\"%s\"", row->id);
  g_string_append (html, ">");
  for (guint i = 0; i < row->cells->len; i++)
    {
      if (row->is_band)
        g_string_append_printf (html, "<td colspan=\"%u\">", table->columns->len);
      else
        g_string_append (html, i == 0 ? "<td class=\"number\">" : "<td>");
      append_lines (html, sheet, row->cells->pdata[i]);
      g_string_append (html, "</td>");
    }
  g_string_append (html, "</tr>\n");
}

static void
append_heads (GString *html, const CsReportTable *table)
{
  g_string_append (html, "<colgroup>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      guint width = g_array_index (table->columns, CsReportColumn, i).width;

      g_string_append_printf (html, "<col style=\"width:%u.%u%%\">", width / 10, width % 10);
    }
  g_string_append (html, "</colgroup>\n<thead><tr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (html, "<th scope=\"col\">");
      cs_html_append (html, g_array_index (table->columns, CsReportColumn, i).title);
      g_string_append (html, "</th>");
    }
  g_string_append (html, "</tr></thead>\n");
}

static void
append_table (GString *html, const CsReportSheet *sheet, const CsReportTable *table)
{
  g_string_append_printf (html, "<section id=\"%s\">\n<h2>", table->id);
  cs_html_append (html, table->title);
  g_string_append (html, "</h2>\n");
  if (table->note != NULL)
    {
      g_string_append (html, "<p class=\"caption\">");
      cs_html_append (html, table->note);
      g_string_append (html, "</p>\n");
    }
  g_string_append (html, "<div class=\"scroll\"><table>\n");
  append_heads (html, table);
  g_string_append (html, "<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_row (html, sheet, table, i);
  g_string_append (html, "</tbody></table></div>\n</section>\n");
}

/* --- the first page --- */

static void
append_facts (GString *html, const GPtrArray *facts)
{
  g_string_append (html, "<dl class=\"facts\">\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const CsReportFact *fact = facts->pdata[i];

      g_string_append (html, "<dt>");
      cs_html_append (html, fact->label);
      g_string_append (html, "</dt><dd>");
      cs_html_append (html, fact->value);
      g_string_append (html, "</dd>\n");
    }
  g_string_append (html, "</dl>\n");
}

static void
append_count (GString *html, const CsReportCount *count)
{
  g_string_append (html, count->n == 0 ? "<li class=\"zero\">" : "<li>");
  if (count->target != NULL)
    g_string_append_printf (html, "<a href=\"#%s\">", count->target);
  g_string_append (html, "<span class=\"n\">");
  cs_html_append_shape (html, count->shape, FALSE, count->label);
  g_string_append_printf (html, "%u</span>", count->n);
  cs_html_append (html, count->label);
  g_string_append (html, count->target == NULL ? "</li>\n" : "</a></li>\n");
}

static void
append_first_page (GString *html, const CsReportSheet *sheet)
{
  g_string_append (html, "<header>\n<h1>");
  cs_html_append (html, sheet->model->title);
  g_string_append (html, "</h1>\n<p class=\"subject\">");
  cs_html_append (html, sheet->model->subject);
  g_string_append (html, "</p>\n<ul class=\"counts\">\n");
  for (guint i = 0; i < sheet->counts->len; i++)
    append_count (html, &g_array_index (sheet->counts, CsReportCount, i));
  g_string_append (html, "</ul>\n");
  append_facts (html, sheet->model->facts);
  append_lines (html, sheet, sheet->notes);
  g_string_append (html, "</header>\n");
}

static void
append_contents (GString *html, const CsReportSheet *sheet)
{
  g_string_append (html, "<nav><p>");
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const CsReportTable *table = sheet->tables->pdata[i];

      g_string_append_printf (html, "%s<a href=\"#%s\">", i == 0 ? "" : " · ", table->id);
      cs_html_append (html, table->title);
      g_string_append (html, "</a>");
    }
  g_string_append (html, "</p></nav>\n");
}

GBytes *
cs_report_html (const CsReportSheet *sheet)
{
  GString *html = g_string_new (NULL);

  cs_html_begin (html, sheet->model->language, sheet->foot, NULL);
  append_first_page (html, sheet);
  append_contents (html, sheet);
  for (guint i = 0; i < sheet->tables->len; i++)
    append_table (html, sheet, sheet->tables->pdata[i]);
  cs_html_end (html);

  return g_string_free_to_bytes (html);
}
