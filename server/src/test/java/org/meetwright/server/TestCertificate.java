package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that nobody vouches for.
///
/// @param context has it, and trusts it
/// @param pem the file with key and certificate
public record TestCertificate(SSLContext context, Path pem) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /// Makes a certificate for a name.
  ///
  /// @param directory an empty one
  /// @param more of keytool's words, such as `-validity`
  public static TestCertificate make(Path directory, String name, String... more) throws Exception {
    Path store = store(directory);
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString()));
    words.addAll(List.of(more));
    Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    String key = block("PRIVATE KEY", keys.getKey("x", PASSWORD).getEncoded());
    String certificate = block("CERTIFICATE", keys.getCertificate("x").getEncoded());
    return new TestCertificate(
        context, Files.writeString(directory.resolve("keys.pem"), key + certificate));
  }

  /// Returns the options with which Java trusts the certificate that was made in a directory.
  public static String trusting(Path directory) {
    return "-Djavax.net.ssl.trustStorePassword=changeit -Djavax.net.ssl.trustStore="
        + store(directory);
  }

  private static Path store(Path directory) {
    return directory.resolve("keys.p12");
  }

  private static String block(String kind, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
