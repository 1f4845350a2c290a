#pragma once

#include "../../src/draft/cs-draft-compose.h"

/* Composes @previous with its parts, but for @text as @part, and checks what comes of it. */
CsDraft *compose_part (CsDraft *previous,
                       CsPart part,
                       const char *text);

/* Asserts that the units of @draft are sorted, disjoint, on the bounds of characters, and that each
 * has an identity of its own. */
void check_composed (const CsDraft *draft);
