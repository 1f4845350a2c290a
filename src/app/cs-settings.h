#pragma once

#include <gtk/gtk.h>

#include "../draft/cs-request.h"
#include "../exam/cs-severity.h"

G_BEGIN_DECLS

/** CsAppearance: light, dark, or as the desktop has it */
typedef enum
{
  CS_APPEARANCE_SYSTEM,
  CS_APPEARANCE_LIGHT,
  CS_APPEARANCE_DARK
} CsAppearance;

#define CS_TYPE_APPEARANCE (cs_appearance_get_type ())

GType cs_appearance_get_type (void) G_GNUC_CONST;

/**
 * CsSettings:
 *
 * What the user has chosen, as properties that widgets bind to: `appearance` (CsAppearance),
 * `use-custom-font`, `editor-font` (utf8, a Pango font description), `author` (utf8, empty for the
 * name of the account), `offices-zh`, `offices-en` (GStrv of names of offices), `show-outline`,
 * `show-findings`, `severities` (GStrv of names), `last-folder` (utf8), `export-format` (utf8: name
 * of a #CsWriter), `word-files` (GStrv, see cs_settings_dup_word_file()), `window-width`,
 * `window-height`, `window-maximized`. Kept by GSettings; when its schema is not installed they
 * hold for this run only, and the program works all the same. Thread: the main one.
 */
#define CS_TYPE_SETTINGS (cs_settings_get_type ())

G_DECLARE_FINAL_TYPE (CsSettings, cs_settings, CS, SETTINGS, GObject)

/** cs_settings_get_default: Returns: (transfer none): the settings of the program */
CsSettings *cs_settings_get_default (void);

/** cs_settings_is_kept: Returns: whether there is a schema, so that the next run knows them */
gboolean cs_settings_is_kept (CsSettings *settings);

/** cs_settings_dup_author: Returns: (transfer full): in whose name decisions are made; never
 * empty */
char *cs_settings_dup_author (CsSettings *settings);

/** cs_settings_get_offices: Returns: bits `1 << CsOffice` of the offices that examine a new draft
 * in @language ("zh" or "en") */
guint cs_settings_get_offices (CsSettings *settings,
                               const char *language);

/** cs_settings_set_office: whether @office examines new drafts in @language */
void cs_settings_set_office (CsSettings *settings,
                             const char *language,
                             CsOffice office,
                             gboolean examines);

/** cs_settings_get_severities: Returns: bits `1 << CsSeverity` of the findings that are listed */
guint cs_settings_get_severities (CsSettings *settings);

/** cs_settings_set_severities: lists the findings of @severities, bits, from now on */
void cs_settings_set_severities (CsSettings *settings,
                                 guint severities);

/** cs_settings_dup_font: Returns: (transfer full) (nullable): the font of the editors, %NULL for
 * that of the desktop */
char *cs_settings_dup_font (CsSettings *settings);

/** cs_settings_dup_word_file: Returns: (transfer full) (nullable): path of the Word file that
 * @matter came from or was last compared with; it may be gone */
char *cs_settings_dup_word_file (CsSettings *settings,
                                 gint64 matter);

/** cs_settings_set_word_file: remembers @path as the Word file of @matter; the oldest of very many
 * are forgotten */
void cs_settings_set_word_file (CsSettings *settings,
                                gint64 matter,
                                const char *path);

G_END_DECLS
