#pragma once

#include <glib.h>

/* A large library of invented documents, half Chinese, half English, in which words are as frequent
 * as they are in life. */

typedef struct
{
  GPtrArray *words;
  GArray *sums; /* (element-type double): up to each word */
} Words;

typedef struct
{
  Words chinese;
  Words english;
  GRand *random;
} Maker;

/* @language: "zh" or "en" */
Words words_read (const char *language);

/* Returns: (transfer none): a word, frequent ones often */
const char *words_pick (const Words *words,
                        GRand *random);

/* Makes a library of @n documents in @folder. */
void fill_library (const char *folder,
                   Maker *maker,
                   guint n);
