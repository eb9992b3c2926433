package org.meetwright.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.account.EmailChanges.AskOutcome;
import org.meetwright.core.account.EmailChanges.ConfirmOutcome;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

@Tag("attack")
@ParameterizedClass
@EachDatabase
class EmailChangesTest {
  private static final EmailAddress OLD = new EmailAddress("ada@example.org");
  private static final EmailAddress NEW = new EmailAddress("ada@example.net");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private EmailChanges changes;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    changes = fixture.core.emailChanges();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Host ada() {
    return fixture.core.hosts().find(fixture.ada.id()).orElseThrow();
  }

  private AskOutcome ask(String email) {
    return changes.ask(ada(), new EmailAddress(email));
  }

  /// Returns the secret of the link that is mailed to an address.
  private String link(EmailAddress to) {
    return fixture
        .core
        .mailedLinks()
        .make(
            fixture.ada.id(),
            Purpose.EMAIL,
            to,
            fixture.clock.instant().plus(Purpose.EMAIL.lasts()));
  }

  /// Returns the mails that wait, as "EVENT to address".
  private List<String> mails() {
    return fixture.core.outbox().list(AccountMail.KIND, "pending", 100).stream()
        .flatMap(
            message -> fixture.core.accountMails().find(AccountMail.KIND.read(message)).stream())
        .map(mail -> mail.event() + " to " + mail.recipient())
        .sorted()
        .toList();
  }

  @Test
  void leavesTheOldAddressInForceUntilTheNewOneIsConfirmed() {
    assertThat(ask("ada@example.net")).isInstanceOf(AskOutcome.Asked.class);

    assertThat(ada().email()).isEqualTo(OLD);
    assertThat(changes.pending(fixture.ada.id()).orElseThrow().email()).isEqualTo(NEW);
    assertThat(mails())
        .containsExactly("EMAIL_ASKED to ada@example.org", "EMAIL_CONFIRM to ada@example.net");
    String link = link(NEW);
    assertThat(changes.look(link).orElseThrow().email()).isEqualTo(NEW);
    assertThat(ada().email()).as("looking changes nothing").isEqualTo(OLD);

    assertThat(changes.confirm(link)).isInstanceOf(ConfirmOutcome.Confirmed.class);

    assertThat(ada().email()).isEqualTo(NEW);
    assertThat(changes.pending(fixture.ada.id())).isEmpty();
    assertThat(mails()).contains("EMAIL_CHANGED to ada@example.org");
    assertThat(changes.confirm(link)).isInstanceOf(ConfirmOutcome.LinkExpired.class);
    assertThat(changes.look(link)).isEmpty();
  }

  @Test
  void confirmsOnceHoweverOftenTheLinkIsOpenedAtTheSameTime() throws Exception {
    ask("ada@example.net");
    String link = link(NEW);
    assertThat(Concurrently.run(8, number -> changes.confirm(link)))
        .filteredOn(ConfirmOutcome.Confirmed.class::isInstance)
        .hasSize(1);
    assertThat(mails()).filteredOn(mail -> mail.startsWith("EMAIL_CHANGED")).hasSize(1);
  }

  @Test
  void doesNotConfirmAnotherAddressThanTheOneThatTheLinkWasMailedTo() {
    ask("ada@example.net");
    String late = link(NEW);
    ask("mallory@example.net");
    assertThat(changes.confirm(late)).isInstanceOf(ConfirmOutcome.LinkExpired.class);
    // Made while the change was being replaced.
    assertThat(changes.confirm(link(NEW))).isInstanceOf(ConfirmOutcome.LinkExpired.class);
    assertThat(ada().email()).isEqualTo(OLD);
    assertThat(mails())
        .contains("EMAIL_CONFIRM to mallory@example.net")
        .doesNotContain("EMAIL_CONFIRM to ada@example.net");
  }

  @Test
  void isOverAfterADayAndWhenGivenUp() {
    ask("ada@example.net");
    String link = link(NEW);
    fixture.clock.advance(Purpose.EMAIL.lasts().minusSeconds(1));
    assertThat(changes.look(link)).isPresent();
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(changes.look(link)).isEmpty();
    assertThat(changes.pending(fixture.ada.id())).isEmpty();
    assertThat(changes.confirm(link)).isInstanceOf(ConfirmOutcome.LinkExpired.class);

    ask("ada@example.net");
    String other = link(NEW);
    assertThat(changes.giveUp(fixture.ada.id())).isTrue();
    assertThat(changes.giveUp(fixture.ada.id())).isFalse();
    assertThat(changes.confirm(other)).isInstanceOf(ConfirmOutcome.LinkExpired.class);
    assertThat(mails()).doesNotContain("EMAIL_CONFIRM to ada@example.net");
    assertThat(ada().email()).isEqualTo(OLD);
  }

  @Test
  void isGivenUpWithAnotherPassword() {
    fixture.core.passwordChanges().change(fixture.ada.id(), Passwords.hash("one two three"), null);
    ask("mallory@example.net");
    String link = link(new EmailAddress("mallory@example.net"));
    fixture.core.passwordChanges().change(fixture.ada.id(), Passwords.hash("four five six"), null);
    assertThat(changes.pending(fixture.ada.id())).isEmpty();
    assertThat(changes.confirm(link)).isInstanceOf(ConfirmOutcome.LinkExpired.class);
    assertThat(mails()).contains("PASSWORD_CHANGED to ada@example.org");
  }

  @Test
  void linksNoProviderToAnAddressThatIsNotConfirmed() {
    ask("mallory@example.net");
    Identity mallory =
        new Identity("https://id", "mallory", new EmailAddress("mallory@example.net"));
    assertThat(fixture.core.linkedIdentities().look(mallory)).isEmpty();
    assertThat(fixture.core.linkedIdentities().find(mallory)).isEmpty();
    assertThat(fixture.core.linkedIdentities().list(fixture.ada.id())).isEmpty();
  }

  @Test
  void refusesAnAddressOfAnotherHostAtTheBeginningAndAtTheEnd() {
    Host eve = fixture.addHost("eve");
    assertThatThrownBy(() -> changes.ask(ada(), eve.email()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("belongs to another host");
    ask("ada@example.net");
    String link = link(NEW);
    changes.set(eve.id(), NEW);
    assertThat(changes.confirm(link)).isEqualTo(new ConfirmOutcome.Taken(NEW));
    assertThat(ada().email()).isEqualTo(OLD);
  }

  @Test
  void writesToStrangersFiveTimesAtMost() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask("stranger" + i + "@example.net")).isInstanceOf(AskOutcome.Asked.class);
    }
    assertThat(ask("stranger5@example.net"))
        .isEqualTo(new AskOutcome.TooManyMails(Duration.ofHours(5)));
    // Only the last one still waits to be written to.
    assertThat(mails()).filteredOn(mail -> mail.startsWith("EMAIL_CONFIRM")).hasSize(1);
    assertThat(changes.pending(fixture.ada.id()).orElseThrow().email().value())
        .isEqualTo("stranger4@example.net");
  }

  @Test
  void countsWithTheOtherMailsThatAnAddressGets() {
    MailAllowance allowance = fixture.core.mailAllowance();
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.takeQuestion(NEW)).isZero();
    }
    assertThat(ask("ada@example.net")).isInstanceOf(AskOutcome.TooManyMails.class);
    assertThat(changes.pending(fixture.ada.id())).isEmpty();
  }

  @Test
  void isDoneOutrightByAnAdminAndToldToTheOldAddress() {
    ask("mallory@example.net");
    String link = link(new EmailAddress("mallory@example.net"));
    changes.set(fixture.ada.id(), NEW);
    assertThat(ada().email()).isEqualTo(NEW);
    assertThat(mails()).contains("EMAIL_CHANGED to ada@example.org");
    assertThat(changes.confirm(link)).isInstanceOf(ConfirmOutcome.LinkExpired.class);
  }

  @Test
  void leavesNothingOfWhoIsErased() {
    ask("ada@example.net");
    UUID id = fixture.ada.id();
    assertThat(fixture.core.erasure().eraseHost(id)).isInstanceOf(ErasureOutcome.Erased.class);
    assertThat(fixture.dump()).doesNotContain("ada@example.net", "ada@example.org");
  }
}
