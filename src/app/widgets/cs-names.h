#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-severity.h"
#include "../../store/cs-matter.h"

G_BEGIN_DECLS

/* What the interface calls things, and the shapes that stand for them. */

/** cs_type_get_label: Returns: (transfer none): "Invention", ...; "—" for an unknown right */
const char *cs_type_get_label (CsRightType type);

/** cs_stage_get_label: Returns: (transfer none): "Drafting", ... */
const char *cs_stage_get_label (CsStage stage);

/** cs_office_get_label: Returns: (transfer none): "China", "United States", ... */
const char *cs_office_get_label (CsOffice office);

/** cs_severity_get_icon: @possible: the check is not sure. Returns: (transfer none): name of an
 * icon */
const char *cs_severity_get_icon (CsSeverity severity,
                                  gboolean possible);

/** cs_severity_get_css_class: Returns: (transfer none): the style class that gives its colour; its
 * name with `_` for `-` is that of the colour */
const char *cs_severity_get_css_class (CsSeverity severity);

/** cs_severity_dup_count: Returns: (transfer full): "3 must fix", ... */
char *cs_severity_dup_count (CsSeverity severity,
                             guint n);

/** cs_label_set_language: gives @label, which shows text of a draft, the glyph forms of its
 * @language ("zh" or "en"): Han characters differ between Chinese and Japanese fonts */
void cs_label_set_language (GtkLabel *label,
                            const char *language);

G_END_DECLS
