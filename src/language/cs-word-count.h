#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_word_count:
 * @text: NUL-terminated UTF-8
 *
 * Counts words at Unicode word boundaries (UAX 29, by ICU); numbers count, marks do not, and what a
 * hyphen joins is one word, as editors and offices count. For the length of abstracts: 37 CFR
 * 1.72(b). Thread: any.
 *
 * Returns: how many
 */
guint cs_word_count (const char *text);

/**
 * CsCharCount:
 * @strict: every character but white space counts as one
 * @lower: a run of Latin letters and digits counts half its length, rounded up
 *
 * How the office counts Latin letters is not laid down, so a limit is surely exceeded only when
 * the lower count exceeds it.
 */
typedef struct
{
  guint strict;
  guint lower;
} CsCharCount;

/**
 * cs_char_count:
 * @text: NUL-terminated UTF-8
 *
 * Counts as Chinese limits do (title, abstract), marks included; an inline object is one. Source:
 * Guidelines 2023 part 2 ch. 2, 2.4. Thread: any.
 *
 * Returns: both counts
 */
CsCharCount cs_char_count (const char *text);

G_END_DECLS
