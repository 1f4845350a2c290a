#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-content.h"
#include "cs-encoding.h"
#include "cs-image.h"

#define HEAD_BYTES 4096
#define MIN_SEPARATORS 3       /* in each line of a table */
#define MAX_CONTROLS_PERCENT 5 /* control characters in what is still called text */

typedef struct
{
  const char *start;
  gsize n_bytes;
  CsContent content;
} Magic;

static const Magic magics[] = {
  { "PK\3\4", 4, CS_CONTENT_ZIP },
  { "PK\5\6", 4, CS_CONTENT_ZIP },
  { "%PDF-", 5, CS_CONTENT_PDF },
  { "\xd0\xcf\x11\xe0", 4, CS_CONTENT_OLE },
  { "{\\rtf", 5, CS_CONTENT_RTF },
  { "\x1f\x8b", 2, CS_CONTENT_ARCHIVE },
  { "7z\xbc\xaf", 4, CS_CONTENT_ARCHIVE },
  { "Rar!", 4, CS_CONTENT_ARCHIVE },
  { "BZh", 3, CS_CONTENT_ARCHIVE },
  { "\xfd"
    "7zXZ",
    5, CS_CONTENT_ARCHIVE },
};

/* The first bytes in UTF-8, as far as they can be read; %NULL when they are no text at all. */
static char *
dup_head (const char *bytes, gsize n_bytes)
{
  const char *encoding = cs_encoding_guess (bytes, n_bytes, NULL);
  g_autofree char *head = NULL;
  gsize n_read = 0;

  if (encoding == NULL)
    return NULL;
  if (!g_str_has_prefix (encoding, "UTF-16"))
    return g_strndup (bytes, n_bytes);

  head = g_convert (bytes, n_bytes & ~(gsize)1, "UTF-8", encoding, &n_read, NULL, NULL);
  if (head == NULL && n_read > 1)
    head = g_convert (bytes, n_read & ~(gsize)1, "UTF-8", encoding, NULL, NULL, NULL);

  return g_steal_pointer (&head);
}

static gboolean
has_many_controls (const char *text)
{
  gsize n_controls = 0;
  gsize n_bytes = strlen (text);

  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar)text[i] < 0x20 && !g_ascii_isspace (text[i]))
      n_controls++;

  return n_controls * 100 > n_bytes * MAX_CONTROLS_PERCENT;
}

static const char *
skip_white_space (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* How many @separator there are in a line; @in_prose: (out): a blank follows one of them. */
static guint
count_separators (const char *line, char separator, gboolean *in_prose)
{
  guint n = 0;

  *in_prose = FALSE;
  for (; *line != '\0' && *line != '\n'; line++)
    {
      n += *line == separator;
      *in_prose |= line[0] == separator && line[1] == ' ';
    }

  return n;
}

/* Whether @text begins with a line of names of columns, and one more of as many cells. */
static gboolean
is_table (const char *text)
{
  static const char separators[] = ",;\t";
  const char *second = strchr (text, '\n');
  gboolean in_prose;

  if (second == NULL)
    return FALSE;
  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      guint n_cells = count_separators (second + 1, *separator, &in_prose);
      guint n_names = count_separators (text, *separator, &in_prose);

      if (n_names >= MIN_SEPARATORS && n_cells >= n_names && !in_prose)
        return TRUE;
    }

  return FALSE;
}

static CsContent
guess_text (const char *bytes, gsize n_bytes)
{
  g_autofree char *head = dup_head (bytes, MIN (n_bytes, HEAD_BYTES));
  const char *start;

  if (head == NULL || has_many_controls (head))
    return CS_CONTENT_BINARY;

  start = skip_white_space (head);
  if (*start == '\0')
    return n_bytes > HEAD_BYTES ? CS_CONTENT_TEXT : CS_CONTENT_EMPTY;
  if (*start == '<' && (g_ascii_isalpha (start[1]) || start[1] == '?' || start[1] == '!'))
    return CS_CONTENT_XML;
  if ((*start == '{' || *start == '[') && *skip_white_space (start + 1) == '"')
    return CS_CONTENT_JSON;
  if (is_table (start))
    return CS_CONTENT_TABLE;

  return CS_CONTENT_TEXT;
}

CsContent
cs_content_guess (const char *bytes, gsize n_bytes)
{
  if (n_bytes == 0)
    return CS_CONTENT_EMPTY;
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n_bytes >= magics[i].n_bytes && memcmp (bytes, magics[i].start, magics[i].n_bytes) == 0)
      return magics[i].content;
  if (cs_image_guess_format (bytes, n_bytes) != NULL)
    return CS_CONTENT_IMAGE;

  return guess_text (bytes, n_bytes);
}

const char *
cs_content_get_name (CsContent content)
{
  static const char *const names[] = {
    [CS_CONTENT_EMPTY] = N_ ("an empty file"),
    [CS_CONTENT_TEXT] = N_ ("a text"),
    [CS_CONTENT_XML] = N_ ("an XML file"),
    [CS_CONTENT_ZIP] = N_ ("a ZIP"),
    [CS_CONTENT_IMAGE] = N_ ("a picture"),
    [CS_CONTENT_PDF] = N_ ("a PDF"),
    [CS_CONTENT_OLE] = N_ ("a Word document of before 2007 (.doc), or the like"),
    [CS_CONTENT_RTF] = N_ ("an RTF document"),
    [CS_CONTENT_JSON] = N_ ("a JSON file"),
    [CS_CONTENT_TABLE] = N_ ("a table (CSV), not the text of an application"),
    [CS_CONTENT_ARCHIVE] = N_ ("a packed file other than ZIP"),
    [CS_CONTENT_BINARY] = N_ ("a binary file"),
  };

  g_return_val_if_fail (content < G_N_ELEMENTS (names), "");

  return names[content];
}
