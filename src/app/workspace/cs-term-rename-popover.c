#include "cs-term-rename-popover.h"

#include <glib/gi18n-lib.h>

#include "../../draft/cs-term-rename.h"
#include "../widgets/cs-names.h"

#define MAX_CHANGES 4 /* lines of the preview */

struct _CsTermRenamePopover
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkEditable *name;
  GtkLabel *changes;
  GtkLabel *places;
  GtkWidget *warning;
  GtkLabel *warning_label;
  GtkWidget *apply;

  CsDocument *document;
  char *key;
  CsTermRename *rename; /* nullable: what would be done now */
};

enum
{
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsTermRenamePopover, cs_term_rename_popover, GTK_TYPE_POPOVER)

/* --- the preview --- */

/* Arrows of the draft's direction; both names as they stand there. */
static char *
dup_changes (const CsTermRename *rename)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (rename->changes->len, MAX_CHANGES); i++)
    {
      const CsTermChange *change = &g_array_index (rename->changes, CsTermChange, i);

      g_string_append_printf (text, "%s%s → %s  ×%u", i > 0 ? "\n" : "", change->before,
                              change->after, change->n_places);
    }
  if (rename->changes->len > MAX_CHANGES)
    g_string_append (text, "\n…");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_in_part (CsPart part, guint n)
{
  switch (part)
    {
    case CS_PART_CLAIMS:
      return g_strdup_printf (_ ("claims %u"), n);
    case CS_PART_DESCRIPTION:
      return g_strdup_printf (_ ("description %u"), n);
    case CS_PART_ABSTRACT:
      return g_strdup_printf (_ ("abstract %u"), n);
    case CS_PART_TITLE:
      return g_strdup_printf (_ ("title %u"), n);
    case CS_PART_DOCUMENT:
    case CS_PART_FIGURES:
    case CS_PART_REQUEST:
    case CS_N_PARTS:
    default:
      return g_strdup ("");
    }
}

/* "6 places: claims 4, description 2" */
static char *
dup_places (const CsTermRename *rename)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION, CS_PART_ABSTRACT,
                                  CS_PART_TITLE };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_places = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n = rename->n_places[parts[i]];
      g_autofree char *words = dup_in_part (parts[i], n);

      if (n > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", words);
      n_places += n;
    }
  if (n_places == 0)
    return g_strdup (_ ("Nothing changes"));

  return g_strdup_printf (ngettext ("%u place: %s", "%u places: %s", n_places), n_places,
                          text->str);
}

/* Returns: (transfer full) (nullable): what to think of before */
static char *
dup_warning (const CsTermRename *rename, const CsTerms *terms)
{
  if (rename->edits->len > 0 && rename->same_as != CS_NO_INDEX)
    return g_strdup_printf (
        _ ("Would become one with the term “%s”"),
        g_array_index (cs_terms_get_terms (terms), CsTerm, rename->same_as).name);
  if (rename->n_kept > 0)
    return g_strdup_printf (ngettext ("%u place keeps its words, which differ from the name",
                                      "%u places keep their words, which differ from the name",
                                      rename->n_kept),
                            rename->n_kept);

  return NULL;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_rename (CsTermRenamePopover *popover, const CsTerms *terms)
{
  const CsTermRename *rename = popover->rename;
  g_autofree char *changes = rename == NULL ? NULL : dup_changes (rename);
  g_autofree char *places = rename == NULL ? NULL : dup_places (rename);
  g_autofree char *warning = rename == NULL ? NULL : dup_warning (rename, terms);

  show_text (popover->changes, changes);
  show_text (popover->places, places);
  gtk_label_set_label (popover->warning_label, warning == NULL ? "" : warning);
  gtk_widget_set_visible (popover->warning, warning != NULL);
  gtk_widget_set_sensitive (popover->apply, rename != NULL && rename->edits->len > 0);
}

/* What would be done now; nothing while the text is newer than what is known of it. */
static void
update (CsTermRenamePopover *popover)
{
  CsFindingView *view = cs_document_get_view (popover->document);
  guint term = cs_document_find_term (popover->document, popover->key);

  g_clear_pointer (&popover->rename, cs_term_rename_free);
  if (term != CS_NO_INDEX && !cs_document_is_stale (popover->document))
    popover->rename =
        cs_term_rename_new (view->result->claims, view->result->description, view->result->terms,
                            term, gtk_editable_get_text (popover->name));
  show_rename (popover, cs_document_get_terms (popover->document));
}

static void
on_exam (CsTermRenamePopover *popover)
{
  if (gtk_widget_get_visible (GTK_WIDGET (popover)))
    update (popover);
}

/* --- doing it --- */

/* What was said of the old name is said of the new one; undoing gives the old one back, of which it
 * still stands. */
static void
carry_verdict (CsTermRenamePopover *popover, const char *old, const char *name)
{
  const CsTermEntry *entry =
      cs_term_list_find (cs_document_get_term_list (popover->document), old);

  if (entry != NULL)
    cs_document_say_term (popover->document, name, entry->verdict);
}

static void
on_apply (CsTermRenamePopover *popover)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (popover->name)));
  guint term = cs_document_find_term (popover->document, popover->key);
  g_autoptr (CsTermRename) rename = NULL;
  g_autofree char *old = NULL;

  if (popover->rename == NULL || popover->rename->edits->len == 0 || term == CS_NO_INDEX ||
      cs_document_is_stale (popover->document))
    return;

  rename = g_steal_pointer (&popover->rename); /* the first change makes the preview a new one */

  old = g_strdup (
      g_array_index (cs_terms_get_terms (cs_document_get_terms (popover->document)), CsTerm, term)
          .name);
  if (!cs_document_apply (popover->document, rename->edits, _ ("Rename term")))
    return;

  gtk_popover_popdown (GTK_POPOVER (popover));
  carry_verdict (popover, old, name);
  g_signal_emit (popover, signals[RENAMED], 0, name);
}

void
cs_term_rename_popover_set (CsTermRenamePopover *popover, const char *key)
{
  const CsTerms *terms = cs_document_get_terms (popover->document);
  guint term = cs_document_find_term (popover->document, key);
  const char *name;
  g_autofree char *heading = NULL;

  g_free (popover->key);
  popover->key = g_strdup (key);
  name = term == CS_NO_INDEX ? "" : g_array_index (cs_terms_get_terms (terms), CsTerm, term).name;
  heading = g_strdup_printf (_ ("Rename “%s” everywhere"), name);
  gtk_label_set_label (popover->heading, heading);
  gtk_editable_set_text (popover->name, name);
  gtk_editable_select_region (popover->name, 0, -1);
  update (popover);
  gtk_widget_grab_focus (GTK_WIDGET (popover->name));
}

/* --- the object --- */

static void
cs_term_rename_popover_dispose (GObject *object)
{
  CsTermRenamePopover *popover = CS_TERM_RENAME_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_TERM_RENAME_POPOVER);
  g_clear_pointer (&popover->rename, cs_term_rename_free);
  g_clear_pointer (&popover->key, g_free);
  g_clear_object (&popover->document);

  G_OBJECT_CLASS (cs_term_rename_popover_parent_class)->dispose (object);
}

static void
cs_term_rename_popover_class_init (CsTermRenamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_term_rename_popover_dispose;

  signals[RENAMED] = g_signal_new ("renamed", CS_TYPE_TERM_RENAME_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-term-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, heading);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, name);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, changes);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, places);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, warning);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, warning_label);
  gtk_widget_class_bind_template_child (widget_class, CsTermRenamePopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
cs_term_rename_popover_init (CsTermRenamePopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_term_rename_popover_new (CsDocument *document)
{
  CsTermRenamePopover *popover = g_object_new (CS_TYPE_TERM_RENAME_POPOVER, NULL);
  const char *language = cs_document_get_info (document)->language;

  popover->document = g_object_ref (document);
  cs_label_set_language (popover->heading, language);
  cs_label_set_language (popover->changes, language);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_exam), popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::stale", G_CALLBACK (on_exam), popover,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (popover);
}
