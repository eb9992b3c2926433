package org.meetwright.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.archive.ArchiveCheck;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

@ParameterizedClass
@EachDatabase
class ErasureTest {
  private static final EmailAddress CARLA = new EmailAddress("Carla_x@example.com");

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Erasure erasure;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    erasure = fixture.core.erasure();
    Question question =
        new Question(Ids.next(), "Allergies?", Question.AnswerKind.TEXT, false, List.of());
    type =
        fixture.addEventType(
            t ->
                t.questions(question)
                    .reminders(60)
                    .location(new Location(Location.LocationKind.PHONE, "+1 555 010 9999")));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Booking bookAsCarla(EventType eventType, String start) {
    return Fixture.booked(
        fixture
            .core
            .bookingDesk()
            .book(
                new BookRequest(
                    eventType.id(),
                    Instant.parse(start),
                    new Invitee("Carla Secret", CARLA, ZoneId.of("Asia/Kathmandu"), Locale.ENGLISH),
                    List.of(new EmailAddress("friend@example.net")),
                    eventType.questions().isEmpty()
                        ? Map.of()
                        : Map.of(eventType.questions().getFirst().id(), new Answer.Text("peanuts")),
                    "Please ring twice",
                    Map.of("crm", "lead-77"),
                    null,
                    "carla-key-1"),
                Actor.INVITEE));
  }

  private void deliverEverything() {
    fixture.sql("UPDATE outbox SET state = 'done'");
  }

  private void assertNothingTellsOfCarla() {
    assertThat(fixture.dump("secret_key").toLowerCase(Locale.ROOT))
        .doesNotContain("carla")
        .doesNotContain("secret")
        .doesNotContain("peanuts")
        .doesNotContain("ring twice")
        .doesNotContain("lead-77")
        .doesNotContain("friend@example.net")
        .doesNotContain("aunt is ill");
  }

  @Test
  void erasesAnInviteeEverywhereAndKeepsTheStatistics() {
    Booking booking = bookAsCarla(type, "2026-03-03T15:00:00Z");
    fixture
        .core
        .bookingDesk()
        .reschedule(
            booking.id(),
            Instant.parse("2026-03-03T16:00:00Z"),
            Change.byInvitee("My aunt is ill: really"));
    Booking other = fixture.book(type, "2026-03-03T17:00:00Z", "bob@example.com");
    deliverEverything();
    fixture.clock.set("2026-03-10T12:00:00Z");

    assertThat(erasure.eraseInvitee(new EmailAddress("carla_X@EXAMPLE.com")))
        .isEqualTo(new ErasureOutcome.Erased(1, 0));

    assertNothingTellsOfCarla();
    Booking erased = fixture.core.bookings().find(booking.id()).orElseThrow();
    assertThat(erased.invitee().name()).isEqualTo("Erased invitee");
    assertThat(erased.start()).isEqualTo("2026-03-03T16:00:00Z");
    assertThat(erased.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(fixture.core.bookings().history(booking.id()))
        .extracting(entry -> entry.action() + " " + entry.detail())
        .containsExactly(
            "booked for 2026-03-03T15:00:00Z",
            "rescheduled from 2026-03-03T15:00:00Z to 2026-03-03T16:00:00Z",
            "erased ");
    assertThat(fixture.core.bookings().find(other.id())).contains(other);
    assertThat(erasure.eraseInvitee(CARLA)).isEqualTo(new ErasureOutcome.Erased(0, 0));
  }

  @Test
  void erasesAnInviteeInTheArchive() {
    bookAsCarla(type, "2026-03-03T15:00:00Z");
    fixture.book(type, "2026-03-03T17:00:00Z", "bob@example.com");
    deliverEverything();
    fixture.clock.set("2026-12-01T12:00:00Z");
    fixture.core.archive().archiveBatch(Duration.ofDays(90));

    assertThat(erasure.eraseInvitee(CARLA)).isEqualTo(new ErasureOutcome.Erased(0, 1));

    assertNothingTellsOfCarla();
    assertThat(fixture.dump()).contains("bob@example.com");
    assertThat(new ArchiveCheck(fixture.core.database()).run().faults()).isEmpty();
  }

  @Test
  void erasesAGuestOfOthersWithWhatIsStillToBeSentToHim() {
    Booking booking = bookAsCarla(type, "2026-03-13T15:00:00Z");
    fixture.sql("UPDATE outbox SET state = 'done' WHERE due_at <= '2026-03-02 12:00:00+00'");

    assertThat(erasure.eraseInvitee(new EmailAddress("friend@example.net")))
        .isEqualTo(new ErasureOutcome.Erased(1, 0));

    assertThat(fixture.dump()).doesNotContain("friend@").contains("Carla Secret");
    assertThat(fixture.core.bookings().find(booking.id()).orElseThrow().guests()).isEmpty();
    assertThat(fixture.core.outbox().count("pending")).isEqualTo(2);
  }

  @Test
  void erasesNobodyWhoHasMeetingsOrMessagesToCome() {
    Booking booking = bookAsCarla(type, "2026-03-03T15:00:00Z");
    String before = fixture.dump();

    assertThat(erasure.eraseInvitee(CARLA))
        .isEqualTo(new ErasureOutcome.MeetingsToCome(List.of(booking.id())));
    assertThat(erasure.eraseHost(fixture.ada.id()))
        .isEqualTo(new ErasureOutcome.MeetingsToCome(List.of(booking.id())));
    assertThat(fixture.dump()).isEqualTo(before);

    fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
    assertThat(erasure.eraseInvitee(CARLA)).isInstanceOf(ErasureOutcome.MessagesToCome.class);
    fixture.sql("UPDATE outbox SET state = 'done' WHERE due_at <= '2026-03-02 12:00:00+00'");
    assertThat(erasure.eraseInvitee(CARLA)).isEqualTo(new ErasureOutcome.Erased(1, 0));
    assertNothingTellsOfCarla();
  }

  @Test
  void erasesAHostWithTheInviteesOfHisOwnMeetingsAndFreesHisHandle() {
    Host bea = fixture.addHost("bea");
    var team = fixture.core.teams();
    var made =
        team.add(
            new Team(
                Ids.next(),
                bea.id(),
                new Handle("duo"),
                "Duo",
                List.of(new TeamMember(fixture.ada.id(), 1, 0), new TeamMember(bea.id(), 1, 0))));
    EventType both =
        fixture
            .core
            .eventTypes()
            .add(
                new EventTypeBuilder(bea.id())
                    .slug("both")
                    .assignment(new Assignment.Collective(made.id()))
                    .build());
    bookAsCarla(type, "2026-03-03T15:00:00Z");
    Booking shared = fixture.book(both, "2026-03-03T17:00:00Z", "bob@example.com");
    fixture.busy(fixture.ada, "2026-03-04T15:00:00Z", "2026-03-04T16:00:00Z");
    TestTokens.create(fixture.core.access(), fixture.ada.id(), "laptop");
    String totp = fixture.core.secondFactor().enrol(fixture.ada).orElseThrow().secret();
    fixture
        .core
        .linkedIdentities()
        .find(new Identity("https://id.example.org", "ada-there", fixture.ada.email()));
    deliverEverything();
    fixture.clock.set("2026-03-10T12:00:00Z");

    assertThat(erasure.eraseHost(fixture.ada.id())).isEqualTo(new ErasureOutcome.Erased(1, 0));

    assertNothingTellsOfCarla();
    assertThat(fixture.dump())
        .doesNotContain("ada@example.org")
        .doesNotContain("ada Example")
        .doesNotContain("laptop")
        .doesNotContain(totp)
        .doesNotContain("ada-there")
        .doesNotContain("555 010")
        .doesNotContain("Allergies")
        .contains("bob@example.com");
    assertThat(fixture.core.bookings().find(shared.id()).orElseThrow().hosts())
        .extracting(host -> host.name())
        .containsExactlyInAnyOrder("Erased host", "bea Example");
    assertThat(fixture.startsOn(both, "2026-03-11")).isNotEmpty();
    assertThat(fixture.addHost("ada").handle().value()).isEqualTo("ada");
  }
}
