#include "cs-identity-number.h"

#include <string.h>

#define N_CHARACTERS 18 /* of either number */

gboolean
cs_identity_number_is_resident (const char *number)
{
  static const guint weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  static const char checks[] = "10X98765432";
  guint sum = 0;

  if (strlen (number) != N_CHARACTERS)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      if (!g_ascii_isdigit (number[i]))
        return FALSE;
      sum += weights[i] * g_ascii_digit_value (number[i]);
    }

  return g_ascii_toupper (number[N_CHARACTERS - 1]) == checks[sum % strlen (checks)];
}

gboolean
cs_identity_number_is_credit_code (const char *number)
{
  static const char characters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const guint modulus = strlen (characters);
  guint sum = 0;
  guint weight = 1;

  if (strlen (number) != N_CHARACTERS)
    return FALSE;

  for (guint i = 0; i < N_CHARACTERS - 1; i++)
    {
      const char *at = strchr (characters, number[i]);

      if (at == NULL)
        return FALSE;
      sum += weight * (at - characters);
      weight = weight * 3 % modulus;
    }

  return number[N_CHARACTERS - 1] == characters[(modulus - sum % modulus) % modulus];
}
