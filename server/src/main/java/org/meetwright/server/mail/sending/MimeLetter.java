package org.meetwright.server.mail.sending;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.branding.Logo;
import org.meetwright.server.invite.CalendarObject;
import org.meetwright.server.mail.letter.Brand;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.LetterPage;

/// A letter as a MIME message: text and HTML to choose from, and with a calendar object that again,
/// for programs that show invitations, and as a file, for all others.
public final class MimeLetter extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private static final Session ASCII = Session.getInstance(new Properties());
  private static final Session UNICODE = unicode();

  private final String messageId;

  private MimeLetter(Envelope envelope) {
    super(envelope.isAscii() ? ASCII : UNICODE);
    this.messageId = envelope.messageId();
  }

  private static Session unicode() {
    Properties properties = new Properties();
    // RFC 6532: addresses outside ASCII stand in headers as they are.
    properties.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }

  /// Makes a message of no host's brand.
  public static MimeMessage of(Letter letter, Envelope envelope) throws MessagingException {
    return of(letter, Brand.USUAL, envelope, null);
  }

  /// Makes the message.
  ///
  /// @param event null if it goes without a calendar object
  public static MimeMessage of(
      Letter letter, Brand brand, Envelope envelope, @Nullable CalendarObject event)
      throws MessagingException {
    MimeLetter message = new MimeLetter(envelope);
    message.setFrom(envelope.from());
    message.setRecipient(RecipientType.TO, envelope.to());
    if (!envelope.replyTo().isEmpty()) {
      message.setReplyTo(envelope.replyTo().toArray(InternetAddress[]::new));
    }
    message.setSentDate(Date.from(envelope.date()));
    message.setHeader("Subject", subject(letter));
    // RFC 3834: so that no automatic reply comes back.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(content(letter, brand, event));
    message.saveChanges();
    return message;
  }

  private static String subject(Letter letter) {
    String words = EncodedWords.of(letter.subject());
    return words.equals(letter.subject()) ? MimeUtility.fold("Subject: ".length(), words) : words;
  }

  /// Keeps the Message-ID that was given; the usual one would be another at every attempt.
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeMultipart content(Letter letter, Brand brand, @Nullable CalendarObject event)
      throws MessagingException {
    MimeMultipart alternative = new MimeMultipart("alternative");
    alternative.addBodyPart(text(LetterPage.text(letter), "plain"));
    alternative.addBodyPart(html(letter, brand));
    if (event == null) {
      return alternative;
    }
    alternative.addBodyPart(
        binary(event, "text/calendar; method=" + event.method() + "; charset=UTF-8"));
    MimeBodyPart choice = new MimeBodyPart();
    choice.setContent(alternative);
    MimeBodyPart file = binary(event, "application/ics");
    file.setDisposition(Part.ATTACHMENT);
    file.setFileName("invite.ics");
    MimeMultipart mixed = new MimeMultipart("mixed");
    mixed.addBodyPart(choice);
    mixed.addBodyPart(file);
    return mixed;
  }

  /// With the logo beside it, if there is one (RFC 2387): nothing is loaded from elsewhere.
  private static MimeBodyPart html(Letter letter, Brand brand) throws MessagingException {
    MimeBodyPart html = text(LetterPage.html(letter, brand), "html");
    Logo logo = brand.logo();
    if (logo == null) {
      return html;
    }
    MimeBodyPart picture = new MimeBodyPart();
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.bytes(), logo.type())));
    picture.setContentID("<" + Brand.LOGO_ID + ">");
    picture.setDisposition(Part.INLINE);
    picture.setHeader("Content-Type", logo.type());
    picture.setHeader("Content-Transfer-Encoding", "base64");
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(new MimeMultipart("related", html, picture));
    return both;
  }

  private static MimeBodyPart text(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    // MIME wants CRLF; some encodings would keep what is there.
    part.setText(text.replace("\n", "\r\n"), UTF_8, kind);
    return part;
  }

  /// In base64, so that nothing on the way folds or trims the calendar's lines.
  private static MimeBodyPart binary(CalendarObject event, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(event.bytes(), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }
}
