package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate that nobody vouches for, and its key, in PEM.
record CertificateFiles(Path certificate, Path key) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /// Makes one for a name.
  static CertificateFiles make(Path directory, String name) throws Exception {
    Path store = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return new CertificateFiles(
        Files.writeString(
            directory.resolve(name + ".pem"),
            block("CERTIFICATE", keys.getCertificate("x").getEncoded())),
        Files.writeString(
            directory.resolve(name + ".key"),
            block("PRIVATE KEY", keys.getKey("x", PASSWORD).getEncoded())));
  }

  private static String block(String kind, byte[] content) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind);
  }
}
