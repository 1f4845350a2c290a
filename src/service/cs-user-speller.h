#pragma once

#include <gio/gio.h>

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

/**
 * cs_user_speller_learn:
 * @word: (transfer none): a word that the user spells so
 * @callback: called in the thread that asks
 * @data: for @callback
 *
 * Adds @word to the file of the user's words, in a thread of its own, and lets the speller of this
 * process know it at once.
 */
void cs_user_speller_learn (const char *word,
                            GAsyncReadyCallback callback,
                            gpointer data);

/** cs_user_speller_learn_finish: @error: %CS_ERROR_IO. Returns: whether @word is on the disk */
gboolean cs_user_speller_learn_finish (GAsyncResult *result,
                                       GError **error);

G_END_DECLS
