#include <string.h>

#include "../exam/cs-messages.h"
#include "cs-report-members.h"
#include "cs-report-pages.h"

/* A report as SARIF 2.1.0 (OASIS), for programs that gather findings. A part of the application is
 * an artifact within the file: regions count code points from its begin. */

#define SCHEMA \
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#define FINGERPRINT "claimsmith/v1"

typedef struct
{
  const CsReportModel *model;
  JsonBuilder *json;
  GHashTable *rules; /* CsItem to its place among the rules + 1 */
  char *uri;         /* of the file */
} Writer;

/* --- members --- */

static void
add_string (Writer *writer, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    cs_report_add_string (writer->json, name, value);
}

static void
add_number (Writer *writer, const char *name, guint64 value)
{
  cs_report_add_number (writer->json, name, value);
}

static void
begin_object (Writer *writer, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (writer->json, name);
  json_builder_begin_object (writer->json);
}

static void
end_object (Writer *writer)
{
  json_builder_end_object (writer->json);
}

static void
begin_array (Writer *writer, const char *name)
{
  json_builder_set_member_name (writer->json, name);
  json_builder_begin_array (writer->json);
}

static void
end_array (Writer *writer)
{
  json_builder_end_array (writer->json);
}

static void
add_message (Writer *writer, const char *name, const char *text)
{
  begin_object (writer, name);
  add_string (writer, "text", text);
  end_object (writer);
}

/* --- rules --- */

static const char *
get_level (CsSeverity severity)
{
  static const char *const levels[CS_N_SEVERITIES] = { "error", "warning", "note" };

  return levels[severity];
}

/* "专利法实施细则第25条第2款（2024-01-20，据转引文本）" */
static char *
dup_bases (const GArray *bases)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bases->len; i++)
    {
      const CsReportBasis *basis = &g_array_index (bases, CsReportBasis, i);

      g_string_append_printf (text, "%s%s (%s%s%s)", i == 0 ? "" : "; ", basis->citation,
                              basis->edition, *basis->edition == '\0' ? "" : ", ", basis->status);
    }

  return g_string_free (text, FALSE);
}

static void
add_rule (Writer *writer, const CsItem *item, const CsReportItem *told)
{
  const char *language = writer->model->language;
  const char *explain = cs_words_get (&item->explain, language);
  g_autofree char *bases = dup_bases (told->bases);
  g_autofree char *help = g_strconcat (explain == NULL ? told->title : explain, "\n", bases, NULL);

  begin_object (writer, NULL);
  add_string (writer, "id", item->id);
  add_message (writer, "shortDescription", told->title);
  add_message (writer, "fullDescription", explain == NULL ? told->title : explain);
  add_message (writer, "help", help);
  begin_object (writer, "defaultConfiguration");
  add_string (writer, "level", get_level (item->severity));
  end_object (writer);
  begin_object (writer, "properties");
  add_string (writer, "checklist", told->checklist->id);
  add_string (writer, "edition", told->checklist->edition);
  add_string (writer, "check", item->check == NULL ? NULL : item->check->name);
  add_string (writer, "basis", bases);
  end_object (writer);
  end_object (writer);
}

/* The item results stand in the order of the model's items. */
static const CsItem *
get_item (const Writer *writer, guint index)
{
  return g_array_index (writer->model->result->items, CsItemResult, index).item;
}

static void
add_rules (Writer *writer)
{
  const GPtrArray *items = writer->model->items;

  begin_array (writer, "rules");
  for (guint i = 0; i < items->len; i++)
    {
      const CsItem *item = get_item (writer, i);

      if (g_hash_table_contains (writer->rules, item))
        continue;
      add_rule (writer, item, items->pdata[i]);
      g_hash_table_insert (writer->rules, (gpointer)item,
                           GUINT_TO_POINTER (g_hash_table_size (writer->rules) + 1));
    }
  end_array (writer);
}

static void
add_rule_reference (Writer *writer, const CsItem *item)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (writer->rules, item));

  add_string (writer, "ruleId", item->id);
  if (place > 0)
    add_number (writer, "ruleIndex", place - 1);
}

static void
add_tool (Writer *writer)
{
  begin_object (writer, "tool");
  begin_object (writer, "driver");
  add_string (writer, "name", "Claimsmith");
  add_string (writer, "version", CS_VERSION);
  add_rules (writer);
  end_object (writer);
  end_object (writer);
}

/* --- artifacts --- */

static const char *
get_language (const Writer *writer)
{
  return g_str_equal (writer->model->language, "zh") ? "zh-CN" : "en-US";
}

/* The file, and within it a part for each #CsPart: the part has the number of its kind. */
static void
add_artifacts (Writer *writer)
{
  begin_array (writer, "artifacts");
  for (guint part = CS_PART_DOCUMENT; part < CS_N_PARTS; part++)
    {
      begin_object (writer, NULL);
      begin_object (writer, "location");
      add_string (writer, "uri",
                  part == CS_PART_DOCUMENT ? writer->uri : cs_part_get_name ((CsPart)part));
      end_object (writer);
      if (part != CS_PART_DOCUMENT)
        add_number (writer, "parentIndex", CS_PART_DOCUMENT);
      begin_array (writer, "roles");
      json_builder_add_string_value (writer->json, "analysisTarget");
      end_array (writer);
      if (part == CS_PART_DOCUMENT)
        {
          begin_object (writer, "properties");
          add_string (writer, "textSha256", writer->model->sha256);
          end_object (writer);
        }
      end_object (writer);
    }
  end_array (writer);
}

static void
add_region (Writer *writer, const CsReportFinding *finding)
{
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < finding->excerpt->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (finding->excerpt, CsReportPiece, i);

      g_string_append (marked, piece->marked ? piece->text : "");
    }
  begin_object (writer, "region");
  add_number (writer, "charOffset", finding->start_char);
  add_number (writer, "charLength", finding->end_char - finding->start_char);
  if (marked->len > 0)
    add_message (writer, "snippet", marked->str);
  end_object (writer);
}

static void
add_locations (Writer *writer, const CsReportFinding *finding)
{
  begin_array (writer, "locations");
  begin_object (writer, NULL);
  begin_object (writer, "physicalLocation");
  begin_object (writer, "artifactLocation");
  add_string (writer, "uri",
              finding->part == CS_PART_DOCUMENT ? writer->uri : cs_part_get_name (finding->part));
  add_number (writer, "index", finding->part);
  end_object (writer);
  if (finding->excerpt->len > 0)
    add_region (writer, finding);
  end_object (writer);
  begin_array (writer, "logicalLocations");
  begin_object (writer, NULL);
  add_string (writer, "fullyQualifiedName", finding->place);
  add_string (writer, "kind", "element");
  end_object (writer);
  end_array (writer);
  end_object (writer);
  end_array (writer);
}

/* --- results --- */

static void
add_suppression (Writer *writer, const CsReportFinding *finding)
{
  begin_array (writer, "suppressions");
  if (finding->waived)
    {
      begin_object (writer, NULL);
      add_string (writer, "kind", "external");
      add_string (writer, "status", "accepted");
      add_string (writer, "justification", finding->handling.reason);
      begin_object (writer, "properties");
      add_string (writer, "decision", finding->handling.kind);
      add_string (writer, "author", finding->handling.author);
      add_string (writer, "day", finding->handling.day);
      end_object (writer);
      end_object (writer);
    }
  end_array (writer);
}

static void
add_properties (Writer *writer, const CsReportFinding *finding)
{
  g_autofree char *bases = dup_bases (finding->bases);

  begin_object (writer, "properties");
  add_string (writer, "check", finding->check);
  add_string (writer, "rule", finding->rule);
  add_string (writer, "certainty", cs_certainty_get_name (finding->certainty));
  add_string (writer, "consequence", finding->consequence);
  add_string (writer, "basis", bases);
  add_string (writer, "items", finding->ids);
  if (!finding->waived)
    add_string (writer, "decision", finding->handling.kind);
  end_object (writer);
}

static void
add_finding (Writer *writer, const CsReportFinding *finding)
{
  begin_object (writer, NULL);
  add_rule_reference (writer, finding->item);
  add_string (writer, "kind", "fail");
  add_string (writer, "level", get_level (finding->severity));
  add_message (writer, "message", finding->message);
  add_locations (writer, finding);
  begin_object (writer, "fingerprints");
  add_string (writer, FINGERPRINT, finding->fingerprint);
  end_object (writer);
  if (finding->is_new)
    add_string (writer, "baselineState", "new");
  add_suppression (writer, finding);
  add_properties (writer, finding);
  end_object (writer);
}

/* Every item is reported, also one without findings. */
static void
add_item (Writer *writer, const CsItem *item, const CsReportItem *told)
{
  static const char *const kinds[] = {
    [CS_ITEM_PASSED] = "pass",
    [CS_ITEM_MANUAL] = "review",
    [CS_ITEM_NOT_APPLICABLE] = "notApplicable",
    [CS_ITEM_NOT_RUN] = "open",
  };

  if (told->state == CS_ITEM_FINDINGS)
    return;

  begin_object (writer, NULL);
  add_rule_reference (writer, item);
  add_string (writer, "kind", kinds[told->state]);
  add_string (writer, "level", "none");
  add_message (writer, "message", *told->reason == '\0' ? told->title : told->reason);
  end_object (writer);
}

static void
add_results (Writer *writer)
{
  const CsReportModel *model = writer->model;

  begin_array (writer, "results");
  for (guint i = 0; i < model->findings->len; i++)
    add_finding (writer, model->findings->pdata[i]);
  for (guint i = 0; i < model->items->len; i++)
    add_item (writer, get_item (writer, i), model->items->pdata[i]);
  end_array (writer);
}

/* --- the file --- */

static void
add_run (Writer *writer)
{
  begin_object (writer, NULL);
  add_tool (writer);
  add_string (writer, "language", get_language (writer));
  add_string (writer, "columnKind", "unicodeCodePoints");
  begin_array (writer, "invocations");
  begin_object (writer, NULL);
  json_builder_set_member_name (writer->json, "executionSuccessful");
  json_builder_add_boolean_value (writer->json, TRUE);
  end_object (writer);
  end_array (writer);
  add_artifacts (writer);
  add_results (writer);
  end_object (writer);
}

GBytes *
cs_report_sarif (const CsReportModel *model)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (GHashTable) rules = g_hash_table_new (NULL, NULL);
  g_autofree char *uri =
      g_uri_escape_string (model->result->draft->path, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  Writer writer = { model, json, rules, uri };
  gsize n_bytes;

  begin_object (&writer, NULL);
  add_string (&writer, "$schema", SCHEMA);
  add_string (&writer, "version", "2.1.0");
  begin_array (&writer, "runs");
  add_run (&writer);
  end_array (&writer);
  end_object (&writer);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  n_bytes = strlen (text);

  return g_bytes_new_take (g_steal_pointer (&text), n_bytes);
}
