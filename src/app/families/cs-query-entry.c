#include "cs-query-entry.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SEARCH_AFTER_MS 250 /* the last key: nobody wants the hits of half a word */

struct _CsQueryEntry
{
  GtkEntry parent_instance;

  CsQuery *query;
  guint timer;
};

enum
{
  SEARCH,
  HISTORY,
  HELP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsQueryEntry, cs_query_entry, GTK_TYPE_ENTRY)

/* --- colours --- */

/* Names of style.css; NULL for the colour of text. */
static const char *const colors[] = {
  [CS_QUERY_MARK_FIELD] = "cs_reference",
  [CS_QUERY_MARK_OPERATOR] = "cs_transition",
  [CS_QUERY_MARK_BRACKET] = "cs_neutral",
  [CS_QUERY_MARK_PHRASE] = NULL,
  [CS_QUERY_MARK_WORD] = NULL,
};

#define CHANNEL(value) ((guint16)((value)*G_MAXUINT16))

static void
insert (PangoAttrList *list, PangoAttribute *attribute, gsize start_byte, gsize end_byte)
{
  attribute->start_index = (guint)start_byte;
  attribute->end_index = (guint)end_byte;
  pango_attr_list_insert (list, attribute);
}

static gboolean
lookup (CsQueryEntry *entry, const char *name, GdkRGBA *color)
{
  return name != NULL && gtk_style_context_lookup_color (
                             gtk_widget_get_style_context (GTK_WIDGET (entry)), name, color);
}

static void
mark (CsQueryEntry *entry, PangoAttrList *list, const CsQueryMark *at)
{
  GdkRGBA color;

  if (lookup (entry, colors[at->kind], &color))
    insert (list,
            pango_attr_foreground_new (CHANNEL (color.red), CHANNEL (color.green),
                                       CHANNEL (color.blue)),
            at->start_byte, at->end_byte);
}

/* Where something is missing, what stands before it is marked. */
static void
mark_fault (CsQueryEntry *entry, PangoAttrList *list, const CsQuery *query)
{
  gsize start_byte = query->fault.start_byte;
  gsize end_byte = query->fault.end_byte;
  GdkRGBA color;

  if (start_byte == end_byte && start_byte > 0)
    start_byte = (gsize)(g_utf8_prev_char (query->text + start_byte) - query->text);
  if (start_byte == end_byte)
    return;

  insert (list, pango_attr_underline_new (PANGO_UNDERLINE_ERROR), start_byte, end_byte);
  if (lookup (entry, "cs_error", &color))
    insert (list,
            pango_attr_underline_color_new (CHANNEL (color.red), CHANNEL (color.green),
                                            CHANNEL (color.blue)),
            start_byte, end_byte);
}

static void
colour (CsQueryEntry *entry)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < entry->query->n_marks; i++)
    mark (entry, list, &entry->query->marks[i]);
  if (entry->query->fault.message != NULL)
    mark_fault (entry, list, entry->query);
  gtk_entry_set_attributes (GTK_ENTRY (entry), list);
}

/* --- typing --- */

static gboolean
on_timer (gpointer data)
{
  CsQueryEntry *entry = data;

  entry->timer = 0;
  g_signal_emit (entry, signals[SEARCH], 0, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_changed (CsQueryEntry *entry)
{
  g_clear_pointer (&entry->query, cs_query_unref);
  entry->query = cs_query_parse (gtk_editable_get_text (GTK_EDITABLE (entry)));
  colour (entry);
  g_clear_handle_id (&entry->timer, g_source_remove);
  entry->timer = g_timeout_add (SEARCH_AFTER_MS, on_timer, entry);
}

static void
on_activate (CsQueryEntry *entry)
{
  g_clear_handle_id (&entry->timer, g_source_remove);
  g_signal_emit (entry, signals[SEARCH], 0, TRUE);
}

static void
on_icon (CsQueryEntry *entry, GtkEntryIconPosition position)
{
  if (position == GTK_ENTRY_ICON_SECONDARY)
    g_signal_emit (entry, signals[HELP], 0);
  else
    g_signal_emit (entry, signals[HISTORY], 0);
}

static gboolean
on_key (CsQueryEntry *entry, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (entry, signals[HISTORY], 0);

  return GDK_EVENT_STOP;
}

/* --- the class --- */

static void
cs_query_entry_dispose (GObject *object)
{
  CsQueryEntry *entry = CS_QUERY_ENTRY (object);

  g_clear_handle_id (&entry->timer, g_source_remove);

  G_OBJECT_CLASS (cs_query_entry_parent_class)->dispose (object);
}

static void
cs_query_entry_finalize (GObject *object)
{
  cs_query_unref (CS_QUERY_ENTRY (object)->query);

  G_OBJECT_CLASS (cs_query_entry_parent_class)->finalize (object);
}

static void
cs_query_entry_class_init (CsQueryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cs_query_entry_dispose;
  object_class->finalize = cs_query_entry_finalize;

  signals[SEARCH] = g_signal_new ("search", CS_TYPE_QUERY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[HISTORY] = g_signal_new ("history", CS_TYPE_QUERY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[HELP] = g_signal_new ("help", CS_TYPE_QUERY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
cs_query_entry_init (CsQueryEntry *self)
{
  GtkEntry *entry = GTK_ENTRY (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->query = cs_query_parse ("");
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_PRIMARY, _ ("Former searches (Down)"));
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "cs-help-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY,
                                   _ ("The language of search (Ctrl+/)"));
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (on_activate), NULL);
  g_signal_connect (self, "icon-release", G_CALLBACK (on_icon), NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (colour), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "realize", G_CALLBACK (colour), NULL);
}

const CsQuery *
cs_query_entry_get_query (CsQueryEntry *entry)
{
  return entry->query;
}

void
cs_query_entry_set (CsQueryEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  on_activate (entry);
}

void
cs_query_entry_insert (CsQueryEntry *entry, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (entry);
  int position = gtk_editable_get_position (editable);
  const char *typed = gtk_editable_get_text (editable);
  gboolean apart = position > 0 && *g_utf8_offset_to_pointer (typed, position - 1) != ' ';

  if (apart)
    gtk_editable_insert_text (editable, " ", 1, &position);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (editable, position);
}
