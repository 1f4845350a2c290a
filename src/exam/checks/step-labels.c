#include <string.h>

#include "../../base/cs-limits.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* The labels of steps: without gaps, none twice, and each one that is spoken of is there.
 * Source: Patent Law art. 26(4). */

const char *const cs_step_labels_rules[] = { "gap", "repeated", "order", "dangling", NULL };

#define MAX_LABEL 99999

/* S101, 步骤3, (2), step 4: @number tells which, @form how it is written. */
typedef struct
{
  gsize start;
  gsize end;
  guint number;
  guint level;    /* digits of @number for S101 and S1 to be rows of their own */
  char form;      /* 's' S1; 'b' 步骤1, step 1; 'c' 步骤一; 'p' (1) */
  gboolean heads; /* it stands before its step rather than being spoken of */
} Label;

/* 一 to 九十九 */
static gsize
scan_chinese_number (const char *text, gsize at, guint *number)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", NULL };
  gsize start = at;
  guint value = 0;

  for (guint i = 0; digits[i] != NULL; i++)
    if (g_str_has_prefix (text + at, digits[i]))
      {
        value = i + 1;
        at += strlen (digits[i]);
        break;
      }
  if (g_str_has_prefix (text + at, "十"))
    {
      value = MAX (value, 1) * 10;
      at += strlen ("十");
      for (guint i = 0; digits[i] != NULL; i++)
        if (g_str_has_prefix (text + at, digits[i]))
          {
            value += i + 1;
            at += strlen (digits[i]);
            break;
          }
    }
  *number = value;

  return at - start;
}

static gboolean
scan_number (const char *text, Label *label)
{
  guint number = 0;
  gsize length;

  if (cs_scan_number (text, &label->end, MAX_LABEL, &number))
    {
      for (guint n = number; n > 0; n /= 10)
        label->level++;
    }
  else if (label->form != 's' && (length = scan_chinese_number (text, label->end, &number)) > 0)
    {
      label->end += length;
      label->form = 'c';
    }
  label->number = number;

  return number > 0;
}

/* S1.2, 步骤1a, S1-S3: of a row of their own, or several: they are left alone. */
static gboolean
goes_on (const char *text, gsize at)
{
  if (text[at] == '.' || text[at] == '-' || text[at] == '\'')
    return g_ascii_isalnum (text[at + 1]) || text[at] != '.';

  return g_ascii_isalnum (text[at]) || g_str_has_prefix (text + at, "至") ||
         g_str_has_prefix (text + at, "个") || g_str_has_prefix (text + at, "种");
}

static gboolean
begins_step (const char *text, gsize at)
{
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
    at--;

  return at == 0 || strchr (",;:)\n", text[at - 1]) != NULL ||
         cs_stands_before (text, at, (const char *const[]){ "。", NULL }) > 0;
}

static gboolean
ends_label (const char *text, gsize at)
{
  static const char *const marks[] = { ",", ":", "、", ".", ";", "\n", NULL };

  at += text[at] == ')';

  return cs_scan_any (text, cs_scan_spaces (text, at), marks) > 0;
}

/* Words behind a label that is only spoken of: 步骤1中, 步骤2得到的 */
static gboolean
is_spoken_of (const char *text, gsize at)
{
  static const char *const words[] = {
    "中", "的", "所", "得", "制得", "制成", "制备的", "里", "之", "后", "前",
    "与", "和", "或", "、", "至", "及", "时", "完成", "结束", "以", "~",
    "-", "获得", "具体", "还", "进一步", "包括", "是", "为", "重复", "步骤", "in ",
    "of ", "is ", "and ", "or ", "to ", "further", "compris", "includ", "are ", "(", NULL
  };

  at += text[at] == ')';

  return cs_scan_any (text, cs_scan_spaces (text, at), words) > 0;
}

/* 其中，步骤四: said again of a step that stands above. */
static gboolean
is_said_again (const char *text, gsize at)
{
  static const char *const words[] = { "其中,", "优选地,", "优选,", "具体地,",
                                       "进一步地,", "具体的,", "在于,", "是,",
                                       "wherein ", "其中", "所述", "且,",
                                       "时,", "在于:", "优选的,", NULL };

  while (at > 0 && text[at - 1] == ' ')
    at--;

  return cs_stands_before (text, at, words) > 0;
}

/* 还包括步骤S11: it is told right here. */
static gboolean
introduces_step (const char *text, gsize at)
{
  static const char *const words[] = { "包括", "包括:", "增加", "comprising ", "including ", NULL };

  return cs_stands_before (text, at, words) > 0;
}

/* Reads a label at @at. */
static gboolean
read_label (const char *text, gsize at, gboolean chinese, Label *label)
{
  static const char *const words[] = { "步骤s", "步骤(", "步骤", "step s", "step (", "step ", NULL };
  gsize length = cs_scan_any (text, at, words);
  gboolean named = length > 0;

  *label = (Label){ .start = at, .end = at + length, .form = 'b' };
  if (named && text[at + length - 1] == 's')
    label->form = 's';
  else if (!named && text[at] == 's' && g_ascii_isdigit (text[at + 1]) &&
           (at == 0 || !g_ascii_isalnum (text[at - 1])))
    label->form = 's', label->end = at + 1;
  else if (!named)
    return FALSE;

  if (!scan_number (text, label) || (text[label->end] != ')' && goes_on (text, label->end)))
    return FALSE;
  label->heads = introduces_step (text, at) ||
                 (begins_step (text, at) && !is_said_again (text, at) &&
                  (ends_label (text, label->end) || (chinese && !is_spoken_of (text, label->end))));
  if (text[label->end] == ')')
    label->end++;

  return named || label->heads;
}

static GArray *
find_labels (const CsClaimText *text)
{
  const char *folded = text->folded->text;
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (Label));

  for (gsize at = 0; at < text->folded->n_bytes;)
    {
      Label label;

      if (read_label (folded, at, text->chinese, &label))
        {
          g_array_append_val (labels, label);
          at = label.end;
        }
      else
        at += g_utf8_skip[(guchar)folded[at]];
    }

  return labels;
}

static void
report_label (const CsClaimText *text, const char *rule, const Label *label, const Label *before)
{
  CsReport *report =
      cs_claim_text_report (text, rule, CS_CERTAINTY_CERTAIN, label->start, label->end);

  if (before != NULL)
    {
      g_autofree char *other = cs_claim_text_dup (text, before->start, before->end);

      cs_report_set (report, "before", "%s", other);
      cs_report_add_related (report, "also",
                             cs_claim_text_unfold (text, before->start, before->end));
    }
}

/* The row of labels of one form and length, at their steps: S1 S2 S3, S101 S102, S10 S20 S30; a new
 * hundred begins anew. The first pair gives the stride. */
static void
check_row (const CsClaimText *text, const GArray *labels)
{
  const Label *before = NULL;
  guint stride = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      if (!label->heads)
        continue;
      if (before == NULL || label->form != before->form ||
          (label->form != 'c' && label->level != before->level &&
           label->number != before->number + 1))
        {
          before = label;
          stride = 0;
          continue;
        }
      if (label->number == before->number)
        report_label (text, "repeated", label, before);
      else if (label->number < before->number && label->number != 1)
        report_label (text, "order", label, before);
      else if (label->number > before->number + MAX (stride, 1) && label->number < 100 &&
               (stride > 0 || before->number == 1 || label->number < 10) &&
               label->number / 10 == before->number / 10)
        report_label (text, "gap", label, before);
      if (stride == 0 && label->number > before->number)
        stride = label->number - before->number == 10 || label->number - before->number == 100 ?
                     label->number - before->number :
                     1;
      before = label;
    }
}

/* --- labels spoken of --- */

static void
add_numbers (CsExamContext *context, const CsClaim *claim, GHashTable *known)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  g_autoptr (GArray) labels = find_labels (&text);

  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, Label, i).heads)
      g_hash_table_add (known, GUINT_TO_POINTER (g_array_index (labels, Label, i).number));

  /* "(4)" at its step counts for 步骤(4) as well */
  for (gsize at = 0; at < text.folded->n_bytes; at++)
    if (text.folded->text[at] == '(' || g_ascii_isdigit (text.folded->text[at]))
      {
        gsize digits = at + (text.folded->text[at] == '(');
        guint number = 0;

        if ((digits > at || begins_step (text.folded->text, at)) &&
            cs_scan_number (text.folded->text, &digits, MAX_LABEL, &number))
          g_hash_table_add (known, GUINT_TO_POINTER (number));
      }
}

/* Whether the claim numbers its steps in another way too, "a)" or 第一步: then nothing is certain. */
static gboolean
has_other_labels (const CsFolded *folded)
{
  static const char *const others[] = { "(a)", "a)", "(i)", "i)", "(一)",
                                        "①", "第一步", "a.", "a、", NULL };

  for (gsize at = 0; at < folded->n_bytes; at += g_utf8_skip[(guchar)folded->text[at]])
    if (cs_scan_any (folded->text, at, others) > 0 && begins_step (folded->text, at))
      return TRUE;

  return FALSE;
}

/* Adds the labels of @claim, and of all claims it depends on or quotes, up to %CS_MAX_PATHS of
 * them. FALSE when one numbers its steps otherwise. */
static gboolean
collect_numbers (CsExamContext *context, const CsClaim *claim, GHashTable *known)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, (gpointer)claim);
  for (guint i = 0; i < waiting->len && i < CS_MAX_PATHS; i++)
    {
      const CsClaim *next = waiting->pdata[i];
      const GArray *const lists[] = { next->depends, next->quotes };

      if (has_other_labels (cs_exam_get_folded (context, CS_PART_CLAIMS, next->index)))
        return FALSE;
      add_numbers (context, next, known);
      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        for (guint n = 0; n < lists[k]->len && waiting->len < CS_MAX_PATHS; n++)
          g_ptr_array_add (waiting,
                           (gpointer)cs_claim_set_get (claims, g_array_index (lists[k], guint, n)));
    }

  return TRUE;
}

static gboolean
speaks_of_steps (const GArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    if (!g_array_index (labels, Label, i).heads)
      return TRUE;

  return FALSE;
}

static void
check_dangling (const CsClaimText *text, const GArray *labels)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  if (!speaks_of_steps (labels) || !collect_numbers (text->context, text->claim, known))
    return;

  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      if (!label->heads && !g_hash_table_contains (known, GUINT_TO_POINTER (label->number)))
        report_label (text, "dangling", label, NULL);
    }
}

void
cs_check_step_labels (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  g_autoptr (GArray) labels = find_labels (&text);

  check_row (&text, labels);
  if (labels->len > 0 && claim->broken == CS_NO_INDEX)
    check_dangling (&text, labels);
}
