#pragma once

#include "../../src/draft/cs-draft.h"

/* Asserts what every draft promises, whatever it was read from: units in order and within their
 * part, runs and objects where the text has them, valid UTF-8 without control characters. */
void check_draft (const CsDraft *draft);
