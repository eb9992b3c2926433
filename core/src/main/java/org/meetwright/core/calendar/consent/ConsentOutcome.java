package org.meetwright.core.calendar.consent;

import java.time.Duration;
import java.util.List;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.remote.FaultCode;

/// What came of a host's way to a consent page and back.
public sealed interface ConsentOutcome {
  /// The account is connected.
  ///
  /// @param anew whether it was before, and its host has signed in again
  record Connected(CalendarConnection connection, List<Calendar> calendars, boolean anew)
      implements ConsentOutcome {}

  /// The host did not consent. Nothing has changed.
  record Declined() implements ConsentOutcome {}

  /// Nobody is on such a way: it took too long, has ended, or is another host's or session's.
  record Unknown() implements ConsentOutcome {}

  /// The consent is not enough, or the service failed. Nothing has changed.
  ///
  /// @param message a sentence for the host
  record Refused(FaultCode why, String message) implements ConsentOutcome {}

  /// The host has as many accounts as he may have.
  record TooMany(int most) implements ConsentOutcome {}

  /// It was tried too often. The service was not asked.
  ///
  /// @param retryAfter how long until it can be tried again
  record TooManyTries(Duration retryAfter) implements ConsentOutcome {}
}
