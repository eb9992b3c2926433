package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.NodePackage;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.sending.Envelope;
import org.meetwright.server.mail.sending.MailAddresses;
import org.meetwright.server.mail.sending.MimeLetter;
import org.meetwright.server.mail.sending.OutgoingMail;
import org.meetwright.server.mail.sending.SmtpSender;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends to the `smtp-server` of npm, where node and npm are: it insists on STARTTLS and on signing
/// in, and refuses as it is asked to.
class NodeSmtpTest {
  @TempDir static Path directory;
  private static TestCertificate certificate;
  private static Process node;
  private static int port;
  private static final List<String> SAID = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Path modules = NodePackage.install("smtp-server@3").home();
    certificate = TestCertificate.make(directory, "localhost");
    Path script = modules.resolve("server.js");
    try (InputStream source = NodeSmtpTest.class.getResourceAsStream("smtp-server.js")) {
      Files.write(script, source.readAllBytes());
    }
    node =
        new ProcessBuilder("node", script.toString(), certificate.pem().toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader out = node.inputReader();
    String first = String.valueOf(out.readLine());
    assertThat(first).startsWith("port ");
    port = Integer.parseInt(first.substring(5));
    Thread.ofVirtual().start(() -> out.lines().forEach(SAID::add));
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.toHandle().destroyForcibly();
    }
  }

  private static SmtpSender sender(String password) {
    MailSettings settings =
        new MailSettings("localhost", port, "meet", password, Tls.STARTTLS, Office.FROM);
    return new SmtpSender(settings, certificate.context().getSocketFactory());
  }

  private static OutgoingMail mailTo(String address) throws Exception {
    InternetAddress to = MailAddresses.of(new EmailAddress(address), "");
    InternetAddress from = MailAddresses.of(Office.FROM, "");
    Envelope envelope = new Envelope("<" + address + ">", Office.NOW, from, to, List.of());
    Letter letter =
        new Letter("en", "Hi", "Hi", "Hi", Letter.Tone.GOOD, "Hi", List.of(), null, "Hi");
    return new OutgoingMail("hi", MimeLetter.of(letter, envelope));
  }

  private static JsonNode taken(String address) throws Exception {
    Waiting.until(() -> SAID.stream().anyMatch(line -> line.contains(address)));
    String line = SAID.stream().filter(each -> each.contains(address)).findFirst().orElseThrow();
    return JsonMapper.shared().readTree(line);
  }

  @Test
  void signsInBehindStartTls() throws Exception {
    try (SmtpSender sender = sender("secret")) {
      sender.send(mailTo("bob@example.net"));
    }
    assertThat(taken("bob@").path("secure").booleanValue()).isTrue();
    assertThat(taken("bob@").path("user").stringValue()).isEqualTo("meet");
  }

  @Test
  void triesAgainAfter451AndArrivesOnce() throws Exception {
    try (SmtpSender sender = sender("secret")) {
      OutgoingMail mail = mailTo("later@example.net");
      assertThatThrownBy(() -> sender.send(mail))
          .isInstanceOf(MessagingException.class)
          .hasMessageContaining("451");
      sender.send(mail);
    }
    taken("later@");
    assertThat(SAID.stream().filter(line -> line.contains("later@"))).hasSize(1);
  }

  @Test
  void givesUpForGoodAt550() throws Exception {
    try (SmtpSender sender = sender("secret")) {
      OutgoingMail mail = mailTo("nobody@example.net");
      assertThatThrownBy(() -> sender.send(mail))
          .isInstanceOf(PermanentFailure.class)
          .hasMessageContaining("550")
          .hasMessageContaining("No such user");
    }
  }

  @Test
  void triesAgainAfterAWrongPassword() throws Exception {
    try (SmtpSender sender = sender("wrong")) {
      OutgoingMail mail = mailTo("eve@example.net");
      assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(MessagingException.class);
    }
  }
}
