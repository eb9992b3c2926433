package org.meetwright.server.pages.account.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.account.request.Credential;

/// The view of a host's password, second factor and identities.
///
/// @param email what he signs in with, for programs that keep passwords
/// @param password whether he has a password
/// @param secondFactor whether codes are asked for
/// @param signInFromMail whether the links in his mail ask him to sign in
/// @param identities who he is at providers
/// @param sessions where he is signed in
/// @param errors what is wrong, by field
public record SecurityView(
    AccountFrame frame,
    String email,
    boolean password,
    boolean secondFactor,
    boolean signInFromMail,
    List<Identity> identities,
    List<Credential> sessions,
    Map<String, String> errors) {
  /// Who a host is at a provider.
  ///
  /// @param linked since when
  public record Identity(String issuer, String subject, String linked) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
