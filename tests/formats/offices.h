#pragma once

#include "read-all.h"

/* Reads one of the small documents that the fuzzer begins with. @language: (nullable): of the
 * claims wanted */
GPtrArray *read_seed (const char *name,
                      const char *language);

/* Asserts the text that the runs of a part in one style cover, one after another: "2|j ". */
void assert_runs (const CsDraft *draft,
                  CsPart part,
                  CsRunStyle style,
                  const char *expected);

/* Asserts the note of @code, which must be the only one. */
void assert_note (const CsDraft *draft,
                  const char *code,
                  const char *detail);

/* Asserts a list of names, joined by "|". */
void assert_names (char *const *names,
                   const char *expected);

/* Asserts one of the priorities: "JP 2000-1 20000304". */
void assert_priority (const CsDraft *draft,
                      guint index,
                      const char *expected);
