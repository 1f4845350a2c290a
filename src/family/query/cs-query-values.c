#include "cs-query-values.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../language/cs-search-tokens.h"
#include "cs-query-fields.h"

#define MIN_PREFIX 2 /* letters: what begins with one is half of everything */

/* --- what a word alone may be --- */

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Length of the symbol of IPC or CPC that @text begins with, from the subclass on: "H01M",
 * "H01M10", "H01M10/0525". In capitals. */
static gsize
scan_class (const char *text)
{
  gsize at = 0;
  gsize group;

  if (!g_ascii_isupper (text[0]) || strchr ("ABCDEFGHY", text[0]) == NULL ||
      count_digits (text + 1) < 2 || !g_ascii_isupper (text[3]))
    return 0;

  at = 4;
  group = count_digits (text + at);
  if (group == 0 || group > 4)
    return at;
  at += group;
  if (text[at] == '/')
    {
      gsize subgroup = count_digits (text + at + 1);

      at += subgroup > 0 && subgroup <= 6 ? subgroup + 1 : 0;
    }

  return at;
}

/* Whether a number of a document or an application is written: a country and digits, PCT/...,
 * ZL..., or digits with a check digit. */
static gboolean
is_number (const char *text)
{
  gsize digits = count_digits (text);
  gsize more;

  if (digits >= 8 && text[digits] == '.' &&
      (g_ascii_isdigit (text[digits + 1]) || text[digits + 1] == 'X') && text[digits + 2] == '\0')
    return TRUE;
  if (g_str_has_prefix (text, "PCT/"))
    return strlen (text) > strlen ("PCT/CN") && count_digits (text + strlen ("PCT/CN")) >= 2;
  if (!g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
    return FALSE;

  text += 2;
  more = strspn (text, "0123456789/-.");
  return count_digits (text) >= 4 && more >= 6 && strlen (text + more) <= 2;
}

static gboolean
is_whole_date (const char *word)
{
  CsOfficeDate date;
  gsize digits = count_digits (word);

  return (digits == 8 || (digits == 4 && strlen (word) >= 8)) &&
         cs_office_date_read (word, &date) && date.day != 0 && date.year >= 1790 &&
         date.year <= 2200;
}

CsQueryField
cs_query_guess (const char *word, gboolean is_prefix)
{
  g_autofree char *capitals = g_ascii_strup (word, -1);
  gsize class_length = scan_class (capitals);
  gboolean is_class = class_length > 0 && g_ascii_isupper (word[0]);

  if (is_class &&
      (capitals[class_length] == '\0' || (is_prefix && strcmp (capitals + class_length, "/") == 0)))
    return CS_QUERY_CLASS;
  if (is_prefix)
    return CS_QUERY_TEXT;
  if (is_number (capitals))
    return CS_QUERY_NUMBER;
  if (is_whole_date (word))
    return CS_QUERY_PUBLISHED;

  return CS_QUERY_TEXT;
}

/* --- what stands behind a field --- */

static gboolean
fail (CsQueryFault *fault, const CsQueryToken *value, char *message)
{
  cs_query_fault_set (fault, value->start_byte, value->end_byte, message);

  return FALSE;
}

typedef struct
{
  guint n_tokens;
  glong last_length; /* letters; G_MAXLONG of a character that is a token by itself */
} TokenCount;

static gboolean
count_token (const CsSearchToken *token, gpointer data)
{
  TokenCount *count = data;
  gboolean is_word = (guchar)token->text[0] < 0xe3; /* kana and Chinese are above */

  count->n_tokens++;
  count->last_length = is_word ? g_utf8_strlen (token->text, token->n_bytes) : G_MAXLONG;

  return TRUE;
}

static gboolean
read_words (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  TokenCount count = { 0 };

  cs_search_tokens_each (value->text, strlen (value->text), count_token, &count);
  if (value->kind == CS_QUERY_TOKEN_WORD && strpbrk (value->text, "*?") != NULL)
    return fail (fault, value,
                 g_strdup (_ ("only “*” at the end of a word is understood; leave out other "
                              "wildcards, or put them in quotes")));
  if (count.n_tokens == 0 && !value->is_prefix)
    return fail (fault, value,
                 g_strdup_printf (_ ("“%s” has no letter or digit to look for"), value->text));
  if (value->is_prefix && count.last_length < MIN_PREFIX)
    return fail (fault, value,
                 g_strdup_printf (_ ("write at least %d letters before “*”"), MIN_PREFIX));

  node->text = g_strdup (value->text);
  node->is_prefix = value->is_prefix;
  node->is_whole = value->comparison == CS_QUERY_WHOLE && !node->is_prefix;
  return TRUE;
}

/* @text without blanks, in capitals. */
static char *
squeeze (const char *text)
{
  char *squeezed = g_ascii_strup (text, -1);
  char *to = squeezed;

  for (const char *from = squeezed; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';

  return squeezed;
}

/* A section or class alone is understood too: "H", "H01". */
static gboolean
is_class (const char *symbol)
{
  gsize length = strlen (symbol);

  if (length > 0 && length <= 3)
    return strchr ("ABCDEFGHY", symbol[0]) != NULL && count_digits (symbol + 1) == length - 1;
  if (length < 4)
    return FALSE;

  length = scan_class (symbol);
  return length > 0 && (symbol[length] == '\0' || strcmp (symbol + length, "/") == 0);
}

/* What is broader than a group with a subgroup means all below: "H01M10" is a prefix of
 * "H01M10/05" and not of "H01M100/00". */
static gboolean
read_class (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  g_autofree char *symbol = squeeze (value->text);
  gsize length = strlen (symbol);
  gboolean is_known = is_class (symbol);
  const char *slash = strchr (symbol, '/');

  if (length == 0 || (!is_known && node->field != CS_QUERY_CLASS))
    return fail (fault, value,
                 g_strdup_printf (_ ("“%s” is no class; write it like “H01M”, “H01M10” or "
                                     "“H01M10/05”"),
                                  value->text));

  node->is_prefix = value->is_prefix || (is_known && slash == NULL);
  if (is_known && slash == NULL && length > 4 && !value->is_prefix)
    node->text = g_strconcat (symbol, "/", NULL);
  else
    node->text = g_strdup (symbol);
  if (slash != NULL && slash[1] == '\0')
    node->is_prefix = TRUE;

  return TRUE;
}

static gboolean
read_states (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  g_autofree char *names = NULL;

  node->kind = CS_QUERY_STATES;
  node->states = cs_query_states_find (value->text);
  if (node->states != 0)
    return TRUE;

  names = cs_query_list_states ();
  return fail (fault, value,
               g_strdup_printf (_ ("“%s” is no legal status; write one of %s"), value->text,
                                names));
}

static gboolean
read_office (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  node->text = squeeze (value->text);
  if (strlen (node->text) == 2 && g_ascii_isalpha (node->text[0]) &&
      g_ascii_isalpha (node->text[1]))
    return TRUE;

  return fail (fault, value,
               g_strdup_printf (_ ("“%s” is no office; write two letters, such as “CN”"),
                                value->text));
}

static gboolean
read_date_value (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  if (!value->is_prefix && cs_query_dates_read (node, value->text, value->comparison))
    return TRUE;

  return fail (fault, value,
               g_strdup_printf (_ ("“%s” is no date; write it like “2020”, “2020-05-01” or "
                                   "“2018..2020”"),
                                value->text));
}

/* Numbers are read when they are looked up, for how depends on what is kept. */
static gboolean
read_name (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  node->text = g_strstrip (g_strdup (value->text));
  node->is_prefix = value->is_prefix;
  if (node->text[0] != '\0')
    return TRUE;

  return fail (fault, value, g_strdup (_ ("there is nothing to look for here")));
}

gboolean
cs_query_value_read (CsQueryNode *node, const CsQueryToken *value, CsQueryFault *fault)
{
  CsQueryField field = node->field;

  if (cs_query_field_is_date (field))
    return read_date_value (node, value, fault);
  if (field == CS_QUERY_CLASS || field == CS_QUERY_IPC || field == CS_QUERY_CPC)
    return read_class (node, value, fault);
  if (field == CS_QUERY_STATUS)
    return read_states (node, value, fault);
  if (field == CS_QUERY_OFFICE || field == CS_QUERY_FIRST_OFFICE)
    return read_office (node, value, fault);
  if (cs_query_field_is_text (field) || field == CS_QUERY_APPLICANT || field == CS_QUERY_INVENTOR)
    return read_words (node, value, fault);

  return read_name (node, value, fault);
}
