package org.meetwright.server.settings;

import java.time.Duration;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of the archive: how long meetings are kept.
public final class ArchiveRoom {
  private static final Setting<Integer> AFTER_DAYS =
      Setting.of(
              "archive.afterDays",
              Format.number(Lifetimes.LEAST_LIVE_DAYS, 36500),
              "How many days after its end a meeting moves to the archive, with its bookings"
                  + " and history. Limits and round-robin turns look back up to 90 days, but not"
                  + " into the archive.")
          .orElse("93");

  private static final Setting<Integer> KEEP_DAYS =
      Setting.of(
              "archive.keepDays",
              Format.number(0, 36500),
              "How many days after its end an archived meeting is deleted; `0` keeps it"
                  + " forever.")
          .orElse("730");

  /// Its settings, and how they are read.
  public static final Room<Lifetimes> ROOM = Room.of(ArchiveRoom::read, AFTER_DAYS, KEEP_DAYS);

  private ArchiveRoom() {}

  private static Lifetimes read(SettingValues values) {
    return new Lifetimes(
        Duration.ofDays(values.get(AFTER_DAYS)), Duration.ofDays(values.get(KEEP_DAYS)));
  }
}
