#include "../../draft/cs-draft-compose.h"
#include "cs-outline-private.h"

G_DEFINE_FINAL_TYPE (CsOutlineRow, cs_outline_row, G_TYPE_OBJECT)

static void
cs_outline_row_finalize (GObject *object)
{
  CsOutlineRow *row = CS_OUTLINE_ROW (object);

  g_free (row->key);
  g_free (row->text);
  g_object_unref (row->children);
  g_ptr_array_unref (row->wanted);

  G_OBJECT_CLASS (cs_outline_row_parent_class)->finalize (object);
}

static void
cs_outline_row_class_init (CsOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_outline_row_finalize;
}

static void
cs_outline_row_init (CsOutlineRow *row)
{
  row->children = g_list_store_new (CS_TYPE_OUTLINE_ROW);
  row->wanted = g_ptr_array_new ();
}

CsOutlineKind
cs_outline_row_get_kind (CsOutlineRow *row)
{
  return row->kind;
}

const CsSpan *
cs_outline_row_get_where (CsOutlineRow *row)
{
  return &row->where;
}

GListModel *
cs_outline_row_get_children (CsOutlineRow *row)
{
  return row->had_children ? G_LIST_MODEL (row->children) : NULL;
}

CsOutlineRow *
cs_outline_row_get_parent (CsOutlineRow *row)
{
  return row->parent != NULL && row->parent->parent != NULL ? row->parent : NULL;
}

guint
cs_outline_row_get_place (CsOutlineRow *row)
{
  return row->place;
}

/* --- what rows there are to be --- */

CsOutlineModel *
cs_outline_model_new (void)
{
  CsOutlineModel *model = g_new0 (CsOutlineModel, 1);

  model->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  model->root = g_object_new (CS_TYPE_OUTLINE_ROW, NULL);
  model->claims = g_ptr_array_new ();

  return model;
}

/* Rows outlive the model only while a list holds them: they must not point to one that is gone. */
static gboolean
forget_parent (gpointer key, gpointer value, gpointer data)
{
  CS_OUTLINE_ROW (value)->parent = NULL;
  return TRUE;
}

void
cs_outline_model_free (CsOutlineModel *model)
{
  g_hash_table_foreach_remove (model->rows, forget_parent, NULL);
  g_hash_table_unref (model->rows);
  g_ptr_array_unref (model->claims);
  g_object_unref (model->root);
  g_clear_pointer (&model->view, cs_finding_view_unref);
  g_free (model);
}

GListModel *
cs_outline_model_get_roots (CsOutlineModel *model)
{
  return G_LIST_MODEL (model->root->children);
}

CsFindingView *
cs_outline_model_get_view (CsOutlineModel *model)
{
  return model->view;
}

/* The row of @key, as it was or a new one, wanted below @parent. A key that comes twice in one
 * draft (a sign explained twice) is told apart by its turn. */
static CsOutlineRow *
want_row (CsOutlineModel *model, CsOutlineRow *parent, CsOutlineKind kind, const char *id)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", kind, id);
  CsOutlineRow *row = g_hash_table_lookup (model->rows, key);

  for (guint turn = 2; row != NULL && row->stamp == model->stamp; turn++)
    {
      g_free (key);
      key = g_strdup_printf ("%d:%s:%u", kind, id, turn);
      row = g_hash_table_lookup (model->rows, key);
    }

  if (row == NULL)
    {
      row = g_object_new (CS_TYPE_OUTLINE_ROW, NULL);
      row->kind = kind;
      row->key = g_steal_pointer (&key);
      g_hash_table_insert (model->rows, row->key, row);
    }

  row->stamp = model->stamp;
  row->parent = parent;
  row->where = (CsSpan){ CS_PART_DOCUMENT, CS_NO_INDEX, 0, 0 };
  g_ptr_array_add (parent->wanted, row);
  return row;
}

static CsOutlineRow *
want_head (CsOutlineModel *model, CsOutlineKind kind, CsPart part)
{
  CsOutlineRow *row = want_row (model, model->root, kind, "");

  row->where.part = part;
  return row;
}

/* The row of a unit goes with the unit's identity; before there is one, with its place. */
static CsOutlineRow *
want_unit (CsOutlineModel *model, CsOutlineRow *parent, CsOutlineKind kind, const CsSpan *where)
{
  const CsDraft *draft = model->view->result->draft;
  guint64 id = cs_draft_get_unit_id (draft, where->part, where->index);
  char name[32];
  CsOutlineRow *row;

  if (id != 0)
    g_snprintf (name, sizeof name, "%" G_GUINT64_FORMAT, id);
  else
    g_snprintf (name, sizeof name, "#%u", where->index);
  row = want_row (model, parent, kind, name);
  row->where = *where;

  return row;
}

/* A claim stands below its first parent, when that stands before it: so there are no circles. */
static void
want_claims (CsOutlineModel *model, CsOutlineRow *head)
{
  const CsClaimSet *claims = model->view->result->claims;

  g_ptr_array_set_size (model->claims, 0);
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      CsSpan where = { CS_PART_CLAIMS, i, 0, 0 };
      CsOutlineRow *parent = head;

      if (claim->dependent && claim->depends->len > 0)
        {
          guint first = g_array_index (claim->depends, guint, 0);

          if (first < i)
            parent = g_ptr_array_index (model->claims, first);
        }
      g_ptr_array_add (model->claims, want_unit (model, parent, CS_OUTLINE_CLAIM, &where));
    }
}

static void
want_sections (CsOutlineModel *model, CsOutlineRow *head)
{
  const GArray *sections = cs_description_get_sections (model->view->result->description);

  for (guint i = 0; i < sections->len; i++)
    {
      const CsSection *section = &g_array_index (sections, CsSection, i);
      CsSpan where = { CS_PART_DESCRIPTION, section->unit, section->first, section->end };

      if (section->unit != CS_NO_INDEX)
        want_unit (model, head, CS_OUTLINE_SECTION, &where);
    }
}

static void
set_row_text (CsOutlineRow *row, const char *text)
{
  if (g_strcmp0 (row->text, text) == 0)
    return;

  g_free (row->text);
  row->text = g_strdup (text);
}

/* Figures as the list of figures names them; those that it leaves out after them. */
static void
want_figures (CsOutlineModel *model, CsOutlineRow *head)
{
  const CsExamResult *result = model->view->result;
  const GArray *mentions = cs_description_get_figures (result->description);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mentions->len; i++)
    {
      const CsFigureMention *mention = &g_array_index (mentions, CsFigureMention, i);

      if (!mention->listed || !g_hash_table_add (seen, mention->label))
        continue;
      want_row (model, head, CS_OUTLINE_FIGURE, mention->label)->where = mention->span;
    }

  for (guint i = 0; i < result->draft->figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (result->draft->figures, CsFigure, i);
      g_autofree char *label = cs_figure_label_canonical (figure->label);
      CsOutlineRow *row;

      if (label != NULL && g_hash_table_contains (seen, label))
        continue;
      row = want_row (model, head, CS_OUTLINE_FIGURE, label != NULL ? label : figure->label);
      row->where.part = CS_PART_FIGURES;
      set_row_text (row, figure->label);
    }
}

static void
want_signs (CsOutlineModel *model, CsOutlineRow *head)
{
  const GArray *signs = cs_description_get_signs (model->view->result->description);

  for (guint i = 0; i < signs->len; i++)
    {
      const CsSign *sign = &g_array_index (signs, CsSign, i);
      g_autofree char *text = g_strdup_printf ("%s  %s", sign->sign, sign->name);
      CsOutlineRow *row = want_row (model, head, CS_OUTLINE_SIGN, sign->sign);

      row->where = sign->span;
      set_row_text (row, text);
    }
}

/* --- bringing them there --- */

/* What stands at @place of @row: gone, wanted elsewhere, or put in its place already? */
static gboolean
is_left_over (CsOutlineModel *model, CsOutlineRow *parent, CsOutlineRow *row)
{
  return row->stamp != model->stamp || row->parent != parent || row->placed == model->stamp;
}

/* Puts @row at @place of the rows of @parent, and takes away what stands in between and is wanted
 * elsewhere or no longer. A claim that was moved down is taken out first, and comes again later. */
static void
place_row (CsOutlineModel *model, CsOutlineRow *parent, CsOutlineRow *row, guint place)
{
  GListModel *list = G_LIST_MODEL (parent->children);
  gboolean has_children = row->wanted->len > 0;
  gboolean reborn = row->had_children != has_children;

  row->place = place;
  row->had_children = has_children;
  for (;;)
    {
      g_autoptr (CsOutlineRow) here = g_list_model_get_item (list, place);
      g_autoptr (CsOutlineRow) next = NULL;

      if (here == row)
        break;
      next = here != NULL ? g_list_model_get_item (list, place + 1) : NULL;
      if (here == NULL || (!is_left_over (model, parent, here) && next != row))
        {
          g_list_store_insert (parent->children, place, row);
          row->placed = model->stamp;
          return;
        }
      g_list_store_remove (parent->children, place);
    }

  row->placed = model->stamp;
  if (reborn)
    g_list_store_splice (parent->children, place, 1, (gpointer *)&row, 1);
}

/* At once when there is nothing yet. */
static void
fill_rows (CsOutlineModel *model, CsOutlineRow *parent)
{
  for (guint i = 0; i < parent->wanted->len; i++)
    {
      CsOutlineRow *row = g_ptr_array_index (parent->wanted, i);

      row->place = i;
      row->placed = model->stamp;
      row->had_children = row->wanted->len > 0;
    }
  g_list_store_splice (parent->children, 0, 0, parent->wanted->pdata, parent->wanted->len);
}

/* Rows below @parent must be in order before @parent itself is put in its place. */
static void
sync_rows (CsOutlineModel *model, CsOutlineRow *parent)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (parent->children));

  if (n_rows == 0 && parent->wanted->len > 0)
    {
      fill_rows (model, parent);
      return;
    }

  for (guint i = 0; i < parent->wanted->len; i++)
    place_row (model, parent, g_ptr_array_index (parent->wanted, i), i);

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (parent->children));
  if (n_rows > parent->wanted->len)
    g_list_store_splice (parent->children, parent->wanted->len, n_rows - parent->wanted->len,
                         NULL, 0);
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer data)
{
  CsOutlineModel *model = data;
  CsOutlineRow *row = value;

  g_ptr_array_set_size (row->wanted, 0);
  if (row->stamp == model->stamp)
    return FALSE;

  row->parent = NULL;
  return TRUE;
}

void
cs_outline_model_update (CsOutlineModel *model, CsFindingView *view)
{
  CsOutlineRow *heads[4];

  cs_finding_view_ref (view);
  g_clear_pointer (&model->view, cs_finding_view_unref);
  model->view = view;
  model->stamp++;

  heads[0] = want_head (model, CS_OUTLINE_CLAIMS, CS_PART_CLAIMS);
  heads[1] = want_head (model, CS_OUTLINE_DESCRIPTION, CS_PART_DESCRIPTION);
  heads[2] = want_head (model, CS_OUTLINE_FIGURES, CS_PART_FIGURES);
  heads[3] = want_head (model, CS_OUTLINE_SIGNS, CS_PART_DOCUMENT);
  want_head (model, CS_OUTLINE_ABSTRACT, CS_PART_ABSTRACT);
  want_head (model, CS_OUTLINE_TITLE, CS_PART_TITLE);
  want_claims (model, heads[0]);
  want_sections (model, heads[1]);
  want_figures (model, heads[2]);
  want_signs (model, heads[3]);

  for (guint i = model->claims->len; i > 0; i--)
    sync_rows (model, g_ptr_array_index (model->claims, i - 1));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    sync_rows (model, heads[i]);
  sync_rows (model, model->root);

  g_ptr_array_set_size (model->root->wanted, 0);
  g_hash_table_foreach_remove (model->rows, is_gone, model);
}

/* --- finding one --- */

static CsOutlineRow *
find_head (CsOutlineModel *model, CsPart part)
{
  GListModel *roots = G_LIST_MODEL (model->root->children);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (CsOutlineRow) row = g_list_model_get_item (roots, i);

      if (row->where.part == part)
        return row;
    }

  return NULL;
}

/* Sections keep first and end of their paragraphs where others keep bytes. */
static CsOutlineRow *
find_section (CsOutlineRow *head, guint index)
{
  GListModel *list = G_LIST_MODEL (head->children);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (CsOutlineRow) row = g_list_model_get_item (list, i - 1);

      if (row->where.index <= index)
        return row;
    }

  return head;
}

CsOutlineRow *
cs_outline_model_find (CsOutlineModel *model, CsPart part, guint index)
{
  CsOutlineRow *head = find_head (model, part);

  if (head == NULL || index == CS_NO_INDEX)
    return head;
  if (part == CS_PART_CLAIMS)
    return index < model->claims->len ? g_ptr_array_index (model->claims, index) : head;
  if (part == CS_PART_DESCRIPTION)
    return find_section (head, index);

  return head;
}
