package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Security notice: sign in at https://evil.example",
        "HTTP://EVIL.EXAMPLE",
        "javascript://x",
        "www.evil.example",
        "Bob WWW.evil.example",
        "\uff57\uff57\uff57\uff0eevil\uff0eexample",
        "https\uff1a\uff0f\uff0fevil.example",
        "\ud835\udc30\ud835\udc30\ud835\udc30.evil.example",
      })
  void refusesWebAddresses(String name) {
    assertThatThrownBy(() -> PersonName.checked("invitee.name", name))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            wrong -> assertThat(wrong.field()).isEqualTo("invitee.name"))
        .hasMessageContaining("without a web address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bob\u0000Brown",
        "Bob\nBrown",
        "Bob\tBrown",
        "Bob\u007fBrown",
        "Bob\u0085Brown",
        "Bob\u00adBrown",
        "Bob\u034fBrown",
        "Bob\u061cBrown",
        "Bob\u115fBrown",
        "Bob\u180eBrown",
        "Bob\u200bBrown",
        "Bob\u200cBrown",
        "Bob\u200dBrown",
        "Bob\u200eBrown",
        "Bob\u200fBrown",
        "Bob\u2028Brown",
        "Bob\u2029Brown",
        "Bob\u202eBrown",
        "Bob\u2060Brown",
        "Bob\u2066Brown\u2069",
        "Bob\u2800Brown",
        "Bob\u3164Brown",
        "Bob \ufe0fBrown",
        "Bob\ufeffBrown",
        "Bob\uffa0Brown",
        "Bob\udb40\udc41Brown",
        "w\u200bww.evil.example",
        "\u0646\u0645\u06cc \u200c\u062f\u0627\u0646\u0645",
      })
  void refusesWhatCannotBeSeen(String name) {
    assertThatThrownBy(() -> PersonName.checked("name", name))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bob Brown",
        "Bob\u00a0Brown",
        "J. R. R. Tolkien",
        "Anne-Marie O\u2019Neill, Ph.D.",
        "\u1e6cru\u014bg Th\u1ecb Ng\u1ecdc",
        // With a combining mark that has no letter of its own.
        "Mx\u0301",
        // Persian, parted by a non-joiner.
        "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
        // Sinhala, joined.
        "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
        // A Japanese name in its own variant of a character.
        "\u845b\udb40\udd00\u57ce",
        "\u845b\u98fe",
        "\u738b\u5c0f\u660e",
        "\u0645\u062d\u0645\u062f",
        // A heart in colour, and a woman at a computer.
        "Ada \u2764\ufe0f",
        "Ada \ud83d\udc69\u200d\ud83d\udcbb",
        "ACME: Support/Sales",
      })
  void takesNamesAsPeopleWriteThem(String name) {
    assertThat(PersonName.checked("name", name)).isEqualTo(name);
  }

  @Test
  void takesAwayTheSpaceAround() {
    assertThat(PersonName.checked("name", " Bob ")).isEqualTo("Bob");
  }

  @Test
  void refusesNamesThatAreEmptyOrTooLong() {
    assertThatThrownBy(() -> PersonName.checked("name", " ")).hasMessageContaining("empty");
    assertThatThrownBy(() -> PersonName.checked("name", "x".repeat(101)))
        .hasMessageContaining("100");
  }
}
