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
 * CsPriorityClaim:
 * @country: two-letter code
 * @number: as given
 * @date: as given, YYYYMMDD or ISO 8601
 */
typedef struct
{
  char *country;
  char *number;
  char *date;
} CsPriorityClaim;

/**
 * CsPerson:
 * @name: as among the applicants or inventors
 * @country: (nullable): two letters: nationality of a person, seat of a firm
 * @identity: (nullable): number of an identity card, or unified social credit code
 * @address: (nullable): in one line
 *
 * What is known of somebody whom the sheet names.
 */
typedef struct
{
  char *name;
  char *country;
  char *identity;
  char *address;
} CsPerson;

/**
 * CsDeposit:
 * @authority: (nullable): where the biological material is: "CGMCC", ...
 * @number: (nullable): as given
 * @date: (nullable): as given, YYYYMMDD or ISO 8601
 */
typedef struct
{
  char *authority;
  char *number;
  char *date;
} CsDeposit;

/**
 * CsRequestFact:
 *
 * What else a sheet may tell, by cs_request_fact_get_name(). Dates are as given; from
 * %CS_FACT_ABROAD on the value is "yes" or "no", see cs_request_get_said().
 */
typedef enum
{
  CS_FACT_APPLICATION_NUMBER,
  CS_FACT_AGENT, /* the attorney at the agency */
  CS_FACT_CONTACT,
  CS_FACT_PLACE_MADE,    /* two letters of the country */
  CS_FACT_CENTRE,        /* id of the centre for pre-examination */
  CS_FACT_PARENT_NUMBER, /* of the application that is divided */
  CS_FACT_PARENT_DATE,
  CS_FACT_INTERNATIONAL_NUMBER, /* of the international application */
  CS_FACT_INTERNATIONAL_DATE,
  CS_FACT_ENTRY_DATE,  /* into the national phase */
  CS_FACT_DISCLOSED,   /* day of the earliest public act */
  CS_FACT_ABROAD,      /* to be filed abroad too */
  CS_FACT_EXAMINATION, /* substantive examination requested */
  CS_FACT_EARLY_PUBLICATION,
  CS_FACT_AMENDMENT_WAIVER,    /* no voluntary amendments */
  CS_FACT_SECRECY_EXAMINATION, /* confidentiality examination requested */
  CS_FACT_SAME_DAY,            /* utility model of the same day declared */
  CS_FACT_GRACE,               /* disclosure without loss of novelty declared */
  CS_N_FACTS
} CsRequestFact;

/** CsSaid: what a sheet says to a question of yes or no */
typedef enum
{
  CS_SAID_NOTHING,
  CS_SAID_NO,
  CS_SAID_YES
} CsSaid;

/**
 * CsRequest:
 * @office: where to
 * @type: what right
 * @route: by which way
 * @title: (nullable): title of the request, when it is given apart from the description's
 * @applicants: (array zero-terminated=1): names
 * @inventors: (array zero-terminated=1): names
 * @agency: (nullable): name
 * @priorities: (element-type CsPriorityClaim)
 * @abstract_figure: (nullable): label of the figure that goes with the abstract
 * @classes: (array zero-terminated=1): IPC symbols, the main one first
 * @filing_date: (nullable): as given
 * @persons: (element-type CsPerson): what is known of those named, in any order
 * @deposits: (element-type CsDeposit)
 * @facts: (nullable elements): one for each #CsRequestFact
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
  GArray *persons;
  GArray *deposits;
  char *facts[CS_N_FACTS];
} CsRequest;

/** cs_request_new: Returns: (transfer full): an empty sheet, route direct */
CsRequest *cs_request_new (void);

/** cs_request_dup: Returns: (transfer full): a copy that can be changed */
CsRequest *cs_request_dup (const CsRequest *request);

/** cs_request_free: frees @request and all it holds */
void cs_request_free (CsRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRequest, cs_request_free)

/** cs_request_is_blank: Returns: whether @request tells of nothing but office, type and route, so
 *  that what it does not tell is not missing but unknown */
gboolean cs_request_is_blank (const CsRequest *request);

/** cs_request_find_person: Returns: (transfer none) (nullable): what is known of @name */
const CsPerson *cs_request_find_person (const CsRequest *request,
                                        const char *name);

/** cs_request_get_said: Returns: what @request says of @fact, a matter of yes or no */
CsSaid cs_request_get_said (const CsRequest *request,
                            CsRequestFact fact);

/** cs_request_set_fact: @value: (nullable): %NULL or empty when it is not known */
void cs_request_set_fact (CsRequest *request,
                          CsRequestFact fact,
                          const char *value);

/** cs_request_fact_get_name: Returns: (transfer none): "place-made", "early-publication", ... */
const char *cs_request_fact_get_name (CsRequestFact fact);

/** cs_request_fact_is_yes_no: Returns: whether @fact is a matter of yes or no */
gboolean cs_request_fact_is_yes_no (CsRequestFact fact);

/**
 * cs_request_fact_from_name:
 * @name: a word
 * @fact: (out): the fact of that name
 *
 * Returns: whether there is one
 */
gboolean cs_request_fact_from_name (const char *name,
                                    CsRequestFact *fact);

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
