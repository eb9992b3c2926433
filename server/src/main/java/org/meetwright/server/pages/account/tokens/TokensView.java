package org.meetwright.server.pages.account.tokens;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.account.request.Credential;

/// The page of a host's tokens.
///
/// @param form what was typed
/// @param errors what is wrong with it, by field
/// @param made the token that was just made; null if none was
public record TokensView(
    AccountFrame frame,
    List<Credential> tokens,
    TokenForm form,
    Map<String, String> errors,
    @Nullable String made) {
  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "TokensView";
  }
}
