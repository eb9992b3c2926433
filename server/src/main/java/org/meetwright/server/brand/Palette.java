package org.meetwright.server.brand;

/// The colours of a page that come from the host's own. Every pair of text and ground has at least
/// the contrast of WCAG AA, 4.5, whatever colour he chose: it is darkened, or lightened in the
/// dark, until it has.
///
/// @param accent for links and filled buttons
/// @param strong for text on `soft`, and for filled buttons under the pointer
/// @param soft a ground for what can be chosen
/// @param onAccent for text on `accent` and `strong`
/// @param glow what the page's ground begins with
record Palette(Rgb accent, Rgb strong, Rgb soft, Rgb onAccent, Rgb glow) {
  /// A little more than needed, so that rounding takes nothing away.
  private static final double READABLE = 4.6;

  private static final int STEPS = 100;

  // The grounds of pages.css on which these colours stand.
  static final Rgb LIGHT_CARD = Rgb.WHITE;
  static final Rgb LIGHT_GROUND = Rgb.of("f4f2ed");
  static final Rgb DARK_CARD = Rgb.of("1b211f");
  static final Rgb DARK_GROUND = Rgb.of("111614");

  /// Returns the colours of a light page.
  static Palette light(Rgb color) {
    Rgb soft = color.mix(LIGHT_CARD, 0.88);
    Rgb glow = color.mix(LIGHT_GROUND, 0.92);
    Rgb accent = readable(color, Rgb.BLACK, LIGHT_CARD, LIGHT_GROUND, glow, soft);
    Rgb strong = readable(accent.mix(Rgb.BLACK, 0.25), Rgb.BLACK, soft);
    return new Palette(accent, strong, soft, Rgb.WHITE, glow);
  }

  /// Returns the colours of a dark page.
  static Palette dark(Rgb color) {
    Rgb soft = color.mix(DARK_CARD, 0.78);
    Rgb glow = color.mix(DARK_GROUND, 0.9);
    Rgb accent = readable(color, Rgb.WHITE, DARK_CARD, DARK_GROUND, glow, soft);
    Rgb strong = readable(accent.mix(Rgb.WHITE, 0.3), Rgb.WHITE, soft);
    Rgb onAccent = readable(accent.mix(Rgb.BLACK, 0.85), Rgb.BLACK, accent, strong);
    return new Palette(accent, strong, soft, onAccent, glow);
  }

  /// Returns the first colour on the way to another that can be read on all these grounds.
  private static Rgb readable(Rgb color, Rgb towards, Rgb... grounds) {
    for (int step = 0; step < STEPS; step++) {
      Rgb candidate = color.mix(towards, (double) step / STEPS);
      boolean enough = true;
      for (Rgb ground : grounds) {
        enough &= candidate.contrast(ground) >= READABLE;
      }
      if (enough) {
        return candidate;
      }
    }
    return towards;
  }

  /// Returns a style sheet with a host's colours, for light and for dark.
  ///
  /// @param hex `rrggbb`
  static String css(String hex) {
    Rgb color = Rgb.of(hex);
    return ":root{%s}@media screen and (prefers-color-scheme:dark){:root{%s}}"
        .formatted(light(color).variables(), dark(color).variables());
  }

  private String variables() {
    return "--accent:%s;--accent-strong:%s;--accent-soft:%s;--on-accent:%s;--ground-glow:%s"
        .formatted(accent.hex(), strong.hex(), soft.hex(), onAccent.hex(), glow.hex());
  }
}
