package org.meetwright.core.problem;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.news.NewsKind.Subject;

/// Something that does not work.
///
/// @param since when it began
/// @param subjectId the webhook, booking or calendar account that it is about
/// @param detail the webhook's address, whom the message is for, or the name of the account or
///   calendar
public record Problem(Code code, Instant since, UUID subjectId, String detail) {
  /// What does not work.
  public enum Code {
    /// A webhook was switched off since it had failed for long.
    WEBHOOK_OFF,
    /// Every attempt to reach a webhook fails.
    WEBHOOK_FAILING,
    /// A message about a booking was given up after its last attempt.
    MESSAGE_GIVEN_UP,
    /// A message about a booking has failed several times, and is tried again.
    MESSAGE_DELAYED,
    /// A mail about a booking was refused for good.
    MAIL_REFUSED,
    /// A calendar service no longer accepts the password.
    CALENDAR_SIGN_IN,
    /// A calendar account could not be read for long.
    CALENDAR_FAILING,
    /// So much of a calendar has vanished at once that it is not believed.
    CALENDAR_DOUBTED,
    /// A calendar account was disconnected, and did not delete the events of meetings to come.
    CALENDAR_EVENTS_LEFT,
    /// The host has moved or deleted the event of a meeting in his calendar.
    CALENDAR_EVENT_CHANGED,
    /// A meeting could not be written into the host's calendar.
    CALENDAR_NOT_WRITTEN,
    /// A calendar of the host has something else at the time of a meeting.
    CALENDAR_COLLISION;

    /// Returns the word that stands for it outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Returns what it is about.
    public Subject subject() {
      return switch (this) {
        case WEBHOOK_OFF, WEBHOOK_FAILING -> Subject.WEBHOOK;
        case MESSAGE_GIVEN_UP,
            MESSAGE_DELAYED,
            MAIL_REFUSED,
            CALENDAR_EVENT_CHANGED,
            CALENDAR_NOT_WRITTEN,
            CALENDAR_COLLISION ->
            Subject.BOOKING;
        case CALENDAR_SIGN_IN, CALENDAR_FAILING, CALENDAR_DOUBTED, CALENDAR_EVENTS_LEFT ->
            Subject.CALENDAR_ACCOUNT;
      };
    }
  }
}
