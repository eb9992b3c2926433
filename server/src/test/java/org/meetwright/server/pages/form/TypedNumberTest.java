package org.meetwright.server.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | 1,5 | 1.5",
        "de | 1.5 | 1.5",
        "de | 1.500 | 1500",
        "de | 1.500,25 | 1500.25",
        "de | 1.234.567 | 1234567",
        "fr | 1 500,5 | 1500.5",
        "fr | 1\u202f500 | 1500",
        "de-CH | 1’500.5 | 1500.5",
        "en-US | 1,500 | 1500",
        "en-US | 1,5 | 1.5",
        "en-US | 1,234.5 | 1234.5",
        "en-US | \u22123 | -3",
        "ja | \uff11\uff12 | 12",
        "ar-EG | \u0661\u0662\u066b\u0665 | 12.5",
        "ar-EG | \u200f7 | 7",
      })
  void readsNumbersAsTheyAreWritten(String locale, String typed, BigDecimal number) {
    assertThat(TypedNumber.read(typed, Locale.forLanguageTag(locale))).contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | 1,5,5",
        "de | 1.5.5",
        "en | many",
        "en | 1e5",
        "en | ''",
        "en | NaN",
        "en | 1,2345,6"
      })
  void readsNothingElse(String locale, String typed) {
    assertThat(TypedNumber.read(typed, Locale.forLanguageTag(locale))).isEmpty();
  }
}
