package org.meetwright.core.news;

import java.util.Arrays;

/// What can happen that a host wants to know of. Each has one word, used in the table, in streams
/// and for notifications; those of bookings are the words of webhooks.
public enum NewsKind {
  BOOKING_CREATED("booking.created", Subject.BOOKING),
  BOOKING_REQUESTED("booking.requested", Subject.BOOKING),
  BOOKING_CONFIRMED("booking.confirmed", Subject.BOOKING),
  BOOKING_DECLINED("booking.declined", Subject.BOOKING),
  BOOKING_RESCHEDULED("booking.rescheduled", Subject.BOOKING),
  BOOKING_CANCELLED("booking.cancelled", Subject.BOOKING),
  BOOKING_NO_SHOW("booking.no_show", Subject.BOOKING),
  /// Anything else about a booking.
  BOOKING_CHANGED("booking.changed", Subject.BOOKING),
  /// Added, changed or deleted, as all that follows.
  SCHEDULE_CHANGED("schedule.changed", Subject.SCHEDULE),
  EVENT_TYPE_CHANGED("event_type.changed", Subject.EVENT_TYPE),
  ABSENCE_CHANGED("absence.changed", Subject.ABSENCE),
  BUSY_TIME_CHANGED("busy_time.changed", Subject.BUSY_TIME),
  TEAM_CHANGED("team.changed", Subject.TEAM),
  /// The host is invited into a team.
  TEAM_INVITED("team.invited", Subject.TEAM),
  /// Someone has accepted an invitation into the host's team.
  TEAM_JOINED("team.joined", Subject.TEAM),
  /// Someone has left the host's team, or declined its invitation.
  TEAM_LEFT("team.left", Subject.TEAM),
  WEBHOOK_CHANGED("webhook.changed", Subject.WEBHOOK),
  FEED_CHANGED("feed.changed", Subject.FEED),
  ACCOUNT_CHANGED("account.changed", Subject.ACCOUNT),
  /// A webhook was switched off since it failed.
  WEBHOOK_OFF("problem.webhook_off", Subject.WEBHOOK),
  /// A webhook fails.
  WEBHOOK_FAILING("problem.webhook_failing", Subject.WEBHOOK),
  /// A webhook that failed works again.
  WEBHOOK_WORKS("problem.webhook_ended", Subject.WEBHOOK),
  /// A message about a booking was given up: refused for good, or after its last attempt.
  MESSAGE_GIVEN_UP("problem.message_given_up", Subject.BOOKING),
  /// A calendar account or one of its calendars was added, changed or removed, or what it takes of
  /// the host's time has changed.
  CALENDAR_CHANGED("calendar.changed", Subject.CALENDAR_ACCOUNT),
  /// A calendar service no longer accepts the password.
  CALENDAR_SIGN_IN("problem.calendar_sign_in", Subject.CALENDAR_ACCOUNT),
  /// So many events of a calendar have vanished at once that it is not believed.
  CALENDAR_DOUBTED("problem.calendar_doubted", Subject.CALENDAR_ACCOUNT),
  /// The host has moved or deleted the event of a meeting in his calendar, and has to decide.
  CALENDAR_EVENT_CHANGED("problem.calendar_event_changed", Subject.BOOKING),
  /// A calendar that did not answer when a meeting was booked has something else at its time.
  CALENDAR_COLLISION("problem.calendar_collision", Subject.BOOKING);

  /// What an event is about.
  public enum Subject {
    BOOKING("booking"),
    SCHEDULE("schedule"),
    EVENT_TYPE("eventType"),
    ABSENCE("absence"),
    BUSY_TIME("busyTime"),
    TEAM("team"),
    WEBHOOK("webhook"),
    FEED("feed"),
    ACCOUNT("account"),
    CALENDAR_ACCOUNT("calendarAccount");

    private final String word;

    Subject(String word) {
      this.word = word;
    }

    /// Returns the word that stands for it outside the program.
    public String word() {
      return word;
    }
  }

  private final String word;
  private final Subject subject;

  NewsKind(String word, Subject subject) {
    this.word = word;
    this.subject = subject;
  }

  /// Returns the word that stands for the kind outside the program.
  public String word() {
    return word;
  }

  /// Returns what it is about.
  public Subject subject() {
    return subject;
  }

  /// Returns the kind of a word.
  ///
  /// @throws IllegalArgumentException if there is none
  static NewsKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of news: " + word));
  }
}
