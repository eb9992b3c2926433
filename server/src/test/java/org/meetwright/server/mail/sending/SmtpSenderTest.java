package org.meetwright.server.mail.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.MailFixture;
import org.meetwright.server.mail.ScriptedSmtp;
import org.meetwright.server.mail.Waiting;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

class SmtpSenderTest {
  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(
              new ServerSetup[] {
                ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()
              })
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("meet", "meet", "secret"));

  private static final String OK = "250 OK";

  @TempDir static Path directory;
  private static SSLContext localhost;

  @BeforeAll
  static void certify() throws Exception {
    localhost = TestCertificate.make(directory, "localhost").context();
  }

  private static MailSettings settings(String host, int port, String password, Tls tls) {
    return new MailSettings(
        host, port, password.isEmpty() ? "" : "meet", password, tls, Office.FROM);
  }

  private static OutgoingMail mail() throws Exception {
    return mailTo("bob@example.net");
  }

  private static OutgoingMail mailTo(String address) throws Exception {
    InternetAddress bob = MailAddresses.of(new EmailAddress(address), "Bob");
    Envelope envelope = new Envelope("<1@example.org>", Office.NOW, bob, bob, List.of());
    Letter letter =
        new Letter(
            "en", "Hello", "Hello", "Title", Letter.Tone.GOOD, "Lead", List.of(), null, "Foot");
    return new OutgoingMail("hello", MimeLetter.of(letter, envelope));
  }

  private static void send(String host, int port, Tls tls, SSLSocketFactory trust)
      throws Exception {
    new SmtpSender(settings(host, port, "", tls), trust).send(mail());
  }

  @Test
  void signsIn() throws Exception {
    new SmtpSender(settings("127.0.0.1", POST.getSmtp().getPort(), "secret", Tls.NONE))
        .send(mail());
    assertThat(POST.getReceivedMessages()).hasSize(1);
    assertThat(POST.getReceivedMessages()[0].getMessageID()).isEqualTo("<1@example.org>");
  }

  @Test
  void triesAgainAfterAWrongPassword() {
    SmtpSender sender =
        new SmtpSender(settings("127.0.0.1", POST.getSmtp().getPort(), "wrong", Tls.NONE));
    assertThatThrownBy(() -> sender.send(mail()))
        .isInstanceOf(MessagingException.class)
        .hasMessageNotContaining("wrong");
  }

  @Test
  void speaksTlsToTheHostThatTheCertificateNames() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, localhost, true)) {
      send("localhost", server.port(), Tls.TLS, localhost.getSocketFactory());
      assertThat(server.heard()).contains("Subject: Hello");
    }
  }

  @Test
  void refusesTlsWithAnotherHostsCertificate() throws Exception {
    int port = POST.getSmtps().getPort();
    assertThatThrownBy(() -> send("127.0.0.1", port, Tls.TLS, new DummySSLSocketFactory()))
        .isInstanceOf(MessagingException.class);
    try (ScriptedSmtp server = new ScriptedSmtp(OK, localhost, true)) {
      assertThatThrownBy(
              () -> send("127.0.0.1", server.port(), Tls.TLS, localhost.getSocketFactory()))
          .isInstanceOf(MessagingException.class);
      assertThat(server.heard()).isEmpty();
    }
    assertThat(POST.getReceivedMessages()).isEmpty();
  }

  @Test
  void refusesTlsWithACertificateThatNobodyVouchesFor() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, localhost, true)) {
      assertThatThrownBy(() -> send("localhost", server.port(), Tls.TLS, null))
          .isInstanceOf(MessagingException.class);
    }
  }

  @Test
  void startsTlsBeforeItSaysAnything() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, localhost, false)) {
      send("localhost", server.port(), Tls.STARTTLS, localhost.getSocketFactory());
      assertThat(server.heard().get(1)).isEqualTo("STARTTLS");
      assertThat(server.heard()).contains("Subject: Hello");
    }
  }

  @Test
  void sendsNothingWhereStartTlsIsNotOffered() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false)) {
      assertThatThrownBy(() -> send("localhost", server.port(), Tls.STARTTLS, null))
          .isInstanceOf(MessagingException.class);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void startsNoTlsWithAnotherHostsCertificate() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, localhost, false)) {
      assertThatThrownBy(
              () -> send("127.0.0.1", server.port(), Tls.STARTTLS, localhost.getSocketFactory()))
          .isInstanceOf(MessagingException.class);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void givesUpForGoodAt550WithTheServersWordsButNotTheAddress() throws Exception {
    try (ScriptedSmtp server =
        new ScriptedSmtp("550 5.1.1 <bob@example.net>: no such user here", null, false)) {
      assertThatThrownBy(() -> send("localhost", server.port(), Tls.NONE, null))
          .isInstanceOf(PermanentFailure.class)
          .hasMessage("550 5.1.1 <address>: no such user here");
    }
  }

  @Test
  void triesAgainAfter451() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp("451 4.7.1 Greylisted", null, false)) {
      assertThatThrownBy(() -> send("localhost", server.port(), Tls.NONE, null))
          .isInstanceOf(MessagingException.class)
          .hasMessageContaining("451 4.7.1 Greylisted");
    }
  }

  private static SmtpSender sender(ScriptedSmtp server, Duration idle, int mostMails) {
    return new SmtpSender(
        settings("localhost", server.port(), "", Tls.NONE), null, idle, mostMails);
  }

  @Test
  void keepsTheConnectionWhileMailsFollowEachOther() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false)) {
      SmtpSender sender = sender(server, Duration.ofMinutes(1), 100);
      for (int i = 0; i < 3; i++) {
        sender.send(mail());
      }
      assertThat(server.count("MAIL")).isEqualTo(3);
      assertThat(server.count("EHLO")).isEqualTo(1);
      assertThat(server.count("QUIT")).isZero();

      sender.close();

      Waiting.until(() -> server.count("QUIT") == 1);
    }
  }

  @Test
  void closesAConnectionThatNobodyUses() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMillis(50), 100)) {
      sender.send(mail());
      Waiting.until(() -> server.count("QUIT") == 1);
      sender.send(mail());
      assertThat(server.count("EHLO")).isEqualTo(2);
    }
  }

  @Test
  void closesAConnectionAfterManyMails() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMinutes(1), 2)) {
      for (int i = 0; i < 3; i++) {
        sender.send(mail());
      }
      assertThat(server.count("EHLO")).isEqualTo(2);
    }
  }

  @Test
  void connectsAnewWhereTheServerHasHungUp() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMinutes(1), 100)) {
      sender.send(mail());
      server.hangUp();
      sender.send(mail());
      assertThat(server.count("EHLO")).isEqualTo(2);
      assertThat(server.count("MAIL")).isEqualTo(2);
    }
  }

  @Test
  void leavesAConnectionAfterARefusal() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMinutes(1), 100)) {
      server.answer(".", "554 5.7.1 Spam");
      assertThatThrownBy(() -> sender.send(mail()))
          .isInstanceOf(PermanentFailure.class)
          .hasMessage("554 5.7.1 Spam");
      server.answer(".", "250 OK");
      sender.send(mail());
      assertThat(server.count("EHLO")).isEqualTo(2);
    }
  }

  @Test
  void sendsToAnAddressOutsideAsciiWhereTheServerTakesIt() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMinutes(1), 100)) {
      server.offer("8BITMIME");
      server.offer("SMTPUTF8");
      sender.send(mailTo("jürgen@bücher.example"));
      assertThat(server.heard())
          .contains("RCPT TO:<jürgen@xn--bcher-kva.example>")
          .anyMatch(line -> line.startsWith("MAIL FROM:") && line.contains("SMTPUTF8"));
    }
  }

  @Test
  void failsForGoodAtAnAddressOutsideAsciiThatTheServerCannotTake() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp(OK, null, false);
        SmtpSender sender = sender(server, Duration.ofMinutes(1), 100)) {
      assertThatThrownBy(() -> sender.send(mailTo("jürgen@example.net")))
          .isInstanceOf(PermanentFailure.class)
          .hasMessageContaining("SMTPUTF8")
          .hasMessageNotContaining("example.net");
      assertThat(server.count("MAIL")).isZero();
    }
  }

  @Test
  void parksWhatIsRefusedForGood() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp("550 No", null, false);
        Office office = Office.in(directory.resolve("parks"));
        OutboxWorker _ = worker(office, server.port())) {
      Booking booking = office.book(office.call(), Office.BOB);
      Waiting.until(() -> office.core().outbox().count("parked") == 2);
      assertThat(office.core().emails().ofBooking(booking.id()))
          .hasSize(2)
          .allSatisfy(
              email -> {
                assertThat(email.state()).isEqualTo("failed");
                assertThat(email.lastError()).isEqualTo("550 No");
              });
    }
  }

  @Test
  void keepsWhatCouldNotBeSentNow() throws Exception {
    int closed;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = free.getLocalPort();
    }
    try (Office office = Office.in(directory.resolve("keeps"));
        OutboxWorker _ = worker(office, closed)) {
      office.book(office.call(), Office.BOB);
      // Two tried mails and two reminders.
      Waiting.until(() -> office.attemptsOfFailed().equals(List.of(1, 1)));
      assertThat(office.core().outbox().count("pending")).isEqualTo(4);
    }
  }

  private static OutboxWorker worker(Office office, int port) {
    MailSender sender = new SmtpSender(settings("localhost", port, "", Tls.NONE));
    return OutboxWorker.start(
        office.core().outbox(),
        List.of(
            new Handler<>(
                BookingNotice.KIND,
                MailFixture.delivery(office.core(), () -> Office.URL, sender, Office.FROM))));
  }
}
