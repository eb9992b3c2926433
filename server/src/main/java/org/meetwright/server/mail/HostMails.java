package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.meetwright.core.host.Host;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.Letter;

/// Writes to hosts about what belongs to no booking.
///
/// @param from the sender of all mail
public record HostMails(MailSender sender, EmailAddress from) {
  /// Sends a letter.
  ///
  /// @param key the same at every attempt and no other mail's, fit for a file name
  /// @param at when it was written
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  public void send(String key, Instant at, Host host, Letter letter)
      throws PermanentFailure, MessagingException, IOException {
    Envelope envelope =
        new Envelope(
            "<" + key + "@" + MailAddresses.domain(from) + ">",
            at,
            MailAddresses.of(from, "Meetwright"),
            MailAddresses.of(host.email(), host.name()),
            List.of());
    sender.send(new OutgoingMail(key, MimeLetter.of(letter, envelope, null)));
  }
}
