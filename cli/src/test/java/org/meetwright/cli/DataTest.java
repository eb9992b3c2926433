package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.EmailAddress;

/// What becomes of data: `archive` and `erase`.
final class DataTest {
  private static final Instant LAST_AUTUMN = Instant.parse("2025-11-03T12:00:00Z");

  @TempDir Path home;

  @BeforeEach
  void bookLastAutumnAndForTomorrow() {
    CommandLineRun.addAda(home);
    try (Core core = core(LAST_AUTUMN)) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      EventType intro = core.eventTypes().add(new EventTypeBuilder(ada).build());
      book(core, intro, "2025-11-04T10:00:00Z", "bob@example.com");
      book(core, intro, "2025-11-05T10:00:00Z", "eve@example.com");
      book(core, intro, "2026-03-03T10:00:00Z", "eve@example.com");
    }
  }

  private Core core(Instant now) {
    return Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(now));
  }

  private static void book(Core core, EventType type, String start, String email) {
    Invitee invitee =
        new Invitee("G", new EmailAddress(email), ZoneId.of("Europe/London"), Locale.ENGLISH);
    BookRequest request = BookRequest.of(type.id(), Instant.parse(start), invitee);
    assertThat(core.bookingDesk().book(request, Actor.INVITEE))
        .isInstanceOf(BookOutcome.Booked.class);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }

  @Test
  void archivesVerifiesAndRestores() {
    assertThat(run("bookings", "--from", "2025-01-01").lines()).hasSize(3);
    String before = run("archive", "verify").lines().getFirst();

    CommandLineRun archived = run("archive", "run");

    assertThat(archived)
        .isEqualTo(new CommandLineRun(0, "", line("Archived 2 meetings with 2 bookings.")));
    assertThat(run("bookings", "--from", "2025-01-01").lines()).hasSize(1);
    CommandLineRun verified = run("archive", "verify");
    assertThat(verified.exit()).isZero();
    assertThat(verified.lines().getFirst()).startsWith("live      1 meetings  1 bookings  ");
    assertThat(verified.lines().getLast()).startsWith("archived  2 meetings  2 bookings  ");

    CommandLineRun restored = run("archive", "restore", "--host", "ada", "--from", "2025-11-05");
    assertThat(restored.err()).isEqualTo(line("Restored 1 meetings with 1 bookings."));
    run("archive", "restore", "--host", "ada", "--from", "2025-11-04", "--to", "2025-11-04");
    assertThat(run("archive", "verify").lines().getFirst()).isEqualTo(before);
    assertThat(run("bookings", "--from", "2025-01-01").lines()).hasSize(3);
  }

  private static String line(String text) {
    return text + System.lineSeparator();
  }

  @Test
  void deletesFromTheArchiveWhatIsOlderThanConfigured() {
    CommandLineRun run =
        CommandLineRun.in(
            home, List.of("MEETWRIGHT_ARCHIVE_KEEPDAYS", "100"), "archive", "run", "--json");

    assertThat(run.json().at("/archived/meetings").asInt()).isEqualTo(2);
    assertThat(run.json().at("/deleted/bookings").asInt()).isEqualTo(2);
  }

  @Test
  void saysWhatIsDamaged() {
    run("archive", "run");
    try (Core core = core(CommandLineRun.NOW)) {
      core.database(); // keeps the file open for the statement below
      damage();
    }

    CommandLineRun run = run("archive", "verify");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("The archive should hold 2 meetings").contains("restore");
  }

  private void damage() {
    String url = TestDatabase.h2In(home).url() + ";AUTO_SERVER=TRUE";
    try (var connection = DriverManager.getConnection(url, "meetwright", FilePassword.read(url));
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM booking_archive FETCH FIRST ROW ONLY");
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void exportsEverythingAboutAHost() {
    run("archive", "run");

    CommandLineRun run = run("export", "ada");

    assertThat(run.exit()).isZero();
    assertThat(run.json().at("/host/handle").asString()).isEqualTo("ada");
    assertThat(run.json().path("bookings")).hasSize(1);
    assertThat(run.json().path("archivedMeetings")).hasSize(2);
  }

  @Test
  void erasesAnInviteeOnceNothingIsToComeForHim() {
    assertThat(run("erase", "invitee", "bob@example.com").exit()).isEqualTo(1);
    assertThat(run("erase", "invitee", "eve@example.com", "--yes").err())
        .startsWith(
            "meetwright: 1 bookings are still to come; cancel them first, or add --cancel.");

    CommandLineRun waiting = run("erase", "invitee", "eve@example.com", "--yes", "--cancel");
    assertThat(waiting.exit()).isEqualTo(1);
    assertThat(waiting.errorLines().getFirst()).isEqualTo("Cancelled 1 bookings.");
    assertThat(waiting.errorLines().getLast()).contains("mails about it are still to be sent");
    assertThat(run("bookings", "--status", "cancelled").lines()).hasSize(1);
  }

  @Test
  void erasesNoHostWhoIsToMeetSomeone() {
    CommandLineRun run = run("erase", "host", "ada", "--yes");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("1 bookings are still to come").contains("Nothing was erased");
    assertThat(run("erase", "host", "nobody", "--yes").exit()).isEqualTo(1);
  }
}
