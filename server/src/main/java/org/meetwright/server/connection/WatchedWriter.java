package org.meetwright.server.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.util.concurrent.TimeUnit;

/// Writes answers piece by piece. A client that takes nothing is cut off after a while, and so is
/// one that takes less than 16 KiB a second in the long run.
final class WatchedWriter implements DataWriter {
  private static final int PIECE = 16 * 1024;
  private static final long NANOS_PER_BYTE = TimeUnit.SECONDS.toNanos(1) / PIECE;

  /// How long `HTTP/1.1 100 Continue` is, which is no answer yet, and where its 1 stands.
  private static final int CONTINUE_BYTES = "HTTP/1.1 100 Continue\r\n\r\n".length();

  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final DataWriter out;
  private final OpenConnection connection;
  private final long longest;
  private final Runnable answerBegins;

  /// How long the client may make no headway now.
  private long patience;

  /// Creates the writer.
  ///
  /// @param answerBegins is told of each piece of an answer
  WatchedWriter(
      DataWriter out, OpenConnection connection, Deadlines deadlines, Runnable answerBegins) {
    this.out = out;
    this.connection = connection;
    this.longest = deadlines.answer().toNanos();
    this.patience = longest;
    this.answerBegins = answerBegins;
  }

  @Override
  public void write(BufferData... buffers) {
    for (BufferData buffer : buffers) {
      write(buffer);
    }
  }

  @Override
  public void write(BufferData buffer) {
    if (!isContinue(buffer)) {
      answerBegins.run();
    }
    while (buffer.available() > PIECE) {
      byte[] piece = new byte[PIECE];
      int read = buffer.read(piece, 0, PIECE);
      writePiece(BufferData.create(piece, 0, read));
    }
    writePiece(buffer);
  }

  private static boolean isContinue(BufferData buffer) {
    return buffer.available() == CONTINUE_BYTES && buffer.get(STATUS_AT) == '1';
  }

  private void writePiece(BufferData piece) {
    int bytes = piece.available();
    long begun = System.nanoTime();
    connection.waitUntil(begun + patience);
    try {
      out.writeNow(piece);
    } catch (RuntimeException ended) {
      throw new CloseConnectionException(
          connection.isOverdue() ? "An answer was not taken in time" : "The client is gone", ended);
    } finally {
      connection.waitForNothing();
    }
    long left = patience - (System.nanoTime() - begun) + bytes * NANOS_PER_BYTE;
    patience = Math.min(longest, left);
  }

  @Override
  public void writeNow(BufferData... buffers) {
    write(buffers);
  }

  @Override
  public void writeNow(BufferData buffer) {
    write(buffer);
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.close();
  }
}
