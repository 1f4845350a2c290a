/* What an element of Word is: which kind of object, and which picture shows it. */

#include <string.h>

#include "../../cs-image.h"
#include "cs-docx-object.h"
#include "cs-docx-reader.h"

/* Programs that make formulas and chemical structures, by how their names begin. */
static const struct
{
  const char *program;
  CsObjectKind kind;
} programs[] = {
  { "Equation", CS_OBJECT_FORMULA },
  { "MathType", CS_OBJECT_FORMULA },
  { "WPSEquation", CS_OBJECT_FORMULA },
  { "WPS.Equation", CS_OBJECT_FORMULA },
  { "Word.Equation", CS_OBJECT_FORMULA },
  { "AxMath", CS_OBJECT_FORMULA },
  { "ChemDraw", CS_OBJECT_CHEMISTRY },
  { "ChemWindow", CS_OBJECT_CHEMISTRY },
  { "ChemSketch", CS_OBJECT_CHEMISTRY },
  { "ACD.ChemSketch", CS_OBJECT_CHEMISTRY },
  { "ISISServer", CS_OBJECT_CHEMISTRY },
  { "ISISDraw", CS_OBJECT_CHEMISTRY },
  { "MDLDraw", CS_OBJECT_CHEMISTRY },
  { "SymyxDraw", CS_OBJECT_CHEMISTRY },
  { "AccelrysDraw", CS_OBJECT_CHEMISTRY },
  { "Marvin", CS_OBJECT_CHEMISTRY },
  { "KingDraw", CS_OBJECT_CHEMISTRY },
  { "InDraw", CS_OBJECT_CHEMISTRY },
};

static CsObjectKind
kind_of_program (const char *program)
{
  for (guint i = 0; program != NULL && i < G_N_ELEMENTS (programs); i++)
    if (g_ascii_strncasecmp (program, programs[i].program, strlen (programs[i].program)) == 0)
      return programs[i].kind;

  return CS_OBJECT_UNKNOWN;
}

/* --- looking through a drawing --- */

static gboolean
is_group (const xmlNode *node)
{
  return cs_docx_is (node, CS_DOCX_WPG, "wgp") || cs_docx_is (node, CS_DOCX_WPC, "wpc") ||
         cs_docx_is (node, CS_DOCX_V, "group");
}

static gboolean
is_picture (const xmlNode *node)
{
  return (cs_docx_is (node, CS_DOCX_A, "blip") &&
          (cs_docx_get (node, CS_DOCX_R, "embed") || cs_docx_get (node, CS_DOCX_R, "link"))) ||
         (cs_docx_is (node, CS_DOCX_V, "imagedata") && cs_docx_get (node, CS_DOCX_R, "id"));
}

/* What a drawing has in it, the texts of its boxes left aside. */
typedef struct
{
  xmlNode *picture;
  xmlNode *box;
  xmlNode *ole;
  xmlNode *own; /* how we name an object that we drew */
  guint n_pictures;
  gboolean is_group;
  gboolean is_framed; /* pic:pic, or v:imagedata: nothing but a picture */
} Content;

static void
look_at (Content *content, xmlNode *node)
{
  content->is_group = content->is_group || is_group (node);
  content->is_framed = content->is_framed || cs_docx_is (node, CS_DOCX_PIC, "pic") ||
                       cs_docx_is (node, CS_DOCX_V, "imagedata");
  content->n_pictures += is_picture (node);
  if (content->picture == NULL && is_picture (node))
    content->picture = node;
  else if (content->box == NULL && cs_docx_is_w (node, "txbxContent"))
    content->box = node;
  else if (content->ole == NULL && cs_docx_is (node, CS_DOCX_O, "OLEObject"))
    content->ole = node;
  else if (content->own == NULL && cs_docx_is (node, CS_DOCX_WP, "docPr"))
    content->own = node;
}

static void
look_through (Content *content, xmlNode *root)
{
  xmlNode *node = cs_docx_next (root, root, TRUE);

  while (node != NULL)
    {
      look_at (content, node);
      node = cs_docx_next (node, root, !cs_docx_is_w (node, "txbxContent"));
    }
}

/* Of alternatives what the chosen one has; where it has nothing to show, what another has. */
static Content
look_into (xmlNode *node)
{
  gboolean has_choice = cs_docx_is (node, CS_DOCX_MC, "AlternateContent");
  xmlNode *chosen = has_choice ? cs_docx_choose (node) : node;
  Content content = { 0 };
  Content other = { 0 };

  if (chosen != NULL)
    look_through (&content, chosen);
  if (chosen == node)
    return content;

  look_through (&other, node);
  if (content.picture == NULL && content.box == NULL)
    content.picture = other.picture;

  return content;
}

/* --- what it is --- */

static const char *const kind_names[CS_N_OBJECT_KINDS] = { "image", "formula", "table",
                                                           "chemistry", "object", "footnote" };

/* A picture that this program drew for an object says so in its name. */
static void
read_own (CsDocxShown *shown, const xmlNode *node)
{
  const char *name = cs_docx_get (node, CS_DOCX_NONE, "name");
  const char *called = cs_docx_get (node, CS_DOCX_NONE, "descr");
  gsize n_bytes = name == NULL ? 0 : strcspn (name, " ");

  for (guint i = 0; name != NULL && i < CS_N_OBJECT_KINDS; i++)
    if (strlen (kind_names[i]) == n_bytes && strncmp (name, kind_names[i], n_bytes) == 0 &&
        called != NULL && cs_image_is_base_name (called))
      {
        shown->kind = i;
        shown->name = g_strdup (called);
      }
}

static const CsDocxRelation *
find_picture (const CsDocx *docx, const char *part, const xmlNode *picture)
{
  static const char *const names[] = { "embed", "id", "link" };

  for (guint i = 0; picture != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *id = cs_docx_get (picture, CS_DOCX_R, names[i]);
      const CsDocxRelation *relation =
          id == NULL ? NULL : cs_docx_package_find_relation (docx->package, part, id);

      if (relation != NULL)
        return relation;
    }

  return NULL;
}

static CsObjectKind
kind_of (const xmlNode *node, const Content *content)
{
  if (cs_docx_space (node->ns) == CS_DOCX_M)
    return CS_OBJECT_FORMULA;
  if (cs_docx_is_w (node, "tbl"))
    return CS_OBJECT_TABLE;
  if (cs_docx_is_w (node, "object") || content->ole != NULL)
    return kind_of_program (cs_docx_get (content->ole, CS_DOCX_NONE, "ProgID"));

  return content->is_framed && !content->is_group ? CS_OBJECT_IMAGE : CS_OBJECT_UNKNOWN;
}

void
cs_docx_show (const CsDocx *docx, const char *part, xmlNode *node, CsDocxShown *shown)
{
  Content content = { 0 };

  *shown = (CsDocxShown){ 0 };
  if (cs_docx_space (node->ns) != CS_DOCX_M && !cs_docx_is_w (node, "tbl"))
    content = look_into (node);

  shown->kind = kind_of (node, &content);
  shown->relation = find_picture (docx, part, content.picture);
  if (content.own != NULL && !content.is_group)
    read_own (shown, content.own);
  if (!content.is_group && content.picture == NULL && content.ole == NULL)
    shown->box = content.box;
  shown->is_partial = content.n_pictures > 1 || (content.picture != NULL && content.box != NULL);
}

void
cs_docx_shown_clear (CsDocxShown *shown)
{
  g_free (shown->name);
}

/* --- pictures --- */

/* Whether the picture @part can be called @name. */
static gboolean
is_free (const CsDocx *docx, const char *name, const char *part)
{
  const char *owner = g_hash_table_lookup (docx->images, name);

  if (owner != NULL)
    return g_ascii_strcasecmp (owner, part) == 0;

  return docx->taken == NULL || !g_hash_table_contains (docx->taken, name);
}

const char *
cs_docx_add_image (CsDocx *docx, const char *part, const char *wanted)
{
  g_autofree char *base = wanted == NULL ? g_path_get_basename (part) : g_strdup (wanted);
  const char *dot = strrchr (base, '.');
  int n_stem = dot == NULL ? (int)strlen (base) : (int)(dot - base);
  char *name = g_strdup (base);

  for (guint i = 2; !is_free (docx, name, part); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%.*s-%u%s", n_stem, base, i, dot == NULL ? "" : dot);
    }
  g_hash_table_replace (docx->images, name, g_strdup (part));
  if (docx->taken != NULL)
    g_hash_table_add (docx->taken, g_strdup (name));

  return name;
}
