package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `meetwright team`.
class TeamsTest {
  @TempDir Path home;

  @BeforeEach
  void addHosts() {
    CommandLineRun.addAda(home);
    String[] bea = {"--name", "Bea", "--email", "bea@example.org", "--zone", "UTC"};
    assertThat(CommandLineRun.in(home, join(new String[] {"host", "add", "bea"}, bea)).exit())
        .isZero();
  }

  private static String[] join(String[] first, String[] second) {
    return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }

  @Test
  void addsMembersOutrightAndMoreOfThemLater() {
    CommandLineRun made =
        run("team", "add", "sales", "--name", "Sales", "--owner", "bea", "--member", "bea");
    assertThat(made.exit()).isZero();
    assertThat(made.errorLines()).containsExactly("The team sales has bea.");

    CommandLineRun more =
        run("--json", "team", "add", "sales", "--member", "ada", "--member", "bea");
    assertThat(more.json().path("members")).hasSize(2);
    assertThat(more.json().path("members").valueStream())
        .allSatisfy(member -> assertThat(member.path("state").asString()).isEqualTo("member"));
    assertThat(run("team", "list").lines()).hasSize(1);
    assertThat(run("team", "list").lines().getFirst()).startsWith("sales  bea  Sales  ");
  }

  @Test
  void makesATeamWithoutMembersThatOffersNothing() {
    assertThat(run("team", "add", "empty", "--owner", "ada").errorLines())
        .containsExactly("The team empty has no members.");
    assertThat(run("team", "list").lines().getFirst().strip()).isEqualTo("empty  ada  empty");
  }

  @Test
  void saysWhatIsMissing() {
    CommandLineRun orphan = run("team", "add", "sales", "--member", "ada");
    assertThat(orphan.exit()).isEqualTo(1);
    assertThat(orphan.err()).contains("--owner HOST");
    assertThat(run("team", "add", "sales", "--owner", "nobody").err()).contains("nobody");
    run("team", "add", "sales", "--owner", "ada");
    assertThat(run("team", "add", "sales", "--owner", "bea").err()).contains("leave --owner out");
    assertThat(run("team", "add", "bea", "--owner", "ada").err()).contains("is taken");
  }

  @Test
  void takesOverTheTeamOfAnErasedOwner() {
    run("team", "add", "sales", "--owner", "ada", "--member", "bea");

    assertThat(run("erase", "host", "ada", "--yes").exit()).isZero();

    assertThat(run("team", "list").lines().getFirst()).startsWith("sales  bea  ");
  }
}
