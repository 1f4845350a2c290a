#include "cs-report-terms.h"

#include <string.h>

#include "../base/cs-position.h"
#include "cs-report-members.h"
#include "cs-terminal.h"
#include "cs-text-writer.h"

#define SCHEMA 1
#define MAX_NAME_COLUMNS 40
#define SIGN_COLUMNS 6
#define CLAIM_COLUMNS 14

static const CsTerm *
get_term (const CsTerms *terms, guint index)
{
  return &g_array_index (cs_terms_get_terms (terms), CsTerm, index);
}

static const CsMention *
get_mention (const CsTerms *terms, guint index)
{
  return &g_array_index (cs_terms_get_mentions (terms), CsMention, index);
}

static const CsMention *
find_introduction (const CsTerms *terms, guint term)
{
  guint found = cs_terms_find_introduction (terms, term);

  return found == CS_NO_INDEX ? NULL : get_mention (terms, found);
}

/* The printed number of a claim, else its place. */
static guint
get_number (const CsDraft *draft, guint claim)
{
  guint number = cs_draft_get_unit (draft, CS_PART_CLAIMS, claim)->number;

  return number != 0 ? number : claim + 1;
}

/* --- text --- */

static void
put_padding (GString *out, guint taken, guint columns)
{
  for (guint i = taken; i < columns; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, "  ");
}

static void
put_cell (GString *out, const char *text, guint columns)
{
  put_padding (out, cs_terminal_append (out, text, strlen (text)), columns);
}

/* "1, 2, 5" */
static char *
dup_claims (const CsDraft *draft, const CsTerms *terms, guint term)
{
  g_autoptr (GString) claims = g_string_new (NULL);
  guint last = CS_NO_INDEX;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  for (guint i = 0; i < n_uses; i++)
    {
      guint claim = get_mention (terms, uses[i])->claim;

      if (claim != last)
        g_string_append_printf (claims, "%s%u", claims->len == 0 ? "" : ", ",
                                get_number (draft, claim));
      last = claim;
    }

  return g_string_free (g_steal_pointer (&claims), FALSE);
}

static void
put_term (CsTextWriter *writer,
          const CsDraft *draft,
          const CsTerms *terms,
          guint term,
          guint name_columns)
{
  const CsTerm *it = get_term (terms, term);
  const CsMention *introduction = find_introduction (terms, term);
  g_autofree char *claims = dup_claims (draft, terms, term);
  g_autofree char *where = NULL;

  if (introduction == NULL)
    where = g_strdup (cs_text_writer_label (writer, "not-introduced"));
  else
    where = g_strdup_printf ("%u", get_number (draft, introduction->claim));

  g_string_append (writer->out, "  ");
  put_cell (writer->out, it->name, name_columns);
  put_cell (writer->out, it->sign == NULL ? "" : it->sign, SIGN_COLUMNS);
  put_cell (writer->out, where, CLAIM_COLUMNS);
  g_string_append_printf (writer->out, "%4u", it->n_uses);
  g_string_append (writer->out, "  ");
  g_string_append (writer->out, claims);
  if (it->confirmed)
    g_string_append_printf (writer->out, "  (%s)", cs_text_writer_label (writer, "confirmed"));
  g_string_append_c (writer->out, '\n');
}

void
cs_report_terms_text (GString *out,
                      const CsDraft *draft,
                      const CsTerms *terms,
                      const CsReportOptions *options)
{
  CsTextWriter writer = cs_text_writer_for (out, NULL, options);
  guint n_terms = cs_terms_get_terms (terms)->len;
  guint columns = cs_terminal_get_width (cs_text_writer_label (&writer, "term"),
                                         strlen (cs_text_writer_label (&writer, "term")));

  for (guint i = 0; i < n_terms; i++)
    columns = MAX (columns, cs_terminal_get_width (get_term (terms, i)->name,
                                                   strlen (get_term (terms, i)->name)));
  columns = MIN (columns, MAX_NAME_COLUMNS);

  cs_text_writer_put_styled (&writer, CS_TEXT_BOLD, draft->path);
  g_string_append (out, "  ");
  cs_text_writer_put_count (&writer, "terms", n_terms);
  g_string_append_c (out, '\n');
  if (n_terms > 0)
    {
      cs_text_writer_put_code (&writer, CS_TEXT_DIM);
      g_string_append (out, "  ");
      put_cell (out, cs_text_writer_label (&writer, "term"), columns);
      put_cell (out, cs_text_writer_label (&writer, "sign"), SIGN_COLUMNS);
      put_cell (out, cs_text_writer_label (&writer, "first-in"), CLAIM_COLUMNS);
      g_string_append (out, cs_text_writer_label (&writer, "uses-in"));
      cs_text_writer_put_code (&writer, CS_TEXT_PLAIN);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < n_terms; i++)
    put_term (&writer, draft, terms, i, columns);
  g_string_append_c (out, '\n');
}

/* --- JSON --- */

static void
add_place (JsonBuilder *json, const CsDraft *draft, const CsMention *mention)
{
  CsSpan span = { CS_PART_CLAIMS, mention->claim, mention->range.start, mention->range.end };
  g_autofree char *marked = cs_draft_dup_span_text (draft, &span);
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, CS_PART_CLAIMS, mention->claim, &n_bytes);

  cs_report_add_number (json, "claim", get_number (draft, mention->claim));
  cs_report_add_number (json, "start", cs_position_to_chars (text, n_bytes, span.start));
  cs_report_add_number (json, "end", cs_position_to_chars (text, n_bytes, span.end));
  cs_report_add_string (json, "text", marked);
}

static void
add_use (JsonBuilder *json, const CsDraft *draft, const CsMention *mention)
{
  static const char *const kinds[] = { "introduction", "reference", "use" };

  json_builder_begin_object (json);
  add_place (json, draft, mention);
  cs_report_add_string (json, "kind", kinds[mention->kind]);
  if (mention->kind == CS_MENTION_REFERENCE)
    cs_report_add_string (json, "basis", cs_basis_get_name (mention->basis));
  json_builder_end_object (json);
}

static void
add_term (JsonBuilder *json, const CsDraft *draft, const CsTerms *terms, guint term)
{
  const CsTerm *it = get_term (terms, term);
  const CsMention *introduction = find_introduction (terms, term);
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  json_builder_begin_object (json);
  cs_report_add_string (json, "name", it->name);
  cs_report_add_string (json, "sign", it->sign);
  json_builder_set_member_name (json, "confirmed");
  json_builder_add_boolean_value (json, it->confirmed);
  json_builder_set_member_name (json, "introduced");
  if (introduction == NULL)
    {
      json_builder_add_null_value (json);
    }
  else
    {
      json_builder_begin_object (json);
      add_place (json, draft, introduction);
      json_builder_end_object (json);
    }
  json_builder_set_member_name (json, "uses");
  json_builder_begin_array (json);
  for (guint i = 0; i < n_uses; i++)
    add_use (json, draft, get_mention (terms, uses[i]));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

void
cs_report_terms_json (GString *out, const CsDraft *draft, const CsTerms *terms)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  cs_report_add_number (json, "schema", SCHEMA);
  json_builder_set_member_name (json, "document");
  json_builder_begin_object (json);
  cs_report_add_string (json, "path", draft->path);
  cs_report_add_number (json, "index", draft->index);
  cs_report_add_string (json, "id", draft->id);
  cs_report_add_string (json, "language", draft->language);
  json_builder_end_object (json);
  json_builder_set_member_name (json, "terms");
  json_builder_begin_array (json);
  for (guint i = 0; i < cs_terms_get_terms (terms)->len; i++)
    add_term (json, draft, terms, i);
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  line = json_to_string (root, FALSE);
  g_string_append (out, line);
  g_string_append_c (out, '\n');
}
