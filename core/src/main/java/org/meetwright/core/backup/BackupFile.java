package org.meetwright.core.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.age.Age;
import org.meetwright.core.files.OwnerOnly;

/// The file of a backup: packed, and encrypted if there is a pass phrase. It gets its name when it
/// is whole and on disk; nobody but its owner can read it.
///
/// @param replace whether a file of that name may be replaced
/// @param passphrase null not to encrypt it
public record BackupFile(Path path, boolean replace, @Nullable String passphrase) {
  /// What the names of files that are not whole yet end with.
  public static final String UNFINISHED = ".part";

  private static final int BUFFER = 1 << 16;

  /// Leaves the pass phrase out.
  @Override
  public String toString() {
    return path.toString();
  }

  /// Writes to a file.
  ///
  /// @param <T> what comes of it
  interface Writing<T> {
    T to(OutputStream out) throws IOException;
  }

  <T> T write(Writing<T> writing) throws IOException {
    if (!replace && Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Path unfinished = path.resolveSibling("." + path.getFileName() + "." + random() + UNFINISHED);
    try {
      T written = write(unfinished, writing);
      if (replace) {
        Files.move(
            unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(unfinished, path);
      }
      syncDirectory();
      return written;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private <T> T write(Path unfinished, Writing<T> writing) throws IOException {
    try (FileChannel channel =
        OwnerOnly.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      // Closing writes the end; the file itself stays open until it is on disk.
      OutputStream file = new Unclosed(Channels.newOutputStream(channel));
      OutputStream sealed = passphrase == null ? file : Age.encrypt(file, passphrase);
      T written;
      try (sealed;
          OutputStream packed = new GZIPOutputStream(sealed, BUFFER);
          OutputStream out = new BufferedOutputStream(packed, BUFFER)) {
        written = writing.to(out);
      }
      channel.force(true);
      return written;
    }
  }

  private void syncDirectory() {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no directories.
    }
  }

  /// Passes everything on but its end.
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /// Returns whether a file is encrypted.
  ///
  /// @throws BackupException if it cannot be read
  public static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Age.isBegunBy(in.readNBytes(32));
    } catch (IOException failed) {
      throw BackupException.unreadable(file, failed);
    }
  }

  /// Opens a file to read it from its beginning.
  ///
  /// @param passphrase asked if it is encrypted
  static BackupReader open(Path file, Supplier<String> passphrase) throws IOException {
    boolean encrypted = isEncrypted(file);
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      InputStream packed = encrypted ? Age.decrypt(in, passphrase.get()) : in;
      refuseOther(file, packed);
      return new BackupReader(file, SingleGzip.of(packed));
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  private static void refuseOther(Path file, InputStream packed) throws IOException {
    if (packed.markSupported()) {
      packed.mark(2);
      byte[] first = packed.readNBytes(2);
      packed.reset();
      if (first.length == 2 && (first[0] != 0x1f || first[1] != (byte) 0x8b)) {
        throw new BackupException("The file " + file + " is not a backup of Meetwright.");
      }
    }
  }
}
