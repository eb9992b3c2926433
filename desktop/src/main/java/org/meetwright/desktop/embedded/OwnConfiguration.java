package org.meetwright.desktop.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.desktop.task.Refusal;

/// A configuration file, which is replaced as a whole, for its owner alone.
record OwnConfiguration(Path path) {
  /// Returns its text; null if there is no file.
  ///
  /// @throws Refusal if it cannot be read
  @Nullable String read() {
    try {
      return Files.exists(path) ? Files.readString(path) : null;
    } catch (IOException unreadable) {
      throw refusal("cannot be read", unreadable);
    }
  }

  /// Writes other values into it.
  ///
  /// @param values by setting; empty to take it out
  /// @throws Refusal if that cannot be
  void change(Map<String, String> values) {
    String before = read();
    write(new ConfigurationText(before == null ? "" : before).with(values).text());
  }

  /// Writes it as it was.
  ///
  /// @param text null to delete it
  /// @throws Refusal if that cannot be
  void putBack(@Nullable String text) {
    if (text != null) {
      write(text);
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw refusal("cannot be deleted", failed);
    }
  }

  private void write(String text) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      try (FileChannel channel =
          OwnerOnly.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw refusal("cannot be written", failed);
    }
  }

  private Refusal refusal(String what, IOException failed) {
    return new Refusal(
        "configuration", "", "The file " + path + " " + what + " (" + failed + ").", failed);
  }
}
