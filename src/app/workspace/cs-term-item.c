#include "cs-term-item.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _CsTermItem
{
  GObject parent_instance;

  CsTermInfo info;
};

G_DEFINE_FINAL_TYPE (CsTermItem, cs_term_item, G_TYPE_OBJECT)

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} states[] = {
  [CS_TERM_STATE_NO_BASIS] = { N_ ("no basis"), "cs-error-symbolic", "cs-error" },
  [CS_TERM_STATE_GUESSED] = { N_ ("guessed"), "cs-pending-symbolic", "cs-neutral" },
  [CS_TERM_STATE_CONFIRMED] = { N_ ("confirmed"), "cs-passed-symbolic", "cs-passed" },
  [CS_TERM_STATE_SILENT] = { N_ ("not reported"), "cs-inapplicable-symbolic", "cs-neutral" },
};

const char *
cs_term_state_get_label (CsTermState state)
{
  return _ (states[state].label);
}

void
cs_term_state_show (GtkImage *image, CsTermState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), states[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (image), states[state].css_class);
  gtk_image_set_from_icon_name (image, states[state].icon);
}

/* --- what a row says --- */

/* Of @uses, indexes of mentions in the order of the text: "1–3, 5". */
static char *
dup_claims (const CsExamResult *result, const guint *uses, guint n_uses)
{
  const CsMention *mentions = (gpointer)cs_terms_get_mentions (result->terms)->data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_uses;)
    {
      guint first = mentions[uses[i]].claim;
      guint last = first;

      for (; i < n_uses && mentions[uses[i]].claim <= last + 1; i++)
        last = mentions[uses[i]].claim;
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "",
                              cs_exam_result_get_claim_number (result, first));
      if (last > first)
        g_string_append_printf (text, "%s%u", last == first + 1 ? ", " : "–",
                                cs_exam_result_get_claim_number (result, last));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
lacks_basis (const CsMention *mention)
{
  return mention->kind == CS_MENTION_REFERENCE && mention->basis >= CS_BASIS_MODIFIER &&
         (mention->flags & CS_MENTION_SILENT) == 0;
}

static CsTermState
judge (const CsTerms *terms, guint index, const CsTermEntry *entry)
{
  const CsTerm *term = &g_array_index (cs_terms_get_terms (terms), CsTerm, index);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, index, &n_uses);

  if (entry != NULL && entry->verdict == CS_TERM_NEVER_REPORT)
    return CS_TERM_STATE_SILENT;
  for (guint i = 0; i < n_uses; i++)
    if (lacks_basis (&g_array_index (cs_terms_get_mentions (terms), CsMention, uses[i])))
      return CS_TERM_STATE_NO_BASIS;

  return term->confirmed ? CS_TERM_STATE_CONFIRMED : CS_TERM_STATE_GUESSED;
}

/* The first that does not itself need one before it. */
static guint
find_introduction (const CsTerms *terms, const guint *uses, guint n_uses)
{
  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *mention =
          &g_array_index (cs_terms_get_mentions (terms), CsMention, uses[i]);

      if (mention->kind != CS_MENTION_REFERENCE || mention->basis <= CS_BASIS_IMPLICIT)
        return uses[i];
    }

  return CS_NO_INDEX;
}

static CsTermItem *
item_new (const CsExamResult *result, const CsTermList *list, guint index)
{
  CsTermItem *item = g_object_new (CS_TYPE_TERM_ITEM, NULL);
  CsTermInfo *info = &item->info;
  const CsTerm *term = &g_array_index (cs_terms_get_terms (result->terms), CsTerm, index);
  const CsTermEntry *entry = cs_term_list_find (list, term->name);
  const GArray *mentions = cs_terms_get_mentions (result->terms);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (result->terms, index, &n_uses);

  info->name = g_strdup (term->name);
  info->key = g_strdup (term->key);
  info->sign = g_strdup (term->sign == NULL ? "" : term->sign);
  info->introduction = find_introduction (result->terms, uses, n_uses);
  info->first = term->first;
  info->n_uses = n_uses;
  info->claims = dup_claims (result, uses, n_uses);
  info->state = judge (result->terms, index, entry);
  info->said = entry != NULL;
  info->index = index;
  info->claim = cs_exam_result_get_claim_number (
      result, g_array_index (mentions, CsMention,
                             info->introduction == CS_NO_INDEX ? info->first : info->introduction)
                  .claim);

  return item;
}

CsTermItem *
cs_term_item_new (CsDocument *document, guint index)
{
  return item_new (cs_document_get_view (document)->result, cs_document_get_term_list (document),
                   index);
}

GPtrArray *
cs_term_items_list (CsDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const CsFindingView *view = cs_document_get_view (document);

  if (view == NULL || view->result->terms == NULL)
    return items;

  for (guint i = 0; i < cs_terms_get_terms (view->result->terms)->len; i++)
    g_ptr_array_add (items, item_new (view->result, cs_document_get_term_list (document), i));

  return items;
}

const CsTermInfo *
cs_term_item_get_info (CsTermItem *item)
{
  return &item->info;
}

gboolean
cs_term_item_equal (CsTermItem *a, CsTermItem *b)
{
  const CsTermInfo *left = &a->info;
  const CsTermInfo *right = &b->info;

  return strcmp (left->name, right->name) == 0 && strcmp (left->key, right->key) == 0 &&
         strcmp (left->sign, right->sign) == 0 && left->introduction == right->introduction &&
         left->first == right->first && left->claim == right->claim &&
         left->n_uses == right->n_uses && strcmp (left->claims, right->claims) == 0 &&
         left->state == right->state && left->said == right->said && left->index == right->index;
}

/* --- the object --- */

static void
cs_term_item_finalize (GObject *object)
{
  CsTermInfo *info = &CS_TERM_ITEM (object)->info;

  g_free (info->name);
  g_free (info->key);
  g_free (info->sign);
  g_free (info->claims);

  G_OBJECT_CLASS (cs_term_item_parent_class)->finalize (object);
}

static void
cs_term_item_class_init (CsTermItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_term_item_finalize;
}

static void
cs_term_item_init (CsTermItem *item)
{
}
