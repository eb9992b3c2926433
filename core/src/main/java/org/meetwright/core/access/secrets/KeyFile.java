package org.meetwright.core.access.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.files.OwnerOnly;

/// The file with the keys of secrets, for its owner's eyes only: a key in base64 on each line. The
/// last is used; the others open what was sealed before, in old backups too. Keys are only added,
/// so that none is lost if the program is killed meanwhile; a last line without its end is none.
final class KeyFile {
  private static final String HEAD =
      "# Keys of the secrets in Meetwright's database. Keep a copy, but not beside the backups of"
          + " the database.\n";
  private static final int LARGEST = 64 * 1024;

  private final Supplier<Path> where;
  private volatile List<SecretKey> known = List.of();

  /// @param where asked for when the file is needed: a database without secrets has none
  KeyFile(Supplier<Path> where) {
    this.where = where;
  }

  Path path() {
    return where.get();
  }

  /// Returns the key that is used now, as the file says at this moment; empty if there is no file.
  ///
  /// @throws DatabaseUnavailableException if it cannot be read
  Optional<SecretKey> current() {
    known = read();
    return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
  }

  /// Returns a key by its id. The file is read again if it is not known yet.
  ///
  /// @throws DatabaseUnavailableException if it cannot be read
  Optional<SecretKey> find(String id) {
    Optional<SecretKey> found = named(id);
    if (found.isEmpty()) {
      known = read();
      found = named(id);
    }
    return found;
  }

  private Optional<SecretKey> named(String id) {
    return known.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private List<SecretKey> read() {
    Path path = path();
    if (!Files.exists(path)) {
      return List.of();
    }
    try (FileChannel channel = OwnerOnly.open(path, StandardOpenOption.READ)) {
      return parse(channel);
    } catch (IOException failed) {
      throw new DatabaseUnavailableException(
          "The file " + path + " with the keys of secrets cannot be read.", failed);
    }
  }

  private List<SecretKey> parse(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
    while (channel.read(bytes) > 0) {}
    List<SecretKey> keys = new ArrayList<>();
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    for (String line : whole.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(SecretKey.parse(line).orElseThrow(this::broken));
      }
    }
    return keys;
  }

  private DatabaseUnavailableException broken() {
    return new DatabaseUnavailableException(
        "The file "
            + path()
            + " must have a key of 32 bytes in base64 on each line; put back the copy that you"
            + " keep of it.");
  }

  /// Makes a key, which is used from now on.
  ///
  /// @param unlessThereIsOne whether a key that is there already is returned instead: of several
  ///   programs that begin at once one makes it
  SecretKey add(boolean unlessThereIsOne) {
    // Java locks files for the whole program.
    synchronized (KeyFile.class) {
      try (FileChannel channel =
              OwnerOnly.open(
                  path(),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        List<SecretKey> keys = new ArrayList<>(parse(channel));
        if (keys.isEmpty() || !unlessThereIsOne) {
          SecretKey made = SecretKey.next();
          append(channel, (channel.size() == 0 ? HEAD : "\n") + made.print() + "\n");
          keys.add(made);
        }
        known = List.copyOf(keys);
        return keys.getLast();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /// Returns all keys, as the file has them.
  List<String> print() {
    return read().stream().map(SecretKey::print).toList();
  }

  /// Adds keys of another installation, after those that are there.
  ///
  /// @throws IllegalArgumentException if a text is no key
  void addAll(List<String> printed) {
    // Java locks files for the whole program.
    synchronized (KeyFile.class) {
      try (FileChannel channel =
              OwnerOnly.open(
                  path(),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        Set<String> there = new HashSet<>();
        parse(channel).forEach(key -> there.add(key.print()));
        StringBuilder added = new StringBuilder(channel.size() == 0 ? HEAD : "\n");
        for (String key : printed) {
          if (SecretKey.parse(key).isEmpty()) {
            throw new IllegalArgumentException("A key is not 32 bytes in base64");
          }
          if (there.add(key)) {
            added.append(key).append('\n');
          }
        }
        append(channel, added.toString());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static void append(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public String toString() {
    return path().toString();
  }
}
