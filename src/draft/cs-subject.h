#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsSubjectMatch:
 * @CS_SUBJECT_SAME: the same, or one is a shortened form of the other
 * @CS_SUBJECT_REWORDED: the same thing, put otherwise
 * @CS_SUBJECT_DIFFERENT: another thing
 */
typedef enum
{
  CS_SUBJECT_SAME,
  CS_SUBJECT_REWORDED,
  CS_SUBJECT_DIFFERENT
} CsSubjectMatch;

/**
 * cs_subject_compare:
 * @subject: what a dependent claim calls its subject
 * @base: what the claim it depends on calls it
 * @language: "zh" or "en"
 *
 * Compares two subject names as a practitioner does: "所述的方法" for a longer name, "the method" for
 * "a method of making paper" are the same; a name that shares no word is another thing.
 * Source: Rules (2023) r. 25(1); MPEP 608.01(n) III. Thread: any.
 *
 * Returns: how they compare; an empty @subject or @base is the same as anything
 */
CsSubjectMatch cs_subject_compare (const char *subject,
                                   const char *base,
                                   const char *language);

/**
 * cs_subject_dup_head:
 * @subject: an English subject name
 *
 * Returns: (transfer full): its head noun in the singular, lower case: "method" for "method of
 * making paper", "assembly" for "drum assemblies"; empty when there is none
 */
char *cs_subject_dup_head (const char *subject);

/**
 * cs_subject_is_linked:
 * @subject: an English subject name
 *
 * Returns: whether it says more than the bare name of a thing: "method of making the device", "cell
 * transformed with"
 */
gboolean cs_subject_is_linked (const char *subject);

G_END_DECLS
