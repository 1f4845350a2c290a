#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-shape.h"
#include "cs-finding-words.h"

#define ELLIPSIS "…"

/* --- excerpts --- */

/* Appends [@start, @end) of @text on one line; returns how long it is then. */
static gsize
append_line (GString *line, const char *start, const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (line, letter == '\n' || letter == '\t' ? ' ' : letter);
    }

  return line->len;
}

/* From @at, @n_chars back or forth, but not beyond [@start, @end). */
static const char *
step_chars (const char *at, int n_chars, const char *start, const char *end)
{
  for (; n_chars < 0 && at > start; n_chars++)
    at = g_utf8_prev_char (at);
  for (; n_chars > 0 && at < end; n_chars--)
    at = g_utf8_next_char (at);

  return at;
}

/* To the beginning of a word, where words stand apart. */
static const char *
skip_to_word (const char *at, const char *end)
{
  const char *space = memchr (at, ' ', end - at);

  return space != NULL ? space + 1 : at;
}

/* Back to the end of a word. */
static const char *
back_to_word (const char *at, const char *start)
{
  const char *space = g_utf8_strrchr (start, at - start, ' ');

  return space != NULL && space > start ? space : at;
}

void
cs_excerpt_init (CsExcerpt *excerpt,
                 const CsFindingView *view,
                 const CsFindingEntry *entry,
                 guint n_chars,
                 const char *language)
{
  const CsSpan *where = &cs_finding_entry_get_first (entry)->report->where;
  g_autoptr (GString) line = g_string_new (NULL);
  const char *text, *end, *mark, *mark_end, *from, *to;
  gsize n_bytes;

  *excerpt = (CsExcerpt){ .place = cs_messages_dup_place (where, view->result, language) };
  if (where->index == CS_NO_INDEX)
    {
      excerpt->text = g_strdup ("");
      return;
    }

  text = cs_draft_get_unit_text (view->result->draft, where->part, where->index, &n_bytes);
  end = text + n_bytes;
  mark = text + MIN (where->start, n_bytes);
  mark_end = text + CLAMP (where->end, where->start, n_bytes);
  from = step_chars (mark, -(int)(n_chars / 3), text, end);
  to = step_chars (mark_end, n_chars / 2, text, end);
  if (g_utf8_pointer_to_offset (mark, mark_end) > (glong)n_chars)
    to = mark_end = step_chars (mark, n_chars, text, end);

  if (from > text)
    {
      from = skip_to_word (from, mark);
      g_string_append (line, ELLIPSIS);
    }
  if (to < end)
    to = back_to_word (to, mark_end);
  excerpt->mark_start = append_line (line, from, mark);
  excerpt->mark_end = append_line (line, mark, mark_end);
  append_line (line, mark_end, to);
  if (to < end)
    g_string_append (line, ELLIPSIS);
  excerpt->text = g_string_free (g_steal_pointer (&line), FALSE);
}

void
cs_excerpt_clear (CsExcerpt *excerpt)
{
  g_clear_pointer (&excerpt->place, g_free);
  g_clear_pointer (&excerpt->text, g_free);
}

/* --- clauses --- */

static const char *
get_comma (const char *language)
{
  return g_str_equal (language, "zh") ? "，" : ", ";
}

char *
cs_legal_basis_dup_marked (const CsLegalBasis *basis, const char *language)
{
  g_autofree char *citation = cs_legal_basis_dup_short_citation (basis, language);

  if (basis->status != CS_BASIS_UNVERIFIED)
    return g_steal_pointer (&citation);

  /* Translators: %s is a clause of a law that nobody has compared with its source */
  return g_strdup_printf (_ ("%s (unverified)"), citation);
}

static void
add_clause (GPtrArray *clauses, const CsLegalBasis *basis, const char *language)
{
  char *clause = cs_legal_basis_dup_marked (basis, language);

  if (g_ptr_array_find_with_equal_func (clauses, clause, g_str_equal, NULL))
    g_free (clause);
  else
    g_ptr_array_add (clauses, clause);
}

static char *
join (GPtrArray *words, const char *separator)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (char **)words->pdata);
}

char *
cs_finding_group_dup_clauses (const CsFindingGroup *group, const char *language)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->items->len; i++)
    {
      const CsItem *item = g_ptr_array_index (group->items, i);

      if (item->bases->len > 0)
        add_clause (clauses, &g_array_index (item->bases, CsLegalBasis, 0), language);
    }

  return join (clauses, get_comma (language));
}

char *
cs_finding_entry_dup_source (const CsFindingEntry *entry, const char *language)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  const CsItem *first = cs_finding_entry_get_first (entry)->item;
  g_autofree char *all_ids = NULL;
  g_autofree char *all_clauses = NULL;

  for (guint i = 0; i < entry->findings->len; i++)
    {
      const CsFinding *finding = g_ptr_array_index (entry->findings, i);

      g_ptr_array_add (ids, g_strdup (finding->item->id));
    }
  for (guint i = 1; i < first->bases->len; i++)
    add_clause (clauses, &g_array_index (first->bases, CsLegalBasis, i), language);

  all_ids = join (ids, ", ");
  all_clauses = join (clauses, get_comma (language));
  if (*all_clauses == '\0')
    return g_steal_pointer (&all_ids);

  return g_strdup_printf ("%s · %s", all_ids, all_clauses);
}

/* --- decisions --- */

static const char *
get_decision_word (const CsDecision *decision)
{
  switch (decision->kind)
    {
    case CS_DECISION_WAIVED:
      return _ ("Waived");
    case CS_DECISION_ACCEPTED:
      return _ ("Accepted");
    case CS_DECISION_NOT_THIS_WORD:
      return _ ("Not this word");
    case CS_DECISION_NOT_THIS_RULE:
      return decision->everywhere ? _ ("Not in any matter") : _ ("Not in this matter");
    case CS_N_DECISION_KINDS:
    default:
      return "";
    }
}

char *
cs_decision_dup_words (const CsDecision *decision)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (decision->made_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%F") : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (get_decision_word (decision)));
  if (decision->reason != NULL && *decision->reason != '\0')
    g_ptr_array_add (words, g_strdup (decision->reason));
  if (decision->author != NULL && *decision->author != '\0')
    g_ptr_array_add (words, g_strdup (decision->author));
  if (day != NULL)
    g_ptr_array_add (words, g_strdup (day));

  return join (words, " · ");
}

/* --- for a screen reader --- */

char *
cs_finding_entry_dup_name (const CsFindingEntry *entry,
                           const CsFindingView *view,
                           const char *language)
{
  const CsFinding *finding = cs_finding_entry_get_first (entry);
  g_autofree char *place = NULL;

  place = cs_messages_dup_place (&finding->report->where, view->result, language);
  /* Translators: place, severity, title: "Claim 6, error: missing antecedent basis" */
  return g_strdup_printf (_ ("%s, %s: %s"), place, cs_shape_get_word (entry->severity),
                          cs_words_get (&finding->item->title, language));
}
