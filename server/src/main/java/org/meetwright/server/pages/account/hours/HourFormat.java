package org.meetwright.server.pages.account.hours;

import java.time.ZoneId;
import java.util.Locale;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.form.TypedTime;

/// How times of day stand in forms: so that [TypedTime] reads them.
///
/// @param twelveHours whether `5:00 pm` is written rather than `17:00`
record HourFormat(boolean twelveHours) {
  private static final int NOON = 12 * 60;

  /// Finds how someone writes them: as he does on the booking pages, if that is known in letters of
  /// this language.
  static HourFormat of(AccountRequest asked, ZoneId zone) {
    boolean english = asked.request().language().getLanguage().equals("en");
    return new HourFormat(english && asked.request().visitor(zone).twelveHours());
  }

  /// Writes a time.
  ///
  /// @param minute after midnight, up to 1440
  String time(int minute) {
    if (!twelveHours) {
      return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
    int hour = (minute / 60 + 11) % 12 + 1;
    String half = minute % LocalHours.DAY < NOON ? "am" : "pm";
    return String.format(Locale.ROOT, "%d:%02d %s", hour, minute % 60, half);
  }

  /// Writes a span.
  String span(LocalHours hours) {
    return time(hours.startMinute()) + "–" + time(hours.endMinute());
  }
}
