#include "cs-formula-private.h"

/* What signs are: how they stand between others, which are fences, which are accents. */

/* Characters from @first to @last. */
typedef struct
{
  gunichar first;
  gunichar last;
  CsSignClass class;
} SignRange;

/* Sorted. Source: MathML 3.0, appendix C (operator dictionary); TeX's plain format. U+F603 and
 * U+F604 are the bars of one vendor's fonts, met in documents of USPTO. */
static const SignRange ranges[] = {
  { '(', '(', CS_SIGN_OPEN },
  { ')', ')', CS_SIGN_CLOSE },
  { '*', '+', CS_SIGN_BINARY },
  { ',', ',', CS_SIGN_PUNCTUATION },
  { '-', '-', CS_SIGN_BINARY },
  { ':', ':', CS_SIGN_RELATION },
  { ';', ';', CS_SIGN_PUNCTUATION },
  { '<', '>', CS_SIGN_RELATION },
  { '[', '[', CS_SIGN_OPEN },
  { ']', ']', CS_SIGN_CLOSE },
  { '{', '{', CS_SIGN_OPEN },
  { '}', '}', CS_SIGN_CLOSE },
  { 0xb1, 0xb1, CS_SIGN_BINARY },
  { 0xb7, 0xb7, CS_SIGN_BINARY },
  { 0xd7, 0xd7, CS_SIGN_BINARY },
  { 0xf7, 0xf7, CS_SIGN_BINARY },
  { 0x2013, 0x2013, CS_SIGN_BINARY },
  { 0x2022, 0x2022, CS_SIGN_BINARY },
  { 0x2190, 0x21ff, CS_SIGN_RELATION },
  { 0x2208, 0x220d, CS_SIGN_RELATION },
  { 0x220f, 0x2211, CS_SIGN_LARGE },
  { 0x2212, 0x2214, CS_SIGN_BINARY },
  { 0x2216, 0x2219, CS_SIGN_BINARY },
  { 0x221d, 0x221d, CS_SIGN_RELATION },
  { 0x2223, 0x2226, CS_SIGN_RELATION },
  { 0x2227, 0x222a, CS_SIGN_BINARY },
  { 0x222b, 0x2233, CS_SIGN_LARGE },
  { 0x2236, 0x2237, CS_SIGN_RELATION },
  { 0x223c, 0x228b, CS_SIGN_RELATION },
  { 0x228c, 0x228e, CS_SIGN_BINARY },
  { 0x228f, 0x2292, CS_SIGN_RELATION },
  { 0x2293, 0x22a1, CS_SIGN_BINARY },
  { 0x22a2, 0x22b8, CS_SIGN_RELATION },
  { 0x22c0, 0x22c3, CS_SIGN_LARGE },
  { 0x22c4, 0x22c7, CS_SIGN_BINARY },
  { 0x22cd, 0x22cd, CS_SIGN_RELATION },
  { 0x22ce, 0x22cf, CS_SIGN_BINARY },
  { 0x22d0, 0x22d1, CS_SIGN_RELATION },
  { 0x22d6, 0x22ed, CS_SIGN_RELATION },
  { 0x2308, 0x2308, CS_SIGN_OPEN },
  { 0x2309, 0x2309, CS_SIGN_CLOSE },
  { 0x230a, 0x230a, CS_SIGN_OPEN },
  { 0x230b, 0x230b, CS_SIGN_CLOSE },
  { 0x2329, 0x2329, CS_SIGN_OPEN },
  { 0x232a, 0x232a, CS_SIGN_CLOSE },
  { 0x27e6, 0x27e6, CS_SIGN_OPEN },
  { 0x27e7, 0x27e7, CS_SIGN_CLOSE },
  { 0x27e8, 0x27e8, CS_SIGN_OPEN },
  { 0x27e9, 0x27e9, CS_SIGN_CLOSE },
  { 0x27f5, 0x27ff, CS_SIGN_RELATION },
  { 0x2a00, 0x2a1c, CS_SIGN_LARGE },
  { 0x2a3f, 0x2a3f, CS_SIGN_BINARY },
  { 0x2a7d, 0x2ab8, CS_SIGN_RELATION },
  { 0x3001, 0x3001, CS_SIGN_PUNCTUATION },
  { 0x3008, 0x3008, CS_SIGN_OPEN },
  { 0x3009, 0x3009, CS_SIGN_CLOSE },
  { 0xf603, 0xf603, CS_SIGN_OPEN },
  { 0xf604, 0xf604, CS_SIGN_CLOSE },
  { 0xff08, 0xff08, CS_SIGN_OPEN },
  { 0xff09, 0xff09, CS_SIGN_CLOSE },
  { 0xff0b, 0xff0b, CS_SIGN_BINARY },
  { 0xff0c, 0xff0c, CS_SIGN_PUNCTUATION },
  { 0xff1b, 0xff1b, CS_SIGN_PUNCTUATION },
  { 0xff1c, 0xff1e, CS_SIGN_RELATION },
};

CsSignClass
cs_sign_classify (gunichar c)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (ranges);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (c < ranges[middle].first)
        high = middle;
      else if (c > ranges[middle].last)
        low = middle + 1;
      else
        return ranges[middle].class;
    }

  return CS_SIGN_ORDINARY;
}

gboolean
cs_sign_is_bar (gunichar c)
{
  return c == '|' || c == 0x2016;
}

gboolean
cs_sign_is_integral (gunichar c)
{
  return (c >= 0x222b && c <= 0x2233) || (c >= 0x2a0b && c <= 0x2a1c);
}

gunichar
cs_sign_to_fence (gunichar c)
{
  switch (c)
    {
    case 0xf603:
    case 0xf604:
    case 0x2223:
      return '|';
    case 0x2225:
      return 0x2016;
    case 0x2329:
    case 0x3008:
      return 0x27e8;
    case 0x232a:
    case 0x3009:
      return 0x27e9;
    default:
      return c;
    }
}

/* An accent, how it combines, and what else sources write for it. */
typedef struct
{
  gunichar accent;
  gunichar combining;
  gunichar others[8];
} Accent;

static const Accent accents[] = {
  { '^', 0x302, { 0x2c6, 0x2227 } },
  { '~', 0x303, { 0x2dc, 0x223c } },
  { 0xaf, 0x305, { 0x304, 0x203e, 0x2c9, 0x2015, '-', '_', 0x2212, 0x2014 } },
  { 0x2192, 0x20d7, { 0x20d1 } },
  { 0x2190, 0x20d6, { 0x20d0 } },
  { 0x2194, 0x20e1, { 0 } },
  { 0x2d9, 0x307, { '.', 0x22c5, 0xb7 } },
  { 0xa8, 0x308, { 0 } },
  { 0x20db, 0x20db, { 0 } },
  { 0xb4, 0x301, { 0x2ca } },
  { '`', 0x300, { 0x2cb } },
  { 0x2c7, 0x30c, { 0 } },
  { 0x2d8, 0x306, { 0 } },
  { 0x2da, 0x30a, { 0xb0 } },
};

gunichar
cs_sign_to_accent (gunichar c)
{
  if (c == 0)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    {
      if (c == accents[i].accent || c == accents[i].combining)
        return accents[i].accent;
      for (guint j = 0; j < G_N_ELEMENTS (accents[i].others); j++)
        if (c == accents[i].others[j])
          return accents[i].accent;
    }

  return 0;
}

gunichar
cs_sign_to_combining (gunichar accent)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accent == accents[i].accent)
      return accents[i].combining;

  return 0;
}

gboolean
cs_sign_is_wide (gunichar c)
{
  return c == '_' || (c >= 0x23b4 && c <= 0x23b5) || (c >= 0x23dc && c <= 0x23e1);
}
