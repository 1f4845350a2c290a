/* Plain text in any encoding. */

#include "fuzz-reader.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_reader (data, size);

  return 0;
}
