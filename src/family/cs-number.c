#include "cs-number.h"

G_DEFINE_BOXED_TYPE (CsNumber, cs_number, cs_number_ref, cs_number_unref)

static void
number_clear (gpointer data)
{
  CsNumber *number = data;

  g_free (number->raw);
  g_free (number->country);
  g_free (number->number);
  g_free (number->kind);
  g_free (number->key);
  g_free (number->alias);
  g_free (number->printed);
}

CsNumber *
cs_number_ref (CsNumber *number)
{
  return g_atomic_rc_box_acquire (number);
}

void
cs_number_unref (CsNumber *number)
{
  g_atomic_rc_box_release_full (number, number_clear);
}

CsNumber *
cs_number_read (const CsNumberInput *input)
{
  CsNumber *number = g_atomic_rc_box_new0 (CsNumber);

  number->raw = g_strdup (input->text);
  number->kind = g_strstrip (g_strdup (input->kind == NULL ? "" : input->kind));
  number->role = input->role;
  number->form = input->form;
  number->date = input->date;
  number->printed = g_strdup (input->text);
  if (input->form != CS_NUMBER_DOCDB || input->country == NULL)
    return number;
  number->country = g_strdup (input->country);
  number->number = g_strdup (input->text);
  number->key = g_strdup_printf ("%s.%s.%s", number->country, number->number, number->kind);
  return number;
}

const char *
cs_number_get_id (const CsNumber *number)
{
  return number->key != NULL ? number->key : number->raw;
}

gboolean
cs_number_equal (const CsNumber *a,
                 const CsNumber *b)
{
  if ((a->key == NULL) != (b->key == NULL))
    return FALSE;
  return g_str_equal (cs_number_get_id (a), cs_number_get_id (b));
}

CsNumber *
cs_number_restore (const CsNumber *fields)
{
  CsNumber *number = g_atomic_rc_box_dup (sizeof *fields, fields);

  number->raw = g_strdup (fields->raw);
  number->country = g_strdup (fields->country);
  number->number = g_strdup (fields->number);
  number->kind = g_strdup (fields->kind);
  number->key = g_strdup (fields->key);
  number->alias = g_strdup (fields->alias);
  number->printed = g_strdup (fields->printed);
  return number;
}
