package org.meetwright.core.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class BrandingsTest {
  private static final byte[] PNG = latin("\u0089PNG\r\n\u001a\nand so on");
  private static final byte[] WEBP = latin("RIFF\u0001\u0002\u0003\u0004WEBPVP8 ");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Brandings brandings;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    brandings = fixture.core.brandings();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void isUsualUntilTheHostChooses() {
    assertThat(brandings.of(fixture.ada.id())).isEqualTo(Branding.USUAL);
    assertThat(brandings.logo("unknown")).isEmpty();
  }

  @Test
  void keepsColorAndLogoIndependently() {
    brandings.setColor(fixture.ada.id(), "#1D4ED8");
    brandings.setLogo(fixture.ada.id(), Logo.of(PNG));

    Branding both = brandings.of(fixture.ada.id());
    assertThat(both.color()).isEqualTo("#1d4ed8");
    Logo logo = brandings.logo(String.valueOf(both.logoHash())).orElseThrow();
    assertThat(logo.type()).isEqualTo("image/png");
    assertThat(logo.bytes()).isEqualTo(PNG);

    brandings.setColor(fixture.ada.id(), null);
    assertThat(brandings.of(fixture.ada.id())).isEqualTo(new Branding(null, both.logoHash()));
    brandings.setLogo(fixture.ada.id(), Logo.of(WEBP));
    assertThat(brandings.logo(String.valueOf(both.logoHash()))).isEmpty();
    brandings.setLogo(fixture.ada.id(), null);
    assertThat(brandings.of(fixture.ada.id())).isEqualTo(Branding.USUAL);
  }

  /// Was a fault: a row with nothing in it was taken for none.
  @Test
  void takesAChoiceAfterEverythingWasTakenBack() {
    brandings.setColor(fixture.ada.id(), null);
    brandings.setLogo(fixture.ada.id(), null);
    brandings.setColor(fixture.ada.id(), "#1d4ed8");
    assertThat(brandings.of(fixture.ada.id())).isEqualTo(new Branding("#1d4ed8", null));
  }

  @Test
  void refusesWhatIsNoColorAndNoPicture() {
    for (String color : List.of("red", "#12345", "#1234567", "", "#12345g", "#fff;}")) {
      assertThatThrownBy(() -> brandings.setColor(fixture.ada.id(), color))
          .as(color)
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("#2f6f5e");
    }
    for (String file : List.of("", "<svg onload=alert(1)>", "GIF89a", "RIFF....WAVE")) {
      assertThatThrownBy(() -> Logo.of(latin(file)))
          .as(file)
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("PNG, JPEG or WebP");
    }
    assertThat(Logo.of(Arrays.copyOf(PNG, 64 * 1024)).type()).isEqualTo("image/png");
    assertThatThrownBy(() -> Logo.of(Arrays.copyOf(PNG, 64 * 1024 + 1)))
        .hasMessageContaining("at most 64 KiB");
    assertThat(Logo.of(latin("\u00ff\u00d8\u00ff\u00e0")).type()).isEqualTo("image/jpeg");
  }

  @Test
  void goesWithTheHost() {
    brandings.setColor(fixture.ada.id(), "#1d4ed8");
    brandings.setLogo(fixture.ada.id(), Logo.of(PNG));
    String hash = String.valueOf(brandings.of(fixture.ada.id()).logoHash());

    fixture.core.erasure().eraseHost(fixture.ada.id());

    assertThat(brandings.of(fixture.ada.id())).isEqualTo(Branding.USUAL);
    assertThat(brandings.logo(hash)).isEmpty();
  }
}
