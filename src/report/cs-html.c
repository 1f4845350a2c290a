#include "cs-html.h"

#include "cs-html-style.h"

void
cs_html_append (GString *html, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '"':
        g_string_append (html, "&quot;");
        break;
      case '\'':
        g_string_append (html, "&#39;");
        break;
      default:
        g_string_append_c (html, *at);
      }
}

/* The shapes once; each use refers to them. */
static void
append_symbols (GString *html)
{
  g_string_append (html, "<svg class=\"symbols\" aria-hidden=\"true\">");
  for (guint i = 0; i < CS_N_SHAPES; i++)
    {
      g_string_append_printf (html, "<symbol id=\"shape-%s\" viewBox=\"0 0 16 16\">",
                              cs_report_shape_get_name (i));
      cs_report_shape_append_svg (html, i);
      g_string_append (html, "</symbol>");
    }
  g_string_append (html, "</svg>\n");
}

static void
append_colors (GString *html, gboolean dark)
{
  for (guint i = 0; i < CS_N_SHAPES; i++)
    {
      CsShapeColor color = cs_report_shape_get_color (i, dark);

      g_string_append_printf (html, "--%s:#%02x%02x%02x;", cs_report_shape_get_name (i),
                              color.red, color.green, color.blue);
    }
}

static void
append_style (GString *html)
{
  g_string_append (html, "<style>\n:root{");
  append_colors (html, FALSE);
  g_string_append (html, "}\n@media screen and (prefers-color-scheme:dark){:root{");
  append_colors (html, TRUE);
  g_string_append (html, "}}\n");
  for (guint i = 0; i < CS_N_SHAPES; i++)
    g_string_append_printf (html, ".%1$s{color:var(--%1$s)}\n", cs_report_shape_get_name (i));
  g_string_append (html, cs_html_style);
  g_string_append (html, "</style>\n");
}

void
cs_html_begin (GString *html, const char *language, const char *title, const char *script_sha256)
{
  gboolean chinese = g_str_equal (language, "zh");

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          chinese ? "zh-CN" : "en");
  g_string_append (html, "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'");
  if (script_sha256 != NULL)
    g_string_append_printf (html, "; script-src 'sha256-%s'", script_sha256);
  g_string_append (html, "\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  cs_html_append (html, title);
  g_string_append (html, "</title>\n");
  append_style (html);
  g_string_append (html, "</head>\n<body>\n");
  append_symbols (html);
}

void
cs_html_end (GString *html)
{
  g_string_append (html, "</body>\n</html>\n");
}

void
cs_html_append_shape (GString *html, CsReportShape shape, gboolean hollow, const char *label)
{
  const char *name = cs_report_shape_get_name (shape);

  g_string_append_printf (html, "<svg class=\"shape %s%s\" role=\"img\" aria-label=\"", name,
                          hollow ? " hollow" : "");
  cs_html_append (html, label);
  g_string_append_printf (html, "\"><use href=\"#shape-%s\"/></svg>", name);
}

static const char *const style_tags[CS_N_RUN_STYLES] = { [CS_RUN_SUB] = "sub",
                                                         [CS_RUN_SUP] = "sup",
                                                         [CS_RUN_BOLD] = "b",
                                                         [CS_RUN_ITALIC] = "i",
                                                         [CS_RUN_UNDERLINE] = "u" };

static void
append_tags (GString *html, guint styles, gboolean end)
{
  for (guint i = 0; i < CS_N_RUN_STYLES; i++)
    {
      guint style = end ? CS_N_RUN_STYLES - 1 - i : i;

      if ((styles & 1u << style) != 0 && style_tags[style] != NULL)
        g_string_append_printf (html, "<%s%s>", end ? "/" : "", style_tags[style]);
    }
}

void
cs_html_append_pieces (GString *html, const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (pieces, CsReportPiece, i);

      g_string_append (html, piece->marked ? "<mark>" : "");
      append_tags (html, piece->styles, FALSE);
      cs_html_append (html, piece->text);
      append_tags (html, piece->styles, TRUE);
      g_string_append (html, piece->marked ? "</mark>" : "");
    }
}
