package org.meetwright.server.mail.sending;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.server.settings.MailSettings;

/// Where mail goes. May be used by several threads at once.
public sealed interface MailSender extends AutoCloseable permits SmtpSender, FileSender {

  /// Returns the sender of the settings, and logs where mail goes: to the SMTP server, or, if there
  /// is none, into files.
  ///
  /// @param home the data directory
  static MailSender of(MailSettings settings, Path home) {
    Logger log = Logger.getLogger(MailSender.class.getName());
    if (settings.host().isEmpty()) {
      FileSender files = FileSender.in(home);
      log.info(() -> "Mail is written to " + files + "; set mail.smtp.host to send it");
      files.sweep();
      return files;
    }
    log.info(() -> "Mail is sent through " + settings.host() + ":" + settings.port());
    return new SmtpSender(settings);
  }

  /// Sends a mail. When this returns, the receiver has taken charge of it.
  ///
  /// @throws PermanentFailure if the receiver refused it for good
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  void send(OutgoingMail mail) throws PermanentFailure, MessagingException, IOException;

  /// Lets connections go.
  @Override
  void close();
}
