#include "cs-run-tags.h"

/* Small and moved so little that the line stays as high as it is: 1 em is about 1.2 of ascent
 * and 0.3 of descent, three quarters of which leave this much. */
#define SCRIPT_SCALE 0.75
#define SUP_RISE 0.28
#define SUB_RISE -0.12

#define DEFAULT_FONT_PT 12

static const char *const tag_names[CS_N_RUN_STYLES] = {
  [CS_RUN_SUB] = "cs-run-sub",
  [CS_RUN_SUP] = "cs-run-sup",
  [CS_RUN_BOLD] = "cs-run-bold",
  [CS_RUN_ITALIC] = "cs-run-italic",
  [CS_RUN_UNDERLINE] = "cs-run-underline",
  [CS_RUN_HEADING] = "cs-run-heading",
};

static G_DEFINE_QUARK (cs_run_tag, cs_run_tag);

static void
set_look (GtkTextTag *tag, CsRunStyle style)
{
  switch (style)
    {
    case CS_RUN_SUB:
    case CS_RUN_SUP:
      g_object_set (tag, "scale", SCRIPT_SCALE, NULL);
      break;
    case CS_RUN_BOLD:
    case CS_RUN_HEADING:
      g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, NULL);
      break;
    case CS_RUN_ITALIC:
      g_object_set (tag, "style", PANGO_STYLE_ITALIC, NULL);
      break;
    case CS_RUN_UNDERLINE:
      g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
      break;
    case CS_N_RUN_STYLES:
    default:
      break;
    }
}

void
cs_run_tags_add (GtkTextTagTable *table)
{
  for (CsRunStyle style = 0; style < CS_N_RUN_STYLES; style++)
    {
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (tag_names[style]);

      set_look (tag, style);
      g_object_set_qdata (G_OBJECT (tag), cs_run_tag_quark (), tag);
      gtk_text_tag_table_add (table, tag);
    }

  cs_run_tags_set_font_size (table, DEFAULT_FONT_PT);
}

GtkTextTag *
cs_run_tags_get (GtkTextTagTable *table, CsRunStyle style)
{
  g_return_val_if_fail (style < CS_N_RUN_STYLES, NULL);

  return gtk_text_tag_table_lookup (table, tag_names[style]);
}

gboolean
cs_run_tags_is_run (GtkTextTag *tag)
{
  return g_object_get_qdata (G_OBJECT (tag), cs_run_tag_quark ()) != NULL;
}

void
cs_run_tags_set_font_size (GtkTextTagTable *table, double font_pt)
{
  int up = font_pt * SUP_RISE * PANGO_SCALE;
  int down = font_pt * SUB_RISE * PANGO_SCALE;

  g_object_set (cs_run_tags_get (table, CS_RUN_SUP), "rise", up, NULL);
  g_object_set (cs_run_tags_get (table, CS_RUN_SUB), "rise", down, NULL);
}
