#include "cs-docx-write-out.h"

#include <string.h>

#include "../../cs-zip-writer.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELATIONS_NS "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct
{
  char *name;
  char *type; /* NULL when its extension says it */
  GBytes *bytes;
} Part;

typedef struct
{
  char *type;
  char *target;
} Relation;

struct _CsDocxOut
{
  GPtrArray *parts;     /* Part, in the order of the file */
  GHashTable *by_name;  /* lower case name -> Part */
  GHashTable *pictures; /* SHA-256 and name -> name of the part */
  GArray *relations[CS_DOCX_N_SOURCES];
  GHashTable *relation_ids[CS_DOCX_N_SOURCES]; /* "type target" -> number */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

static void
relation_clear (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
}

CsDocxOut *
cs_docx_out_new (void)
{
  CsDocxOut *out = g_new0 (CsDocxOut, 1);

  out->parts = g_ptr_array_new_with_free_func (part_free);
  out->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  out->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < CS_DOCX_N_SOURCES; i++)
    {
      out->relations[i] = g_array_new (FALSE, FALSE, sizeof (Relation));
      g_array_set_clear_func (out->relations[i], relation_clear);
      out->relation_ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  return out;
}

void
cs_docx_out_free (CsDocxOut *out)
{
  g_ptr_array_unref (out->parts);
  g_hash_table_unref (out->by_name);
  g_hash_table_unref (out->pictures);
  for (guint i = 0; i < CS_DOCX_N_SOURCES; i++)
    {
      g_array_unref (out->relations[i]);
      g_hash_table_unref (out->relation_ids[i]);
    }
  g_free (out);
}

void
cs_docx_append_escaped (GString *xml, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;

  while (text < end)
    {
      const char *plain = text;

      while (text < end && strchr ("<>&\"\xef", *text) == NULL)
        text++;
      g_string_append_len (xml, plain, text - plain);
      if (text == end)
        return;

      if (*text == '<')
        g_string_append (xml, "&lt;");
      else if (*text == '>')
        g_string_append (xml, "&gt;");
      else if (*text == '&')
        g_string_append (xml, "&amp;");
      else if (*text == '"')
        g_string_append (xml, "&quot;");
      else if (end - text >= 3 && (guchar)text[1] == 0xbf && (guchar)text[2] >= 0xbe)
        text += 2; /* U+FFFE, U+FFFF */
      else
        g_string_append_c (xml, *text);
      text++;
    }
}

/* --- parts --- */

void
cs_docx_out_add (CsDocxOut *out, const char *name, const char *type, GBytes *bytes)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->type = g_strdup (type);
  part->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (out->parts, part);
  g_hash_table_insert (out->by_name, g_ascii_strdown (name, -1), part);
}

void
cs_docx_out_take_xml (CsDocxOut *out, const char *name, const char *type, GString *xml)
{
  g_autoptr (GBytes) bytes = NULL;

  g_string_prepend (xml, XML_HEAD);
  bytes = g_string_free_to_bytes (xml);
  cs_docx_out_add (out, name, type, bytes);
}

/* @name of letters, digits, hyphens and lines only, and not too long, without its extension. */
static char *
dup_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  GString *stem = g_string_new (NULL);
  const char *dot = strrchr (base, '.');
  gsize n_bytes = dot == NULL ? strlen (base) : (gsize)(dot - base);

  for (gsize i = 0; i < MIN (n_bytes, 60); i++)
    if (g_ascii_isalnum (base[i]) || strchr ("-_", base[i]) != NULL)
      g_string_append_c (stem, base[i]);
  if (stem->len == 0)
    g_string_append (stem, "part");

  return g_string_free (stem, FALSE);
}

static char *
dup_free_name (const CsDocxOut *out, const char *folder, const char *stem, const char *extension)
{
  g_autofree char *name = g_strdup_printf ("%s/%s.%s", folder, stem, extension);

  for (guint i = 2;; i++)
    {
      g_autofree char *key = g_ascii_strdown (name, -1);

      if (!g_hash_table_contains (out->by_name, key))
        return g_steal_pointer (&name);
      g_free (name);
      name = g_strdup_printf ("%s/%s_%u.%s", folder, stem, i, extension);
    }
}

char *
cs_docx_out_dup_name (const CsDocxOut *out, const char *wanted, const char *folder)
{
  g_autofree char *stem = dup_stem (wanted);
  const char *dot = strrchr (wanted, '.');
  gboolean plain = dot != NULL && strlen (dot) > 1 && strlen (dot) < 8;

  for (const char *c = plain ? dot + 1 : ""; *c != '\0'; c++)
    plain = plain && g_ascii_isalnum (*c);

  return dup_free_name (out, folder, stem, plain ? dot + 1 : "bin");
}

const char *
cs_docx_out_add_picture (CsDocxOut *out, const char *name, GBytes *bytes, CsRasterFormat format)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *key = g_strdup_printf ("%s %s", sum, name == NULL ? "" : name);
  g_autofree char *stem = NULL;
  char *part = g_hash_table_lookup (out->pictures, key);

  if (part != NULL)
    return part;

  stem = dup_stem (name == NULL ? "image" : name);
  part = dup_free_name (out, "word/media", stem, cs_raster_format_get_extension (format));
  cs_docx_out_add (out, part, NULL, bytes);
  g_hash_table_insert (out->pictures, g_steal_pointer (&key), part);

  return part;
}

/* --- relations --- */

guint
cs_docx_out_relate (CsDocxOut *out, CsDocxSource source, const char *type, const char *target)
{
  GArray *relations = out->relations[source];
  g_autofree char *key = g_strdup_printf ("%s %s", type, target);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (out->relation_ids[source], key));
  Relation relation;

  if (number > 0)
    return number;

  relation.type = g_strdup (type);
  relation.target = g_strdup (target);
  g_array_append_val (relations, relation);
  g_hash_table_insert (out->relation_ids[source], g_steal_pointer (&key),
                       GUINT_TO_POINTER (relations->len));

  return relations->len;
}

/* Names of parts in relations count from the folder of the part that speaks. */
static const char *
get_target (const Relation *relation, CsDocxSource source)
{
  if (source != CS_DOCX_PACKAGE && g_str_has_prefix (relation->target, "word/"))
    return relation->target + strlen ("word/");

  return relation->target;
}

static GString *
write_relations (const CsDocxOut *out, CsDocxSource source)
{
  GString *xml = g_string_new ("<Relationships xmlns=\"" RELATIONS_NS "\">");

  for (guint i = 0; i < out->relations[source]->len; i++)
    {
      const Relation *relation = &g_array_index (out->relations[source], Relation, i);
      const char *target = get_target (relation, source);

      g_string_append_printf (xml, "<Relationship Id=\"rId%u\" Type=\"", i + 1);
      cs_docx_append_escaped (xml, relation->type, strlen (relation->type));
      g_string_append (xml, "\" Target=\"");
      cs_docx_append_escaped (xml, target, strlen (target));
      g_string_append (xml, "\"/>");
    }
  g_string_append (xml, "</Relationships>");

  return xml;
}

static char *
dup_relations_name (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);

  return g_strdup_printf ("%s/_rels/%s.rels", folder, base);
}

void
cs_docx_out_add_relations (CsDocxOut *out, const char *name, GString *xml)
{
  g_autofree char *path = dup_relations_name (name);

  cs_docx_out_take_xml (out, path, NULL, xml);
}

/* --- the file --- */

static const char *const default_types[][2] = {
  { "bin", "application/vnd.openxmlformats-officedocument.oleObject" },
  { "bmp", "image/bmp" },
  { "emf", "image/x-emf" },
  { "gif", "image/gif" },
  { "jpg", "image/jpeg" },
  { "jpeg", "image/jpeg" },
  { "png", "image/png" },
  { "rels", "application/vnd.openxmlformats-package.relationships+xml" },
  { "tif", "image/tiff" },
  { "tiff", "image/tiff" },
  { "wmf", "image/x-wmf" },
  { "xml", "application/xml" },
};

static GBytes *
write_types (const CsDocxOut *out)
{
  GString *xml = g_string_new (XML_HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/"
                                        "2006/content-types\">");

  for (guint i = 0; i < G_N_ELEMENTS (default_types); i++)
    g_string_append_printf (xml, "<Default Extension=\"%s\" ContentType=\"%s\"/>",
                            default_types[i][0], default_types[i][1]);
  for (guint i = 0; i < out->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (out->parts, i);

      if (part->type == NULL)
        continue;
      g_string_append_printf (xml, "<Override PartName=\"/%s\" ContentType=\"", part->name);
      cs_docx_append_escaped (xml, part->type, strlen (part->type));
      g_string_append (xml, "\"/>");
    }
  g_string_append (xml, "</Types>");

  return g_string_free_to_bytes (xml);
}

/* Packed pictures gain nothing by packing once more. */
static gboolean
is_packed (const char *name)
{
  static const char *const extensions[] = { ".jpg", ".png", ".gif", ".tif" };

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (name, extensions[i]))
      return TRUE;

  return FALSE;
}

static void
pack (CsZipWriter *zip, const char *name, GBytes *bytes)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);

  cs_zip_writer_add (zip, name, data, n_bytes, is_packed (name));
}

static void
add_all_relations (CsDocxOut *out)
{
  cs_docx_out_take_xml (out, "_rels/.rels", NULL, write_relations (out, CS_DOCX_PACKAGE));
  cs_docx_out_add_relations (out, "word/document.xml", write_relations (out, CS_DOCX_DOCUMENT));
  if (out->relations[CS_DOCX_FOOTNOTES]->len > 0)
    cs_docx_out_add_relations (out, "word/footnotes.xml",
                               write_relations (out, CS_DOCX_FOOTNOTES));
}

GBytes *
cs_docx_out_end (CsDocxOut *out, GError **error)
{
  g_autoptr (CsDocxOut) owned G_GNUC_UNUSED = out;
  g_autoptr (CsZipWriter) zip = cs_zip_writer_new ();
  g_autoptr (GBytes) types = NULL;

  add_all_relations (owned);
  types = write_types (owned);
  pack (zip, "[Content_Types].xml", types);
  for (guint i = 0; i < owned->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (owned->parts, i);

      pack (zip, part->name, part->bytes);
    }

  return cs_zip_writer_end (g_steal_pointer (&zip), error);
}
