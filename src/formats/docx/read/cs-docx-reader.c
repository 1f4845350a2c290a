#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../../base/cs-error.h"
#include "../../../base/cs-limits.h"
#include "cs-docx-reader.h"

#define MAX_FOUND_CHARS 40 /* of the words that stand for all places */

/* --- notes --- */

void
cs_docx_reader_note (CsDocxReader *reader, const char *code, const char *detail)
{
  cs_draft_builder_add_note (cs_books_get_builder (reader->books), code, detail, CS_PART_DOCUMENT,
                             0);
}

void
cs_docx_reader_found (CsDocxFound *found, const xmlNode *node)
{
  g_autofree char *words = NULL;

  if (found->n++ > 0)
    return;

  words = cs_docx_dup_words (node);
  found->words = g_utf8_substring (words, 0, MIN (MAX_FOUND_CHARS, g_utf8_strlen (words, -1)));
}

/* Tracked changes are told by their number alone. */
static void
note_number (CsDocxReader *reader, const char *code, const CsDocxFound *found)
{
  g_autofree char *detail = g_strdup_printf ("%u", found->n);

  if (found->n > 0)
    cs_docx_reader_note (reader, code, detail);
}

static void
note_words (CsDocxReader *reader, const char *format, const CsDocxFound *found)
{
  g_autofree char *detail = NULL;

  if (found->n == 0)
    return;

  detail = g_strdup_printf ("%s: %s (%u)", format, found->words, found->n);
  cs_docx_reader_note (reader, "dropped-object", detail);
}

static void
note_remark (CsDocxReader *reader, const char *code, const CsDocxRemark *remark)
{
  const CsDocxMark *start =
      remark->start.part == CS_PART_DOCUMENT ? &remark->end : &remark->start;
  CsRange range = { start->byte, start->byte };

  if (remark->end.part == start->part && remark->end.byte > start->byte)
    range.end = remark->end.byte;
  cs_draft_builder_add_note_over (cs_books_get_builder (reader->books), code, remark->words,
                                  start->part, range);
}

/* Comments that are in no text are told all the same. */
static void
note_unmet (CsDocxReader *reader)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (reader->comments),
                                       (GCompareFunc)strcmp);

  for (const GList *at = ids; at != NULL; at = at->next)
    {
      const CsDocxRemark *remark = g_hash_table_lookup (reader->comments, at->data);

      if (!remark->is_met)
        cs_docx_reader_note (reader, "comment", remark->words);
    }
}

static void
note_all (CsDocxReader *reader)
{
  g_autoptr (GHashTable) footnotes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reader->footnotes->len; i++)
    g_hash_table_add (footnotes, g_ptr_array_index (reader->footnotes, i));
  for (guint i = 0; i < reader->met->len; i++)
    {
      const CsDocxRemark *remark = g_ptr_array_index (reader->met, i);
      gboolean is_footnote = g_hash_table_contains (footnotes, remark);

      note_remark (reader, is_footnote ? "footnote" : "comment", remark);
    }
  note_unmet (reader);
  note_number (reader, "tracked-insertion", &reader->insertions);
  note_number (reader, "tracked-deletion", &reader->deletions);
  note_words (reader, _ ("hidden words"), &reader->hidden);
  note_words (reader, _ ("crossed out, taken as text"), &reader->struck);
}

/* Macros are not looked at, and never run. */
static void
note_macros (CsDocxReader *reader)
{
  const CsDocxPackage *package = reader->docx->package;
  const CsDocxPart *part = cs_docx_package_find_related (package, package->main, "vbaProject");

  if (part != NULL)
    cs_docx_reader_note (reader, "dropped-object", part->name);
}

/* --- parts beside the text --- */

/* The part that the text has a relation of @type to, as a tree; %NULL without error when it is not
 * there. */
static gboolean
parse_related (const CsDocx *docx, const char *type, xmlDoc **tree, GError **error)
{
  const CsDocxPart *part =
      cs_docx_package_find_related (docx->package, docx->package->main, type);

  *tree = NULL;
  if (part == NULL)
    return TRUE;

  *tree = cs_docx_xml_parse (part->name, part->bytes, error);
  if (*tree != NULL)
    (*tree)->_private = part->name;

  return *tree != NULL;
}

static void
index_notes (CsDocxReader *reader, xmlDoc *tree, const char *prefix)
{
  xmlNode *root = tree == NULL ? NULL : xmlDocGetRootElement (tree);

  for (xmlNode *node = root == NULL ? NULL : root->children; node != NULL; node = node->next)
    {
      const char *id = cs_docx_get (node->type == XML_ELEMENT_NODE ? node : NULL, CS_DOCX_W, "id");
      const char *type = cs_docx_get (node->type == XML_ELEMENT_NODE ? node : NULL, CS_DOCX_W,
                                      "type");

      if (id != NULL && (type == NULL || strcmp (type, "normal") == 0))
        g_hash_table_insert (reader->note_ids, g_strconcat (prefix, id, NULL), node);
    }
}

static gboolean
open_parts (CsDocxReader *reader, GError **error)
{
  xmlDoc *styles;
  xmlDoc *numbering;

  if (!parse_related (reader->docx, "styles", &styles, error))
    return FALSE;
  reader->styles = cs_docx_styles_new (styles);
  if (!parse_related (reader->docx, "numbering", &numbering, error))
    return FALSE;
  reader->numbering = cs_docx_numbering_new (numbering, reader->styles);
  if (!parse_related (reader->docx, "footnotes", &reader->notes[0], error) ||
      !parse_related (reader->docx, "endnotes", &reader->notes[1], error))
    return FALSE;

  index_notes (reader, reader->notes[0], "f");
  index_notes (reader, reader->notes[1], "e");
  return TRUE;
}

/* --- reading --- */

static void
place_line (gpointer data, CsPart part, gsize at, CsRange range)
{
  CsDocxReader *reader = data;

  cs_docx_line_place (reader->line, reader->docx->places, part, at, range);
}

CsDocxReader *
cs_docx_reader_new (CsDocx *docx, CsBooks *books)
{
  CsDocxReader *reader = g_new0 (CsDocxReader, 1);

  g_hash_table_remove_all (docx->images);
  cs_docx_places_free (docx->places);
  docx->places = cs_docx_places_new ();
  reader->docx = docx;
  reader->books = books;
  reader->part = docx->package->main;
  reader->note_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->met = g_ptr_array_new ();
  reader->footnotes = g_ptr_array_new_with_free_func (cs_docx_remark_free);
  reader->line = cs_docx_line_new ();
  reader->boxes = g_ptr_array_new ();
  reader->fields = g_array_new (FALSE, FALSE, sizeof (CsDocxField));
  g_array_set_clear_func (reader->fields, cs_docx_field_clear);
  reader->sections = cs_docx_find_sections (docx);

  return reader;
}

void
cs_docx_reader_free (CsDocxReader *reader)
{
  g_clear_pointer (&reader->numbering, cs_docx_numbering_free);
  g_clear_pointer (&reader->styles, cs_docx_styles_free);
  g_clear_pointer (&reader->notes[0], xmlFreeDoc);
  g_clear_pointer (&reader->notes[1], xmlFreeDoc);
  g_hash_table_unref (reader->note_ids);
  g_clear_pointer (&reader->comments, g_hash_table_unref);
  g_ptr_array_unref (reader->met);
  g_ptr_array_unref (reader->footnotes);
  cs_docx_line_free (reader->line);
  g_ptr_array_unref (reader->boxes);
  g_array_unref (reader->fields);
  g_array_unref (reader->sections);
  g_free (reader->insertions.words);
  g_free (reader->deletions.words);
  g_free (reader->hidden.words);
  g_free (reader->struck.words);
  g_free (reader);
}

static void
read_body (CsDocxReader *reader, CsHeading book)
{
  xmlNode *body = cs_docx_child (xmlDocGetRootElement (reader->docx->document), "body");
  CsHeading first = CS_HEADING_NONE;

  if (book != CS_HEADING_NONE)
    cs_books_open (reader->books, book);
  if (reader->sections->len > 0)
    first = g_array_index (reader->sections, CsDocxSection, 0).book;
  if (first != CS_HEADING_NONE)
    cs_books_open (reader->books, first);
  if (body != NULL)
    cs_docx_read_blocks (reader, body);
  if (!cs_docx_line_is_empty (reader->line))
    cs_docx_reader_end_line (reader);
}

gboolean
cs_docx_reader_read (CsDocxReader *reader, CsHeading book, GError **error)
{
  CsBooksHooks hooks = { place_line, cs_docx_describe, reader };

  reader->comments = cs_docx_comments_read (reader->docx->package, error);
  if (reader->comments == NULL || !open_parts (reader, error))
    return FALSE;

  cs_books_set_hooks (reader->books, &hooks);
  read_body (reader, book);
  cs_books_set_hooks (reader->books, NULL);

  return TRUE;
}

void
cs_docx_reader_finish (CsDocxReader *reader)
{
  note_all (reader);
  note_macros (reader);
}
