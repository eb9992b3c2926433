package org.meetwright.server.settings;

import org.meetwright.core.availability.Availability;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of computing slots.
public final class SlotsRoom {
  private static final Setting<Integer> KEPT_MEBIBYTES =
      Setting.of(
              "slots.keptMebibytes",
              Format.number(0, 4096),
              "Roughly how much memory the cached facts about free times may take; `0`"
                  + " caches none.")
          .orElse(String.valueOf(Availability.DEFAULT_KEPT_MEBIBYTES));

  /// Its settings, and how they are read.
  public static final Room<Integer> ROOM = Room.of(SlotsRoom::read, KEPT_MEBIBYTES);

  private SlotsRoom() {}

  private static int read(SettingValues values) {
    return values.get(KEPT_MEBIBYTES);
  }
}
