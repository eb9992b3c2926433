package org.meetwright.core.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

@Tag("attack")
class PasswordRulesTest {
  private static final PasswordRules ADAS =
      PasswordRules.of(
          new Handle("ada-l"), "Ada Lovelace", new EmailAddress("Ada.Lovelace@Analytical.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password", "password1", "Passw0rd!", "12345678", "1234567890", "iloveyou", "IILOVEYOU",
        "aaaaaaaa", "qwertyui", "qwertz123", "INTERNET1", "trustno1!", "football1", "11111111",
        "abcdefgh", "football2019"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertThat(ADAS.weakness(password)).contains(Weakness.COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.lovelace@analytical.example",
        "Ada.Lovelace@Analytical.Example",
        "adalovelace",
        "AdaLovelace1815",
        "lovelace.ada",
        "analytical.example",
        "ada lovelace!"
      })
  void refusesWhatEverybodyKnows(String password) {
    assertThat(ADAS.weakness(password)).isPresent();
  }

  @Test
  void saysThatItIsKnown() {
    assertThat(ADAS.weakness("AdaLovelace1815")).contains(Weakness.OWN);
    assertThatThrownBy(() -> ADAS.hash("AdaLovelace1815"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("must not be made of your address, handle or name");
  }

  @Test
  void takesLengthsFromEightTo200() {
    assertThat(ADAS.weakness("k7#pQ2x")).contains(Weakness.WRONG_LENGTH);
    assertThat(ADAS.weakness("k7#pQ2x!")).isEmpty();
    assertThat(ADAS.weakness("k7#pQ2x!".repeat(25))).isEmpty();
    assertThat(ADAS.weakness("k7#pQ2x!".repeat(25) + "x")).contains(Weakness.WRONG_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse",
        "battery staple",
        "correct horse battery staple",
        "Ada Lovelace met Charles Babbage",
        "\u6b63\u3057\u3044\u99ac\u3068\u65b0\u3057\u3044\u96fb\u6c60",
        "hest og batteri"
      })
  void takesWordsThatDoNotBelongTogether(String password) {
    assertThat(ADAS.weakness(password)).isEmpty();
    assertThat(Passwords.matches(password, ADAS.hash(password))).isTrue();
  }
}
