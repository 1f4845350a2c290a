#pragma once

#include "../../src/family/query/cs-query.h"
#include "../../src/store/cs-library.h"

/* Invented documents, in memory and in a library, and a matcher that looks at every one of them:
 * slow, simple, and right by looking at it. */

/* The parts of a document. */
enum
{
  WORLD_TITLE,
  WORLD_ABSTRACT,
  WORLD_CLAIMS,
  WORLD_DESCRIPTION,
  N_WORLD_PARTS
};

typedef struct
{
  char *number; /* "CN.100000012.A", of three offices */
  char *application;
  guint day; /* YYYYMMDD */
  guint filed;
  guint group; /* documents of one group share a priority */
  const char *applicant;
  const char *inventor;
  const char *symbol; /* of IPC */
  char *parts[N_WORLD_PARTS];
  char **tokens[N_WORLD_PARTS];
  gint64 id; /* in the library */
  gint64 family;
} WorldDocument;

typedef struct
{
  GPtrArray *documents; /* (element-type WorldDocument) */
  CsLibrary *library;
} World;

/* A world of @n documents, the same for the same @seed. */
World *world_new (guint n,
                  guint seed);

void world_free (World *world);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

/* Returns: (transfer full): the tokens of @text */
char **world_split (const char *text);

/* Whether @document of @world fits @node. */
gboolean world_document_fits (const World *world,
                              const WorldDocument *document,
                              const CsQueryNode *node);

/* Returns: (transfer full): a query of this world, made of @random */
char *world_invent_query (GRand *random,
                          guint depth);
