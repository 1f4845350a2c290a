#include "cs-pre-quotes.h"

#include <glib/gi18n-lib.h>

#include "../../service/cs-pre-examination.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"
#include "cs-pair-layout.h"

#define MAX_SHOWN 12 /* of a fault throughout: enough to see what is meant */
#define MAX_QUOTE_CHARS 400

struct _CsPreQuotes
{
  GtkWidget parent_instance;

  char *language;
};

G_DEFINE_FINAL_TYPE (CsPreQuotes, cs_pre_quotes, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static char *
dup_short (const char *text)
{
  if (g_utf8_strlen (text, -1) <= MAX_QUOTE_CHARS)
    return g_strdup (text);

  g_autofree char *head = g_utf8_substring (text, 0, MAX_QUOTE_CHARS);

  return g_strconcat (head, "…", NULL);
}

/* What is wrong, with its shape; a waived finding says so. */
static void
add_message (GtkWidget *box, GObject *place, const char *message)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shape = gtk_image_new ();
  guint severity;
  gboolean waived;

  g_object_get (place, "severity", &severity, "waived", &waived, NULL);
  cs_shape_show (GTK_IMAGE (shape), severity, !waived);
  gtk_widget_set_valign (shape, GTK_ALIGN_START);
  gtk_widget_set_margin_top (shape, 3);
  gtk_box_append (GTK_BOX (line), shape);
  gtk_box_append (GTK_BOX (line), label_new (message, NULL));
  if (waived)
    gtk_box_append (GTK_BOX (line), label_new (_ ("waived"), "dim-label"));
  gtk_box_append (GTK_BOX (box), line);
}

static void
on_clicked (GtkWidget *button, GObject *place)
{
  guint part;
  guint unit;
  guint start;

  g_object_get (place, "part", &part, "unit", &unit, "start-char", &start, NULL);
  gtk_widget_activate_action (button, "preexam.show-place", "(uuu)", part, unit, start);
}

static GtkWidget *
quote_new (CsPreQuotes *quotes, GObject *place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  g_autofree char *brief = NULL;

  g_object_get (place, "label", &label, "text", &text, "message", &message, NULL);
  brief = dup_short (text);
  gtk_box_append (GTK_BOX (box), label_new (label, "caption-heading"));
  if (*message != '\0')
    add_message (box, place, message);
  if (*brief != '\0')
    {
      GtkWidget *words = label_new (brief, "cs-quote");

      cs_label_set_language (GTK_LABEL (words), quotes->language);
      gtk_box_append (GTK_BOX (box), words);
    }

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cs-place");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Show in the text"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), place, 0);

  return button;
}

static void
add_rest (CsPreQuotes *quotes, guint n_rest)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("and %u more place", "and %u more places", n_rest), n_rest);

  gtk_widget_set_parent (label_new (text, "dim-label"), GTK_WIDGET (quotes));
}

static void
cs_pre_quotes_dispose (GObject *object)
{
  CsPreQuotes *quotes = CS_PRE_QUOTES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (quotes))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&quotes->language, g_free);

  G_OBJECT_CLASS (cs_pre_quotes_parent_class)->dispose (object);
}

static void
cs_pre_quotes_class_init (CsPreQuotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_pre_quotes_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), CS_TYPE_PAIR_LAYOUT);
}

static void
cs_pre_quotes_init (CsPreQuotes *quotes)
{
}

GtkWidget *
cs_pre_quotes_new (GListModel *places, const char *language)
{
  CsPreQuotes *quotes = g_object_new (CS_TYPE_PRE_QUOTES, NULL);
  guint n = g_list_model_get_n_items (places);

  quotes->language = g_strdup (language);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    {
      g_autoptr (GObject) place = g_list_model_get_item (places, i);

      gtk_widget_set_parent (quote_new (quotes, place), GTK_WIDGET (quotes));
    }
  if (n > MAX_SHOWN)
    add_rest (quotes, n - MAX_SHOWN);

  return GTK_WIDGET (quotes);
}
