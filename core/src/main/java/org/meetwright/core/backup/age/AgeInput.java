package org.meetwright.core.backup.age;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Decrypts, chunk by chunk.
final class AgeInput extends InputStream {
  private final InputStream in;
  private final AgeChunks chunks;
  private byte[] sealed;
  private byte[] plain = new byte[0];
  private int at;
  private boolean ended;

  AgeInput(InputStream in, AgeChunks chunks) throws IOException {
    this.in = in;
    this.chunks = chunks;
    this.sealed = in.readNBytes(AgeChunks.SEALED);
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (at == plain.length) {
      if (ended) {
        return -1;
      }
      openNext();
    }
    int taken = Math.min(count, plain.length - at);
    System.arraycopy(plain, at, into, from, taken);
    at += taken;
    return taken;
  }

  /// One chunk is read ahead, as the last is sealed otherwise.
  private void openNext() throws IOException {
    byte[] next = sealed.length == AgeChunks.SEALED ? in.readNBytes(AgeChunks.SEALED) : new byte[0];
    ended = next.length == 0;
    plain = chunks.open(sealed, sealed.length, ended);
    at = 0;
    sealed = next;
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(plain, (byte) 0);
    in.close();
  }
}
