package org.meetwright.cli.commands.tzdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The versions of the time-zone data that there are on this computer, such as `2026a`.
///
/// @param java that of Java, which Meetwright goes by
/// @param system that of the system; null if the system does not tell
public record TimeZoneData(String java, @Nullable String system) {
  /// Where systems keep their time zones.
  public static final Path ZONEINFO = Path.of("/usr/share/zoneinfo");

  private static final String VERSION = "# version ";

  /// Returns what there is.
  ///
  /// @param zoneinfo where the system keeps its time zones
  public static TimeZoneData of(Path zoneinfo) {
    return new TimeZoneData(
        ZoneRulesProvider.getVersions("UTC").lastEntry().getKey(), systems(zoneinfo));
  }

  /// Returns whether the system has newer ones than Java.
  public boolean isOutdated() {
    return system != null && java.compareTo(system) < 0;
  }

  /// Returns a sentence that names both.
  public String told() {
    return system == null
        ? "Java's are " + java + "; the system does not tell its own."
        : "Java's are " + java + ", the system's " + system + ".";
  }

  private static @Nullable String systems(Path zoneinfo) {
    try (Stream<String> lines = Files.lines(zoneinfo.resolve("tzdata.zi"))) {
      return lines
          .findFirst()
          .filter(line -> line.startsWith(VERSION))
          .map(line -> line.substring(VERSION.length()).strip())
          .orElse(null);
    } catch (IOException | UncheckedIOException none) {
      return null;
    }
  }
}
