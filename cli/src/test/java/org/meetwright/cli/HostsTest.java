package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.account.AccountMail;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.value.EmailAddress;

final class HostsTest {
  @TempDir Path home;

  @Test
  void addsAHostAndSaysWhatComesNext() {
    CommandLineRun run =
        run(
            "host",
            "add",
            "ada",
            "--name",
            "Ada Lovelace",
            "--email",
            "ada@example.org",
            "--zone",
            "Europe/London");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "Added host ada (Ada Lovelace), who can be met Mon-Fri 09:00-17:00 Europe/London.",
            "ada is an admin, who may do what concerns the whole installation.",
            "Next: make a token for the API: meetwright token create ada; event types are added"
                + " with it.");
    assertThat(run("host", "list").lines())
        .containsExactly("ada  Europe/London  admin  Ada Lovelace <ada@example.org>");
  }

  @Test
  void givesAHostAnotherAddressAndTellsTheOldOne() {
    CommandLineRun.addAda(home);
    assertThat(run("host", "email", "ada", "lovelace@example.net").errorLines())
        .containsExactly("ada signs in with lovelace@example.net now.");
    assertThat(run("host", "list").lines())
        .singleElement()
        .asString()
        .contains("<lovelace@example.net>");
    try (Core core = Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.system())) {
      assertThat(core.outbox().list(AccountMail.KIND, "pending", 10))
          .singleElement()
          .satisfies(
              message ->
                  assertThat(
                          core.accountMails()
                              .find(AccountMail.KIND.read(message))
                              .orElseThrow()
                              .recipient())
                      .isEqualTo(new EmailAddress("ada@example.org")));
    }
    assertThat(run("host", "email", "ada", "lovelace").exit()).isEqualTo(1);
    assertThat(run("host", "email", "bob", "bob@example.net").exit()).isEqualTo(1);
  }

  @Test
  void invitesSomeoneByMail() {
    CommandLineRun.addAda(home);
    CommandLineRun invited =
        run(
            "host",
            "invite",
            "grace@example.org",
            "--handle",
            "grace",
            "--name",
            "Grace Hopper",
            "--zone",
            "Europe/Paris",
            "--language",
            "fr");

    assertThat(invited.exit()).isZero();
    assertThat(invited.errorLines().getFirst())
        .startsWith("Invited grace@example.org: a link is mailed that works once, until ");
    try (Core core =
        Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(CommandLineRun.NOW))) {
      assertThat(core.outbox().list(AccountMail.KIND, "pending", 10)).hasSize(1);
      assertThat(core.hostInvitations().find(new EmailAddress("grace@example.org")))
          .hasValueSatisfying(
              invitation -> {
                assertThat(invitation.handle()).hasToString("grace");
                assertThat(invitation.name()).isEqualTo("Grace Hopper");
                assertThat(invitation.timeZone()).hasToString("Europe/Paris");
                assertThat(invitation.locale()).hasToString("fr");
              });
    }
    assertThat(run("host", "invite", "ada@example.org").errorLines().toString())
        .contains("belongs to another host");
    assertThat(run("host", "invite", "bob@example.org", "--handle", "ada").exit()).isEqualTo(1);
  }

  @Test
  void printsHostsAsJson() {
    CommandLineRun.addAda(home);
    CommandLineRun.in(
        home,
        "host",
        "add",
        "zoe",
        "--name",
        "Zo\u00eb",
        "--email",
        "z@example.org",
        "--zone",
        "UTC");

    assertThat(run("--json", "host", "list").json().at("/hosts/0/handle").stringValue())
        .isEqualTo("ada");
    assertThat(run("--json", "host", "list").json().at("/hosts/0/role").stringValue())
        .isEqualTo("admin");
    assertThat(run("--json", "host", "list").json().at("/hosts/1/role").stringValue())
        .isEqualTo("host");
    assertThat(run("--json", "host", "list").json().at("/hosts/1/name").stringValue())
        .isEqualTo("Zo\u00eb");
  }

  @Test
  void refusesAHandleOrAnAddressThatIsTaken() {
    CommandLineRun.addAda(home);

    CommandLineRun handle =
        run("host", "add", "ada", "--name", "B", "--email", "b@example.org", "--zone", "UTC");
    assertThat(handle.exit()).isEqualTo(1);
    assertThat(handle.errorLines())
        .containsExactly("meetwright: handle \"ada\" is taken; choose another.");
    CommandLineRun email =
        run("host", "add", "bob", "--name", "B", "--email", "ADA@example.org", "--zone", "UTC");
    assertThat(email.exit()).isEqualTo(1);
    assertThat(email.errorLines())
        .containsExactly("meetwright: email \"ADA@example.org\" belongs to another host.");
  }

  @Test
  void takesThePasswordFromTheFirstLine() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "correct horse \r\nmore\n");
    CommandLineRun.addAda(home, "--password-file", file.toString());

    try (Core core = Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.system())) {
      EmailAddress email = new EmailAddress("ada@example.org");
      assertThat(signIn(core, email, "correct horse ")).isInstanceOf(SignedIn.class);
      assertThat(signIn(core, email, "correct horse")).isInstanceOf(Refused.class);
    }
  }

  private static SignInOutcome signIn(Core core, EmailAddress email, String password) {
    return core.signIn().signIn(new Attempt(email, password, null, Origin.at("127.0.0.1"), "test"));
  }

  @Test
  void givesAHostWhoForgotHisPasswordAnotherOne() throws Exception {
    Path first = Files.writeString(home.resolve("first"), "correct horse\n");
    Path second = Files.writeString(home.resolve("second"), "battery staple\n");
    CommandLineRun.addAda(home, "--password-file", first.toString());

    assertThat(run("host", "password", "ada", "--password-file", second.toString()).exit())
        .isZero();

    try (Core core = Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.system())) {
      EmailAddress email = new EmailAddress("ada@example.org");
      assertThat(signIn(core, email, "correct horse")).isInstanceOf(Refused.class);
      assertThat(signIn(core, email, "battery staple")).isInstanceOf(SignedIn.class);
    }
  }

  @Test
  void endsASecondFactor() {
    CommandLineRun.addAda(home);
    try (Core core = Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.system())) {
      core.secondFactor().enrol(core.hosts().find("ada").orElseThrow());
    }
    assertThat(run("host", "totp-reset", "ada").errorLines())
        .containsExactly("ada has no second factor any more.");
    assertThat(run("host", "totp-reset", "ada").errorLines())
        .containsExactly("ada had no second factor.");
  }

  @Test
  void switchesAHostOffAndOnAgain() {
    CommandLineRun.addAda(home);

    CommandLineRun off = run("host", "disable", "ada");
    assertThat(off.exit()).isZero();
    assertThat(off.errorLines())
        .containsExactly(
            "ada is switched off: 0 sessions have ended, and 0 bookings to come stay.",
            "No admin is switched on any more; the command line can do what an admin could.");
    assertThat(run("host", "list").lines())
        .containsExactly("ada  Europe/London  admin  Ada Lovelace <ada@example.org>, off");
    assertThat(run("--json", "host", "show", "ada").json().path("state").asString())
        .isEqualTo("off");
    assertThat(run("host", "disable", "ada").errorLines())
        .containsExactly("ada was switched off already.");
    assertThat(run("host", "enable", "ada").errorLines())
        .containsExactly("ada is switched on again.");
    assertThat(run("host", "enable", "bob").exit()).isEqualTo(1);
  }

  @Test
  void showsWhatAHostHas() {
    CommandLineRun.addAda(home);

    CommandLineRun shown = run("host", "show", "ada");

    assertThat(shown.lines())
        .contains(
            "host      ada, Ada Lovelace <ada@example.org>",
            "state     on",
            "signs in  no password",
            "offers    0 event types, 1 schedules, 0 absences");
    assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    CommandLineRun json = run("--json", "host", "show", "ada");
    assertThat(json.json().at("/has/offer/schedules").asInt()).isEqualTo(1);
    assertThat(json.json().path("handle").asString()).isEqualTo("ada");
  }

  @Test
  void renamesAHost() {
    CommandLineRun.addAda(home);

    assertThat(run("host", "rename", "ada", "lovelace").errorLines())
        .containsExactly("ada is lovelace now; links with /ada lead nowhere any more.");
    assertThat(run("host", "list").lines().getFirst()).startsWith("lovelace  ");
    assertThat(run("host", "rename", "ada", "countess").exit()).isEqualTo(1);
    assertThat(run("host", "rename", "lovelace", "Not a handle").exit()).isEqualTo(2);
  }

  @Test
  void deletesAHostOnceThatIsConfirmed() {
    CommandLineRun.addAda(home);

    CommandLineRun dry = run("host", "delete", "ada", "--dry-run");
    assertThat(dry.exit()).isZero();
    assertThat(dry.lines())
        .contains("delete  0 event types, 1 schedules, 0 absences, 0 busy times", "teams   none");
    assertThat(dry.errorLines()).containsExactly("Nothing was changed.");
    CommandLineRun unasked = run("host", "delete", "ada");
    assertThat(unasked.exit()).isEqualTo(1);
    assertThat(unasked.err()).contains("Nothing was changed", "--yes");
    assertThat(run("host", "list").lines().getFirst()).startsWith("ada  ");

    assertThat(run("host", "delete", "ada", "--yes").exit()).isZero();

    assertThat(run("host", "show", "ada").exit()).isEqualTo(1);
    assertThat(run("host", "list").lines().getFirst()).startsWith("erased-").endsWith(", erased");
    String erased = run("host", "list").lines().getFirst().split(" ", 2)[0];
    assertThat(run("host", "enable", erased).err()).contains("has been erased");
  }

  @Test
  void endsSessionsByTheBeginningOfTheirIds() {
    CommandLineRun.addAda(home);
    try (Core core =
        Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(CommandLineRun.NOW))) {
      for (int i = 0; i < 3; i++) {
        core.access().sessions().begin(core.hosts().find("ada").orElseThrow().id(), "Firefox");
      }
    }
    assertThat(run("session", "list").lines()).hasSize(3);
    assertThat(run("session", "list", "ada").lines().getFirst())
        .endsWith("  ada  2026-03-02T12:00Z  never  Firefox");
    String id = run("--json", "session", "list").json().at("/sessions/2/id").asString();

    assertThat(run("session", "end", id).exit()).isZero();
    assertThat(run("session", "end", id).exit()).isEqualTo(1);
    assertThat(run("session", "end", "zzzz").exit()).isEqualTo(1);
    assertThat(run("session", "end").exit()).isEqualTo(2);
    assertThat(run("session", "list").lines()).hasSize(2);
    assertThat(run("session", "end", "--host", "ada").errorLines())
        .containsExactly("Ended 2 sessions of ada.");
    assertThat(run("session", "end", "--all").exit()).isEqualTo(1);
    assertThat(run("session", "end", "--all", "--yes").errorLines())
        .containsExactly("Ended 0 sessions.");
  }

  @Test
  void makesTokensThatMayDoLess() {
    CommandLineRun.addAda(home);
    CommandLineRun created =
        run(
            "--json",
            "token",
            "create",
            "ada",
            "--name",
            "board",
            "--scope",
            "read",
            "--expires",
            "2099-01-01T00:00:00Z");
    String id = created.json().path("id").stringValue();

    assertThat(created.json().path("token").stringValue()).startsWith("mw_");
    assertThat(run("token", "list", "ada").lines())
        .singleElement()
        .asString()
        .startsWith(id)
        .contains(" read ", "never", "2099-01-01T00:00:00Z", "board");
    assertThat(run("token", "create", "ada", "--scope", "own").exit()).isEqualTo(2);
    assertThat(run("token", "create", "ada", "--expires", "2020-01-01T00:00:00Z").exit())
        .isEqualTo(1);
    assertThat(run("token", "revoke", "ada", id).exit()).isZero();
    assertThat(run("token", "list", "ada").lines()).isEmpty();
    assertThat(run("token", "revoke", "ada", id).exit()).isEqualTo(1);
  }

  @Test
  void refusesAPasswordFileThatIsMissingOrTooShort() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "short\n");
    String[] add = {
      "host",
      "add",
      "ada",
      "--name",
      "A",
      "--email",
      "a@b.c",
      "--zone",
      "UTC",
      "--password-file",
      ""
    };

    add[10] = file.toString();
    assertThat(run(add).exit()).isEqualTo(1);
    assertThat(run(add).errorLines())
        .containsExactly("meetwright: password must have 8 to 200 characters.");
    add[10] = "/nowhere";
    assertThat(run(add).exit()).isEqualTo(1);
    assertThat(run(add).errorLines())
        .containsExactly(
            "meetwright: The file /nowhere cannot be read; check that it is there, and its"
                + " rights.");
  }

  @Test
  void makesATokenThatLetsIn() {
    CommandLineRun.addAda(home);

    CommandLineRun run = run("token", "create", "ada", "--name", "backup");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("mw_[A-Za-z0-9_-]{43}\n");
    try (Core core = Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.system())) {
      assertThat(core.access().authenticate(run.out().strip())).isPresent();
    }
    assertThat(run("--json", "token", "create", "ada").json().get("name").stringValue())
        .isEqualTo("command line");
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    CommandLineRun run = run("token", "create", "bob");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly(
            "meetwright: There is no host \"bob\"; see who there is: meetwright host list");
    assertThat(run("host", "list").errorLines())
        .containsExactly("There is no host yet; add one: meetwright host add --help");
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }
}
