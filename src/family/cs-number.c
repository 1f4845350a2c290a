#include "cs-number.h"

#include <string.h>

#include "../law/cs-country.h"
#include "../law/cs-number-digit.h"
#include "cs-number-rule.h"
#include "cs-number-text.h"

#define AMBIGUOUS "?"

G_DEFINE_BOXED_TYPE (CsNumber, cs_number, cs_number_ref, cs_number_unref)

/* --- the value --- */

static void
number_clear (gpointer data)
{
  CsNumber *number = data;

  g_free (number->raw);
  g_free (number->country);
  g_free (number->number);
  g_free (number->kind);
  g_free (number->key);
  g_free (number->alias);
  g_free (number->printed);
}

CsNumber *
cs_number_ref (CsNumber *number)
{
  return g_atomic_rc_box_acquire (number);
}

void
cs_number_unref (CsNumber *number)
{
  g_atomic_rc_box_release_full (number, number_clear);
}

const char *
cs_number_get_id (const CsNumber *number)
{
  if (number->key != NULL)
    return number->key;
  return number->alias != NULL ? number->alias : number->raw;
}

gboolean
cs_number_equal (const CsNumber *a, const CsNumber *b)
{
  if ((a->key == NULL) != (b->key == NULL))
    return FALSE;
  return g_str_equal (cs_number_get_id (a), cs_number_get_id (b));
}

CsNumber *
cs_number_restore (const CsNumber *fields)
{
  CsNumber *number = g_atomic_rc_box_new0 (CsNumber);

  *number = *fields;
  number->raw = g_strdup (fields->raw);
  number->country = g_strdup (fields->country);
  number->number = g_strdup (fields->number);
  number->kind = g_strdup (fields->kind);
  number->key = g_strdup (fields->key);
  number->alias = g_strdup (fields->alias);
  number->printed = g_strdup (fields->printed);
  return number;
}

/* --- one rule --- */

static void
set_match (CsNumberMatch *match, const CsNumberText *text)
{
  memset (match, 0, sizeof (*match));
  match->country = text->country;
  match->kind = text->kind;
  match->year = text->date.year;
}

static char
due_digit (const char *way, const char *number)
{
  if (g_str_equal (way, "cn"))
    return cs_number_check_digit_cn (number);
  if (g_str_equal (way, "ep"))
    return cs_number_check_digit_ep (number);
  return '\0';
}

static CsNumberCheck
check_digit (const CsNumberMatch *match)
{
  const CsNumberField *given = &match->fields['c' - 'a'];

  if (given->n_chars == 0 || match->digit == '\0')
    return CS_NUMBER_CHECK_NONE;
  return *given->start == match->digit ? CS_NUMBER_CHECK_OK : CS_NUMBER_CHECK_BAD;
}

/* A kind with "!" holds whatever is given. */
static const char *
choose_kind (const CsNumberRule *rule, const CsNumberText *text)
{
  if (*rule->kind == '!')
    return rule->kind + 1;
  return *text->kind == '\0' ? rule->kind : text->kind;
}

static char *
fill_unless_empty (const char *form, const CsNumberMatch *match)
{
  return *form == '\0' ? NULL : cs_number_pattern_fill (form, match);
}

static char *
dup_key (const CsNumber *number)
{
  return g_strconcat (number->country, ".", number->number, ".", number->kind, NULL);
}

/* Fills in what the rule says; what has several readings gets no key. */
static void
apply_rule (CsNumber *number,
            const CsNumberRule *rule,
            const CsNumberText *text,
            CsNumberMatch *match)
{
  char country[3] = { 0 };

  if (g_str_equal (rule->office, CS_NUMBER_PCT) && match->letters.n_chars == 2)
    {
      memcpy (country, match->letters.start, 2);
      match->country = country;
    }
  match->kind = choose_kind (rule, text);
  number->ambiguous = g_str_equal (rule->number, AMBIGUOUS);
  number->alias = fill_unless_empty (rule->alias, match);
  if (!number->ambiguous)
    {
      g_free (number->kind);
      number->kind = g_strdup (match->kind);
      number->country = g_strdup (match->country);
      number->number = cs_number_pattern_fill (rule->number, match);
      number->key = dup_key (number);
      match->digit = due_digit (rule->check, number->number);
      number->check = check_digit (match);
    }
  number->printed = fill_unless_empty (rule->printed, match);
  if (number->printed == NULL)
    number->printed = g_strdup (number->key);
}

static void
forget (CsNumber *number)
{
  g_clear_pointer (&number->country, g_free);
  g_clear_pointer (&number->number, g_free);
  g_clear_pointer (&number->kind, g_free);
  g_clear_pointer (&number->key, g_free);
  g_clear_pointer (&number->alias, g_free);
  g_clear_pointer (&number->printed, g_free);
  number->check = CS_NUMBER_CHECK_NONE;
  number->ambiguous = FALSE;
}

static gboolean
needs_right_digit (const CsNumberRule *rule)
{
  return g_str_has_prefix (rule->where, "check");
}

/* --- all rules --- */

static char
get_form_letter (CsNumberForm form)
{
  static const char letters[CS_N_NUMBER_FORMS] = { 'd', 'e', 'o', 'o' };

  return letters[form];
}

/* The letters of an international application are of the office that received it. */
static gboolean
names_office (const CsNumberRule *rule, const CsNumberText *text, const CsNumberMatch *match)
{
  char code[3] = { 0 };

  if (!g_str_equal (rule->office, CS_NUMBER_PCT))
    return TRUE;
  if (match->letters.n_chars == 0)
    return *text->country != '\0' && !g_str_equal (text->country, "WO");
  memcpy (code, match->letters.start, 2);
  return cs_country_is_known (code) && !g_str_equal (code, "WO");
}

static gboolean
try_rules (CsNumber *number, const CsNumberText *text, const char *office)
{
  const GPtrArray *rules = cs_number_rules_get (office);
  char letter = get_form_letter (text->form);

  for (guint i = 0; i < rules->len; i++)
    {
      const CsNumberRule *rule = rules->pdata[i];
      CsNumberMatch match;

      set_match (&match, text);
      if (!cs_number_rule_fits (rule, number->role, letter, text->text, &match) ||
          !names_office (rule, text, &match))
        continue;
      apply_rule (number, rule, text, &match);
      if (!needs_right_digit (rule) || number->check == CS_NUMBER_CHECK_OK)
        return TRUE;
      forget (number);
    }
  return FALSE;
}

static gboolean
is_alphanumeric (const char *text)
{
  while (g_ascii_isalnum (*text))
    text++;
  return *text == '\0';
}

/* DOCDB's own form needs no rule. */
static gboolean
take_docdb (CsNumber *number, const CsNumberText *text)
{
  if (text->form != CS_NUMBER_DOCDB || !is_alphanumeric (text->text))
    return FALSE;
  number->country = g_strdup (text->country);
  number->number = g_strdup (text->text);
  number->kind = g_strdup (text->kind);
  number->key = dup_key (number);
  number->printed = g_strdup (number->key);
  return TRUE;
}

static gboolean
may_be_international (const CsNumber *number, const CsNumberText *text)
{
  if (g_str_has_prefix (text->text, "PCT"))
    return TRUE;
  if (number->role == CS_NUMBER_PUBLICATION || *text->country == '\0')
    return FALSE;
  if (g_str_equal (text->country, "WO")) /* epodoc's WO2008US86599 */
    return text->form != CS_NUMBER_DOCDB;
  return *text->kind == 'W';
}

static gboolean
read_with_country (CsNumber *number, const CsNumberText *text)
{
  if (may_be_international (number, text) && try_rules (number, text, CS_NUMBER_PCT))
    return TRUE;
  if (*text->country == '\0')
    return FALSE;
  return try_rules (number, text, text->country) || take_docdb (number, text);
}

/* --- without a country --- */

/* Whether the number reads well as the office of @rule writes it; nothing of it stays. */
static gboolean
fits_office (CsNumber *number,
             const CsNumberText *text,
             const CsNumberRule *rule,
             gboolean is_strict)
{
  CsNumberText with = *text;
  gboolean fits;

  g_strlcpy (with.country, rule->office, sizeof (with.country));
  fits = read_with_country (number, &with);
  if (number->check == CS_NUMBER_CHECK_BAD && (is_strict || needs_right_digit (rule)))
    fits = FALSE;
  forget (number);
  return fits;
}

/* Finds the one office that writes such numbers, strictly with a right check digit. FALSE when
 * there are several. */
static gboolean
find_office (CsNumber *number, const CsNumberText *text, gboolean is_strict, const char **office)
{
  const GPtrArray *rules = cs_number_rules_get (CS_NUMBER_BARE);

  *office = NULL;
  for (guint i = 0; i < rules->len; i++)
    {
      const CsNumberRule *rule = rules->pdata[i];
      CsNumberMatch match;

      set_match (&match, text);
      if (!cs_number_rule_fits (rule, number->role, 'b', text->text, &match) ||
          g_strcmp0 (*office, rule->office) == 0 || !fits_office (number, text, rule, is_strict))
        continue;
      if (*office != NULL)
        return FALSE;
      *office = rule->office;
    }
  return TRUE;
}

static void
read_without_country (CsNumber *number, const CsNumberText *text)
{
  CsNumberText with = *text;
  const char *office;

  number->ambiguous = !find_office (number, text, TRUE, &office) ||
                      (office == NULL && !find_office (number, text, FALSE, &office));
  if (number->ambiguous || office == NULL)
    return;
  g_strlcpy (with.country, office, sizeof (with.country));
  read_with_country (number, &with);
}

CsNumber *
cs_number_read (const CsNumberInput *input)
{
  CsNumber *number = g_atomic_rc_box_new0 (CsNumber);
  const char *raw = input->text == NULL ? "" : input->text;
  CsNumberText text;

  number->raw = g_utf8_validate (raw, -1, NULL) ? g_strdup (raw) : g_utf8_make_valid (raw, -1);
  number->role = input->role;
  number->form = input->form;
  if (cs_number_text_read (input, &text) && !read_with_country (number, &text) &&
      *text.country == '\0')
    read_without_country (number, &text);
  number->date = text.date;
  if (number->kind == NULL)
    number->kind = g_strdup (text.kind);
  if (number->printed == NULL)
    number->printed = g_strdup (number->raw);
  if (number->alias == NULL && input->form == CS_NUMBER_EPODOC && *text.text != '\0')
    number->alias = g_strdup (number->raw);
  return number;
}
