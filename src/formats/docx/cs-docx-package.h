#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The package of a Word file: its parts, what they are, and how they refer to each other; for
 * nobody else than src/formats/docx. Source: ISO/IEC 29500-2:2021. */

/**
 * CsDocxPart:
 * @name: path within the package without the leading slash: "word/document.xml"
 * @bytes: its content
 */
typedef struct
{
  char *name;
  GBytes *bytes;
} CsDocxPart;

/**
 * CsDocxRelation:
 * @id: by which the part speaks of it: "rId7"
 * @type: last step of its type: "image", "comments", "oleObject"
 * @type_uri: its type in full, which differs between transitional and strict files
 * @target: name of a part, or an address outside when @is_external
 * @is_external: it leads out of the package and is never followed
 */
typedef struct
{
  char *id;
  char *type;
  char *type_uri;
  char *target;
  gboolean is_external;
} CsDocxRelation;

/**
 * CsDocxPackage:
 * @parts: (element-type CsDocxPart): all of them, in the order of the ZIP
 * @main: (transfer none): name of the document
 *
 * Parts are found whatever the case of the letters, as the standard wants it.
 */
typedef struct _CsDocxPackage
{
  GPtrArray *parts;
  const char *main;
  GHashTable *by_name;   /* lower case name -> CsDocxPart */
  GHashTable *types;     /* "/lower case name" or lower case extension -> content type */
  GHashTable *relations; /* lower case name of the part -> GPtrArray of CsDocxRelation */
  GHashTable *by_id;     /* that name, a line end and the identity -> CsDocxRelation */
} CsDocxPackage;

/**
 * cs_docx_package_new:
 * @bytes: a Word file
 * @error: as cs_docx_open()
 *
 * Unpacks the file, finds its document by the relations of the package and checks all relations
 * that lead from there: none may lead out of it unless it says so.
 *
 * Returns: (transfer full): the package, or %NULL
 */
CsDocxPackage *cs_docx_package_new (GBytes *bytes,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_docx_package_free: frees @package */
void cs_docx_package_free (CsDocxPackage *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxPackage, cs_docx_package_free)

/** cs_docx_package_get_part: Returns: (transfer none) (nullable): the part of that name */
const CsDocxPart *cs_docx_package_get_part (const CsDocxPackage *package,
                                            const char *name);

/** cs_docx_package_get_type: Returns: (transfer none): its content type; "" when none is told */
const char *cs_docx_package_get_type (const CsDocxPackage *package,
                                      const char *name);

/** cs_docx_package_get_relations: Returns: (transfer none) (nullable) (element-type
 * CsDocxRelation): the relations of the part @name, in the order of the file */
const GPtrArray *cs_docx_package_get_relations (const CsDocxPackage *package,
                                                const char *name);

/** cs_docx_package_find_relation: Returns: (transfer none) (nullable): the relation @id of the
 * part @name */
const CsDocxRelation *cs_docx_package_find_relation (const CsDocxPackage *package,
                                                     const char *name,
                                                     const char *id);

/** cs_docx_package_get_target: @relation: (nullable). Returns: (transfer none) (nullable): the part
 * that it leads to; %NULL when it leads outside, or nowhere */
const CsDocxPart *cs_docx_package_get_target (const CsDocxPackage *package,
                                              const CsDocxRelation *relation);

/** cs_docx_package_find_related: Returns: (transfer none) (nullable): the first part within the
 * package that the part @name has a relation of @type to */
const CsDocxPart *cs_docx_package_find_related (const CsDocxPackage *package,
                                                const char *name,
                                                const char *type);

G_END_DECLS
