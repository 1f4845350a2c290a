#pragma once

#include "../cs-library.h"
#include "../cs-store-sql.h"

G_BEGIN_DECLS

/* The file of the library and the statements of its connection; for nobody else.
 *
 * Statements join by CROSS JOIN, in the order in which rows are to be looked up: while an import
 * runs SQLite knows too little of the tables to find it. */

#define CS_LIBRARY_FILE "library.db"

struct _CsLibrary
{
  CsDatabase *file;
  GHashTable *statements; /* (element-type utf8 CsStatement): kept, by the place of their SQL */
};

/* Takes a connection whose tokenizer is registered. @database: (transfer full) */
CsLibrary *cs_library_new (CsDatabase *database);

/* Makes a library in the private file @path, which is there and empty, and connects to it, without
 * a log. */
CsLibrary *cs_library_make_file (const char *path,
                                 GError **error);

/* Puts the finished file @temporary in the place of the library of @folder. @replace: of one that
 * is there, which must not have a log any more */
gboolean cs_library_place_file (const char *temporary,
                                const char *folder,
                                gboolean replace,
                                GError **error);

/* Returns: (transfer none): a statement that is ready to be bound; @sql lives as long as the
 * library: a literal. Reset it when its rows were read. */
CsStatement *cs_library_statement (CsLibrary *library,
                                   const char *sql);

/* Ends a statement that looked for a family and @found one, or not. Returns: @found; else
 * %CS_STORE_ERROR_NOT_FOUND, or what failed */
gboolean cs_library_end_find (CsStatement *find,
                              gboolean found,
                              GError **error);

/* Forgets all kept statements: after an error they are of no use. */
void cs_library_forget_statements (CsLibrary *library);

G_END_DECLS
