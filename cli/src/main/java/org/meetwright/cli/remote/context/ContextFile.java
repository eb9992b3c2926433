package org.meetwright.cli.remote.context;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.files.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The file with the contexts. It has tokens in it: only its owner may read it.
///
/// @param path in a directory of its own
public record ContextFile(Path path) {
  private static final String NAME = "contexts.json";

  /// Returns the file in the user's configuration directory.
  public static ContextFile find(Map<String, String> environment) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String home = System.getProperty("user.home");
    return new ContextFile(directory(system, home, environment).resolve(NAME));
  }

  private static Path directory(String system, String home, Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (xdg.startsWith("/")) {
      return Path.of(xdg, "meetwright");
    }
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Meetwright", "cli");
    }
    if (system.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return (roaming.isEmpty() ? Path.of(home, "AppData", "Roaming") : Path.of(roaming))
          .resolve("Meetwright");
    }
    return Path.of(home, ".config", "meetwright");
  }

  /// Returns the contexts; none if there is no file.
  ///
  /// @throws Failure if the file cannot be read, or by others too
  public ContextList read() {
    if (!Files.exists(path)) {
      return ContextList.NONE;
    }
    try {
      refuseOpen(directory());
      refuseOpen(path);
      return JsonMapper.shared().readValue(Files.readAllBytes(path), ContextList.class);
    } catch (IOException | JacksonException unreadable) {
      throw new Failure(
          "The file "
              + path
              + " cannot be read as a list of contexts; mend it, or delete it and sign in again.",
          unreadable);
    }
  }

  private Path directory() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a directory");
  }

  /// Whoever could read it may have the tokens by now.
  private static void refuseOpen(Path which) throws IOException {
    if (OwnerOnly.isOpenToOthers(which)) {
      throw new Failure(
          which
              + " is open to other users ("
              + PosixFilePermissions.toString(Files.getPosixFilePermissions(which))
              + "), and has tokens in it. Close it: chmod go= "
              + which
              + ". If others may have read it, delete the tokens where you made them, and sign in"
              + " again.");
    }
  }

  /// Changes the contexts, one program at a time.
  ///
  /// @throws Failure if the file cannot be written, or others can read it
  public ContextList change(UnaryOperator<ContextList> change) {
    try {
      OwnerOnly.createDirectories(directory());
      Path lock = directory().resolve(NAME + ".lock");
      try (FileChannel locked =
          OwnerOnly.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        locked.lock();
        ContextList changed = change.apply(read());
        write(changed);
        return changed;
      }
    } catch (IOException failed) {
      throw new Failure(
          "The file " + path + " cannot be written (" + failed.getMessage() + ").", failed);
    }
  }

  private void write(ContextList contexts) throws IOException {
    refuseOpen(directory());
    Path next = directory().resolve(NAME + ".new");
    try (FileChannel file =
        OwnerOnly.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes =
          ByteBuffer.wrap(
              JsonMapper.shared()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(contexts)
                  .getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
