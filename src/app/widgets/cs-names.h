#pragma once

#include <gtk/gtk.h>

#include "../../store/cs-matter.h"

G_BEGIN_DECLS

/* What the interface calls things, and in which language. */

/** cs_type_get_label: Returns: (transfer none): "Invention", ...; "—" for an unknown right */
const char *cs_type_get_label (CsRightType type);

/** cs_stage_get_label: Returns: (transfer none): "Drafting", ... */
const char *cs_stage_get_label (CsStage stage);

/** cs_office_get_label: Returns: (transfer none): "China", "United States", ... */
const char *cs_office_get_label (CsOffice office);

/** cs_ui_language: Returns: (transfer none): "zh" or "en": which of the two languages of the data
 * the user reads */
const char *cs_ui_language (void);

/** cs_label_set_language: gives @label, which shows text of a draft, the glyph forms of its
 * @language ("zh" or "en"): Han characters differ between Chinese and Japanese fonts */
void cs_label_set_language (GtkLabel *label,
                            const char *language);

G_END_DECLS
