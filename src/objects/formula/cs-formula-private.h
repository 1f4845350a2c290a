#pragma once

#include "../cs-object-xml.h"
#include "cs-formula.h"

G_BEGIN_DECLS

/* The insides of a formula. What MathML and Office Math say in different ways is said in one here,
 * so that either can be written from it; for nobody else than cs-formula*.c. */

#define CS_FORMULA_MAX_DEPTH 60 /* of nodes; Office Math takes three elements for one */
#define CS_FORMULA_MAX_CELLS 16384
#define CS_FORMULA_MAX_SPACE 180 /* ten letters wide */

/** CsNodeKind: what a node is, and what its children are; a child that is absent is %NULL. */
typedef enum
{
  CS_NODE_ROW,      /* any number, side by side; none of them a row */
  CS_NODE_TOKEN,    /* letters */
  CS_NODE_SPACE,    /* empty, some width */
  CS_NODE_FRACTION, /* numerator, denominator */
  CS_NODE_ROOT,     /* radicand, degree or absent */
  CS_NODE_SCRIPTS,  /* base, subscript, superscript */
  CS_NODE_PRE,      /* base, subscript, superscript, both before it */
  CS_NODE_LIMITS,   /* base, what is below, what is above */
  CS_NODE_FENCE,    /* content */
  CS_NODE_TABLE,    /* cells, row by row */
  CS_NODE_FRAME,    /* content */
  CS_NODE_PHANTOM,  /* content, which takes its place unseen */
  CS_NODE_BREAK     /* a new line begins; only while a row is being made */
} CsNodeKind;

/** CsTokenKind: follows from the letters alone, but for words. */
typedef enum
{
  CS_TOKEN_LETTERS, /* one italic letter, or several upright ones */
  CS_TOKEN_NUMBER,
  CS_TOKEN_SIGN,
  CS_TOKEN_WORDS /* text as it is, with its spaces */
} CsTokenKind;

/** CsFractionKind: how a fraction is drawn. */
typedef enum
{
  CS_FRACTION_BAR,
  CS_FRACTION_STACK, /* no bar: a binomial */
  CS_FRACTION_SKEWED,
  CS_FRACTION_LINEAR
} CsFractionKind;

/* Flags of a token. */
#define CS_FORMULA_UPRIGHT (1 << 0)
#define CS_FORMULA_BOLD (1 << 1)
#define CS_FORMULA_ITALIC (1 << 2) /* of words */

/* Flags of a table. */
#define CS_FORMULA_EQUATIONS (1 << 0) /* lines aligned at places, not a matrix */

/* Flags of a frame: its lines. */
#define CS_FRAME_TOP (1 << 0)
#define CS_FRAME_BOTTOM (1 << 1)
#define CS_FRAME_LEFT (1 << 2)
#define CS_FRAME_RIGHT (1 << 3)
#define CS_FRAME_ACROSS (1 << 4)
#define CS_FRAME_DOWN (1 << 5)
#define CS_FRAME_RISING (1 << 6)
#define CS_FRAME_FALLING (1 << 7)
#define CS_FRAME_BOX (CS_FRAME_TOP | CS_FRAME_BOTTOM | CS_FRAME_LEFT | CS_FRAME_RIGHT)

/** CsNode: one thing in a formula. */
typedef struct
{
  CsNodeKind kind;
  guint depth; /* 1, or one more than that of the deepest child */
  CsTokenKind token;
  CsFractionKind fraction;
  guint flags;
  guint width;   /* of a space, in eighteenths of the size of letters; columns of a table */
  char *text;    /* of a token; of a table, one of "lcr" for each column */
  gunichar open; /* of a fence, 0 for none */
  gunichar close;
  GPtrArray *children; /* nullable */
} CsNode;

/** CsFormulaReader: what a reader remembers. */
typedef struct
{
  gboolean complete;
  gboolean too_large; /* a table, or a tree too deep */
} CsFormulaReader;

struct _CsFormula
{
  CsNode *root;
  gboolean complete;
};

/* --- nodes: cs-formula-node.c --- */

void cs_node_free (CsNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsNode, cs_node_free)

CsNode *cs_node_new (CsNodeKind kind);
CsNode *cs_node_new_space (guint width);

/* Takes its children, each may be NULL. */
CsNode *cs_node_new_with (CsNodeKind kind, CsNode *first, CsNode *second, CsNode *third);

/* Takes all three; one of the last two may be NULL, or both: then it is @base. */
CsNode *cs_node_new_limits (CsNode *base, CsNode *under, CsNode *over);

/* Takes @content. */
CsNode *cs_node_new_fence (gunichar open, gunichar close, CsNode *content);
void cs_node_adopt (CsNode *node, CsNode *child);
GPtrArray *cs_node_items_new (void);

/* Takes @items: what is side by side, as one node: rows within are opened, fences that match are
 * made nodes, lines become a table. */
CsNode *cs_node_new_row (GPtrArray *items);

/* A table of @rows, arrays of cells that are taken, filled up with empty ones; @reader is told when
 * there are too many. @align: one of "lcr" for each column, the last for the rest. */
CsNode *cs_node_new_table (CsFormulaReader *reader, GPtrArray *rows, const char *align);
CsNode *cs_node_get (const CsNode *node, guint child);
gboolean cs_node_is_empty (const CsNode *node);

/* How many items a row has, and which: a node that is no row is its own only item. */
guint cs_node_get_n_items (const CsNode *node);
const CsNode *cs_node_get_item (const CsNode *node, guint item);

/* The one character of a sign that is a token of its own, else 0. */
gunichar cs_node_get_sign (const CsNode *node);
gboolean cs_node_equal (const CsNode *a, const CsNode *b);

/* --- signs: cs-formula-sign.c; letters: cs-formula-token.c --- */

/** CsSignClass: how a sign stands between its neighbours. Source: Knuth, The TeXbook, ch. 18. */
typedef enum
{
  CS_SIGN_ORDINARY,
  CS_SIGN_LARGE, /* a sum, an integral: what it takes follows */
  CS_SIGN_BINARY,
  CS_SIGN_RELATION,
  CS_SIGN_OPEN,
  CS_SIGN_CLOSE,
  CS_SIGN_PUNCTUATION,
  CS_SIGN_INNER /* a fraction, a fence */
} CsSignClass;

CsSignClass cs_sign_classify (gunichar c);
gboolean cs_sign_is_bar (gunichar c);
gboolean cs_sign_is_integral (gunichar c);

/* As a fence is said in both formats: the private characters of one program become bars. */
gunichar cs_sign_to_fence (gunichar c);

/* An accent, however a source writes it, as we do; 0 when it is none. */
gunichar cs_sign_to_accent (gunichar c);

/* A line, brace or bracket below or above that is as wide as what it belongs to, no accent. */
gboolean cs_sign_is_wide (gunichar c);

/* The combining character for an accent of ours, 0 when there is none. */
gunichar cs_sign_to_combining (gunichar accent);

/* A letter of an alphabet that has italics. */
gboolean cs_letter_has_italic (gunichar c);

/* @text in an alphabet of Unicode: "script", "fraktur", "double-struck"; else as it is. */
char *cs_token_dup_variant (const char *text, const char *variant);

/* Adds the tokens that @text consists of, all with @flags. */
void cs_token_split (GPtrArray *items, const char *text, guint flags);

/* Adds words as they are. */
void cs_token_add_words (GPtrArray *items, const char *text, guint flags);
gboolean cs_token_is_function (const CsNode *node);
CsSignClass cs_node_classify (const CsNode *node);

/* Appends spaces that are @width eighteenths wide together. */
void cs_space_append (GString *out, guint width);

/* --- formats --- */

CsNode *cs_formula_read_mathml (CsFormulaReader *reader, const xmlNode *math);
CsNode *cs_formula_read_office (CsFormulaReader *reader, const xmlNode *math);

G_END_DECLS
