package org.meetwright.core.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Unpacks a file of gzip, and refuses what may follow it, which Java passes over.
final class SingleGzip extends GZIPInputStream {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int FLAGS_AT = 3;

  private final Counted counted;
  private boolean ended;

  private SingleGzip(Counted counted) throws IOException {
    super(counted, 1 << 15);
    this.counted = counted;
  }

  static SingleGzip of(InputStream in) throws IOException {
    return new SingleGzip(new Counted(in));
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    if (read < 0 && !ended) {
      ended = true;
      counted.transferTo(OutputStream.nullOutputStream());
      // The header of another program may be longer: it can have the name of a file.
      boolean plain = counted.flags == 0;
      if (plain && counted.bytes != HEADER + inf.getBytesRead() + TRAILER) {
        throw new ZipException("It goes on after its end");
      }
    }
    return read;
  }

  /// Counts what is read.
  private static final class Counted extends FilterInputStream {
    private long bytes;
    private int flags;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        note(read);
      }
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      for (int i = 0; i < read; i++) {
        note(into[from + i]);
      }
      return read;
    }

    private void note(int read) {
      if (bytes == FLAGS_AT) {
        flags = read;
      }
      bytes++;
    }
  }
}
