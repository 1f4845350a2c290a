#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsHeading:
 *
 * What a heading announces: a part of the application, or a section of the description.
 * Sources: Rules (2023) r. 20(1)-(2); 37 CFR 1.77(b); EPC r. 42(1).
 */
typedef enum
{
  CS_HEADING_NONE,
  /* parts */
  CS_HEADING_TITLE,           /* 发明名称, Title of the invention */
  CS_HEADING_ABSTRACT,        /* 说明书摘要, 摘要, Abstract */
  CS_HEADING_CLAIMS,          /* 权利要求书, Claims, What is claimed is */
  CS_HEADING_DESCRIPTION,     /* 说明书, Description, Specification */
  CS_HEADING_DRAWINGS,        /* 说明书附图, Drawings */
  CS_HEADING_ABSTRACT_FIGURE, /* 摘要附图 */
  /* sections */
  CS_HEADING_CROSS_REFERENCE, /* Cross-reference to related applications */
  CS_HEADING_FEDERAL_RESEARCH,
  CS_HEADING_JOINT_RESEARCH,
  CS_HEADING_SEQUENCE_REFERENCE,
  CS_HEADING_FIELD,       /* 技术领域 */
  CS_HEADING_BACKGROUND,  /* 背景技术 */
  CS_HEADING_SUMMARY,     /* 发明内容, 实用新型内容 */
  CS_HEADING_FIGURES,     /* 附图说明 */
  CS_HEADING_SIGNS,       /* 附图标记说明 */
  CS_HEADING_EMBODIMENTS, /* 具体实施方式, Detailed description */
  CS_HEADING_INDUSTRIAL,  /* Industrial applicability */
  CS_HEADING_SEQUENCE_LISTING,
  CS_HEADING_OTHER
} CsHeading;

/**
 * cs_heading_scan:
 * @line: (array length=n_bytes): UTF-8, one line or paragraph
 * @n_bytes: length of @line in bytes
 * @standard: (out) (optional): whether it reads exactly as the office wants it (技术领域 rather
 *   than 所属技术领域, "DETAILED DESCRIPTION" in any case)
 *
 * Tells what heading a line is. Numbering (一、 1. [0001]), brackets (【】) and a colon at the end
 * are put aside. Only whole lines count: "技术领域" in a sentence is none. Thread: any.
 *
 * Returns: the heading, %CS_HEADING_NONE for running text; never %CS_HEADING_OTHER, which is for
 *   what a format itself marks as a heading
 */
CsHeading cs_heading_scan (const char *line,
                           gsize n_bytes,
                           gboolean *standard);

/** cs_heading_is_part: Returns: whether @heading opens a part of the application */
gboolean cs_heading_is_part (CsHeading heading);

G_END_DECLS
