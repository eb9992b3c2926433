package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.sending.Envelope;
import org.meetwright.server.mail.sending.FileSender;
import org.meetwright.server.mail.sending.MailAddresses;
import org.meetwright.server.mail.sending.MimeLetter;
import org.meetwright.server.mail.sending.OutgoingMail;
import org.meetwright.server.mail.sending.SmtpSender;
import org.meetwright.server.mail.sending.SmtpStep;
import org.meetwright.server.settings.MailSettings;

/// Sends a test mail without outbox and database, and reports the step at which it fails.
public final class TestMail {
  private TestMail() {}

  /// What became of a test mail.
  public sealed interface Result {
    /// The server has taken charge of it, or the file is written.
    ///
    /// @param where it went
    record Sent(String where) implements Result {}

    /// It could not be sent.
    ///
    /// @param words what the server or the system said, on one line
    record Failed(SmtpStep step, String words) implements Result {}
  }

  /// Sends a test mail.
  ///
  /// @param home the data directory
  /// @throws IOException if there is no SMTP server and the file cannot be written
  public static Result run(MailSettings settings, Path home, EmailAddress to, Instant now)
      throws IOException {
    return run(settings, home, to, now, null);
  }

  /// Connects to the SMTP server, and signs in if there is a user; sends no mail.
  ///
  /// @throws IOException if no connection can even be tried
  public static Result connect(MailSettings settings) throws IOException {
    try (SmtpSender sender = new SmtpSender(settings)) {
      sender.connect();
      return new Result.Sent(settings.host() + ":" + settings.port());
    } catch (SmtpStep.FailedException failed) {
      return new Result.Failed(failed.step(), failed.words());
    }
  }

  static Result run(
      MailSettings settings,
      Path home,
      EmailAddress to,
      Instant now,
      @Nullable SSLSocketFactory trust)
      throws IOException {
    if (settings.host().isEmpty()) {
      try (FileSender files = FileSender.in(home)) {
        files.send(mail(settings.from(), to, now));
        return new Result.Sent(files.toString());
      } catch (MessagingException | PermanentFailure failed) {
        throw new IOException(failed);
      }
    }
    try (SmtpSender sender = new SmtpSender(settings, trust)) {
      sender.check(mail(settings.from(), to, now));
      return new Result.Sent(settings.host() + ":" + settings.port());
    } catch (SmtpStep.FailedException failed) {
      return new Result.Failed(failed.step(), failed.words());
    } catch (PermanentFailure wrongAddress) {
      return new Result.Failed(SmtpStep.RECIPIENT, String.valueOf(wrongAddress.getMessage()));
    } catch (MessagingException unwritten) {
      throw new IOException(unwritten);
    }
  }

  private static OutgoingMail mail(EmailAddress from, EmailAddress to, Instant now)
      throws PermanentFailure, MessagingException {
    String name = "test-" + UUID.randomUUID();
    InternetAddress sender = MailAddresses.of(from, "Meetwright");
    Envelope envelope =
        new Envelope(
            "<" + name + "@" + MailAddresses.domain(from) + ">",
            now,
            sender,
            MailAddresses.of(to, ""),
            List.of());
    Letter letter =
        new Letter(
            "en",
            "Test mail from Meetwright",
            "Test",
            "Mail works",
            Letter.Tone.GOOD,
            "This server can send mail: you have just got one. There is nothing to do.",
            List.of(),
            null,
            "Sent by Meetwright because someone ran: meetwright mail test");
    return new OutgoingMail(name, MimeLetter.of(letter, envelope));
  }
}
