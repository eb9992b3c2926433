package org.meetwright.server.settings;

import org.meetwright.core.value.EmailAddress;

/// How mail is sent.
///
/// @param host the SMTP server; empty to write mail into files instead
/// @param port its port, 1 to 65535
/// @param user empty to send without logging in
/// @param password empty if there is no user
/// @param tls how the connection is protected
/// @param from the sender of all mail
public record MailSettings(
    String host, int port, String user, String password, Tls tls, EmailAddress from) {

  /// How a connection to the SMTP server is protected.
  public enum Tls {
    /// Not at all.
    NONE(25),
    /// Begun in the clear, then protected (RFC 3207); refused if the server can't.
    STARTTLS(587),
    /// Protected from the start.
    TLS(465);

    private final int usualPort;

    Tls(int usualPort) {
      this.usualPort = usualPort;
    }

    /// Returns the port that mail servers use for it.
    public int usualPort() {
      return usualPort;
    }
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + tls + "]";
  }
}
