#include "cs-unit.h"

#include <string.h>

#include "../language/cs-scan.h"

#define MAX_NAMES 16

/* What a unit measures. Units that the table does not have (N·m, mg/mL) get numbers behind these,
 * made of their letters. */
typedef enum
{
  NOTHING,
  SHARE,
  PARTS,
  LENGTH,
  TIME,
  MASS,
  TEMPERATURE,
  KELVIN,
  PRESSURE,
  VOLTAGE,
  CURRENT,
  CHARGE,
  ENERGY,
  POWER,
  FREQUENCY,
  RESISTANCE,
  CAPACITY,
  ANGLE,
  VOLUME,
  FORCE,
  AMOUNT,
  CONCENTRATION,
  SPEED,
  LEVEL,
  BASES,
  DALTON,
  ACTIVITY,
  HARDNESS,
  MESH,
  BYTES,
  TIMES
} Dimension;

typedef struct
{
  Dimension dimension;
  double factor; /* to the base unit */
  const char *names[MAX_NAMES];
} Unit;

static const Unit units[] = {
  { SHARE, 1, { "wt%", "wt.%", "wt. %", "wt %", "weight percent", "weight %", "%" } },
  { SHARE, 1, { "mol%", "mol %", "mole percent", "vol%", "vol %", "at%" } },
  { SHARE, 1, { "percent", "per cent" } },
  { SHARE, 0.1, { "‰" } },
  { SHARE, 1e-4, { "ppm" } },
  { SHARE, 1e-7, { "ppb" } },
  { PARTS, 1, { "重量份", "质量份", "份", "parts", "phr", "part" } },
  { LENGTH, 1e-9, { "nm", "nanomet", "纳米" } },
  { LENGTH, 1e-6, { "μm", "µm", "um", "micron", "micromet", "微米" } },
  { LENGTH, 1e-3, { "mm", "millimet", "毫米" } },
  { LENGTH, 1e-2, { "cm", "centimet", "厘米" } },
  { LENGTH, 0.1, { "dm" } },
  { LENGTH, 1e3, { "km", "千米", "公里" } },
  { LENGTH, 1, { "meter", "metre", "m", "米" } },
  { LENGTH, 1e-10, { "Å" } },
  { LENGTH, 0.0254, { "inch", "英寸" } },
  { TIME, 1e-3, { "ms", "毫秒", "milliseconds" } },
  { TIME, 1e-6, { "μs", "µs", "us", "微秒" } },
  { TIME, 1e-9, { "ns", "纳秒" } },
  { TIME, 1, { "seconds", "second", "sec", "秒", "s" } },
  { TIME, 60, { "minutes", "minute", "mins", "min", "分钟" } },
  { TIME, 3600, { "hours", "hour", "hrs", "小时", "h" } },
  { TIME, 86400, { "days", "day", "天" } },
  { MASS, 1, { "kg", "千克", "公斤" } },
  { MASS, 1e-6, { "mg", "毫克" } },
  { MASS, 1e-9, { "μg", "µg", "ug", "微克" } },
  { MASS, 1e-12, { "ng" } },
  { MASS, 1e-3, { "grams", "gram", "g", "克" } },
  { MASS, 1e3, { "吨", "ton" } },
  { TEMPERATURE, 1, { "℃", "°C", "° C.", "° C", "°c", "摄氏度" } },
  { TEMPERATURE, 1, { "degree celsius", "degrees celsius", "degrees C", "deg C" } },
  { KELVIN, 1, { "K" } },
  { PRESSURE, 1e6, { "MPa", "兆帕" } },
  { PRESSURE, 1e3, { "kPa", "KPa", "千帕" } },
  { PRESSURE, 1e9, { "GPa" } },
  { PRESSURE, 100, { "hPa", "mbar" } },
  { PRESSURE, 1, { "Pa", "帕" } },
  { PRESSURE, 1e5, { "bar" } },
  { VOLTAGE, 1e-3, { "mV" } },
  { VOLTAGE, 1e3, { "kV", "KV" } },
  { VOLTAGE, 1, { "volts", "volt", "V", "伏" } },
  { CHARGE, 1, { "mAh" } },
  { CURRENT, 1e-3, { "mA" } },
  { CURRENT, 1e-6, { "μA", "µA" } },
  { CURRENT, 1, { "A", "安培" } },
  { ENERGY, 3.6e6, { "kWh" } },
  { POWER, 1e-3, { "mW" } },
  { POWER, 1e3, { "kW", "KW" } },
  { POWER, 1e6, { "MW" } },
  { POWER, 1, { "watts", "W", "瓦" } },
  { FREQUENCY, 1e3, { "kHz", "KHz" } },
  { FREQUENCY, 1e6, { "MHz" } },
  { FREQUENCY, 1e9, { "GHz" } },
  { FREQUENCY, 1, { "Hz", "赫兹" } },
  { RESISTANCE, 1e3, { "kΩ" } },
  { RESISTANCE, 1e6, { "MΩ" } },
  { RESISTANCE, 1e-3, { "mΩ" } },
  { RESISTANCE, 1, { "Ω", "ohms", "ohm", "欧姆" } },
  { CAPACITY, 1e-12, { "pF" } },
  { CAPACITY, 1e-9, { "nF" } },
  { CAPACITY, 1e-6, { "μF", "uF" } },
  { ANGLE, 1, { "degrees", "degree", "°", "度" } },
  { VOLUME, 1e-3, { "mL", "ml", "毫升" } },
  { VOLUME, 1e-6, { "μL", "μl", "µl" } },
  { VOLUME, 1, { "liters", "liter", "litre", "升", "L", "l" } },
  { FORCE, 1e3, { "kN" } },
  { FORCE, 1e-3, { "mN" } },
  { FORCE, 1, { "N", "牛" } },
  { AMOUNT, 1e-3, { "mmol" } },
  { AMOUNT, 1, { "mol" } },
  { CONCENTRATION, 1e-3, { "mM" } },
  { CONCENTRATION, 1e-6, { "μM", "µM" } },
  { CONCENTRATION, 1e-9, { "nM" } },
  { CONCENTRATION, 1, { "M" } },
  { ENERGY, 1e3, { "kJ" } },
  { ENERGY, 1e-3, { "mJ" } },
  { ENERGY, 1, { "J" } },
  { LEVEL, 1, { "dB" } },
  { BASES, 1, { "bp" } },
  { BASES, 1e3, { "kb" } },
  { DALTON, 1, { "Da" } },
  { DALTON, 1e3, { "kDa" } },
  { ACTIVITY, 1, { "IU", "U" } },
  { HARDNESS, 1, { "HA", "HD", "HRC" } },
  { MESH, 1, { "mesh", "目" } },
  { BYTES, 1, { "bytes", "byte", "B" } },
  { BYTES, 1e3, { "KB", "kB" } },
  { BYTES, 1e6, { "MB" } },
  { BYTES, 1e9, { "GB" } },
  { TIMES, 1, { "倍" } },
  { SPEED, 1, { "rpm", "r/min", "转/分" } },
};

static gboolean
is_latin (char c)
{
  return g_ascii_isalpha (c);
}

/* Bytes of @name at @at, with an ending of its own when it is a word: meters, metres; 0 when
 * another word stands there. */
static gsize
name_length (const char *text, gsize at, const char *name)
{
  gsize length = strlen (name);
  gboolean word = length > 3 && is_latin (name[length - 1]) && g_ascii_islower (name[0]);

  if (strncmp (text + at, name, length) != 0)
    return 0;
  while (word && is_latin (text[at + length]))
    length++;
  if (is_latin (text[at + length - 1]) && is_latin (text[at + length]))
    return 0;

  return length;
}

/* Names of units, those with the same first byte in a row: behind most figures none stands. */
typedef struct
{
  struct
  {
    const Unit *unit;
    const char *name;
  } names[G_N_ELEMENTS (units) * MAX_NAMES];
  guint first[257]; /* by first byte: where its row begins; the next one's is its end */
} NameIndex;

static NameIndex *
index_names (void)
{
  NameIndex *index = g_new0 (NameIndex, 1);
  guint n_names = 0;

  for (guint byte = 0; byte < 256; byte++)
    {
      index->first[byte] = n_names;
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        for (guint n = 0; n < MAX_NAMES && units[i].names[n] != NULL; n++)
          if ((guchar)units[i].names[n][0] == byte)
            {
              index->names[n_names].unit = &units[i];
              index->names[n_names++].name = units[i].names[n];
            }
    }
  index->first[256] = n_names;

  return index;
}

static const NameIndex *
get_name_index (void)
{
  static gsize index;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, (gsize)index_names ());

  return (const NameIndex *)index;
}

/* Bytes of the longest unit at @at; 0 when there is none. */
static gsize
find_unit (const char *text, gsize at, const Unit **unit)
{
  const NameIndex *index = get_name_index ();
  guchar byte = text[at];
  gsize longest = 0;

  for (guint i = index->first[byte]; i < index->first[byte + 1]; i++)
    {
      gsize length = name_length (text, at, index->names[i].name);

      if (length <= longest)
        continue;
      longest = length;
      *unit = index->names[i].unit;
    }

  return longest;
}

/* "/mL", "·m", "²": more of the unit, from @at on. Returns: its bytes */
static gsize
more_of_unit (const char *text, gsize at)
{
  static const char *const signs[] = { "/", "·", "²", "³", "^", "•", NULL };
  gsize length = 0;
  gsize next;

  while ((next = cs_scan_any (text, at + length, signs)) > 0)
    {
      const Unit *unit;

      length += next;
      next = find_unit (text, at + length, &unit);
      while (next == 0 && is_latin (text[at + length]))
        length++;
      length += next;
    }

  return length;
}

gsize
cs_unit_scan (const char *text, gsize at, CsUnitScale *scale)
{
  const Unit *unit = NULL;
  gsize length = find_unit (text, at, &unit);
  gsize more = length > 0 ? more_of_unit (text, at + length) : 0;

  if (length == 0)
    return 0;
  scale->dimension = unit->dimension;
  scale->factor = unit->factor;
  if (more > 0)
    {
      g_autofree char *name = g_strndup (text + at, length + more);

      scale->dimension = MAX (g_str_hash (name), CS_UNIT_COMPOUND);
      scale->factor = 1;
    }

  return length + more;
}
