#pragma once

#include "../../src/app/families/cs-families-page.h"
#include "ui-harness.h"

/* Invented families to show in a list. */

/** FAMILIES_N: how many families_fill() makes */
#define FAMILIES_N 14

/** families_write: writes a table of their members as a search platform would. Returns: (transfer
 * full): path of the file, in the folder of @ui */
char *families_write (Ui *ui);

/** families_fill: imports them; before the program */
void families_fill (Ui *ui);

/** families_import: imports the file at @path into the library of @ui, before the program or while
 * nothing else is imported */
void families_import (Ui *ui,
                      const char *path);

/** families_show: goes to the room of families and waits until there are @n. Returns: its page */
CsFamiliesPage *families_show (Ui *ui,
                               guint n);

/** families_wait: until @n are found */
void families_wait (CsFamiliesPage *page,
                    guint n);
