package org.meetwright.server.brand;

import org.jspecify.annotations.Nullable;

/// The colours of links and buttons in mail, `#rrggbb`. Each can be read on its ground.
///
/// @param accent for links and filled buttons
/// @param onAccent for text on `accent`
/// @param accentInTheDark for links and filled buttons on a dark ground
/// @param onAccentInTheDark for text on `accentInTheDark`
public record MailColors(
    String accent, String onAccent, String accentInTheDark, String onAccentInTheDark) {
  /// The colours of a host who has chosen none.
  public static final MailColors USUAL = new MailColors("#2f6f5e", "#ffffff", "#8fd3bd", "#10241d");

  /// Returns the colours that come from a host's own.
  ///
  /// @param color `#rrggbb`; null for the usual ones
  public static MailColors of(@Nullable String color) {
    if (color == null) {
      return USUAL;
    }
    Rgb own = Rgb.of(color.substring(1));
    Palette light = Palette.light(own);
    Palette dark = Palette.dark(own);
    return new MailColors(
        light.accent().hex(), light.onAccent().hex(), dark.accent().hex(), dark.onAccent().hex());
  }
}
