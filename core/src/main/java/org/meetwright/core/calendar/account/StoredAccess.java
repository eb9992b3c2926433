package org.meetwright.core.calendar.account;

import java.util.UUID;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.value.Text;
import tools.jackson.databind.json.JsonMapper;

/// How an account is reached, as JSON that is sealed before it is stored. May only gain fields.
record StoredAccess(String address, String user, String password) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Returns what a host typed, checked.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (fields `url`, `user`, `password`) if
  ///   it cannot be so
  static AccountAccess checked(AccountAccess access) {
    return new AccountAccess(
        Text.line("url", access.address(), AccountAccess.LONGEST_ADDRESS),
        Text.optionalLine("user", access.user(), AccountAccess.LONGEST_USER),
        Text.optionalLine("password", access.password(), AccountAccess.LONGEST_PASSWORD));
  }

  static String sealed(UUID connectionId, AccountAccess access, Sealer sealer) {
    StoredAccess stored = new StoredAccess(access.address(), access.user(), access.password());
    return sealer.seal(JSON.writeValueAsString(stored), place(connectionId));
  }

  static AccountAccess open(UUID connectionId, String sealed, Sealer sealer) {
    StoredAccess stored =
        JSON.readValue(sealer.open(sealed, place(connectionId)), StoredAccess.class);
    return new AccountAccess(stored.address, stored.user, stored.password);
  }

  private static SealedPlace place(UUID connectionId) {
    return new SealedPlace("calendar_connection", connectionId, "credentials");
  }

  /// Shows nothing of it.
  @Override
  public String toString() {
    return "StoredAccess";
  }
}
