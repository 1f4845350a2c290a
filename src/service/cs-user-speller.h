#pragma once

#include "../language/cs-speller.h"

G_BEGIN_DECLS

/**
 * cs_user_speller_get:
 *
 * The speller of this process, made when it is first asked for: the dictionary of the system, and
 * the user's own words, one a line, in the file dictionary.en.txt of the data folder
 * (cs_data_folder_dup()). Blocks for as long as it takes to read that file. Thread: any.
 *
 * Returns: (transfer none) (nullable): the speller, %NULL when there is no dictionary of English
 */
CsSpeller *cs_user_speller_get (void);

G_END_DECLS
