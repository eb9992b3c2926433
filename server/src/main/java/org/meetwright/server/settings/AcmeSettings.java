package org.meetwright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;

/// The certificate that the server orders by itself (ACME, RFC 8555).
///
/// @param domain the name that it is for; null to order none
/// @param httpPort where the authority asks whether the name is ours, and http is sent to https
/// @param directory where the authority's directory is
/// @param authority a file with the certificate that vouches for the directory's server; null for
///   those that Java trusts
/// @param email where the authority may write to; null for nowhere
/// @param isAgreed whether the authority's terms are agreed to
/// @param file where the certificate and its key are, for the server to read
public record AcmeSettings(
    @Nullable String domain,
    int httpPort,
    URI directory,
    @Nullable Path authority,
    @Nullable EmailAddress email,
    boolean isAgreed,
    Path file) {
  private static final String LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory";

  /// The name that a certificate is ordered for.
  public static final Setting<String> DOMAIN =
      Setting.of(
              "server.tls.acme.domain",
              Format.domain(),
              "The domain name of this server, for which it orders a certificate by itself (ACME)"
                  + " and renews it. `meetwright serve DOMAIN` sets it, and has the server listen"
                  + " on port 443 of all addresses.")
          .orElseAs("none: no certificate is ordered")
          .withOption("DOMAIN");

  /// Where http is answered.
  public static final Setting<Integer> HTTP_PORT =
      Setting.of(
              "server.tls.acme.httpPort",
              Format.number(1, 65535),
              "The port on which the server answers the certificate authority and sends everyone"
                  + " else to https. The authority asks at port 80; choose another only if that is"
                  + " forwarded to it.")
          .orElse("80")
          .withOption("--http-port");

  private static final Setting<URI> DIRECTORY =
      Setting.of(
              "server.tls.acme.directory",
              Format.webAddress(),
              "The ACME directory of the certificate authority.")
          .orElse(LETS_ENCRYPT);

  private static final Setting<Path> AUTHORITY =
      Setting.of(
              "server.tls.acme.directoryCertificate",
              Format.file(),
              "A PEM file with the certificate that vouches for the server of that directory, if it"
                  + " is an authority of your own.")
          .orElseAs("those that Java trusts");

  private static final Setting<EmailAddress> EMAIL =
      Setting.of(
              "server.tls.acme.email",
              Format.email(),
              "Where the certificate authority may write to, for instance before a certificate"
                  + " ends.")
          .orElseAs("nowhere");

  private static final Setting<Boolean> AGREED =
      Setting.of(
              "server.tls.acme.termsAgreed",
              Format.trueOrFalse(),
              "Whether you agree to the terms of service of the certificate authority; the log says"
                  + " where they are. Without that no certificate is ordered.")
          .orElse("true");

  /// Orders no certificate.
  public static final AcmeSettings NONE =
      new AcmeSettings(
          null, 80, URI.create(LETS_ENCRYPT), null, null, true, Path.of("certificate.pem"));

  /// Its settings, and how they are read.
  public static final Room<AcmeSettings> ROOM =
      Room.of(AcmeSettings::read, DOMAIN, HTTP_PORT, DIRECTORY, AUTHORITY, EMAIL, AGREED);

  private static AcmeSettings read(SettingValues values) {
    if (values.find(DOMAIN).isPresent() && !values.get(AGREED)) {
      throw new SettingsException(
          AGREED.key()
              + " is false, so no certificate can be ordered for "
              + values.get(DOMAIN)
              + "; agree to the authority's terms, or name a certificate of your own in"
              + " server.tls.certificate.");
    }
    return new AcmeSettings(
        values.find(DOMAIN).orElse(null),
        values.get(HTTP_PORT),
        secure(values.get(DIRECTORY)),
        values.find(AUTHORITY).orElse(null),
        values.find(EMAIL).orElse(null),
        values.get(AGREED),
        file(values));
  }

  private static URI secure(URI directory) {
    if (!"https".equals(directory.getScheme())) {
      throw new SettingsException(
          DIRECTORY.key() + " must begin with https, not " + directory.getScheme() + ".");
    }
    return directory;
  }

  static Path file(SettingValues values) {
    return values.home().resolve("certificate.pem");
  }
}
