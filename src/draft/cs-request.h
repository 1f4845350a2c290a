#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** CsOffice: the office a draft is meant for. */
typedef enum
{
  CS_OFFICE_UNKNOWN,
  CS_OFFICE_CN,
  CS_OFFICE_US,
  CS_OFFICE_EP,
  CS_OFFICE_PCT,
  CS_N_OFFICES
} CsOffice;

/** CsRightType: the right asked for (发明, 实用新型, 外观设计, plant patent). */
typedef enum
{
  CS_TYPE_UNKNOWN,
  CS_TYPE_INVENTION,
  CS_TYPE_UTILITY_MODEL,
  CS_TYPE_DESIGN,
  CS_TYPE_PLANT,
  CS_N_RIGHT_TYPES
} CsRightType;

/**
 * CsRoute:
 *
 * How the application comes to the office: what may still be changed depends on it (a translation
 * of an international application is never "fixed", an amendment is proposed).
 */
typedef enum
{
  CS_ROUTE_DIRECT,
  CS_ROUTE_PARIS,
  CS_ROUTE_DOMESTIC_PRIORITY,
  CS_ROUTE_PCT_NATIONAL,
  CS_ROUTE_DIVISIONAL,
  CS_ROUTE_SAME_DAY_PAIR,
  CS_ROUTE_PRE_EXAMINATION,
  CS_N_ROUTES
} CsRoute;

/**
 * CsPriority:
 * @country: two-letter code
 * @number: as given
 * @date: as given, YYYYMMDD or ISO 8601
 */
typedef struct
{
  char *country;
  char *number;
  char *date;
} CsPriority;

/**
 * CsRequest:
 * @office: where to
 * @type: what right
 * @route: by which way
 * @title: (nullable): title of the request, when it is given apart from the description's
 * @applicants: (array zero-terminated=1): names
 * @inventors: (array zero-terminated=1): names
 * @agency: (nullable): name
 * @priorities: (element-type CsPriority)
 * @abstract_figure: (nullable): label of the figure that goes with the abstract
 * @classes: (array zero-terminated=1): IPC symbols, the main one first
 * @filing_date: (nullable): as given
 *
 * The filing sheet: what belongs to the application but stands in none of its texts. Fields a
 * format does not tell are empty: unknown is not "no".
 */
typedef struct
{
  CsOffice office;
  CsRightType type;
  CsRoute route;
  char *title;
  char **applicants;
  char **inventors;
  char *agency;
  GArray *priorities;
  char *abstract_figure;
  char **classes;
  char *filing_date;
} CsRequest;

/** cs_request_new: Returns: (transfer full): an empty sheet, route direct */
CsRequest *cs_request_new (void);

/** cs_request_dup: Returns: (transfer full): a copy that can be changed */
CsRequest *cs_request_dup (const CsRequest *request);

/** cs_request_free: frees @request and all it holds */
void cs_request_free (CsRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRequest, cs_request_free)

/** cs_office_get_name: Returns: (transfer none): "CN", "US", "EP", "PCT" or "" */
const char *cs_office_get_name (CsOffice office);

/** cs_office_from_name: Returns: the office of that name, %CS_OFFICE_UNKNOWN when there is none */
CsOffice cs_office_from_name (const char *name);

/** cs_right_type_get_name: Returns: (transfer none): "invention", "utility-model", ... or "" */
const char *cs_right_type_get_name (CsRightType type);

/** cs_right_type_from_name: Returns: the type of that name or %CS_TYPE_UNKNOWN */
CsRightType cs_right_type_from_name (const char *name);

/** cs_route_get_name: Returns: (transfer none): "direct", "paris", "pct-national", ... */
const char *cs_route_get_name (CsRoute route);

/**
 * cs_route_from_name:
 * @name: a word
 * @route: (out): the route of that name
 *
 * Returns: whether there is one
 */
gboolean cs_route_from_name (const char *name,
                             CsRoute *route);

G_END_DECLS
