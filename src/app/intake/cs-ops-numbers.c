#include "cs-ops-numbers.h"

static gboolean
has_number (const GPtrArray *numbers, const CsNumber *number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_str_equal (cs_number_get_id (numbers->pdata[i]), cs_number_get_id (number)))
      return TRUE;

  return FALSE;
}

GPtrArray *
cs_ops_numbers_read (const char *text)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  g_autoptr (GRegex) between = g_regex_new ("[;；、\r\n\t]+", 0, 0, NULL);
  g_auto (GStrv) pieces = g_regex_split (between, text, 0);

  for (guint i = 0; pieces[i] != NULL && numbers->len < CS_MAX_OPS_NUMBERS; i++)
    {
      const CsNumberInput input = { .text = g_strstrip (pieces[i]),
                                    .role = CS_NUMBER_PUBLICATION,
                                    .form = CS_NUMBER_VENDOR };
      g_autoptr (CsNumber) number = *input.text != '\0' ? cs_number_read (&input) : NULL;

      if (number != NULL && !has_number (numbers, number))
        g_ptr_array_add (numbers, g_steal_pointer (&number));
    }

  return numbers;
}

gboolean
cs_ops_numbers_are_good (const GPtrArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    if (((const CsNumber *)numbers->pdata[i])->key == NULL)
      return FALSE;

  return numbers->len > 0;
}

char **
cs_ops_numbers_dup_raw (const GPtrArray *numbers)
{
  char **raw = g_new0 (char *, numbers->len + 1);

  for (guint i = 0; i < numbers->len; i++)
    raw[i] = g_strdup (((const CsNumber *)numbers->pdata[i])->raw);

  return raw;
}

char *
cs_ops_numbers_dup_query (const GPtrArray *numbers)
{
  GString *query = g_string_new ("pn=(");

  for (guint i = 0; i < numbers->len; i++)
    {
      const CsNumber *number = numbers->pdata[i];

      g_string_append_printf (query, "%s%s%s%s", i == 0 ? "" : " OR ", number->country,
                              number->number, number->kind);
    }
  g_string_append_c (query, ')');

  return g_string_free (query, FALSE);
}
