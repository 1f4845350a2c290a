#include <string.h>

#include "cs-formula-private.h"

/* --- signs --- */

/* Characters from @first to @last. */
typedef struct
{
  gunichar first;
  gunichar last;
  CsSignClass class;
} SignRange;

/* Sorted. Source: MathML 3.0, appendix C (operator dictionary); TeX's plain format. U+F603 and
 * U+F604 are the bars of one vendor's fonts, met in documents of USPTO. */
static const SignRange ranges[] = {
  { '(', '(', CS_SIGN_OPEN },
  { ')', ')', CS_SIGN_CLOSE },
  { '*', '+', CS_SIGN_BINARY },
  { ',', ',', CS_SIGN_PUNCTUATION },
  { '-', '-', CS_SIGN_BINARY },
  { ':', ':', CS_SIGN_RELATION },
  { ';', ';', CS_SIGN_PUNCTUATION },
  { '<', '>', CS_SIGN_RELATION },
  { '[', '[', CS_SIGN_OPEN },
  { ']', ']', CS_SIGN_CLOSE },
  { '{', '{', CS_SIGN_OPEN },
  { '}', '}', CS_SIGN_CLOSE },
  { 0xb1, 0xb1, CS_SIGN_BINARY },
  { 0xb7, 0xb7, CS_SIGN_BINARY },
  { 0xd7, 0xd7, CS_SIGN_BINARY },
  { 0xf7, 0xf7, CS_SIGN_BINARY },
  { 0x2013, 0x2013, CS_SIGN_BINARY },
  { 0x2022, 0x2022, CS_SIGN_BINARY },
  { 0x2190, 0x21ff, CS_SIGN_RELATION },
  { 0x2208, 0x220d, CS_SIGN_RELATION },
  { 0x220f, 0x2211, CS_SIGN_LARGE },
  { 0x2212, 0x2214, CS_SIGN_BINARY },
  { 0x2216, 0x2219, CS_SIGN_BINARY },
  { 0x221d, 0x221d, CS_SIGN_RELATION },
  { 0x2223, 0x2226, CS_SIGN_RELATION },
  { 0x2227, 0x222a, CS_SIGN_BINARY },
  { 0x222b, 0x2233, CS_SIGN_LARGE },
  { 0x2236, 0x2237, CS_SIGN_RELATION },
  { 0x223c, 0x228b, CS_SIGN_RELATION },
  { 0x228c, 0x228e, CS_SIGN_BINARY },
  { 0x228f, 0x2292, CS_SIGN_RELATION },
  { 0x2293, 0x22a1, CS_SIGN_BINARY },
  { 0x22a2, 0x22b8, CS_SIGN_RELATION },
  { 0x22c0, 0x22c3, CS_SIGN_LARGE },
  { 0x22c4, 0x22c7, CS_SIGN_BINARY },
  { 0x22cd, 0x22cd, CS_SIGN_RELATION },
  { 0x22ce, 0x22cf, CS_SIGN_BINARY },
  { 0x22d0, 0x22d1, CS_SIGN_RELATION },
  { 0x22d6, 0x22ed, CS_SIGN_RELATION },
  { 0x2308, 0x2308, CS_SIGN_OPEN },
  { 0x2309, 0x2309, CS_SIGN_CLOSE },
  { 0x230a, 0x230a, CS_SIGN_OPEN },
  { 0x230b, 0x230b, CS_SIGN_CLOSE },
  { 0x2329, 0x2329, CS_SIGN_OPEN },
  { 0x232a, 0x232a, CS_SIGN_CLOSE },
  { 0x27e6, 0x27e6, CS_SIGN_OPEN },
  { 0x27e7, 0x27e7, CS_SIGN_CLOSE },
  { 0x27e8, 0x27e8, CS_SIGN_OPEN },
  { 0x27e9, 0x27e9, CS_SIGN_CLOSE },
  { 0x27f5, 0x27ff, CS_SIGN_RELATION },
  { 0x2a00, 0x2a1c, CS_SIGN_LARGE },
  { 0x2a3f, 0x2a3f, CS_SIGN_BINARY },
  { 0x2a7d, 0x2ab8, CS_SIGN_RELATION },
  { 0x3001, 0x3001, CS_SIGN_PUNCTUATION },
  { 0x3008, 0x3008, CS_SIGN_OPEN },
  { 0x3009, 0x3009, CS_SIGN_CLOSE },
  { 0xf603, 0xf603, CS_SIGN_OPEN },
  { 0xf604, 0xf604, CS_SIGN_CLOSE },
  { 0xff08, 0xff08, CS_SIGN_OPEN },
  { 0xff09, 0xff09, CS_SIGN_CLOSE },
  { 0xff0b, 0xff0b, CS_SIGN_BINARY },
  { 0xff0c, 0xff0c, CS_SIGN_PUNCTUATION },
  { 0xff1b, 0xff1b, CS_SIGN_PUNCTUATION },
  { 0xff1c, 0xff1e, CS_SIGN_RELATION },
};

CsSignClass
cs_sign_classify (gunichar c)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (ranges);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (c < ranges[middle].first)
        high = middle;
      else if (c > ranges[middle].last)
        low = middle + 1;
      else
        return ranges[middle].class;
    }

  return CS_SIGN_ORDINARY;
}

gboolean
cs_sign_is_bar (gunichar c)
{
  return c == '|' || c == 0x2016;
}

gboolean
cs_sign_is_integral (gunichar c)
{
  return (c >= 0x222b && c <= 0x2233) || (c >= 0x2a0b && c <= 0x2a1c);
}

gunichar
cs_sign_to_fence (gunichar c)
{
  switch (c)
    {
    case 0xf603:
    case 0xf604:
    case 0x2223:
      return '|';
    case 0x2225:
      return 0x2016;
    case 0x2329:
    case 0x3008:
      return 0x27e8;
    case 0x232a:
    case 0x3009:
      return 0x27e9;
    default:
      return c;
    }
}

/* An accent, how it combines, and what else sources write for it. */
typedef struct
{
  gunichar accent;
  gunichar combining;
  gunichar others[8];
} Accent;

static const Accent accents[] = {
  { '^', 0x302, { 0x2c6, 0x2227 } },
  { '~', 0x303, { 0x2dc, 0x223c } },
  { 0xaf, 0x305, { 0x304, 0x203e, 0x2c9, 0x2015, '-', '_', 0x2212, 0x2014 } },
  { 0x2192, 0x20d7, { 0x20d1 } },
  { 0x2190, 0x20d6, { 0x20d0 } },
  { 0x2194, 0x20e1, { 0 } },
  { 0x2d9, 0x307, { '.', 0x22c5, 0xb7 } },
  { 0xa8, 0x308, { 0 } },
  { 0x20db, 0x20db, { 0 } },
  { 0xb4, 0x301, { 0x2ca } },
  { '`', 0x300, { 0x2cb } },
  { 0x2c7, 0x30c, { 0 } },
  { 0x2d8, 0x306, { 0 } },
  { 0x2da, 0x30a, { 0xb0 } },
};

gunichar
cs_sign_to_accent (gunichar c)
{
  if (c == 0)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    {
      if (c == accents[i].accent || c == accents[i].combining)
        return accents[i].accent;
      for (guint j = 0; j < G_N_ELEMENTS (accents[i].others); j++)
        if (c == accents[i].others[j])
          return accents[i].accent;
    }

  return 0;
}

gunichar
cs_sign_to_combining (gunichar accent)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accent == accents[i].accent)
      return accents[i].combining;

  return 0;
}

gboolean
cs_sign_is_wide (gunichar c)
{
  return c == '_' || (c >= 0x23b4 && c <= 0x23b5) || (c >= 0x23dc && c <= 0x23e1);
}

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
