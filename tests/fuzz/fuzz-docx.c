/* Word files. The input is the content of their parts, text, styles, numbering, footnotes, comments
 * and relations, parted by the byte 1, or a file as it is. */

#include <string.h>

#include "../../src/formats/docx/cs-docx-private.h"
#include "../formats/check-draft.h"
#include "../formats/make-docx.h"
#include "fuzz-reader.h"
#include "fuzz.h"

enum
{
  BODY,
  STYLES,
  NUMBERING,
  FOOTNOTES,
  COMMENTS,
  RELATIONS,
  N_PIECES
};

static GByteArray *
pack (const uint8_t *data, size_t size)
{
  static const MakeZipEntry picture = { "text/a.png", "\x89PNG\r\n\x1a\n", 8, NULL };
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) found = g_strsplit (text, "\1", N_PIECES);
  const char *pieces[N_PIECES] = { NULL };

  for (guint i = 0; found[i] != NULL; i++)
    pieces[i] = found[i];

  return make_docx (&(MakeDocx){ .body = pieces[BODY] == NULL ? "" : pieces[BODY],
                                 .styles = pieces[STYLES],
                                 .numbering = pieces[NUMBERING],
                                 .footnotes = pieces[FOOTNOTES],
                                 .comments = pieces[COMMENTS],
                                 .relations = pieces[RELATIONS],
                                 .parts = &picture,
                                 .n_parts = 1 });
}

/* A text takes U+FFFC for an object only; in letters it becomes U+FFFD, which is as long. */
static void
mend_object_characters (char *content)
{
  for (char *at = content; (at = strstr (at, CS_OBJECT_CHARACTER)) != NULL; at += 3)
    at[2] = '\xbd';
}

static void
check_place (const CsDraft *draft, const CsDocxPlace *place, const CsDocxPlace *before)
{
  const CsText *text = draft->texts[place->part];

  g_assert_nonnull (text);
  g_assert_cmpuint (place->start + place->n_bytes, <=, cs_text_get_n_bytes (text));
  g_assert_true (before == NULL || before->part < place->part ||
                 before->start + before->n_bytes <= place->start);
  if (place->n_source > 0)
    {
      xmlChar *content = xmlNodeGetContent (place->node);

      g_assert_cmpuint (place->offset + place->n_source, <=, strlen ((const char *)content));
      mend_object_characters ((char *)content);
      if (place->n_source == place->n_bytes && place->n_bytes > 4)
        g_assert_cmpmem (content + place->offset, place->n_source,
                         cs_text_get_string (text) + place->start, place->n_bytes);
      xmlFree (content);
    }
}

/* Every place is in the text and in the file, and spans are found by them. */
static void
check_places (const CsDocx *docx, const CsDraft *draft)
{
  guint n_places;
  const CsDocxPlace *places = cs_docx_places_get (docx->places, &n_places);

  for (guint i = 0; i < n_places; i++)
    check_place (draft, &places[i], i == 0 ? NULL : &places[i - 1]);
  for (guint i = 0; i < draft->notes->len; i++)
    {
      CsDocxPoint start;
      CsDocxPoint end;

      cs_docx_places_find (docx->places, draft, &g_array_index (draft->notes, CsReadNote, i).span,
                           &start, &end);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gboolean is_zip = size > 1 && data[0] == 'P' && data[1] == 'K';
  GByteArray *zip = is_zip ? NULL : pack (data, size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CsDocx) docx = NULL;
  g_autoptr (CsDraft) draft = NULL;

  if (is_zip)
    zip = g_byte_array_append (g_byte_array_new (), data, size);

  fuzz_reader (zip->data, zip->len);
  bytes = g_byte_array_free_to_bytes (zip);
  docx = cs_docx_open (bytes, NULL);
  draft = docx == NULL ? NULL : cs_docx_read (docx, "fuzz", NULL);
  if (draft != NULL)
    check_places (docx, draft);

  return 0;
}
