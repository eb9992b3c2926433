package org.meetwright.server.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.sms.SmsConsequence;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.text.JsonTemplate;

/// How SMS are sent.
///
/// @param url the gateway; null to send and keep none
/// @param header one more header of each request; null for none
/// @param template what is sent: a JSON object with `${to}`, `${text}` and `${id}`
/// @param limits how many are sent, and where to
public record SmsSettings(
    @Nullable HttpUrl url, @Nullable Header header, JsonTemplate template, Limits limits) {

  /// A header of a request, which may be a secret.
  public record Header(String name, String value) {
    /// Reads a header that has been checked.
    public static Header of(String line) {
      int colon = line.indexOf(':');
      return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /// Leaves the value out.
    @Override
    public String toString() {
      return name;
    }
  }

  /// Where SMS may go, and how many: each costs money, and strangers type the numbers.
  ///
  /// @param countries how numbers may begin, each a `+` and digits; none for the countries of the
  ///   meeting's hosts
  /// @param mostPerNumber the most that go to a number in a day of UTC, at least 1
  /// @param mostPerDay the most that are sent in a day of UTC, at least 1
  public record Limits(List<String> countries, int mostPerNumber, int mostPerDay) {
    /// Creates the limits.
    public Limits {
      countries = List.copyOf(countries);
    }
  }

  /// Returns whether SMS are sent at all.
  public boolean isOn() {
    return url != null;
  }

  /// Returns what follows from changes of bookings because SMS are sent.
  public List<Consequence> consequences() {
    return isOn() ? List.of(new SmsConsequence()) : List.of();
  }

  /// Leaves out what may be secret.
  @Override
  public String toString() {
    return "SmsSettings[" + (url == null ? "off" : url.host() + ":" + url.port()) + "]";
  }
}
