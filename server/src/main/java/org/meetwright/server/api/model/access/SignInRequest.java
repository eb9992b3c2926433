package org.meetwright.server.api.model.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The credentials for signing in.
///
/// @param code of his authenticator app, or a recovery code; null if he has none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignInRequest(String email, String password, @Nullable String code) {
  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "SignInRequest[" + email + "]";
  }
}
