package org.meetwright.cli.commands.init;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.files.OwnerOnly;

/// A configuration file that is written beside its place, for its owner alone, and moved there when
/// all went well. One that is not moved is deleted.
final class ConfigurationFile implements AutoCloseable {
  private final Path place;
  private final Path draft;

  private ConfigurationFile(Path place, Path draft) {
    this.place = place;
    this.draft = draft;
  }

  /// Writes settings, by key, in their order.
  static ConfigurationFile draft(Path place, Map<String, String> settings) {
    Path file = place.toAbsolutePath();
    ConfigurationFile drafted =
        new ConfigurationFile(file, file.resolveSibling(file.getFileName() + ".new"));
    try (FileChannel channel =
        OwnerOnly.open(
            drafted.draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text(settings).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return drafted;
    } catch (IOException failed) {
      throw cannotWrite(drafted.draft, failed);
    }
  }

  private static String text(Map<String, String> settings) {
    StringBuilder text =
        new StringBuilder(
            "# Written by meetwright init; docs/configuration.md has all settings.\n");
    settings.forEach(
        (key, value) ->
            text.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
    return text.toString();
  }

  Path draft() {
    return draft;
  }

  /// Puts it into its place.
  void keep() {
    try {
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherWise) {
      moveAnyway();
    } catch (IOException failed) {
      throw cannotWrite(place, failed);
    }
  }

  private void moveAnyway() {
    try {
      Files.move(draft, place);
    } catch (IOException failed) {
      throw cannotWrite(place, failed);
    }
  }

  private static Failure cannotWrite(Path file, IOException failed) {
    return new Failure(
        "The configuration file " + file + " cannot be written (" + failed + ").", failed);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException failed) {
      throw cannotWrite(draft, failed);
    }
  }
}
