#include <string.h>

#include "cs-limits.h"
#include "cs-text-builder.h"

struct _CsText
{
  char *string;
  gsize n_bytes;
  GArray *runs;    /* CsRun, sorted */
  GArray *objects; /* CsInlineObject, sorted */
};

struct _CsTextBuilder
{
  GString *string;
  GArray *runs;
  GArray *objects;
  gboolean full;
};

G_DEFINE_BOXED_TYPE (CsText, cs_text, cs_text_ref, cs_text_unref)

CsText *
cs_text_ref (CsText *text)
{
  return g_atomic_rc_box_acquire (text);
}

static void
cs_text_clear (gpointer data)
{
  CsText *text = data;

  g_free (text->string);
  g_array_unref (text->runs);
  g_array_unref (text->objects);
}

void
cs_text_unref (CsText *text)
{
  g_atomic_rc_box_release_full (text, cs_text_clear);
}

const char *
cs_text_get_string (const CsText *text)
{
  return text->string;
}

gsize
cs_text_get_n_bytes (const CsText *text)
{
  return text->n_bytes;
}

const CsRun *
cs_text_get_runs (const CsText *text, guint *n_runs)
{
  *n_runs = text->runs->len;
  return (const CsRun *)(gpointer)text->runs->data;
}

const CsInlineObject *
cs_text_get_objects (const CsText *text, guint *n_objects)
{
  *n_objects = text->objects->len;
  return (const CsInlineObject *)(gpointer)text->objects->data;
}

static void
inline_object_clear (gpointer data)
{
  CsInlineObject *object = data;

  g_free (object->payload);
  g_free (object->preview);
}

CsTextBuilder *
cs_text_builder_new (void)
{
  CsTextBuilder *builder = g_new0 (CsTextBuilder, 1);

  builder->string = g_string_new (NULL);
  builder->runs = g_array_new (FALSE, FALSE, sizeof (CsRun));
  builder->objects = g_array_new (FALSE, FALSE, sizeof (CsInlineObject));
  g_array_set_clear_func (builder->objects, inline_object_clear);

  return builder;
}

void
cs_text_builder_free (CsTextBuilder *builder)
{
  if (builder->string != NULL)
    g_string_free (builder->string, TRUE);
  g_clear_pointer (&builder->runs, g_array_unref);
  g_clear_pointer (&builder->objects, g_array_unref);
  g_free (builder);
}

/* What a byte asks for before it may be appended. */
enum
{
  BYTE_PLAIN,     /* printing ASCII, tab, line end */
  BYTE_MULTIPLE,  /* of a longer character, to be validated */
  BYTE_FORBIDDEN, /* forbidden, or one behind whose lead byte the forbidden characters hide */
};

static const guchar byte_class[256] = {
  [0x00 ... 0x08] = BYTE_FORBIDDEN,
  [0x0b ... 0x1f] = BYTE_FORBIDDEN,
  [0x7f] = BYTE_FORBIDDEN,
  [0x80 ... 0xe1] = BYTE_MULTIPLE,
  [0xe2] = BYTE_FORBIDDEN,
  [0xe3 ... 0xee] = BYTE_MULTIPLE,
  [0xef] = BYTE_FORBIDDEN,
  [0xf0 ... 0xff] = BYTE_MULTIPLE,
};

/* Bytes at the start of [at, end) that are of no higher class than @class. */
static gsize
count_bytes (const char *at, const char *end, guchar class)
{
  const char *start = at;

  while (at < end && byte_class[(guchar)*at] <= class)
    at++;

  return at - start;
}

/* Appends the valid character at @at, or what stands for it. Returns its length in bytes. */
static gsize
append_careful (GString *string, const char *at, const char *end)
{
  gunichar c = g_utf8_get_char (at);
  gsize n_bytes = g_utf8_skip[*(const guchar *)at];

  if (c == '\r' && at + 1 < end && at[1] == '\n')
    n_bytes = 2;

  if (c == '\r' || c == 0x2028 || c == 0x2029)
    g_string_append_c (string, '\n');
  else if (c == 0xfffc)
    g_string_append (string, "\xef\xbf\xbd");
  else if (c >= 0x20 && c != 0x7f && c != 0xfeff)
    g_string_append_len (string, at, n_bytes);

  return n_bytes;
}

static void
append_valid (GString *string, const char *at, const char *end)
{
  while (at < end)
    {
      gsize n_harmless = count_bytes (at, end, BYTE_MULTIPLE);

      g_string_append_len (string, at, n_harmless);
      at += n_harmless;
      if (at < end)
        at += append_careful (string, at, end);
    }
}

void
cs_text_builder_append (CsTextBuilder *builder, const char *utf8, gsize n_bytes)
{
  const char *end = utf8 + n_bytes;
  const char *at = utf8 + count_bytes (utf8, end, BYTE_PLAIN); /* most text is nothing else */

  if (builder->full || n_bytes > CS_MAX_PART_BYTES - MIN (CS_MAX_PART_BYTES, builder->string->len))
    {
      builder->full = TRUE;
      return;
    }

  g_string_append_len (builder->string, utf8, at - utf8);
  while (at < end)
    {
      const char *valid_end;
      gboolean valid = g_utf8_validate_len (at, end - at, &valid_end);

      append_valid (builder->string, at, valid_end);
      at = valid_end;
      if (!valid) /* also a NUL, which is valid UTF-8 but not text */
        {
          if (*at != '\0')
            g_string_append (builder->string, "\xef\xbf\xbd");
          at++;
        }
    }
}

void
cs_text_builder_append_object (CsTextBuilder *builder,
                               CsObjectKind kind,
                               const char *payload,
                               const char *preview)
{
  CsInlineObject object = { .at = builder->string->len, .kind = kind };

  if (builder->full || builder->string->len + strlen (CS_OBJECT_CHARACTER) > CS_MAX_PART_BYTES)
    {
      builder->full = TRUE;
      return;
    }

  object.payload = g_strdup (payload);
  object.preview = g_strdup (preview);
  g_array_append_val (builder->objects, object);
  g_string_append (builder->string, CS_OBJECT_CHARACTER);
}

void
cs_text_builder_add_run (CsTextBuilder *builder, gsize start, gsize end, CsRunStyle style)
{
  CsRun run = { start, end, style };

  if (start < end && end <= builder->string->len)
    g_array_append_val (builder->runs, run);
}

/* Appends [start, end) of @text, in which there is no object. */
static void
append_letters (CsTextBuilder *builder, const CsText *text, gsize start, gsize end)
{
  cs_text_builder_append (builder, text->string + start, end - start);
}

void
cs_text_builder_append_text (CsTextBuilder *builder, const CsText *text, gsize start, gsize end)
{
  gsize base = builder->string->len;
  gsize at = start;

  for (guint i = 0; i < text->objects->len; i++)
    {
      const CsInlineObject *object = &g_array_index (text->objects, CsInlineObject, i);

      if (object->at < start || object->at >= end)
        continue;
      append_letters (builder, text, at, object->at);
      cs_text_builder_append_object (builder, object->kind, object->payload, object->preview);
      at = object->at + strlen (CS_OBJECT_CHARACTER);
    }
  append_letters (builder, text, at, end);

  for (guint i = 0; i < text->runs->len; i++)
    {
      const CsRun *run = &g_array_index (text->runs, CsRun, i);
      gsize run_start = CLAMP (run->start, start, end) - start;
      gsize run_end = CLAMP (run->end, start, end) - start;

      cs_text_builder_add_run (builder, base + run_start, base + run_end, run->style);
    }
}

gsize
cs_text_builder_get_n_bytes (const CsTextBuilder *builder)
{
  return builder->string->len;
}

const char *
cs_text_builder_peek (const CsTextBuilder *builder)
{
  return builder->string->str;
}

gboolean
cs_text_builder_is_full (const CsTextBuilder *builder)
{
  return builder->full;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const CsRun *left = a;
  const CsRun *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;

  return (int)left->style - (int)right->style;
}

CsText *
cs_text_builder_end (CsTextBuilder *builder)
{
  CsText *text = g_atomic_rc_box_new0 (CsText);

  g_array_sort (builder->runs, compare_runs);
  text->n_bytes = builder->string->len;
  text->string = g_string_free (g_steal_pointer (&builder->string), FALSE);
  text->runs = g_steal_pointer (&builder->runs);
  text->objects = g_steal_pointer (&builder->objects);
  cs_text_builder_free (builder);

  return text;
}

CsText *
cs_text_new (const char *utf8, gsize n_bytes)
{
  CsTextBuilder *builder = cs_text_builder_new ();

  cs_text_builder_append (builder, utf8, n_bytes);

  return cs_text_builder_end (builder);
}

gboolean
cs_text_equal (const CsText *a, const CsText *b)
{
  if (a == b)
    return TRUE;
  if (a->n_bytes != b->n_bytes || a->runs->len != b->runs->len ||
      a->objects->len != b->objects->len || memcmp (a->string, b->string, a->n_bytes) != 0)
    return FALSE;

  for (guint i = 0; i < a->runs->len; i++)
    if (compare_runs (&g_array_index (a->runs, CsRun, i), &g_array_index (b->runs, CsRun, i)) != 0)
      return FALSE;
  for (guint i = 0; i < a->objects->len; i++)
    {
      const CsInlineObject *left = &g_array_index (a->objects, CsInlineObject, i);
      const CsInlineObject *right = &g_array_index (b->objects, CsInlineObject, i);

      if (left->at != right->at || left->kind != right->kind ||
          g_strcmp0 (left->payload, right->payload) != 0 ||
          g_strcmp0 (left->preview, right->preview) != 0)
        return FALSE;
    }

  return TRUE;
}
