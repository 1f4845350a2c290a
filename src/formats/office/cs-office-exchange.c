#include "cs-office-exchange.h"

#include <string.h>

#include "cs-office-read.h"
#include "cs-office-text.h"

/* --- numbers --- */

/* OPS says it at the number, DOCDB at what holds the number. */
static CsNumberForm
form_of (const CsOfficeNode *reference,
         const CsOfficeNode *id)
{
  const char *form = cs_office_node_get (id, "document-id-type");

  if (form == NULL)
    form = cs_office_node_get (reference, "data-format");
  if (g_strcmp0 (form, "epodoc") == 0)
    return CS_NUMBER_EPODOC;
  return g_strcmp0 (form, "original") == 0 ? CS_NUMBER_ORIGINAL : CS_NUMBER_DOCDB;
}

/* The numbers of one thing, by form. */
typedef struct
{
  const CsOfficeNode *ids[CS_N_NUMBER_FORMS];
} IdSet;

static void
collect_ids (IdSet *set,
             const CsOfficeNode *reference)
{
  CS_OFFICE_EACH (id, reference)
  {
    CsNumberForm form;

    if (!cs_office_node_is (id, "document-id"))
      continue;
    form = form_of (reference, id);
    if (set->ids[form] == NULL)
      set->ids[form] = id;
  }
}

static CsOfficeDate
read_date (const IdSet *set)
{
  CsOfficeDate date = CS_OFFICE_DATE_UNKNOWN;

  for (guint form = 0; form < CS_N_NUMBER_FORMS && !cs_office_date_is_known (date); form++)
    date = cs_office_read_date (set->ids[form], "date");
  return date;
}

static CsNumber *
read_set (const IdSet *set,
          CsNumberRole role)
{
  CsNumberForm form = CS_NUMBER_DOCDB;
  g_autofree char *text = NULL;
  g_autofree char *country = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *alias = cs_office_node_dup (set->ids[CS_NUMBER_EPODOC], "doc-number");
  CsNumber *number;

  while (form < CS_NUMBER_VENDOR && set->ids[form] == NULL)
    form++;
  text = cs_office_node_dup (set->ids[form], "doc-number");
  country = cs_office_node_dup (set->ids[form], "country");
  kind = cs_office_node_dup (set->ids[form], "kind");
  number = cs_office_read_number (&(CsNumberInput){
      .text = text,
      .country = country,
      .kind = kind,
      .role = role,
      .form = form,
      .date = read_date (set),
  });
  /* Nobody else has seen it yet. */
  if (number != NULL && form != CS_NUMBER_EPODOC && number->alias == NULL && *alias != '\0')
    number->alias = g_utf8_make_valid (alias, -1);
  return number;
}

CsNumber *
cs_office_read_reference (const CsOfficeNode *node,
                          const char *tag,
                          CsNumberRole role)
{
  IdSet set = { { NULL } };

  if (node == NULL)
    return NULL;
  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, tag))
      collect_ids (&set, child);
  }
  return read_set (&set, role);
}

/* --- priorities --- */

/* "YES", "Y", "NO", "N" */
static int
read_active (const CsOfficeNode *claim)
{
  g_autofree char *text = cs_office_node_dup (claim, "priority-active-indicator");

  if (*text == '\0')
    return -1;
  return *text == 'Y' || *text == 'y';
}

/* Whether the numbers of @claim belong to the priority @first: in DOCDB one claim a form, all with
 * the same sequence. */
static gboolean
goes_with (const CsOfficeNode *first,
           const CsOfficeNode *claim)
{
  return cs_office_node_get (first, "data-format") != NULL &&
         g_strcmp0 (cs_office_node_get (first, "sequence"),
                    cs_office_node_get (claim, "sequence")) == 0;
}

static void
add_priority (CsRecordBuilder *builder,
              const GPtrArray *claims,
              const CsOfficeNode *claim)
{
  g_autofree char *linkage = cs_office_node_dup (claim, "priority-linkage-type");
  IdSet set = { { NULL } };
  CsNumber *number;

  collect_ids (&set, claim);
  for (guint i = 0; i < claims->len; i++)
    if (goes_with (claim, g_ptr_array_index (claims, i)))
      collect_ids (&set, g_ptr_array_index (claims, i));
  number = read_set (&set, CS_NUMBER_PRIORITY);
  if (number != NULL)
    cs_record_builder_take_priority (builder, number, read_active (claim), linkage);
}

/* Whether DOCDB's form of priorities stands in other claims, or another form of this one before. */
static gboolean
is_repeated (const GPtrArray *claims,
             const CsOfficeNode *claim)
{
  const char *form = cs_office_node_get (claim, "data-format");

  if (form == NULL || strcmp (form, "docdb") == 0)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    {
      const CsOfficeNode *other = g_ptr_array_index (claims, i);

      if (cs_office_node_has (other, "data-format", "docdb") ||
          (other < claim && goes_with (other, claim)))
        return TRUE;
    }
  return FALSE;
}

#define MAX_PRIORITIES 5000 /* a publication has claimed 500, in three forms each */

void
cs_office_add_exchange_priorities (CsRecordBuilder *builder,
                                   const CsOfficeNode *node)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (node == NULL)
    return;
  CS_OFFICE_EACH (child, node)
  {
    if (cs_office_node_is (child, "priority-claim") && claims->len < MAX_PRIORITIES)
      g_ptr_array_add (claims, (gpointer)child);
  }
  for (guint i = 0; i < claims->len; i++)
    if (!is_repeated (claims, g_ptr_array_index (claims, i)))
      add_priority (builder, claims, g_ptr_array_index (claims, i));
}

/* --- texts --- */

/* DOCDB's text, the office's own and a transliterated one may all be there: the first of each
 * language is taken. */
static void
add_texts (CsOfficeReading *reading,
           CsRecordBuilder *builder,
           const CsOfficeNode *parent,
           const char *tag,
           CsRecordPart part)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (parent == NULL)
    return;
  CS_OFFICE_EACH (child, parent)
  {
    const char *language = cs_office_node_get (child, "lang");

    if (cs_office_node_is (child, tag) &&
        g_hash_table_add (seen, (gpointer)(language == NULL ? "" : language)))
      cs_office_add_text (builder, part, child, reading->style, NULL);
  }
}

/* --- classes --- */

static void
add_ipc (CsRecordBuilder *builder,
         const CsOfficeNode *bib)
{
  const CsOfficeNode *list = cs_office_node_find (bib, "classifications-ipcr");
  const CsOfficeNode *old = cs_office_node_find (bib, "classification-ipc");

  if (list != NULL)
    CS_OFFICE_EACH (child, list)
    {
      cs_office_add_ipcr (builder, "ipc",
                          cs_office_node_get_words (cs_office_node_find (child, "text")));
    }
  if (old != NULL && list == NULL)
    CS_OFFICE_EACH (child, old)
    {
      g_autofree char *symbol = NULL;

      if (cs_office_node_is (child, "main-classification") ||
          cs_office_node_is (child, "further-classification") || cs_office_node_is (child, "text"))
        symbol = cs_office_dup_ipc (cs_office_node_get_words (child));
      cs_office_add_class (builder, "ipc", symbol);
    }
}

/* "CPCI" and "CPCA" are CPC; FI and F-terms come under their names. */
static void
add_patent_class (CsRecordBuilder *builder,
                  const CsOfficeNode *node)
{
  const char *scheme =
      cs_office_node_get (cs_office_node_find (node, "classification-scheme"), "scheme");
  const CsOfficeNode *symbol = cs_office_node_find (node, "classification-symbol");
  g_autofree char *value = cs_office_node_dup (node, "classification-value");
  g_autofree char *position = cs_office_node_dup (node, "symbol-position");
  g_autofree char *cpc = cs_office_dup_ipc (cs_office_node_get_words (symbol));
  CsClass klass = { .scheme = "cpc", .symbol = cpc };

  if (scheme == NULL)
    return;
  klass.is_first = strcmp (position, "F") == 0;
  klass.is_additional = *value == 'A' || *value == 'N';
  if (g_str_has_prefix (scheme, "CPC") && cpc == NULL)
    cs_office_add_split_class (builder, "cpc", node);
  else if (g_str_has_prefix (scheme, "CPC"))
    cs_record_builder_add_class (builder, &klass);
  else if (symbol != NULL)
    {
      klass.scheme = g_ascii_strncasecmp (scheme, "FTERM", 5) == 0 ? "fterm" : scheme;
      klass.symbol = cs_office_node_get_words (symbol);
      cs_record_builder_add_class (builder, &klass);
    }
}

static void
add_classes (CsRecordBuilder *builder,
             const CsOfficeNode *bib)
{
  const CsOfficeNode *list = cs_office_node_find (bib, "patent-classifications");

  add_ipc (builder, bib);
  if (list == NULL)
    return;
  CS_OFFICE_EACH (child, list)
  {
    if (child->tag != NULL)
      add_patent_class (builder, child);
  }
}

/* --- citations --- */

/* Codes of DOCDB and words of OPS. */
static const char *
phase_of (const char *phase)
{
  static const struct
  {
    const char *code;
    const char *name;
  } phases[] = {
    { "SEA", "search" },
    { "ISR", "search" },
    { "SUP", "search" },
    { "PRS", "search" },
    { "search", "search" },
    { "EXA", "examination" },
    { "exam", "examination" },
    { "APP", "applicant" },
    { "applicant", "applicant" },
    { "OPP", "opposition" },
    { "opposition", "opposition" },
    { "description", "applicant" },
    { "TPO", "third-party" },
    { "FOP", "opposition" },
    { "APL", "appeal" },
  };

  for (guint i = 0; phase != NULL && i < G_N_ELEMENTS (phases); i++)
    if (strstr (phase, phases[i].code) != NULL)
      return phases[i].name;
  return phase;
}

static void
add_citation (CsRecordBuilder *builder,
              const CsOfficeNode *node)
{
  const CsOfficeNode *patent = cs_office_node_find (node, "patcit");
  g_autofree char *text = cs_office_node_dup (node, "nplcit/text");
  g_autofree char *category = cs_office_node_dup (node, "category");
  CsCitation citation = { .text = text,
                          .category = category,
                          .phase = phase_of (cs_office_node_get (node, "cited-phase")) };
  IdSet set = { { NULL } };

  if (patent != NULL)
    collect_ids (&set, patent);
  citation.number = read_set (&set, CS_NUMBER_PUBLICATION);
  if (citation.number != NULL || *text != '\0')
    cs_record_builder_add_citation (builder, &citation);
}

/* --- the document --- */

void
cs_office_add_exchange_data (CsOfficeReading *reading,
                             CsRecordBuilder *builder,
                             const CsOfficeNode *node)
{
  const CsOfficeNode *bib = cs_office_node_find (node, "bibliographic-data");
  const CsOfficeNode *parties = cs_office_node_find (bib, "parties");
  const CsOfficeNode *cited = cs_office_node_find (bib, "references-cited");

  add_texts (reading, builder, bib, "invention-title", CS_RECORD_TITLE);
  add_texts (reading, builder, node, "abstract", CS_RECORD_ABSTRACT);
  add_classes (builder, bib);
  cs_office_add_exchange_parties (builder, CS_PARTY_APPLICANT,
                                  cs_office_node_find (parties, "applicants"));
  cs_office_add_exchange_parties (builder, CS_PARTY_INVENTOR,
                                  cs_office_node_find (parties, "inventors"));
  if (cited == NULL)
    return;
  CS_OFFICE_EACH (child, cited)
  {
    if (cs_office_node_is (child, "citation"))
      add_citation (builder, child);
  }
}

/* The applications that a document of DOCDB lists as its family. Returns: (nullable) */
static GPtrArray *
read_members (const CsOfficeNode *family)
{
  GPtrArray *members;

  if (family == NULL)
    return NULL;
  members = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  CS_OFFICE_EACH (child, family)
  {
    CsNumber *number =
        cs_office_read_reference (child, "application-reference", CS_NUMBER_APPLICATION);

    if (number != NULL)
      g_ptr_array_add (members, number);
  }
  return members;
}

/* DOCDB says "D", "DELETE" or "delete" of what it withdraws. */
static gboolean
is_deleted (const CsOfficeNode *node)
{
  const char *status = cs_office_node_get (node, "status");

  return status != NULL && g_ascii_toupper (*status) == 'D';
}

/* A publication whose number stands in the document's own attributes only. */
static CsNumber *
read_own_number (const CsOfficeNode *node)
{
  CsOfficeDate date;

  cs_office_date_read (cs_office_node_get (node, "date-publ"), &date);
  return cs_office_read_number (&(CsNumberInput){
      .text = cs_office_node_get (node, "doc-number"),
      .country = cs_office_node_get (node, "country"),
      .kind = cs_office_node_get (node, "kind"),
      .role = CS_NUMBER_PUBLICATION,
      .form = CS_NUMBER_DOCDB,
      .date = date,
  });
}

gboolean
cs_office_read_exchange (CsOfficeReading *reading,
                         const CsOfficeNode *node,
                         GError **error)
{
  CsRecordBuilder *builder = cs_office_reading_begin (reading);
  const CsOfficeNode *bib = cs_office_node_find (node, "bibliographic-data");
  const char *family = cs_office_node_get (node, "family-id");
  CsNumber *publication =
      cs_office_read_reference (bib, "publication-reference", CS_NUMBER_PUBLICATION);
  CsOfficeDate as_of;

  if (cs_office_date_read (cs_office_node_get (node, "date-of-last-exchange"), &as_of) &&
      cs_office_date_is_known (as_of))
    cs_record_builder_set_as_of (builder, as_of);
  if (is_deleted (node))
    cs_record_builder_set_withdrawn (builder);
  cs_record_builder_take_publication (
      builder, publication == NULL ? read_own_number (node) : publication);
  cs_record_builder_take_application (
      builder, cs_office_read_reference (bib, "application-reference", CS_NUMBER_APPLICATION));
  cs_office_add_exchange_priorities (builder, cs_office_node_find (bib, "priority-claims"));
  cs_office_add_exchange_data (reading, builder, node);
  if (family != NULL && *family != '\0')
    cs_record_builder_take_family (builder, "docdb", family,
                                   read_members (cs_office_node_find (node, "patent-family")));
  cs_record_builder_add_field (builder, "doc-id", cs_office_node_get (node, "doc-id"));
  return cs_office_reading_give (reading, builder, error);
}
