#include "cs-query-lex.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../language/cs-scan.h"
#include "cs-query-fields.h"

#define MAX_DISTANCE 1000
#define MAX_NAME 40 /* bytes of the longest name of a field */

typedef struct
{
  const CsFolded *query;
  gsize at;
  GArray *tokens;
  CsQueryFault *fault;
} Lexer;

void
cs_query_fault_set (CsQueryFault *fault, gsize start_byte, gsize end_byte, char *message)
{
  if (fault->message == NULL)
    *fault = (CsQueryFault){ start_byte, end_byte, message };
  else
    g_free (message);
}

static void
clear_token (gpointer data)
{
  g_free (((CsQueryToken *)data)->text);
}

/* Adds a token that began at @start and ends where the lexer is. */
static void
add (Lexer *lexer, gsize start, CsQueryToken token)
{
  token.start_byte = lexer->query->map[start];
  token.end_byte = lexer->query->map[lexer->at];
  g_array_append_val (lexer->tokens, token);
}

/* --- characters --- */

/* Quotes and those that close them. The folded text has half-width forms of the first two. */
static const char *const quotes[][2] = {
  { "\"", "\"" },
  { "“", "”" },
  { "”", "”" },
  { "„", "“" },
  { "「", "」" },
  { "『", "』" },
  { "《", "》" },
  { "〝", "〞" },
};

static gsize
scan_quote (const char *text, gsize at, guint *pair)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (cs_scan_word (text, at, quotes[i][0]) > 0)
      {
        *pair = i;
        return strlen (quotes[i][0]);
      }

  return 0;
}

/* A comma between digits belongs to a number, others stand between words. */
static gsize
scan_blank (const char *text, gsize at)
{
  static const char *const separators[] = { ";", "、", "，", "。", "；", NULL };

  if (g_ascii_isspace (text[at]))
    return 1;
  if (text[at] == ',' &&
      !(at > 0 && g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[at + 1])))
    return 1;

  return cs_scan_any (text, at, separators);
}

static gsize
scan_comparison (const char *text, gsize at, CsQueryComparison *comparison)
{
  static const struct
  {
    const char *text;
    CsQueryComparison comparison;
  } forms[] = {
    { ">=", CS_QUERY_MORE_EQUAL },
    { "=>", CS_QUERY_MORE_EQUAL },
    { "≥", CS_QUERY_MORE_EQUAL },
    { "<=", CS_QUERY_LESS_EQUAL },
    { "=<", CS_QUERY_LESS_EQUAL },
    { "≤", CS_QUERY_LESS_EQUAL },
    { ">", CS_QUERY_MORE },
    { "<", CS_QUERY_LESS },
    { "==", CS_QUERY_WHOLE },
    { "=", CS_QUERY_EQUAL },
    { ":", CS_QUERY_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (cs_scan_word (text, at, forms[i].text) > 0)
      {
        *comparison = forms[i].comparison;
        return strlen (forms[i].text);
      }

  return 0;
}

static gboolean
ends_word (const char *text, gsize at)
{
  guint pair;
  CsQueryComparison comparison;

  return text[at] == '\0' || text[at] == '(' || text[at] == ')' || scan_blank (text, at) > 0 ||
         scan_quote (text, at, &pair) > 0 ||
         (text[at] != ':' && scan_comparison (text, at, &comparison) > 0);
}

/* --- fields --- */

/* `ti all "a b"`, `pd within "2018 2020"`: only before a quote, for "in all" are words too. */
static gsize
scan_list_comparison (const char *text, gsize at, CsQueryComparison *comparison)
{
  static const struct
  {
    const char *word;
    CsQueryComparison comparison;
  } words[] = { { "all", CS_QUERY_ALL },
                { "any", CS_QUERY_ANY },
                { "within", CS_QUERY_WITHIN } };
  gsize start = cs_scan_spaces (text, at);
  guint pair;

  for (guint i = 0; start > at && i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (g_ascii_strncasecmp (text + start, words[i].word, length) == 0 &&
          scan_quote (text, cs_scan_spaces (text, start + length), &pair) > 0)
        {
          *comparison = words[i].comparison;
          return start + length - at;
        }
    }

  return 0;
}

/* One past the name of a field that may stand at @at: brackets are part of some. */
static gsize
name_end (const char *text, gsize at)
{
  CsQueryComparison comparison;
  gsize most = at + MAX_NAME;

  while (at < most && text[at] != '\0' && !g_ascii_isspace (text[at]) &&
         scan_comparison (text, at, &comparison) == 0)
    at++;

  return at;
}

static gboolean
lex_field (Lexer *lexer)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  gsize end = name_end (text, start);
  gsize at = cs_scan_spaces (text, end);
  CsQueryToken token = { CS_QUERY_TOKEN_FIELD };
  gsize length;

  if (!cs_query_field_find (text + start, end - start, &token.field))
    return FALSE;
  if ((length = scan_comparison (text, at, &token.comparison)) > 0)
    lexer->at = at + length;
  else if ((length = scan_list_comparison (text, end, &token.comparison)) > 0)
    lexer->at = end + length;
  else
    return FALSE;

  add (lexer, start, token);
  return TRUE;
}

/* --- operators --- */

/* Reads "/5" or "5" behind NEAR or ADJ; leaves @distance alone when there is none. */
static void
read_distance (Lexer *lexer, guint *distance)
{
  const char *text = lexer->query->text;
  gsize at = lexer->at + (text[lexer->at] == '/' ? 1 : 0);
  gsize digits = at;
  guint value = 0;

  for (; g_ascii_isdigit (text[at]); at++)
    value = MIN (value * 10 + g_ascii_digit_value (text[at]), MAX_DISTANCE + 1);
  if (at == digits)
    return;

  if (value > MAX_DISTANCE)
    cs_query_fault_set (lexer->fault, lexer->query->map[digits], lexer->query->map[at],
                        g_strdup_printf (_ ("at most %d words can stand between"), MAX_DISTANCE));
  *distance = MIN (value, MAX_DISTANCE);
  lexer->at = at;
}

/* NEAR and ADJ alone must be in capitals, for "near" is a word too. */
static gboolean
lex_near (Lexer *lexer, const char *name, CsQueryLink link)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  gsize length = strlen (name);
  gboolean in_capitals = strncmp (text + start, name, length) == 0;
  CsQueryToken token = { CS_QUERY_TOKEN_NEAR, .link = link };

  if (g_ascii_strncasecmp (text + start, name, length) != 0)
    return FALSE;
  lexer->at += length;
  read_distance (lexer, &token.link.distance);
  if (ends_word (text, lexer->at) && (in_capitals || lexer->at > start + length))
    {
      add (lexer, start, token);
      return TRUE;
    }

  lexer->at = start;
  return FALSE;
}

/* One of "/distance<3", "/ordered", which Espacenet writes behind "prox". */
static gboolean
read_prox_modifier (Lexer *lexer, CsQueryLink *link)
{
  const char *text = lexer->query->text;
  CsQueryComparison comparison;
  gsize length;
  guint value;

  if (g_ascii_strncasecmp (text + lexer->at, "/ordered", strlen ("/ordered")) == 0)
    {
      link->is_ordered = TRUE;
      lexer->at += strlen ("/ordered");
      return TRUE;
    }
  if (g_ascii_strncasecmp (text + lexer->at, "/distance", strlen ("/distance")) != 0)
    return FALSE;

  lexer->at += strlen ("/distance");
  length = scan_comparison (text, lexer->at, &comparison);
  lexer->at += length;
  if (length == 0 || comparison > CS_QUERY_LESS_EQUAL ||
      !cs_scan_number (text, &lexer->at, MAX_DISTANCE, &value))
    return FALSE;
  value -= comparison == CS_QUERY_LESS && value > 0 ? 1 : 0;
  link->distance = value > 0 ? value - 1 : 0; /* neighbours are at a distance of 1 there */

  return TRUE;
}

static gboolean
lex_prox (Lexer *lexer)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  CsQueryToken token = { CS_QUERY_TOKEN_NEAR, .link = { CS_QUERY_NEAR_DISTANCE, FALSE } };

  if (g_ascii_strncasecmp (text + start, "prox/", strlen ("prox/")) != 0)
    return FALSE;

  lexer->at += strlen ("prox");
  while (text[lexer->at] == '/' && read_prox_modifier (lexer, &token.link))
    ;
  if (!ends_word (text, lexer->at))
    {
      while (!ends_word (text, lexer->at))
        lexer->at++;
      cs_query_fault_set (lexer->fault, lexer->query->map[start], lexer->query->map[lexer->at],
                          g_strdup (_ ("write “prox/distance<5”, “prox/ordered” or “NEAR/5”")));
    }
  add (lexer, start, token);

  return TRUE;
}

static gboolean
lex_word_operator (Lexer *lexer, const char *name, CsQueryTokenKind kind)
{
  gsize start = lexer->at;
  gsize end = start + strlen (name);

  if (g_ascii_strncasecmp (lexer->query->text + start, name, strlen (name)) != 0 ||
      !ends_word (lexer->query->text, end))
    return FALSE;

  lexer->at = end;
  add (lexer, start, (CsQueryToken){ kind });
  return TRUE;
}

static gboolean
lex_operator (Lexer *lexer)
{
  return lex_word_operator (lexer, "and", CS_QUERY_TOKEN_AND) ||
         lex_word_operator (lexer, "or", CS_QUERY_TOKEN_OR) ||
         lex_word_operator (lexer, "not", CS_QUERY_TOKEN_NOT) ||
         lex_near (lexer, "NEAR", (CsQueryLink){ CS_QUERY_NEAR_DISTANCE, FALSE }) ||
         lex_near (lexer, "ADJ", (CsQueryLink){ CS_QUERY_ADJ_DISTANCE, TRUE }) ||
         lex_prox (lexer);
}

/* --- words --- */

static void
lex_phrase (Lexer *lexer, guint pair)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  gsize inside = start + strlen (quotes[pair][0]);
  const char *close = strstr (text + inside, quotes[pair][1]);
  gsize end = close == NULL ? lexer->query->n_bytes : (gsize)(close - text);
  CsQueryToken token = { CS_QUERY_TOKEN_PHRASE };

  lexer->at = end;
  if (close == NULL)
    cs_query_fault_set (lexer->fault, lexer->query->map[start], lexer->query->map[inside],
                        g_strdup (_ ("close this quotation mark")));
  else
    lexer->at += strlen (quotes[pair][1]);
  if (end > inside && text[end - 1] == '*')
    {
      token.is_prefix = TRUE;
      end--;
    }
  else if (text[lexer->at] == '*')
    {
      token.is_prefix = TRUE;
      lexer->at++;
    }
  token.text = g_strndup (text + inside, end - inside);
  add (lexer, start, token);
}

static void
lex_word (Lexer *lexer)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  gsize end;
  CsQueryToken token = { CS_QUERY_TOKEN_WORD };

  while (!ends_word (text, lexer->at))
    lexer->at += g_utf8_next_char (text + lexer->at) - (text + lexer->at);
  end = lexer->at;
  if (text[end - 1] == '*')
    {
      token.is_prefix = TRUE;
      end--;
    }
  token.text = g_strndup (text + start, end - start);
  add (lexer, start, token);
}

static void
lex_comparison (Lexer *lexer, gsize length)
{
  gsize start = lexer->at;

  lexer->at += length;
  cs_query_fault_set (lexer->fault, lexer->query->map[start], lexer->query->map[lexer->at],
                      g_strdup (_ ("write the name of a field before this, such as “ti=”, or put "
                                   "it in quotes")));
}

/* "-word" is NOT, "-5" and a dash between blanks are not. */
static gboolean
is_minus (const char *text, gsize at)
{
  return text[at] == '-' && text[at + 1] != '\0' && text[at + 1] != '-' &&
         !g_ascii_isdigit (text[at + 1]) && scan_blank (text, at + 1) == 0;
}

static void
lex_one (Lexer *lexer)
{
  const char *text = lexer->query->text;
  gsize start = lexer->at;
  CsQueryComparison comparison;
  gsize length;
  guint pair;

  if (text[start] == '(' || text[start] == ')')
    {
      lexer->at++;
      add (lexer, start,
           (CsQueryToken){ text[start] == '(' ? CS_QUERY_TOKEN_OPEN : CS_QUERY_TOKEN_CLOSE });
    }
  else if (scan_quote (text, start, &pair) > 0)
    {
      lex_phrase (lexer, pair);
    }
  else if (is_minus (text, start))
    {
      lexer->at++;
      add (lexer, start, (CsQueryToken){ CS_QUERY_TOKEN_NOT });
    }
  else if (!lex_field (lexer) && !lex_operator (lexer))
    {
      if (text[start] != ':' && (length = scan_comparison (text, start, &comparison)) > 0)
        lex_comparison (lexer, length);
      else
        lex_word (lexer);
    }
}

GArray *
cs_query_lex (const CsFolded *query, CsQueryFault *fault)
{
  Lexer lexer = { query, 0, g_array_new (FALSE, FALSE, sizeof (CsQueryToken)), fault };
  gsize length;

  g_array_set_clear_func (lexer.tokens, clear_token);
  while (lexer.at < query->n_bytes)
    if ((length = scan_blank (query->text, lexer.at)) > 0)
      lexer.at += length;
    else
      lex_one (&lexer);
  add (&lexer, lexer.at, (CsQueryToken){ CS_QUERY_TOKEN_END });

  return lexer.tokens;
}
