package org.meetwright.server.mail.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.meetwright.core.email.Email;

/// A mail, ready to be sent.
///
/// @param name the same at every attempt and no other mail's, fit for a file name
/// @param message with all its headers
public record OutgoingMail(String name, MimeMessage message) {
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Keeps header lines as they are, in UTF-8 where an address needs it.
  private static final Session AS_WRITTEN = asWritten();

  private static Session asWritten() {
    Properties properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }

  /// Returns a kept mail as it was written.
  public static OutgoingMail of(Email email) throws MessagingException {
    String name =
        String.join(
            "-",
            FILE_TIME.format(email.createdAt()),
            email.event(),
            email.audience(),
            email.dedupeKey());
    return new OutgoingMail(
        name, new MimeMessage(AS_WRITTEN, new ByteArrayInputStream(email.mime())));
  }
}
