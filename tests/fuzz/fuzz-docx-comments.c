/* Comments in Word files. The input is the content of their text and of their comments, parted by
 * the byte 1. Whatever the file, one that can be read can be read with comments in it, and says the
 * same. */

#include <string.h>

#include "../../src/formats/docx/cs-docx.h"
#include "../formats/make-docx.h"
#include "fuzz.h"

#define MAX_COMMENTS 64

static GBytes *
pack (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) pieces = g_strsplit (text, "\1", 2);
  const MakeDocx source = {
    .body = pieces[0] == NULL ? "" : pieces[0],
    .comments = pieces[0] == NULL ? NULL : pieces[1],
    .relations = "",
  };

  return g_byte_array_free_to_bytes (make_docx (&source));
}

/* A stretch of the unit that depends on @seed only, between characters. */
static CsSpan
choose_words (const CsDraft *draft, CsPart part, guint index, guint seed)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, part, index, &n_bytes);
  gsize n_chars = g_utf8_strlen (text, n_bytes);
  gsize first = n_chars == 0 ? 0 : seed % n_chars;
  gsize last = first + (seed >> 8) % (n_chars - first + 1);

  return (CsSpan){ part, index, g_utf8_offset_to_pointer (text, first) - text,
                   g_utf8_offset_to_pointer (text, last) - text };
}

static GArray *
choose_comments (const CsDraft *draft, guint seed)
{
  GArray *comments = g_array_new (FALSE, TRUE, sizeof (CsDocxComment));

  for (guint part = 0; part < CS_N_PARTS; part++)
    for (guint i = 0; i < cs_draft_get_n_units (draft, part) && comments->len < MAX_COMMENTS; i++)
      {
        const CsDocxComment comment = { .span = choose_words (draft, part, i, seed),
                                        .text = (char *)"a\nb",
                                        .author = (char *)CS_DOCX_AUTHOR,
                                        .initials = (char *)"CS" };

        seed = seed * 1103515245 + 12345;
        g_array_append_val (comments, comment);
      }

  return comments;
}

static void
assert_same_text (const CsDraft *before, const CsDraft *after)
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (before->texts[part] != NULL)
      g_assert_true (cs_text_equal (before->texts[part], after->texts[part]));
}

/* Returns: (transfer full) (nullable): @file with comments, when it can be read */
static GBytes *
comment (GBytes *file, CsDraft **draft)
{
  g_autoptr (CsDocx) docx = cs_docx_open (file, NULL);
  g_autoptr (GArray) comments = NULL;

  *draft = docx == NULL ? NULL : cs_docx_read (docx, "fuzz", NULL);
  if (*draft == NULL)
    return NULL;

  comments = choose_comments (*draft, g_bytes_hash (file));

  return cs_docx_dup_commented (docx, (const CsDocxComment *)(gpointer)comments->data,
                                comments->len, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) file = pack (data, size);
  g_autoptr (CsDraft) before = NULL;
  g_autoptr (CsDraft) after = NULL;
  g_autoptr (GBytes) once = comment (file, &before);
  g_autoptr (GBytes) twice = NULL;

  if (once == NULL)
    return 0;

  twice = comment (once, &after);
  g_assert_nonnull (twice);
  assert_same_text (before, after);

  return 0;
}
