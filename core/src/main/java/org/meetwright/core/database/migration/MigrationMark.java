package org.meetwright.core.database.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.logging.Logger;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.files.OwnerOnly;

/// A file beside that of a database which says that migrations are being run on it, and where its
/// copy of before is. If it is there although nobody has the database open, that did not end: H2
/// keeps each change of a schema by itself, so that a part of a migration may be done.
public final class MigrationMark {
  private static final Logger LOG = Logger.getLogger(MigrationMark.class.getName());
  private static final String SUFFIX = ".migrating";
  private static final String DATA = ".mv.db";
  private static final int MILLIS = 2_000;

  private final Path path;

  /// Says that there is nothing to put back, and what to do.
  public static final class CopyGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    CopyGoneException(String message) {
      super(message);
    }
  }

  private MigrationMark(Path path) {
    this.path = path;
  }

  /// Says that migrations begin. Once this returns, that is on disk.
  ///
  /// @param copy the database of before, which is packed and beside it
  public static MigrationMark set(DatabaseFile file, Path copy) throws IOException {
    Path path = file.with(SUFFIX);
    try (FileChannel channel =
        OwnerOnly.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      String name = String.valueOf(copy.getFileName());
      channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return new MigrationMark(path);
  }

  /// Says that they are done, and on disk.
  public void clear() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Puts the copy of before back if migrations did not end. What they had made of the database is
  /// kept beside it. The caller holds the turn to open the file.
  ///
  /// @throws CopyGoneException if that copy is gone
  public static void undo(DatabaseFile file) throws IOException {
    Path mark = file.with(SUFFIX);
    if (!Files.exists(mark) || isInUse(file)) {
      return;
    }
    String name = Files.readString(mark).strip();
    // A mark without a name was being written: nothing had begun.
    if (!name.isEmpty()) {
      putBack(file, file.directory().resolve(name), mark);
    }
    Files.deleteIfExists(mark);
  }

  private static void putBack(DatabaseFile file, Path copy, Path mark) throws IOException {
    if (!Files.exists(copy)) {
      throw new CopyGoneException(
          "A migration of the database "
              + file.path()
              + " did not end, and its copy of before is gone: "
              + copy
              + ". Put that copy back, or restore a backup into another directory. To go on with"
              + " what is there, delete "
              + mark);
    }
    // H2 would take what ends like its own file for a part of the database.
    Path unpacked = file.with(".put-back");
    Path kept = file.with(".interrupted");
    FileCopy.unpack(copy, unpacked);
    if (file.exists()) {
      Files.move(file.with(DATA), kept, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(unpacked, file.with(DATA), StandardCopyOption.ATOMIC_MOVE);
    LOG.warning(
        "A migration of the database "
            + file.path()
            + " did not end. It is again as it was before, and what it had become is in "
            + kept);
  }

  /// A live program with the database open serves others, at an address that it has written down.
  /// Its file is locked, too; but a program that looks would unlock it if it were its own.
  private static boolean isInUse(DatabaseFile file) throws IOException {
    if (isServed(file.with(".lock.db"))) {
      return true;
    }
    if (!file.exists()) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file.with(DATA), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException ofThisProgram) {
      return true;
    }
  }

  private static boolean isServed(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return false;
    }
    Properties told = new Properties();
    try (var in = Files.newInputStream(lock)) {
      told.load(in);
    }
    String[] server = told.getProperty("server", "").split(":", -1);
    if (server.length != 2 || !server[1].matches("[0-9]{1,5}")) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server[0], Integer.parseInt(server[1])), MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
