package org.meetwright.cli.commands.doctor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.meetwright.server.settings.ServerSettings;

/// The public address: whether a server answers there, and until when its certificate is good.
final class WebChecks {
  private static final int MILLIS = 10_000;
  private static final int OK = 200;
  private static final Duration SOON = Duration.ofDays(14);
  private static final String NAME = "public URL";

  private final ServerSettings settings;
  private final Instant now;

  WebChecks(ServerSettings settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  List<Finding> look() throws IOException {
    URI url = settings.publicUrl();
    if (url == null) {
      return List.of(
          Finding.warning(
              NAME,
              "server.publicUrl is not set, so links in mail lead to this machine alone; set it to"
                  + " the address under which invitees reach the server."));
    }
    URI asked = URI.create(url + "/health/live");
    if (!(asked.toURL().openConnection() instanceof HttpURLConnection connection)) {
      return List.of(Finding.failure(NAME, url + " is no web address."));
    }
    try {
      connection.setConnectTimeout(MILLIS);
      connection.setReadTimeout(MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.connect();
      // Read now: once the answer is there, the connection is gone.
      Finding protection =
          connection instanceof HttpsURLConnection secure
              ? certificate(secure.getServerCertificates())
              : unprotected(url);
      return List.of(answered(url, connection.getResponseCode()), protection);
    } catch (SSLException failed) {
      return List.of(
          Finding.failure(
              "certificate",
              "That of "
                  + url
                  + " is not accepted: "
                  + failed.getMessage()
                  + ". It must be valid, for that name, and sent with those between it and the"
                  + " root."));
    } catch (IOException failed) {
      return List.of(
          Finding.failure(
              NAME,
              url
                  + " does not answer ("
                  + failed.getMessage()
                  + "); check that the server runs (meetwright health), the proxy before it, and"
                  + " the DNS."));
    } finally {
      connection.disconnect();
    }
  }

  private static Finding answered(URI url, int status) {
    return status == OK
        ? Finding.ok(NAME, url + " answers.")
        : Finding.failure(
            NAME,
            url
                + "/health/live answers "
                + status
                + ": another server may be there, or the proxy does not reach this one.");
  }

  private static Finding unprotected(URI url) {
    boolean local = List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
    return local
        ? Finding.ok("certificate", "None is needed on this machine.")
        : Finding.warning(
            "certificate", url + " is not protected: passwords can be read on the way; use https.");
  }

  private Finding certificate(Certificate[] chain) {
    if (!(chain[0] instanceof X509Certificate certificate)) {
      return Finding.warning("certificate", "It is of an unknown kind.");
    }
    Instant end = certificate.getNotAfter().toInstant();
    if (!now.isBefore(end)) {
      // Java lets through what was put among the trusted certificates by itself.
      return Finding.failure(
          "certificate", "It ended at " + end + ", so that browsers refuse it; renew it.");
    }
    return now.plus(SOON).isAfter(end)
        ? Finding.warning("certificate", "It ends at " + end + "; renew it.")
        : Finding.ok("certificate", "It is good until " + end + ".");
  }
}
