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
  void changesMembersAndTakesThemOut() {
    run("team", "add", "sales", "--owner", "ada", "--member", "ada", "--member", "bea");

    assertThat(run("team", "set", "sales", "bea", "--weight", "3", "--priority", "7").errorLines())
        .containsExactly("bea has weight 3 and priority 7 in sales.");
    assertThat(run("team", "set", "sales", "bea", "--weight", "0").exit()).isZero();
    assertThat(run("team", "show", "sales").lines())
        .startsWith("sales, sales, owned by ada", "event types: none")
        .contains("bea  weight 0  priority 7  member", "ada  weight 1  priority 0  member");
    assertThat(run("team", "set", "sales", "bea", "--weight", "1001").exit()).isEqualTo(1);

    CommandLineRun left = run("team", "remove", "sales", "bea");
    assertThat(left.errorLines()).containsExactly("bea left the team sales.");
    assertThat(run("team", "remove", "sales", "bea").err()).contains("bea is not in the team");
    assertThat(run("team", "set", "sales", "bea", "--weight", "1").exit()).isEqualTo(1);
    assertThat(run("team", "remove", "sales", "ada").errorLines())
        .contains("Nobody is in it any more: it offers nothing.");
  }

  @Test
  void renamesAndDeletesATeam() {
    run("team", "add", "sales", "--owner", "ada", "--member", "bea");

    assertThat(run("team", "rename", "sales", "business", "--name", "Business").exit()).isZero();
    assertThat(run("team", "list").lines().getFirst()).startsWith("business  ada  Business  bea");
    assertThat(run("team", "rename", "business", "bea").exit()).isEqualTo(1);
    assertThat(run("team", "delete", "business").exit()).isEqualTo(1);
    assertThat(run("team", "delete", "business", "--yes").exit()).isZero();
    assertThat(run("team", "list").lines()).isEmpty();
    assertThat(run("team", "show", "business").exit()).isEqualTo(1);
  }

  @Test
  void showsWhatHostsAreNotifiedOf() {
    run("team", "add", "sales", "--owner", "ada", "--member", "bea");

    assertThat(run("notifications").exit()).isZero();
    assertThat(run("notifications", "bea").exit()).isZero();
    assertThat(run("--json", "notifications", "--unread").json().path("notifications").isArray())
        .isTrue();
    assertThat(run("notifications", "nobody").exit()).isEqualTo(1);
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
