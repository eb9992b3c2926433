package org.meetwright.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.account.PasswordChanges.ResetOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.value.EmailAddress;

@Tag("attack")
@ParameterizedClass
@EachDatabase
class PasswordChangesTest {
  private static final EmailAddress ADA = new EmailAddress("ada@example.org");
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.org");
  private static final Origin HOME = Origin.at("203.0.113.1");
  private static final String OLD_HASH = Passwords.hash("correct horse");
  private static final String CHOSEN = "battery staple";

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private PasswordChanges changes;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    changes = fixture.core.passwordChanges();
    changes.change(fixture.ada.id(), OLD_HASH, null);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String link() {
    return fixture
        .core
        .mailedLinks()
        .make(
            fixture.ada.id(),
            Purpose.PASSWORD,
            ADA,
            fixture.clock.instant().plus(Purpose.PASSWORD.lasts()));
  }

  private List<String> mails() {
    return fixture.core.outbox().list(AccountMail.KIND, "pending", 100).stream()
        .flatMap(
            message -> fixture.core.accountMails().find(AccountMail.KIND.read(message)).stream())
        .map(mail -> mail.event() + " to " + mail.recipient())
        .toList();
  }

  private boolean signsIn(String password) {
    return switch (fixture.core.signIn().signIn(new Attempt(ADA, password, null, HOME, "Test"))) {
      case SignedIn _ -> true;
      case Refused _ -> false;
      default -> throw new AssertionError("neither in nor out");
    };
  }

  @Test
  void replacesThePasswordOnceAndEndsAllSessions() {
    fixture.core.access().sessions().begin(fixture.ada.id(), "phone");
    String link = link();
    String other = link();
    assertThat(changes.look(link).orElseThrow().id()).isEqualTo(fixture.ada.id());

    assertThat(changes.reset(link, CHOSEN)).isInstanceOf(ResetOutcome.Reset.class);

    assertThat(fixture.core.access().sessions().list(fixture.ada.id())).isEmpty();
    assertThat(signsIn("correct horse")).isFalse();
    assertThat(signsIn(CHOSEN)).isTrue();
    assertThat(mails()).containsExactly("PASSWORD_CHANGED to ada@example.org");
    assertThat(changes.reset(link, "another one of mine"))
        .isInstanceOf(ResetOutcome.LinkExpired.class);
    assertThat(changes.reset(other, "another one of mine"))
        .isInstanceOf(ResetOutcome.LinkExpired.class);
  }

  @Test
  void isDoneOnceHoweverOftenTheLinkIsUsedAtTheSameTime() throws Exception {
    String link = link();
    assertThat(Concurrently.run(4, number -> changes.reset(link, CHOSEN + number)))
        .filteredOn(ResetOutcome.Reset.class::isInstance)
        .hasSize(1);
  }

  @Test
  void keepsTheLinkForWhoHasChosenAWeakPassword() {
    String link = link();
    assertThat(changes.reset(link, "password")).isEqualTo(new ResetOutcome.Weak(Weakness.COMMON));
    assertThat(changes.reset(link, "ada@example.org"))
        .isEqualTo(new ResetOutcome.Weak(Weakness.OWN));
    assertThat(signsIn("correct horse")).isTrue();
    assertThat(changes.reset(link, CHOSEN)).isInstanceOf(ResetOutcome.Reset.class);
  }

  @Test
  void isOverAfterAnHourAndWithAnotherAddressOrPassword() {
    String old = link();
    fixture.clock.advance(Duration.ofMinutes(59));
    assertThat(changes.look(old)).isPresent();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(changes.look(old)).isEmpty();
    assertThat(changes.reset(old, CHOSEN)).isInstanceOf(ResetOutcome.LinkExpired.class);

    String beforePassword = link();
    changes.change(fixture.ada.id(), OLD_HASH, null);
    assertThat(changes.look(beforePassword)).isEmpty();

    String toOldAddress = link();
    fixture.core.emailChanges().set(fixture.ada.id(), new EmailAddress("ada@example.net"));
    assertThat(changes.look(toOldAddress)).isEmpty();
  }

  @Test
  void isNoLinkOfAnotherPurpose() {
    String link = link();
    assertThat(fixture.core.emailChanges().look(link)).isEmpty();
    assertThat(changes.look("")).isEmpty();
    assertThat(changes.look("a".repeat(43))).isEmpty();
  }

  @Test
  void keepsNoSecretButItsHashAndNoAddressOnceTheMailIsSent() {
    String link = link();
    assertThat(fixture.dump()).doesNotContain(link);
    assertThat(changes.forgotten(NOBODY, HOME)).isEmpty();
    assertThat(mails()).contains("PASSWORD_LINK to nobody@example.org");
    fixture
        .core
        .outbox()
        .list(AccountMail.KIND, "pending", 100)
        .forEach(
            message ->
                fixture
                    .core
                    .accountMails()
                    .find(AccountMail.KIND.read(message))
                    .ifPresent(fixture.core.accountMails()::forget));
    assertThat(fixture.dump()).doesNotContain("nobody@example.org");
  }

  @Test
  void doesTheSameForAnAddressThatIsNoHosts() {
    for (int i = 0; i < 5; i++) {
      assertThat(changes.forgotten(ADA, HOME)).isEqualTo(changes.forgotten(NOBODY, HOME));
    }
    assertThat(mails())
        .filteredOn(mail -> mail.equals("PASSWORD_LINK to ada@example.org"))
        .hasSize(3);
    assertThat(mails())
        .filteredOn(mail -> mail.equals("PASSWORD_LINK to nobody@example.org"))
        .hasSize(3);
  }

  @Test
  void leavesTheOwnerALinkThatWorksWhoeverUsesThemUp() {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 10; i++) {
        changes.forgotten(ADA, Origin.at("198.51.100." + i));
      }
      fixture.clock.advance(Purpose.PASSWORD.lasts());
    }
    assertThat(mails()).filteredOn(mail -> mail.startsWith("PASSWORD_LINK")).hasSizeBetween(24, 27);
    // No other mail uses them up.
    EmailAddress eve = fixture.addHost("eve").email();
    for (int i = 0; i < MailAllowance.MOST_A_DAY; i++) {
      fixture.core.mailAllowance().takeFirst(eve);
    }
    changes.forgotten(eve, HOME);
    assertThat(mails()).contains("PASSWORD_LINK to " + eve);
  }

  @Test
  void canBeAskedForByWhoIsKeptOutByTheTriesOfOthers() {
    Brake brake = fixture.core.brake();
    for (int i = 0; i < 730; i++) {
      brake.begin(ADA, Origin.at("198.51." + i % 40 + ".7"));
    }
    for (int i = 0; i < 40; i++) {
      brake.begin(ADA, HOME);
    }
    assertThat(brake.begin(ADA, HOME).retryAfter()).isPresent();
    assertThat(changes.forgotten(ADA, Origin.at("203.0.113.2"))).isEmpty();
    assertThat(mails()).containsExactly("PASSWORD_LINK to ada@example.org");
  }

  @Test
  void slowsDownWhoAsksForLinksOfManyAddresses() {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken +=
          changes.forgotten(new EmailAddress("a" + i + "@example.org"), HOME).isEmpty() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(31);
  }
}
