#pragma once

#include "../../src/draft/cs-draft-builder.h"
#include "../../src/formats/cs-writer.h"

/* Pictures by name, for CsWriteJob.load_image. */
typedef GHashTable Pictures;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pictures, g_hash_table_unref)

Pictures *pictures_new (void);

/* Adds a picture of one colour. @type: "png", "jpeg", "tiff"; @dpi: nullable. */
void pictures_add (Pictures *pictures,
                   const char *name,
                   const char *type,
                   int width,
                   int height,
                   const char *dpi);

/* Adds a file as it is. */
void pictures_add_bytes (Pictures *pictures,
                         const char *name,
                         const void *bytes,
                         gsize n_bytes);

GBytes *pictures_load (const char *name,
                       gpointer pictures);

/* Adds a unit whose text is marked up: "P_{imax}" is a subscript, "^{...}" a superscript, "*{...}"
 * bold; "\n" is a line end. @number: printed, 0 for none. */
void add_unit (CsDraftBuilder *builder,
               CsPart part,
               CsUnitKind kind,
               guint number,
               const char *marked);

/* Adds a paragraph that is one object. */
void add_object_unit (CsDraftBuilder *builder,
                      CsPart part,
                      CsObjectKind kind,
                      const char *payload,
                      const char *preview);

void add_figure (CsDraftBuilder *builder,
                 const char *label,
                 const char *file);

/* Asserts that both have the same titles, abstracts, claims and descriptions: characters (white
 * space left out when not @exact), kinds of units, number of runs and objects of each kind; and the
 * same labels of figures. */
void assert_same_content (const CsDraft *expected,
                          const CsDraft *found,
                          gboolean exact);

/* The note of @code, or NULL. */
const CsWriteNote *find_note (const GArray *notes,
                              const char *code);

/* The file called @name in a ZIP, or NULL. */
GBytes *zip_file (GBytes *zip,
                  const char *name);
