package org.meetwright.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.Ids;
import org.meetwright.core.value.InvalidValueException;

class AccessTest {
  private static final String REFERENCE =
      "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
          + "$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4";

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void letsAHostInByHisTokenAlone(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Access access = fixture.core.access();
      String token = access.createToken(fixture.ada.id(), "phone");
      assertThat(access.authenticate(token).orElseThrow().handle()).isEqualTo(fixture.ada.handle());
      assertThat(access.authenticate(token + "x")).isEmpty();
      assertThat(access.authenticate("")).isEmpty();
      assertThat(access.signOut(token)).isFalse();
      assertThat(access.signIn(fixture.ada.email(), "anything")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void readsOnlyManageTokensOfThisInstallation(DatabaseKind kind) {
    UUID id = Ids.next();
    try (Fixture fixture = new Fixture(kind);
        Fixture other = new Fixture(kind)) {
      String token = fixture.core.manageLinks().token(id);
      assertThat(token).hasSize(43);
      assertThat(fixture.core.manageLinks().bookingId(token)).contains(id);
      assertThat(ManageLinks.open(fixture.core.database(), fixture.clock).bookingId(token))
          .contains(id);
      assertThat(other.core.manageLinks().bookingId(token)).isEmpty();
      String changed = (token.startsWith("A") ? "B" : "A") + token.substring(1);
      assertThat(fixture.core.manageLinks().bookingId(changed)).isEmpty();
      assertThat(fixture.core.manageLinks().bookingId(token.substring(1))).isEmpty();
      assertThat(fixture.core.manageLinks().bookingId("%%%")).isEmpty();
    }
  }

  @Test
  void hashesPasswordsWithASaltOfTheirOwn() {
    String hash = Passwords.hash("correct horse");
    // Made by the reference implementation, argon2 of Debian.
    assertThat(Passwords.matches("correct horse", REFERENCE)).isTrue();
    assertThat(hash).startsWith("$argon2id$").isNotEqualTo(Passwords.hash("correct horse"));
    assertThat(Passwords.matches("correct horse", hash)).isTrue();
    assertThat(Passwords.matches("battery staple", hash)).isFalse();
    assertThat(Passwords.matches("nobody's password", null)).isFalse();
    assertThat(Passwords.matches("x".repeat(10_000), hash)).isFalse();
  }

  @Test
  void refusesPasswordsThatAreTooShort() {
    assertThatThrownBy(() -> Passwords.hash("1234567"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("8")
        .message()
        .doesNotContain("1234567");
  }
}
