#include <string.h>

#include "../base/cs-limits.h"
#include "cs-xml-object.h"

struct _CsXmlObject
{
  guint depth; /* of open elements, 0 when the object is complete */
  CsObjectKind kind;
  char tag[32];
  GString *source;
  gboolean too_long;
  char *file;
  gsize total_bytes; /* of the sources of all objects so far */
};

CsXmlObject *
cs_xml_object_new (void)
{
  CsXmlObject *object = g_new0 (CsXmlObject, 1);

  object->source = g_string_new (NULL);

  return object;
}

void
cs_xml_object_free (CsXmlObject *object)
{
  g_string_free (object->source, TRUE);
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
append_start_tag (GString *source, const CsXmlElement *element)
{
  append_tag (source, "<", element);

  for (guint i = 0; i < element->n_namespaces; i++)
    {
      const char *prefix = element->namespaces[2 * i];
      const char *address = element->namespaces[2 * i + 1];

      append_attribute (source, prefix == NULL ? NULL : "xmlns", prefix == NULL ? "xmlns" : prefix,
                        address, address + strlen (address));
    }
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char *const *attribute = element->attributes + 5 * i;

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
    append_start_tag (object->source, element);
}

gboolean
cs_xml_object_end (CsXmlObject *object, const CsXmlElement *element)
{
  if (has_room (object))
    {
      append_tag (object->source, "</", element);
      g_string_append_c (object->source, '>');
    }
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
