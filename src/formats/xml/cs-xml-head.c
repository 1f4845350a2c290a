#include "cs-xml-head.h"

#include <string.h>

#include "../../draft/cs-claim-split.h"

#define MAX_NUMBER_BYTES 40 /* longest thing taken for a printed number */

static gboolean
paragraph_is_complete (const char *head)
{
  static const char *const openers[] = { "[", "【", "［" };
  static const char *const closers[] = { "]", "】", "］" };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      const char *behind;

      if (!g_str_has_prefix (head, openers[i]))
        continue;
      behind = strstr (head, closers[i]);
      if (behind == NULL)
        return FALSE;
      behind += strlen (closers[i]);
      return behind[strspn (behind, " \t\n")] != '\0';
    }

  return TRUE;
}

gboolean
cs_xml_head_is_complete (const GString *head, CsUnitKind kind)
{
  if (head->len > MAX_NUMBER_BYTES)
    return TRUE;
  if (kind != CS_UNIT_CLAIM)
    return paragraph_is_complete (head->str);

  return strspn (head->str, "0123456789.,-() \n") < head->len;
}

guint
cs_xml_head_count_cancelled (const GString *head, gsize number_bytes)
{
  g_autoptr (GArray) claims = NULL;

  if (memchr (head->str, '-', number_bytes) == NULL)
    return 0;

  claims = cs_claim_split (head->str, head->len);
  return claims->len == 0 ? 0 : claims->len - 1;
}
