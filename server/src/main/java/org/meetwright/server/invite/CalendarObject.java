package org.meetwright.server.invite;

import java.nio.charset.StandardCharsets;

/// An iCalendar object (RFC 5545) as it is sent: lines end in CRLF and are at most 75 octets long.
public record CalendarObject(Method method, String text) {

  /// What the receiver's calendar is to do with it (RFC 5546).
  public enum Method {
    /// Put it in, or change what is there.
    REQUEST,
    /// Take it out.
    CANCEL,
    /// Show it; nothing is agreed.
    PUBLISH
  }

  /// Returns the text in UTF-8.
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Returns the media type with its parameters.
  public String contentType() {
    return "text/calendar; charset=utf-8; method=" + method;
  }
}
