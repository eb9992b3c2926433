package org.meetwright.server.sms;

import java.net.URI;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Writes an SMS in the invitee's language and time zone.
public final class SmsText {
  private static final String TEXTS = "org.meetwright.server.sms.texts";

  /// Names are cut to this many characters each: every 70 to 160 letters are paid for.
  private static final int LONGEST_NAME = 40;

  private SmsText() {}

  /// Returns a reminder of a booking.
  public static String reminder(Booking booking, URI manageLink) {
    var locale = Translations.readable(booking.invitee().locale());
    Texts texts = Texts.of(TEXTS, locale);
    String hosts = texts.list(booking.hosts().stream().map(MeetingHost::name).toList());
    WrittenTime time =
        new WrittenTime(booking.start(), booking.end(), booking.invitee().timeZone(), locale);
    // A minus sign would have the whole SMS written in 16 bits a letter: it would cost twice.
    String when = time.briefWithOffset().replace('−', '-');
    return texts.get("reminder", cut(booking.eventTypeName()), cut(hosts), when, manageLink);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 3)) + "...";
  }
}
