package org.meetwright.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which addresses are one mailbox, and which only look alike. Run in a Turkish locale too.
@Tag("attack")
class EmailKeyTest {
  private static String key(String address) {
    return new EmailAddress(address).key();
  }

  @ParameterizedTest
  @CsvSource({
    "KATE@EXAMPLE.ORG, kate@example.org",
    "\u00c9lodie@example.org, \u00e9lodie@example.org",
    "\u039f\u0394\u039f\u03a3@example.org, \u03bf\u03b4\u03bf\u03c2@example.org",
    "\u03bf\u03b4\u03bf\u03c3@example.org, \u03bf\u03b4\u03bf\u03c2@example.org",
    "ada@M\u00dcNCHEN.example, ada@m\u00fcnchen.example",
    "ada@m\u00fcnchen.example, ada@xn--mnchen-3ya.example",
    "ada@XN--MNCHEN-3YA.example, ada@xn--mnchen-3ya.example",
    "ada@\u212Aiosk.example, ada@kiosk.example"
  })
  void isOneMailbox(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other));
    assertThat(new EmailAddress(one)).isEqualTo(new EmailAddress(other));
  }

  @ParameterizedTest
  @CsvSource({
    "\u212Aate@example.org, kate@example.org",
    "\u212Aate@example.org, \uFF2Bate@example.org",
    "\u017Fam@example.org, sam@example.org",
    "\u0131an@example.org, ian@example.org",
    "\u0130an@example.org, ian@example.org",
    "k\u0430te@example.org, kate@example.org",
    "stra\u00dfe@example.org, strasse@example.org",
    "kate@ex\u0430mple.org, kate@example.org"
  })
  void areTwo(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
    assertThat(new EmailAddress(one)).isNotEqualTo(new EmailAddress(other));
  }
}
