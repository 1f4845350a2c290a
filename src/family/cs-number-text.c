#include "cs-number-text.h"

#include <string.h>

#include "../language/cs-fold.h"
#include "../law/cs-country.h"
#include "cs-number-rule.h"

#define MAX_RAW 256 /* bytes before blanks and words are dropped */

/* --- letters --- */

static void
set_code (char code[3], const char *text)
{
  code[0] = text[0];
  code[1] = text[0] == '\0' ? '\0' : text[1];
  code[2] = '\0';
}

/* Replaces the words that stand around numbers; the first that tells an office settles it. */
static char *
replace_words (const char *text, char country[3])
{
  const GArray *words = cs_number_words_get ();
  GString *rest = g_string_new (text);

  for (guint i = 0; i < words->len; i++)
    {
      const CsNumberWord *word = &g_array_index (words, CsNumberWord, i);

      if (g_string_replace (rest, word->word, word->replacement, 0) > 0 && *country == '\0')
        set_code (country, word->office);
    }
  return g_string_free (rest, FALSE);
}

/* NULL when it is plain already. */
static char *
fold (const char *text, char country[3])
{
  g_autofree char *valid = NULL;
  g_autoptr (CsFolded) folded = NULL;

  if (g_str_is_ascii (text) && strstr (text, "ZL") == NULL && strstr (text, "zl") == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  folded = cs_fold (valid, strlen (valid), CS_FOLD_DEFAULT);
  for (char *at = folded->text; *at != '\0'; at++)
    *at = g_ascii_toupper (*at);
  return replace_words (folded->text, country);
}

/* FALSE when there is nothing, too much, or something that no number has. */
static gboolean
copy_plain (const char *text, char plain[CS_MAX_NUMBER_TEXT + 1])
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isspace (*text) || *text == ',')
        continue;
      if (n == CS_MAX_NUMBER_TEXT || !(g_ascii_isalnum (*text) || strchr ("-_/.()", *text) != NULL))
        return FALSE;
      plain[n++] = *text == '_' ? '-' : g_ascii_toupper (*text);
    }
  plain[n] = '\0';
  return n > 0;
}

/* --- country and kind --- */

static gboolean
read_country (const char *given, char country[3])
{
  g_autofree char *trimmed = g_strstrip (g_ascii_strup (given == NULL ? "" : given, -1));

  if (trimmed[0] == '\0')
    return TRUE;
  if (strlen (trimmed) != 2 || !g_ascii_isupper (trimmed[0]) || !g_ascii_isupper (trimmed[1]))
    return FALSE;
  set_code (country, trimmed);
  return TRUE;
}

/* A kind is a letter and maybe a digit; the "00" of the USPTO's parents is none. */
static void
read_kind (const char *given, char kind[3])
{
  g_autofree char *trimmed = g_strstrip (g_ascii_strup (given == NULL ? "" : given, -1));

  if (strlen (trimmed) <= 2 && g_ascii_isupper (trimmed[0]) &&
      (trimmed[1] == '\0' || g_ascii_isdigit (trimmed[1])))
    set_code (kind, trimmed);
}

/* Codes that stand in front of numbers: those of ST.3, and of offices that are no more. */
static gboolean
is_country (const char code[3])
{
  static const char *const former[] = { "CS", "DD", "DL", "SU", "XH", "YU", NULL };

  return cs_country_is_known (code) || g_strv_contains (former, code);
}

static void
drop_head (CsNumberText *number, gsize n_chars)
{
  memmove (number->text, number->text + n_chars, strlen (number->text + n_chars) + 1);
}

/* Takes codes off the front, also when they stand twice ("USUS5650746", "WOPCT-WO97/29690"). */
static void
take_country (CsNumberText *number)
{
  while (strlen (number->text) > 2)
    {
      char head[3] = { number->text[0], number->text[1], '\0' };

      if (*number->country == '\0' && is_country (head))
        set_code (number->country, head);
      if (g_str_has_prefix (number->text, "PCT-WO") || g_str_has_prefix (number->text, "PCT/WO"))
        drop_head (number, strlen ("PCT-"));
      else if (*number->country != '\0' && g_str_equal (head, number->country))
        drop_head (number, number->text[2] == '-' ? 3 : 2);
      else
        return;
    }
}

/* In DOCDB's form letters belong to the number; only a code before a digit is one too many. */
static void
take_repeated_country (CsNumberText *number)
{
  if (*number->country != '\0' && g_str_has_prefix (number->text, number->country) &&
      g_ascii_isdigit (number->text[2]))
    drop_head (number, 2);
}

/* Takes the kind off the end: a letter behind a digit, maybe with a digit, maybe written twice
 * ("AA"). X is the check digit of China. */
static void
take_kind (CsNumberText *number)
{
  char *text = number->text;
  gsize n = strlen (text);
  gsize letter = n;
  gsize end;

  if (n > 2 && g_ascii_isdigit (text[n - 1]) && g_ascii_isupper (text[n - 2]))
    letter = n - 2;
  else if (n > 1 && g_ascii_isupper (text[n - 1]))
    letter = n - 1;
  if (letter == n || text[letter] == 'X')
    return;
  for (end = letter; end > 0 && text[end - 1] == text[letter]; end--)
    ;
  if (end > 0 && text[end - 1] == '-')
    end--;
  if (end == 0 || !g_ascii_isdigit (text[end - 1]))
    return;
  if (*number->kind == '\0')
    set_code (number->kind, text + letter);
  text[end] = '\0';
}

/* --- DOCDB's dotted form --- */

/* "US.2366704.A.20041229"; what stands in brackets there is the office's form. */
static gboolean
take_dotted (CsNumberText *number)
{
  g_auto (GStrv) parts = g_strsplit (number->text, ".", -1);
  guint n = g_strv_length (parts);
  char code[3] = { 0 };
  gsize length;

  if (n < 3 || n > 4 || strlen (parts[0]) != 2 || parts[1][0] == '\0' || strlen (parts[2]) > 2)
    return FALSE;
  set_code (code, parts[0]);
  if (!g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]) ||
      (*number->country != '\0' && !g_str_equal (code, number->country)))
    return FALSE;
  set_code (number->country, code);
  read_kind (parts[2], number->kind);
  if (n == 4 && !cs_office_date_is_known (number->date))
    cs_office_date_read (parts[3], &number->date);
  length = strlen (parts[1]);
  if (parts[1][0] == '(' && parts[1][length - 1] == ')')
    {
      g_strlcpy (number->text, parts[1] + 1, length - 1);
      number->form = CS_NUMBER_ORIGINAL;
      return TRUE;
    }
  g_strlcpy (number->text, parts[1], sizeof (number->text));
  number->form = CS_NUMBER_DOCDB;
  return TRUE;
}

gboolean
cs_number_text_read (const CsNumberInput *input, CsNumberText *number)
{
  g_autofree char *folded = NULL;
  const char *text = input->text == NULL ? "" : input->text;

  memset (number, 0, sizeof (*number));
  number->form = input->form;
  number->date = input->date;
  if (!read_country (input->country, number->country) || strlen (text) > MAX_RAW)
    return FALSE;
  read_kind (input->kind, number->kind);
  folded = fold (text, number->country);
  if (!copy_plain (folded != NULL ? folded : text, number->text))
    return FALSE;
  if (input->form != CS_NUMBER_DOCDB)
    take_dotted (number);
  if (number->form == CS_NUMBER_DOCDB)
    take_repeated_country (number);
  else
    {
      take_country (number);
      take_kind (number);
    }
  return *number->text != '\0' && strlen (number->text) <= CS_MAX_NUMBER;
}
