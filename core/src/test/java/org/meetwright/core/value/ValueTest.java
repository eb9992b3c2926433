package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.phone.PhoneNumber;

class ValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "a.b+c@x-y.co.uk",
        "o'neil@example.org",
        "jürgen@münchen.example",
        "root@localhost"
      })
  void takesAddressesAsPeopleUseThem(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "a@b@c",
        "a b@example.org",
        "ada@example..org",
        "ada@-example.org",
        "a..b@example.org",
        "ada@example.org\nBcc: eve@example.org",
        "ada@exa\u0000mple.org",
        "\"ada\"@example.org",
        "ada@[127.0.0.1]",
        "a,b@example.org"
      })
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> new EmailAddress(address))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void boundsTheLengthOfAddresses() {
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@example.org"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(130) + "org"))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void comparesAddressesWithoutCaseInAnyLocale() {
    assertThat(new EmailAddress("INFO@EXAMPLE.ORG"))
        .isEqualTo(new EmailAddress("info@example.org"));
    assertThat(new EmailAddress("INFO@EXAMPLE.ORG").key()).isEqualTo("info@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Ada", "ada_l", "-ada", "ada-", "a--b", "api", "health", "ada/x"})
  void refusesHandlesThatAreUnfitForAddresses(String handle) {
    assertThatThrownBy(() -> new Handle(handle)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void refusesControlCharactersInLines() {
    assertThatThrownBy(() -> Text.line("name", "a\nb", 10)).hasMessageContaining("one line");
    assertThatThrownBy(() -> Text.line("name", "a\u2028b", 10)).hasMessageContaining("one line");
    assertThatThrownBy(() -> Text.line("name", "a\u0085b", 10)).hasMessageContaining("one line");
    assertThatThrownBy(() -> Text.line("name", "a\u202eb", 10)).hasMessageContaining("one line");
    assertThatThrownBy(() -> Text.lines("name", "a\u202eb", 10)).hasMessageContaining("control");
    assertThatThrownBy(() -> Text.line("name", "  ", 10)).hasMessageContaining("empty");
    assertThatThrownBy(() -> Text.line("name", "\ud83d", 10)).hasMessageContaining("Unicode");
    assertThatThrownBy(() -> Text.lines("notes", "a\u0007b", 10)).hasMessageContaining("control");
    assertThat(Text.lines("notes", " a\r\nb\tc\r", 10)).isEqualTo("a\nb\tc");
    assertThat(Text.line("name", " Zoë 🙂 ", 10)).isEqualTo("Zoë 🙂");
  }

  @Test
  void bringsAnErrorIntoTheFieldAroundIt() {
    InvalidValueException wrong = new InvalidValueException("email", "x").inside("invitee");
    assertThat(wrong.field()).isEqualTo("invitee.email");
    assertThat(new InvalidValueException("[2]", "x").inside("guests").field())
        .isEqualTo("guests[2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+49 30 123456",
        "+49 (0)30 123-456",
        "0049 30/123456",
        "+4930123456",
        "+49.30.123456"
      })
  void readsNumbersAsPeopleTypeThem(String number) {
    assertThat(PhoneNumber.typed(number)).contains(new PhoneNumber("+4930123456"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "030 123456",
        "+0049 30 123456",
        "+49 30",
        "+1234567890123456",
        "+49 30 12x456"
      })
  void reachesNobodyWithoutACountryOrWithWhatIsNoNumber(String number) {
    assertThat(PhoneNumber.typed(number)).isEmpty();
    assertThatThrownBy(() -> new PhoneNumber(number))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("country code");
  }
}
