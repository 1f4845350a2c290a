#include "cs-names.h"

#include <glib/gi18n-lib.h>

const char *
cs_type_get_label (CsRightType type)
{
  static const char *const labels[CS_N_RIGHT_TYPES] = {
    [CS_TYPE_UNKNOWN] = "—",
    [CS_TYPE_INVENTION] = N_ ("Invention"),
    [CS_TYPE_UTILITY_MODEL] = N_ ("Utility model"),
    [CS_TYPE_DESIGN] = N_ ("Design"),
    [CS_TYPE_PLANT] = N_ ("Plant"),
  };

  return _ (labels[type < CS_N_RIGHT_TYPES ? type : CS_TYPE_UNKNOWN]);
}

const char *
cs_stage_get_label (CsStage stage)
{
  static const char *const labels[CS_N_STAGES] = {
    [CS_STAGE_DRAFTING] = N_ ("Drafting"),
    [CS_STAGE_PRE_EXAMINATION] = N_ ("Pre-examination"),
    [CS_STAGE_SIGNING] = N_ ("To sign"),
    [CS_STAGE_FILED] = N_ ("Filed"),
  };

  return _ (labels[stage < CS_N_STAGES ? stage : CS_STAGE_DRAFTING]);
}

const char *
cs_office_get_label (CsOffice office)
{
  static const char *const labels[CS_N_OFFICES] = {
    [CS_OFFICE_UNKNOWN] = "—",
    [CS_OFFICE_CN] = N_ ("China"),
    [CS_OFFICE_US] = N_ ("United States"),
    [CS_OFFICE_EP] = N_ ("European Patent Office"),
    [CS_OFFICE_PCT] = N_ ("International (PCT)"),
  };

  return _ (labels[office < CS_N_OFFICES ? office : CS_OFFICE_UNKNOWN]);
}

const char *
cs_ui_language (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "zh") ? "zh" : "en";
}

void
cs_label_set_language (GtkLabel *label, const char *language)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  const char *glyphs = g_strcmp0 (language, "zh") == 0 ? "zh-cn" : "en";

  pango_attr_list_insert (list,
                          pango_attr_language_new (pango_language_from_string (glyphs)));
  gtk_label_set_attributes (label, list);
}
