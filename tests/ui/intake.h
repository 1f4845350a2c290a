#pragma once

#include "../../src/app/intake/cs-mapping-dialog.h"
#include "../../src/app/intake/cs-ops-dialog.h"
#include "../service/ops-server.h"
#include "ui-harness.h"

/* What tests do with the windows by which records come into the library. */

/**
 * Answered:
 * @n: how often it was told
 * @answer: what was told last
 * @map: (nullable): with it
 */
typedef struct
{
  guint n;
  CsMappingAnswer answer;
  CsTableMap *map;
} Answered;

/** answered_take: a #CsMappingFunc; @data: an #Answered */
void answered_take (CsMappingAnswer answer,
                    CsTableMap *map,
                    gpointer data);

/** answered_clear: forgets it */
void answered_clear (Answered *answered);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answered, answered_clear)

/** intake_write: writes @text to the file @name in the folder of the test. Returns: (transfer
 * full): the file */
GFile *intake_write (Ui *ui,
                     const char *name,
                     const char *text);

/** intake_present: shows the mapping dialog for @file, and waits until it has looked at it */
CsMappingDialog *intake_present (Ui *ui,
                                 GFile *file,
                                 Answered *answered);

/** intake_wait: until @dialog has looked at the table */
void intake_wait (CsMappingDialog *dialog);

/** intake_table: a table with everything: known columns, some that are not, a row that is no
 * record */
extern const char intake_table[];

/** intake_answer: what OPS answers: a family of two publications */
extern const char intake_answer[];

/** intake_present_ops: shows the dialog for OPS, which is @server, with a number and its key; waits
 * until the keyring has answered. @service: (out) (transfer full): a library in the folder of the
 * test */
CsOpsDialog *intake_present_ops (Ui *ui,
                                 const OpsServer *server,
                                 const char *numbers,
                                 CsLibraryService **service);

/** intake_wait_ops: until @dialog has done what it does */
void intake_wait_ops (CsOpsDialog *dialog);
