package org.meetwright.server.settings.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.MailSettings.Tls;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.text.JsonTemplate;

/// All that can be configured. Reading, complaints and the table in `docs/configuration.md` come
/// from this list.
public final class KnownSettings {
  /// Where the data is.
  public static final Setting<String> DATABASE_URL =
      Setting.of(
              "database.url",
              Format.jdbcUrl(),
              "Where the data is: an H2 file, or PostgreSQL 15 or later.")
          .orElseAs("an H2 file in the data directory")
          .withOption("--database-url");

  static final Setting<String> DATABASE_USER =
      Setting.of("database.user", Format.text("a name"), "Who logs in to the database.")
          .orElseAs("what the URL says");

  static final Setting<String> DATABASE_PASSWORD =
      Setting.of("database.password", Format.text("any text"), "The password of that user.")
          .orElseAs("what the URL says");

  static final Setting<Path> DATABASE_PASSWORD_FILE =
      Setting.of(
          "database.passwordFile",
          Format.file(),
          "A file whose first line is that password, instead of `database.password`.");

  static final Setting<Integer> DATABASE_POOL_SIZE =
      Setting.of(
              "database.poolSize",
              Format.number(1, 200),
              "How many connections to the database are kept.")
          .orElse("8");

  static final Setting<Path> DATABASE_KEY_FILE =
      Setting.of(
              "database.keyFile",
              Format.file(),
              "The file with the keys that secrets in the database are encrypted with. It is made"
                  + " when it is needed; all servers of one database need the same.")
          .orElseAs("`meetwright.key` in the data directory");

  /// The address that the server listens on.
  public static final Setting<String> SERVER_HOST =
      Setting.of(
              "server.host",
              Format.computer("an address or name of this machine, without a port"),
              "The address that the server listens on; `0.0.0.0` for all of this machine.")
          .orElse("127.0.0.1")
          .withOption("--host");

  /// The port that the server listens on.
  public static final Setting<Integer> SERVER_PORT =
      Setting.of(
              "server.port",
              Format.number(0, 65535),
              "The port that the server listens on; `0` for a free one.")
          .orElse("8080")
          .withOption("--port");

  static final Setting<URI> SERVER_PUBLIC_URL =
      Setting.of(
              "server.publicUrl",
              Format.webAddress(),
              "The address under which invitees reach the server: it is in every link that is sent."
                  + " Set it when the server stands behind a proxy.")
          .orElseAs("where the server listens");

  static final Setting<Path> SERVER_TLS_CERTIFICATE =
      Setting.of(
              "server.tls.certificate",
              Format.file(),
              "A PEM file with the server's certificate and those between it and the root. With"
                  + " `server.tls.key` it makes the server speak https. When it changes it is"
                  + " taken up within seconds.")
          .orElseAs("none: plain http");

  static final Setting<Path> SERVER_TLS_KEY =
      Setting.of(
          "server.tls.key",
          Format.file(),
          "A PEM file with the private key of that certificate, in PKCS #8, not encrypted.");

  static final Setting<List<AddressBlock>> SERVER_TRUSTED_PROXIES =
      Setting.of(
              "server.trustedProxies",
              Format.addressBlocks(),
              "The proxies before this server. What they say in `X-Forwarded-For` is taken for the"
                  + " address of the client; nobody else's word is.")
          .orElseAs("none");

  static final Setting<Boolean> SERVER_RATE_LIMIT =
      Setting.of(
              "server.rateLimit.enabled",
              Format.trueOrFalse(),
              "Whether clients are limited in how much they may ask for. Only tests want it"
                  + " otherwise.")
          .orElse("true");

  static final Setting<Integer> SERVER_MAX_CONNECTIONS =
      Setting.of(
              "server.maxConnections",
              Format.number(10, 100_000),
              "How many connections may be open at once. When 95 in a hundred are, each new one"
                  + " ends the one that has waited longest for the client who has most; if none"
                  + " waits, new ones wait.")
          .orElse("2000");

  static final Setting<Integer> SERVER_MAX_CONNECTIONS_PER_CLIENT =
      Setting.of(
              "server.maxConnectionsPerClient",
              Format.number(1, 100_000),
              "How many of them one client may have: an IPv4 address, or 64 bits of an IPv6"
                  + " address. More are refused. Those of `server.trustedProxies` are not counted.")
          .orElse("100");

  static final Setting<Integer> SERVER_SHUTDOWN_DELAY =
      Setting.of(
              "server.shutdownDelaySeconds",
              Format.number(0, 300),
              "How long the server goes on answering once it is told to end, while `/health/ready`"
                  + " says 503. Behind a load balancer: longer than between two of its looks.")
          .orElse("1");

  static final Setting<Boolean> PROOF_OF_WORK =
      Setting.of(
              "server.proofOfWork.enabled",
              Format.trueOrFalse(),
              "Whether the browser or program of who books or moves a booking has to do some work"
                  + " first (ALTCHA), which makes that dear for those who do it by the thousand."
                  + " Needs https and JavaScript in browsers.")
          .orElse("false");

  static final Setting<Integer> DIFFICULTY =
      Setting.of(
              "server.proofOfWork.difficulty",
              Format.number(1000, 10_000_000),
              "How much work that is: the largest number of hashes to try; half of them on"
                  + " average.")
          .orElse("100000");

  static final Setting<Integer> SLOTS_KEPT =
      Setting.of(
              "slots.keptMebibytes",
              Format.number(0, 4096),
              "Roughly how much memory facts about free times may take that are kept to answer"
                  + " quickly; `0` keeps none.")
          .orElse(String.valueOf(Availability.DEFAULT_KEPT_MEBIBYTES));

  static final Setting<Integer> ARCHIVE_AFTER_DAYS =
      Setting.of(
              "archive.afterDays",
              Format.number(Lifetimes.LEAST_LIVE_DAYS, 36500),
              "How many days after its end a meeting goes to the archive, with its bookings and"
                  + " history. Limits and turns look back up to 90 days, and not into the archive.")
          .orElse("93");

  static final Setting<Integer> ARCHIVE_KEEP_DAYS =
      Setting.of(
              "archive.keepDays",
              Format.number(0, 36500),
              "How many days after its end an archived meeting is deleted for good; `0` keeps it"
                  + " for ever.")
          .orElse("730");

  static final Setting<String> MAIL_HOST =
      Setting.of(
              "mail.smtp.host",
              Format.computer("the name or address of a mail server, without a port"),
              "The mail server that takes the mail.")
          .orElseAs("none: mail is written into files in the folder `mail` of the data directory");

  static final Setting<Integer> MAIL_PORT =
      Setting.of("mail.smtp.port", Format.number(1, 65535), "The port of the mail server.")
          .orElseAs("by `mail.smtp.tls`: `none` 25, `starttls` 587, `tls` 465");

  static final Setting<String> MAIL_USER =
      Setting.of("mail.smtp.user", Format.text("a name"), "Who logs in to the mail server.")
          .orElseAs("none: nobody logs in");

  static final Setting<String> MAIL_PASSWORD =
      Setting.of("mail.smtp.password", Format.text("any text"), "The password of that user.");

  static final Setting<Path> MAIL_PASSWORD_FILE =
      Setting.of(
          "mail.smtp.passwordFile",
          Format.file(),
          "A file whose first line is that password, instead of `mail.smtp.password`.");

  static final Setting<Tls> MAIL_TLS =
      Setting.of(
              "mail.smtp.tls",
              Format.oneOf(
                  "`none`, `starttls` or `tls`",
                  Map.of("none", Tls.NONE, "starttls", Tls.STARTTLS, "tls", Tls.TLS)),
              "How the connection to the mail server is protected: not at all, after a beginning in"
                  + " the clear (and not at all sent if the server cannot), or from the start.")
          .orElse("starttls");

  static final Setting<EmailAddress> MAIL_FROM =
      Setting.of("mail.from", Format.email(), "The sender of all mail.")
          .orElse("meetwright@localhost");

  static final Setting<Boolean> ALLOW_PRIVATE_TARGETS =
      Setting.of(
              "webhooks.allowPrivateTargets",
              Format.trueOrFalse(),
              "Whether webhooks may be at loopback, private and other special addresses: whoever"
                  + " is a host can then make the server send requests into its own network.")
          .orElse("false");

  static final Setting<HttpUrl> SMS_URL =
      Setting.of(
              "sms.gateway.url",
              Format.gatewayUrl(),
              "The HTTP gateway that takes SMS: each is one POST of JSON to it.")
          .orElseAs("none: no SMS are sent");

  static final Setting<String> SMS_HEADER =
      Setting.of(
          "sms.gateway.header",
          Format.header(),
          "One more header of each request to the gateway; its value is kept out of logs.");

  static final Setting<Path> SMS_HEADER_FILE =
      Setting.of(
          "sms.gateway.headerFile",
          Format.file(),
          "A file whose first line is that header, instead of `sms.gateway.header`.");

  static final Setting<JsonTemplate> SMS_TEMPLATE =
      Setting.of(
              "sms.gateway.template",
              Format.smsTemplate(),
              "What is sent to the gateway; `${id}` is the same when an SMS is sent again.")
          .orElse("{\"to\": \"${to}\", \"text\": \"${text}\"}");

  static final Setting<List<String>> SMS_COUNTRIES =
      Setting.of(
              "sms.countries",
              Format.callingCodes(),
              "How numbers may begin to which SMS are sent; strangers type them, and some are"
                  + " dear.")
          .orElseAs("the countries of the meeting's hosts, by their time zones");

  static final Setting<Integer> SMS_PER_NUMBER =
      Setting.of(
              "sms.mostPerNumber",
              Format.number(1, 1000),
              "The most SMS that go to one number in a day (of UTC).")
          .orElse("5");

  static final Setting<Integer> SMS_PER_DAY =
      Setting.of(
              "sms.mostPerDay",
              Format.number(1, 1_000_000),
              "The most SMS that are sent in a day (of UTC), by all servers together.")
          .orElse("500");

  static final Setting<URI> OIDC_ISSUER =
      Setting.of(
              "oidc.issuer",
              Format.webAddress(),
              "The OpenID Connect provider at which hosts can sign in, where its"
                  + " `/.well-known/openid-configuration` is.")
          .orElseAs("none: hosts sign in by password");

  static final Setting<String> OIDC_CLIENT_ID =
      Setting.of(
          "oidc.clientId",
          Format.text("a name"),
          "As what the provider knows this server; needed with `oidc.issuer`.");

  static final Setting<String> OIDC_CLIENT_SECRET =
      Setting.of(
          "oidc.clientSecret",
          Format.text("any text"),
          "The secret that the provider gave, if any.");

  static final Setting<Path> OIDC_CLIENT_SECRET_FILE =
      Setting.of(
          "oidc.clientSecretFile",
          Format.file(),
          "A file whose first line is that secret, instead of `oidc.clientSecret`.");

  /// How much is logged.
  public static final Setting<Level> LOG_LEVEL =
      Setting.of(
              "log.level",
              Format.oneOf(
                  "`error`, `warning`, `info` or `debug`",
                  Map.of(
                      "error", Level.SEVERE,
                      "warning", Level.WARNING,
                      "info", Level.INFO,
                      "debug", Level.FINE)),
              "How much is logged, on standard error.")
          .orElse("info")
          .withOption("--verbose");

  static final Setting<Boolean> LOG_FORMAT =
      Setting.of(
              "log.format",
              Format.oneOf("`text` or `json`", Map.of("text", false, "json", true)),
              "How a line of the log looks: text for people, or a JSON object for programs.")
          .orElse("text");

  static final Setting<Boolean> LOG_ACCESS =
      Setting.of(
              "log.access",
              Format.trueOrFalse(),
              "Whether every request is logged: the client's address, method, path without secrets,"
                  + " status, time taken and request id.")
          .orElse("false");

  private static final List<Setting<?>> ALL =
      List.of(
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_PASSWORD_FILE,
          DATABASE_POOL_SIZE,
          DATABASE_KEY_FILE,
          SERVER_HOST,
          SERVER_PORT,
          SERVER_PUBLIC_URL,
          SERVER_TLS_CERTIFICATE,
          SERVER_TLS_KEY,
          SERVER_TRUSTED_PROXIES,
          SERVER_RATE_LIMIT,
          SERVER_MAX_CONNECTIONS,
          SERVER_MAX_CONNECTIONS_PER_CLIENT,
          SERVER_SHUTDOWN_DELAY,
          PROOF_OF_WORK,
          DIFFICULTY,
          SLOTS_KEPT,
          ARCHIVE_AFTER_DAYS,
          ARCHIVE_KEEP_DAYS,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_PASSWORD_FILE,
          MAIL_TLS,
          MAIL_FROM,
          ALLOW_PRIVATE_TARGETS,
          SMS_URL,
          SMS_HEADER,
          SMS_HEADER_FILE,
          SMS_TEMPLATE,
          SMS_COUNTRIES,
          SMS_PER_NUMBER,
          SMS_PER_DAY,
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_CLIENT_SECRET_FILE,
          LOG_LEVEL,
          LOG_FORMAT,
          LOG_ACCESS);

  private KnownSettings() {}

  /// Returns all settings, in the order of the documentation.
  public static List<Setting<?>> all() {
    return ALL;
  }

  /// Returns what holds in a data directory where nothing is set.
  public static Settings defaults(Path home) {
    return new SettingValues(Map.of()).settings(home);
  }

  static Optional<Setting<?>> find(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /// Returns the key that takes the fewest changes of a letter to get to from a wrong one.
  static String nearest(String wrong) {
    return ALL.stream()
        .map(Setting::key)
        .min(Comparator.comparingInt(key -> EditDistance.between(key, wrong)))
        .orElseThrow();
  }
}
