package org.meetwright.server.settings;

import java.nio.file.Path;
import java.util.Map;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

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
  private static final Setting<String> HOST =
      Setting.of(
              "mail.smtp.host",
              Format.computer("the name or address of a mail server, without a port"),
              "The mail server to which mail is handed over.")
          .orElseAs("none: mail is written to files in the folder `mail` of the data directory");

  private static final Setting<Integer> PORT =
      Setting.of("mail.smtp.port", Format.number(1, 65535), "The port of the mail server.")
          .orElseAs("by `mail.smtp.tls`: `none` 25, `starttls` 587, `tls` 465");

  private static final Setting<String> USER =
      Setting.of("mail.smtp.user", Format.text("a name"), "The user name for the mail server.")
          .orElseAs("none: no login");

  private static final Setting<String> PASSWORD =
      Setting.of("mail.smtp.password", Format.text("any text"), "The password of that user.");

  private static final Setting<Path> PASSWORD_FILE =
      Setting.of(
          "mail.smtp.passwordFile",
          Format.file(),
          "A file whose first line is that password, instead of `mail.smtp.password`.");

  private static final Setting<Tls> TLS =
      Setting.of(
              "mail.smtp.tls",
              Format.oneOf(
                  "`none`, `starttls` or `tls`",
                  Map.of("none", Tls.NONE, "starttls", Tls.STARTTLS, "tls", Tls.TLS)),
              "How the connection to the mail server is encrypted: not at all; by STARTTLS,"
                  + " without which nothing is sent; or from the start.")
          .orElse("starttls");

  private static final Setting<EmailAddress> FROM =
      Setting.of("mail.from", Format.email(), "The sender of all mail.")
          .orElse("meetwright@localhost");

  /// Its settings, and how they are read.
  public static final Room<MailSettings> ROOM =
      Room.of(MailSettings::read, HOST, PORT, USER, PASSWORD, PASSWORD_FILE, TLS, FROM);

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

  private static MailSettings read(SettingValues values) {
    Tls tls = values.get(TLS);
    return new MailSettings(
        values.find(HOST).orElse(""),
        values.find(PORT).orElseGet(tls::usualPort),
        values.find(USER).orElse(""),
        values.secret(PASSWORD, PASSWORD_FILE),
        tls,
        values.get(FROM));
  }
}
