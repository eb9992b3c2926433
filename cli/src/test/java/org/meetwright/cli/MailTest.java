package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails.NewEmail;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

/// `mail test`, `mail list` and `mail resend`.
final class MailTest {
  @TempDir Path home;

  private Email keep(UUID booking) {
    try (Core core =
        Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(CommandLineRun.NOW))) {
      NewEmail written =
          new NewEmail(
              "key-" + Ids.next(),
              booking,
              "booked",
              "invitee",
              new EmailAddress("bob@example.com"),
              "Confirmed",
              "<1@example.org>");
      return core.emails().keep(written, "Subject: x\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void writesATestMailIntoAFileWhereThereIsNoServer() throws IOException {
    CommandLineRun run = CommandLineRun.in(home, "mail", "test", "bob@example.com");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Sent to bob@example.com: " + home.resolve("mail"));
    try (Stream<Path> files = Files.list(home.resolve("mail"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void losesTheFilesThatAreToAnErasedInvitee() throws IOException {
    CommandLineRun.addAda(home);
    CommandLineRun.in(home, "mail", "test", "bob@example.com");
    CommandLineRun.in(home, "mail", "test", "eve@example.com");

    CommandLineRun erased = CommandLineRun.in(home, "erase", "invitee", "bob@example.com", "--yes");

    assertThat(erased.exit()).isZero();
    try (Stream<Path> files = Files.list(home.resolve("mail"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void saysAtWhichStepATestMailFailsAndWhatToChange() throws IOException {
    int closed;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = free.getLocalPort();
    }
    List<String> variables =
        List.of(
            "MEETWRIGHT_MAIL_SMTP_HOST",
            "127.0.0.1",
            "MEETWRIGHT_MAIL_SMTP_PORT",
            String.valueOf(closed),
            "MEETWRIGHT_MAIL_FROM",
            "meet@example.org");
    CommandLineRun run = CommandLineRun.in(home, variables, "mail", "test", "bob@example.com");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("at the step connect:", "Check mail.smtp.port");
  }

  @Test
  void listsMailsAndHasThemSentAgain() {
    CommandLineRun.addAda(home);
    UUID booking = Ids.next();
    Email mail = keep(booking);
    keep(booking);

    CommandLineRun list = CommandLineRun.in(home, "mail", "list", "--booking", booking.toString());
    assertThat(list.lines()).hasSize(2);
    assertThat(list.out()).contains(mail.id() + "  pending  0  booked  bob@example.com");
    assertThat(CommandLineRun.in(home, "mail", "resend", mail.id().toString()).out())
        .isEqualToIgnoringNewLines("1");
    assertThat(CommandLineRun.in(home, "mail", "resend", "--booking", booking.toString()).out())
        .isEqualToIgnoringNewLines("2");
  }

  @Test
  void refusesToSendAgainWhatIsNotThere() {
    CommandLineRun.addAda(home);
    CommandLineRun run = CommandLineRun.in(home, "mail", "resend", Ids.next().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("There is no such mail");
    assertThat(CommandLineRun.in(home, "mail", "resend").exit()).isEqualTo(2);
  }
}
