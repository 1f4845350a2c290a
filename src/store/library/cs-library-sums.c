#include <string.h>

#include "cs-library-writer.h"

/* Sums of the parts of a record, by which what was imported before is known again. They are there
 * to tell changes, not to keep out who would forge one, so they need to be quick: eight bytes a
 * step, each mixed in by two multiplications, as xxHash does with short inputs. */

#define PRIME_A G_GUINT64_CONSTANT (0x9e3779b185ebca87)
#define PRIME_B G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)
#define PRIME_C G_GUINT64_CONSTANT (0x165667b19e3779f9)

static guint64
rotate (guint64 value, guint n_bits)
{
  return value << n_bits | value >> (64 - n_bits);
}

static void
add_word (guint64 *sum, guint64 word)
{
  *sum = rotate (*sum ^ rotate (word * PRIME_B, 31) * PRIME_A, 27) * PRIME_A + PRIME_C;
}

static void
add_text (guint64 *sum, const char *text)
{
  gsize n_bytes = strlen (text);
  guint64 word;

  add_word (sum, n_bytes);
  for (; n_bytes >= sizeof word; n_bytes -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      add_word (sum, GUINT64_FROM_LE (word));
    }
  word = 0;
  memcpy (&word, text, n_bytes);
  add_word (sum, GUINT64_FROM_LE (word));
}

static void
add_int (guint64 *sum, gint64 value)
{
  add_word (sum, (guint64)value);
}

static void
add_number (guint64 *sum, const CsNumber *number)
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
take (guint64 *sum)
{
  guint64 value = *sum;

  *sum = 0;
  value = (value ^ value >> 33) * PRIME_B;
  value = (value ^ value >> 29) * PRIME_C;
  value ^= value >> 32;
  return MAX (value, 1);
}

static guint64
sum_texts (guint64 *sum, const CsRecordText *texts, guint n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    {
      add_text (sum, texts[i].language);
      add_text (sum, texts[i].text);
    }
  return n_texts == 0 ? 0 : take (sum);
}

static guint64
sum_parties (guint64 *sum, const CsRecord *record)
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
sum_classes (guint64 *sum, const CsRecord *record)
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
sum_links (guint64 *sum, const CsRecord *record, CsRecordSumPart part)
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
sum_citations (guint64 *sum, const CsRecord *record)
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
sum_events (guint64 *sum, const CsRecord *record)
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
sum_families (guint64 *sum, const CsRecord *record)
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
sum_fields (guint64 *sum, const CsRecord *record)
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
  guint64 sum = 0;

  add_number (&sum, record->publication);
  add_number (&sum, record->application);
  sums[CS_PART_NUMBERS] = take (&sum);
  sums[CS_PART_TITLES] = sum_texts (&sum, record->titles, record->n_titles);
  sums[CS_PART_ABSTRACTS] = sum_texts (&sum, record->abstracts, record->n_abstracts);
  sums[CS_PART_CLAIMS] = sum_texts (&sum, record->claims, record->n_claims);
  sums[CS_PART_DESCRIPTIONS] = sum_texts (&sum, record->descriptions, record->n_descriptions);
  sums[CS_PART_PARTIES] = sum_parties (&sum, record);
  sums[CS_PART_CLASSES] = sum_classes (&sum, record);
  sums[CS_PART_PRIORITIES] = sum_links (&sum, record, CS_PART_PRIORITIES);
  sums[CS_PART_RELATIONS] = sum_links (&sum, record, CS_PART_RELATIONS);
  sums[CS_PART_CITATIONS] = sum_citations (&sum, record);
  sums[CS_PART_EVENTS] = sum_events (&sum, record);
  sums[CS_PART_FAMILIES] = sum_families (&sum, record);
  sums[CS_PART_FIELDS] = sum_fields (&sum, record);
  sums[CS_PART_RAW] = 0;
  if (record->raw[0] != '\0')
    {
      add_text (&sum, record->raw);
      sums[CS_PART_RAW] = take (&sum);
    }
}
