package org.meetwright.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.ApiTokens.Created;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

class AccessTest {
  private static final String REFERENCE =
      "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
          + "$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4";

  @ParameterizedTest
  @EachDatabase
  void letsAHostInByHisTokenAlone(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Access access = fixture.core.access();
      String token = TestTokens.create(access, fixture.ada.id(), "phone");
      assertThat(access.authenticate(token).orElseThrow().host().handle())
          .isEqualTo(fixture.ada.handle());
      assertThat(access.authenticate(token + "x")).isEmpty();
      assertThat(access.authenticate("")).isEmpty();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void letsNobodyInByATokenThatHasExpired(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      ApiTokens tokens = fixture.core.access().tokens();
      Instant expiresAt = fixture.clock.instant().plusSeconds(60);
      NewToken order = new NewToken("phone", Set.of(Scope.WRITE), expiresAt);
      Created created = tokens.create(fixture.ada.id(), order);

      fixture.clock.advance(Duration.ofSeconds(59));
      assertThat(fixture.core.access().authenticate(created.secret()).orElseThrow().scopes())
          .containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
      fixture.clock.advance(Duration.ofSeconds(1));
      assertThat(fixture.core.access().authenticate(created.secret())).isEmpty();
      assertThatThrownBy(() -> tokens.create(fixture.ada.id(), order))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("later than now");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void keepsTheLastUseToAFewMinutes(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Access access = fixture.core.access();
      Instant first = fixture.clock.instant();
      String session = access.sessions().begin(fixture.ada.id(), "test").token();
      String token = TestTokens.create(access, fixture.ada.id(), "phone");
      assertThat(lastUses(fixture)).containsExactly(null, null);
      access.authenticate(session);
      access.authenticate(token);
      assertThat(lastUses(fixture)).containsExactly(first, first);
      fixture.clock.advance(Duration.ofMinutes(5));
      access.authenticate(session);
      access.authenticate(token);
      assertThat(lastUses(fixture)).containsExactly(first, first);
      fixture.clock.advance(Duration.ofSeconds(1));
      access.authenticate(session);
      access.authenticate(token);
      Instant later = first.plusSeconds(301);
      assertThat(lastUses(fixture)).containsExactly(later, later);
    }
  }

  private static List<Instant> lastUses(Fixture fixture) {
    Access access = fixture.core.access();
    return Arrays.asList(
        access.sessions().list(fixture.ada.id()).getFirst().lastUsedAt(),
        access.tokens().list(fixture.ada.id()).getFirst().lastUsedAt());
  }

  @ParameterizedTest
  @EachDatabase
  void endsTheOtherSessionsWithThePassword(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Access access = fixture.core.access();
      UUID ada = fixture.ada.id();
      String kept = access.sessions().begin(ada, "laptop").token();
      String other = access.sessions().begin(ada, "phone").token();
      String eves = access.sessions().begin(fixture.addHost("eve").id(), "phone").token();
      UUID keptId = access.authenticate(kept).orElseThrow().credential();

      fixture.core.passwordChanges().change(ada, Passwords.hash("correct horse"), keptId);

      assertThat(access.authenticate(kept)).isPresent();
      assertThat(access.authenticate(other)).isEmpty();
      assertThat(access.authenticate(eves)).isPresent();
      fixture.core.passwordChanges().change(ada, Passwords.hash("correct horse"), null);
      assertThat(access.authenticate(kept)).isEmpty();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void keepsNoSecretButItsHash(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Access access = fixture.core.access();
      String session =
          access.sessions().begin(fixture.ada.id(), "Mozilla\r\n" + "x".repeat(500)).token();
      String token = TestTokens.create(access, fixture.ada.id(), "phone");
      assertThat(fixture.dump())
          .contains(Secrets.hash(session), Secrets.hash(token))
          .doesNotContain(session, token, token.substring(3));
      assertThat(access.sessions().list(fixture.ada.id()).getFirst().begunWith())
          .hasSize(400)
          .startsWith("Mozilla??xx")
          .endsWith("...");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void readsOnlyManageTokensOfThisInstallation(DatabaseKind kind) {
    UUID id = Ids.next();
    try (Fixture fixture = new Fixture(kind);
        Fixture other = new Fixture(kind)) {
      String token = fixture.core.manageLinks().token(id);
      assertThat(token).hasSize(43);
      assertThat(fixture.core.manageLinks().bookingId(token)).contains(id);
      assertThat(
              new ManageLinks(InstallationKey.open(fixture.core.database(), fixture.clock))
                  .bookingId(token))
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
