package org.meetwright.server.settings.updates;

import java.util.Optional;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of looking for newer versions.
public final class UpdatesRoom {
  private static final Setting<HttpUrl> URL =
      Setting.of(
              "updates.url",
              Format.gatewayUrl(),
              "Where `meetwright doctor` looks whether there is a newer version: a JSON object with"
                  + " `version`. Nothing is sent there but the request.")
          .orElseAs("none: nobody looks");

  /// Its settings, and how they are read.
  public static final Room<Optional<HttpUrl>> ROOM = Room.of(UpdatesRoom::read, URL);

  private UpdatesRoom() {}

  private static Optional<HttpUrl> read(SettingValues values) {
    return values.find(URL);
  }
}
