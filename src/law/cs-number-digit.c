#include "cs-number-digit.h"

#include <string.h>

char
cs_number_check_digit_cn (const char *number)
{
  gsize n = strlen (number);
  guint sum = 0;

  if (n != 12 && n != 8)
    return '\0';

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (number[i]))
        return '\0';
      sum += g_ascii_digit_value (number[i]) * (i % 8 + 2);
    }

  return "0123456789X"[sum % 11];
}

char
cs_number_check_digit_ep (const char *number)
{
  guint sum = 0;

  if (strlen (number) != 8)
    return '\0';

  for (guint i = 0; i < 8; i++)
    {
      guint product;

      if (!g_ascii_isdigit (number[i]))
        return '\0';
      product = g_ascii_digit_value (number[i]) * (i % 2 + 1);
      sum += product / 10 + product % 10;
    }

  return (char)('0' + (10 - sum % 10) % 10);
}
