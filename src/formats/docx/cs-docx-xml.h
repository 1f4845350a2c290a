#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The XML of a Word file as trees; for nobody else than src/formats/docx. Thread: any. */

/** CsDocxSpace: the namespaces of Word files, transitional and strict alike. */
typedef enum
{
  CS_DOCX_NONE,
  CS_DOCX_W,    /* text */
  CS_DOCX_M,    /* mathematics */
  CS_DOCX_R,    /* relations, as attributes */
  CS_DOCX_WP,   /* drawings within text */
  CS_DOCX_A,    /* drawings */
  CS_DOCX_PIC,  /* pictures */
  CS_DOCX_C,    /* charts */
  CS_DOCX_MC,   /* alternatives */
  CS_DOCX_WPS,  /* shapes */
  CS_DOCX_WPG,  /* groups of shapes */
  CS_DOCX_WPC,  /* canvases */
  CS_DOCX_O,    /* Office before 2007 */
  CS_DOCX_V,    /* drawings before 2007 */
  CS_DOCX_REL,  /* relations of a package */
  CS_DOCX_TYPE, /* content types of a package */
  CS_DOCX_N_SPACES
} CsDocxSpace;

/**
 * cs_docx_xml_parse:
 * @name: of the part, for errors
 * @bytes: its content
 * @error: %CS_ERROR_SYNTAX, %CS_ERROR_LIMIT, %CS_ERROR_HOSTILE for a DOCTYPE, which no part may
 *   have
 *
 * Returns: (transfer full): the tree, to be freed with xmlFreeDoc(), or %NULL
 */
xmlDoc *cs_docx_xml_parse (const char *name,
                           GBytes *bytes,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_docx_space: Returns: the namespace of @node, %CS_DOCX_NONE for any other */
CsDocxSpace cs_docx_space (const xmlNs *ns);

/** cs_docx_space_get_uri: Returns: (transfer none): the transitional name of @space */
const char *cs_docx_space_get_uri (CsDocxSpace space);

/** cs_docx_space_get_prefix: Returns: (transfer none): the usual prefix of @space */
const char *cs_docx_space_get_prefix (CsDocxSpace space);

/** cs_docx_is: Returns: whether @node is the element @name of @space */
gboolean cs_docx_is (const xmlNode *node,
                     CsDocxSpace space,
                     const char *name);

/** cs_docx_is_w: Returns: whether @node is the element @name of Word's own namespace */
gboolean cs_docx_is_w (const xmlNode *node,
                       const char *name);

/** cs_docx_child: Returns: (nullable): the first child @name of @node in Word's namespace; @node
 * may be %NULL */
xmlNode *cs_docx_child (const xmlNode *node,
                        const char *name);

/** cs_docx_get: Returns: (transfer none) (nullable): the attribute @name of @space on @node, which
 * may be %NULL. With %CS_DOCX_NONE one without namespace */
const char *cs_docx_get (const xmlNode *node,
                         CsDocxSpace space,
                         const char *name);

/** cs_docx_get_val: Returns: (transfer none) (nullable): `w:val` of the child @name of @node */
const char *cs_docx_get_val (const xmlNode *node,
                             const char *name);

/** cs_docx_get_number: Returns: the number that @text begins with, within int; @otherwise when it
 * is none or %NULL */
int cs_docx_get_number (const char *text,
                        int otherwise);

/** cs_docx_is_off: Returns: whether @value is how Word writes "no" */
gboolean cs_docx_is_off (const char *value);

/** cs_docx_next: Returns: (nullable): the element behind @node in the order of the file, within
 * @root; into @node itself only when @inside */
xmlNode *cs_docx_next (const xmlNode *node,
                       const xmlNode *root,
                       gboolean inside);

/** cs_docx_find: Returns: (nullable): the first element @name of @space below @root */
xmlNode *cs_docx_find (const xmlNode *root,
                       CsDocxSpace space,
                       const char *name);

G_END_DECLS
