package org.meetwright.server.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.sms.SmsConsequence;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;
import org.meetwright.server.text.JsonTemplate;

/// How SMS are sent.
///
/// @param url the gateway; null to send and keep none
/// @param header one more header of each request; null for none
/// @param template what is sent: a JSON object with `${to}`, `${text}` and `${id}`
/// @param limits how many are sent, and where to
public record SmsSettings(
    @Nullable HttpUrl url, @Nullable Header header, JsonTemplate template, Limits limits) {
  private static final Setting<HttpUrl> URL =
      Setting.of(
              "sms.gateway.url",
              Format.gatewayUrl(),
              "The HTTP gateway that sends SMS: each SMS is one POST of JSON to it.")
          .orElseAs("none: no SMS are sent");

  private static final Setting<String> HEADER =
      Setting.of(
          "sms.gateway.header",
          Format.header(),
          "An additional header of each request to the gateway; its value is kept out of"
              + " logs.");

  private static final Setting<Path> HEADER_FILE =
      Setting.of(
          "sms.gateway.headerFile",
          Format.file(),
          "A file whose first line is that header, instead of `sms.gateway.header`.");

  private static final Setting<JsonTemplate> TEMPLATE =
      Setting.of(
              "sms.gateway.template",
              Format.smsTemplate(),
              "What is sent to the gateway; `${id}` is the same when an SMS is sent again.")
          .orElse("{\"to\": \"${to}\", \"text\": \"${text}\"}");

  private static final Setting<List<String>> COUNTRIES =
      Setting.of(
              "sms.countries",
              Format.callingCodes(),
              "The prefixes of the numbers to which SMS are sent. Strangers type these"
                  + " numbers, and SMS to some countries are expensive.")
          .orElseAs("the countries of the meeting's hosts, by their time zones");

  private static final Setting<Integer> PER_NUMBER =
      Setting.of(
              "sms.mostPerNumber",
              Format.number(1, 1000),
              "The most SMS that go to one number in a UTC day.")
          .orElse("5");

  private static final Setting<Integer> PER_DAY =
      Setting.of(
              "sms.mostPerDay",
              Format.number(1, 1_000_000),
              "The most SMS that all servers together send in a UTC day.")
          .orElse("500");

  /// Its settings, and how they are read.
  public static final Room<SmsSettings> ROOM =
      Room.of(
          SmsSettings::read, URL, HEADER, HEADER_FILE, TEMPLATE, COUNTRIES, PER_NUMBER, PER_DAY);

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

  private static SmsSettings read(SettingValues values) {
    String header = values.secret(HEADER, HEADER_FILE);
    if (!header.isEmpty() && !Format.isHeader(header)) {
      throw new SettingsException(
          HEADER_FILE.key()
              + ": the first line of the file "
              + values.find(HEADER_FILE).map(Path::toString).orElse("")
              + " must be a header like Authorization: Bearer SECRET.");
    }
    return new SmsSettings(
        values.find(URL).orElse(null),
        header.isEmpty() ? null : Header.of(header),
        values.get(TEMPLATE),
        new Limits(
            values.find(COUNTRIES).orElse(List.of()), values.get(PER_NUMBER), values.get(PER_DAY)));
  }
}
