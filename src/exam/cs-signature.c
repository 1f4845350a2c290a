#include "cs-signature.h"

G_DEFINE_BOXED_TYPE (CsSignature, cs_signature, cs_signature_ref, cs_signature_unref)

CsSignature *
cs_signature_new (void)
{
  return g_atomic_rc_box_new0 (CsSignature);
}

CsSignature *
cs_signature_ref (CsSignature *signature)
{
  return g_atomic_rc_box_acquire (signature);
}

static void
signature_clear (gpointer data)
{
  CsSignature *signature = data;

  g_free (signature->author);
  g_free (signature->text_sha256);
  g_free (signature->record_sha256);
}

void
cs_signature_unref (CsSignature *signature)
{
  g_atomic_rc_box_release_full (signature, signature_clear);
}

gboolean
cs_signature_holds (const CsSignature *signature, const char *text_sha256)
{
  return g_strcmp0 (signature->text_sha256, text_sha256) == 0;
}

static const char *const role_names[CS_N_SIGNATURE_ROLES] = { "self-check", "second-person" };

const char *
cs_signature_role_get_name (CsSignatureRole role)
{
  g_return_val_if_fail (role < CS_N_SIGNATURE_ROLES, "");

  return role_names[role];
}

gboolean
cs_signature_role_from_name (const char *name, CsSignatureRole *role)
{
  for (guint i = 0; i < CS_N_SIGNATURE_ROLES; i++)
    if (g_strcmp0 (name, role_names[i]) == 0)
      {
        *role = i;
        return TRUE;
      }

  return FALSE;
}
