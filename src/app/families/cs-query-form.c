#include "cs-query-form.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-query-words.h"

#define MAX_LINES 12
#define N_FIRST_LINES 3

/* One line of the form. */
typedef struct
{
  GtkDropDown *link;
  GtkDropDown *field;
  GtkEditable *words;
} Line;

struct _CsQueryForm
{
  AdwWindow parent_instance;

  GtkGrid *grid;
  GtkButton *add;
  GtkButton *search;
  GtkLabel *query;
  GtkLabel *reading;

  Line lines[MAX_LINES];
  guint n_lines;
  char *text; /* of the query */
};

enum
{
  SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsQueryForm, cs_query_form, ADW_TYPE_WINDOW)

static const CsQueryKind links[] = { CS_QUERY_AND, CS_QUERY_OR, CS_QUERY_NOT };

/* What the first lines ask for before anybody chose. */
static const CsQueryField first_fields[N_FIRST_LINES] = { CS_QUERY_TEXT, CS_QUERY_APPLICANT,
                                                          CS_QUERY_EARLIEST };

/* --- the query --- */

static char *
join (CsQueryForm *form)
{
  CsQueryRow rows[MAX_LINES];

  for (guint i = 0; i < form->n_lines; i++)
    rows[i] = (CsQueryRow){ links[gtk_drop_down_get_selected (form->lines[i].link)],
                            (CsQueryField)gtk_drop_down_get_selected (form->lines[i].field),
                            gtk_editable_get_text (form->lines[i].words) };

  return cs_query_rows_join (rows, form->n_lines);
}

static void
update (CsQueryForm *form)
{
  g_autoptr (CsQuery) query = NULL;
  g_autofree char *reading = NULL;
  gboolean has_fault;

  g_free (form->text);
  form->text = join (form);
  query = cs_query_parse (form->text);
  has_fault = query->fault.message != NULL;
  reading = cs_query_dup_reading (query, cs_ui_language ());
  gtk_label_set_label (form->query, form->text);
  gtk_label_set_label (form->reading, has_fault ? query->fault.message : reading);
  if (has_fault)
    gtk_widget_add_css_class (GTK_WIDGET (form->reading), "cs-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (form->reading), "cs-error");
  gtk_widget_set_sensitive (GTK_WIDGET (form->search), *form->text != '\0' && !has_fault);
}

static void
on_field (GtkDropDown *drop_down, GParamSpec *pspec, CsQueryForm *form)
{
  for (guint i = 0; i < form->n_lines; i++)
    if (form->lines[i].field == drop_down)
      gtk_entry_set_placeholder_text (
          GTK_ENTRY (form->lines[i].words),
          cs_query_field_get_hint ((CsQueryField)gtk_drop_down_get_selected (drop_down)));
  update (form);
}

static void
on_search (CsQueryForm *form)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (form->search)))
    return;

  g_signal_emit (form, signals[SEARCH], 0, form->text);
  gtk_window_close (GTK_WINDOW (form));
}

/* --- lines --- */

static GtkWidget *
make_fields (void)
{
  const char *labels[CS_N_QUERY_FIELDS + 1] = { NULL };

  for (guint i = 0; i < CS_N_QUERY_FIELDS; i++)
    labels[i] = cs_query_field_get_label ((CsQueryField)i);

  return gtk_drop_down_new_from_strings (labels);
}

static GtkWidget *
make_links (void)
{
  const char *labels[] = { _ ("and"), _ ("or"), _ ("but not"), NULL };

  return gtk_drop_down_new_from_strings (labels);
}

static void
tell_names (const Line *line)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Link to the line above"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Words"), -1);
}

static void
add_line (CsQueryForm *form)
{
  guint i = form->n_lines;
  Line *line = &form->lines[i];

  if (i == MAX_LINES)
    return;

  line->link = GTK_DROP_DOWN (make_links ());
  line->field = GTK_DROP_DOWN (make_fields ());
  line->words = GTK_EDITABLE (gtk_entry_new ());
  tell_names (line);
  gtk_widget_set_hexpand (GTK_WIDGET (line->words), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (line->link), i > 0);
  gtk_grid_attach (form->grid, GTK_WIDGET (line->link), 0, (int)i, 1, 1);
  gtk_grid_attach (form->grid, GTK_WIDGET (line->field), 1, (int)i, 1, 1);
  gtk_grid_attach (form->grid, GTK_WIDGET (line->words), 2, (int)i, 1, 1);
  form->n_lines++;

  g_signal_connect_swapped (line->link, "notify::selected", G_CALLBACK (update), form);
  g_signal_connect (line->field, "notify::selected", G_CALLBACK (on_field), form);
  g_signal_connect_swapped (line->words, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (line->words, "activate", G_CALLBACK (on_search), form);
  gtk_drop_down_set_selected (line->field,
                              i < N_FIRST_LINES ? first_fields[i] : CS_QUERY_TEXT);
  on_field (line->field, NULL, form);
  gtk_widget_set_sensitive (GTK_WIDGET (form->add), form->n_lines < MAX_LINES);
}

static void
on_add (CsQueryForm *form)
{
  add_line (form);
  gtk_widget_grab_focus (GTK_WIDGET (form->lines[form->n_lines - 1].words));
}

/* --- the class --- */

static void
cs_query_form_finalize (GObject *object)
{
  g_free (CS_QUERY_FORM (object)->text);

  G_OBJECT_CLASS (cs_query_form_parent_class)->finalize (object);
}

static void
cs_query_form_class_init (CsQueryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cs_query_form_finalize;

  signals[SEARCH] = g_signal_new ("search", CS_TYPE_QUERY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-query-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CsQueryForm, grid);
  gtk_widget_class_bind_template_child (widget_class, CsQueryForm, add);
  gtk_widget_class_bind_template_child (widget_class, CsQueryForm, search);
  gtk_widget_class_bind_template_child (widget_class, CsQueryForm, query);
  gtk_widget_class_bind_template_child (widget_class, CsQueryForm, reading);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cs_query_form_init (CsQueryForm *form)
{
  gtk_widget_init_template (GTK_WIDGET (form));
  for (guint i = 0; i < N_FIRST_LINES; i++)
    add_line (form);
  gtk_widget_grab_focus (GTK_WIDGET (form->lines[0].words));
}

CsQueryForm *
cs_query_form_new (GtkWindow *parent)
{
  return g_object_new (CS_TYPE_QUERY_FORM, "transient-for", parent, NULL);
}
