#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../draft/cs-request-check.h"
#include "../widgets/cs-names.h"
#include "cs-filing-facts.h"
#include "cs-filing-list.h"
#include "cs-filing-sheet.h"

struct _CsFilingSheet
{
  AdwWindow parent_instance;

  AdwEntryRow *name;
  AdwEntryRow *reference;
  AdwComboRow *office;
  AdwComboRow *right_type;
  AdwComboRow *route;
  AdwEntryRow *request_title;
  AdwEntryRow *filing_date;
  GtkWidget *filing_date_problem;
  AdwEntryRow *agency;
  AdwComboRow *abstract_figure;
  CsFilingList *applicants;
  CsFilingList *inventors;
  CsFilingList *priorities;
  CsFilingList *classes;
  CsFilingFacts *facts;

  CsDocument *document;
  GtkStringList *figures;
};

G_DEFINE_FINAL_TYPE (CsFilingSheet, cs_filing_sheet, ADW_TYPE_WINDOW)

static const char *
get_route_label (CsRoute route)
{
  static const char *const labels[CS_N_ROUTES] = {
    [CS_ROUTE_DIRECT] = N_ ("First filing"),
    [CS_ROUTE_PARIS] = N_ ("Paris Convention"),
    [CS_ROUTE_DOMESTIC_PRIORITY] = N_ ("Domestic priority"),
    [CS_ROUTE_PCT_NATIONAL] = N_ ("PCT national phase"),
    [CS_ROUTE_DIVISIONAL] = N_ ("Divisional"),
    [CS_ROUTE_SAME_DAY_PAIR] = N_ ("Same-day pair"),
    [CS_ROUTE_PRE_EXAMINATION] = N_ ("Pre-examination centre"),
  };

  return _ (labels[route]);
}

/* --- from the widgets --- */

static char *
dup_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* %NULL rather than an empty string: unknown. */
static void
take_entry (char **value, AdwEntryRow *row)
{
  g_free (*value);
  *value = dup_entry (row);
  if (**value == '\0')
    g_clear_pointer (value, g_free);
}

static void
take_names (char ***names, CsFilingList *list)
{
  g_strfreev (*names);
  *names = cs_filing_list_dup_names (list);
}

/* What is typed, blank values in their places. */
static CsRequest *
collect (CsFilingSheet *sheet)
{
  CsRequest *request = cs_request_dup (cs_document_get_request (sheet->document));
  guint figure = adw_combo_row_get_selected (sheet->abstract_figure);

  request->office = adw_combo_row_get_selected (sheet->office);
  request->type = adw_combo_row_get_selected (sheet->right_type);
  request->route = adw_combo_row_get_selected (sheet->route);
  take_entry (&request->title, sheet->request_title);
  take_entry (&request->filing_date, sheet->filing_date);
  take_entry (&request->agency, sheet->agency);
  take_names (&request->applicants, sheet->applicants);
  take_names (&request->inventors, sheet->inventors);
  g_array_set_size (request->persons, 0);
  cs_filing_list_add_persons (sheet->applicants, request->persons);
  cs_filing_list_add_persons (sheet->inventors, request->persons);
  take_names (&request->classes, sheet->classes);
  cs_filing_list_read_priorities (sheet->priorities, request->priorities);
  cs_filing_facts_read (sheet->facts, request);
  g_clear_pointer (&request->abstract_figure, g_free);
  if (figure != GTK_INVALID_LIST_POSITION && figure > 0)
    request->abstract_figure = g_strdup (gtk_string_list_get_string (sheet->figures, figure));

  return request;
}

static void
drop_blank_names (char **names)
{
  guint n_kept = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      names[n_kept++] = names[i];
    else
      g_free (names[i]);
  names[n_kept] = NULL;
}

static void
put_in_capitals (char **country)
{
  char *capitals = *country == NULL ? NULL : g_ascii_strup (*country, -1);

  g_free (*country);
  *country = capitals;
}

/* As it is kept: without blanks, countries in capitals. */
static void
tidy (CsRequest *request)
{
  for (guint i = 0; i < request->persons->len; i++)
    put_in_capitals (&g_array_index (request->persons, CsPerson, i).country);
  drop_blank_names (request->applicants);
  drop_blank_names (request->inventors);
  drop_blank_names (request->classes);
  for (guint i = request->priorities->len; i > 0; i--)
    {
      CsPriorityClaim *priority = &g_array_index (request->priorities, CsPriorityClaim, i - 1);

      if (priority->country == NULL && priority->number == NULL && priority->date == NULL)
        g_array_remove_index (request->priorities, i - 1);
      else
        put_in_capitals (&priority->country);
    }
}

/* --- what is wrong --- */

static const char *
get_fault_words (CsRequestFault fault)
{
  switch (fault)
    {
    case CS_REQUEST_FAULT_DATE:
      return _ ("No day of the calendar: write 2026-05-31 or 20260531");
    case CS_REQUEST_FAULT_COUNTRY:
      return _ ("Write two letters: CN, US, EP, WO");
    case CS_REQUEST_FAULT_AFTER_FILING:
      return _ ("A priority must be earlier than the filing date: correct one of the two dates");
    case CS_REQUEST_FAULT_TERM:
      return _ ("Older than the priority period (Paris Convention Art. 4C: twelve months, six for "
                "designs). Whether it can be restored is not judged here.");
    case CS_REQUEST_FAULT_CLASS:
      return _ ("Not a symbol of the IPC: write it as A61M 5/142");
    case CS_REQUEST_FAULT_REPEATED:
    default:
      return _ ("It is listed above already: remove one of the two");
    }
}

static CsFilingList *
get_list (CsFilingSheet *sheet, CsRequestField field)
{
  switch (field)
    {
    case CS_REQUEST_APPLICANTS:
      return sheet->applicants;
    case CS_REQUEST_INVENTORS:
      return sheet->inventors;
    case CS_REQUEST_PRIORITIES:
      return sheet->priorities;
    case CS_REQUEST_CLASSES:
      return sheet->classes;
    case CS_REQUEST_FILING_DATE:
    case CS_REQUEST_FACTS:
    default:
      return NULL;
    }
}

static void
show_problem (CsFilingSheet *sheet, const CsRequestProblem *problem)
{
  CsFilingList *list = get_list (sheet, problem->field);

  if (problem->field == CS_REQUEST_FACTS)
    {
      cs_filing_facts_mark (sheet->facts, problem->index, get_fault_words (problem->fault));
      return;
    }
  if (list != NULL)
    {
      cs_filing_list_mark (list, problem->index, get_fault_words (problem->fault),
                           cs_request_fault_blocks (problem->fault));
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (sheet->filing_date), "error");
  gtk_widget_set_visible (sheet->filing_date_problem, TRUE);
}

static void
check (CsFilingSheet *sheet)
{
  g_autoptr (CsRequest) request = collect (sheet);
  g_autoptr (GArray) problems = cs_request_check (request);
  gboolean blocked = FALSE;

  cs_filing_list_clear_marks (sheet->applicants);
  cs_filing_list_clear_marks (sheet->inventors);
  cs_filing_list_clear_marks (sheet->priorities);
  cs_filing_list_clear_marks (sheet->classes);
  cs_filing_facts_clear_marks (sheet->facts);
  gtk_widget_remove_css_class (GTK_WIDGET (sheet->filing_date), "error");
  gtk_widget_set_visible (sheet->filing_date_problem, FALSE);
  for (guint i = 0; i < problems->len; i++)
    {
      const CsRequestProblem *problem = &g_array_index (problems, CsRequestProblem, i);

      show_problem (sheet, problem);
      blocked |= cs_request_fault_blocks (problem->fault);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "sheet.save", !blocked);
}

static void
on_changed (CsFilingSheet *sheet)
{
  check (sheet);
}

static void
on_route (CsFilingSheet *sheet)
{
  cs_filing_facts_set_route (sheet->facts, adw_combo_row_get_selected (sheet->route));
  check (sheet);
}

/* --- saving --- */

static void
rename_matter (CsFilingSheet *sheet)
{
  const CsMatterInfo *info = cs_document_get_info (sheet->document);
  CsStoreService *service = cs_document_get_service (sheet->document);
  g_autofree char *name = dup_entry (sheet->name);
  g_autofree char *reference = dup_entry (sheet->reference);

  if (service == NULL)
    return;
  if (g_strcmp0 (name, info->name) == 0 && g_strcmp0 (reference, info->reference) == 0)
    return;

  cs_store_service_rename (service, info->id, name, reference, NULL, NULL);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFilingSheet *sheet = CS_FILING_SHEET (widget);
  CsRequest *request = collect (sheet);

  tidy (request);
  rename_matter (sheet);
  cs_document_set_request (sheet->document, request);
  gtk_window_close (GTK_WINDOW (sheet));
}

/* --- into the widgets --- */

static void
fill_combo (AdwComboRow *row, const char *(*get_label) (guint), guint n_labels, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_labels; i++)
    gtk_string_list_append (list, get_label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

/* The figures of the draft; one that it does not have stays as it was given. */
static void
fill_figures (CsFilingSheet *sheet, const char *chosen)
{
  const CsDraft *draft = cs_document_get_draft (sheet->document);
  guint selected = 0;

  sheet->figures = gtk_string_list_new (NULL);
  gtk_string_list_append (sheet->figures, "—");
  for (guint i = 0; i < draft->figures->len; i++)
    {
      const char *label = g_array_index (draft->figures, CsFigure, i).label;

      gtk_string_list_append (sheet->figures, label);
      if (g_strcmp0 (label, chosen) == 0)
        selected = i + 1;
    }
  if (selected == 0 && chosen != NULL)
    {
      gtk_string_list_append (sheet->figures, chosen);
      selected = g_list_model_get_n_items (G_LIST_MODEL (sheet->figures)) - 1;
    }

  adw_combo_row_set_model (sheet->abstract_figure, G_LIST_MODEL (sheet->figures));
  adw_combo_row_set_selected (sheet->abstract_figure, selected);
}

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static const char *
get_office_label (guint office)
{
  return cs_office_get_label (office);
}

static const char *
get_type_label (guint type)
{
  return cs_type_get_label (type);
}

static const char *
get_nth_route_label (guint route)
{
  return get_route_label (route);
}

static void
fill (CsFilingSheet *sheet)
{
  const CsMatterInfo *info = cs_document_get_info (sheet->document);
  const CsRequest *request = cs_document_get_request (sheet->document);
  gboolean kept = cs_document_get_service (sheet->document) != NULL;

  set_entry (sheet->name, info->name);
  set_entry (sheet->reference, info->reference);
  gtk_widget_set_sensitive (GTK_WIDGET (sheet->name), kept);
  gtk_widget_set_sensitive (GTK_WIDGET (sheet->reference), kept);
  fill_combo (sheet->office, get_office_label, CS_N_OFFICES, request->office);
  fill_combo (sheet->right_type, get_type_label, CS_N_RIGHT_TYPES, request->type);
  fill_combo (sheet->route, get_nth_route_label, CS_N_ROUTES, request->route);
  set_entry (sheet->request_title, request->title);
  set_entry (sheet->filing_date, request->filing_date);
  set_entry (sheet->agency, request->agency);
  fill_figures (sheet, request->abstract_figure);
  cs_filing_list_set_kind (sheet->applicants, CS_FILING_PERSONS);
  cs_filing_list_set_names (sheet->applicants, (const char *const *)request->applicants, request);
  cs_filing_list_set_kind (sheet->inventors, CS_FILING_PERSONS);
  cs_filing_list_set_names (sheet->inventors, (const char *const *)request->inventors, request);
  cs_filing_list_set_kind (sheet->priorities, CS_FILING_PRIORITIES);
  cs_filing_list_show_priorities (sheet->priorities, request->priorities);
  cs_filing_list_set_names (sheet->classes, (const char *const *)request->classes, NULL);
  cs_filing_facts_show (sheet->facts, request);
}

/* What can make a sheet wrong. */
static void
follow (CsFilingSheet *sheet)
{
  GObject *lists[] = { G_OBJECT (sheet->applicants), G_OBJECT (sheet->inventors),
                       G_OBJECT (sheet->priorities), G_OBJECT (sheet->classes),
                       G_OBJECT (sheet->facts) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "changed", G_CALLBACK (on_changed), sheet,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet->filing_date, "changed", G_CALLBACK (on_changed), sheet,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet->right_type, "notify::selected", G_CALLBACK (on_changed), sheet,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet->route, "notify::selected", G_CALLBACK (on_route), sheet,
                           G_CONNECT_SWAPPED);
}

/* --- the object --- */

static void
cs_filing_sheet_dispose (GObject *object)
{
  CsFilingSheet *sheet = CS_FILING_SHEET (object);

  g_clear_object (&sheet->figures);
  g_clear_object (&sheet->document);

  G_OBJECT_CLASS (cs_filing_sheet_parent_class)->dispose (object);
}

static void
cs_filing_sheet_class_init (CsFilingSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_FILING_LIST);
  g_type_ensure (CS_TYPE_FILING_FACTS);
  G_OBJECT_CLASS (klass)->dispose = cs_filing_sheet_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-filing-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, name);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, reference);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, office);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, right_type);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, route);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, request_title);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, filing_date);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, filing_date_problem);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, agency);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, abstract_figure);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, applicants);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, inventors);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, priorities);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, classes);
  gtk_widget_class_bind_template_child (widget_class, CsFilingSheet, facts);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, on_save);
}

static void
cs_filing_sheet_init (CsFilingSheet *sheet)
{
  gtk_widget_init_template (GTK_WIDGET (sheet));
}

CsFilingSheet *
cs_filing_sheet_new (CsDocument *document)
{
  CsFilingSheet *sheet = g_object_new (CS_TYPE_FILING_SHEET, NULL);

  sheet->document = g_object_ref (document);
  fill (sheet);
  follow (sheet);
  check (sheet);

  return sheet;
}

void
cs_filing_sheet_present (CsDocument *document, GtkWindow *parent)
{
  CsFilingSheet *sheet = cs_filing_sheet_new (document);

  gtk_window_set_transient_for (GTK_WINDOW (sheet), parent);
  gtk_window_present (GTK_WINDOW (sheet));
}
