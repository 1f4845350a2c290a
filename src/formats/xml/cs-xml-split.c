#include "cs-xml-split.h"

#include <string.h>

#define BLOCK_BYTES 64

/* Question marks are rarer than angle brackets. */
const char *
cs_xml_find_declaration (const char *at, const char *end)
{
  const char *start = at;

  while (at < end && (at = memchr (at, '?', end - at)) != NULL)
    {
      if (at > start && end - at >= CS_XML_DECLARATION_BYTES &&
          memcmp (at - 1, CS_XML_DECLARATION, CS_XML_DECLARATION_BYTES) == 0 &&
          g_ascii_isspace (at[CS_XML_DECLARATION_BYTES - 1]))
        return at - 1;
      at++;
    }

  return NULL;
}

/* In blocks of a fixed length, which compilers turn into vector code: lines are short, and a call
 * of memchr() for each costs more. */
guint
cs_xml_count_lines (const char *at, const char *end)
{
  guint n_lines = 0;

  for (; end - at >= BLOCK_BYTES; at += BLOCK_BYTES)
    {
      guint8 in_block = 0;

      for (guint i = 0; i < BLOCK_BYTES; i++)
        in_block += at[i] == '\n';
      n_lines += in_block;
    }
  for (; at < end; at++)
    n_lines += *at == '\n';

  return n_lines;
}
