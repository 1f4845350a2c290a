#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CsSignatureRole:
 * @CS_SIGNATURE_SELF_CHECK: who wrote the draft, or is responsible for it, examined it (自检)
 * @CS_SIGNATURE_SECOND_PERSON: another person went over that (复核)
 *
 * As what somebody signs an examination.
 */
typedef enum
{
  CS_SIGNATURE_SELF_CHECK,
  CS_SIGNATURE_SECOND_PERSON,
  CS_N_SIGNATURE_ROLES
} CsSignatureRole;

/**
 * CsSignature:
 * @role: as what
 * @author: who
 * @made_us: when, µs since 1970 UTC
 * @text_sha256: of the text that was examined, as cs_draft_dup_sha256()
 * @record_sha256: of the examination that is signed, see #CsExamRecord
 *
 * That a person stands by an examination as it was kept. Once the text is another one the signature
 * has lapsed; it stays in the record. Immutable.
 */
typedef struct
{
  CsSignatureRole role;
  char *author;
  gint64 made_us;
  char *text_sha256;
  char *record_sha256;
} CsSignature;

#define CS_TYPE_SIGNATURE (cs_signature_get_type ())

GType cs_signature_get_type (void) G_GNUC_CONST;

/** cs_signature_new: Returns: (transfer full): one with nothing in it, for who makes it to fill */
CsSignature *cs_signature_new (void);

/** cs_signature_ref: Returns: (transfer full): @signature. Thread: any. */
CsSignature *cs_signature_ref (CsSignature *signature);

/** cs_signature_unref: Thread: any. */
void cs_signature_unref (CsSignature *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSignature, cs_signature_unref)

/** cs_signature_holds: @text_sha256: of the text now. Returns: whether @signature is for that text;
 * else it has lapsed (文本已改动，签署失效) */
gboolean cs_signature_holds (const CsSignature *signature,
                             const char *text_sha256);

/** cs_signature_role_get_name: Returns: (transfer none): "self-check", "second-person" */
const char *cs_signature_role_get_name (CsSignatureRole role);

/** cs_signature_role_from_name: @name: (nullable). Returns: whether @name is one; then it is in
 * @role */
gboolean cs_signature_role_from_name (const char *name,
                                      CsSignatureRole *role);

G_END_DECLS
