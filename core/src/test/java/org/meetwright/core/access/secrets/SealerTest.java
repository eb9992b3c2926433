package org.meetwright.core.access.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;

class SealerTest {
  private static final SealedPlace PLACE = new SealedPlace("webhook", new UUID(1, 2), "secret");
  private static final String SECRET = "a secret: é";

  private Fixture fixture;

  @AfterEach
  void close() {
    fixture.close();
  }

  private Sealer open(DatabaseKind kind) {
    fixture = new Fixture(kind);
    return fixture.core.sealer();
  }

  private Path keyFile() {
    return fixture.core.database().keyFile();
  }

  private List<String> stored(String query) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void opensWhatItSealed(DatabaseKind kind) {
    Sealer sealer = open(kind);
    String sealed = sealer.seal(SECRET, PLACE);

    assertThat(sealed).matches("v1\\.[0-9a-f]{8}\\.[\\w-]{16}\\.[\\w-]+");
    assertThat(sealer.seal(SECRET, PLACE)).isNotEqualTo(sealed);
    assertThat(sealer.open(sealed, PLACE)).isEqualTo(SECRET);
    assertThat(Sealer.open(fixture.core.database(), fixture.clock).open(sealed, PLACE))
        .isEqualTo(SECRET);
  }

  @Test
  void opensNothingThatWasChangedOrStoodElsewhere() {
    Sealer sealer = open(DatabaseKind.H2);
    String sealed = sealer.seal(SECRET, PLACE);
    char last = sealed.charAt(sealed.length() - 2);
    String changed =
        sealed.substring(0, sealed.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + sealed.charAt(sealed.length() - 1);

    for (SealedPlace place :
        List.of(
            new SealedPlace("webhook", new UUID(1, 3), "secret"),
            new SealedPlace("webhook", new UUID(1, 2), "previous_secret"),
            new SealedPlace("second_factor", new UUID(1, 2), "secret"))) {
      assertThatThrownBy(() -> sealer.open(sealed, place))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining(SECRET);
    }
    for (String wrong : List.of(changed, sealed + ".x", SECRET, "", "v1...")) {
      assertThatThrownBy(() -> sealer.open(wrong, PLACE)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void makesItsFileWhenItIsNeededAndForItsOwnerAlone() throws Exception {
    Sealer sealer = open(DatabaseKind.H2);
    assertThat(keyFile()).doesNotExist();

    sealer.seal(SECRET, PLACE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @EachDatabase
  void keepsNeitherSecondFactorsNorSecretsOfWebhooksReadable(DatabaseKind kind) throws Exception {
    open(kind);
    Core core = fixture.core;
    Host ada = fixture.ada;
    Enrolment enrolment = core.secondFactor().enrol(ada).orElseThrow();
    Webhook webhook = webhook(ada);
    Webhook changed =
        core.webhooks()
            .change(webhook.id(), new Webhook.Change(null, null, null, true))
            .orElseThrow();

    assertThat(stored("SELECT secret FROM second_factor"))
        .allMatch(text -> text.startsWith("v1.") && !text.contains(enrolment.secret()));
    assertThat(
            stored(
                "SELECT secret FROM webhook UNION ALL SELECT previous_secret FROM webhook"
                    + " WHERE previous_secret IS NOT NULL"))
        .hasSize(2)
        .allMatch(text -> text.startsWith("v1."));
    Webhook found = core.webhooks().find(webhook.id()).orElseThrow();
    assertThat(found.secret()).isEqualTo(changed.secret()).isNotEqualTo(webhook.secret());
    assertThat(found.previousSecret()).isEqualTo(webhook.secret());
    assertThat(core.secondFactor().begun(ada)).contains(enrolment);
  }

  private Webhook webhook(Host host) {
    return fixture
        .core
        .webhooks()
        .add(host.id(), HttpUrl.of("https://example.org/hook"), EnumSet.allOf(WebhookEvent.class));
  }

  @ParameterizedTest
  @EachDatabase
  void sealsAnewUnderAnotherKeyWhatAServerGoesOnUsing(DatabaseKind kind) throws Exception {
    Sealer server = open(kind);
    Host ada = fixture.ada;
    Enrolment enrolment = fixture.core.secondFactor().enrol(ada).orElseThrow();
    Webhook webhook = webhook(ada);
    String backup = stored("SELECT secret FROM webhook").getFirst();

    KeyRotation rotation = Sealer.open(fixture.core.database(), fixture.clock).rotate();

    assertThat(rotation.secrets()).isEqualTo(2);
    assertThat(stored("SELECT id FROM secret_key")).containsExactly(rotation.keyId());
    assertThat(stored("SELECT secret FROM webhook UNION ALL SELECT secret FROM second_factor"))
        .hasSize(2)
        .allMatch(text -> text.startsWith("v1." + rotation.keyId() + "."));
    assertThat(fixture.core.webhooks().find(webhook.id())).contains(webhook);
    assertThat(
            fixture
                .core
                .secondFactor()
                .confirm(
                    ada.id(), AuthenticatorApp.code(enrolment.secret(), fixture.clock.instant())))
        .isPresent();
    assertThat(server.seal(SECRET, PLACE)).startsWith("v1." + rotation.keyId() + ".");
    assertThat(server.open(backup, new SealedPlace("webhook", webhook.id(), "secret")))
        .isEqualTo(webhook.secret().value());
  }

  @ParameterizedTest
  @EachDatabase
  void sealsWhatAnEarlierVersionLeftReadable(DatabaseKind kind) throws Exception {
    open(kind);
    Host ada = fixture.ada;
    Webhook webhook = webhook(ada);
    execute("UPDATE webhook SET secret = '" + webhook.secret().value() + "'");

    Core again = Core.on(fixture.core.database(), fixture.clock);

    assertThat(stored("SELECT secret FROM webhook")).allMatch(text -> text.startsWith("v1."));
    assertThat(again.webhooks().find(webhook.id())).contains(webhook);
  }

  @ParameterizedTest
  @EachDatabase
  void refusesToBeginWithAnotherKeyFile(DatabaseKind kind) throws Exception {
    Sealer sealer = open(kind);
    sealer.seal(SECRET, PLACE);
    String key = stored("SELECT id FROM secret_key").getFirst();
    Files.delete(keyFile());

    assertThatThrownBy(() -> Sealer.open(fixture.core.database(), fixture.clock))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContainingAll(key, keyFile().toString(), "database.keyFile", "secrets discard");
    assertThatThrownBy(() -> sealer.seal(SECRET, PLACE))
        .isInstanceOf(DatabaseUnavailableException.class);
    assertThat(keyFile()).doesNotExist();
  }

  @ParameterizedTest
  @EachDatabase
  void goesOnWithoutWhatCannotBeOpenedAnyMore(DatabaseKind kind) throws Exception {
    open(kind);
    Host ada = fixture.ada;
    fixture.core.secondFactor().enrol(ada);
    Webhook webhook = webhook(ada);
    Files.delete(keyFile());

    Sealer.forgetKeys(fixture.core.database());
    Core again = Core.on(fixture.core.database(), fixture.clock);
    assertThat(again.secondFactor().resetAll()).isEqualTo(1);
    assertThat(again.webhooks().renewSecrets()).isEqualTo(1);

    assertThat(again.secondFactor().begun(ada)).isEmpty();
    assertThat(again.webhooks().find(webhook.id()).orElseThrow())
        .satisfies(found -> assertThat(found.active()).isFalse())
        .satisfies(found -> assertThat(found.secret()).isNotEqualTo(webhook.secret()));
    assertThat(again.secondFactor().enrol(ada)).isPresent();
    assertThat(keyFile()).exists();
  }

  @Test
  void takesALineThatWasCutShortForNone() throws Exception {
    Sealer sealer = open(DatabaseKind.H2);
    String sealed = sealer.seal(SECRET, PLACE);
    Files.writeString(keyFile(), "c2hvcnQ", StandardOpenOption.APPEND);

    Sealer again = Sealer.open(fixture.core.database(), fixture.clock);
    assertThat(again.open(sealed, PLACE)).isEqualTo(SECRET);
    again.rotate();
    assertThat(again.open(sealed, PLACE)).isEqualTo(SECRET);
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws Exception {
    Sealer sealer = open(DatabaseKind.H2);
    sealer.seal(SECRET, PLACE);
    Files.writeString(keyFile(), "no key\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Sealer.open(fixture.core.database(), fixture.clock))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContainingAll(keyFile().toString(), "base64");
  }
}
