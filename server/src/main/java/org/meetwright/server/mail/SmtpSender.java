package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.OptionalInt;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

/// Sends mail through an SMTP server, each over a connection of its own.
public final class SmtpSender implements MailSender {
  private static final String CONNECT_MILLIS = "10000";
  private static final String READ_MILLIS = "30000";
  private static final String WRITE_MILLIS = "30000";

  private final MailSettings settings;
  private final Session session;

  /// Creates the sender. Nothing is connected yet.
  public SmtpSender(MailSettings settings) {
    this(settings, null);
  }

  /// Creates the sender.
  ///
  /// @param trust what makes protected connections; null for the JVM's own
  SmtpSender(MailSettings settings, @Nullable SSLSocketFactory trust) {
    this.settings = settings;
    Properties properties = properties(settings);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    this.session = Session.getInstance(properties);
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", READ_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", WRITE_MILLIS);
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls() == Tls.TLS));
    // The host name in the server's certificate counts, or anyone on the way could answer.
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    String startTls = String.valueOf(settings.tls() == Tls.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    return properties;
  }

  @Override
  public void send(OutgoingMail mail) throws PermanentFailure, MessagingException {
    MimeMessage message = mail.message();
    try (Transport transport = session.getTransport("smtp")) {
      connect(transport);
      try {
        transport.sendMessage(message, message.getAllRecipients());
      } catch (MessagingException failed) {
        OptionalInt answer = answer(failed);
        if (answer.isPresent() && isPermanent(answer.getAsInt())) {
          throw new PermanentFailure(SmtpWords.of(failed), failed);
        }
        throw new MessagingException(SmtpWords.of(failed), failed);
      }
    }
  }

  /// Whatever goes wrong here, a refused password included, is the same for all mail and can be put
  /// right: it is tried again.
  private void connect(Transport transport) throws MessagingException {
    boolean signsIn = !settings.user().isEmpty();
    transport.connect(
        settings.host(),
        settings.port(),
        signsIn ? settings.user() : null,
        signsIn ? settings.password() : null);
  }

  /// 530, 534, 535 and 538 (RFC 4954) tell of signing in, not of this mail.
  private static boolean isPermanent(int answer) {
    return switch (answer) {
      case 530, 534, 535, 538 -> false;
      default -> answer >= 500 && answer <= 599;
    };
  }

  /// Returns the first answer of the server in an exception: what it said of the mail, or of its
  /// only recipient.
  private static OptionalInt answer(@Nullable Exception failed) {
    return switch (failed) {
      case null -> OptionalInt.empty();
      case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
      case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
      case SMTPSendFailedException send -> OptionalInt.of(send.getReturnCode());
      case MessagingException other -> answer(other.getNextException());
      default -> OptionalInt.empty();
    };
  }
}
