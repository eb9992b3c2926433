package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.mail.ScriptedSmtp;

/// What `doctor` says of certificates and of the protection of mail, against real servers on
/// loopback. There is no database, which it takes for a warning.
final class DoctorTlsTest {
  @TempDir Path home;
  @TempDir Path keys;

  private TestCertificate certificate(String name, String... more) throws Exception {
    return TestCertificate.make(Files.createTempDirectory(keys, "c"), name, more);
  }

  private static HttpsServer web(TestCertificate certificate) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private Run doctor(String options, HttpsServer web, ScriptedSmtp smtp, String tls) {
    return BuiltProgram.in(home)
        .with("JAVA_TOOL_OPTIONS", options)
        .with("MEETWRIGHT_SERVER_PUBLICURL", "https://localhost:" + web.getAddress().getPort())
        .with("MEETWRIGHT_MAIL_SMTP_HOST", "localhost")
        .with("MEETWRIGHT_MAIL_SMTP_PORT", String.valueOf(smtp.port()))
        .with("MEETWRIGHT_MAIL_SMTP_TLS", tls)
        .run("doctor");
  }

  private static String line(Run run, String name) {
    return run.lines().stream()
        .filter(line -> line.substring(9).startsWith(name + "  "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + run));
  }

  private static List<String> mail(Run run) {
    return run.lines().stream().filter(line -> line.startsWith("mail ", 9)).toList();
  }

  private static ScriptedSmtp smtp(@Nullable TestCertificate certificate, boolean fromTheStart)
      throws Exception {
    return new ScriptedSmtp(
        "250 OK", certificate == null ? null : certificate.context(), fromTheStart);
  }

  @Test
  void warnsOfACertificateThatEndsSoonAndTakesStartTls() throws Exception {
    TestCertificate soon = certificate("localhost", "-validity", "13");
    HttpsServer web = web(soon);
    try (ScriptedSmtp smtp = smtp(soon, false)) {
      String trusting = TestCertificate.trusting(soon.pem().getParent());
      Run run = doctor(trusting, web, smtp, "starttls");

      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(line(run, "public URL")).startsWith("ok ");
      assertThat(line(run, "certificate")).startsWith("warning ").contains("ends at", "renew it");
      assertThat(mail(run)).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("ok "));
      assertThat(line(run, "mail TLS")).contains("localhost:" + smtp.port());
      assertThat(smtp.heard()).contains("STARTTLS").noneMatch(line -> line.startsWith("MAIL"));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void failsOnACertificateThatHasEndedAndTakesTlsFromTheStart() throws Exception {
    TestCertificate ended = certificate("localhost", "-startdate", "-10d", "-validity", "9");
    TestCertificate good = certificate("localhost");
    HttpsServer web = web(ended);
    try (ScriptedSmtp smtp = smtp(good, true)) {
      Run run = doctor(TestCertificate.trusting(ended.pem().getParent()), web, smtp, "tls");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(line(run, "certificate")).startsWith("failure ").contains("renew it");
      assertThat(line(run, "mail TLS"))
          .as("that of the mail server is not trusted")
          .startsWith("failure ")
          .contains("The certificate must be valid");

      run = doctor(TestCertificate.trusting(good.pem().getParent()), web, smtp, "tls");
      assertThat(line(run, "certificate")).startsWith("failure ").contains("is not accepted");
      assertThat(mail(run)).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("ok "));
    } finally {
      web.stop(0);
    }
  }

  @Test
  void failsOnACertificateForAnotherNameAndWhereStartTlsIsNotOffered() throws Exception {
    TestCertificate other = certificate("other.example");
    HttpsServer web = web(other);
    try (ScriptedSmtp smtp = smtp(null, false)) {
      Run run = doctor(TestCertificate.trusting(other.pem().getParent()), web, smtp, "starttls");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(line(run, "certificate")).startsWith("failure ").contains("localhost");
      assertThat(line(run, "mail connect")).startsWith("ok ");
      assertThat(line(run, "mail TLS"))
          .startsWith("failure ")
          .contains("Check mail.smtp.tls: starttls on 587");
    } finally {
      web.stop(0);
    }
  }
}
