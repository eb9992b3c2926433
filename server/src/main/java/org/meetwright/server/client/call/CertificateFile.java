package org.meetwright.server.client.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts the certificate of a file and no other, whatever name it is for: who asks a server of his
/// own, on his own machine, knows its file, and asks for `127.0.0.1`. The file is read at each
/// handshake, as the server takes up a new one.
final class CertificateFile extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = {};

  private final Path file;

  private CertificateFile(Path file) {
    this.file = file;
  }

  /// Returns the context of connections that trust a certificate.
  ///
  /// @param file in PEM; what follows the first certificate does not count
  static SSLContext trusting(Path file) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new CertificateFile(file)}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try (InputStream pem = Files.newInputStream(file)) {
      Certificate own = CertificateFactory.getInstance("X.509").generateCertificate(pem);
      if (chain.length == 0 || !own.equals(chain[0])) {
        throw new CertificateException("The certificate is not the one in " + file);
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new CertificateException("The certificate in " + file + " was not seen", unreadable);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE;
  }
}
