#pragma once

#include <glib-object.h>

#include "../cs-legal-status.h"
#include "../cs-office-date.h"

G_BEGIN_DECLS

/* The language of search. Fields are named before a comparison (ti= 名称= pd>=2020), AND, OR, NOT,
 * NEAR/n, ADJ/n join (NEAR binds closest, then NOT, AND, OR; a blank is AND), brackets group,
 * quotes make a phrase, * at the end truncates. Full-width forms are the same as others. What
 * stands alone and looks like a date, a class or a number is taken as one. Everything is said of
 * one publication, but what stands in fam=( ) of any of its family; pa=="..." is the whole name. */

/**
 * CsQueryField:
 * @CS_QUERY_TEXT: title, abstract and claims: where a word is looked for when no field is named
 * @CS_QUERY_FULL_TEXT: the description too (ft= 全文=)
 * @CS_QUERY_TITLE: ti= 名称=
 * @CS_QUERY_ABSTRACT: ab= 摘要=
 * @CS_QUERY_TITLE_ABSTRACT: ta= 名称摘要=
 * @CS_QUERY_CLAIMS: cl= 权利要求=
 * @CS_QUERY_DESCRIPTION: de= 说明书=
 * @CS_QUERY_APPLICANT: pa= 申请人=: applicants and owners
 * @CS_QUERY_INVENTOR: in= 发明人=
 * @CS_QUERY_CLASS: class= 分类号=: any scheme
 * @CS_QUERY_IPC: ic=
 * @CS_QUERY_CPC: cpc=
 * @CS_QUERY_NUMBER: num= 号码=: any of the three that follow, as a number that stands alone
 * @CS_QUERY_PUBLICATION: pn= 公开号=
 * @CS_QUERY_APPLICATION: ap= 申请号=
 * @CS_QUERY_PRIORITY: pr= 优先权=
 * @CS_QUERY_PUBLISHED: pd= 公开日=
 * @CS_QUERY_FILED: ad= 申请日=
 * @CS_QUERY_EARLIEST: prd= 优先权日=: the earliest priority of the family
 * @CS_QUERY_EXPIRY: exp= 届满日=: when the term of the application ends
 * @CS_QUERY_STATUS: ls= 状态=: legal status of the application
 * @CS_QUERY_OFFICE: cc= 国家=: office that published
 * @CS_QUERY_FIRST_OFFICE: fo= 首次申请国=: office of the first filing of the family
 * @CS_QUERY_FAMILY: fam= 同族=: number that a source gives the family
 * @CS_QUERY_TAG: tag= 标签=
 *
 * Where something is looked for.
 */
typedef enum
{
  CS_QUERY_TEXT,
  CS_QUERY_FULL_TEXT,
  CS_QUERY_TITLE,
  CS_QUERY_ABSTRACT,
  CS_QUERY_TITLE_ABSTRACT,
  CS_QUERY_CLAIMS,
  CS_QUERY_DESCRIPTION,
  CS_QUERY_APPLICANT,
  CS_QUERY_INVENTOR,
  CS_QUERY_CLASS,
  CS_QUERY_IPC,
  CS_QUERY_CPC,
  CS_QUERY_NUMBER,
  CS_QUERY_PUBLICATION,
  CS_QUERY_APPLICATION,
  CS_QUERY_PRIORITY,
  CS_QUERY_PUBLISHED,
  CS_QUERY_FILED,
  CS_QUERY_EARLIEST,
  CS_QUERY_EXPIRY,
  CS_QUERY_STATUS,
  CS_QUERY_OFFICE,
  CS_QUERY_FIRST_OFFICE,
  CS_QUERY_FAMILY,
  CS_QUERY_TAG,
  CS_N_QUERY_FIELDS
} CsQueryField;

/** cs_query_field_is_text: Returns: whether words of texts are looked for in @field */
gboolean cs_query_field_is_text (CsQueryField field);

/** cs_query_field_is_date: Returns: whether @field takes dates and can be compared with > and < */
gboolean cs_query_field_is_date (CsQueryField field);

/** cs_query_field_get_name: Returns: (transfer none): what is written before "=": "ti"; "" for
 * %CS_QUERY_TEXT, which has none */
const char *cs_query_field_get_name (CsQueryField field);

/**
 * CsQueryKind:
 * @CS_QUERY_AND: all children
 * @CS_QUERY_OR: any child
 * @CS_QUERY_NOT: not its one child
 * @CS_QUERY_MEMBER: a publication of the family fits its one child: fam=(cc=US)
 * @CS_QUERY_NEAR: its children near each other in one part of one publication, see #CsQueryLink
 * @CS_QUERY_TERM: a word, phrase or name
 * @CS_QUERY_DATES: a range of dates
 * @CS_QUERY_STATES: some of the legal states
 *
 * What a node says.
 */
typedef enum
{
  CS_QUERY_AND,
  CS_QUERY_OR,
  CS_QUERY_NOT,
  CS_QUERY_MEMBER,
  CS_QUERY_NEAR,
  CS_QUERY_TERM,
  CS_QUERY_DATES,
  CS_QUERY_STATES
} CsQueryKind;

/**
 * CsQueryLink:
 * @distance: how many words, in Chinese characters, may stand between
 * @is_ordered: whether the left one comes first (ADJ)
 *
 * How near two neighbours of a %CS_QUERY_NEAR must be.
 */
typedef struct
{
  guint distance;
  gboolean is_ordered;
} CsQueryLink;

typedef struct _CsQueryNode CsQueryNode;

/**
 * CsQueryNode:
 * @kind: what it says
 * @field: where; of a NEAR the field of all its terms
 * @start_byte: where it stands in the query
 * @end_byte: one past its end
 * @text: of a term: the words; of a class its symbol in normal form: "H01M10/05"
 * @is_prefix: of a term: whether what begins like it is meant too
 * @is_whole: of a name: whether it is all of the name
 * @from: of dates: the first, unknown when there is no limit; a year alone means all of it
 * @to: of dates: the last, included; the same
 * @states: of states: bits `1 << CsLegalState`
 * @children: (array length=n_children): for a NEAR terms, or ORs of terms
 * @n_children: how many
 * @links: (array length=n_children-1): of a NEAR: between children
 *
 * A node of a query, which owns it.
 */
struct _CsQueryNode
{
  CsQueryKind kind;
  CsQueryField field;
  gsize start_byte;
  gsize end_byte;
  char *text;
  gboolean is_prefix;
  gboolean is_whole;
  CsOfficeDate from;
  CsOfficeDate to;
  guint states;
  CsQueryNode **children;
  guint n_children;
  CsQueryLink *links;
};

/** CsQueryMarkKind: how a piece of a query is to be coloured */
typedef enum
{
  CS_QUERY_MARK_FIELD,
  CS_QUERY_MARK_OPERATOR,
  CS_QUERY_MARK_BRACKET,
  CS_QUERY_MARK_PHRASE,
  CS_QUERY_MARK_WORD
} CsQueryMarkKind;

/** CsQueryMark: a piece of a query, in bytes */
typedef struct
{
  CsQueryMarkKind kind;
  gsize start_byte;
  gsize end_byte;
} CsQueryMark;

/**
 * CsQueryFault:
 * @start_byte: where in the query it is
 * @end_byte: one past its end; the same as @start_byte where something is missing
 * @message: (nullable): translated: what is wrong and what to do; %NULL when nothing is
 *
 * Why a query is not understood.
 */
typedef struct
{
  gsize start_byte;
  gsize end_byte;
  char *message;
} CsQueryFault;

/**
 * CsQuery:
 * @text: as it was written
 * @root: (nullable): what it says; %NULL when it is empty, then it means everything, and when it
 *   has a fault
 * @marks: (array length=n_marks): its pieces in order, also of one with a fault
 * @n_marks: how many
 * @fault: what is wrong with it
 *
 * A query as it was understood. Immutable.
 */
typedef struct
{
  char *text;
  const CsQueryNode *root;
  const CsQueryMark *marks;
  guint n_marks;
  CsQueryFault fault;
} CsQuery;

#define CS_TYPE_QUERY (cs_query_get_type ())

GType cs_query_get_type (void) G_GNUC_CONST;

/** CS_MAX_QUERY: bytes of a query */
#define CS_MAX_QUERY (64 * 1024)

/** CS_MAX_QUERY_DEPTH: brackets within brackets */
#define CS_MAX_QUERY_DEPTH 50

/** CS_MAX_QUERY_TERMS: words, phrases and values in one query */
#define CS_MAX_QUERY_TERMS 500

/**
 * cs_query_parse:
 * @text: what a person wrote; valid UTF-8
 *
 * Total: what cannot be understood has a fault. Thread: any.
 *
 * Returns: (transfer full): the query
 */
CsQuery *cs_query_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** cs_query_ref: Returns: (transfer full): @query. Thread: any. */
CsQuery *cs_query_ref (CsQuery *query);

/** cs_query_unref: Thread: any. */
void cs_query_unref (CsQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsQuery, cs_query_unref)

/**
 * cs_query_dup_reading:
 * @query: a query
 * @language: "zh" or "en"
 *
 * How it was understood, in words: `"solid electrolyte" in the title AND published 2018 to 2020`.
 * Thread: any.
 *
 * Returns: (transfer full): the words, "" when it has a fault
 */
char *cs_query_dup_reading (const CsQuery *query,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
