package org.meetwright.server.outgoing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/// The body of an answer, freed of how it was sent: in chunks, with its length told before, or up
/// to the end of the connection.
final class BodyStream extends InputStream {
  private final InputStream in;
  private final boolean chunked;

  /// How much of the body, or of the chunk, is still to come.
  private long left;

  private boolean begun;
  private boolean over;

  private BodyStream(InputStream in, boolean chunked, long left) {
    this.in = in;
    this.chunked = chunked;
    this.left = left;
  }

  /// Returns the body that follows a head.
  static InputStream of(Reply.Head head, InputStream in) throws ProtocolException {
    String encoding = String.valueOf(head.last("transfer-encoding")).toLowerCase(Locale.ROOT);
    if (encoding.endsWith("chunked")) {
      return new BodyStream(in, true, 0);
    }
    String length = head.last("content-length");
    return length == null ? in : new BodyStream(in, false, number(length, 10));
  }

  /// Returns what is in a stream, and fails where it is longer.
  static InputStream bounded(InputStream in, int mostBytes) {
    return new Bounded(in, mostBytes);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && chunked && !over) {
      beginChunk();
    }
    if (left == 0) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The receiver closed the connection before it had answered");
    }
    left -= read;
    return read;
  }

  private void beginChunk() throws IOException {
    if (begun) {
      ReplyReader.line(in);
    }
    begun = true;
    left = number(ReplyReader.line(in).replaceFirst("[ \\t]*;.*", ""), 16);
    over = left == 0;
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text.strip(), radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new ProtocolException("The receiver's answer does not say how long it is");
  }

  private static final class Bounded extends FilterInputStream {
    private final int mostBytes;
    private int left;

    Bounded(InputStream in, int mostBytes) {
      super(in);
      this.mostBytes = mostBytes;
      this.left = mostBytes;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, (int) Math.min(length, left + 1L));
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left + 1L));
      count((int) skipped);
      return skipped;
    }

    private void count(int read) throws ProtocolException {
      left -= read;
      if (left < 0) {
        throw new OutgoingHttp.TooLargeException(
            "The receiver's answer is larger than " + mostBytes / 1024 + " KiB");
      }
    }
  }
}
