package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.Brand;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.sending.Envelope;
import org.meetwright.server.mail.sending.MailAddresses;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.mail.sending.MimeLetter;
import org.meetwright.server.mail.sending.OutgoingMail;

/// Sends mail that does not belong to a booking. It is not stored.
///
/// @param from the sender of all mail
public record UnstoredMails(MailSender sender, EmailAddress from) {
  /// Sends a letter.
  ///
  /// @param key the same at every attempt and no other mail's, fit for a file name
  /// @param at when it was written
  /// @param name the reader's; may be empty
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  public void send(String key, Instant at, EmailAddress to, String name, Letter letter)
      throws PermanentFailure, MessagingException, IOException {
    send(key, at, to, name, letter, Brand.USUAL);
  }

  /// Sends a letter of a host's brand.
  ///
  /// @param key the same at every attempt and no other mail's, fit for a file name
  /// @param at when it was written
  /// @param name the reader's; may be empty
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  public void send(String key, Instant at, EmailAddress to, String name, Letter letter, Brand brand)
      throws PermanentFailure, MessagingException, IOException {
    Envelope envelope =
        new Envelope(
            "<" + key + "@" + MailAddresses.domain(from) + ">",
            at,
            MailAddresses.of(from, "Meetwright"),
            MailAddresses.of(to, name),
            List.of());
    sender.send(new OutgoingMail(key, MimeLetter.of(letter, brand, envelope, null)));
  }
}
