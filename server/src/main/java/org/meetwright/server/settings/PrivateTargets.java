package org.meetwright.server.settings;

import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What may be at loopback, private and other special addresses.
///
/// @param webhooks whether webhooks may be there
/// @param calendars whether calendars may be there
public record PrivateTargets(boolean webhooks, boolean calendars) {
  private static final Setting<Boolean> WEBHOOKS =
      Setting.of(
              "webhooks.allowPrivateTargets",
              Format.trueOrFalse(),
              "Whether webhooks may have loopback, private and other special addresses. If"
                  + " so, every host can make the server send requests into its own network.")
          .orElse("false");

  /// Whether calendars may be there.
  public static final Setting<Boolean> CALENDARS =
      Setting.of(
              "calendars.allowPrivateTargets",
              Format.trueOrFalse(),
              "Whether the calendars that hosts connect may have loopback, private and other"
                  + " special addresses, such as that of a CalDAV server in your own network. If"
                  + " so, every host can make the server send requests into that network.")
          .orElse("false");

  /// Its settings, and how they are read.
  public static final Room<PrivateTargets> ROOM =
      Room.of(PrivateTargets::read, WEBHOOKS, CALENDARS);

  private static PrivateTargets read(SettingValues values) {
    return new PrivateTargets(values.get(WEBHOOKS), values.get(CALENDARS));
  }
}
