#pragma once

#include "ui-harness.h"

/* Matters to show in a list. */

/** matters_fill: eleven matters in the store of @ui, as a week's work leaves them; before the
 * program */
void matters_fill (Ui *ui);
