package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.phone.Countries;
import org.meetwright.core.phone.PhoneNumber;

/// What people type and paste is put in order before it is judged.
class TypedValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(212) 555-1234 | US | +1 212-555-1234",
        "tel:+1-212-555-1234 | US | +1-212-555-1234",
        "tel:030 1234567 | DE | +49 30 1234567",
        "030/123 45 67 | DE | +49 30 1234567",
        "030\u00a0123\u202f4567 | DE | +49 30 1234567",
        "\u202a+49 30 1234567\u202c | US | +49 30 1234567",
        "212\u20115551234 | US | +1 212-555-1234",
        "212\u2013555\u20131234 | US | +1 212-555-1234",
        "212\u2212555\u22121234 | US | +1 212-555-1234",
        "\uff10\uff13-1234-5678 | JP | +81 3-1234-5678",
        "\u0660\u0661\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668 | EG | +20 10 12345678",
        "212-555-1234 ext. 89 | US | +1 212-555-1234 ext. 89",
        "212-555-1234 x89 | US | +1 212-555-1234 ext. 89",
        "+1 212 555 1234 extension 89 | | +1 212 555 1234 ext. 89",
        "tel:+1-212-555-1234;ext=89 | | +1-212-555-1234 ext. 89",
        "0049 30 1234567 | | +49 30 1234567",
        "020 7946 0018 | | 020 7946 0018",
        "1234 | DE | 1234",
      })
  void writesNumbersPlainlyAndWithTheirCountry(String typed, String country, String written) {
    assertThat(PhoneNumber.written(typed, country)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "none", "call me on 555", "12", "+49", "+1 23", "+", "123456789012345678901"})
  void takesNothingElseForANumber(String typed) {
    assertThat(PhoneNumber.written(typed, "US")).isEmpty();
  }

  @Test
  void sendsNoSmsToAnExtension() {
    assertThat(PhoneNumber.typed("+1 212 555 1234 ext. 89")).isEmpty();
    assertThat(PhoneNumber.typed("tel:+1-212-555-1234")).contains(new PhoneNumber("+12125551234"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u00a0ada@example.org\u00a0 | ada@example.org",
        "ada@\u200bexample.org\u200b | ada@example.org",
        "\ufeffada@example.org | ada@example.org",
        "\u202aada@example.org\u202c | ada@example.org",
        "ada\u00ad@example.org | ada@example.org",
        "ada@example.\u00a0org | ada@example.org",
        "\uff41\uff44\uff41\uff20example\u3002org | ada@example.org",
        "zoe\u0301@exa\u0308mple.org | zo\u00e9@ex\u00e4mple.org",
        "ada@b\u00fccher.example | ada@b\u00fccher.example",
        "ada@\u4f8b\u3048.\u30c6\u30b9\u30c8 | ada@\u4f8b\u3048.\u30c6\u30b9\u30c8",
        "\u0905\u0928\u093f\u0932@\u0909\u0926\u093e\u0939\u0930\u0923.\u092d\u093e\u0930\u0924 |"
            + " \u0905\u0928\u093f\u0932@\u0909\u0926\u093e\u0939\u0930\u0923.\u092d\u093e\u0930\u0924",
        "ada@xn--bcher-kva.example | ada@xn--bcher-kva.example",
      })
  void cleansAddressesThatWerePasted(String typed, String address) {
    assertThat(new EmailAddress(typed).value()).isEqualTo(address);
  }

  @Test
  void refusesDomainsThatAreNoNames() {
    // 63 letters that take more than 63 places in the DNS.
    assertThatThrownBy(() -> new EmailAddress("ada@" + "\u00fc".repeat(63) + ".example"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new EmailAddress("ada@" + "a".repeat(64) + ".example"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new EmailAddress("ada@\u0301example.org"))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u200b",
        "\u200b\u200d",
        "\ufeff",
        "\u00ad",
        "\u2060",
        "\u3164",
        "\u2800",
        "\u115f",
        "\u3000",
        "\u200e \u200f",
        "\u034f",
        "\ufe0f"
      })
  void takesWhatCannotBeSeenForEmpty(String text) {
    assertThatThrownBy(() -> Text.line("name", text, 10)).hasMessageContaining("empty");
    assertThat(Text.optionalLine("name", text, 10)).isEmpty();
    assertThat(Text.lines("notes", text, 10)).isEmpty();
  }

  @Test
  void keepsWhatIsSeenBetweenWhatIsNot() {
    assertThat(Text.line("name", "\u00a0Ada\u00a0Lovelace\u200b", 20))
        .isEqualTo("Ada\u00a0Lovelace");
    assertThat(Text.line("name", "\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", 20))
        .isEqualTo("\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645");
    assertThat(Text.line("name", "\u2764\ufe0f", 10)).isEqualTo("\u2764\ufe0f");
  }

  @Test
  void knowsTheCountryOfEveryPlace() {
    Set<String> countries = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    for (String zone : TimeZones.places()) {
      if (!zone.equals("UTC")) {
        assertThat(countries).as(zone).contains(Countries.of(ZoneId.of(zone)).orElse("none"));
      }
    }
    assertThat(Countries.of(ZoneId.of("Asia/Calcutta"))).contains("IN");
    assertThat(Countries.of(ZoneId.of("Europe/Berlin"))).contains("DE");
    assertThat(Countries.of(ZoneId.of("UTC"))).isEmpty();
  }
}
