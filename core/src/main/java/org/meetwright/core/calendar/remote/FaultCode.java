package org.meetwright.core.calendar.remote;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteFault.Kind;

/// What went wrong with a calendar service, as one word for tables, the API and pages, which say it
/// in the host's language. For each [Kind] there is a code of the same name, that says no more.
public enum FaultCode {
  /// User or password are refused (401).
  SIGN_IN(Kind.SIGN_IN),
  /// The user is known, but not let in (403).
  NO_ACCESS(Kind.SIGN_IN),
  /// The service wants a user and a password, and none were given.
  SIGN_IN_MISSING(Kind.SIGN_IN),
  /// The password can't be opened any more.
  PASSWORD_LOST(Kind.SIGN_IN),
  /// The account is paused, or waits for a password.
  NOT_ASKED(Kind.SIGN_IN),
  /// The service can't be connected to.
  UNREACHABLE(Kind.UNREACHABLE),
  /// No server is known by the name.
  UNKNOWN_SERVER(Kind.UNREACHABLE),
  /// There was no whole answer in time.
  NO_ANSWER(Kind.UNREACHABLE),
  /// The certificate is not valid for the server.
  NOT_SAFE(Kind.UNREACHABLE),
  /// The answer broke off.
  BROKEN_OFF(Kind.UNREACHABLE),
  /// The service says that it failed (5xx).
  FAILED(Kind.UNREACHABLE),
  /// The service asks to wait.
  LATER(Kind.LATER),
  /// What the service said of changes no longer holds.
  STATE_LOST(Kind.STATE_LOST),
  /// The calendar is not there any more.
  CALENDAR_GONE(Kind.CALENDAR_GONE),
  /// So many events have vanished at once that it is not believed.
  VANISHED(Kind.CALENDAR_GONE),
  /// The event was changed meanwhile.
  CHANGED(Kind.CHANGED),
  /// The calendar has, or had, another event with the same UID.
  UID_TAKEN(Kind.UID_TAKEN),
  /// The calendar can only be read.
  READ_ONLY(Kind.READ_ONLY),
  /// The answer is not what such a service says.
  NOT_UNDERSTOOD(Kind.NOT_UNDERSTOOD),
  /// What came back is no calendar, but an empty page, or one to sign in.
  NO_FEED(Kind.NOT_UNDERSTOOD),
  /// The answer, or the calendar, is larger than what is read.
  TOO_LARGE(Kind.NOT_UNDERSTOOD),
  /// The service redirects too often, or to where it may not.
  REDIRECTED(Kind.NOT_UNDERSTOOD),
  /// Events are in a time zone that nobody knows; their times were read in another.
  UNKNOWN_ZONE(Kind.NOT_UNDERSTOOD),
  /// Events repeat more often than is counted.
  TOO_MANY_REPEATS(Kind.NOT_UNDERSTOOD),
  /// The program itself failed; its log says how.
  INTERNAL(Kind.NOT_UNDERSTOOD),
  /// No calendar was found.
  NOT_FOUND(Kind.NOT_FOUND),
  /// The address is in a network that may not be asked.
  PRIVATE_ADDRESS(Kind.NOT_FOUND),
  /// What was typed is no address of a calendar.
  BAD_ADDRESS(Kind.NOT_FOUND),
  /// The address holds a user or a password.
  SIGN_IN_IN_ADDRESS(Kind.NOT_FOUND);

  private final Kind kind;

  FaultCode(Kind kind) {
    this.kind = kind;
  }

  /// Returns what follows from it.
  public Kind kind() {
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
  static FaultCode of(Kind kind) {
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
