package org.meetwright.core.database.h2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import org.meetwright.core.files.OwnerOnly;

/// The password of a database file of H2 for which none is configured: a random one, in a file
/// beside it, for its owner's eyes only. The lock file that programs find each other by tells where
/// the database listens; without the password that leads nowhere.
public final class FilePassword {
  private static final int BYTES = 32;

  private final Path file;

  /// Creates it for a database file. Nothing is read or made yet.
  public FilePassword(DatabaseFile database) {
    this.file = database.with(".password");
  }

  /// Returns the password of a database as it is now, for programs that connect by themselves; the
  /// empty string if there is none.
  ///
  /// @param url its JDBC URL
  /// @throws UncheckedIOException if it cannot be read
  public static String read(String url) {
    return DatabaseFile.of(url).map(FilePassword::new).map(FilePassword::text).orElse("");
  }

  private String text() {
    try {
      return exists() ? Files.readString(file).strip() : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Returns whether it was made.
  public boolean exists() {
    return Files.exists(file);
  }

  /// Returns the password, which is made the first time. Of several programs that begin at once one
  /// makes it.
  public String establish() throws IOException {
    // Java locks files for the whole program.
    synchronized (FilePassword.class) {
      try (FileChannel channel =
              OwnerOnly.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        ByteBuffer known = ByteBuffer.allocate(1024);
        while (channel.read(known) > 0) {}
        String password =
            new String(known.array(), 0, known.position(), StandardCharsets.UTF_8).strip();
        return password.isEmpty() ? make(channel) : password;
      }
    }
  }

  private static String make(FileChannel channel) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ByteBuffer text = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
    while (text.hasRemaining()) {
      channel.write(text);
    }
    channel.force(true);
    return password;
  }

  /// Returns where it is kept.
  @Override
  public String toString() {
    return file.toString();
  }
}
