/* XML of CNIPA and USPTO, told apart by content as anywhere else. */

#include "fuzz-reader.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_reader (data, size);

  return 0;
}
