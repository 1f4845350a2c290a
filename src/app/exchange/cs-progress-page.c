#include "cs-progress-page.h"

#define PULSE_EVERY_MS 100

struct _CsProgressPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *label;
  GtkProgressBar *bar;
  GtkWidget *stop;

  guint pulse;
};

G_DEFINE_FINAL_TYPE (CsProgressPage, cs_progress_page, GTK_TYPE_WIDGET)

enum
{
  PROP_FRACTION = 1,
  N_PROPERTIES
};

enum
{
  STOP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
on_stop (CsProgressPage *page)
{
  g_signal_emit (page, signals[STOP], 0);
}

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (CS_PROGRESS_PAGE (data)->bar);

  return G_SOURCE_CONTINUE;
}

void
cs_progress_page_begin (CsProgressPage *page, const char *words, gboolean knows_fraction)
{
  cs_progress_page_end (page);
  gtk_label_set_label (page->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_progress_bar_set_fraction (page->bar, 0);
  if (!knows_fraction)
    page->pulse = g_timeout_add (PULSE_EVERY_MS, on_pulse, page);
  gtk_widget_grab_focus (page->stop);
}

void
cs_progress_page_end (CsProgressPage *page)
{
  g_clear_handle_id (&page->pulse, g_source_remove);
}

/* --- the widget --- */

static void
cs_progress_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsProgressPage *page = CS_PROGRESS_PAGE (object);

  if (id != PROP_FRACTION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (page->pulse == 0)
    gtk_progress_bar_set_fraction (page->bar, g_value_get_double (value));
}

static void
cs_progress_page_dispose (GObject *object)
{
  cs_progress_page_end (CS_PROGRESS_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_PROGRESS_PAGE);

  G_OBJECT_CLASS (cs_progress_page_parent_class)->dispose (object);
}

static void
cs_progress_page_class_init (CsProgressPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = cs_progress_page_set_property;
  object_class->dispose = cs_progress_page_dispose;

  properties[PROP_FRACTION] = g_param_spec_double (
      "fraction", NULL, NULL, 0, 1, 0, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[STOP] = g_signal_new ("stop", CS_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CsProgressPage, content);
  gtk_widget_class_bind_template_child (widget_class, CsProgressPage, label);
  gtk_widget_class_bind_template_child (widget_class, CsProgressPage, bar);
  gtk_widget_class_bind_template_child (widget_class, CsProgressPage, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
cs_progress_page_init (CsProgressPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
