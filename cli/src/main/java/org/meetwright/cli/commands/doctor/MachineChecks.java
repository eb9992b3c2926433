package org.meetwright.cli.commands.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.commands.tzdata.TimeZoneData;
import org.meetwright.server.settings.source.EffectiveSetting;

/// The machine: room on the disk, time zones, and who may read the files.
final class MachineChecks {
  private static final long LITTLE = 500L << 20;
  private static final long TOO_LITTLE = 50L << 20;

  private final Path home;

  MachineChecks(Path home) {
    this.home = home;
  }

  Finding disk() throws IOException {
    Path there = home;
    for (Path up = there.getParent(); !Files.exists(there) && up != null; up = up.getParent()) {
      there = up;
    }
    return room(Files.getFileStore(there).getUsableSpace(), home);
  }

  /// @param free bytes
  static Finding room(long free, Path home) {
    String told = (free >> 20) + " MiB are free at " + home;
    if (free < TOO_LITTLE) {
      return Finding.failure("disk", told + ": make room, or bookings will be refused.");
    }
    return free < LITTLE
        ? Finding.warning("disk", told + "; make room.")
        : Finding.ok("disk", told + ".");
  }

  /// @param zoneinfo where the system keeps its time zones
  static Finding timeZones(Path zoneinfo) {
    TimeZoneData data = TimeZoneData.of(zoneinfo);
    return data.isOutdated()
        ? Finding.warning(
            "time zones",
            "Java's are "
                + data.java()
                + ", older than the system's "
                + data.system()
                + ": meetings may be at the wrong hour where clocks changed since. Update Java, and"
                + " then see whom it concerns: meetwright tzdata check")
        : Finding.ok("time zones", data.told());
  }

  /// @param configuration the configuration file
  /// @param settings what it and others say
  List<Finding> permissions(Path keys, Path configuration, List<EffectiveSetting> settings)
      throws IOException {
    List<Finding> found = new ArrayList<>();
    boolean secrets =
        settings.stream()
            .anyMatch(
                each ->
                    String.valueOf(each.value()).contains(EffectiveSetting.HIDDEN)
                        && each.source().startsWith(configuration.toString()));
    add(found, closed(home, "the data"));
    add(found, closed(keys, "the keys of secrets"));
    add(found, closed(home.resolve("meetwright.password"), "the password of the database"));
    if (secrets) {
      add(found, closed(configuration, "passwords"));
    }
    return found.isEmpty()
        ? List.of(Finding.ok("permissions", "Only their owner may open the files."))
        : found;
  }

  private static void add(List<Finding> found, @Nullable Finding one) {
    if (one != null) {
      found.add(one);
    }
  }

  private static @Nullable Finding closed(Path file, String holds) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix || !Files.exists(file)) {
      return null;
    }
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    return mode.endsWith("------")
        ? null
        : Finding.failure(
            "permissions",
            file
                + ", which has "
                + holds
                + ", is open to others ("
                + mode
                + "); close it: chmod go-rwx "
                + file);
  }
}
