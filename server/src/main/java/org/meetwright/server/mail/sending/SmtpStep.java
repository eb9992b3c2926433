package org.meetwright.server.mail.sending;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.Serial;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// A step on the way of a mail to an SMTP server, with what to change when it fails.
public enum SmtpStep {
  /// The server's name is looked up.
  NAME("Check mail.smtp.host, and that this machine can look up names."),
  /// The connection is made, and the server greets.
  CONNECT(
      "Check mail.smtp.port and that no firewall is between; mail.smtp.tls must be what the server"
          + " speaks on that port: usually starttls on 587, tls on 465, none on 25."),
  /// The connection is protected.
  TLS(
      "Check mail.smtp.tls: starttls on 587, tls on 465. The certificate must be valid, and for the"
          + " name in mail.smtp.host."),
  /// User and password are accepted.
  LOGIN("Check mail.smtp.user and mail.smtp.password."),
  /// The sender is accepted.
  SENDER("Check mail.from: the server must let this user send as that address."),
  /// The recipient is accepted.
  RECIPIENT("Check the address; if it is right, ask the server's operator why it is refused."),
  /// The mail itself is accepted.
  DATA("The server refuses the mail itself; its words say why.");

  private final String advice;

  SmtpStep(String advice) {
    this.advice = advice;
  }

  /// Returns what to change.
  public String advice() {
    return advice;
  }

  /// Returns the name of the step in lower case; `TLS` stays.
  public String word() {
    return this == TLS ? "TLS" : name().toLowerCase(Locale.ROOT);
  }

  /// Returns the step at which connecting failed.
  static SmtpStep ofConnecting(MessagingException failed) {
    if (failed instanceof AuthenticationFailedException) {
      return LOGIN;
    }
    boolean protection =
        String.valueOf(failed.getMessage()).contains("STARTTLS") || has(failed, SSLException.class);
    return protection ? TLS : CONNECT;
  }

  /// Returns the step at which a mail was refused.
  static SmtpStep ofSending(MessagingException failed) {
    for (Exception cause = failed; cause != null; cause = next(cause)) {
      switch (cause) {
        case SMTPAddressFailedException _ -> {
          return RECIPIENT;
        }
        case SMTPSenderFailedException sender -> {
          return sender.getReturnCode() == 530 ? LOGIN : SENDER;
        }
        case SMTPSendFailedException send when send.getCommand().startsWith("MAIL") -> {
          return send.getReturnCode() == 530 ? LOGIN : SENDER;
        }
        default -> {
          // Its cause may say more.
        }
      }
    }
    return DATA;
  }

  private static boolean has(MessagingException failed, Class<? extends Exception> type) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception cause) {
    return cause instanceof MessagingException outer ? outer.getNextException() : null;
  }

  /// Says at which step a mail failed.
  public static final class FailedException extends MessagingException {
    @Serial private static final long serialVersionUID = 1;

    private final SmtpStep step;
    private final String words;

    FailedException(SmtpStep step, String words, Exception cause) {
      super(words, cause);
      this.step = step;
      this.words = words;
    }

    /// Returns the step that failed.
    public SmtpStep step() {
      return step;
    }

    /// Returns what the server or the network said about it.
    public String words() {
      return words;
    }
  }
}
