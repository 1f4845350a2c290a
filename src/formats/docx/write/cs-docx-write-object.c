#include <string.h>

#include "../../manuscript/cs-write-loss.h"
#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define M_NS "http://schemas.openxmlformats.org/officeDocument/2006/math"
#define MC_NS "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define CS_NS "urn:claimsmith:object"
#define EMU_PER_MM 36000.0

static const char *const kind_names[CS_N_OBJECT_KINDS] = CS_DOCX_KIND_NAMES;

/* --- what becomes of an object --- */

static xmlDoc *
parse_payload (const char *payload)
{
  xmlDoc *tree = NULL;

  if (payload != NULL)
    tree = xmlReadMemory (payload, strlen (payload), NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (tree != NULL && tree->intSubset != NULL) /* its entities would mean nothing in our file */
    g_clear_pointer (&tree, xmlFreeDoc);

  return tree;
}

static gboolean
is_in (const xmlNode *node, const char *address)
{
  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST address);
}

/* Whether a payload is of Word, as it can stand in our file. */
static gboolean
is_of_word (const xmlNode *root)
{
  return is_in (root, W_NS) || is_in (root, M_NS) || is_in (root, MC_NS) || is_in (root, CS_NS);
}

/* The first element called @name, @node itself or within it. */
static xmlNode *
find_element (xmlNode *node, const char *name)
{
  xmlNode *found = NULL;

  if (xmlStrEqual (node->name, BAD_CAST name))
    return node;
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL && found == NULL;
       child = xmlNextElementSibling (child))
    found = find_element (child, name);

  return found;
}

static double
get_number (xmlNode *node, const char *attribute, double unit)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);
  double number = value == NULL ? 0 : g_ascii_strtod ((const char *)value, NULL) * unit;

  xmlFree (value);
  return number > 0 && number < 10000 ? number : 0;
}

/* The size of the picture, as an `img` (ST.36) or a drawing of Word says. */
static void
read_size (CsDocxShape *shape, xmlDoc *payload)
{
  xmlNode *root = payload == NULL ? NULL : xmlDocGetRootElement (payload);
  xmlNode *node = root == NULL ? NULL : find_element (root, "img");

  if (node != NULL)
    {
      shape->width_mm = get_number (node, "wi", 1);
      shape->height_mm = get_number (node, "he", 1);
      return;
    }

  node = root == NULL ? NULL : find_element (root, "extent");
  if (node != NULL)
    {
      shape->width_mm = get_number (node, "cx", 1 / EMU_PER_MM);
      shape->height_mm = get_number (node, "cy", 1 / EMU_PER_MM);
    }
}

static void
load_picture (CsDocxShape *shape, const CsWriteJob *job, const char *name)
{
  gsize n_bytes;
  const char *bytes;

  if (name == NULL || job->load_image == NULL)
    return;

  shape->picture = job->load_image (name, job->image_data);
  if (shape->picture == NULL)
    return;

  bytes = g_bytes_get_data (shape->picture, &n_bytes);
  if (cs_raster_probe (bytes, n_bytes, &shape->raster))
    return;
  shape->why = "picture-format";
  g_clear_pointer (&shape->picture, g_bytes_unref);
}

static gboolean
choose_word (CsDocxShape *shape, xmlDoc *payload)
{
  xmlNode *root = xmlDocGetRootElement (payload);

  if (!is_of_word (root))
    return FALSE;

  shape->form = CS_DOCX_FORM_WORD;
  if (find_element (root, "footnote") != NULL)
    shape->form = CS_DOCX_FORM_FOOTNOTE;
  else if (find_element (root, "anchor") != NULL)
    shape->why = "floating-object";
  shape->source = payload;
  if (shape->picture != NULL || cs_docx_source_is_whole (shape))
    return TRUE;

  shape->source = NULL;
  return FALSE;
}

static gboolean
choose_formula (CsDocxShape *shape, const CsInlineObject *object)
{
  gboolean is_complete;

  shape->formula = cs_formula_new (object->payload, strlen (object->payload), NULL);
  if (shape->formula == NULL)
    return FALSE;

  is_complete = cs_formula_is_complete (shape->formula);
  if (is_complete || shape->picture == NULL)
    {
      shape->form = CS_DOCX_FORM_FORMULA;
      shape->why = is_complete ? "formula-converted" : "formula-incomplete";
      return TRUE;
    }

  shape->form = CS_DOCX_FORM_PICTURE;
  shape->why = "formula-as-picture";
  return TRUE;
}

static gboolean
choose_table (CsDocxShape *shape, const CsInlineObject *object)
{
  shape->grid = cs_grid_new (object->payload, strlen (object->payload), NULL);
  if (shape->grid == NULL)
    return FALSE;

  if (cs_grid_is_complete (shape->grid) || shape->picture == NULL)
    {
      shape->form = CS_DOCX_FORM_TABLE;
      shape->why = cs_grid_is_complete (shape->grid) ? "table-converted" : "table-incomplete";
      return TRUE;
    }

  shape->form = CS_DOCX_FORM_PICTURE;
  shape->why = "table-as-picture";
  return TRUE;
}

static void
choose_missing (CsDocxShape *shape, const CsInlineObject *object)
{
  static const char *const codes[CS_N_OBJECT_KINDS] = { "picture-lost", "formula-lost",
                                                        "table-lost", "chemistry-lost",
                                                        "object-lost", "footnote-lost" };

  shape->form = CS_DOCX_FORM_MISSING;
  if (g_strcmp0 (shape->why, "picture-format") != 0)
    shape->why = codes[object->kind];
}

void
cs_docx_shape_init (CsDocxShape *shape, const CsWriteJob *job, const CsInlineObject *object)
{
  xmlDoc *payload = parse_payload (object->payload);
  gboolean chosen;

  *shape = (CsDocxShape){ 0 };
  read_size (shape, payload);
  load_picture (shape, job, object->preview);
  chosen = payload != NULL && choose_word (shape, payload);
  if (shape->source == NULL)
    xmlFreeDoc (payload);
  if (chosen)
    return;

  if (object->kind == CS_OBJECT_FORMULA && object->payload != NULL)
    chosen = choose_formula (shape, object);
  else if (object->kind == CS_OBJECT_TABLE && object->payload != NULL)
    chosen = choose_table (shape, object);
  if (chosen)
    return;

  shape->form = CS_DOCX_FORM_PICTURE;
  if (shape->picture == NULL)
    choose_missing (shape, object);
}

void
cs_docx_shape_clear (CsDocxShape *shape)
{
  g_clear_pointer (&shape->source, xmlFreeDoc);
  g_clear_pointer (&shape->formula, cs_formula_free);
  g_clear_pointer (&shape->grid, cs_grid_free);
  g_clear_pointer (&shape->picture, g_bytes_unref);
}

gboolean
cs_docx_shape_is_block (const CsDocxShape *shape)
{
  xmlNode *root;

  if (shape->form == CS_DOCX_FORM_TABLE)
    return TRUE;
  if (shape->form != CS_DOCX_FORM_WORD)
    return FALSE;

  root = xmlDocGetRootElement (shape->source);
  if (is_in (root, CS_NS))
    root = xmlFirstElementChild (root);

  return root != NULL && is_in (root, W_NS) && xmlStrEqual (root->name, BAD_CAST "tbl");
}

/* --- writing it --- */

static void
write_formula (CsDocxManuscript *manuscript, const CsFormula *formula)
{
  g_autofree char *math = cs_formula_dup_office_math (formula);

  g_string_append (manuscript->xml, math);
}

/* What a reader of the manuscript sees where an object should be: its kind, and the name of its
 * picture where it has one. */
static void
write_placeholder (CsDocxManuscript *manuscript,
                   const CsInlineObject *object,
                   const char *properties)
{
  g_autofree char *words = cs_write_loss_dup_placeholder (object, manuscript->job->draft->language);
  GString *xml = manuscript->xml;

  g_string_append_printf (xml,
                          "<w:sdt><w:sdtPr><w:tag w:val=\"" CS_DOCX_MARK_OBJECT "%s\"/></w:sdtPr>"
                          "<w:sdtContent><w:r>%s<w:t xml:space=\"preserve\">",
                          kind_names[object->kind], properties);
  cs_docx_append_escaped (xml, words, strlen (words));
  g_string_append (xml, "</w:t></w:r></w:sdtContent></w:sdt>");
}

void
cs_docx_write_inline_object (CsDocxManuscript *manuscript,
                             const CsInlineObject *object,
                             CsDocxShape *shape,
                             const char *properties)
{
  CsDocxPicture picture = { .kind = kind_names[object->kind],
                            .name = object->preview,
                            .bytes = shape->picture,
                            .raster = &shape->raster,
                            .width_mm = shape->width_mm,
                            .height_mm = shape->height_mm };

  if (shape->form == CS_DOCX_FORM_WORD)
    cs_docx_write_source (manuscript, object->preview, shape);
  else if (shape->form == CS_DOCX_FORM_FOOTNOTE)
    cs_docx_write_footnote (manuscript, shape);
  else if (shape->form == CS_DOCX_FORM_FORMULA)
    write_formula (manuscript, shape->formula);
  else if (shape->form == CS_DOCX_FORM_PICTURE)
    {
      g_string_append_printf (manuscript->xml, "<w:r>%s", properties);
      cs_docx_write_picture (manuscript, &picture);
      g_string_append (manuscript->xml, "</w:r>");
    }
  else
    write_placeholder (manuscript, object, properties);
}

/* Two tables with nothing between them would be one. */
static void
part_tables (CsDocxManuscript *manuscript)
{
  if (!manuscript->ends_in_table)
    return;

  cs_docx_begin_paragraph (manuscript, CS_DOCX_STYLE_TABLE, NULL);
  cs_docx_end_paragraph (manuscript);
}

void
cs_docx_write_block_object (CsDocxManuscript *manuscript,
                            const CsInlineObject *object,
                            CsDocxShape *shape)
{
  part_tables (manuscript);
  if (shape->form == CS_DOCX_FORM_WORD)
    cs_docx_write_source (manuscript, object->preview, shape);
  else
    cs_docx_write_grid (manuscript, shape->grid);
  manuscript->section_at = 0;
  manuscript->ends_in_table = TRUE;
}
