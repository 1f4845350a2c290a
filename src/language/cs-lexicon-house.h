#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsHouseWords:
 * @name: the list that is added to, "claim-wording.zh"
 * @path: the file of the house
 * @n_words: how many words it holds
 *
 * Words of a house (an agency's own rules) in force beside ours. A report names them.
 */
typedef struct
{
  char *name;
  char *path;
  guint n_words;
} CsHouseWords;

/**
 * cs_house_words_load:
 * @folder: with files like those of resources/lexicons: `NAME.LANGUAGE.tsv`; need not be there
 * @errors: (element-type GError): %CS_ERROR_CHECKLIST with a line for each mistake; what is right
 *   in a file with a mistake holds
 *
 * Adds the words in @folder to those that come with the program; a word that is listed already gets
 * the class it has here, "stop" silences it. To be called once, before anything is examined.
 * Thread: any, before others examine.
 */
void cs_house_words_load (const char *folder,
                          GPtrArray *errors);

/**
 * cs_house_words_check:
 * @path: a file of words
 * @errors: (element-type GError): as cs_house_words_load()
 *
 * Reads a file without using it.
 *
 * Returns: number of words in it
 */
guint cs_house_words_check (const char *path,
                            GPtrArray *errors);

/** cs_house_words_list: Returns: (transfer none) (element-type CsHouseWords): those in force */
const GPtrArray *cs_house_words_list (void);

G_END_DECLS
