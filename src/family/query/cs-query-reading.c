#include <string.h>

#include "cs-query-fields.h"
#include "cs-query-lex.h"

typedef struct
{
  GString *out;
  gboolean is_chinese;
} Reading;

static void read_node (Reading *reading, const CsQueryNode *node, gboolean in_brackets);

static const char *
say (const Reading *reading, const char *english, const char *chinese)
{
  return reading->is_chinese ? chinese : english;
}

/* Adds @value within the words of its field. */
static void
add_in_field (Reading *reading, CsQueryField field, const char *value)
{
  const char *words = cs_query_field_get_reading (field, reading->is_chinese);
  const char *place = strstr (words, "%s");

  g_string_append_len (reading->out, words, place - words);
  g_string_append (reading->out, value);
  g_string_append (reading->out, place + strlen ("%s"));
}

static char *
dup_value (const Reading *reading, const CsQueryNode *node)
{
  const char *more = node->is_prefix ? "…" : "";

  if (node->is_whole)
    return g_strconcat (say (reading, "exactly \"", "“"), node->text,
                        say (reading, "\"", "”（全名）"), NULL);
  if (reading->is_chinese)
    return g_strdup_printf ("“%s%s”", node->text, more);
  if (node->field >= CS_QUERY_CLASS && node->field <= CS_QUERY_CPC)
    return g_strdup_printf ("%s%s", node->text, more);

  return g_strdup_printf ("\"%s%s\"", node->text, more);
}

static char *
dup_dates (const Reading *reading, const CsQueryNode *node)
{
  g_autofree char *from = cs_office_date_dup_text (node->from);
  g_autofree char *to = cs_office_date_dup_text (node->to);

  if (*to == '\0')
    return g_strconcat (say (reading, "from ", "不早于 "), from, say (reading, " on", ""), NULL);
  if (*from == '\0')
    return g_strconcat (say (reading, "until ", "不晚于 "), to, NULL);
  if (strcmp (from, to) == 0)
    return g_strconcat (say (reading, node->from.day == 0 ? "in " : "on ", "为 "), to, NULL);

  return g_strconcat (say (reading, "from ", "从 "), from, say (reading, " to ", " 到 "), to, NULL);
}

static char *
dup_states (const Reading *reading, const CsQueryNode *node)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < CS_N_LEGAL_STATES; i++)
    if ((node->states & 1u << i) != 0)
      {
        if (states->len > 0)
          g_string_append (states, say (reading, " or ", "或"));
        g_string_append (states, cs_query_state_get_reading (i, reading->is_chinese));
      }

  return g_string_free (g_steal_pointer (&states), FALSE);
}

static void
add_list (Reading *reading, const CsQueryNode *node, const char *between)
{
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (reading->out, between);
      read_node (reading, node->children[i], TRUE);
    }
}

static void
add_link (Reading *reading, CsQueryLink link)
{
  GString *out = reading->out;

  if (link.distance == 0)
    g_string_append (out, link.is_ordered ? say (reading, " directly before ", " 紧接 ") :
                                            say (reading, " next to ", " 紧邻 "));
  else
    g_string_append_printf (out,
                            reading->is_chinese ? " %s（至多隔 %u 个字词）" :
                                                  " %s (at most %u between) ",
                            link.is_ordered ? say (reading, "before", "先于") :
                                              say (reading, "near", "邻近"),
                            link.distance);
}

/* The terms are said without their field, which is said once. */
static void
add_operand (Reading *reading, const CsQueryNode *node)
{
  g_autofree char *value = NULL;

  if (node->kind == CS_QUERY_TERM)
    {
      value = dup_value (reading, node);
      g_string_append (reading->out, value);
      return;
    }

  g_string_append_c (reading->out, '(');
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (reading->out, say (reading, " OR ", " 或 "));
      add_operand (reading, node->children[i]);
    }
  g_string_append_c (reading->out, ')');
}

static void
add_near (Reading *reading, const CsQueryNode *node)
{
  Reading inner = { g_string_new (NULL), reading->is_chinese };

  if (node->field != CS_QUERY_TEXT)
    g_string_append_c (inner.out, '(');
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        add_link (&inner, node->links[i - 1]);
      add_operand (&inner, node->children[i]);
    }
  if (node->field != CS_QUERY_TEXT)
    g_string_append_c (inner.out, ')');
  add_in_field (reading, node->field, inner.out->str);
  g_string_free (inner.out, TRUE);
}

static void
add_value (Reading *reading, const CsQueryNode *node)
{
  g_autofree char *value = NULL;

  if (node->kind == CS_QUERY_DATES)
    value = dup_dates (reading, node);
  else if (node->kind == CS_QUERY_STATES)
    value = dup_states (reading, node);
  else
    value = dup_value (reading, node);
  add_in_field (reading, node->field, value);
}

static void
add_member (Reading *reading, const CsQueryNode *node)
{
  g_string_append (reading->out, say (reading, "a family with (", "同族中有（"));
  read_node (reading, node->children[0], FALSE);
  g_string_append (reading->out, say (reading, ")", "）"));
}

static void
read_node (Reading *reading, const CsQueryNode *node, gboolean in_brackets)
{
  gboolean is_joined = node->kind == CS_QUERY_AND || node->kind == CS_QUERY_OR ||
                       node->kind == CS_QUERY_NEAR;

  if (is_joined && in_brackets)
    g_string_append_c (reading->out, '(');
  if (node->kind == CS_QUERY_AND)
    add_list (reading, node, say (reading, " AND ", " 且 "));
  else if (node->kind == CS_QUERY_OR)
    add_list (reading, node, say (reading, " OR ", " 或 "));
  else if (node->kind == CS_QUERY_NEAR)
    add_near (reading, node);
  else if (node->kind == CS_QUERY_MEMBER)
    add_member (reading, node);
  else if (node->kind != CS_QUERY_NOT)
    add_value (reading, node);
  else
    {
      g_string_append (reading->out, say (reading, "NOT ", "非 "));
      read_node (reading, node->children[0], TRUE);
    }
  if (is_joined && in_brackets)
    g_string_append_c (reading->out, ')');
}

char *
cs_query_dup_reading (const CsQuery *query, const char *language)
{
  Reading reading = { g_string_new (NULL), strcmp (language, "zh") == 0 };

  if (query->root != NULL)
    read_node (&reading, query->root, FALSE);
  else if (query->fault.message == NULL)
    g_string_append (reading.out, say (&reading, "everything", "全部"));

  return g_string_free (reading.out, FALSE);
}
