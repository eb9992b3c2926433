package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.client.ApiClient;

/// The settings of the server on this computer, its data as a whole, and what becomes of it when a
/// setting does not work.
class ServerSettingsTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void saysAtItsFieldWhatCannotBeWhileItIsTyped() {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));

    unfold("mail");
    type("#server-server-publicUrl", "meet.example.org");
    DesktopFixture.await(() -> !said("#server-server-publicUrl-error").isEmpty());
    type("#server-server-publicUrl", "https://meet.example.org");
    DesktopFixture.await(() -> said("#server-server-publicUrl-error").isEmpty());
    type("#server-mail-smtp-port", "70000");
    type("#server-mail-from", "nobody");
    DesktopFixture.await(() -> !said("#server-mail-smtp-port-error").isEmpty());
    DesktopFixture.await(() -> !said("#server-mail-from-error").isEmpty());
    choose("#server-encryption", "files");
    DesktopFixture.await(() -> !said("#server-server-tls-certificate-error").isEmpty());

    assertThat(lookup("#server-server-port").query().isDisabled())
        .as("what the environment decides")
        .isTrue();
    assertThat(home.resolve("meetwright.yaml")).doesNotExist();
  }

  @Test
  void startsTheServerAgainWithWhatIsSavedAndKeepsTheRestOfTheFile() throws IOException {
    int port = freePort();
    Files.writeString(
        home.resolve("meetwright.yaml"),
        """
        # of the office
        server:
          port: %d # as ever
        log:
          level: warning
        """
            .formatted(port));
    open(Map.of());
    int other = freePort();

    unfold("mail");
    type("#server-server-port", String.valueOf(other));
    type("#server-server-publicUrl", "https://meet.example.org");
    press("#server-save");
    DesktopFixture.await(() -> !said("#server-done").isEmpty());

    assertThat(Files.readString(home.resolve("meetwright.yaml")))
        .contains("# of the office", "# as ever", "level: warning", "port: '" + other + "'")
        .contains("server.publicUrl: 'https://meet.example.org'");
    try (ApiClient anyone = new ApiClient(URI.create("http://127.0.0.1:" + other), null)) {
      assertThat(anyone.everybody().getHost("ada").name()).isEqualTo("Ada Lovelace");
    }
    assertThat(said("#server-running")).contains("https://meet.example.org");
    press("#place-eventTypes");
    press("#type-intro-copy");
    assertThat(app.copied).last().isEqualTo("https://meet.example.org/ada/intro");
  }

  @Test
  void runsAsBeforeIfAPortIsTaken() throws IOException {
    int port = freePort();
    Files.writeString(home.resolve("meetwright.yaml"), "server.port: " + port + "\n");
    open(Map.of());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unfold("reach");
      type("#server-server-port", String.valueOf(taken.getLocalPort()));
      press("#server-save");
      DesktopFixture.await(() -> !said("#server-server-port-error").isEmpty());

      assertThat(typed("#server-server-port")).isEqualTo(String.valueOf(taken.getLocalPort()));
      assertThat(Files.readString(home.resolve("meetwright.yaml")))
          .isEqualTo("server.port: " + port + "\n");
    }
    try (ApiClient anyone = new ApiClient(URI.create("http://127.0.0.1:" + port), null)) {
      assertThat(anyone.everybody().getHost("ada").name()).isEqualTo("Ada Lovelace");
    }
  }

  @Test
  void runsAsBeforeIfTheCertificateIsNone() throws IOException {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));
    Path none = Files.writeString(elsewhere.resolve("none.pem"), "none");

    choose("#server-encryption", "files");
    type("#server-server-tls-certificate", none.toString());
    type("#server-server-tls-key", none.toString());
    DesktopFixture.await(() -> said("#server-server-tls-key-error").isEmpty());
    press("#server-save");
    DesktopFixture.await(() -> !said("#server-server-tls-certificate-error").isEmpty());

    assertThat(home.resolve("meetwright.yaml")).doesNotExist();
    press("#place-eventTypes");
    awaitShown("#type-intro-open");
  }

  @Test
  void speaksHttpsWithACertificateForAnotherName() throws Exception {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));
    CertificateFiles files = CertificateFiles.make(elsewhere, "meet.example.org");

    choose("#server-encryption", "files");
    type("#server-server-tls-certificate", files.certificate().toString());
    type("#server-server-tls-key", files.key().toString());
    DesktopFixture.await(() -> said("#server-server-tls-key-error").isEmpty());
    press("#server-save");
    DesktopFixture.await(() -> !said("#server-done").isEmpty());

    assertThat(said("#server-running")).contains("https://127.0.0.1:");
    press("#place-eventTypes");
    awaitShown("#type-intro-open");
    assertThat(shows("#absence")).isFalse();
  }

  @Test
  void sendsATestMailWithWhatIsTypedAndSaysAtWhichFieldItFails() throws IOException {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));
    try (MailServer mail = new MailServer()) {
      unfold("mail");
      type("#server-mail-smtp-host", "127.0.0.1");
      type("#server-mail-smtp-port", String.valueOf(freePort()));
      choose("#server-mail-smtp-tls", "none");
      type("#server-mail-from", "meetings@" + MailServer.REFUSED);
      press("#mail-test");
      DesktopFixture.await(() -> !said("#server-mail-smtp-port-error").isEmpty());

      type("#server-mail-smtp-port", String.valueOf(mail.port()));
      DesktopFixture.await(() -> said("#server-mail-smtp-port-error").isEmpty());
      press("#mail-test");
      DesktopFixture.await(() -> said("#server-mail-from-error").contains("not from there"));

      type("#server-mail-from", "meetings@example.org");
      DesktopFixture.await(() -> said("#server-mail-from-error").isEmpty());
      press("#mail-test");
      DesktopFixture.await(() -> !said("#server-done").isEmpty());
      assertThat(mail.mails).singleElement().asString().contains("To: " + DesktopFixture.EMAIL);
      assertThat(home.resolve("meetwright.yaml")).doesNotExist();
    }
  }

  @Test
  void keepsThePasswordOfTheMailServerForItsOwnerAlone() throws IOException {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));

    unfold("mail");
    type("#server-mail-smtp-host", "127.0.0.1");
    type("#server-mail-smtp-user", "ada");
    type("#server-mail-smtp-password", "it's a secret");
    press("#mail-save");
    DesktopFixture.await(() -> !said("#server-done").isEmpty());
    DesktopFixture.await(() -> typed("#server-mail-smtp-password").isEmpty());
    type("#server-mail-from", "meetings@example.org");
    press("#mail-save");
    DesktopFixture.await(() -> !said("#server-done").isEmpty());

    Path file = home.resolve("meetwright.yaml");
    assertThat(Files.readString(file)).contains("it''s a secret", "meetings@example.org");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void restoresWhatWasBackedUpAndKeepsWhatWasThere() throws IOException {
    open(Map.of("MEETWRIGHT_SERVER_PORT", "0"));
    Path file = elsewhere.resolve("all.backup");

    unfold("backup");
    type("#backup-file", file.toString());
    type("#backup-passphrase", "a long pass phrase");
    press("#back-up");
    DesktopFixture.await(() -> !said("#server-done").isEmpty());
    type("#profile-name", "Ada King");
    press("#profile-save");
    DesktopFixture.await(() -> !said("#settings-done").isEmpty());

    type("#restore-file", file.toString());
    type("#restore-passphrase", "another");
    press("#restore");
    press("#restore-sure");
    DesktopFixture.await(() -> !said("#restore-file-error").isEmpty());
    assertThat(typed("#profile-name")).isEqualTo("Ada King");

    type("#restore-passphrase", "a long pass phrase");
    press("#restore-sure");
    DesktopFixture.await(
        () -> shows("#profile-name") && typed("#profile-name").equals("Ada Lovelace"));
    try (Stream<Path> all = Files.list(home)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .anyMatch(name -> name.startsWith("before-restore-"));
    }
  }

  private void open(Map<String, String> environment) {
    try (EmbeddedServer server = DesktopFixture.server(home, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
    }
    begin(new DesktopFixture(home, environment));
    press("#door-here");
    press("#place-settings");
    awaitShown("#settings-reach");
    unfold("reach");
    DesktopFixture.await(() -> !said("#server-running").isEmpty());
  }

  private void unfold(String... parts) {
    for (String part : parts) {
      interact(() -> lookup("#settings-" + part).queryAs(TitledPane.class).setExpanded(true));
    }
  }

  @SuppressWarnings("unchecked") // The box is one of words.
  private void choose(String query, String word) {
    interact(() -> lookup(query).queryAs(ComboBox.class).setValue(word));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
