#include <string.h>

#include "cs-docx-number.h"

#define MAX_ROMAN 3999
#define MAX_REPEATS 30 /* letters of "aaa", where Word counts on after z */

static void
append_decimal (GString *text, int number)
{
  g_string_append_printf (text, "%d", number);
}

static void
append_zero (GString *text, int number)
{
  g_string_append_printf (text, "%02d", number);
}

static void
append_roman (GString *text, int number)
{
  static const struct
  {
    int value;
    const char *letters;
  } romans[] = {
    { 1000, "m" },
    { 900, "cm" },
    { 500, "d" },
    { 400, "cd" },
    { 100, "c" },
    { 90, "xc" },
    { 50, "l" },
    { 40, "xl" },
    { 10, "x" },
    { 9, "ix" },
    { 5, "v" },
    { 4, "iv" },
    { 1, "i" },
  };

  if (number < 1 || number > MAX_ROMAN)
    {
      append_decimal (text, number);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    for (; number >= romans[i].value; number -= romans[i].value)
      g_string_append (text, romans[i].letters);
}

/* a ... z, aa, bb ... */
static void
append_letter (GString *text, int number)
{
  int repeats = (number - 1) / 26 + 1;

  if (number < 1 || repeats > MAX_REPEATS)
    {
      append_decimal (text, number);
      return;
    }
  while (repeats-- > 0)
    g_string_append_c (text, 'a' + (number - 1) % 26);
}

static void
append_upper (GString *text, int number, void (*append) (GString *text, int number))
{
  gsize start = text->len;

  append (text, number);
  for (gsize i = start; i < text->len; i++)
    text->str[i] = g_ascii_toupper (text->str[i]);
}

static void
append_upper_roman (GString *text, int number)
{
  append_upper (text, number, append_roman);
}

static void
append_upper_letter (GString *text, int number)
{
  append_upper (text, number, append_letter);
}

static void
append_ordinal (GString *text, int number)
{
  static const char *const ends[] = { "th", "st", "nd", "rd" };
  int last = number % 10;
  gboolean is_teen = number / 10 % 10 == 1;

  g_string_append_printf (text, "%d%s", number,
                          ends[last >= 1 && last <= 3 && !is_teen ? last : 0]);
}

/* --- Chinese --- */

static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const legal_digits[] = { "零", "壹", "贰", "叁", "肆",
                                            "伍", "陆", "柒", "捌", "玖" };
static const char *const units[] = { "", "十", "百", "千" };
static const char *const legal_units[] = { "", "拾", "佰", "仟" };

/* Each decimal digit by the letter of @letters. */
static void
append_digits (GString *text, int number, const char *const *letters)
{
  g_autofree char *decimal = g_strdup_printf ("%d", ABS (number));

  for (const char *at = decimal; *at != '\0'; at++)
    g_string_append (text, letters[g_ascii_digit_value (*at)]);
}

static void
append_ideographs (GString *text, int number)
{
  append_digits (text, number, digits);
}

/* 一百零一: below ten thousand with units. @bare_one: 十 and 百 without 一 before them. */
static void
append_units (GString *text,
              int number,
              const char *const *letters,
              const char *const *names,
              gboolean bare_one)
{
  gboolean has_gap = FALSE;
  gsize start = text->len;
  int weight = 1000;

  for (int i = 3; i >= 0; i--, weight /= 10)
    {
      int digit = number / weight % 10;
      gboolean is_bare = digit == 1 && i > 0 && (bare_one || (i == 1 && text->len == start));

      if (digit == 0)
        {
          has_gap = text->len > start;
          continue;
        }
      if (has_gap && !bare_one)
        g_string_append (text, "零");
      has_gap = FALSE;
      if (!is_bare)
        g_string_append (text, letters[digit]);
      g_string_append (text, names[i]);
    }
}

/* 一 to 九十九, from there digit by digit. */
static void
append_chinese (GString *text, int number)
{
  if (number < 1 || number > 99)
    append_digits (text, number, digits);
  else
    append_units (text, number, digits, units, FALSE);
}

static void
append_chinese_thousand (GString *text, int number)
{
  if (number < 1 || number > 9999)
    append_digits (text, number, digits);
  else
    append_units (text, number, digits, units, FALSE);
}

static void
append_legal (GString *text, int number)
{
  if (number < 1 || number > 9999)
    append_digits (text, number, legal_digits);
  else
    append_units (text, number, legal_digits, legal_units, FALSE);
}

static void
append_japanese (GString *text, int number)
{
  if (number < 1 || number > 9999)
    append_digits (text, number, digits);
  else
    append_units (text, number, digits, units, TRUE);
}

/* --- signs that stand one after another in Unicode --- */

typedef struct
{
  gunichar first;
  int n_signs;
} Signs;

/* Decimal beyond the last sign. */
static void
append_sign (GString *text, int number, Signs signs)
{
  if (number < 1 || number > signs.n_signs)
    append_decimal (text, number);
  else
    g_string_append_unichar (text, signs.first + number - 1);
}

static void
append_circled (GString *text, int number)
{
  append_sign (text, number, (Signs){ 0x2460, 20 });
}

static void
append_bracketed (GString *text, int number)
{
  append_sign (text, number, (Signs){ 0x2474, 20 });
}

static void
append_stopped (GString *text, int number)
{
  append_sign (text, number, (Signs){ 0x2488, 20 });
}

static void
append_circled_ideograph (GString *text, int number)
{
  append_sign (text, number, (Signs){ 0x3280, 10 });
}

static void
append_letter_of (GString *text, int number, const char *letters)
{
  if (number < 1 || number > g_utf8_strlen (letters, -1))
    append_decimal (text, number);
  else
    g_string_append_unichar (text,
                             g_utf8_get_char (g_utf8_offset_to_pointer (letters, number - 1)));
}

static void
append_stem (GString *text, int number)
{
  append_letter_of (text, number, "甲乙丙丁戊己庚辛壬癸");
}

static void
append_branch (GString *text, int number)
{
  append_letter_of (text, number, "子丑寅卯辰巳午未申酉戌亥");
}

static void
append_full_width (GString *text, int number)
{
  g_autofree char *decimal = g_strdup_printf ("%d", ABS (number));

  for (const char *at = decimal; *at != '\0'; at++)
    g_string_append_unichar (text, 0xff10 + g_ascii_digit_value (*at));
}

static void
append_dashed (GString *text, int number)
{
  g_string_append_printf (text, "- %d -", number);
}

static void
append_hexadecimal (GString *text, int number)
{
  g_string_append_printf (text, "%X", (guint)number);
}

static void
append_nothing (GString *text G_GNUC_UNUSED, int number G_GNUC_UNUSED)
{
}

typedef struct
{
  const char *name;
  void (*append) (GString *text, int number);
} NumberFormat;

static const NumberFormat formats[] = {
  { "decimal", append_decimal },
  { "decimalZero", append_zero },
  { "upperRoman", append_upper_roman },
  { "lowerRoman", append_roman },
  { "upperLetter", append_upper_letter },
  { "lowerLetter", append_letter },
  { "ordinal", append_ordinal },
  { "chineseCounting", append_chinese },
  { "taiwaneseCounting", append_chinese },
  { "chineseCountingThousand", append_chinese_thousand },
  { "taiwaneseCountingThousand", append_chinese_thousand },
  { "chineseLegalSimplified", append_legal },
  { "japaneseCounting", append_japanese },
  { "japaneseDigitalTenThousand", append_ideographs },
  { "ideographDigital", append_ideographs },
  { "taiwaneseDigital", append_ideographs },
  { "koreanDigital2", append_ideographs },
  { "ideographTraditional", append_stem },
  { "ideographZodiac", append_branch },
  { "ideographEnclosedCircle", append_circled_ideograph },
  { "decimalEnclosedCircle", append_circled },
  { "decimalEnclosedCircleChinese", append_circled },
  { "decimalEnclosedParen", append_bracketed },
  { "decimalEnclosedFullstop", append_stopped },
  { "decimalFullWidth", append_full_width },
  { "decimalFullWidth2", append_full_width },
  { "numberInDash", append_dashed },
  { "hex", append_hexadecimal },
  { "none", append_nothing },
};

/* "0001, 0002, 0003, ...": as many digits as its first number has. */
static void
append_custom (GString *text, int number, const char *custom)
{
  int n_digits = strspn (custom, "0123456789");

  g_string_append_printf (text, "%0*d", CLAMP (n_digits, 1, 9), number);
}

void
cs_docx_number_append (GString *text, int number, const char *format, const char *custom)
{
  if (custom != NULL && strcmp (format, "custom") == 0)
    {
      append_custom (text, number, custom);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, format) == 0)
      {
        formats[i].append (text, number);
        return;
      }

  append_decimal (text, number);
}
