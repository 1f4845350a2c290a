#include <string.h>

#include "cs-right-type.h"

static gboolean
mentions (const CsDraft *draft, const char *word)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (draft->texts[part] != NULL &&
        strstr (cs_text_get_string (draft->texts[part]), word) != NULL)
      return TRUE;

  return FALSE;
}

CsRightType
cs_right_type_guess (const CsDraft *draft)
{
  if (mentions (draft, "本实用新型") && !mentions (draft, "本发明"))
    return CS_TYPE_UTILITY_MODEL;

  return CS_TYPE_INVENTION;
}
