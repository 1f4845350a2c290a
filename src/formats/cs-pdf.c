#include "cs-pdf.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"

/* The text of a PDF, by poppler, which is not made for several threads at once. */

typedef PopplerDocument Document;
typedef PopplerPage Page;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

static GMutex lock;

static void
set_unreadable (GError **error, const GError *reason)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                  _ ("the PDF has a password; save it without one and take that"));
  else
    cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("the PDF is damaged: %s"), reason->message);
}

/* Appends the text of a page; only line ends, tabs and what is to be seen. */
static void
append_page (GString *text, PopplerDocument *document, int index)
{
  g_autoptr (Page) page = poppler_document_get_page (document, index);
  g_autofree char *raw = page == NULL ? NULL : poppler_page_get_text (page);
  g_autofree char *valid = g_utf8_make_valid (raw == NULL ? "" : raw, -1);

  for (const char *at = valid; *at != '\0'; at++)
    if ((guchar)*at >= ' ' || *at == '\n' || *at == '\t')
      g_string_append_c (text, *at);
}

static gboolean
check_limits (int n_pages, gsize n_bytes, GError **error)
{
  if (n_pages > CS_MAX_PDF_PAGES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the PDF has more than %d pages"),
                  CS_MAX_PDF_PAGES);
  else if (n_bytes > CS_MAX_PART_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the text of the PDF is larger than %d MB"),
                  CS_MAX_PART_BYTES >> 20);
  else
    return TRUE;

  return FALSE;
}

static char *
read_pages (PopplerDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (i > 0)
        g_string_append_c (text, '\f');
      append_page (text, document, i);
      if (!check_limits (n_pages, text->len, error))
        return NULL;
    }
  if (strspn (text->str, " \t\n\f") == text->len)
    g_string_truncate (text, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
read_locked (GBytes *bytes, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (Document) document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  char *text;

  if (document == NULL)
    {
      set_unreadable (error, reason);
      return NULL;
    }

  text = read_pages (document, cancellable, error);
  if (text != NULL && n_pages != NULL)
    *n_pages = MAX (0, poppler_document_get_n_pages (document));

  return text;
}

char *
cs_pdf_read_text (GBytes *bytes, guint *n_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lock);

  return read_locked (bytes, n_pages, cancellable, error);
}
