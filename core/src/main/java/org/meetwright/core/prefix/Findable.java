package org.meetwright.core.prefix;

/// What has ids that people type.
public enum Findable {
  BOOKING("booking", "booking"),
  BOOKING_LINK("booking_link", "link"),
  EVENT_TYPE("event_type", "event type"),
  SCHEDULE("schedule", "schedule"),
  ABSENCE("absence", "absence"),
  CALENDAR_ACCOUNT("calendar_connection", "calendar account"),
  CALENDAR("calendar", "calendar"),
  EMAIL("email", "mail"),
  MESSAGE("outbox", "message"),
  TOKEN("api_token", "token"),
  SESSION("session", "session"),
  WEBHOOK("webhook", "webhook"),
  WEBHOOK_DELIVERY("webhook_delivery", "delivery");

  private final String table;
  private final String word;

  Findable(String table, String word) {
    this.table = table;
    this.word = word;
  }

  /// Returns the table that has them in the column `id`.
  String table() {
    return table;
  }

  /// Returns what one of them is called.
  public String word() {
    return word;
  }
}
