package org.meetwright.server.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.ServerSettings.TlsFiles;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.settings.calendar.CalendarClients;
import org.meetwright.server.settings.calendar.OAuthClient;
import org.meetwright.server.settings.declaration.RawValue;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;
import org.meetwright.server.text.JsonTemplate;

final class SettingsSourcesTest {
  @TempDir Path home;

  private final Map<String, String> environment = new HashMap<>();
  private final Map<Setting<?>, String> options = new HashMap<>();
  private @Nullable Path config;

  @Test
  void readsHowACertificateIsOrdered() {
    file(
        """
        server:
          host: 0.0.0.0
          port: 443
          tls:
            acme:
              domain: Meet.Example.org
              httpPort: 8080
              directory: https://ca.example.org/acme/directory
              directoryCertificate: /etc/meet/ca.pem
              email: admin@example.org
        """);

    Settings read = read();

    assertThat(read.acme())
        .isEqualTo(
            new AcmeSettings(
                "meet.example.org",
                8080,
                URI.create("https://ca.example.org/acme/directory"),
                Path.of("/etc/meet/ca.pem"),
                new EmailAddress("admin@example.org"),
                true,
                home.resolve("certificate.pem")));
    assertThat(read.server().publicUrl()).isEqualTo(URI.create("https://meet.example.org"));
    assertThat(read.server().tls())
        .isEqualTo(new TlsFiles(home.resolve("certificate.pem"), home.resolve("certificate.pem")));
  }

  @Test
  void namesThePortInThePublicAddressOfADomain() {
    file(
        """
        server:
          port: 8443
          tls:
            acme:
              domain: meet.example.org
        """);

    assertThat(read().server().publicUrl()).isEqualTo(URI.create("https://meet.example.org:8443"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.7", "2001:db8::1", "localhost", "meet_.example.org", "-a.example.org"})
  void ordersNoCertificateForWhatIsNoDomain(String wrong) {
    file("server: {tls: {acme: {domain: '" + wrong + "'}}}");

    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("server.tls.acme.domain")
        .hasMessageContaining(wrong)
        .hasMessageContaining("must be a domain name like meet.example.org (not an IP address)");
  }

  @Test
  void refusesACertificateBesideTheOneThatItOrders() {
    file(
        """
        server:
          tls:
            certificate: /etc/meet/cert.pem
            key: /etc/meet/key.pem
            acme:
              domain: meet.example.org
        """);

    assertThatThrownBy(this::read)
        .hasMessageContaining(
            "server.tls.certificate and server.tls.acme.domain exclude each other");
  }

  @Test
  void ordersNothingFromAnAuthorityWhoseTermsAreRefused() {
    file("server: {tls: {acme: {domain: meet.example.org, termsAgreed: false}}}");

    assertThatThrownBy(this::read)
        .hasMessageContaining("server.tls.acme.termsAgreed is false")
        .hasMessageContaining("server.tls.certificate");
  }

  @Test
  void ordersNothingWithoutEncryption() {
    file("server: {tls: {acme: {directory: 'http://ca.example.org/'}}}");

    assertThatThrownBy(this::read)
        .hasMessageContaining("server.tls.acme.directory must begin with https");
  }

  @Test
  void hasDefaultsForEverything() {
    assertThat(read())
        .isEqualTo(
            new Settings(
                home,
                TestDatabase.h2In(home),
                new ServerSettings(
                    "127.0.0.1",
                    8080,
                    null,
                    null,
                    List.of(),
                    true,
                    new ConnectionNumbers(2000, 100),
                    Duration.ofSeconds(1)),
                new AcmeSettings(
                    null,
                    80,
                    URI.create("https://acme-v02.api.letsencrypt.org/directory"),
                    null,
                    null,
                    true,
                    home.resolve("certificate.pem")),
                0,
                32,
                new Lifetimes(Duration.ofDays(93), Duration.ofDays(730)),
                new MailSettings(
                    "", 587, "", "", Tls.STARTTLS, new EmailAddress("meetwright@localhost")),
                new PrivateTargets(false, false),
                CalendarClients.NONE,
                new SmsSettings(
                    null,
                    null,
                    JsonTemplate.of("{\"to\": \"${to}\", \"text\": \"${text}\"}"),
                    new SmsSettings.Limits(List.of(), 5, 500)),
                OidcSettings.NONE,
                new LogSettings(Level.INFO, false, false),
                Optional.empty()))
        .isEqualTo(KnownSettings.defaults(home));
  }

  @Test
  void readsEverythingFromTheFile() {
    file(
        """
        # A comment.
        database:
          url: jdbc:postgresql://db.example.org/meetwright
          user: meet
          password: 0123
          poolSize: 20
        server:
          host: 0.0.0.0
          port: 80
          publicUrl: https://meet.example.org/
          tls:
            certificate: /etc/meet/cert.pem
            key: /etc/meet/key.pem
          trustedProxies: 10.0.0.0/8, ::1
          rateLimit:
            enabled: false
          maxConnections: 50
          maxConnectionsPerClient: 7
          shutdownDelaySeconds: 20
          proofOfWork:
            enabled: true
            difficulty: 250000
        slots:
          keptMebibytes: 5
        mail:
          smtp:
            host: smtp.example.org
            user: mailer
            password: "a: b # c"
            tls: TLS
          from: ada@example.org
        webhooks:
          allowPrivateTargets: true
        calendars:
          allowPrivateTargets: true
          google:
            clientId: meet.apps.example
            clientSecret: g00gle
        sms:
          gateway:
            url: https://sms.example.org/send?user=meet
            header: "Authorization: Bearer s3cret"
            template: |
              {"messages": [{"to": "${to}", "body": "${text}"}]}
          countries: +49, 1
          mostPerNumber: 3
          mostPerDay: 50
        oidc:
          issuer: https://id.example.org/
          clientId: meet
          clientSecret: s3cret
        log:
          level: debug
          format: json
          access: true
        """);

    assertThat(read())
        .isEqualTo(
            new Settings(
                home,
                new DatabaseSettings(
                    "jdbc:postgresql://db.example.org/meetwright",
                    "meet",
                    "0123",
                    20,
                    home.resolve("meetwright.key")),
                new ServerSettings(
                    "0.0.0.0",
                    80,
                    URI.create("https://meet.example.org"),
                    new TlsFiles(Path.of("/etc/meet/cert.pem"), Path.of("/etc/meet/key.pem")),
                    List.of(AddressBlock.parse("10.0.0.0/8"), AddressBlock.parse("::1")),
                    false,
                    new ConnectionNumbers(50, 7),
                    Duration.ofSeconds(20)),
                KnownSettings.defaults(home).acme(),
                250_000,
                5,
                new Lifetimes(Duration.ofDays(93), Duration.ofDays(730)),
                new MailSettings(
                    "smtp.example.org",
                    465,
                    "mailer",
                    "a: b # c",
                    Tls.TLS,
                    new EmailAddress("ada@example.org")),
                new PrivateTargets(true, true),
                new CalendarClients(new OAuthClient("meet.apps.example", "g00gle")),
                new SmsSettings(
                    HttpUrl.of("https://sms.example.org/send?user=meet"),
                    new SmsSettings.Header("Authorization", "Bearer s3cret"),
                    JsonTemplate.of("{\"messages\": [{\"to\": \"${to}\", \"body\": \"${text}\"}]}"),
                    new SmsSettings.Limits(List.of("+49", "+1"), 3, 50)),
                new OidcSettings(URI.create("https://id.example.org"), "meet", "s3cret"),
                new LogSettings(Level.FINE, true, true),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"0123", "0x1F", "1_000", "1e5", "true", "no", "2026-03-09", "12:30:45", "~x", "1.10"})
  void takesPasswordsAsTheyAreTyped(String password) {
    file("database: {password: " + password + "}");

    assertThat(read().database().password()).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no s3cret",
        "[\"${to} ${text}\"]",
        "{\"to\": \"${to}\"}",
        "{\"to\": ${to}, \"text\": \"${text}\"}",
        "{\"to\": \"${to}\", \"text\": \"${text} ${s3cret}\"}",
        "{\"to\": \"${to}\", \"text\": \"${text}\"} s3cret"
      })
  void refusesATemplateThatGivesNoJsonWithNumberAndText(String template) {
    environment.put("MEETWRIGHT_SMS_GATEWAY_TEMPLATE", template);

    refused(
        "sms.gateway.template (variable MEETWRIGHT_SMS_GATEWAY_TEMPLATE) must be a JSON object with"
            + " ${to} and ${text} in strings, and ${id} if you like.");
  }

  @Test
  void refusesToArchiveWhatLimitsAndTurnsLookBackAt() {
    environment.put("MEETWRIGHT_ARCHIVE_AFTERDAYS", "92");

    refused(
        "archive.afterDays (variable MEETWRIGHT_ARCHIVE_AFTERDAYS) must be a whole number from 93"
            + " to 36500, not \"92\".");

    environment.put("MEETWRIGHT_ARCHIVE_AFTERDAYS", "93");
    assertThat(read().lifetimes().live()).isEqualTo(Duration.ofDays(93));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3cret", "X-Key: s3cret\r\nHost: x", "Content-Length: 5", "a b: c", "k: "})
  void refusesWhatIsNoHeaderWithoutRepeatingIt(String header) throws IOException {
    environment.put("MEETWRIGHT_SMS_GATEWAY_HEADER", header);
    refused(
        "sms.gateway.header (variable MEETWRIGHT_SMS_GATEWAY_HEADER) must be a header like"
            + " Authorization: Bearer SECRET.");

    environment.clear();
    Path file = Files.writeString(home.resolve("header"), header.replaceAll("\\R.*", " \u0007"));
    environment.put("MEETWRIGHT_SMS_GATEWAY_HEADERFILE", file.toString());
    refused(
        "sms.gateway.headerFile: the first line of the file "
            + file
            + " must be a header like Authorization: Bearer SECRET.");
  }

  @Test
  void readsTheHeaderFromAFileAndShowsNoSecretOfSms() throws IOException {
    Path file = Files.writeString(home.resolve("header"), "x-key:  s3cret \n");
    environment.put("MEETWRIGHT_SMS_GATEWAY_HEADERFILE", file.toString());
    environment.put("MEETWRIGHT_SMS_GATEWAY_URL", "https://sms.example.org/?key=s3cret");

    SmsSettings sms = read().sms();

    assertThat(sms.header()).isEqualTo(new SmsSettings.Header("x-key", "s3cret"));
    assertThat(sms.isOn()).isTrue();
    assertThat(sms + " " + sms.header()).doesNotContain("s3cret");
    environment.put("MEETWRIGHT_SMS_GATEWAY_URL", "ftp://sms.example.org/?key=s3cret");
    refused(
        "sms.gateway.url (variable MEETWRIGHT_SMS_GATEWAY_URL) must be an http or https URL without"
            + " credentials and fragment.");
  }

  @Test
  void asksForWorkOnlyIfToldTo() {
    file("server.proofOfWork.difficulty: 5000");
    assertThat(read().difficulty()).isZero();

    environment.put("MEETWRIGHT_SERVER_PROOFOFWORK_ENABLED", "true");
    assertThat(read().difficulty()).isEqualTo(5000);

    environment.put("MEETWRIGHT_SERVER_PROOFOFWORK_DIFFICULTY", "999");
    refused(
        "server.proofOfWork.difficulty (variable MEETWRIGHT_SERVER_PROOFOFWORK_DIFFICULTY) must be"
            + " a whole number from 1000 to 10000000, not \"999\".");
  }

  @Test
  void readsKeysWithDotsToo() {
    file("server.port: 81\n");

    assertThat(read().server().port()).isEqualTo(81);
  }

  @Test
  void variableBeatsFileAndOptionBeatsVariable() {
    file("server: {port: 81, host: localhost}");
    assertThat(read().server().port()).isEqualTo(81);

    environment.put("MEETWRIGHT_SERVER_PORT", "82");
    assertThat(read().server().port()).isEqualTo(82);

    options.put(ServerSettings.PORT, "83");
    assertThat(read().server().port()).isEqualTo(83);
    assertThat(read().server().host()).isEqualTo("localhost");
  }

  @Test
  void takesEmptyVariablesAndValuesAsNotSet() {
    file("server:\n  port:\n  host: ''\nmail:\n");
    environment.put("MEETWRIGHT_SERVER_PUBLICURL", "");
    environment.put("MEETWRIGHT_CONFIG", "");

    assertThat(read()).isEqualTo(KnownSettings.defaults(home));
  }

  @Test
  void ignoresUnknownVariables() {
    environment.put("MEETWRIGHT_SERVER_PROT", "82");

    assertThat(read()).isEqualTo(KnownSettings.defaults(home));
  }

  @Test
  void readsAnEmptyFile() {
    file("# nothing yet\n");

    assertThat(read()).isEqualTo(KnownSettings.defaults(home));
  }

  @ParameterizedTest
  @CsvSource({"none, 25", "starttls, 587", "tls, 465"})
  void choosesTheMailPortByTls(String tls, int port) {
    environment.put("MEETWRIGHT_MAIL_SMTP_TLS", tls);

    assertThat(read().mail().port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.port | 65536 | must be a whole number from 0 to 65535, not \"65536\".",
        "server.port | -1 | must be a whole number from 0 to 65535, not \"-1\".",
        "server.port | 99999999999 | must be a whole number from 0 to 65535, not \"99999999999\".",
        "server.port | http | must be a whole number from 0 to 65535, not \"http\".",
        "server.host | a b | must be an address or name of this machine, without a port, not \"a"
            + " b\".",
        "server.host | localhost:80 | must be an address or name of this machine, without a port,"
            + " not \"localhost:80\".",
        "server.publicUrl | ftp://x.org | must be an address like https://meet.example.org, not"
            + " \"ftp://x.org\".",
        "server.publicUrl | https://a:b@x.org | must be an address like https://meet.example.org,"
            + " not \"https://a:b@x.org\".",
        "database.poolSize | 0 | must be a whole number from 1 to 200, not \"0\".",
        "database.url | jdbc:mysql://u:secret@x | must begin with jdbc:h2: or jdbc:postgresql:, not"
            + " \"jdbc:mysql:\".",
        "database.passwordFile | secret.txt | must be the absolute path of a file, not"
            + " \"secret.txt\".",
        "mail.smtp.port | 0 | must be a whole number from 1 to 65535, not \"0\".",
        "mail.smtp.tls | ssl | must be none, starttls or tls, not \"ssl\".",
        "mail.from | ada | must be an e-mail address like ada@example.org, not \"ada\".",
        "log.level | loud | must be error, warning, info or debug, not \"loud\".",
      })
  void saysWhatIsAllowedAndWhereItWasSaid(String key, String value, String complaint) {
    file("\n" + key + ": " + value + "\n");
    complains(this::read, key + " (" + file() + ", line 2) " + complaint, false);
    file("");

    String variable = "MEETWRIGHT_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    environment.put(variable, value);
    complains(this::read, key + " (variable " + variable + ") " + complaint, false);
  }

  @Test
  void saysThatAnOptionIsWrong() {
    options.put(ServerSettings.PORT, "x");

    complains(
        this::read,
        "server.port (option --port) must be a whole number from 0 to 65535, not \"x\".",
        true);
  }

  @ParameterizedTest
  @CsvSource({
    "server.prot, server.port",
    "server.Port, server.port",
    "mail.smtp.pasword, mail.smtp.password",
    "databse.url, database.url",
    "server, server.host",
  })
  void namesUnknownKeysAndTheNearestKnownOne(String wrong, String right) {
    file("server.host: localhost\n" + wrong + ": x\n");

    complains(
        this::read,
        file() + ", line 2: there is no setting \"" + wrong + "\"; did you mean " + right + "?",
        false);
  }

  @Test
  void refusesAKeyTwice() {
    file("server:\n  port: 1\nserver.port: 2\n");
    complains(this::read, file() + ", line 3: server.port is set twice; keep one of them", false);

    file("server:\n  port: 1\n  port: 2\n");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::read)
        .withMessageContaining("port");
  }

  @Test
  void refusesLists() {
    file("server:\n  port: [1, 2]\n");

    complains(
        this::read, file() + ", line 2: server.port must be a single value, not a list", false);
  }

  @ParameterizedTest
  @CsvSource({
    "'- a'",
    "just text",
    "'a: 1\n---\nb: 2'",
    "'{'",
    "'a: b: c'",
    "'\t- x'",
    "'a: &x 1'"
  })
  void refusesWhatIsNoMapOfSettings(String text) {
    file(text);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::read)
        .withMessageStartingWith(file().toString())
        .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Files.write(file(), "log.level: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

    complains(
        this::read,
        "The configuration file "
            + file()
            + " cannot be read (MalformedInputException); it must be a text file in UTF-8 that you"
            + " may read.",
        false);
  }

  @Test
  void refusesADirectoryAsFile() {
    config = home;

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(this::read)
        .withMessageContaining(home + " cannot be read");
  }

  @Test
  void readsTheFileThatTheEnvironmentNames() throws IOException {
    Path other = Files.writeString(home.resolve("other.yaml"), "server.port: 90");
    file("server.port: 91");
    environment.put("MEETWRIGHT_CONFIG", other.toString());

    assertThat(read().server().port()).isEqualTo(90);
  }

  @Test
  void refusesAMissingFileThatWasNamed() {
    Path missing = home.resolve("missing.yaml");
    config = missing;
    complains(
        this::read,
        "There is no configuration file " + missing + "; create it, or leave --config out.",
        false);

    config = null;
    environment.put("MEETWRIGHT_CONFIG", missing.toString());
    complains(
        this::read,
        "There is no configuration file "
            + missing
            + "; create it, or leave the variable MEETWRIGHT_CONFIG empty.",
        false);
  }

  @Test
  void readsPasswordsFromFiles() throws IOException {
    Path secret = Files.writeString(home.resolve("secret"), "s3cret \r\nsecond line\n");
    file("database.passwordFile: " + secret + "\nmail.smtp.passwordFile: " + secret);

    assertThat(read().database().password()).isEqualTo("s3cret ");
    assertThat(read().mail().password()).isEqualTo("s3cret ");

    environment.put("MEETWRIGHT_DATABASE_PASSWORD", "stronger");
    assertThat(read().database().password()).isEqualTo("stronger");
  }

  @Test
  void refusesAPasswordAndAPasswordFile() {
    file("database.passwordFile: " + home + "\ndatabase.password: s3cret");

    complains(
        this::read,
        "database.password and database.passwordFile are both set; keep one of them.",
        false);
  }

  @Test
  void refusesAMissingPasswordFile() {
    file("mail.smtp.passwordFile: " + home.resolve("missing"));

    complains(
        this::read,
        "mail.smtp.passwordFile: the file "
            + home.resolve("missing")
            + " cannot be read; check that it is there.",
        false);
  }

  @Test
  void readsNoFileBeforeAllIsChecked() {
    file("database.passwordFile: " + home.resolve("missing") + "\nlog.access: maybe");

    complains(
        this::read,
        "log.access (" + file() + ", line 2) must be true or false, not \"maybe\".",
        false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.tls.key: /k | server.tls.certificate and server.tls.key belong together; set both,"
            + " or neither.",
        "server.tls.certificate: /c | server.tls.certificate and server.tls.key belong together;"
            + " set both, or neither.",
        "oidc.clientId: meet | oidc.issuer and oidc.clientId belong together; set both or none.",
        "oidc.issuer: https://id.example.org | oidc.issuer and oidc.clientId belong together; set"
            + " both or none.",
      })
  void refusesHalfOfWhatBelongsTogether(String half, String complaint) {
    file(half);

    complains(this::read, complaint, false);
  }

  @Test
  void showsNoPassword() {
    file("database: {password: s3cret}\nmail.smtp.password: s3cret");
    RawValue given = new RawValue("s3cret", RawValue.Source.OPTION, "option --password");

    assertThat(read().toString()).doesNotContain("s3cret");
    assertThat(given + " " + new SettingValues(home, Map.of("database.password", given)))
        .doesNotContain("s3cret");
  }

  private void refused(String message) {
    complains(this::read, message, false);
  }

  private Settings read() {
    return new SettingsSources(home, config, environment, options).read();
  }

  private Path file() {
    return home.resolve("meetwright.yaml");
  }

  private void file(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void complains(ThrowingCallable call, String message, boolean inOption) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(call)
        .withMessage(message)
        .matches(wrong -> wrong.isInOption() == inOption);
  }
}
