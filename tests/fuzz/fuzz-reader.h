#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reads the bytes as an input, checks each draft and drops it. */
void fuzz_reader (const uint8_t *data,
                  size_t size);
