package org.meetwright.server.mail.sending;

import jakarta.mail.MessagingException;
import java.util.regex.Pattern;

/// The answer of an SMTP server, in a form that may be stored and logged.
final class SmtpWords {
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@]+>?");

  private SmtpWords() {}

  /// Returns the innermost message of an exception, on one line, with `<address>` for e-mail
  /// addresses: servers repeat them, and the outbox logs why a mail failed.
  static String of(MessagingException failed) {
    Exception innermost = failed;
    while (innermost instanceof MessagingException outer && outer.getNextException() != null) {
      innermost = outer.getNextException();
    }
    String words = String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
    return ADDRESS.matcher(words).replaceAll("<address>");
  }
}
