package org.meetwright.desktop.instance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The app that runs first on a directory. It holds a lock there; a second one asks it, over a
/// socket on this computer, to come to the front. Who asks has to know what stands in a file that
/// the owner of the directory alone can read.
public final class FirstInstance implements AutoCloseable {
  private static final String LOCK = "desktop.lock";
  private static final String DOOR = "desktop.door";
  private static final int SECRET_BYTES = 16;
  private static final int PATIENCE_MILLIS = 3000;

  private final FileChannel channel;
  private final ServerSocket door;
  private final String secret;
  private final Runnable front;

  private FirstInstance(FileChannel channel, ServerSocket door, String secret, Runnable front) {
    this.channel = channel;
    this.door = door;
    this.secret = secret;
    this.front = front;
  }

  /// Claims a directory. If another app has it, that one is asked to come to the front.
  ///
  /// @param front brings this one to the front; called in a thread of its own
  /// @return empty if another app has the directory
  public static Optional<FirstInstance> claim(Path directory, Runnable front) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        knock(directory);
        return Optional.empty();
      }
      return Optional.of(open(directory, channel, front));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  private static FirstInstance open(Path directory, FileChannel channel, Runnable front)
      throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Path told = directory.resolve(DOOR);
    Files.deleteIfExists(told);
    Files.createFile(told);
    if (Files.getFileStore(told).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(told, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(told, door.getLocalPort() + " " + secret + "\n");
    FirstInstance first = new FirstInstance(channel, door, secret, front);
    var _ = Thread.ofVirtual().name("door").start(first::attend);
    return first;
  }

  private static void knock(Path directory) throws IOException {
    Path told = directory.resolve(DOOR);
    if (!Files.exists(told)) {
      return;
    }
    String[] words = Files.readString(told).strip().split(" ", -1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]))) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((words[1] + "\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      var _ = socket.getInputStream().read();
    } catch (NumberFormatException beingWritten) {
      // The other one has just begun; it comes to the front by itself.
    }
  }

  private void attend() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        BufferedReader said =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        if (secret.equals(said.readLine())) {
          front.run();
          socket.getOutputStream().write('k');
        }
      } catch (IOException closedOrRude) {
        // The next one is attended to.
      }
    }
  }

  /// Gives the directory up.
  @Override
  public void close() {
    try {
      door.close();
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
