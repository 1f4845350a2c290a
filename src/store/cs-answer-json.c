#include "cs-answer-json.h"

#include "cs-store-json.h"

#define MAX_TIME_US G_GINT64_CONSTANT (253402300799000000) /* the end of the year 9999 */

gboolean
cs_json_dup_words (JsonObject *object, const char *name, char **text)
{
  char *value = cs_json_dup_member (object, name);

  if (value == NULL)
    return FALSE;

  g_free (*text);
  *text = value;

  return TRUE;
}

gboolean
cs_json_get_time (JsonObject *object, const char *name, gint64 *time_us)
{
  guint64 value;

  if (!cs_json_get_member_uint (object, name, MAX_TIME_US, &value))
    return FALSE;

  *time_us = value;

  return TRUE;
}

static void
add_time (JsonBuilder *json, gint64 time_us)
{
  cs_json_add_int (json, "made_us", CLAMP (time_us, 0, MAX_TIME_US));
}

/* --- answers --- */

void
cs_json_add_answer (JsonBuilder *json, const CsAnswer *answer)
{
  json_builder_begin_object (json);
  cs_json_add_words (json, "item", answer->item);
  cs_json_add_words (json, "checklist", answer->checklist);
  cs_json_add_words (json, "verdict", cs_verdict_get_name (answer->verdict));
  cs_json_add_words (json, "text", answer->text);
  cs_json_add_words (json, "author", answer->author);
  add_time (json, answer->made_us);
  cs_json_add_words (json, "text_sha256", answer->text_sha256);
  cs_json_add_words (json, "evidence_sum", answer->evidence_sum);
  json_builder_end_object (json);
}

CsAnswer *
cs_json_dup_answer (JsonObject *object)
{
  g_autoptr (CsAnswer) answer = cs_answer_new ();
  g_autofree char *verdict = cs_json_dup_member (object, "verdict");

  if (!cs_verdict_from_name (verdict, &answer->verdict) ||
      !cs_json_dup_words (object, "item", &answer->item) ||
      !cs_json_dup_words (object, "checklist", &answer->checklist) ||
      !cs_json_dup_words (object, "text", &answer->text) ||
      !cs_json_dup_words (object, "author", &answer->author) ||
      !cs_json_get_time (object, "made_us", &answer->made_us) ||
      !cs_json_dup_words (object, "text_sha256", &answer->text_sha256) ||
      !cs_json_dup_words (object, "evidence_sum", &answer->evidence_sum))
    return NULL;

  return g_steal_pointer (&answer);
}

/* --- signatures --- */

void
cs_json_add_signature (JsonBuilder *json, const CsSignature *signature)
{
  json_builder_begin_object (json);
  cs_json_add_words (json, "role", cs_signature_role_get_name (signature->role));
  cs_json_add_words (json, "author", signature->author);
  add_time (json, signature->made_us);
  cs_json_add_words (json, "text_sha256", signature->text_sha256);
  cs_json_add_words (json, "record_sha256", signature->record_sha256);
  json_builder_end_object (json);
}

CsSignature *
cs_json_dup_signature (JsonObject *object)
{
  g_autoptr (CsSignature) signature = cs_signature_new ();
  g_autofree char *role = cs_json_dup_member (object, "role");

  if (!cs_signature_role_from_name (role, &signature->role) ||
      !cs_json_dup_words (object, "author", &signature->author) ||
      !cs_json_get_time (object, "made_us", &signature->made_us) ||
      !cs_json_dup_words (object, "text_sha256", &signature->text_sha256) ||
      !cs_json_dup_words (object, "record_sha256", &signature->record_sha256) ||
      *signature->author == '\0')
    return NULL;

  return g_steal_pointer (&signature);
}

/* --- ticks --- */

void
cs_json_add_tick (JsonBuilder *json, const CsFigureTick *tick)
{
  json_builder_begin_object (json);
  cs_json_add_words (json, "figure", tick->figure);
  cs_json_add_words (json, "sha256", tick->sha256);
  json_builder_set_member_name (json, "signs");
  json_builder_begin_array (json);
  for (guint i = 0; tick->signs != NULL && tick->signs[i] != NULL; i++)
    json_builder_add_string_value (json, tick->signs[i]);
  json_builder_end_array (json);
  cs_json_add_words (json, "author", tick->author);
  add_time (json, tick->made_us);
  json_builder_end_object (json);
}

CsFigureTick *
cs_json_dup_tick (JsonObject *object)
{
  g_autoptr (CsFigureTick) tick = g_new0 (CsFigureTick, 1);

  tick->signs = cs_json_dup_member_strings (object, "signs");
  if (!cs_json_dup_words (object, "figure", &tick->figure) ||
      !cs_json_dup_words (object, "sha256", &tick->sha256) ||
      !cs_json_dup_words (object, "author", &tick->author) ||
      !cs_json_get_time (object, "made_us", &tick->made_us))
    return NULL;

  return g_steal_pointer (&tick);
}
