package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails;
import org.meetwright.core.email.Resend;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.mail.sending.OutgoingMail;

/// Sends stored mails, and records the outcome. It also delivers requests to send a mail again,
/// which are not limited.
public record StoredMails(Emails emails, MailSender sender) implements Delivery<Resend> {
  /// Sends a mail again, if it is still kept.
  ///
  /// @throws PermanentFailure if the mail can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(Resend again, Message message)
      throws PermanentFailure, MessagingException, IOException {
    Email email = emails.find(again.emailId()).orElse(null);
    if (email != null) {
      send(email);
    }
  }

  /// Sends a mail.
  void send(Email email) throws PermanentFailure, MessagingException, IOException {
    try {
      sender.send(OutgoingMail.of(email));
    } catch (PermanentFailure refused) {
      emails.markFailed(email, String.valueOf(refused.getMessage()), true);
      throw refused;
    } catch (MessagingException | IOException failed) {
      emails.markFailed(email, String.valueOf(failed.getMessage()), false);
      throw failed;
    }
    emails.markSent(email);
  }
}
