#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* How tests end. */

#define TEST_END_US (60 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

/** test_folder_remove: removes @path with all that is in it */
static inline void
test_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      test_folder_remove (child);
    }
  g_remove (path);
}

/** test_object_end: @object: (transfer full): gone afterwards: what it had asked for came back */
static inline void
test_object_end (gpointer object)
{
  gint64 end_us = g_get_monotonic_time () + TEST_END_US;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (object);
}
