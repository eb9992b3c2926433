package org.meetwright.core.database.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.meetwright.core.files.OwnerOnly;

/// Lets one program at a time open a database file of H2. It would take another that is opening the
/// file at the same moment for one that does not share it; and an empty password is replaced by one
/// program alone.
public final class OpeningTurn implements AutoCloseable {
  /// Java locks files for the whole program.
  private static final ReentrantLock HERE = new ReentrantLock();

  private final FileChannel channel;

  private OpeningTurn(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until it is this program's turn.
  public static OpeningTurn take(DatabaseFile file) throws IOException {
    HERE.lock();
    try {
      FileChannel channel =
          OwnerOnly.open(
              file.with(".open.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new OpeningTurn(channel);
    } catch (IOException failed) {
      HERE.unlock();
      throw failed;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException nothingWasInIt) {
      // The lock is gone either way.
    } finally {
      HERE.unlock();
    }
  }
}
