#include "cs-span.h"

const char *
cs_part_get_name (CsPart part)
{
  static const char *const names[CS_N_PARTS] = {
    [CS_PART_DOCUMENT] = "document",
    [CS_PART_TITLE] = "title",
    [CS_PART_ABSTRACT] = "abstract",
    [CS_PART_CLAIMS] = "claims",
    [CS_PART_DESCRIPTION] = "description",
    [CS_PART_FIGURES] = "figures",
    [CS_PART_REQUEST] = "request",
  };

  g_return_val_if_fail (part < CS_N_PARTS, NULL);

  return names[part];
}
