package org.meetwright.server.mail.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

/// Sends mail through an SMTP server. Connections are kept while mails follow each other.
public final class SmtpSender implements MailSender {
  private static final String CONNECT_MILLIS = "10000";
  private static final String READ_MILLIS = "30000";
  private static final String WRITE_MILLIS = "30000";
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final int MOST_MAILS = 100;

  private final MailSettings settings;
  private final SmtpConnections connections;
  private final SmtpConnections unicodeConnections;

  /// Creates the sender. Nothing is connected yet.
  public SmtpSender(MailSettings settings) {
    this(settings, null, IDLE, MOST_MAILS);
  }

  /// Creates the sender.
  ///
  /// @param trust what makes protected connections; null for the JVM's own
  public SmtpSender(MailSettings settings, @Nullable SSLSocketFactory trust) {
    this(settings, trust, IDLE, MOST_MAILS);
  }

  /// Creates the sender.
  ///
  /// @param trust what makes protected connections; null for the JVM's own
  /// @param idle how long an unused connection is kept
  /// @param mostMails how many mails go over one connection
  public SmtpSender(
      MailSettings settings, @Nullable SSLSocketFactory trust, Duration idle, int mostMails) {
    this.settings = settings;
    Properties properties = properties(settings);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    Session session = Session.getInstance(properties);
    // Asks for SMTPUTF8 with every mail: kept to the mails that need it, since not every server
    // further on the way has it.
    Properties unicode = new Properties();
    unicode.putAll(properties);
    unicode.setProperty("mail.mime.allowutf8", "true");
    Session unicodeSession = Session.getInstance(unicode);
    this.connections = new SmtpConnections(() -> open(session), idle, mostMails);
    this.unicodeConnections = new SmtpConnections(() -> open(unicodeSession), idle, mostMails);
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", READ_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", WRITE_MILLIS);
    // A server that hangs does not hold up the goodbye.
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls() == Tls.TLS));
    // The host name in the server's certificate counts, or anyone on the way could answer.
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    String startTls = String.valueOf(settings.tls() == Tls.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    return properties;
  }

  /// Whatever goes wrong here, a refused password included, is the same for all mail and can be put
  /// right: it is tried again.
  private SMTPTransport open(Session session) throws MessagingException {
    if (!(session.getTransport("smtp") instanceof SMTPTransport transport)) {
      throw new NoSuchProviderException("Not an SMTP transport of Angus Mail");
    }
    boolean signsIn = !settings.user().isEmpty();
    transport.connect(
        settings.host(),
        settings.port(),
        signsIn ? settings.user() : null,
        signsIn ? settings.password() : null);
    return transport;
  }

  @Override
  public void send(OutgoingMail mail) throws PermanentFailure, MessagingException {
    MimeMessage message = mail.message();
    boolean unicode = needsUnicode(message);
    SmtpConnections kept = unicode ? unicodeConnections : connections;
    SmtpConnections.Connection connection = kept.take();
    if (unicode && !connection.transport().supportsExtension("SMTPUTF8")) {
      kept.giveBack(connection);
      throw new PermanentFailure(
          "The SMTP server does not take addresses with letters outside ASCII before the @"
              + " (SMTPUTF8). Ask for another address, or send through a server that does.",
          null);
    }
    try {
      connection.transport().sendMessage(message, message.getAllRecipients());
    } catch (MessagingException failed) {
      kept.drop(connection);
      OptionalInt answer = answer(failed);
      if (answer.isPresent() && isPermanent(answer.getAsInt())) {
        throw new PermanentFailure(SmtpWords.of(failed), failed);
      }
      throw new MessagingException(SmtpWords.of(failed), failed);
    }
    kept.giveBack(connection);
  }

  /// Connects and signs in, and tells at which step that fails. Nothing is sent.
  public void connect() throws SmtpStep.FailedException {
    connections.drop(connected(connections));
  }

  private SmtpConnections.Connection connected(SmtpConnections kept)
      throws SmtpStep.FailedException {
    try {
      InetAddress.getByName(settings.host());
    } catch (UnknownHostException unknown) {
      String words = "There is no machine of the name " + settings.host();
      throw new SmtpStep.FailedException(SmtpStep.NAME, words, unknown);
    }
    try {
      return kept.take();
    } catch (MessagingException failed) {
      throw new SmtpStep.FailedException(
          SmtpStep.ofConnecting(failed), SmtpWords.of(failed), failed);
    }
  }

  /// Sends a mail, and tells at which step it fails.
  public void check(OutgoingMail mail) throws SmtpStep.FailedException, MessagingException {
    MimeMessage message = mail.message();
    SmtpConnections kept = needsUnicode(message) ? unicodeConnections : connections;
    SmtpConnections.Connection connection = connected(kept);
    try {
      connection.transport().sendMessage(message, message.getAllRecipients());
    } catch (MessagingException failed) {
      throw new SmtpStep.FailedException(SmtpStep.ofSending(failed), SmtpWords.of(failed), failed);
    } finally {
      kept.drop(connection);
    }
  }

  private static boolean needsUnicode(MimeMessage message) throws MessagingException {
    return Stream.of(message.getFrom(), message.getAllRecipients())
        .flatMap(Stream::of)
        .anyMatch(
            address ->
                address instanceof InternetAddress written && !MailAddresses.isAscii(written));
  }

  /// 530, 534, 535 and 538 (RFC 4954) concern signing in, not this mail.
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

  @Override
  public void close() {
    connections.close();
    unicodeConnections.close();
  }
}
