package org.meetwright.server.settings.calendar;

import java.nio.file.Path;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;

/// The calendar services to which hosts consent on their own pages, as an admin has set them up
/// there.
///
/// @param google as what Google knows this server
public record CalendarClients(OAuthClient google) {
  private static final Setting<String> GOOGLE_ID =
      Setting.of(
              "calendars.google.clientId",
              Format.text("a name"),
              "The client id that Google gave to this server; with it, hosts can connect their"
                  + " Google calendars. See [calendars.md](calendars.md#google).")
          .orElseAs("none: hosts can't connect Google calendars");

  private static final Setting<String> GOOGLE_SECRET =
      Setting.of(
          "calendars.google.clientSecret",
          Format.text("any text"),
          "The client secret that Google gave to this server; required with"
              + " `calendars.google.clientId`.");

  private static final Setting<Path> GOOGLE_SECRET_FILE =
      Setting.of(
          "calendars.google.clientSecretFile",
          Format.file(),
          "A file whose first line is that secret, instead of `calendars.google.clientSecret`.");

  /// Its settings, and how they are read.
  public static final Room<CalendarClients> ROOM =
      Room.of(CalendarClients::read, GOOGLE_ID, GOOGLE_SECRET, GOOGLE_SECRET_FILE);

  /// None at all.
  public static final CalendarClients NONE = new CalendarClients(OAuthClient.NONE);

  private static CalendarClients read(SettingValues values) {
    OAuthClient google =
        new OAuthClient(
            values.find(GOOGLE_ID).orElse(""), values.secret(GOOGLE_SECRET, GOOGLE_SECRET_FILE));
    if (google.id().isEmpty() != google.secret().isEmpty()) {
      throw new SettingsException(
          "calendars.google.clientId and calendars.google.clientSecret belong together; set both"
              + " or none.");
    }
    return new CalendarClients(google);
  }
}
