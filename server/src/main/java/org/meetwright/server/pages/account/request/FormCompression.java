package org.meetwright.server.pages.account.request;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Makes the fields of a form small enough for a cookie: their names and spaces repeat.
final class FormCompression {
  private static final int PIECE = 1024;

  private FormCompression() {}

  static byte[] pack(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      while (!deflater.finished()) {
        packed.write(piece, 0, deflater.deflate(piece));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /// Returns what was packed.
  ///
  /// @param most how many bytes that may be
  /// @throws IllegalArgumentException if it is more, or was not packed here
  static byte[] unpack(byte[] packed, int most) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      while (!inflater.finished()) {
        int length = inflater.inflate(piece);
        bytes.write(piece, 0, length);
        if (bytes.size() > most || (length == 0 && !inflater.finished())) {
          throw new IllegalArgumentException("Longer than " + most + " bytes, or cut off");
        }
      }
      return bytes.toByteArray();
    } catch (DataFormatException notPacked) {
      throw new IllegalArgumentException("Not packed here", notPacked);
    } finally {
      inflater.end();
    }
  }
}
