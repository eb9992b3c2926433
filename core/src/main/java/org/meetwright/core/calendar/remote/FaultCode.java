package org.meetwright.core.calendar.remote;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;

/// What went wrong with a calendar service, as one word for tables, the API and pages, which say it
/// in the host's language. For each [FaultKind] there is a code of the same name, that says no
/// more.
public enum FaultCode {
  /// User or password are refused (401).
  SIGN_IN(FaultKind.SIGN_IN),
  /// The user is known, but not let in (403).
  NO_ACCESS(FaultKind.SIGN_IN),
  /// The service wants a user and a password, and none were given.
  SIGN_IN_MISSING(FaultKind.SIGN_IN),
  /// The password can't be opened any more.
  PASSWORD_LOST(FaultKind.SIGN_IN),
  /// The account is paused, or waits for a password.
  NOT_ASKED(FaultKind.SIGN_IN),
  /// Not everything was consented to that is needed.
  CONSENT_PARTIAL(FaultKind.SIGN_IN),
  /// Another account was signed in to than before.
  OTHER_ACCOUNT(FaultKind.SIGN_IN),
  /// Whoever manages the account there does not let programs in.
  FORBIDDEN_THERE(FaultKind.SIGN_IN),
  /// The service does not know this server, or takes nothing more from it.
  CLIENT_REFUSED(FaultKind.UNREACHABLE),
  /// The service can't be connected to.
  UNREACHABLE(FaultKind.UNREACHABLE),
  /// No server is known by the name.
  UNKNOWN_SERVER(FaultKind.UNREACHABLE),
  /// There was no whole answer in time.
  NO_ANSWER(FaultKind.UNREACHABLE),
  /// The certificate is not valid for the server.
  NOT_SAFE(FaultKind.UNREACHABLE),
  /// The answer broke off.
  BROKEN_OFF(FaultKind.UNREACHABLE),
  /// The service says that it failed (5xx).
  FAILED(FaultKind.UNREACHABLE),
  /// The service asks to wait.
  LATER(FaultKind.LATER),
  /// The service takes no more for hours.
  QUOTA(FaultKind.LATER),
  /// What the service said of changes no longer holds.
  STATE_LOST(FaultKind.STATE_LOST),
  /// The calendar is not there any more.
  CALENDAR_GONE(FaultKind.CALENDAR_GONE),
  /// So many events have vanished at once that it is not believed.
  VANISHED(FaultKind.CALENDAR_GONE),
  /// The event was changed meanwhile.
  CHANGED(FaultKind.CHANGED),
  /// The calendar has, or had, another event with the same UID.
  UID_TAKEN(FaultKind.UID_TAKEN),
  /// The calendar can only be read.
  READ_ONLY(FaultKind.READ_ONLY),
  /// The answer is not what such a service says.
  NOT_UNDERSTOOD(FaultKind.NOT_UNDERSTOOD),
  /// What came back is no calendar, but an empty page, or one to sign in.
  NO_FEED(FaultKind.NOT_UNDERSTOOD),
  /// The answer, or the calendar, is larger than what is read.
  TOO_LARGE(FaultKind.NOT_UNDERSTOOD),
  /// The service redirects too often, or to where it may not.
  REDIRECTED(FaultKind.NOT_UNDERSTOOD),
  /// Events are in a time zone that nobody knows; their times were read in another.
  UNKNOWN_ZONE(FaultKind.NOT_UNDERSTOOD),
  /// Events repeat more often than is counted.
  TOO_MANY_REPEATS(FaultKind.NOT_UNDERSTOOD),
  /// The program itself failed; its log says how.
  INTERNAL(FaultKind.NOT_UNDERSTOOD),
  /// No calendar was found.
  NOT_FOUND(FaultKind.NOT_FOUND),
  /// The address is in a network that may not be asked.
  PRIVATE_ADDRESS(FaultKind.NOT_FOUND),
  /// What was typed is no address of a calendar.
  BAD_ADDRESS(FaultKind.NOT_FOUND),
  /// The address holds a user or a password.
  SIGN_IN_IN_ADDRESS(FaultKind.NOT_FOUND);

  private final FaultKind kind;

  FaultCode(FaultKind kind) {
    this.kind = kind;
  }

  /// Returns what follows from it.
  public FaultKind kind() {
    return kind;
  }

  /// Returns whether the calendar was read, though not all of it as it was meant.
  public boolean isOfSomeEvents() {
    return this == UNKNOWN_ZONE || this == TOO_MANY_REPEATS;
  }

  /// Returns the word that stands for it outside the program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the code that says no more than a kind.
  static FaultCode of(FaultKind kind) {
    return valueOf(kind.name());
  }

  /// Returns the code of a stored word; null if there is none, as in rows that were written before
  /// there were codes.
  public static @Nullable FaultCode stored(@Nullable String word) {
    return Arrays.stream(values())
        .filter(code -> code.word().equals(word))
        .findFirst()
        .orElse(null);
  }
}
