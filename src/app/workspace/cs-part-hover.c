#include <glib/gi18n-lib.h>

#include "cs-part-card.h"
#include "cs-part-hover.h"

struct _CsPartHover
{
  GObject parent_instance;

  CsDocument *document;
  CsPartMarks *marks; /* nullable: no longer there */
  CsPart part;
};

static void cs_part_hover_iface_init (GtkSourceHoverProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CsPartHover,
                               cs_part_hover,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_HOVER_PROVIDER,
                                                      cs_part_hover_iface_init))

static gboolean
cs_part_hover_populate (GtkSourceHoverProvider *provider,
                        GtkSourceHoverContext *context,
                        GtkSourceHoverDisplay *display,
                        GError **error)
{
  CsPartHover *self = CS_PART_HOVER (provider);
  GtkWidget *card = NULL;
  GtkTextIter iter;

  if (self->marks != NULL && gtk_source_hover_context_get_iter (context, &iter))
    card = cs_part_card_new (self->document, self->marks, self->part,
                             gtk_text_iter_get_offset (&iter));
  if (card == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("nothing to tell"));
      return FALSE;
    }

  gtk_source_hover_display_append (display, card);
  return TRUE;
}

static void
cs_part_hover_iface_init (GtkSourceHoverProviderInterface *iface)
{
  iface->populate = cs_part_hover_populate;
}

static void
cs_part_hover_finalize (GObject *object)
{
  g_clear_object (&CS_PART_HOVER (object)->document);

  G_OBJECT_CLASS (cs_part_hover_parent_class)->finalize (object);
}

static void
cs_part_hover_class_init (CsPartHoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_part_hover_finalize;
}

static void
cs_part_hover_init (CsPartHover *self)
{
}

CsPartHover *
cs_part_hover_new (CsDocument *document, CsPartMarks *marks, CsPart part)
{
  CsPartHover *self = g_object_new (CS_TYPE_PART_HOVER, NULL);

  self->document = g_object_ref (document);
  self->marks = marks;
  self->part = part;
  return self;
}

void
cs_part_hover_clear (CsPartHover *self)
{
  g_return_if_fail (CS_IS_PART_HOVER (self));

  self->marks = NULL;
}
