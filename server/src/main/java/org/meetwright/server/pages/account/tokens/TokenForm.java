package org.meetwright.server.pages.account.tokens;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Scope;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.form.FormBody;

/// The form to make a token.
///
/// @param write whether it may change something
/// @param until the last date on which it works, in the host's zone; empty for ever
public record TokenForm(String name, boolean write, String until) {
  static final TokenForm EMPTY = new TokenForm("", false, "");

  private static final int LAST_YEAR = 2200;

  static TokenForm of(FormBody form) {
    return new TokenForm(
        form.get("name"), form.get("scope").equals(Scope.WRITE.word()), form.get("until").strip());
  }

  /// Returns the token that is to be made.
  ///
  /// @throws InvalidValueException (field `name` or `until`) if none can be
  NewToken order(ZoneId zone, Instant now) {
    Set<Scope> scopes = write ? Scope.ALL : Set.of(Scope.READ);
    NewToken order = new NewToken(name, scopes, end(zone));
    if (order.expiresAt() != null && !order.expiresAt().isAfter(now)) {
      throw new InvalidValueException("until", "must not have passed");
    }
    return order;
  }

  private @Nullable Instant end(ZoneId zone) {
    if (until.isEmpty()) {
      return null;
    }
    try {
      LocalDate last = LocalDate.parse(until);
      if (last.getYear() <= LAST_YEAR) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
      }
    } catch (DateTimeException notADate) {
      // Said below.
    }
    throw new InvalidValueException("until", "must be a date up to the year " + LAST_YEAR);
  }
}
