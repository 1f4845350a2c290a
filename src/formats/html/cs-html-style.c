#include <stdlib.h>
#include <string.h>

#include "cs-html-private.h"

#define BIT(style) (1u << (style))
#define SCRIPTS (BIT (CS_RUN_SUB) | BIT (CS_RUN_SUP))

/* --- names --- */

static guint
get_styles_of_name (const char *name)
{
  static const struct
  {
    const char *name;
    CsRunStyle style;
  } names[] = {
    { "b", CS_RUN_BOLD },
    { "strong", CS_RUN_BOLD },

    { "i", CS_RUN_ITALIC },
    { "em", CS_RUN_ITALIC },
    { "cite", CS_RUN_ITALIC },
    { "var", CS_RUN_ITALIC },
    { "u", CS_RUN_UNDERLINE },
    { "ins", CS_RUN_UNDERLINE },
    { "sub", CS_RUN_SUB },
    { "sup", CS_RUN_SUP },
    { "h1", CS_RUN_HEADING },
    { "h2", CS_RUN_HEADING },
    { "h3", CS_RUN_HEADING },
    { "h4", CS_RUN_HEADING },
    { "h5", CS_RUN_HEADING },
    { "h6", CS_RUN_HEADING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i].name) == 0)
      return BIT (names[i].style);

  return 0;
}

/* --- declarations --- */

static void
set (CsHtmlLook *look, guint styles, gboolean is_on)
{
  look->on = is_on ? look->on | styles : look->on & ~styles;
  look->off = is_on ? look->off & ~styles : look->off | styles;
}

static void
read_vertical (CsHtmlLook *look, const char *value)
{
  gboolean is_sub = strcmp (value, "sub") == 0 || *value == '-';
  gboolean is_sup = strcmp (value, "super") == 0 || g_ascii_isdigit (*value);

  if (!is_sub && !is_sup && strcmp (value, "baseline") != 0)
    return; /* how a cell or a picture stands */

  set (look, SCRIPTS, FALSE);
  if (is_sub || is_sup)
    set (look, BIT (is_sub ? CS_RUN_SUB : CS_RUN_SUP),
         strtod (value, NULL) != 0 || g_ascii_isalpha (*value));
}

static void
read_declaration (CsHtmlLook *look, const char *name, const char *value)
{
  if (strcmp (name, "vertical-align") == 0)
    read_vertical (look, value);
  else if (strcmp (name, "font-weight") == 0)
    set (look, BIT (CS_RUN_BOLD), g_str_has_prefix (value, "bold") || atoi (value) >= 600);
  else if (strcmp (name, "font-style") == 0)
    set (look, BIT (CS_RUN_ITALIC),
         strcmp (value, "italic") == 0 || strcmp (value, "oblique") == 0);
  else if (strcmp (name, "text-decoration") == 0 || strcmp (name, "text-decoration-line") == 0)
    set (look, BIT (CS_RUN_UNDERLINE), strstr (value, "underline") != NULL);
  else if (strcmp (name, "display") == 0 || strcmp (name, "mso-hide") == 0)
    look->is_hidden = look->is_hidden || strcmp (value, "none") == 0 || strcmp (value, "all") == 0;
  else if (strcmp (name, "visibility") == 0)
    look->is_hidden = look->is_hidden || strcmp (value, "hidden") == 0;
  else if (strcmp (name, "white-space") == 0)
    look->is_verbatim = g_str_has_prefix (value, "pre") && strcmp (value, "pre-line") != 0;
  else if (strcmp (name, "mso-spacerun") == 0)
    look->is_spaces = strcmp (value, "yes") == 0;
  else if (strcmp (name, "mso-tab-count") == 0)
    look->n_tabs = CLAMP (atoi (value), 0, 20);
  else if (strcmp (name, "mso-list") == 0)
    look->is_number = strcmp (value, "ignore") == 0;
}

static void
read_declarations (CsHtmlLook *look, const char *style)
{
  g_autofree char *lower = g_ascii_strdown (style, -1);
  char *at = lower;

  while (at != NULL && *at != '\0')
    {
      char *end = strchr (at, ';');
      char *colon;

      if (end != NULL)
        *end = '\0';
      colon = strchr (at, ':');
      if (colon != NULL)
        {
          *colon = '\0';
          read_declaration (look, g_strstrip (at), g_strstrip (colon + 1));
        }
      at = end == NULL ? NULL : end + 1;
    }
}

static const char *
get_attribute (const xmlNode *element, const char *name)
{
  for (const xmlAttr *attribute = element->properties; attribute != NULL;
       attribute = attribute->next)
    if (xmlStrEqual (attribute->name, BAD_CAST name))
      return attribute->children == NULL ? NULL : (const char *)attribute->children->content;

  return NULL;
}

CsHtmlLook
cs_html_get_look (const xmlNode *element)
{
  CsHtmlLook look = { .on = get_styles_of_name ((const char *)element->name) };
  const char *style = get_attribute (element, "style");

  look.is_verbatim = cs_html_is (element, "pre");
  look.is_hidden = get_attribute (element, "hidden") != NULL;
  if (style != NULL)
    read_declarations (&look, style);

  return look;
}
