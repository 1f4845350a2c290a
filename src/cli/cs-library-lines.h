#pragma once

#include <json-glib/json-glib.h>

#include "../store/cs-library-search.h"
#include "cs-command.h"

G_BEGIN_DECLS

/* What the commands about the library share; for nobody else. */

/** cs_library_fail: says what is wrong. Returns: the exit status */
int cs_library_fail (const GError *error);

/** cs_library_line_begin: Returns: (transfer full): a builder within the object of a line, whose
 * first member is the number of the format */
JsonBuilder *cs_library_line_begin (void);

/** cs_library_line_end: @json: (transfer full): ends the object and prints it as one line */
void cs_library_line_end (JsonBuilder *json);

/** cs_library_add_string: adds a member that is a string; "" for %NULL */
void cs_library_add_string (JsonBuilder *json,
                            const char *name,
                            const char *value);

/** cs_library_add_int: adds a member that is a number */
void cs_library_add_int (JsonBuilder *json,
                         const char *name,
                         gint64 value);

/** cs_library_add_date: adds a member that is a day, or the month or year that is known of it */
void cs_library_add_date (JsonBuilder *json,
                          const char *name,
                          CsOfficeDate date);

/** cs_library_print: prints a line for people; control characters are made visible */
void cs_library_print (const char *format,
                       ...) G_GNUC_PRINTF (1, 2);

/** cs_library_open_here: Returns: (transfer full): the library of the user to read, or %NULL */
CsLibrary *cs_library_open_here (GError **error);

/** cs_library_orders: (array zero-terminated=1): names of #CsHitOrder, by it */
extern const char *const cs_library_orders[];

/** cs_library_get_order: @name: (nullable): one of them. Returns: the order; the best for %NULL */
CsHitOrder cs_library_get_order (const char *name);

/** cs_library_complain_of_query: says where a query is not understood, and shows the place.
 * Returns: the exit status */
int cs_library_complain_of_query (const CsQuery *query);

G_END_DECLS
