package org.meetwright.server.mail.sending;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.letter.MailFacts;
import org.meetwright.server.mail.letter.Reader;

/// Sender and recipient.
///
/// @param messageId with its angle brackets; the same at every attempt
/// @param replyTo may be empty
public record Envelope(
    String messageId,
    Instant date,
    InternetAddress from,
    InternetAddress to,
    List<InternetAddress> replyTo) {
  private static final Logger LOG = Logger.getLogger(Envelope.class.getName());
  private static final String PRODUCT = "Meetwright";

  /// Creates the envelope.
  public Envelope {
    replyTo = List.copyOf(replyTo);
  }

  /// Addresses a story to a reader.
  ///
  /// @param key no other mail's
  /// @param sender the sender of all mail
  /// @throws PermanentFailure if the reader's address or the sender's cannot be written
  public static Envelope of(String key, MailFacts story, Reader reader, EmailAddress sender)
      throws PermanentFailure {
    return new Envelope(
        "<" + key + "@" + MailAddresses.domain(sender) + ">",
        story.notice().occasion().at(),
        MailAddresses.of(sender, senderName(story, reader)),
        MailAddresses.of(reader.email(), reader.audience() == Audience.GUEST ? "" : reader.name()),
        replyTo(story, reader));
  }

  /// The address is always ours, since SPF, DKIM and DMARC vouch for no other domain's; the name
  /// tells on whose behalf it comes. An invitee is a stranger who chose his name himself: the
  /// sender does not borrow it.
  private static String senderName(MailFacts story, Reader reader) {
    return reader.audience() == Audience.HOST
        ? PRODUCT
        : story.booking().hosts().getFirst().name() + " via " + PRODUCT;
  }

  private static List<InternetAddress> replyTo(MailFacts story, Reader reader) {
    List<InternetAddress> addresses = new ArrayList<>();
    for (Reader other : reader.others(story.booking())) {
      try {
        InternetAddress address = MailAddresses.of(other.email(), other.name());
        // Few servers take other addresses; a mail that could go everywhere must not fail for one.
        if (MailAddresses.isAscii(address)) {
          addresses.add(address);
        }
      } catch (PermanentFailure notWritable) {
        LOG.fine("A mail goes without Reply-To: the other side's address cannot be written");
      }
    }
    return addresses;
  }

  /// Returns whether every mail server can take both addresses.
  boolean isAscii() {
    return MailAddresses.isAscii(from) && MailAddresses.isAscii(to);
  }
}
