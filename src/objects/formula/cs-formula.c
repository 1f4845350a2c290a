#include "cs-formula.h"

#include <glib/gi18n-lib.h>

#include "cs-formula-private.h"

/* What MathML puts around a formula, and Word around several. */
static xmlNode *
find_math (xmlDoc *doc, gboolean *is_office)
{
  static const char *const mathml[] = { "math", NULL };
  static const char *const office[] = { "oMathPara", "oMath", NULL };
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlNode *math = cs_object_xml_find (root, office);

  *is_office = math != NULL;
  return math != NULL ? math : cs_object_xml_find (root, mathml);
}

static CsNode *
read_root (CsFormulaReader *reader, xmlDoc *doc, GError **error)
{
  gboolean is_office;
  const xmlNode *math = find_math (doc, &is_office);
  g_autoptr (CsNode) root = NULL;

  if (math == NULL)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("there is no formula in the object"));
      return NULL;
    }

  root = is_office ? cs_formula_read_office (reader, math) : cs_formula_read_mathml (reader, math);
  if (reader->too_large || root->depth > CS_FORMULA_MAX_DEPTH)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the formula is too deep or too large"));
      return NULL;
    }

  return g_steal_pointer (&root);
}

CsFormula *
cs_formula_new (const char *xml, gsize n_bytes, GError **error)
{
  g_autoptr (xmlDoc) doc = cs_object_xml_parse (xml, n_bytes, error);
  CsFormulaReader reader = { .complete = TRUE };
  CsNode *root;
  CsFormula *formula;

  if (doc == NULL)
    return NULL;

  root = read_root (&reader, doc, error);
  if (root == NULL)
    return NULL;

  formula = g_new0 (CsFormula, 1);
  formula->root = root;
  formula->complete = reader.complete;

  return formula;
}

void
cs_formula_free (CsFormula *formula)
{
  cs_node_free (formula->root);
  g_free (formula);
}

gboolean
cs_formula_is_complete (const CsFormula *formula)
{
  return formula->complete;
}

gboolean
cs_formula_equal (const CsFormula *a, const CsFormula *b)
{
  return cs_node_equal (a->root, b->root);
}
