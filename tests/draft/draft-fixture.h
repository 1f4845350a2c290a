#pragma once

#include "../../src/draft/cs-draft.h"

/* A draft with the @claims, NULL-terminated, numbered from 1, and the paragraphs of @description,
 * which may be NULL. */
CsDraft *draft_fixture_new (const char *const *claims,
                            const char *const *description);
