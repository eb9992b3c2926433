package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.traces.Traces;

/// Whoever adds a table says which room forgets what it tells of people, or that it tells nothing.
class RoomTracesTest {
  /// What holds nothing of people, or only for minutes and under keys of the program's own.
  private static final Set<String> OF_NOBODY =
      Set.of(
          "archive_tally",
          "backup_schedule",
          "certificate",
          "installation",
          "outbox_pause",
          "rate_limit",
          "secret_key",
          "sign_in_tries",
          "used_challenge");

  @ParameterizedTest
  @EachDatabase
  void nameEveryTableOnce(DatabaseKind kind) {
    List<String> named = new ArrayList<>(OF_NOBODY);
    RoomTraces.ALL.forEach(room -> named.addAll(room.tables()));

    try (Fixture fixture = new Fixture(kind)) {
      assertThat(named).containsExactlyInAnyOrderElementsOf(fixture.tables());
    }
  }

  @Test
  void areAllListed() {
    Set<String> written =
        new ClassFileImporter()
            .importPackages("org.meetwright.core").stream()
                .filter(type -> type.isAssignableTo(Traces.class) && !type.isInterface())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(type -> type.getFullName())
                .collect(Collectors.toSet());

    assertThat(Stream.of(RoomTraces.ALL.toArray()).map(room -> room.getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
