#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-heading.h"

#define MAX_KEY_BYTES 64      /* of any name below */
#define MAX_HEADING_BYTES 240 /* no heading is longer; spares long paragraphs the work */

typedef struct
{
  const char *name; /* folded, lower case, without spaces */
  CsHeading heading;
  gboolean standard;
} HeadingName;

/* Names people give to parts and sections. Chinese: Rules (2023) r. 20(2) asks for the five
 * standard ones. English: 37 CFR 1.77(b) suggests a list, so usual variants count as standard. */
static const HeadingName heading_names[] = {
  { "发明名称", CS_HEADING_TITLE, TRUE },
  { "实用新型名称", CS_HEADING_TITLE, TRUE },
  { "名称", CS_HEADING_TITLE, FALSE },
  { "titleoftheinvention", CS_HEADING_TITLE, TRUE },
  { "title", CS_HEADING_TITLE, TRUE },
  { "说明书摘要", CS_HEADING_ABSTRACT, TRUE },
  { "摘要", CS_HEADING_ABSTRACT, TRUE },
  { "abstract", CS_HEADING_ABSTRACT, TRUE },
  { "abstractofthedisclosure", CS_HEADING_ABSTRACT, TRUE },
  { "摘要附图", CS_HEADING_ABSTRACT_FIGURE, TRUE },
  { "权利要求书", CS_HEADING_CLAIMS, TRUE },
  { "权利要求", CS_HEADING_CLAIMS, FALSE },
  { "claims", CS_HEADING_CLAIMS, TRUE },
  { "whatisclaimedis", CS_HEADING_CLAIMS, TRUE },
  { "whatisclaimed", CS_HEADING_CLAIMS, TRUE },
  { "iclaim", CS_HEADING_CLAIMS, TRUE },
  { "weclaim", CS_HEADING_CLAIMS, TRUE },
  { "theinventionclaimedis", CS_HEADING_CLAIMS, TRUE },
  { "说明书", CS_HEADING_DESCRIPTION, TRUE },
  { "description", CS_HEADING_DESCRIPTION, TRUE },
  { "specification", CS_HEADING_DESCRIPTION, TRUE },
  { "说明书附图", CS_HEADING_DRAWINGS, TRUE },
  { "附图", CS_HEADING_DRAWINGS, FALSE },
  { "drawings", CS_HEADING_DRAWINGS, TRUE },

  { "crossreferencetorelatedapplications", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "crossreferencetorelatedapplication", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "crossreferencetorelatedpatentapplications", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "crossreferencestorelatedapplications", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "relatedapplications", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "relatedapplication", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "priorityclaim", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "statementofpriority", CS_HEADING_CROSS_REFERENCE, TRUE },
  { "statementregardingfederallysponsoredresearchordevelopment",
    CS_HEADING_FEDERAL_RESEARCH, TRUE },
  { "federallysponsoredresearchordevelopment", CS_HEADING_FEDERAL_RESEARCH, TRUE },
  { "statementregardingfederallysponsoredresearch", CS_HEADING_FEDERAL_RESEARCH, TRUE },
  { "governmentrights", CS_HEADING_FEDERAL_RESEARCH, TRUE },
  { "governmentinterest", CS_HEADING_FEDERAL_RESEARCH, TRUE },
  { "namesofthepartiestoajointresearchagreement", CS_HEADING_JOINT_RESEARCH, TRUE },
  { "jointresearchagreement", CS_HEADING_JOINT_RESEARCH, TRUE },
  { "referencetosequencelisting", CS_HEADING_SEQUENCE_REFERENCE, TRUE },

  { "技术领域", CS_HEADING_FIELD, TRUE },
  { "所属技术领域", CS_HEADING_FIELD, FALSE },
  { "发明领域", CS_HEADING_FIELD, FALSE },
  { "technicalfield", CS_HEADING_FIELD, TRUE },
  { "technicalfieldoftheinvention", CS_HEADING_FIELD, TRUE },
  { "technicalfieldofinvention", CS_HEADING_FIELD, TRUE },
  { "field", CS_HEADING_FIELD, TRUE },
  { "fieldoftheinvention", CS_HEADING_FIELD, TRUE },
  { "fieldofinvention", CS_HEADING_FIELD, TRUE },
  { "fieldofthedisclosure", CS_HEADING_FIELD, TRUE },
  { "fieldofthepresentinvention", CS_HEADING_FIELD, TRUE },

  { "背景技术", CS_HEADING_BACKGROUND, TRUE },
  { "技术背景", CS_HEADING_BACKGROUND, FALSE },
  { "发明背景", CS_HEADING_BACKGROUND, FALSE },
  { "现有技术", CS_HEADING_BACKGROUND, FALSE },
  { "background", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundart", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundoftheinvention", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundtotheinvention", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundofinvention", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundofthedisclosure", CS_HEADING_BACKGROUND, TRUE },
  { "backgroundinformation", CS_HEADING_BACKGROUND, TRUE },
  { "descriptionoftherelatedart", CS_HEADING_BACKGROUND, TRUE },
  { "descriptionofrelatedart", CS_HEADING_BACKGROUND, TRUE },
  { "relatedart", CS_HEADING_BACKGROUND, TRUE },
  { "priorart", CS_HEADING_BACKGROUND, TRUE },
  { "descriptionofthepriorart", CS_HEADING_BACKGROUND, TRUE },

  { "发明内容", CS_HEADING_SUMMARY, TRUE },
  { "实用新型内容", CS_HEADING_SUMMARY, TRUE },
  { "发明概述", CS_HEADING_SUMMARY, FALSE },
  { "本发明的内容", CS_HEADING_SUMMARY, FALSE },
  { "发明的内容", CS_HEADING_SUMMARY, FALSE },
  { "内容", CS_HEADING_SUMMARY, FALSE },
  { "summary", CS_HEADING_SUMMARY, TRUE },
  { "briefsummary", CS_HEADING_SUMMARY, TRUE },
  { "summaryoftheinvention", CS_HEADING_SUMMARY, TRUE },
  { "summaryofinvention", CS_HEADING_SUMMARY, TRUE },
  { "summaryofthedisclosure", CS_HEADING_SUMMARY, TRUE },
  { "briefsummaryoftheinvention", CS_HEADING_SUMMARY, TRUE },
  { "briefsummaryofthedisclosure", CS_HEADING_SUMMARY, TRUE },
  { "disclosure", CS_HEADING_SUMMARY, TRUE },
  { "disclosureoftheinvention", CS_HEADING_SUMMARY, TRUE },
  { "disclosureofinvention", CS_HEADING_SUMMARY, TRUE },
  { "briefdescriptionoftheinvention", CS_HEADING_SUMMARY, TRUE },

  { "附图说明", CS_HEADING_FIGURES, TRUE },
  { "附图的简要说明", CS_HEADING_FIGURES, FALSE },
  { "附图简要说明", CS_HEADING_FIGURES, FALSE },
  { "附图简述", CS_HEADING_FIGURES, FALSE },
  { "附图概述", CS_HEADING_FIGURES, FALSE },
  { "briefdescriptionofthedrawings", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionofthedrawing", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionofdrawings", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionofthefigures", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionoffigures", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionoftheseveralviewsofthedrawings", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionoftheseveralviewsofthedrawing", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionofseveralviewsofthedrawings", CS_HEADING_FIGURES, TRUE },
  { "descriptionofthedrawings", CS_HEADING_FIGURES, TRUE },
  { "descriptionofdrawings", CS_HEADING_FIGURES, TRUE },
  { "descriptionofthefigures", CS_HEADING_FIGURES, TRUE },
  { "briefdescriptionofthedrawingsandfigures", CS_HEADING_FIGURES, TRUE },

  { "附图标记说明", CS_HEADING_SIGNS, TRUE },
  { "附图标记", CS_HEADING_SIGNS, TRUE },
  { "附图标号说明", CS_HEADING_SIGNS, TRUE },
  { "附图标记列表", CS_HEADING_SIGNS, TRUE },
  { "标号说明", CS_HEADING_SIGNS, TRUE },
  { "符号说明", CS_HEADING_SIGNS, TRUE },
  { "主要元件符号说明", CS_HEADING_SIGNS, TRUE },
  { "referencesigns", CS_HEADING_SIGNS, TRUE },
  { "referencesignslist", CS_HEADING_SIGNS, TRUE },
  { "listofreferencesigns", CS_HEADING_SIGNS, TRUE },
  { "listofreferencenumerals", CS_HEADING_SIGNS, TRUE },
  { "referencenumerals", CS_HEADING_SIGNS, TRUE },
  { "descriptionofreferencenumerals", CS_HEADING_SIGNS, TRUE },
  { "descriptionofreferencesigns", CS_HEADING_SIGNS, TRUE },
  { "explanationofreferencenumerals", CS_HEADING_SIGNS, TRUE },
  { "descriptionofthereferencenumerals", CS_HEADING_SIGNS, TRUE },

  { "具体实施方式", CS_HEADING_EMBODIMENTS, TRUE },
  { "具体实施例", CS_HEADING_EMBODIMENTS, FALSE },
  { "具体实施方案", CS_HEADING_EMBODIMENTS, FALSE },
  { "实施方式", CS_HEADING_EMBODIMENTS, FALSE },
  { "实施例", CS_HEADING_EMBODIMENTS, FALSE },
  { "detaileddescription", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionoftheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofthedisclosure", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionoftheembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionoftheembodiment", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofthepreferredembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofthepreferredembodiment", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofpreferredembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofpreferredembodiment", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofthedrawings", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofexemplaryembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionoftheexemplaryembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionofillustrativeembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "detaileddescriptionoftheillustrativeembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionofembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionoftheembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionofthepreferredembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionofthepreferredembodiment", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionofpreferredembodiments", CS_HEADING_EMBODIMENTS, TRUE },
  { "descriptionoftheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "modesforcarryingouttheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "modeforcarryingouttheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "bestmodeforcarryingouttheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "bestmodesforcarryingouttheinvention", CS_HEADING_EMBODIMENTS, TRUE },
  { "industrialapplicability", CS_HEADING_INDUSTRIAL, TRUE },
  { "工业实用性", CS_HEADING_INDUSTRIAL, TRUE },
  { "sequencelisting", CS_HEADING_SEQUENCE_LISTING, TRUE },
  { "序列表", CS_HEADING_SEQUENCE_LISTING, TRUE },
};

static gpointer
index_names (gpointer data)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (heading_names); i++)
    g_hash_table_insert (index, (gpointer)heading_names[i].name, (gpointer)&heading_names[i]);

  return index;
}

/* "一、", "1.", "(2)", "[0001]", "II." at @at. Returns where the words begin. */
static gsize
skip_numbering (const char *text, gsize at)
{
  static const char *const chinese[] = { "一、", "二、", "三、", "四、", "五、", "六、", "七、",
                                         "八、" };
  gsize i = at;

  for (guint n = 0; n < G_N_ELEMENTS (chinese); n++)
    if (g_str_has_prefix (text + at, chinese[n]))
      return at + strlen (chinese[n]);

  while (text[i] != '\0' && strchr ("0123456789ivx[]().", text[i]) != NULL)
    i++;

  /* "field", "I claim": letters alone are no numbering */
  return i > at && strchr ("].)", text[i - 1]) != NULL ? i : at;
}

/* Writes the words of @line without spaces, hyphens, marks of numbering, brackets or a final colon
 * to @key. Returns: whether they are no longer than the longest name */
static gboolean
read_key (const char *line, gsize n_bytes, char key[MAX_KEY_BYTES + 1])
{
  static const char *const dropped[] = { "【", "】", "〔", "〕", "《", "》", "：", "。", NULL };
  g_autoptr (CsFolded) folded = cs_fold (line, n_bytes, CS_FOLD_CASE);
  gsize length = 0;
  gsize at = 0;

  while (folded->text[at] == ' ' || folded->text[at] == '\t')
    at++;
  at = skip_numbering (folded->text, at);
  for (gsize next; at < folded->n_bytes; at = next)
    {
      next = at + g_utf8_skip[(guchar)folded->text[at]];
      if ((guchar)folded->text[at] < 0x80 ?
              strchr (" \t\n-:.,*_#()[]", folded->text[at]) != NULL :
              cs_scan_any (folded->text, at, dropped) > 0)
        continue;
      if (length + (next - at) > MAX_KEY_BYTES)
        return FALSE;
      while (at < next)
        key[length++] = folded->text[at++];
    }
  key[length] = '\0';

  return TRUE;
}

CsHeading
cs_heading_scan (const char *line, gsize n_bytes, gboolean *standard)
{
  static GOnce once = G_ONCE_INIT;
  char key[MAX_KEY_BYTES + 1];
  const HeadingName *found;

  if (n_bytes == 0 || n_bytes > MAX_HEADING_BYTES)
    return CS_HEADING_NONE;

  if (!read_key (line, n_bytes, key))
    return CS_HEADING_NONE;
  found = g_hash_table_lookup (g_once (&once, index_names, NULL), key);
  if (found == NULL)
    return CS_HEADING_NONE;

  if (standard != NULL)
    *standard = found->standard;
  return found->heading;
}

gboolean
cs_heading_is_part (CsHeading heading)
{
  return heading >= CS_HEADING_TITLE && heading <= CS_HEADING_ABSTRACT_FIGURE;
}
