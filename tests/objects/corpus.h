#pragma once

#include <glib.h>

/* Formulas and tables of the real files in $CLAIMSMITH_CORPUS. */

/* Every stretch from "<NAME>" or "<NAME " to "</NAME>" in the XML files of the corpus, in order;
 * NULL, and the test is skipped, when there is no corpus. */
GPtrArray *corpus_find (const char *name);
