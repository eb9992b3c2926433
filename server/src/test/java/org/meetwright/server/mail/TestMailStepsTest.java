package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.TestMail.Result;
import org.meetwright.server.mail.sending.SmtpStep;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

class TestMailStepsTest {
  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
          .withConfiguration(GreenMailConfiguration.aConfig().withUser("meet", "meet", "secret"));

  private static final EmailAddress TO = new EmailAddress("bob@example.net");

  @TempDir Path home;

  private Result run(String host, int port, String password, Tls tls) throws Exception {
    String user = password.isEmpty() ? "" : "meet";
    MailSettings settings = new MailSettings(host, port, user, password, tls, Office.FROM);
    return TestMail.run(settings, home, TO, Office.NOW);
  }

  private void failsAt(SmtpStep step, String words, Result result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> {
              assertThat(failed.step()).isEqualTo(step);
              assertThat(failed.words()).contains(words);
            });
  }

  @Test
  void arrives() throws Exception {
    int port = POST.getSmtp().getPort();
    assertThat(run("127.0.0.1", port, "secret", Tls.NONE))
        .isEqualTo(new Result.Sent("127.0.0.1:" + port));
    assertThat(POST.getReceivedMessages()[0].getSubject()).isEqualTo("Test mail from Meetwright");
  }

  @Test
  void becomesAFileWhereThereIsNoServer() throws Exception {
    assertThat(run("", 25, "", Tls.NONE)).isInstanceOf(Result.Sent.class);
    try (Stream<Path> files = Files.list(home.resolve("mail"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void failsAtTheName() throws Exception {
    failsAt(SmtpStep.NAME, "smtp.invalid", run("smtp.invalid", 25, "", Tls.NONE));
  }

  @Test
  void failsAtTheConnection() throws Exception {
    int closed;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = free.getLocalPort();
    }
    failsAt(SmtpStep.CONNECT, "", run("localhost", closed, "", Tls.NONE));
  }

  @Test
  void failsAtTls() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp("250 OK", null, false)) {
      failsAt(SmtpStep.TLS, "STARTTLS", run("localhost", server.port(), "", Tls.STARTTLS));
      failsAt(SmtpStep.TLS, "", run("localhost", server.port(), "", Tls.TLS));
    }
  }

  @Test
  void failsAtTheLogin() throws Exception {
    failsAt(SmtpStep.LOGIN, "535", run("127.0.0.1", POST.getSmtp().getPort(), "wrong", Tls.NONE));
  }

  @Test
  void failsAtSenderRecipientAndData() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp("250 OK", null, false)) {
      int port = server.port();
      server.answer(".", "554 5.7.1 Spam");
      failsAt(SmtpStep.DATA, "554 5.7.1 Spam", run("localhost", port, "", Tls.NONE));
      server.answer("RCPT", "550 5.1.1 No such user");
      failsAt(SmtpStep.RECIPIENT, "550 5.1.1 No such", run("localhost", port, "", Tls.NONE));
      server.answer("MAIL", "553 5.7.1 Not yours");
      failsAt(SmtpStep.SENDER, "553 5.7.1 Not yours", run("localhost", port, "", Tls.NONE));
      server.answer("MAIL", "530 5.7.0 Sign in first");
      failsAt(SmtpStep.LOGIN, "530 5.7.0", run("localhost", port, "", Tls.NONE));
    }
  }
}
