#include "cs-record.h"

#include <string.h>

/* The strings of a record lie in one chunk, its arrays in arrays that the record points into. */
typedef struct
{
  CsRecord public;
  GStringChunk *strings;
  GArray *texts[CS_N_RECORD_PARTS];
  GArray *parties;
  GArray *classes;
  GArray *priorities;
  GArray *relations;
  GArray *citations;
  GArray *events;
  GArray *families;
  GArray *fields;
} CsRecordBox;

struct _CsRecordBuilder
{
  CsRecordBox *box; /* of an atomic rc box */
  GHashTable *seen; /* of parties and classes: what is there already */
};

#define CHUNK_BYTES 4096

G_DEFINE_BOXED_TYPE (CsRecord, cs_record, cs_record_ref, cs_record_unref)

static void
clear_priority (gpointer data)
{
  CsPriority *priority = data;

  g_clear_pointer (&priority->number, cs_number_unref);
}

static void
clear_relation (gpointer data)
{
  CsRelation *relation = data;

  g_clear_pointer (&relation->parent, cs_number_unref);
}

static void
clear_citation (gpointer data)
{
  CsCitation *citation = data;

  g_clear_pointer (&citation->number, cs_number_unref);
}

static void
clear_family (gpointer data)
{
  CsGivenFamily *family = data;

  for (guint i = 0; i < family->n_members; i++)
    cs_number_unref (family->members[i]);
  g_clear_pointer (&family->members, g_free);
}

static GArray *
array_new (gsize element_size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint)element_size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

static void
box_clear (gpointer data)
{
  CsRecordBox *box = data;

  g_clear_pointer (&box->public.publication, cs_number_unref);
  g_clear_pointer (&box->public.application, cs_number_unref);
  for (guint i = 0; i < CS_N_RECORD_PARTS; i++)
    g_array_unref (box->texts[i]);
  g_array_unref (box->parties);
  g_array_unref (box->classes);
  g_array_unref (box->priorities);
  g_array_unref (box->relations);
  g_array_unref (box->citations);
  g_array_unref (box->events);
  g_array_unref (box->families);
  g_array_unref (box->fields);
  g_string_chunk_free (box->strings);
}

CsRecord *
cs_record_ref (CsRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
cs_record_unref (CsRecord *record)
{
  g_atomic_rc_box_release_full (record, box_clear);
}

/* --- strings --- */

static const char *
keep (CsRecordBuilder *builder,
      const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || *text == '\0')
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return g_string_chunk_insert (builder->box->strings, text);
  valid = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert (builder->box->strings, valid);
}

static const char *
keep_lower (CsRecordBuilder *builder,
            const char *text)
{
  g_autofree char *lower = text == NULL ? NULL : g_ascii_strdown (text, -1);

  return keep (builder, lower);
}

/* --- making one --- */

CsRecordBuilder *
cs_record_builder_new (const char *source,
                       const char *file,
                       guint place)
{
  CsRecordBuilder *builder = g_new0 (CsRecordBuilder, 1);
  CsRecordBox *box = g_atomic_rc_box_new0 (CsRecordBox);

  builder->box = box;
  builder->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  box->strings = g_string_chunk_new (CHUNK_BYTES);
  for (guint i = 0; i < CS_N_RECORD_PARTS; i++)
    box->texts[i] = array_new (sizeof (CsRecordText), NULL);
  box->parties = array_new (sizeof (CsParty), NULL);
  box->classes = array_new (sizeof (CsClass), NULL);
  box->priorities = array_new (sizeof (CsPriority), clear_priority);
  box->relations = array_new (sizeof (CsRelation), clear_relation);
  box->citations = array_new (sizeof (CsCitation), clear_citation);
  box->events = array_new (sizeof (CsLegalEvent), NULL);
  box->families = array_new (sizeof (CsGivenFamily), clear_family);
  box->fields = array_new (sizeof (CsRecordField), NULL);
  box->public.source = keep (builder, source);
  box->public.file = keep (builder, file);
  box->public.place = place;
  box->public.raw = "";
  return builder;
}

void
cs_record_builder_free (CsRecordBuilder *builder)
{
  g_atomic_rc_box_release_full (builder->box, box_clear);
  g_hash_table_unref (builder->seen);
  g_free (builder);
}

void
cs_record_builder_set_as_of (CsRecordBuilder *builder,
                             CsOfficeDate as_of)
{
  builder->box->public.as_of = as_of;
}

void
cs_record_builder_take_publication (CsRecordBuilder *builder,
                                    CsNumber *number)
{
  g_clear_pointer (&builder->box->public.publication, cs_number_unref);
  builder->box->public.publication = number;
}

void
cs_record_builder_take_application (CsRecordBuilder *builder,
                                    CsNumber *number)
{
  g_clear_pointer (&builder->box->public.application, cs_number_unref);
  builder->box->public.application = number;
}

void
cs_record_builder_set_withdrawn (CsRecordBuilder *builder)
{
  builder->box->public.is_withdrawn = TRUE;
}

void
cs_record_builder_add_text (CsRecordBuilder *builder,
                            CsRecordPart part,
                            const char *language,
                            const char *text)
{
  CsRecordText entry = { keep_lower (builder, language), keep (builder, text) };

  if (entry.text[0] != '\0')
    g_array_append_val (builder->box->texts[part], entry);
}

/* A name without line breaks, trailing commas and a country in brackets ("NOKIA CORP [FI],\n").
 * Offices write blanks of several widths. @name: valid UTF-8 */
static char *
clean_name (const char *name)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean owes_space = FALSE;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c))
        {
          if (owes_space && clean->len > 0)
            g_string_append_c (clean, ' ');
          g_string_append_unichar (clean, c);
        }
      owes_space = g_unichar_isspace (c);
    }
  while (clean->len > 0 && strchr (" ,;", clean->str[clean->len - 1]) != NULL)
    g_string_truncate (clean, clean->len - 1);
  if (clean->len > 5 && clean->str[clean->len - 1] == ']' && clean->str[clean->len - 4] == '[')
    g_string_truncate (clean, clean->len - 4);
  return g_strchomp (g_string_free (g_steal_pointer (&clean), FALSE));
}

void
cs_record_builder_add_party (CsRecordBuilder *builder,
                             CsPartyRole role,
                             const char *name,
                             const char *country)
{
  g_autofree char *valid = g_utf8_make_valid (name == NULL ? "" : name, -1);
  g_autofree char *clean = clean_name (valid);
  g_autofree char *folded = g_utf8_casefold (clean, -1);
  GArray *parties = builder->box->parties;
  CsParty party = { role, NULL, NULL };

  if (clean[0] == '\0')
    return;
  if (!g_hash_table_add (builder->seen, g_strdup_printf ("party %d %s", (int)role, folded)))
    return;
  party.name = keep (builder, clean);
  party.country = keep (builder, country);
  g_array_append_val (parties, party);
}

/* "H04W  84/    20" is H04W84/20: blanks carry nothing, what stands in brackets is the edition. */
static char *
normal_symbol (const char *symbol)
{
  GString *normal = g_string_new (NULL);

  for (const char *at = symbol; *at != '\0' && *at != '('; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (normal, g_ascii_toupper (*at));
  return g_string_free (normal, FALSE);
}

void
cs_record_builder_add_class (CsRecordBuilder *builder,
                             const CsClass *klass)
{
  g_autofree char *symbol = normal_symbol (klass->symbol == NULL ? "" : klass->symbol);
  GArray *classes = builder->box->classes;
  CsClass copy = *klass;

  if (symbol[0] == '\0')
    return;
  copy.scheme = keep_lower (builder, klass->scheme);
  if (!g_hash_table_add (builder->seen, g_strdup_printf ("class %s %s", copy.scheme, symbol)))
    return;
  copy.symbol = keep (builder, symbol);
  g_array_append_val (classes, copy);
}

void
cs_record_builder_take_priority (CsRecordBuilder *builder,
                                 CsNumber *number,
                                 int active,
                                 const char *linkage)
{
  CsPriority priority = { number, active, keep (builder, linkage) };

  g_array_append_val (builder->box->priorities, priority);
}

void
cs_record_builder_take_relation (CsRecordBuilder *builder,
                                 CsRelationType type,
                                 CsNumber *parent)
{
  CsRelation relation = { type, parent };

  g_array_append_val (builder->box->relations, relation);
}

void
cs_record_builder_add_citation (CsRecordBuilder *builder,
                                const CsCitation *citation)
{
  CsCitation copy = { citation->number, keep (builder, citation->text),
                      keep (builder, citation->category), keep (builder, citation->phase) };

  g_array_append_val (builder->box->citations, copy);
}

void
cs_record_builder_add_event (CsRecordBuilder *builder,
                             const CsLegalEvent *event)
{
  CsLegalEvent copy = *event;
  g_autofree char *code = g_strstrip (g_strdup (event->code == NULL ? "" : event->code));

  copy.authority = keep (builder, event->authority);
  copy.code = keep (builder, code);
  copy.text = keep (builder, event->text);
  copy.details = keep (builder, event->details);
  g_array_append_val (builder->box->events, copy);
}

void
cs_record_builder_take_family (CsRecordBuilder *builder,
                               const char *rule,
                               const char *id,
                               GPtrArray *members)
{
  CsGivenFamily family = { keep (builder, rule), keep (builder, id), NULL, 0 };

  if (members != NULL)
    {
      family.n_members = members->len;
      g_ptr_array_set_free_func (members, NULL);
      family.members = (CsNumber **)g_ptr_array_free (members, FALSE);
    }
  g_array_append_val (builder->box->families, family);
}

void
cs_record_builder_add_field (CsRecordBuilder *builder,
                             const char *name,
                             const char *value)
{
  CsRecordField field = { keep (builder, name), keep (builder, value) };

  if (field.value[0] != '\0')
    g_array_append_val (builder->box->fields, field);
}

void
cs_record_builder_set_raw (CsRecordBuilder *builder,
                           const char *raw,
                           gsize n_bytes)
{
  g_autofree char *valid = NULL;

  if (raw == NULL || n_bytes > CS_MAX_RAW_RECORD)
    return;
  valid = g_utf8_make_valid (raw, (gssize)n_bytes);
  builder->box->public.raw = keep (builder, valid);
}

/* Lets the record point at what the arrays hold, once they grow no more. */
static void
point_at_arrays (CsRecordBox *box)
{
  CsRecord *record = &box->public;

#define POINT(field, array) \
  (record->field = (gpointer)(array)->data, record->n_##field = (array)->len)
  POINT (titles, box->texts[CS_RECORD_TITLE]);
  POINT (abstracts, box->texts[CS_RECORD_ABSTRACT]);
  POINT (claims, box->texts[CS_RECORD_CLAIMS]);
  POINT (descriptions, box->texts[CS_RECORD_DESCRIPTION]);
  POINT (parties, box->parties);
  POINT (classes, box->classes);
  POINT (priorities, box->priorities);
  POINT (relations, box->relations);
  POINT (citations, box->citations);
  POINT (events, box->events);
  POINT (families, box->families);
  POINT (fields, box->fields);
#undef POINT
}

CsRecord *
cs_record_builder_end (CsRecordBuilder *builder)
{
  CsRecordBox *box = builder->box;

  if (box->public.publication == NULL && box->public.application == NULL)
    {
      cs_record_builder_free (builder);
      return NULL;
    }
  point_at_arrays (box);
  g_hash_table_unref (builder->seen);
  g_free (builder);
  return &box->public;
}
