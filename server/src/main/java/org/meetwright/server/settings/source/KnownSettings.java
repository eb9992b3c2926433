package org.meetwright.server.settings.source;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.ArchiveRoom;
import org.meetwright.server.settings.DatabaseRoom;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ProofOfWorkRoom;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.SlotsRoom;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.settings.calendar.CalendarClients;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;
import org.meetwright.server.settings.updates.UpdatesRoom;

/// All that can be configured, room by room. Reading, complaints and the table in
/// `docs/configuration.md` come from this list.
public final class KnownSettings {
  /// In the order of the documentation.
  private static final List<Room<?>> ROOMS =
      List.of(
          DatabaseRoom.ROOM,
          ServerSettings.ROOM,
          AcmeSettings.ROOM,
          ProofOfWorkRoom.ROOM,
          SlotsRoom.ROOM,
          ArchiveRoom.ROOM,
          MailSettings.ROOM,
          PrivateTargets.ROOM,
          CalendarClients.ROOM,
          SmsSettings.ROOM,
          OidcSettings.ROOM,
          LogSettings.ROOM,
          UpdatesRoom.ROOM);

  private static final List<Setting<?>> ALL =
      ROOMS.stream().<Setting<?>>flatMap(room -> room.settings().stream()).toList();

  private KnownSettings() {}

  /// Returns all settings, in the order of the documentation.
  public static List<Setting<?>> all() {
    return ALL;
  }

  /// Returns whether the value of a setting is a secret: those can also be given by a file.
  public static boolean isSecret(Setting<?> setting) {
    return find(setting.key() + "File").isPresent();
  }

  /// Returns what holds in a data directory where nothing is set.
  public static Settings defaults(Path home) {
    return read(new SettingValues(home, Map.of()));
  }

  /// Reads all rooms.
  ///
  /// @throws SettingsException if something is wrong
  static Settings read(SettingValues values) {
    // All that is wrong is found before a room reads a file with a secret.
    ALL.forEach(values::find);
    return new Settings(
        values.home(),
        DatabaseRoom.ROOM.read(values),
        ServerSettings.ROOM.read(values),
        AcmeSettings.ROOM.read(values),
        ProofOfWorkRoom.ROOM.read(values),
        SlotsRoom.ROOM.read(values),
        ArchiveRoom.ROOM.read(values),
        MailSettings.ROOM.read(values),
        PrivateTargets.ROOM.read(values),
        CalendarClients.ROOM.read(values),
        SmsSettings.ROOM.read(values),
        OidcSettings.ROOM.read(values),
        LogSettings.ROOM.read(values),
        UpdatesRoom.ROOM.read(values));
  }

  static Optional<Setting<?>> find(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /// Returns the key that takes the fewest changes of a letter to get to from a wrong one.
  static String nearest(String wrong) {
    return ALL.stream()
        .map(Setting::key)
        .min(Comparator.comparingInt(key -> EditDistance.between(key, wrong)))
        .orElseThrow();
  }
}
