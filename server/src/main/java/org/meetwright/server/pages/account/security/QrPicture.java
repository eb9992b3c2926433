package org.meetwright.server.pages.account.security;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as an SVG draws it.
///
/// @param size of one side, with the quiet zone around, in modules
/// @param path its dark modules
public record QrPicture(int size, String path) {
  /// As the standard asks for, so that readers find the code.
  private static final int QUIET = 4;

  /// Draws a text.
  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int end = x;
        while (code.getModule(end, y)) {
          end++;
        }
        if (end > x) {
          int length = end - x;
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(length).append("v1h-").append(length).append('z');
          x = end;
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}
