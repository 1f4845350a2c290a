#include <string.h>

#include "cs-library-writer.h"

/* Sums of the parts of a record, by which what was imported before is known again. */

#define DIGEST_BYTES 32

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static void
add_int (GChecksum *sum, gint64 value)
{
  gint64 portable = GINT64_TO_LE (value);

  g_checksum_update (sum, (const guchar *)&portable, sizeof portable);
}

static void
add_number (GChecksum *sum, const CsNumber *number)
{
  if (number == NULL)
    {
      add_text (sum, "");
      return;
    }
  add_text (sum, cs_number_get_id (number));
  add_text (sum, number->printed);
  add_text (sum, number->alias == NULL ? "" : number->alias);
  add_int (sum, cs_office_date_to_key (number->date));
}

/* Returns: the sum so far, never 0; the next one begins from nothing */
static guint64
take (GChecksum *sum)
{
  guint8 digest[DIGEST_BYTES];
  gsize n_bytes = sizeof digest;
  guint64 value;

  g_checksum_get_digest (sum, digest, &n_bytes);
  g_checksum_reset (sum);
  memcpy (&value, digest, sizeof value);
  return MAX (GUINT64_FROM_LE (value), 1);
}

static guint64
sum_texts (GChecksum *sum, const CsRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      add_text (sum, texts[i].language);
      add_text (sum, texts[i].text);
    }
  return n_texts == 0 ? 0 : take (sum);
}

static guint64
sum_parties (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_parties; i++)
    {
      add_int (sum, record->parties[i].role);
      add_text (sum, record->parties[i].name);
      add_text (sum, record->parties[i].country);
    }
  return record->n_parties == 0 ? 0 : take (sum);
}

static guint64
sum_classes (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_classes; i++)
    {
      const CsClass *klass = &record->classes[i];

      add_text (sum, klass->scheme);
      add_text (sum, klass->symbol);
      add_int (sum, klass->is_first | klass->is_additional << 1);
    }
  return record->n_classes == 0 ? 0 : take (sum);
}

static guint64
sum_links (GChecksum *sum, const CsRecord *record, CsRecordSumPart part)
{
  guint n = part == CS_PART_PRIORITIES ? record->n_priorities : record->n_relations;

  for (guint i = 0; i < n; i++)
    if (part == CS_PART_PRIORITIES)
      {
        add_number (sum, record->priorities[i].number);
        add_int (sum, record->priorities[i].active);
        add_text (sum, record->priorities[i].linkage);
      }
    else
      {
        add_number (sum, record->relations[i].parent);
        add_int (sum, record->relations[i].type);
      }
  return n == 0 ? 0 : take (sum);
}

static guint64
sum_citations (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_citations; i++)
    {
      const CsCitation *citation = &record->citations[i];

      add_number (sum, citation->number);
      add_text (sum, citation->text);
      add_text (sum, citation->category);
      add_text (sum, citation->phase);
    }
  return record->n_citations == 0 ? 0 : take (sum);
}

static guint64
sum_events (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_events; i++)
    {
      const CsLegalEvent *event = &record->events[i];

      add_text (sum, event->authority);
      add_text (sum, event->code);
      add_text (sum, event->text);
      add_int (sum, event->influence);
      add_int (sum, cs_office_date_to_key (event->date));
      add_int (sum, cs_office_date_to_key (event->effective));
      add_text (sum, event->details);
    }
  return record->n_events == 0 ? 0 : take (sum);
}

static guint64
sum_families (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_families; i++)
    {
      const CsGivenFamily *family = &record->families[i];

      add_text (sum, family->rule);
      add_text (sum, family->id);
      for (guint m = 0; m < family->n_members; m++)
        add_number (sum, family->members[m]);
    }
  return record->n_families == 0 ? 0 : take (sum);
}

static guint64
sum_fields (GChecksum *sum, const CsRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      add_text (sum, record->fields[i].name);
      add_text (sum, record->fields[i].value);
    }
  return record->n_fields == 0 ? 0 : take (sum);
}

void
cs_record_sum_parts (const CsRecord *record, guint64 sums[CS_N_RECORD_SUMS])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_number (sum, record->publication);
  add_number (sum, record->application);
  sums[CS_PART_NUMBERS] = take (sum);
  sums[CS_PART_TITLES] = sum_texts (sum, record->titles, record->n_titles);
  sums[CS_PART_ABSTRACTS] = sum_texts (sum, record->abstracts, record->n_abstracts);
  sums[CS_PART_CLAIMS] = sum_texts (sum, record->claims, record->n_claims);
  sums[CS_PART_DESCRIPTIONS] = sum_texts (sum, record->descriptions, record->n_descriptions);
  sums[CS_PART_PARTIES] = sum_parties (sum, record);
  sums[CS_PART_CLASSES] = sum_classes (sum, record);
  sums[CS_PART_PRIORITIES] = sum_links (sum, record, CS_PART_PRIORITIES);
  sums[CS_PART_RELATIONS] = sum_links (sum, record, CS_PART_RELATIONS);
  sums[CS_PART_CITATIONS] = sum_citations (sum, record);
  sums[CS_PART_EVENTS] = sum_events (sum, record);
  sums[CS_PART_FAMILIES] = sum_families (sum, record);
  sums[CS_PART_FIELDS] = sum_fields (sum, record);
  sums[CS_PART_RAW] = 0;
  if (record->raw[0] != '\0')
    {
      add_text (sum, record->raw);
      sums[CS_PART_RAW] = take (sum);
    }
}
