#pragma once

#include "cs-number.h"

G_BEGIN_DECLS

/**
 * CsRecordText:
 * @language: two letters in lower case, "" when unknown
 * @text: the words
 *
 * A title, an abstract, claims or a description in one language. Claims are separated by one empty
 * line, the lines of a claim by a line end; each begins with its number when the source prints one
 * ("1. A ..."). Paragraphs of a description are lines, each with its number in front when it has
 * one
 * ("[0021] ...").
 */
typedef struct
{
  const char *language;
  const char *text;
} CsRecordText;

/**
 * CsPartyRole:
 *
 * As what a person or company stands in a record.
 */
typedef enum
{
  CS_PARTY_APPLICANT, /* at filing (原始申请人) */
  CS_PARTY_OWNER,     /* now (当前权利人), also assignees */
  CS_PARTY_INVENTOR,
  CS_PARTY_AGENT,
  CS_PARTY_EXAMINER,
  CS_N_PARTY_ROLES
} CsPartyRole;

/**
 * CsParty:
 * @role: as what
 * @name: cleaned of trailing commas, line breaks and a country in brackets
 * @country: code of ST.3, "" when unknown
 *
 * A person or company.
 */
typedef struct
{
  CsPartyRole role;
  const char *name;
  const char *country;
} CsParty;

/**
 * CsClass:
 * @scheme: "ipc", "cpc", "locarno", "us", "fi", "fterm"
 * @symbol: normalised: "H04W84/00", "H01M10/0525"; without blanks and date
 * @is_first: whether it is the main class
 * @is_additional: whether it is additional information only (A), not inventive (I)
 *
 * One symbol of a classification; a symbol that several offices give stands once.
 */
typedef struct
{
  const char *scheme;
  const char *symbol;
  gboolean is_first;
  gboolean is_additional;
} CsClass;

/**
 * CsPriority:
 * @number: of the earlier application
 * @active: 1 when DOCDB counts it for the simple family, 0 when not, -1 when the source does not
 *   say
 * @linkage: DOCDB's type of link: "W" (PCT), "1" (continuation), ... "" when not given
 *
 * A priority that an application claims.
 */
typedef struct
{
  CsNumber *number;
  int active;
  const char *linkage;
} CsPriority;

/**
 * CsRelationType:
 *
 * How an application comes from an earlier one within an office, or from an international one.
 */
typedef enum
{
  CS_RELATION_CONTINUATION,
  CS_RELATION_IN_PART,     /* continuation in part: counts as a first filing */
  CS_RELATION_DIVISION,    /* 分案 */
  CS_RELATION_PROVISIONAL, /* claims a provisional application */
  CS_RELATION_REISSUE,
  CS_RELATION_REEXAMINATION,
  CS_RELATION_ADDITION,
  CS_RELATION_SUBSTITUTION,
  CS_RELATION_NATIONAL_PHASE, /* of an international application */
  CS_RELATION_SAME_DAY,       /* 一案双申: invention and utility model of one day */
  CS_RELATION_RELATED,        /* said to be related, no more */
  CS_N_RELATION_TYPES
} CsRelationType;

/**
 * CsRelation:
 * @type: how
 * @parent: the earlier application; a publication when the source names only that
 *
 * That the application of a record comes from an earlier one.
 */
typedef struct
{
  CsRelationType type;
  CsNumber *parent;
} CsRelation;

/**
 * CsCitation:
 * @number: (nullable): the cited document
 * @text: the cited literature, "" for a patent document
 * @category: "X", "Y", "A", ..., "" when not given
 * @phase: who cites: "search", "examination", "applicant", ..., "" when not given
 *
 * What a record cites.
 */
typedef struct
{
  CsNumber *number;
  const char *text;
  const char *category;
  const char *phase;
} CsCitation;

/**
 * CsLegalEvent:
 * @authority: code of ST.3: whose event it is; for a national part of a European patent that state
 * @code: without blanks: "GRNT", "PG25"
 * @text: what the source says it means
 * @influence: '+', '-', or NUL
 * @date: of the event, or of its gazette
 * @effective: when it takes effect, where that is given
 * @details: further fields as "name: value" lines, "" when there are none
 *
 * A legal event.
 */
typedef struct
{
  const char *authority;
  const char *code;
  const char *text;
  char influence;
  CsOfficeDate date;
  CsOfficeDate effective;
  const char *details;
} CsLegalEvent;

/**
 * CsGivenFamily:
 * @rule: "docdb", "inpadoc", "patsnap", "fampat", "dwpi", "lens-simple", "source" ...: whose
 *   definition it is
 * @id: the source's number of it, "" when it has none
 * @members: (array length=n_members): other members that the source lists
 * @n_members: how many
 *
 * A family as a source gives it.
 */
typedef struct
{
  const char *rule;
  const char *id;
  CsNumber **members;
  guint n_members;
} CsGivenFamily;

/**
 * CsRecordField:
 * @name: of the column or element, as the source calls it
 * @value: what stands there
 *
 * What a source says beside all we have a place for. Kept and shown.
 */
typedef struct
{
  const char *name;
  const char *value;
} CsRecordField;

/**
 * CsRecord:
 * @source: where from: "ops", "docdb", "uspto", "ep", "cnipa", or "table:" and the platform
 * @file: name of the file, and of the file in the package, as shown to the user
 * @place: line of a table, index of a document in a weekly file; 1-based
 * @as_of: day of the data, when the source tells
 * @publication: (nullable): the document
 * @application: (nullable): what it is a publication of; one of both is never %NULL
 * @is_withdrawn: whether the source says that the record is deleted
 *
 * What one source says about one publication, or about an application without one. Arrays are in
 * the order of the source; strings are valid UTF-8, never %NULL, and live as long as the record.
 * Immutable; made by #CsRecordBuilder.
 */
typedef struct
{
  const char *source;
  const char *file;
  guint place;
  CsOfficeDate as_of;
  CsNumber *publication;
  CsNumber *application;
  gboolean is_withdrawn;
  const CsRecordText *titles;
  guint n_titles;
  const CsRecordText *abstracts;
  guint n_abstracts;
  const CsRecordText *claims;
  guint n_claims;
  const CsRecordText *descriptions;
  guint n_descriptions;
  const CsParty *parties;
  guint n_parties;
  const CsClass *classes;
  guint n_classes;
  const CsPriority *priorities;
  guint n_priorities;
  const CsRelation *relations;
  guint n_relations;
  const CsCitation *citations;
  guint n_citations;
  const CsLegalEvent *events;
  guint n_events;
  const CsGivenFamily *families;
  guint n_families;
  const CsRecordField *fields;
  guint n_fields;
  const char *raw; /* the record as it was, for the eye; "" when it would be too long */
} CsRecord;

#define CS_TYPE_RECORD (cs_record_get_type ())

GType cs_record_get_type (void) G_GNUC_CONST;

/** cs_record_ref: Returns: (transfer full): @record. Thread: any. */
CsRecord *cs_record_ref (CsRecord *record);

/** cs_record_unref: Thread: any. */
void cs_record_unref (CsRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecord, cs_record_unref)

/* --- making one --- */

/**
 * CsRecordBuilder:
 *
 * A record in the making; for one thread. What is added is copied; numbers are taken over.
 */
typedef struct _CsRecordBuilder CsRecordBuilder;

/**
 * cs_record_builder_new:
 * @source: see #CsRecord
 * @file: the same
 * @place: the same
 *
 * Returns: (transfer full): a record with nothing in it yet
 */
CsRecordBuilder *cs_record_builder_new (const char *source,
                                        const char *file,
                                        guint place) G_GNUC_WARN_UNUSED_RESULT;

/** cs_record_builder_free: for one that is given up */
void cs_record_builder_free (CsRecordBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsRecordBuilder, cs_record_builder_free)

/** cs_record_builder_set_as_of: @as_of: day of the data */
void cs_record_builder_set_as_of (CsRecordBuilder *builder,
                                  CsOfficeDate as_of);

/** cs_record_builder_take_publication: @number: (transfer full) (nullable): the document */
void cs_record_builder_take_publication (CsRecordBuilder *builder,
                                         CsNumber *number);

/** cs_record_builder_take_application: @number: (transfer full) (nullable): of what */
void cs_record_builder_take_application (CsRecordBuilder *builder,
                                         CsNumber *number);

/** cs_record_builder_set_withdrawn: the source says that the record is deleted */
void cs_record_builder_set_withdrawn (CsRecordBuilder *builder);

/**
 * CsRecordPart:
 *
 * Where cs_record_builder_add_text() puts words.
 */
typedef enum
{
  CS_RECORD_TITLE,
  CS_RECORD_ABSTRACT,
  CS_RECORD_CLAIMS,
  CS_RECORD_DESCRIPTION,
  CS_N_RECORD_PARTS
} CsRecordPart;

/** cs_record_builder_add_text: @language: (nullable): two letters in any case. Adds words; what is
 * no UTF-8 is made so, empty words are left out. */
void cs_record_builder_add_text (CsRecordBuilder *builder,
                                 CsRecordPart part,
                                 const char *language,
                                 const char *text);

/** cs_record_builder_add_party: @name: is cleaned; an empty one, and one that stands there already
 * in the same role, whatever its letters' case, is left out. @country: (nullable) */
void cs_record_builder_add_party (CsRecordBuilder *builder,
                                  CsPartyRole role,
                                  const char *name,
                                  const char *country);

/** cs_record_builder_add_class: @klass: its symbol is normalised; one that stands there already is
 * left out */
void cs_record_builder_add_class (CsRecordBuilder *builder,
                                  const CsClass *klass);

/** cs_record_builder_take_priority: @number: (transfer full). @active, @linkage: (nullable): see
 * #CsPriority */
void cs_record_builder_take_priority (CsRecordBuilder *builder,
                                      CsNumber *number,
                                      int active,
                                      const char *linkage);

/** cs_record_builder_take_relation: @parent: (transfer full) */
void cs_record_builder_take_relation (CsRecordBuilder *builder,
                                      CsRelationType type,
                                      CsNumber *parent);

/** cs_record_builder_add_citation: @citation: strings may be %NULL; its number is taken over */
void cs_record_builder_add_citation (CsRecordBuilder *builder,
                                     const CsCitation *citation);

/** cs_record_builder_add_event: @event: strings may be %NULL */
void cs_record_builder_add_event (CsRecordBuilder *builder,
                                  const CsLegalEvent *event);

/** cs_record_builder_take_family: @rule, @id: (nullable): see #CsGivenFamily. @members: (transfer
 * full) (nullable) (element-type CsNumber): others that the source lists */
void cs_record_builder_take_family (CsRecordBuilder *builder,
                                    const char *rule,
                                    const char *id,
                                    GPtrArray *members);

/** cs_record_builder_add_field: what has no place elsewhere; an empty value is left out */
void cs_record_builder_add_field (CsRecordBuilder *builder,
                                  const char *name,
                                  const char *value);

/** cs_record_builder_set_raw: @raw: (nullable): the record as it was; longer than
 * %CS_MAX_RAW_RECORD bytes it is left out */
void cs_record_builder_set_raw (CsRecordBuilder *builder,
                                const char *raw,
                                gsize n_bytes);

/** CS_MAX_RAW_RECORD: bytes of a raw record that is kept */
#define CS_MAX_RAW_RECORD (256 * 1024)

/**
 * cs_record_builder_end:
 * @builder: (transfer full): what was built
 *
 * Returns: (transfer full) (nullable): the record, %NULL when it has neither publication nor
 * application
 */
CsRecord *cs_record_builder_end (CsRecordBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
