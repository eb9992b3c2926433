package org.meetwright.cli.commands.init;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import picocli.CommandLine.Option;

/// What `init` has to know. What is not given as an option is asked for at a terminal.
final class InitAnswers {
  @Option(names = "--handle", paramLabel = "HANDLE", description = "The first host's handle.")
  @Nullable Handle handle;

  @Option(names = "--name", paramLabel = "NAME", description = "The first host's name.")
  @Nullable Name name;

  @Option(names = "--email", paramLabel = "EMAIL", description = "The first host's address.")
  @Nullable EmailAddress email;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The first host's time zone, like Europe/Berlin.")
  @Nullable ZoneId zone;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the first host's password, or - for standard input.")
  @Nullable Path passwordFile;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where invitees will reach the server, like https://meet.example.org.")
  @Nullable String publicUrl;

  @Option(
      names = "--mail-host",
      paramLabel = "HOST",
      description = "The mail server (default: none; mail is written into files).")
  @Nullable String mailHost;

  @Option(names = "--mail-user", paramLabel = "USER", description = "The user there, if any.")
  @Nullable String mailUser;

  @Option(
      names = "--mail-password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the user's password; it stays where it is.")
  @Nullable Path mailPasswordFile;

  @Option(
      names = "--mail-tls",
      paramLabel = "TLS",
      description = "starttls (default), tls or none.")
  @Nullable String mailTls;

  @Option(
      names = "--mail-from",
      paramLabel = "EMAIL",
      description = "The sender of all mail (default: the first host's address).")
  @Nullable EmailAddress mailFrom;

  /// Returns the settings, by key. What is empty is left to its default.
  Map<String, String> settings(@Nullable String databaseUrl, String mailPassword) {
    Map<String, @Nullable String> all = new LinkedHashMap<>();
    all.put("database.url", databaseUrl);
    all.put("server.publicUrl", publicUrl);
    if (mailHost != null && !mailHost.isEmpty()) {
      all.put("mail.smtp.host", mailHost);
      all.put("mail.smtp.tls", mailTls);
      all.put("mail.smtp.user", mailUser);
      all.put("mail.smtp.password", mailPassword);
      all.put("mail.smtp.passwordFile", absolute(mailPasswordFile));
      EmailAddress from = mailFrom == null ? email : mailFrom;
      all.put("mail.from", from == null ? null : from.value());
    }
    Map<String, String> given = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (value != null && !value.isEmpty()) {
            given.put(key, value);
          }
        });
    return given;
  }

  private static @Nullable String absolute(@Nullable Path file) {
    return file == null ? null : file.toAbsolutePath().toString();
  }
}
