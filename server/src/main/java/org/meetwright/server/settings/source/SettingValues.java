package org.meetwright.server.settings.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.TlsFiles;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.SmsSettings;

/// Turns the values that were given, and the defaults of the others, into [Settings].
///
/// @param given by key
record SettingValues(Map<String, RawValue> given) {

  Settings settings(Path home) {
    check();
    return new Settings(
        home,
        database(home),
        server(),
        get(KnownSettings.PROOF_OF_WORK) ? get(KnownSettings.DIFFICULTY) : 0,
        get(KnownSettings.SLOTS_KEPT),
        lifetimes(),
        mail(),
        get(KnownSettings.ALLOW_PRIVATE_TARGETS),
        sms(),
        oidc(),
        new LogSettings(
            get(KnownSettings.LOG_LEVEL),
            get(KnownSettings.LOG_FORMAT),
            get(KnownSettings.LOG_ACCESS)));
  }

  /// Finds what is wrong before anything is read from password files.
  private void check() {
    KnownSettings.all().forEach(this::find);
  }

  private DatabaseSettings database(Path home) {
    return new DatabaseSettings(
        find(KnownSettings.DATABASE_URL).orElseGet(() -> DatabaseSettings.h2Url(home)),
        find(KnownSettings.DATABASE_USER).orElse(""),
        password(KnownSettings.DATABASE_PASSWORD, KnownSettings.DATABASE_PASSWORD_FILE),
        get(KnownSettings.DATABASE_POOL_SIZE),
        find(KnownSettings.DATABASE_KEY_FILE).orElseGet(() -> home.resolve("meetwright.key")));
  }

  private ServerSettings server() {
    return new ServerSettings(
        get(KnownSettings.SERVER_HOST),
        get(KnownSettings.SERVER_PORT),
        find(KnownSettings.SERVER_PUBLIC_URL).orElse(null),
        tls(),
        find(KnownSettings.SERVER_TRUSTED_PROXIES).orElse(List.of()),
        get(KnownSettings.SERVER_RATE_LIMIT),
        new ServerSettings.ConnectionNumbers(
            get(KnownSettings.SERVER_MAX_CONNECTIONS),
            get(KnownSettings.SERVER_MAX_CONNECTIONS_PER_CLIENT)),
        Duration.ofSeconds(get(KnownSettings.SERVER_SHUTDOWN_DELAY)));
  }

  private @Nullable TlsFiles tls() {
    Optional<Path> certificate = find(KnownSettings.SERVER_TLS_CERTIFICATE);
    Optional<Path> key = find(KnownSettings.SERVER_TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new SettingsException(
          KnownSettings.SERVER_TLS_CERTIFICATE.key()
              + " and "
              + KnownSettings.SERVER_TLS_KEY.key()
              + " belong together; set both, or neither.");
    }
    return certificate.isEmpty() ? null : new TlsFiles(certificate.get(), key.orElseThrow());
  }

  private Lifetimes lifetimes() {
    return new Lifetimes(
        Duration.ofDays(get(KnownSettings.ARCHIVE_AFTER_DAYS)),
        Duration.ofDays(get(KnownSettings.ARCHIVE_KEEP_DAYS)));
  }

  private MailSettings mail() {
    Tls tls = get(KnownSettings.MAIL_TLS);
    return new MailSettings(
        find(KnownSettings.MAIL_HOST).orElse(""),
        find(KnownSettings.MAIL_PORT).orElseGet(tls::usualPort),
        find(KnownSettings.MAIL_USER).orElse(""),
        password(KnownSettings.MAIL_PASSWORD, KnownSettings.MAIL_PASSWORD_FILE),
        tls,
        get(KnownSettings.MAIL_FROM));
  }

  private SmsSettings sms() {
    String header = password(KnownSettings.SMS_HEADER, KnownSettings.SMS_HEADER_FILE);
    if (!header.isEmpty() && !Format.isHeader(header)) {
      throw new SettingsException(
          KnownSettings.SMS_HEADER_FILE.key()
              + ": the first line of the file "
              + find(KnownSettings.SMS_HEADER_FILE).map(Path::toString).orElse("")
              + " must be a header like Authorization: Bearer SECRET.");
    }
    return new SmsSettings(
        find(KnownSettings.SMS_URL).orElse(null),
        header.isEmpty() ? null : SmsSettings.Header.of(header),
        get(KnownSettings.SMS_TEMPLATE),
        new SmsSettings.Limits(
            find(KnownSettings.SMS_COUNTRIES).orElse(List.of()),
            get(KnownSettings.SMS_PER_NUMBER),
            get(KnownSettings.SMS_PER_DAY)));
  }

  private OidcSettings oidc() {
    URI issuer = find(KnownSettings.OIDC_ISSUER).orElse(null);
    String clientId = find(KnownSettings.OIDC_CLIENT_ID).orElse("");
    if ((issuer == null) != clientId.isEmpty()) {
      throw new SettingsException(
          "oidc.issuer and oidc.clientId belong together; set both or none.", false, null);
    }
    return new OidcSettings(
        issuer,
        clientId,
        password(KnownSettings.OIDC_CLIENT_SECRET, KnownSettings.OIDC_CLIENT_SECRET_FILE));
  }

  private <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  private <T> Optional<T> find(Setting<T> setting) {
    RawValue value = given.get(setting.key());
    if (value == null || value.text().isEmpty()) {
      return Optional.ofNullable(setting.defaultText()).map(setting.format().parse());
    }
    try {
      return Optional.of(setting.format().parse().apply(value.text()));
    } catch (InvalidValueException wrong) {
      throw new SettingsException(
          setting.key() + " (" + value.place() + ") " + wrong.getMessage() + ".",
          value.from() == RawValue.Source.OPTION,
          wrong);
    }
  }

  private String password(Setting<String> direct, Setting<Path> inFile) {
    RawValue text = given.get(direct.key());
    RawValue file = given.get(inFile.key());
    if (file == null || file.text().isEmpty() || (text != null && text.beats(file))) {
      return find(direct).orElse("");
    }
    if (text != null && !text.text().isEmpty() && !file.beats(text)) {
      throw new SettingsException(
          direct.key() + " and " + inFile.key() + " are both set; keep one of them.");
    }
    return firstLine(inFile, get(inFile));
  }

  private static String firstLine(Setting<Path> setting, Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException | UncheckedIOException unreadable) {
      throw new SettingsException(
          setting.key() + ": the file " + file + " cannot be read; check that it is there.",
          false,
          unreadable);
    }
  }
}
