#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Choosing files with the dialog of the desktop, in the folder where one was last chosen. */

/**
 * cs_file_dialog_new:
 * @parent: the window it belongs to
 * @action: to open or to save
 * @title: what it is for, translated
 * @accept: label of its button, translated, with a mnemonic
 *
 * Returns: (transfer full): a modal dialog, yet to be shown; its answer goes to
 * cs_file_dialog_take_path()
 */
GtkFileChooserNative *cs_file_dialog_new (GtkWindow *parent,
                                          GtkFileChooserAction action,
                                          const char *title,
                                          const char *accept);

/** cs_file_dialog_add_filter: offers files whose names end in one of @suffixes (array
 * zero-terminated=1), without dots, or all when there are none, as @name */
void cs_file_dialog_add_filter (GtkFileChooserNative *dialog,
                                const char *name,
                                const char *const *suffixes);

/** cs_file_dialog_take_path: @dialog: (transfer full): gone afterwards; @response: as its signal
 * `response` told. Returns: (transfer full) (nullable): what was chosen, its folder remembered */
char *cs_file_dialog_take_path (GtkNativeDialog *dialog,
                                int response);

/** cs_file_dialog_dup_paths: Returns: (transfer full) (array zero-terminated=1): the files and
 * folders that were chosen, those of this machine */
char **cs_file_dialog_dup_paths (GtkFileChooser *chooser);

/** cs_file_dialog_dup_name: Returns: (transfer full): a file name of @words, those that are not
 * empty, and @extension, without what no file system takes and not too long */
char *cs_file_dialog_dup_name (const char *const *words,
                               const char *extension);

/**
 * CsFileQuestion:
 * @title: what the file is for, translated
 * @accept: (nullable): label of the button, translated, with a mnemonic; "_Export" when %NULL
 * @words: (array zero-terminated=1): of the name that is offered; empty ones are left out
 * @end: of its name, without the dot: the format
 * @action: of the widget: takes the path as a string
 *
 * Where to write a file.
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *const *words;
  const char *end;
  const char *action;
} CsFileQuestion;

/** cs_file_dialog_ask: asks the user where to write a file, for @widget, and activates the action
 * of @question with the path, which has the end that was asked for */
void cs_file_dialog_ask (GtkWidget *widget,
                         const CsFileQuestion *question);

/** cs_file_show_in_folder: shows @path in the file manager, or at least its folder; @parent: the
 * window that asks */
void cs_file_show_in_folder (const char *path,
                             GtkWindow *parent);

G_END_DECLS
