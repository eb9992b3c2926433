package org.meetwright.desktop.control;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// QR codes, always dark on white, so that cameras read them.
public final class QrImage {
  private static final int QUIET = 4;

  private QrImage() {}

  /// Returns the QR code of a text.
  ///
  /// @param scale how many pixels a module is wide
  public static Image of(String text, int scale) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * QUIET) * scale;
    WritableImage image = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / scale - QUIET, y / scale - QUIET);
        image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }
}
