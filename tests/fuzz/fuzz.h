#pragma once

#include <stddef.h>
#include <stdint.h>

/* Given by each fuzz target: reads @size bytes of @data as its reader would; must return 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);
