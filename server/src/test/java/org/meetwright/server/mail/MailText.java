package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The text of a mail, as its reader gets it.
final class MailText {
  private MailText() {}

  /// Returns all parts of a type, one after the other.
  static String of(byte[] mime, String type) throws MessagingException, IOException {
    return part(new MimeMessage(null, new ByteArrayInputStream(mime)), type);
  }

  /// Returns all parts of a type, in a part of a mail.
  static String part(Part part, String type) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(part(parts.getBodyPart(i), type));
      }
      return all.toString();
    }
    return part.isMimeType(type)
        ? new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        : "";
  }
}
