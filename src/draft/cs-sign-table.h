#pragma once

#include "cs-description.h"

G_BEGIN_DECLS

/**
 * cs_sign_table_scan:
 * @text: (array length=n_bytes): UTF-8 text of one paragraph
 * @n_bytes: length of @text in bytes
 * @where: part and index of the paragraph; start and end are filled in
 * @in_table: whether the paragraph stands under a heading of its own for signs (附图标记说明);
 *   otherwise it must say so itself: "图中：", "其中：", "附图标记：", or begin with a sign
 * @signs: (element-type CsSign): where what is found is added
 *
 * Reads "1-壳体；2a4—第八阀门，M1——第一电动机" and "壳体1、叶轮2". Thread: any.
 */
void cs_sign_table_scan (const char *text,
                         gsize n_bytes,
                         CsSpan where,
                         gboolean in_table,
                         GArray *signs);

G_END_DECLS
