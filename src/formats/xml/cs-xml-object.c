#include <string.h>

#include "../../base/cs-limits.h"
#include "cs-xml-object.h"

/* A prefix that is declared in the source, by the element at @depth. */
typedef struct
{
  char *prefix;
  guint depth;
} Declared;

struct _CsXmlObject
{
  guint depth; /* of open elements, 0 when the object is complete */
  CsObjectKind kind;
  char tag[32];
  GString *source;
  GArray *declared; /* Declared */
  gboolean too_long;
  char *file;
  gsize total_bytes; /* of the sources of all objects so far */
};

static void
clear_declared (gpointer data)
{
  g_free (((Declared *)data)->prefix);
}

CsXmlObject *
cs_xml_object_new (void)
{
  CsXmlObject *object = g_new0 (CsXmlObject, 1);

  object->source = g_string_new (NULL);
  object->declared = g_array_new (FALSE, FALSE, sizeof (Declared));
  g_array_set_clear_func (object->declared, clear_declared);

  return object;
}

void
cs_xml_object_free (CsXmlObject *object)
{
  g_string_free (object->source, TRUE);
  g_array_unref (object->declared);
  g_free (object->file);
  g_free (object);
}

gboolean
cs_xml_object_is_open (const CsXmlObject *object)
{
  return object->depth > 0;
}

/* Appends [at, end), the characters that mean something in XML written as references. */
static void
append_escaped (GString *source, const char *at, const char *end)
{
  while (at < end)
    {
      const char *plain = at;

      while (at < end && *at != '<' && *at != '>' && *at != '&' && *at != '"')
        at++;
      g_string_append_len (source, plain, at - plain);
      if (at == end)
        return;
      if (*at == '<')
        g_string_append (source, "&lt;");
      else if (*at == '>')
        g_string_append (source, "&gt;");
      else
        g_string_append (source, *at == '&' ? "&amp;" : "&quot;");
      at++;
    }
}

static gboolean
has_room (CsXmlObject *object)
{
  if (object->source->len > CS_MAX_XML_NODE_BYTES ||
      object->total_bytes + object->source->len > CS_MAX_PART_BYTES)
    object->too_long = TRUE;

  return !object->too_long;
}

static void
append_attribute (
    GString *source, const char *prefix, const char *name, const char *value, const char *value_end)
{
  g_string_append_c (source, ' ');
  if (prefix != NULL)
    {
      g_string_append (source, prefix);
      g_string_append_c (source, ':');
    }
  g_string_append (source, name);
  g_string_append (source, "=\"");
  append_escaped (source, value, value_end);
  g_string_append_c (source, '"');
}

static void
append_tag (GString *source, const char *open, const CsXmlElement *element)
{
  g_string_append (source, open);
  if (element->prefix != NULL)
    {
      g_string_append (source, element->prefix);
      g_string_append_c (source, ':');
    }
  g_string_append (source, element->tag);
}

static void
declare (CsXmlObject *object, const char *prefix, const char *address)
{
  Declared declared = { g_strdup (prefix), object->depth };

  append_attribute (object->source, prefix == NULL ? NULL : "xmlns",
                    prefix == NULL ? "xmlns" : prefix, address, address + strlen (address));
  g_array_append_val (object->declared, declared);
}

/* What is declared outside the object is declared in it anew, so that its source stands alone. */
static void
declare_if_needed (CsXmlObject *object, const char *prefix, const char *address)
{
  if (prefix == NULL || address == NULL || strcmp (prefix, "xml") == 0)
    return;
  for (guint i = 0; i < object->declared->len; i++)
    if (g_strcmp0 (g_array_index (object->declared, Declared, i).prefix, prefix) == 0)
      return;

  declare (object, prefix, address);
}

static void
append_start_tag (CsXmlObject *object, const CsXmlElement *element)
{
  GString *source = object->source;

  append_tag (source, "<", element);

  for (guint i = 0; i < element->n_namespaces; i++)
    declare (object, element->namespaces[2 * i], element->namespaces[2 * i + 1]);
  declare_if_needed (object, element->prefix, element->address);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char *const *attribute = element->attributes + 5 * i;

      declare_if_needed (object, attribute[1], attribute[2]);
      append_attribute (source, attribute[1], attribute[0], attribute[3], attribute[4]);
    }
  g_string_append_c (source, '>');
}

static CsObjectKind
kind_of (CsXmlName name)
{
  if (name == CS_XML_IMG)
    return CS_OBJECT_IMAGE;
  if (name == CS_XML_MATHS)
    return CS_OBJECT_FORMULA;
  if (name == CS_XML_TABLES)
    return CS_OBJECT_TABLE;

  return name == CS_XML_CHEMISTRY ? CS_OBJECT_CHEMISTRY : CS_OBJECT_UNKNOWN;
}

static void
begin (CsXmlObject *object, CsObjectKind kind, const char *tag)
{
  g_string_truncate (object->source, 0);
  g_array_set_size (object->declared, 0);
  g_clear_pointer (&object->file, g_free);
  object->too_long = FALSE;
  object->kind = kind;
  g_strlcpy (object->tag, tag, sizeof object->tag);
}

void
cs_xml_object_start (CsXmlObject *object, const CsXmlElement *element)
{
  if (object->depth == 0)
    begin (object, kind_of (element->name), element->tag);

  object->depth++;
  if (element->name == CS_XML_IMG && object->file == NULL)
    object->file = cs_xml_element_dup (element, "file");
  if (has_room (object))
    append_start_tag (object, element);
}

/* The element that ends takes along what it declared. */
static void
forget_declared (CsXmlObject *object)
{
  guint n = object->declared->len;

  while (n > 0 && g_array_index (object->declared, Declared, n - 1).depth == object->depth)
    n--;
  g_array_set_size (object->declared, n);
}

gboolean
cs_xml_object_end (CsXmlObject *object, const CsXmlElement *element)
{
  if (has_room (object))
    {
      append_tag (object->source, "</", element);
      g_string_append_c (object->source, '>');
    }
  forget_declared (object);
  object->depth--;
  if (object->depth > 0)
    return FALSE;

  if (!object->too_long)
    object->total_bytes += object->source->len;
  return TRUE;
}

void
cs_xml_object_add_text (CsXmlObject *object, const char *utf8, gsize n_bytes)
{
  if (has_room (object))
    append_escaped (object->source, utf8, utf8 + n_bytes);
}

void
cs_xml_object_add_instruction (CsXmlObject *object, const char *target, const char *content)
{
  if (has_room (object))
    g_string_append_printf (object->source, "<?%s %s?>", target, content);
}

/* The value of pseudo-attribute @name in the content of an instruction. */
static char *
dup_pseudo_attribute (const char *content, const char *name)
{
  g_autofree char *key = g_strdup_printf (" %s=\"", name);
  const char *value = strstr (content, key);
  const char *end;

  if (value == NULL)
    return NULL;

  value += strlen (key);
  end = strchr (value, '"');
  return end == NULL ? NULL : g_strndup (value, end - value);
}

void
cs_xml_object_set_instruction (CsXmlObject *object, const char *target, const char *content)
{
  begin (object, CS_OBJECT_IMAGE, target);
  cs_xml_object_add_instruction (object, target, content);
  object->file = dup_pseudo_attribute (content, "file");
  object->total_bytes += object->source->len;
}

void
cs_xml_object_drop (CsXmlObject *object)
{
  object->depth = 0;
}

CsObjectKind
cs_xml_object_get_kind (const CsXmlObject *object)
{
  return object->kind;
}

const char *
cs_xml_object_get_tag (const CsXmlObject *object)
{
  return object->tag;
}

const char *
cs_xml_object_get_payload (const CsXmlObject *object)
{
  return object->too_long ? NULL : object->source->str;
}

char *
cs_xml_object_dup_file (const CsXmlObject *object)
{
  return g_strdup (object->file);
}
