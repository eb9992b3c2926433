package org.meetwright.server.acme;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/// Connects to an authority, also to one in one's own network whose certificate Java does not know.
final class AcmeConnection extends GenericAcmeProvider {
  private final @Nullable Path authority;

  /// @param authority a file with the certificate that vouches for it; null for those that Java
  ///   trusts
  AcmeConnection(@Nullable Path authority) {
    this.authority = authority;
  }

  @Override
  public HttpClient createHttpClient(NetworkSettings network) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(network.getTimeout())
            .proxy(network.getProxySelector());
    return authority == null ? builder.build() : builder.sslContext(trusting(authority)).build();
  }

  private static SSLContext trusting(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("authority" + number++, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException(
          "server.tls.acme.directoryCertificate: no certificate in PEM can be read in " + file,
          unreadable);
    }
  }
}
