#include "search-world.h"

#include <string.h>

/* --- looking at a document --- */

/* Whether @phrase stands at @at of @tokens; the last one may be a beginning. */
static gboolean
stands_at (char **tokens, guint at, char **phrase, gboolean is_prefix)
{
  for (guint i = 0; phrase[i] != NULL; i++)
    if (i + at >= g_strv_length (tokens) ||
        !(is_prefix && phrase[i + 1] == NULL ? g_str_has_prefix (tokens[at + i], phrase[i]) :
                                               strcmp (tokens[at + i], phrase[i]) == 0))
      return FALSE;

  return TRUE;
}

static gboolean
part_has (const WorldDocument *document, guint part, const CsQueryNode *term)
{
  g_auto (GStrv) phrase = world_split (term->text);
  guint n = g_strv_length (document->tokens[part]);

  for (guint at = 0; at < n; at++)
    if (stands_at (document->tokens[part], at, phrase, term->is_prefix))
      return TRUE;

  return FALSE;
}

static gboolean
part_counts (CsQueryField field, guint part)
{
  switch (part)
    {
    case WORLD_TITLE:
      return field == CS_QUERY_TEXT || field == CS_QUERY_FULL_TEXT || field == CS_QUERY_TITLE ||
             field == CS_QUERY_TITLE_ABSTRACT;
    case WORLD_ABSTRACT:
      return field == CS_QUERY_TEXT || field == CS_QUERY_FULL_TEXT ||
             field == CS_QUERY_ABSTRACT || field == CS_QUERY_TITLE_ABSTRACT;
    case WORLD_CLAIMS:
      return field == CS_QUERY_TEXT || field == CS_QUERY_FULL_TEXT || field == CS_QUERY_CLAIMS;
    default:
      return field == CS_QUERY_FULL_TEXT || field == CS_QUERY_DESCRIPTION;
    }
}

/* Where the words of @node stand in @tokens: (element-type CsQueryLink): begin and end */
static void
list_places (char **tokens, const CsQueryNode *node, GArray *places)
{
  g_auto (GStrv) phrase = node->kind == CS_QUERY_TERM ? world_split (node->text) : NULL;
  guint n = g_strv_length (tokens);

  for (guint i = 0; i < node->n_children; i++)
    list_places (tokens, node->children[i], places);
  for (guint at = 0; phrase != NULL && at < n; at++)
    if (stands_at (tokens, at, phrase, node->is_prefix))
      {
        int place[2] = { (int)at, (int)(at + g_strv_length (phrase)) };

        g_array_append_val (places, place);
      }
}

/* Whether the children of @near from @child on can stand as it asks, the one before at @before. */
static gboolean
chain_fits (char **tokens, const CsQueryNode *near, guint child, const int *before)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, 2 * sizeof (int));

  if (child == near->n_children)
    return TRUE;

  list_places (tokens, near->children[child], places);
  for (guint i = 0; i < places->len; i++)
    {
      const int *place = (const int *)(gconstpointer)(places->data + i * 2 * sizeof (int));
      int between;

      if (before == NULL)
        between = 0;
      else if (near->links[child - 1].is_ordered)
        between = place[0] >= before[1] ? place[0] - before[1] : G_MAXINT;
      else
        between = place[0] >= before[0] ? place[0] - before[1] : before[0] - place[1];
      if ((before == NULL || between <= (int)near->links[child - 1].distance) &&
          chain_fits (tokens, near, child + 1, place))
        return TRUE;
    }

  return FALSE;
}

static gboolean
text_fits (const WorldDocument *document, const CsQueryNode *node)
{
  for (guint part = 0; part < N_WORLD_PARTS; part++)
    if (part_counts (node->field, part) &&
        (node->kind == CS_QUERY_TERM ? part_has (document, part, node) :
                                       chain_fits (document->tokens[part], node, 0, NULL)))
      return TRUE;

  return FALSE;
}

static gboolean
name_fits (const char *name, const CsQueryNode *node)
{
  g_auto (GStrv) tokens = world_split (name);
  g_auto (GStrv) phrase = world_split (node->text);

  if (node->is_whole)
    return g_strv_equal ((const char *const *)tokens, (const char *const *)phrase);
  for (guint at = 0; tokens[at] != NULL; at++)
    if (stands_at (tokens, at, phrase, node->is_prefix))
      return TRUE;

  return FALSE;
}

static gboolean
class_fits (const char *symbol, const CsQueryNode *node)
{
  return node->is_prefix ? g_str_has_prefix (symbol, node->text) : strcmp (symbol, node->text) == 0;
}

/* All dates of this world are days. */
static gboolean
date_fits (guint key, const CsQueryNode *node)
{
  guint from = cs_office_date_to_key (node->from);
  guint to = cs_office_date_to_key (node->to);

  to += to == 0 ? 99999999 : to % 10000 == 0 ? 9999 :
                         to % 100 == 0       ? 99 :
                                               0;

  return key >= from && key <= to;
}

static gboolean
value_fits (const WorldDocument *document, const CsQueryNode *node)
{
  switch ((int)node->field)
    {
    case CS_QUERY_APPLICANT:
      return name_fits (document->applicant, node);
    case CS_QUERY_INVENTOR:
      return name_fits (document->inventor, node);
    case CS_QUERY_CLASS:
    case CS_QUERY_IPC:
      return class_fits (document->symbol, node);
    case CS_QUERY_PUBLISHED:
      return date_fits (document->day, node);
    case CS_QUERY_FILED:
      return date_fits (document->filed, node);
    case CS_QUERY_OFFICE:
      return strncmp (document->number, node->text, 2) == 0;
    case CS_QUERY_FIRST_OFFICE: /* all claim an older priority of one office */
      return strcmp (node->text, "US") == 0;
    default:
      return FALSE;
    }
}

static gboolean
member_fits (const World *world, const WorldDocument *document, const CsQueryNode *node)
{
  for (guint i = 0; i < world->documents->len; i++)
    {
      const WorldDocument *other = g_ptr_array_index (world->documents, i);

      if (other->family == document->family && world_document_fits (world, other, node))
        return TRUE;
    }

  return FALSE;
}

gboolean
world_document_fits (const World *world, const WorldDocument *document, const CsQueryNode *node)
{
  gboolean wanted = node->kind == CS_QUERY_OR;

  if (node->kind == CS_QUERY_NOT)
    return !world_document_fits (world, document, node->children[0]);
  if (node->kind == CS_QUERY_MEMBER)
    return member_fits (world, document, node->children[0]);
  if (node->kind != CS_QUERY_AND && node->kind != CS_QUERY_OR)
    return cs_query_field_is_text (node->field) ? text_fits (document, node) :
                                                  value_fits (document, node);

  for (guint i = 0; i < node->n_children; i++)
    if (world_document_fits (world, document, node->children[i]) == wanted)
      return wanted;

  return !wanted;
}
