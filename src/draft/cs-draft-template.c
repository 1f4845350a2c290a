#include <string.h>

#include "../base/cs-text-builder.h"
#include "cs-draft-compose.h"

/* The headings of a description, one a line, as they are printed. An empty line is where one
 * writes.
 * Sources: Rules (2023) r. 20(1)-(2); 37 CFR 1.77(b); EPC r. 42(1); PCT r. 5.1 and Administrative
 * Instructions 204. */
typedef struct
{
  CsOffice office;
  const char *language;
  const char *const headings[8];
} Template;

static const Template templates[] = {
  { CS_OFFICE_CN, "zh", { "技术领域", "背景技术", "发明内容", "附图说明", "具体实施方式" } },
  { CS_OFFICE_CN,
    "en",
    { "Technical Field", "Background Art", "Summary of the Invention",
      "Brief Description of the Drawings", "Detailed Description" } },
  { CS_OFFICE_US,
    "en",
    { "CROSS-REFERENCE TO RELATED APPLICATIONS", "BACKGROUND", "SUMMARY",
      "BRIEF DESCRIPTION OF THE DRAWINGS", "DETAILED DESCRIPTION" } },
  { CS_OFFICE_US, "zh", { "背景技术", "发明内容", "附图说明", "具体实施方式" } },
  { CS_OFFICE_EP,
    "en",
    { "Technical Field", "Background Art", "Summary of the Invention",
      "Brief Description of the Drawings", "Description of Embodiments" } },
  { CS_OFFICE_EP, "zh", { "技术领域", "背景技术", "发明内容", "附图说明", "具体实施方式" } },
  { CS_OFFICE_PCT,
    "en",
    { "Technical Field", "Background Art", "Summary of Invention",
      "Brief Description of Drawings", "Description of Embodiments",
      "Industrial Applicability" } },
  { CS_OFFICE_PCT,
    "zh",
    { "技术领域", "背景技术", "发明内容", "附图说明", "具体实施方式", "工业实用性" } },
};

static const Template *
find_template (CsOffice office, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (templates[i].office == office && g_str_equal (templates[i].language, language))
      return &templates[i];

  return g_str_equal (language, "zh") ? &templates[0] : &templates[1];
}

/* A utility model is no invention. */
static const char *
heading_for (const char *heading, CsRightType type)
{
  if (type != CS_TYPE_UTILITY_MODEL)
    return heading;
  if (g_str_equal (heading, "发明内容"))
    return "实用新型内容";
  if (g_str_equal (heading, "Summary of the Invention"))
    return "Summary";

  return heading;
}

static CsText *
make_description (const Template *template, CsRightType type)
{
  CsTextBuilder *builder = cs_text_builder_new ();

  for (guint i = 0; template->headings[i] != NULL; i++)
    {
      const char *heading = heading_for (template->headings[i], type);
      gsize start = cs_text_builder_get_n_bytes (builder);

      cs_text_builder_append (builder, heading, strlen (heading));
      cs_text_builder_add_run (builder, start, start + strlen (heading), CS_RUN_HEADING);
      cs_text_builder_append (builder, "\n\n", 2);
    }

  return cs_text_builder_end (builder);
}

CsDraft *
cs_draft_new_template (CsOffice office, CsRightType type, const char *language)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  CsText *texts[CS_N_PARTS] = { NULL };
  CsDraft *draft;

  request->office = office;
  request->type = type;
  texts[CS_PART_TITLE] = cs_text_new ("", 0);
  texts[CS_PART_ABSTRACT] = cs_text_new ("", 0);
  texts[CS_PART_CLAIMS] = cs_text_new ("1. ", strlen ("1. "));
  texts[CS_PART_DESCRIPTION] = make_description (find_template (office, language), type);
  draft = cs_draft_compose (NULL, texts, request, NULL);
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&texts[part], cs_text_unref);

  return draft;
}
