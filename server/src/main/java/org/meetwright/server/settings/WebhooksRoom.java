package org.meetwright.server.settings;

import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of webhooks.
public final class WebhooksRoom {
  private static final Setting<Boolean> ALLOW_PRIVATE_TARGETS =
      Setting.of(
              "webhooks.allowPrivateTargets",
              Format.trueOrFalse(),
              "Whether webhooks may be at loopback, private and other special addresses: whoever"
                  + " is a host can then make the server send requests into its own network.")
          .orElse("false");

  /// Its settings, and how they are read.
  public static final Room<Boolean> ROOM = Room.of(WebhooksRoom::read, ALLOW_PRIVATE_TARGETS);

  private WebhooksRoom() {}

  private static boolean read(SettingValues values) {
    return values.get(ALLOW_PRIVATE_TARGETS);
  }
}
