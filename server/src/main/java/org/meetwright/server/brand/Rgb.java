package org.meetwright.server.brand;

import java.util.HexFormat;
import java.util.Locale;

/// A colour of screens (sRGB).
///
/// @param red 0 to 255
/// @param green 0 to 255
/// @param blue 0 to 255
record Rgb(int red, int green, int blue) {
  static final Rgb BLACK = new Rgb(0, 0, 0);
  static final Rgb WHITE = new Rgb(255, 255, 255);

  /// Reads `rrggbb`.
  static Rgb of(String hex) {
    int value = HexFormat.fromHexDigits(hex);
    return new Rgb(value >> 16 & 255, value >> 8 & 255, value & 255);
  }

  /// Returns `#rrggbb`.
  String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /// Returns a mixture.
  ///
  /// @param share how much of the other colour is in it, 0 to 1
  Rgb mix(Rgb other, double share) {
    return new Rgb(
        mixed(red, other.red, share),
        mixed(green, other.green, share),
        mixed(blue, other.blue, share));
  }

  private static int mixed(int one, int other, double share) {
    return (int) Math.round(one + (other - one) * share);
  }

  /// Returns the contrast to another colour as WCAG 2 defines it, 1 to 21.
  double contrast(Rgb other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
