#include "../../src/formats/cs-reader.h"
#include "../formats/check-draft.h"
#include "fuzz-reader.h"

static gboolean
check_item (const CsReadItem *item, gpointer data)
{
  g_assert_true ((item->draft == NULL) != (item->error == NULL));
  if (item->draft != NULL)
    check_draft (item->draft);
  else
    g_assert_true (g_utf8_validate (item->error->message, -1, NULL));

  return TRUE;
}

void
fuzz_reader (const uint8_t *data, size_t size)
{
  const CsReader reader = { check_item, NULL };
  g_autoptr (GError) error = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  g_assert_true (cs_read_bytes ("fuzz", (const char *)data, size, &reader, NULL, &error));
  g_assert_no_error (error);
}
