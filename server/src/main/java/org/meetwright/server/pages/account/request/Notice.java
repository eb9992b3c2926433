package org.meetwright.server.pages.account.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A message about the last action, shown once on the next page.
public enum Notice {
  SESSION_ENDED,
  SESSIONS_ENDED,
  EMAIL_ASKED,
  EMAIL_GIVEN_UP,
  WELCOME,
  PASSWORD,
  MAIL_ACTIONS,
  SECOND_FACTOR_OFF,
  UNLINKED,
  TOKEN_DELETED,
  FEED_DELETED,
  COLOR,
  USUAL_COLOR,
  LOGO,
  LOGO_REMOVED,
  TYPE_ADDED,
  TYPE_SAVED,
  TYPE_COPIED,
  TYPE_ON,
  TYPE_OFF,
  TYPE_DELETED,
  ABSENCE_SAVED,
  ABSENCE_DELETED,
  CALENDAR_CONNECTED,
  CALENDAR_CHOSEN,
  CALENDAR_NOT_RECEIVING,
  CALENDAR_SYNCED,
  CALENDAR_FAILED,
  CALENDAR_NOT_ASKED,
  CALENDAR_SAVED,
  CALENDAR_SIGNED_IN,
  CALENDAR_PAUSED,
  CALENDAR_RESUMED,
  CALENDAR_REMOVED,
  CALENDAR_DECIDED,
  CALENDAR_NOT_DECIDED,
  SCHEDULE_ADDED,
  SCHEDULE_SAVED,
  SCHEDULE_IN_USE,
  SCHEDULE_DELETED,
  TEAM_ADDED,
  TEAM_SAVED,
  TEAM_IN_USE,
  TEAM_DELETED,
  WEBHOOK_SAVED,
  WEBHOOK_ON,
  WEBHOOK_OFF,
  WEBHOOK_REPLAYED,
  WEBHOOK_NOT_REPLAYED,
  WEBHOOK_DELETED,
  TEAM_JOINED,
  TEAM_LEFT,
  TEAM_GONE,
  NEWS_READ,
  BOOKED,
  BOOKING_CONFIRMED,
  BOOKING_DECLINED,
  BOOKING_CANCELLED,
  BOOKING_MOVED,
  BOOKING_HANDED_OVER,
  BOOKING_NO_SHOW,
  PROFILE;

  private static final Set<Notice> NOT_DONE =
      EnumSet.of(
          CALENDAR_NOT_RECEIVING,
          CALENDAR_FAILED,
          CALENDAR_NOT_ASKED,
          CALENDAR_NOT_DECIDED,
          SCHEDULE_IN_USE,
          TEAM_IN_USE,
          TEAM_GONE,
          WEBHOOK_NOT_REPLAYED);

  /// Returns whether what was asked for was done.
  boolean isDone() {
    return !NOT_DONE.contains(this);
  }

  /// Returns the word that stands for it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the key of its text.
  String key() {
    return "notice." + word();
  }

  /// Returns what a word stands for; empty if it stands for nothing.
  static Optional<Notice> find(String word) {
    return Arrays.stream(values()).filter(notice -> notice.word().equals(word)).findFirst();
  }
}
