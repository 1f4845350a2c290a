#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CsExit: what a command ends with. */
typedef enum
{
  CS_EXIT_OK = 0,
  CS_EXIT_FINDINGS = 1,  /* something at or above --fail-on */
  CS_EXIT_TROUBLE = 2,   /* usage, or an input or checklist that is unusable */
  CS_EXIT_STOPPED = 130, /* Ctrl-C */
} CsExit;

/** CsHelpSection: @title over @text, both to be translated; paragraphs are lines of @text, and a
 *  line that begins with two spaces is printed as it is */
typedef struct
{
  const char *title;
  const char *text;
} CsHelpSection;

/**
 * CsCommand:
 * @name: as typed
 * @usage: (array zero-terminated=1): what follows the name, one form each, to be translated
 * @summary: one line, to be translated
 * @sections: (array): of its help, up to one without a title
 * @run: does it; gets the arguments from the command's name on
 *
 * One command of claimsmith-cli.
 */
typedef struct
{
  const char *name;
  const char *const *usage;
  const char *summary;
  const CsHelpSection *sections;
  int (*run) (int argc,
              char *argv[]);
} CsCommand;

extern const CsCommand cs_command_chart;
extern const CsCommand cs_command_check;
extern const CsCommand cs_command_checklists;
extern const CsCommand cs_command_convert;
extern const CsCommand cs_command_export;
extern const CsCommand cs_command_family;
extern const CsCommand cs_command_import;
extern const CsCommand cs_command_near;
extern const CsCommand cs_command_search;
extern const CsCommand cs_command_store;
extern const CsCommand cs_command_terms;

/**
 * cs_command_parse:
 * @command: a command
 * @entries: its options
 * @argv: (inout) (array zero-terminated=1): arguments from the command's name on; options are taken
 * out
 * @status: (out): exit status when the answer is %FALSE
 *
 * Reads the options of a command. Prints its help when asked, and what is wrong with the usage.
 *
 * Returns: whether to go on
 */
gboolean cs_command_parse (const CsCommand *command,
                           const GOptionEntry *entries,
                           char ***argv,
                           int *status);

/** cs_command_complain: prints "claimsmith-cli: message" to standard error */
void cs_command_complain (const char *format,
                          ...) G_GNUC_PRINTF (1, 2);

/** cs_command_print_usage: prints what commands there are */
void cs_command_print_usage (const CsCommand *const *commands);

/** cs_command_get_language: Returns: (transfer none): "zh" or "en", of the user's locale */
const char *cs_command_get_language (void);

/** cs_command_check_choice: Returns: whether @value is one of @known; complains with the nearest */
gboolean cs_command_check_choice (const char *option,
                                  const char *value,
                                  const char *const *known);

/** cs_command_check_language: as cs_command_check_choice() for --lang: "zh" or "en" */
gboolean cs_command_check_language (const char *value);

/** cs_command_check_claims_language: as cs_command_check_choice() for --claims-language: those of
 * #CsReader */
gboolean cs_command_check_claims_language (const char *value);

G_END_DECLS
