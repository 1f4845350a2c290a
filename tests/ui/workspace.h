#pragma once

#include "../../src/app/workspace/cs-workspace.h"
#include "ui-harness.h"

/* What tests of the workspace do to an open draft, as its user would. */

/** workspace_open: imports @path, waits until it is open and examined. Returns: (transfer none):
 * what is open */
CsDocument *workspace_open (Ui *ui,
                            const char *path);

/** workspace_open_text: the same for @text, as a file of the folder of the test */
CsDocument *workspace_open_text (Ui *ui,
                                 const char *text);

/** workspace_open_sample: the same for one of the samples that come with the program */
CsDocument *workspace_open_sample (Ui *ui,
                                   const char *name);

/** workspace_leave: goes back to the list. Returns: the matter that was open */
gint64 workspace_leave (Ui *ui);

/** workspace_reopen: goes back to the list, and opens the same matter again */
CsDocument *workspace_reopen (Ui *ui);

/** workspace_wait_examined: until the findings are those of the text */
void workspace_wait_examined (CsDocument *document);

/** workspace_get: the page of the open draft */
GtkWidget *workspace_get (Ui *ui);

/** workspace_get_document: what it shows */
CsDocument *workspace_get_document (Ui *ui);

/** workspace_get_view: the editor that is shown */
GtkTextView *workspace_get_view (Ui *ui);

/** workspace_dup_text: Returns: (transfer full): the letters of @part in the editor */
char *workspace_dup_text (CsDocument *document,
                          CsPart part);

/** workspace_has: whether @part has @words in the editor */
gboolean workspace_has (CsDocument *document,
                        CsPart part,
                        const char *words);

/** workspace_find_char: the code point at which @words begin, which must be there */
guint workspace_find_char (CsDocument *document,
                           CsPart part,
                           const char *words);

/** workspace_go: the cursor goes to @words in @part, behind them when @behind */
void workspace_go (Ui *ui,
                   CsPart part,
                   const char *words,
                   gboolean behind);

/** workspace_select: selects @words in @part */
void workspace_select (Ui *ui,
                       CsPart part,
                       const char *words);

/** workspace_type: types @text in the place of the selection, letter by letter */
void workspace_type (Ui *ui,
                     const char *text);

/** workspace_erase: takes back the last @n letters before the cursor */
void workspace_erase (Ui *ui,
                      guint n);

/** workspace_find_entry: Returns: (nullable): the first finding of @rule, whether it counts or
 * not */
const CsFindingEntry *workspace_find_entry (CsDocument *document,
                                            const char *rule);

/** workspace_count: findings of @rule that count */
guint workspace_count (CsDocument *document,
                       const char *rule);

/** workspace_choose: makes the first finding of @rule the chosen one, and shows its card */
void workspace_choose (Ui *ui,
                       CsDocument *document,
                       const char *rule);

/** workspace_get_underline: how the text at @at_char is underlined */
PangoUnderline workspace_get_underline (CsDocument *document,
                                        CsPart part,
                                        guint at_char);

/** workspace_wait_saved: until all is on the disk */
void workspace_wait_saved (CsDocument *document);

/** workspace_refuse_writes: whether the store refuses every change of a matter */
void workspace_refuse_writes (Ui *ui,
                              gboolean refuse);
