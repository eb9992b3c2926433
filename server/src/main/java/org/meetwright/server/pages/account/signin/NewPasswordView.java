package org.meetwright.server.pages.account.signin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page to which a mailed link leads: another password is chosen.
///
/// @param action where the form goes
/// @param email of the account, for programs that keep passwords
/// @param errors what is wrong, by field
public record NewPasswordView(
    Shell shell, Texts words, String action, String email, Map<String, String> errors) {
  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
