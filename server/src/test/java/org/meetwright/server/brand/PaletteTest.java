package org.meetwright.server.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static final double AA = 4.5;

  private static void assertReadable(Palette palette, Rgb color, Rgb card, Rgb ground) {
    String on = color.hex() + " on " + card.hex() + " gives " + palette;
    assertThat(palette.accent().contrast(card)).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.accent().contrast(ground)).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.accent().contrast(palette.glow())).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.accent().contrast(palette.soft())).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.strong().contrast(palette.soft())).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.strong().contrast(card)).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.onAccent().contrast(palette.accent())).as(on).isGreaterThanOrEqualTo(AA);
    assertThat(palette.onAccent().contrast(palette.strong())).as(on).isGreaterThanOrEqualTo(AA);
  }

  @Test
  void canBeReadWhateverColorAHostChooses() {
    for (int red = 0; red <= 255; red += 15) {
      for (int green = 0; green <= 255; green += 15) {
        for (int blue = 0; blue <= 255; blue += 15) {
          Rgb color = new Rgb(red, green, blue);
          assertReadable(Palette.light(color), color, Palette.LIGHT_CARD, Palette.LIGHT_GROUND);
          assertReadable(Palette.dark(color), color, Palette.DARK_CARD, Palette.DARK_GROUND);
        }
      }
    }
  }

  @Test
  void keepsAColorThatCanBeReadAsItIs() {
    assertThat(Palette.light(Rgb.of("1d4ed8")).accent().hex()).isEqualTo("#1d4ed8");
  }

  @Test
  void measuresContrastAsWcagDoes() {
    assertThat(Rgb.WHITE.contrast(Rgb.BLACK)).isEqualTo(21, Offset.offset(0.001));
    assertThat(Rgb.of("767676").contrast(Rgb.WHITE)).isEqualTo(4.54, Offset.offset(0.01));
  }

  @Test
  void writesAStyleSheetForLightAndDark() {
    assertThat(Palette.css("1d4ed8"))
        .startsWith(":root{--accent:#1d4ed8;")
        .contains("prefers-color-scheme:dark");
  }
}
