package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourCycleTest {
  @ParameterizedTest
  @CsvSource({
    "en-US, true",
    "en-GB, false",
    "en-DE, false",
    "de, false",
    "ar-EG, true",
    "fr-CA, false",
    "de-u-hc-h12, true",
    "ja-u-hc-h11, true",
    "en-US-u-hc-h23, false",
    "en-US-u-hc-h24, false",
    "en-US-u-hc-nonsense, true",
    "en-US-u-ca-buddhist, true"
  })
  void isWhatTheLocaleSaysOrItsCountrysCustom(String language, boolean twelve) {
    assertThat(HourCycle.isTwelve(Locale.forLanguageTag(language))).isEqualTo(twelve);
  }

  @Test
  void staysWhereTheLanguageIsReplaced() {
    assertThat(Translations.readable(Locale.forLanguageTag("de-AT-u-hc-h12")))
        .isEqualTo(Locale.forLanguageTag("de-AT-u-hc-h12"));
    assertThat(Translations.readable(Locale.forLanguageTag("nl-u-hc-h12")))
        .isEqualTo(Locale.forLanguageTag("en-GB-u-hc-h12"));
    assertThat(Translations.readable(Locale.forLanguageTag("nl-u-ca-buddhist")))
        .isEqualTo(Locale.UK);
  }

  @Test
  void isChosenOnceMore() {
    Locale once = HourCycle.choose(Locale.US, false);
    assertThat(once.toLanguageTag()).isEqualTo("en-US-u-hc-h23");
    assertThat(HourCycle.choose(once, true).toLanguageTag()).isEqualTo("en-US-u-hc-h12");
  }

  @Test
  void findsPatternsForManyAtOnce() {
    assertThat(
            Stream.of(Locale.getAvailableLocales()).parallel().map(HourCycle::isTwelve).distinct())
        .hasSize(2);
  }
}
