package org.meetwright.server.listener;

import org.meetwright.server.settings.ServerSettings.TlsFiles;

/// Says that there is no certificate to speak TLS with.
public final class CertificateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CertificateException(TlsFiles files, Throwable cause) {
    super(
        "The server cannot speak TLS with the certificate in "
            + files.certificate()
            + " and the key in "
            + files.key()
            + "; both must be there, readable, in PEM (the key in PKCS #8, not encrypted), and"
            + " belong together.",
        cause);
  }
}
