#pragma once

#include "cs-list.h"

G_BEGIN_DECLS

/* What the writers of lists share; for nobody else. */

/* --- cs-list-columns.c --- */

/* A column of a spreadsheet. @width: in characters. @is_number: digits, to be sorted as such. */
typedef struct
{
  const char *title; /* to be translated */
  guint width;
  gboolean is_number;
  char *(*dup) (const CsListEntry *entry);
} CsListColumn;

#define CS_N_LIST_COLUMNS 19

extern const CsListColumn cs_list_columns[CS_N_LIST_COLUMNS];

/* Returns: (transfer full): @text on one line, without what acts instead of being seen. */
char *cs_list_dup_line (const char *text);

/* --- formats that are text --- */

/* Citation keys that were given, so that each is given once. */
typedef GHashTable CsListKeys;

void cs_list_csv_begin (GString *out, const CsListHead *head);
void cs_list_csv_add (GString *out, const CsListEntry *entry, CsListKeys *keys);

void cs_list_bibtex_begin (GString *out, const CsListHead *head);
void cs_list_bibtex_add (GString *out, const CsListEntry *entry, CsListKeys *keys);

void cs_list_ris_begin (GString *out, const CsListHead *head);
void cs_list_ris_add (GString *out, const CsListEntry *entry, CsListKeys *keys);

/* --- the workbook --- */

typedef struct _CsListBook CsListBook;

/* @path: where to; @head: lives as long. Returns: (transfer full) (nullable). */
CsListBook *cs_list_book_new (const CsListHead *head, const char *path, GError **error);

gboolean cs_list_book_add (CsListBook *book, const CsListEntry *entry, GError **error);

gboolean cs_list_book_end (CsListBook *book, GError **error);

void cs_list_book_free (CsListBook *book);

G_END_DECLS
