#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CsQueryForm:
 *
 * A form for those who do not know the language of search: lines of field and words, joined by AND,
 * OR, NOT. It writes the query and shows it, so that one learns the language by using it.
 *
 * Signals: `search (const char *query)`: the user wants it searched.
 */
#define CS_TYPE_QUERY_FORM (cs_query_form_get_type ())

G_DECLARE_FINAL_TYPE (CsQueryForm, cs_query_form, CS, QUERY_FORM, AdwWindow)

/** cs_query_form_new: @parent: the window it belongs to. Returns: (transfer none): an empty form,
 * not shown yet */
CsQueryForm *cs_query_form_new (GtkWindow *parent);

G_END_DECLS
