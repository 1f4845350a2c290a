#include "cs-find-bar.h"

#include <glib/gi18n-lib.h>

#include "../../base/cs-position.h"

#define MAX_SELECTED_CHARS 100                 /* more is a passage, not something to look for */
#define MAX_MARKED 500                         /* more are found, not marked */
#define MATCH_COLOR "rgba(245, 194, 17, 0.45)" /* on light and dark */

struct _CsFindBar
{
  GtkWidget parent_instance;

  CsDocument *document;
  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context; /* nullable: of the part in the editor, while the bar is open */
  GtkTextTagTable *match_table;    /* nullable: of the buffer in which matches are marked */
  GtkTextTag *match_tag;           /* nullable */
  GtkWidget *old_focus;            /* nullable, weak: where the focus goes back to */

  /* template */
  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkToggleButton *case_toggle;
  GtkToggleButton *replace_toggle;
  GtkEditable *replacement;
  GtkWidget *replace;
  GtkWidget *replace_all;
};

G_DEFINE_FINAL_TYPE (CsFindBar, cs_find_bar, GTK_TYPE_WIDGET)

static CsPart
get_part (CsFindBar *self)
{
  guint part;

  g_object_get (self->document, "part", &part, NULL);
  return part;
}

static GtkTextBuffer *
get_buffer (CsFindBar *self)
{
  return GTK_TEXT_BUFFER (cs_document_get_buffer (self->document, get_part (self)));
}

/* --- how many --- */

/* "3 of 12", while the selection is a match; "12" else. */
static void
show_count (CsFindBar *self)
{
  int n_matches = 0;
  int at = 0;
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gboolean found;

  if (self->context != NULL)
    {
      gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
      n_matches = gtk_source_search_context_get_occurrences_count (self->context);
      at = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
    }

  found = n_matches > 0;
  if (found && at > 0)
    text = g_strdup_printf (_ ("%d of %d"), at, n_matches);
  else if (n_matches >= 0 && *gtk_editable_get_text (self->entry) != '\0')
    text = g_strdup_printf ("%d", n_matches);
  gtk_label_set_text (self->count, text == NULL ? "" : text);

  gtk_widget_set_sensitive (self->previous, found);
  gtk_widget_set_sensitive (self->next, found);
  gtk_widget_set_sensitive (self->replace, found);
  gtk_widget_set_sensitive (self->replace_all, found);
}

/* --- going from match to match --- */

static void
show_match (CsFindBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  cs_document_go_to (self->document, get_part (self), gtk_text_iter_get_offset (start),
                     gtk_text_iter_get_offset (end), FALSE);
  show_count (self);
}

static void
on_next (CsFindBar *self)
{
  GtkTextIter from, start, end;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), NULL, &from);
  if (gtk_source_search_context_forward (self->context, &from, &start, &end, NULL))
    show_match (self, &start, &end);
}

static void
on_previous (CsFindBar *self)
{
  GtkTextIter from, start, end;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, NULL);
  if (gtk_source_search_context_backward (self->context, &from, &start, &end, NULL))
    show_match (self, &start, &end);
}

/* What is typed is looked for from the start of the selection, so that it grows in its place. */
static void
on_search_changed (CsFindBar *self)
{
  GtkTextIter from, start, end;

  gtk_source_search_settings_set_search_text (self->settings, gtk_editable_get_text (self->entry));
  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, NULL);
  if (gtk_source_search_context_forward (self->context, &from, &start, &end, NULL))
    show_match (self, &start, &end);
  show_count (self);
}

/* --- replacing --- */

typedef struct
{
  guint start_char;
  guint end_char;
} Match;

static GArray *
list_matches (CsFindBar *self, guint max_matches)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gboolean wrapped = FALSE;
  GtkTextIter from, start, end;

  gtk_text_buffer_get_start_iter (get_buffer (self), &from);
  while (gtk_source_search_context_forward (self->context, &from, &start, &end, &wrapped) &&
         !wrapped && matches->len < max_matches)
    {
      Match match = { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

      g_array_append_val (matches, match);
      from = end;
    }

  return matches;
}

/* Replaces all @matches as one step; they are sorted. */
static void
replace_matches (CsFindBar *self, const GArray *matches)
{
  CsPart part = get_part (self);
  CsDraft *draft = cs_document_get_draft (self->document);
  const CsText *text = draft->texts[part];
  const char *string = cs_text_get_string (text);
  gsize n_bytes = cs_text_get_n_bytes (text);
  g_autoptr (GArray) edits = cs_edits_new ();
  gsize byte = 0;
  guint at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      guint n_chars = match->end_char - match->start_char;
      gsize start = byte + cs_position_to_bytes (string + byte, n_bytes - byte,
                                                 match->start_char - at);
      gsize end = start + cs_position_to_bytes (string + start, n_bytes - start, n_chars);

      cs_edits_add (edits, part, start, end, gtk_editable_get_text (self->replacement));
      byte = end;
      at = match->end_char;
    }

  if (cs_edits_normalise (edits, draft))
    cs_document_apply (self->document, edits, _ ("Replace"));
  show_count (self);
}

static void
on_replace (CsFindBar *self)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GtkTextIter start, end;
  Match match;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  match.start_char = gtk_text_iter_get_offset (&start);
  match.end_char = gtk_text_iter_get_offset (&end);
  if (gtk_source_search_context_get_occurrence_position (self->context, &start, &end) > 0)
    {
      g_array_append_val (matches, match);
      replace_matches (self, matches);
    }
  on_next (self);
}

static void
on_replace_all (CsFindBar *self)
{
  g_autoptr (GArray) matches = NULL;

  if (self->context == NULL)
    return;

  matches = list_matches (self, G_MAXUINT);
  replace_matches (self, matches);
}

/* --- opening and closing --- */

/* A context takes the look of matches from a style scheme and complains without one. The editor
 * has none: it would change the colour of its text. So matches are marked here. */
static GtkSourceSearchContext *
make_context (GtkSourceBuffer *buffer, GtkSourceSearchSettings *settings)
{
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();
  GtkSourceSearchContext *context;

  gtk_source_buffer_set_style_scheme (
      buffer, gtk_source_style_scheme_manager_get_scheme (schemes, "Adwaita"));
  context = gtk_source_search_context_new (buffer, settings);
  gtk_source_search_context_set_highlight (context, FALSE);
  gtk_source_buffer_set_style_scheme (buffer, NULL);

  return context;
}

static void
clear_marks (CsFindBar *self)
{
  GtkTextTag *tag = g_steal_pointer (&self->match_tag);

  if (tag == NULL)
    return;

  gtk_text_tag_table_remove (self->match_table, tag);
  g_clear_object (&self->match_table);
}

static void
mark_matches (CsFindBar *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (GArray) matches = list_matches (self, MAX_MARKED);

  clear_marks (self);
  self->match_table = g_object_ref (gtk_text_buffer_get_tag_table (buffer));
  self->match_tag = gtk_text_buffer_create_tag (buffer, NULL, "background", MATCH_COLOR, NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, match->start_char);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, match->end_char);
      gtk_text_buffer_apply_tag (buffer, self->match_tag, &start, &end);
    }
}

static void
on_count (CsFindBar *self)
{
  mark_matches (self);
  show_count (self);
}

/* Follows the part in the editor. */
static void
follow_part (CsFindBar *self)
{
  clear_marks (self);
  g_clear_object (&self->context);
  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;

  self->context = make_context (GTK_SOURCE_BUFFER (get_buffer (self)), self->settings);
  g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (on_count),
                           self, G_CONNECT_SWAPPED);
  show_count (self);
}

static char *
dup_selected (CsFindBar *self)
{
  GtkTextIter start, end;
  int n_chars;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  n_chars = gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start);
  if (n_chars == 0 || n_chars > MAX_SELECTED_CHARS ||
      gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return NULL;

  return gtk_text_iter_get_text (&start, &end);
}

static void
keep_focus (CsFindBar *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->old_focus, widget);
}

void
cs_find_bar_open (CsFindBar *self, gboolean replace)
{
  GtkRoot *root;
  g_autofree char *selected = NULL;

  g_return_if_fail (CS_IS_FIND_BAR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && !gtk_revealer_get_reveal_child (self->revealer))
    keep_focus (self, gtk_root_get_focus (root));

  selected = dup_selected (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_toggle_button_set_active (self->replace_toggle, replace);
  if (self->context == NULL)
    follow_part (self);
  if (selected != NULL)
    gtk_editable_set_text (self->entry, selected);
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
cs_find_bar_close (CsFindBar *self)
{
  g_return_if_fail (CS_IS_FIND_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  clear_marks (self);
  g_clear_object (&self->context);
  if (self->old_focus != NULL)
    gtk_widget_grab_focus (self->old_focus);
  keep_focus (self, NULL);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  cs_find_bar_close (CS_FIND_BAR (widget));

  return TRUE;
}

/* --- the object --- */

static void
cs_find_bar_dispose (GObject *object)
{
  CsFindBar *self = CS_FIND_BAR (object);

  keep_focus (self, NULL);
  clear_marks (self);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), CS_TYPE_FIND_BAR);

  G_OBJECT_CLASS (cs_find_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, case_toggle);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, replace_toggle);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, replace);
  gtk_widget_class_bind_template_child (widget_class, CsFindBar, replace_all);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
  gtk_widget_class_bind_template_callback (widget_class, on_replace_all);
  gtk_widget_class_bind_template_callback (widget_class, cs_find_bar_close);
}

static void
cs_find_bar_class_init (CsFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_find_bar_dispose;
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
cs_find_bar_init (CsFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  g_object_bind_property (self->case_toggle, "active", self->settings, "case-sensitive",
                          G_BINDING_SYNC_CREATE);
}

GtkWidget *
cs_find_bar_new (CsDocument *document)
{
  CsFindBar *self = g_object_new (CS_TYPE_FIND_BAR, NULL);

  self->document = g_object_ref (document);
  g_object_bind_property (document, "editable", self->replace_toggle, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (document, "notify::part", G_CALLBACK (follow_part), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
