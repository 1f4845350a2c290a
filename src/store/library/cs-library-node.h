#pragma once

#include "cs-library-writer.h"

G_BEGIN_DECLS

/* Applications as families see them; for nobody else. */

/* A family as a source gives it: "=PATSNAP:#123", or "=PATSNAP:P CN.101911042" for each that a
 * list without a number names. */
#define CS_TOKEN_GIVEN '='
#define CS_TOKEN_DOCDB "#docdb:"

/* An application with all that decides about its families. */
typedef struct
{
  gint64 id;
  CsNumber *number;
  char *docdb;        /* (nullable) */
  GArray *priorities; /* (element-type CsPriority): those of known activity first */
  guint n_known;      /* of them */
  GArray *relations;  /* (element-type CsRelation) */
  GHashTable *tokens; /* (element-type utf8): what links it to others */
  gint64 run;         /* that brought it */
  gboolean is_new;    /* it is in no family yet */
} CsFamilyNode;

void cs_family_node_free (CsFamilyNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyNode, cs_family_node_free)

/* @node: (out) (transfer full): the application, NULL when none of its documents is left */
gboolean cs_family_node_load (CsLibrary *library,
                              gint64 application,
                              CsFamilyNode **node,
                              GError **error);

/* Writes what links @node to others, where that has changed. */
gboolean cs_family_node_link (CsLibrary *library,
                              const CsFamilyNode *node,
                              GError **error);

/* Finds all that hangs together with @seeds over tokens. @prefix: (nullable): over those only that
 * begin with it; with NULL over all but given ones. @seeds: (inout) (element-type gint64) */
gboolean cs_family_close (CsLibrary *library,
                          const char *prefix,
                          GHashTable *seeds,
                          GError **error);

/* --- cs-library-assign.c --- */

/* Applications sorted into families of one rule and source. */
typedef struct
{
  CsFamilyRule rule;
  const char *source;     /* of given families; "" otherwise */
  const GPtrArray *nodes; /* (element-type CsFamilyNode) */
  const guint *groups;    /* for each of them */
  guint n_groups;
  const char **ids; /* for each group: the number a source gives it, "" when none does */
} CsFamilySorting;

/* Writes families as they are sorted; each keeps its id with most of its members. @changed:
 * (element-type gint64): takes the ids of simple families that are other than before */
gboolean cs_import_assign (CsLibraryImport *import,
                           const CsFamilySorting *sorting,
                           GHashTable *changed,
                           GError **error);

/* Deletes a family without members; what the user said of it goes to @heir, if that is not 0. */
gboolean cs_import_end_family (CsLibraryImport *import,
                               gint64 family,
                               gint64 heir,
                               GError **error);

/* Takes an application out of the families of @rule and @source (nullable: of any). @changed: as
 * above */
gboolean cs_import_leave_families (CsLibraryImport *import,
                                   gint64 application,
                                   CsFamilyRule rule,
                                   const char *source,
                                   GHashTable *changed,
                                   GError **error);

/* Remembers how a family was before this run. */
gboolean cs_import_keep_snapshot (CsLibraryImport *import,
                                  gint64 family,
                                  GError **error);

/* --- cs-library-state.c --- */

/* Finds the state of an application anew. @changed: (out) */
gboolean cs_import_find_state (CsLibraryImport *import,
                               const CsFamilyNode *node,
                               gboolean *changed,
                               GError **error);

/* --- cs-library-facet.c --- */

/* Whether @key (nullable) is of the grant of a right, by its kind: such a document represents a
 * family before others. */
gboolean cs_library_is_grant (const char *key);

/* Writes what a search counts about a simple family, and where its documents belong. */
gboolean cs_import_write_facet (CsLibrary *library,
                                gint64 family,
                                GError **error);

G_END_DECLS
