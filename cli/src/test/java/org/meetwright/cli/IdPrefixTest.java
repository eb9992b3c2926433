package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

final class IdPrefixTest {
  @ParameterizedTest
  @EachDatabase
  void takesTheBeginningOfAnIdIfItIsUnique(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program
          .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
          .done();
      String first = added(program, "https://example.org/1");
      String second = added(program, "https://example.org/2");
      String same = first.substring(0, 4);

      Run ambiguous = program.run("webhook", "deliveries", same);
      assertThat(ambiguous.exit()).isEqualTo(1);
      assertThat(ambiguous.err()).contains(same, first, second, "type more of it");
      Run none = program.run("webhook", "deliveries", "ffff");
      assertThat(none.exit()).isEqualTo(1);
      assertThat(none.err()).contains("no webhook whose id begins with ffff");
      program.run("webhook", "remove", first.substring(0, 30)).done();
      assertThat(program.run("webhook", "list").lines())
          .singleElement()
          .asString()
          .startsWith(second);
    }
  }

  private static String added(BuiltProgram program, String url) {
    return program.run("webhook", "add", "ada", url).done().out().split(" ", -1)[0];
  }
}
