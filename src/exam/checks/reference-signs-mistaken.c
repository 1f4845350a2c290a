#include <string.h>

#include "../../language/cs-scan.h"
#include "reference-signs.h"

/* Signs that stand behind the name of another one. Many are no slip: parts of one name, short
 * forms, the same part in another embodiment. */

#define MAX_MISTAKEN 3 /* in one paragraph, of mostly right ones */

gboolean
cs_signs_check_is_old (const CsSignsCheck *signs, const CsSpan *where)
{
  const CsSection *background = cs_description_find_section (
      cs_exam_get_description (signs->context), CS_HEADING_BACKGROUND);

  return background != NULL && where->part == CS_PART_DESCRIPTION &&
         where->index >= background->first && where->index < background->end;
}

/* 12 and 12a, 12 and 112: the same part, or one like it in another embodiment. */
static gboolean
are_akin (const char *one, const char *other)
{
  gsize prefix = strcspn (one, "0123456789");
  guint64 left;
  guint64 right;

  if (strcspn (other, "0123456789") != prefix || strncmp (one, other, prefix) != 0)
    return FALSE;
  left = g_ascii_strtoull (one + prefix, NULL, 10);
  right = g_ascii_strtoull (other + prefix, NULL, 10);

  return left == right || (left % 100 == right % 100 && (left >= 100 || right >= 100));
}

/* side, portion, 端部: many parts of a thing are called so. */
static gboolean
is_common (const CsSignsCheck *signs, guint index)
{
  const char *name = cs_signs_check_entry (signs, index)->name;
  gboolean chinese = strcmp (cs_exam_get_draft (signs->context)->language, "zh") == 0;

  return name == NULL || (chinese && g_utf8_strlen (name, -1) < 2) ||
         cs_sign_is_common (chinese, name);
}

/* Whether the name there is known not to be that of its sign. */
static gboolean
is_variant (const CsSignsCheck *signs, const CsSignMention *mention)
{
  for (guint i = 0; i < signs->variants->len; i++)
    {
      const CsTermVariant *variant = &g_array_index (signs->variants, CsTermVariant, i);

      if (variant->kind == CS_VARIANT_SIGN && variant->where.part == mention->span.part &&
          variant->where.index == mention->span.index && variant->where.end == mention->name.end)
        return TRUE;
    }

  return FALSE;
}

/* The end of a name that says what kind of thing it is: two characters, one word. */
static const char *
get_head (const char *name)
{
  const char *head = strrchr (name, ' ');

  if (head != NULL)
    return head + 1;
  head = name + strlen (name);
  if (head == name || (guchar)head[-1] < 0x80)
    return name;
  for (guint n = 0; n < 2 && head > name; n++)
    head = g_utf8_prev_char (head);

  return head;
}

/* first subset, second subset; 第一阀, 第二阀. */
static gboolean
are_counted (const char *one, const char *other)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth", "fifth", "第一",
                                          "第二", "第三", "第四", "第五", NULL };
  gsize left = cs_scan_any (one, 0, ordinals);
  gsize right = cs_scan_any (other, 0, ordinals);

  return left > 0 && right > 0 && strcmp (one + left, other + right) == 0;
}

static gboolean
is_another (const CsSignsCheck *signs, guint index, guint named)
{
  const CsSignEntry *entry = cs_signs_check_entry (signs, index);
  const CsSignEntry *other = cs_signs_check_entry (signs, named);

  if (other->n_listed > 0 && (entry->n_listed > 0 || signs->agreeing[index] < 2))
    return TRUE;
  if (entry->name == NULL || other->name == NULL || signs->agreeing[index] < 2)
    return FALSE;

  return are_counted (entry->name, other->name) ||
         strcmp (get_head (entry->name), get_head (other->name)) != 0;
}

/* Whether the name before the sign is that of another one. */
static gboolean
is_candidate (const CsSignsCheck *signs, const CsSignMention *mention)
{
  const CsSignEntry *named;

  if (mention->names == CS_NO_INDEX || mention->names == mention->entry || mention->agrees ||
      is_common (signs, mention->names) || cs_signs_check_is_old (signs, &mention->span))
    return FALSE;
  named = cs_signs_check_entry (signs, mention->names);
  if (named->n_listed == 0 && signs->agreeing[mention->names] < 3)
    return FALSE;

  return !are_akin (named->sign, cs_signs_check_entry (signs, mention->entry)->sign) &&
         is_another (signs, mention->entry, mention->names) &&
         (mention->exact || is_variant (signs, mention));
}

/* A paragraph in which most signs seem to be mistaken is a list that gives them before the name. */
static void
forget_lists (CsSignsCheck *signs)
{
  guint end;

  for (guint start = 0; start < signs->mentions->len; start = end)
    {
      const CsSpan *first = &cs_signs_check_mention (signs, start)->span;
      guint n_mistaken = 0;

      for (end = start; end < signs->mentions->len; end++)
        {
          const CsSpan *span = &cs_signs_check_mention (signs, end)->span;

          if (span->part != first->part || span->index != first->index)
            break;
          n_mistaken += signs->mistaken[end];
        }
      if (n_mistaken > MAX_MISTAKEN && n_mistaken * 2 > end - start)
        memset (signs->mistaken + start, FALSE, end - start);
    }
}

/* Pairs that stand often are no slip: two parts of one name. */
void
cs_signs_check_find_mistaken (CsSignsCheck *signs)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < signs->mentions->len; i++)
      {
        const CsSignMention *mention = cs_signs_check_mention (signs, i);
        guint64 key = ((guint64)mention->names << 32) | mention->entry;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &key));

        if (!is_candidate (signs, mention))
          continue;
        if (round == 0)
          {
            g_hash_table_replace (counts, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
            continue;
          }
        signs->mistaken[i] = n <= MAX (1, signs->agreeing[mention->names] / 5);
      }
  forget_lists (signs);
  for (guint i = 0; i < signs->mentions->len; i++)
    if (signs->mistaken[i])
      {
        signs->n_mistaken[cs_signs_check_mention (signs, i)->entry]++;
        signs->n_missed[cs_signs_check_mention (signs, i)->names]++;
      }
}
