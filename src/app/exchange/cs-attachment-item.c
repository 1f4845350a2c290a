#include "cs-attachment-item.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-when.h"

struct _CsAttachmentItem
{
  GObject parent_instance;

  CsAttachment *attachment;
  GBytes *bytes;
};

G_DEFINE_FINAL_TYPE (CsAttachmentItem, cs_attachment_item, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  PROP_FACTS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static char *
dup_facts (const CsAttachment *attachment)
{
  g_autofree char *size = g_format_size (attachment->n_bytes);
  g_autofree char *when = cs_when_dup_words (attachment->added_us, g_get_real_time ());
  g_autofree char *pages = NULL;

  if (attachment->n_pages == 0)
    return g_strdup_printf ("%s · %s", size, when);

  pages = g_strdup_printf (ngettext ("%u page", "%u pages", attachment->n_pages),
                           attachment->n_pages);

  return g_strdup_printf ("%s · %s · %s", pages, size, when);
}

static void
cs_attachment_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsAttachmentItem *item = CS_ATTACHMENT_ITEM (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, item->attachment->name);
      break;
    case PROP_FACTS:
      g_value_take_string (value, dup_facts (item->attachment));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_attachment_item_finalize (GObject *object)
{
  CsAttachmentItem *item = CS_ATTACHMENT_ITEM (object);

  cs_attachment_free (item->attachment);
  g_clear_pointer (&item->bytes, g_bytes_unref);

  G_OBJECT_CLASS (cs_attachment_item_parent_class)->finalize (object);
}

static void
cs_attachment_item_class_init (CsAttachmentItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_attachment_item_get_property;
  object_class->finalize = cs_attachment_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_attachment_item_init (CsAttachmentItem *item)
{
}

CsAttachmentItem *
cs_attachment_item_new (CsAttachment *attachment)
{
  CsAttachmentItem *item = g_object_new (CS_TYPE_ATTACHMENT_ITEM, NULL);

  item->attachment = attachment;

  return item;
}

CsAttachment *
cs_attachment_item_get (CsAttachmentItem *item)
{
  return item->attachment;
}

GBytes *
cs_attachment_item_get_bytes (CsAttachmentItem *item)
{
  return item->bytes;
}

void
cs_attachment_item_set_bytes (CsAttachmentItem *item, GBytes *bytes)
{
  g_clear_pointer (&item->bytes, g_bytes_unref);
  item->bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);
}
