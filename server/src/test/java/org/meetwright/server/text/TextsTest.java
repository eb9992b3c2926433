package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.MissingResourceException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String BUNDLE = "org.meetwright.server.text.sample";

  @Test
  void speaksTheReadersLanguage() {
    assertThat(Texts.of(BUNDLE, Locale.GERMANY).get("greeting", "Ada"))
        .isEqualTo("Grüß dich, Ada!");
  }

  @Test
  void speaksEnglishWhereALanguageIsMissingWhateverTheJvmSpeaks() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Texts.of(BUNDLE, Locale.JAPAN).get("greeting", "Ada")).isEqualTo("It's you, Ada!");
      assertThat(Texts.of(BUNDLE, Locale.ROOT).get("greeting", "Ada")).isEqualTo("It's you, Ada!");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void leavesValuesAsTheyAre() {
    assertThat(Texts.of(BUNDLE, Locale.ENGLISH).get("greeting", "{0} '{1}'"))
        .isEqualTo("It's you, {0} '{1}'!");
  }

  @Test
  void refusesAnUnknownKey() {
    Assertions.assertThatThrownBy(() -> Texts.of(BUNDLE, Locale.ENGLISH).get("nonsense"))
        .isInstanceOf(MissingResourceException.class);
  }
}
