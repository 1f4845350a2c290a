#include <string.h>

#include "../../base/cs-limits.h"
#include "cs-xml.h"

/* The attributes of an element, as libxml2 hands them over: five pointers each, the value between
 * the last two. Some dialects write their names in capitals. */

const char *
cs_xml_element_local_name (const CsXmlElement *element)
{
  const char *colon = strrchr (element->tag, ':');

  return colon == NULL ? element->tag : colon + 1;
}

const char *
cs_xml_element_get (const CsXmlElement *element, const char *name, gsize *n_bytes)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char *const *attribute = element->attributes + 5 * i;

      if (g_ascii_strcasecmp (attribute[0], name) != 0)
        continue;
      *n_bytes = attribute[4] - attribute[3];
      return attribute[3];
    }

  return NULL;
}

char *
cs_xml_element_dup (const CsXmlElement *element, const char *name)
{
  gsize n_bytes;
  const char *value = cs_xml_element_get (element, name, &n_bytes);

  return value == NULL ? NULL : g_strndup (value, n_bytes);
}

guint
cs_xml_element_get_number (const CsXmlElement *element, const char *name)
{
  gsize n_bytes;
  const char *value = cs_xml_element_get (element, name, &n_bytes);
  guint number = 0;

  for (gsize i = 0; value != NULL && i < n_bytes && g_ascii_isdigit (value[i]); i++)
    number = MIN (number * 10 + g_ascii_digit_value (value[i]), CS_MAX_CLAIM_NUMBER);

  return number;
}

gboolean
cs_xml_element_is (const CsXmlElement *element, const char *name, const char *value)
{
  gsize n_bytes;
  const char *found = cs_xml_element_get (element, name, &n_bytes);

  return found != NULL && n_bytes == strlen (value) && memcmp (found, value, n_bytes) == 0;
}
