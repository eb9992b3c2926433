package org.meetwright.core.calendar.item.event;

import java.util.List;
import java.util.Locale;
import org.meetwright.core.calendar.item.line.IcsLine;

/// How an event takes its owner's time.
///
/// @param cancelled whether it does not take place
/// @param busy whether it takes time at all
/// @param tentative whether it may not take place
/// @param secret whether others must not learn what it is
/// @param summary what it is called; empty if it is secret
public record EventStatus(
    boolean cancelled, boolean busy, boolean tentative, boolean secret, String summary) {
  private static final int LONGEST = 200;

  static EventStatus of(List<IcsLine> lines) {
    boolean cancelled = false;
    boolean busy = true;
    boolean tentative = false;
    boolean secret = false;
    String summary = "";
    for (IcsLine line : lines) {
      switch (line.name()) {
        case "STATUS" -> {
          cancelled |= line.says("CANCELLED");
          tentative |= line.says("TENTATIVE");
        }
        case "TRANSP" -> busy &= !line.says("TRANSPARENT");
        case "X-MICROSOFT-CDO-BUSYSTATUS" -> {
          busy &= !line.says("FREE") && !line.says("WORKINGELSEWHERE");
          tentative |= line.says("TENTATIVE");
        }
        case "ATTENDEE" -> {
          String answer = line.parameter("PARTSTAT").toUpperCase(Locale.ROOT);
          busy &= !answer.equals("DECLINED");
          tentative |= answer.equals("TENTATIVE");
        }
        // A class of its own kind is to be treated as private (RFC 5545, 3.8.1.3).
        case "CLASS" -> secret |= !line.says("PUBLIC");
        case "SUMMARY" -> summary = cut(line.plain());
        default -> {}
      }
    }
    return new EventStatus(cancelled, busy && !cancelled, tentative, secret, secret ? "" : summary);
  }

  /// Returns one line of at most 200 characters.
  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end);
  }
}
