package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.databind.json.JsonMapper;

/// The kinds of messages, and that messages which an earlier version put in can still be read.
class OutboxKindsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void namesEveryKindThatThereIs() {
    List<OutboxKind<?>> declared =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.meetwright.core")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(OutboxKind.class))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .map(OutboxKindsTest::value)
                .collect(Collectors.toList());

    assertThat(declared).hasSizeGreaterThan(5);
    assertThat(OutboxKinds.ALL).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(OutboxKinds.ALL).extracting(OutboxKind::name).doesNotHaveDuplicates();
    assertThat(OutboxKinds.ALL)
        .allSatisfy(
            kind ->
                assertThat(OutboxKinds.of(kind.pausedWith()).name()).isEqualTo(kind.pausedWith()));
  }

  private static OutboxKind<?> value(JavaField field) {
    try {
      return (OutboxKind<?>) field.reflect().get(null);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  @Test
  void refusesANameThatNoKindHas() {
    assertThat(OutboxKinds.of("webhook").name()).isEqualTo("webhook");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> OutboxKinds.of("telegraph"))
        .withMessageContaining("mail, mail-resend, confirmation")
        .withMessageContaining("telegraph");
  }

  /// The rows are those that the version before typed kinds had put in.
  @ParameterizedTest
  @EachDatabase
  void readsWhatAnEarlierVersionPutIn(DatabaseKind database) {
    try (Fixture fixture = new Fixture(database)) {
      Map<String, List<String>> rows =
          StoredText.of("outbox.tsv")
              .lines()
              .map(line -> List.of(line.split("\t", 4)))
              .collect(Collectors.toMap(columns -> columns.get(1), columns -> columns));
      rows.values().forEach(row -> insert(fixture, row));
      StoredText.resource("/db/migration/common/V46__outbox_kinds.sql")
          .lines()
          .filter(line -> line.startsWith("UPDATE "))
          .map(line -> line.replaceFirst(";$", ""))
          .forEach(fixture::sql);

      List<Message> messages = fixture.core.outbox().list(null, null, 100);
      assertThat(messages).hasSameSizeAs(rows.values());
      List<String> kinds = new ArrayList<>();
      for (Message message : messages) {
        OutboxKind<?> kind = OutboxKinds.of(message.kind());
        kinds.add(kind.name());
        assertThat(JSON.readTree(JSON.writeValueAsString(kind.read(message))))
            .as("%s loses nothing", message)
            .isEqualTo(JSON.readTree(message.payload()));
        assertThat(message.payload())
            .contains(rows.get(message.dedupeKey()).get(3).replaceAll("^\\{|}$", ""));
      }
      assertThat(kinds)
          .contains(OutboxKinds.ALL.stream().map(OutboxKind::name).toArray(String[]::new));
    }
  }

  private static void insert(Fixture fixture, List<String> row) {
    fixture.sql(
        """
        INSERT INTO outbox (id, kind, dedupe_key, lane, payload, state, due_at, attempts, created_at)
        VALUES ('%s', '%s', '%s', '%s', '%s', 'pending', '2026-03-02 12:00:00+00', 0,
          '2026-03-02 12:00:00+00')
        """
            .formatted(UUID.randomUUID(), row.get(0), row.get(1), row.get(2), row.get(3)));
  }
}
