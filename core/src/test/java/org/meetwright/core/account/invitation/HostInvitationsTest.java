package org.meetwright.core.account.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.account.invitation.HostInvitations.Newcomer;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class HostInvitationsTest {
  private static final String PASSWORD = "correct horse battery";

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private HostInvitations invitations;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    invitations = fixture.core.hostInvitations();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private HostInvitation invite(String email) {
    return invitations.invite(new Invited(new EmailAddress(email), null, "", null, Locale.ENGLISH));
  }

  private static Newcomer newcomer(String handle) {
    return new Newcomer(
        new Handle(handle), "Grace Hopper", ZoneId.of("Europe/Paris"), Locale.FRENCH, PASSWORD);
  }

  @Test
  void makesAHostWithAScheduleOnce() {
    HostInvitation invitation = invite("grace@example.org");
    String token = invitations.token(invitation);
    assertThat(invitations.look(token)).contains(invitation);

    JoinOutcome outcome = invitations.join(token, newcomer("grace"));

    assertThat(outcome).isInstanceOf(JoinOutcome.Joined.class);
    Host grace = ((JoinOutcome.Joined) outcome).host();
    assertThat(grace.handle()).isEqualTo(new Handle("grace"));
    assertThat(grace.email()).isEqualTo(new EmailAddress("grace@example.org"));
    assertThat(grace.timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(grace.locale()).isEqualTo(Locale.FRENCH);
    assertThat(grace.role()).isEqualTo(Role.HOST);
    assertThat(fixture.core.schedules().list(grace.id())).hasSize(1);
    assertThat(invitations.look(token)).isEmpty();
    assertThat(invitations.join(token, newcomer("hopper"))).isInstanceOf(JoinOutcome.Gone.class);
    assertThat(fixture.core.hosts().find("hopper")).isEmpty();
  }

  @Test
  void isGoodForAWeek() {
    String token = invitations.token(invite("grace@example.org"));
    fixture.clock.advance(HostInvitations.LASTS.minusMillis(1));
    assertThat(invitations.look(token)).isPresent();
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(invitations.look(token)).isEmpty();
    assertThat(invitations.join(token, newcomer("grace"))).isInstanceOf(JoinOutcome.Gone.class);
  }

  @Test
  void replacesAnEarlierInvitation() {
    String first = invitations.token(invite("grace@example.org"));
    HostInvitation second = invite("Grace@Example.org");

    assertThat(invitations.look(first)).isEmpty();
    assertThat(invitations.look(invitations.token(second))).contains(second);
    assertThat(invitations.find(new EmailAddress("grace@example.org"))).contains(second);
  }

  @Test
  void stillWorksAfterAHandleThatIsTakenOrAPasswordThatIsWeak() {
    String token = invitations.token(invite("grace@example.org"));

    assertThat(invitations.join(token, newcomer("ada"))).isEqualTo(new JoinOutcome.HandleTaken());
    fixture.addTeam("duo", fixture.ada);
    assertThat(invitations.join(token, newcomer("duo"))).isEqualTo(new JoinOutcome.HandleTaken());
    Newcomer weak =
        new Newcomer(new Handle("grace"), "Grace", ZoneId.of("UTC"), Locale.ENGLISH, "password");
    assertThat(invitations.join(token, weak)).isInstanceOf(JoinOutcome.Weak.class);

    assertThat(invitations.join(token, newcomer("grace"))).isInstanceOf(JoinOutcome.Joined.class);
  }

  @Test
  void invitesNobodyWhoIsAHostAndSuggestsNoHandleThatIsTaken() {
    assertThatThrownBy(() -> invite("ada@example.org"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("belongs to another host");
    assertThatThrownBy(
            () ->
                invitations.invite(
                    new Invited(
                        new EmailAddress("grace@example.org"),
                        new Handle("ada"),
                        "",
                        null,
                        Locale.ENGLISH)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("is taken");
    assertThat(invitations.find(new EmailAddress("grace@example.org"))).isEmpty();
  }

  @Test
  void takesNoTokenThatWasMadeForSomethingElse() {
    HostInvitation invitation = invite("grace@example.org");
    assertThat(invitations.look(fixture.core.manageLinks().token(invitation.id()))).isEmpty();
    assertThat(invitations.look("nonsense")).isEmpty();
  }

  @Test
  void makesOneHostOfTwoWhoOpenTheLinkAtOnce() throws Exception {
    String token = invitations.token(invite("grace@example.org"));

    List<JoinOutcome> outcomes =
        Concurrently.run(2, i -> invitations.join(token, newcomer(i == 0 ? "grace" : "hopper")));

    assertThat(outcomes).hasAtLeastOneElementOfType(JoinOutcome.Joined.class);
    assertThat(outcomes).filteredOn(JoinOutcome.Joined.class::isInstance).hasSize(1);
    assertThat(fixture.core.hosts().list()).hasSize(2);
  }

  @Test
  void isErasedWithTheAddress() {
    HostInvitation invitation = invite("grace@example.org");

    fixture.core.erasure().eraseInvitee(invitation.email());

    assertThat(invitations.look(invitations.token(invitation))).isEmpty();
    assertThat(fixture.dump()).doesNotContain("grace@example.org");
  }
}
