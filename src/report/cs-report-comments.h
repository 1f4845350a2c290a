#pragma once

#include "../exam/cs-exam.h"
#include "../formats/cs-writer.h"

G_BEGIN_DECLS

/**
 * CsCommentsOptions:
 * @language: "zh" or "en": the words of the comments, whatever the language of the draft
 * @made_us: when they are made, µs since 1970 UTC
 *
 * How findings are put into comments.
 */
typedef struct
{
  const char *language;
  gint64 made_us;
} CsCommentsOptions;

/**
 * cs_report_comments_new:
 * @result: an examination
 * @options: how
 *
 * Puts each defect into words once, however many offices see it: what is wrong, the item and its
 * clause, why, the path of claims, how it may be mended, what was decided of it. What was waived is
 * left out; so are findings that tell of comments of people. A fault throughout is one comment at
 * its first place, which lists the others. None is longer than a few hundred characters. Thread:
 * any.
 *
 * Returns: (transfer full) (element-type CsDocxComment): in the order of the text
 */
GArray *cs_report_comments_new (CsExamResult *result,
                                const CsCommentsOptions *options);

/**
 * CsCommentsJob:
 * @result: an examination
 * @options: how
 * @source: (nullable): a Word file of the user's that has the text; %NULL to comment the manuscript
 *   as this program writes it
 * @layout: of that manuscript; %CS_OFFICE_UNKNOWN for that of the draft's office
 * @load_image: (nullable): gives the pictures of that manuscript
 * @image_data: for @load_image
 * @cancellable: (nullable): to stop it
 *
 * Findings to be written into a Word file.
 */
typedef struct
{
  CsExamResult *result;
  CsCommentsOptions options;
  GBytes *source;
  CsOffice layout;
  CsLoadImageFunc load_image;
  gpointer image_data;
  GCancellable *cancellable;
} CsCommentsJob;

/**
 * cs_report_comments_write:
 * @job: what to write
 * @n_comments: (out) (optional): how many comments there are
 * @error: as cs_docx_open(), cs_docx_read() and cs_writer_write()
 *
 * Writes a Word file with the findings as comments at their words. The examined text may be older
 * or younger than the file: a comment goes to the claim or paragraph with the same words, else to
 * the one in the same place. Thread: any but the main one.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *cs_report_comments_write (const CsCommentsJob *job,
                                  guint *n_comments,
                                  GError **error);

G_END_DECLS
