#pragma once

#include "../../src/app/exchange/cs-export-window.h"
#include "../../src/app/exchange/cs-take-back-window.h"
#include "workspace.h"

/* What tests do with the windows by which files go out and come back. */

/** exchange_export: opens the export window of the open draft in the format @name, and waits until
 * it tells what is lost */
CsExportWindow *exchange_export (Ui *ui,
                                 const char *name);

/** exchange_wait_previewed: until @window tells what is lost */
void exchange_wait_previewed (CsExportWindow *window);

/** exchange_take_back: drops the file @path on the open draft, and waits until it is read */
CsTakeBackWindow *exchange_take_back (Ui *ui,
                                      const char *path);

/** exchange_write_word: writes a Word file of three claims to @path: somebody has inserted words in
 * the second, deleted some of the third, and asks what "made of steel" means */
void exchange_write_word (const char *path,
                          gboolean chinese);

/** exchange_subscribe: makes the last letter of @words in @part a subscript */
void exchange_subscribe (Ui *ui,
                         CsPart part,
                         const char *words);

/** exchange_find_button: Returns: (nullable): the button on the screen in @window that is called
 * @label, underscore included */
GtkWidget *exchange_find_button (GtkWidget *window,
                                 const char *label);
