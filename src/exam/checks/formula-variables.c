#include <string.h>

#include "../../base/cs-limits.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* Every symbol of a formula is told of in the claim, or in one above it. Read are formulas in the
 * text and formula objects whose source is MathML or Office Math; a formula that is a picture
 * cannot be read here. Source: Patent Law art. 26(4). */

const char *const cs_formula_variables_rules[] = { "undefined", NULL };

#define MAX_SYMBOL_BYTES 24

/* The text of all formulas of a claim, and its prose with the formulas blanked. */
typedef struct
{
  GString *formulas;
  GString *prose;
} Parts;

/* --- symbols --- */

/* Length of a letter of a symbol at @at: Latin or Greek. */
static gsize
letter_at (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (g_ascii_isalpha (*text))
    return 1;

  return c >= 0x370 && c <= 0x3ff ? (gsize)g_utf8_skip[(guchar)*text] : 0;
}

static gsize
symbol_length (const char *text)
{
  gsize length = letter_at (text);

  while (length > 0 && length < MAX_SYMBOL_BYTES)
    {
      gsize next = letter_at (text + length);

      if (next == 0 &&
          (g_ascii_isdigit (text[length]) || text[length] == '_' || text[length] == '\''))
        next = 1;
      if (next == 0)
        break;
      length += next;
    }

  return length;
}

/* Names of functions and constants, that nobody defines. */
static gboolean
is_function (const char *symbol)
{
  static const char *const names[] = {
    "sin", "cos", "tan", "cot", "arctan", "atan", "arcsin", "arccos", "log", "ln",
    "lg", "exp", "max", "min", "sqrt", "abs", "lim", "sum", "mod", "arg",
    "argmin", "argmax", "sgn", "sign", "softmax", "relu", "tanh", "sigmoid", "round", "floor",
    "ceil", "int", "det", "norm", "concat", "and", "or", "if", "else", "then",
    "where", "for", "e", "d", "dt", "dx", "pi", "π", "i", "j",
    "k", "n", "∑", "Max", "Min", "Sigmoid", "Softmax", NULL
  };

  return g_strv_contains (names, symbol);
}

/* --- formulas in the text --- */

static gboolean
is_formula_char (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return letter_at (text) > 0 || g_ascii_isdigit (c) ||
         (c < 0x80 && strchr ("=+-*/^()[]{}._'|<> ", c) != NULL) || c == 0xd7 || c == 0xf7 ||
         c == 0xb7 || (c >= 0x2200 && c <= 0x22ff) || (c >= 0x2070 && c <= 0x209f) || c == 0x2264 ||
         c == 0x2265;
}

/* Whether an operator stands between an operand's end @at and the next letter, digit or bracket. */
static gboolean
is_operator (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return (c < 0x80 && strchr ("+*/^-", c) != NULL) || c == 0xd7 || c == 0xf7 || c == 0xb7 ||
         c == 0x2212;
}

/* A run that holds a symbol, then "=", then a term with an operator and a symbol: K=a+b, and not
 * a=5, n=1-3 or a cell of a crystal, a=4.96(2)A. */
static gboolean
is_formula (const char *text, gsize start, gsize end)
{
  const char *equals = g_strstr_len (text + start, end - start, "=");
  gboolean left = FALSE;
  guint n_right = 0;
  guint n_operators = 0;

  if (equals == NULL || equals == text + start)
    return FALSE;
  for (const char *at = text + start; at < text + end; at = g_utf8_next_char (at))
    {
      left |= at < equals && letter_at (at) > 0;
      n_right += at > equals && letter_at (at) > 0;
      n_operators += at > equals && is_operator (at);
    }

  return left && n_right > 0 && n_operators > 0;
}

/* --- formula objects --- */

/* What stands between the tags of a MathML or Office Math source, blanks between pieces. */
static void
append_source (GString *formulas, const char *payload)
{
  gboolean tag = FALSE;

  if (strstr (payload, "math") == NULL && strstr (payload, "oMath") == NULL)
    return;
  for (const char *at = payload; *at != '\0'; at++)
    {
      if (*at == '<')
        {
          tag = TRUE;
          g_string_append_c (formulas, ' ');
        }
      else if (*at == '>')
        tag = FALSE;
      else if (!tag)
        g_string_append_c (formulas, *at);
    }
  g_string_append_c (formulas, '\n');
}

static void
add_objects (const CsClaimText *text, Parts *parts)
{
  CsDraft *draft = cs_exam_get_draft (text->context);
  const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, text->claim->index);
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (draft->texts[CS_PART_CLAIMS], &n_objects);

  for (guint i = 0; i < n_objects; i++)
    if (objects[i].at >= unit->start && objects[i].at < unit->end &&
        objects[i].kind == CS_OBJECT_FORMULA && objects[i].payload != NULL)
      {
        g_autoptr (GString) source = g_string_new (NULL);

        append_source (source, objects[i].payload);
        /* a symbol alone is one that the prose speaks of */
        g_string_append (strchr (source->str, '=') != NULL ? parts->formulas : parts->prose,
                         source->str);
        g_string_append_c (parts->prose, ' ');
      }
}

static void
split (const CsClaimText *text, Parts *parts)
{
  const char *source = text->claim->text;
  gsize end = text->claim->n_bytes;

  for (gsize at = 0; at < end;)
    {
      gsize stop = at;

      while (stop < end && is_formula_char (source + stop))
        stop += g_utf8_skip[(guchar)source[stop]];
      stop = MIN (stop, end);
      if (stop == at)
        {
          gsize length = MIN ((gsize)g_utf8_skip[(guchar)source[at]], end - at);

          g_string_append_len (parts->prose, source + at, length);
          at += length;
          continue;
        }
      g_string_append_len (is_formula (source, at, stop) && text->chinese ? parts->formulas :
                                                                            parts->prose,
                           source + at, stop - at);
      g_string_append_c (parts->formulas, '\n');
      g_string_append_c (parts->prose, ' ');
      at = stop;
    }
  add_objects (text, parts);
}

static void
add_symbols (const char *text, GHashTable *symbols)
{
  for (const char *at = text; *at != '\0';)
    {
      gsize length = symbol_length (at);

      if (length > 0)
        g_hash_table_add (symbols, g_strndup (at, length));
      at += length > 0 ? length : (gsize)g_utf8_skip[(guchar)*at];
    }
}

/* Symbols that the prose of the claim and of all above it speaks of. */
static GHashTable *
known_symbols (const CsClaimText *text, const char *prose)
{
  const CsClaimSet *claims = cs_exam_get_claims (text->context);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CsClaim *claim = text->claim;

  add_symbols (prose, known);
  for (guint hops = 0; claim->depends->len > 0 && hops < CS_MAX_PATHS; hops++)
    {
      g_autofree char *all = NULL;

      claim = cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0));
      all = g_strndup (claim->text, claim->n_bytes);
      add_symbols (all, known);
    }

  return known;
}

/* x_i for x, and xi for a sub- or superscript that was flattened: told of by their letter. */
static gboolean
is_known (GHashTable *known, const char *symbol)
{
  g_autofree char *base = g_strndup (symbol, g_utf8_skip[(guchar)*symbol]);
  const char *mark = strpbrk (symbol, "_0123456789'");
  g_autofree char *head = mark == NULL ? NULL : g_strndup (symbol, mark - symbol);

  return g_hash_table_contains (known, symbol) || g_hash_table_contains (known, base) ||
         (head != NULL && g_hash_table_contains (known, head));
}

static void
report_symbols (const CsClaimText *text, const Parts *parts)
{
  g_autoptr (GHashTable) known = known_symbols (text, parts->prose->str);
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = parts->formulas->str; *at != '\0';)
    {
      gsize length = symbol_length (at);
      g_autofree char *symbol = g_strndup (at, length);
      const char *place =
          length == 0 ? NULL : g_strstr_len (text->claim->text, text->claim->n_bytes, symbol);

      at += length > 0 ? length : (gsize)g_utf8_skip[(guchar)*at];
      if (length == 0 || is_function (symbol) || is_known (known, symbol) ||
          g_hash_table_contains (reported, symbol))
        continue;
      {
        gsize start = place == NULL ? 0 : place - text->claim->text;
        CsReport *report =
            cs_exam_report_claim (text->context, "undefined", CS_CERTAINTY_LIKELY, text->claim,
                                  (CsRange){ start, place == NULL ? 0 : start + length });

        cs_report_set (report, "symbol", "%s", symbol);
      }
      g_hash_table_add (reported, g_steal_pointer (&symbol));
    }
}

void
cs_check_formula_variables (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  Parts parts;

  if (claim->n_bytes == 0 || claim->broken != CS_NO_INDEX ||
      (memchr (claim->text, '=', claim->n_bytes) == NULL &&
       g_strstr_len (claim->text, claim->n_bytes, CS_OBJECT_CHARACTER) == NULL))
    return;

  parts = (Parts){ g_string_new (NULL), g_string_new (NULL) };
  split (&text, &parts);
  report_symbols (&text, &parts);
  g_string_free (parts.formulas, TRUE);
  g_string_free (parts.prose, TRUE);
}
