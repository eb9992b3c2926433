package org.meetwright.core.backup.age;

import java.io.IOException;
import java.io.OutputStream;

/// Encrypts, chunk by chunk. A full chunk waits until it is known whether it is the last.
final class AgeOutput extends OutputStream {
  private final OutputStream out;
  private final AgeChunks chunks;
  private final byte[] plain = new byte[AgeChunks.PLAIN];
  private int length;
  private boolean closed;

  AgeOutput(OutputStream out, AgeChunks chunks) {
    this.out = out;
    this.chunks = chunks;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    int at = from;
    int left = count;
    while (left > 0) {
      if (length == plain.length) {
        out.write(chunks.seal(plain, length, false));
        length = 0;
      }
      int taken = Math.min(left, plain.length - length);
      System.arraycopy(bytes, at, plain, length, taken);
      length += taken;
      at += taken;
      left -= taken;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (out) {
        out.write(chunks.seal(plain, length, true));
      }
    }
  }
}
