#include <string.h>

#include "cs-formula-private.h"

/* --- spaces --- */

/* Widths in eighteenths; those above the line are what we write, the widest first. */
static const struct
{
  gunichar space;
  guint width;
} spaces[] = {
  { 0x2003, 18 },
  { 0x2002, 9 },
  { 0x2004, 6 },
  { 0x2006, 3 },
  { 0x200a, 1 },
  /* */
  { ' ', 4 },
  { '\t', 4 },
  { '\n', 4 },
  { '\r', 4 },
  { 0xa0, 4 },
  { 0x2005, 4 },
  { 0x2007, 9 },
  { 0x2008, 4 },
  { 0x2009, 3 },
  { 0x202f, 3 },
  { 0x205f, 4 },
  { 0x3000, 18 },
};

#define N_WRITTEN 5

static guint
get_space_width (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (c == spaces[i].space)
      return spaces[i].width;

  return 0;
}

void
cs_space_append (GString *out, guint width)
{
  for (guint i = 0; i < N_WRITTEN; i++)
    for (; width >= spaces[i].width; width -= spaces[i].width)
      g_string_append_unichar (out, spaces[i].space);
}

/* --- tokens --- */

gboolean
cs_letter_has_italic (gunichar c)
{
  return g_unichar_isalpha (c) && (c < 0x2000 || (c >= 0x2c60 && c < 0x2c80));
}

/* A letter of the alphabet that Unicode has for @variant. */
static gunichar
to_variant (gunichar c, const char *variant)
{
  static const struct
  {
    const char *variant;
    gunichar upper;
    gunichar lower;
    const char *holes; /* capitals that Unicode has elsewhere, with their places there */
    gunichar elsewhere[12];
  } alphabets[] = {
    { "double-struck",
      0x1d538,
      0x1d552,
      "CHNPQRZ",
      { 0x2102, 0x210d, 0x2115, 0x2119, 0x211a, 0x211d, 0x2124 } },
    { "script",
      0x1d49c,
      0x1d4b6,
      "BEFHILMRego",
      { 0x212c, 0x2130, 0x2131, 0x210b, 0x2110, 0x2112, 0x2133, 0x211b, 0x212f, 0x210a, 0x2134 } },
    { "fraktur", 0x1d504, 0x1d51e, "CHIRZ", { 0x212d, 0x210c, 0x2111, 0x211c, 0x2128 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (c < 0x80 && g_ascii_isalpha (c) && strcmp (alphabets[i].variant, variant) == 0)
      {
        const char *hole = strchr (alphabets[i].holes, c);

        if (hole != NULL)
          return alphabets[i].elsewhere[hole - alphabets[i].holes];
        return g_ascii_isupper (c) ? alphabets[i].upper + c - 'A' : alphabets[i].lower + c - 'a';
      }

  return c;
}

char *
cs_token_dup_variant (const char *text, const char *variant)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (out, to_variant (g_utf8_get_char (at), variant));

  return g_string_free (out, FALSE);
}

/* Operators that are not seen: what they say is seen from what they stand between. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x2060 && c <= 0x2064) || (c >= 0x200b && c <= 0x200f) || c == 0xfeff;
}

static gboolean
is_number_part (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isdigit (c) ||
         ((c == '.' || c == ',') && g_unichar_isdigit (g_utf8_get_char (at + 1)));
}

static const char *
skip_marks (const char *at)
{
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

static const char *
skip_letters (const char *at, gboolean has_italic)
{
  while (g_unichar_isalpha (g_utf8_get_char (at)) &&
         cs_letter_has_italic (g_utf8_get_char (at)) == has_italic)
    at = skip_marks (g_utf8_next_char (at));

  return at;
}

static void
add_token (GPtrArray *items, CsTokenKind kind, const char *text, const char *end, guint flags)
{
  CsNode *token = cs_node_new (CS_NODE_TOKEN);

  token->token = kind;
  token->text = g_strndup (text, end - text);
  token->flags = flags;
  g_ptr_array_add (items, token);
}

static const char *
add_letters (GPtrArray *items, const char *at, guint flags)
{
  gboolean has_italic = cs_letter_has_italic (g_utf8_get_char (at));
  gboolean many = !has_italic || (flags & CS_FORMULA_UPRIGHT) != 0;
  const char *end = skip_marks (g_utf8_next_char (at));

  if (many)
    end = skip_letters (end, has_italic);
  add_token (items, CS_TOKEN_LETTERS, at, end,
             has_italic ? flags & (CS_FORMULA_UPRIGHT | CS_FORMULA_BOLD) : flags & CS_FORMULA_BOLD);

  return end;
}

static const char *
add_number (GPtrArray *items, const char *at, guint flags)
{
  const char *end = at;

  while (is_number_part (end))
    end = g_utf8_next_char (end);
  add_token (items, CS_TOKEN_NUMBER, at, end, flags & CS_FORMULA_BOLD);

  return end;
}

static const char *
add_space (GPtrArray *items, const char *at)
{
  CsNode *last = items->len == 0 ? NULL : items->pdata[items->len - 1];
  guint width = get_space_width (g_utf8_get_char (at));

  if (last != NULL && last->kind == CS_NODE_SPACE)
    last->width = MIN (last->width + width, CS_FORMULA_MAX_SPACE);
  else
    g_ptr_array_add (items, cs_node_new_space (width));

  return g_utf8_next_char (at);
}

void
cs_token_split (GPtrArray *items, const char *text, guint flags)
{
  for (const char *at = text; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at);
      const char *end = skip_marks (g_utf8_next_char (at));

      if (is_invisible (c))
        at = g_utf8_next_char (at);
      else if (get_space_width (c) > 0)
        at = add_space (items, at);
      else if (g_unichar_isdigit (c))
        at = add_number (items, at, flags);
      else if (g_unichar_isalpha (c))
        at = add_letters (items, at, flags);
      else
        {
          add_token (items, CS_TOKEN_SIGN, at, end, flags & CS_FORMULA_BOLD);
          at = end;
        }
    }
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (get_space_width (g_utf8_get_char (text)) == 0)
      return FALSE;

  return TRUE;
}

/* A space at the ends of words, or beside another, is lost in XML unless it is a firm one. */
static char *
dup_firm (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (out, *at);
    else if (at == text || at[1] == '\0' || g_ascii_isspace (at[1]) || g_ascii_isspace (at[-1]))
      g_string_append_unichar (out, 0xa0);
    else
      g_string_append_c (out, ' ');

  return g_string_free (out, FALSE);
}

void
cs_token_add_words (GPtrArray *items, const char *text, guint flags)
{
  g_autofree char *firm = NULL;

  if (is_blank (text))
    {
      cs_token_split (items, text, 0);
      return;
    }

  firm = dup_firm (text);
  add_token (items, CS_TOKEN_WORDS, firm, firm + strlen (firm),
             flags & (CS_FORMULA_BOLD | CS_FORMULA_ITALIC));
}

gboolean
cs_token_is_function (const CsNode *node)
{
  static const char *const names[] = {
    "arccos",
    "arcsin",
    "arctan",
    "arg",
    "ch",
    "cos",
    "cosh",
    "cot",
    "csc",
    "ctg",
    "det",
    "dim",
    "exp",
    "gcd",
    "inf",
    "ker",
    "lg",
    "lim",
    "ln",
    "log",
    "max",
    "min",
    "mod",
    "sec",
    "sgn",
    "sh",
    "sign",
    "sin",
    "sinh",
    "sup",
    "tan",
    "tanh",
    "tg",
    "th",
    NULL,
  };

  while (node != NULL && (node->kind == CS_NODE_SCRIPTS || node->kind == CS_NODE_LIMITS))
    node = cs_node_get (node, 0);

  return node != NULL && node->kind == CS_NODE_TOKEN && node->token == CS_TOKEN_LETTERS &&
         (node->flags & CS_FORMULA_UPRIGHT) != 0 && g_strv_contains (names, node->text);
}

CsSignClass
cs_node_classify (const CsNode *node)
{
  while (node->kind == CS_NODE_SCRIPTS || node->kind == CS_NODE_LIMITS || node->kind == CS_NODE_PRE)
    {
      node = cs_node_get (node, 0);
      if (node == NULL)
        return CS_SIGN_ORDINARY;
    }

  if (node->kind == CS_NODE_FRACTION || node->kind == CS_NODE_FENCE || node->kind == CS_NODE_TABLE)
    return CS_SIGN_INNER;
  if (node->kind == CS_NODE_TOKEN && node->token == CS_TOKEN_SIGN)
    return cs_sign_classify (g_utf8_get_char (node->text));

  return CS_SIGN_ORDINARY;
}
