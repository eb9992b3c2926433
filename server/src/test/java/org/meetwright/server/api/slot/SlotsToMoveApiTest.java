package org.meetwright.server.api.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.slot.ApiSlot;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.InviteeCalls.BookAnswer;
import org.meetwright.server.client.call.ApiException;
import tools.jackson.databind.JsonNode;

/// The slots to which a booking can be moved, on both databases.
class SlotsToMoveApiTest {
  private static final LocalDate THURSDAY = LocalDate.parse("2026-03-05");
  private static final Instant START = Instant.parse("2026-03-05T14:00:00Z");
  private static final SlotsQuery ON_THURSDAY =
      new SlotsQuery(THURSDAY, THURSDAY, "UTC", null, null, null);
  private static final SlotsQuery STARTS_ON_THURSDAY =
      new SlotsQuery(THURSDAY, THURSDAY, "UTC", null, null, "start");
  private static final ReasonRequest NO_REASON = new ReasonRequest(null);

  /// A server with a booking of 30 minutes, which could begin at every quarter of an hour.
  private record World(ServerFixture fixture, ApiClient client, ApiBooking booking)
      implements AutoCloseable {

    static World of(DatabaseKind kind, String more) {
      ServerFixture fixture = new ServerFixture(kind);
      fixture.addEventType("talk", "\"stepMinutes\": 15" + more);
      ApiClient client = new ApiClient(fixture.server.url(), fixture.token);
      return new World(fixture, client, book(client, START, "bob@example.com"));
    }

    static ApiBooking book(ApiClient client, Instant start, String email) {
      var bob = new BookingRequest.Invitee("Bob Brown", email, "Europe/Berlin", null);
      return client.invitee().book(new BookingRequest("ada", "talk", start, bob), null)
              instanceof BookAnswer.Booked(var booked)
          ? booked.booking()
          : null;
    }

    String token() {
      String url = String.valueOf(booking.manageUrl());
      return url.substring(url.lastIndexOf('/') + 1);
    }

    List<String> toInvitee() {
      return starts(client.invitee().listManagedSlots(token(), ON_THURSDAY).slots());
    }

    List<String> toHost() {
      return starts(client.bookings().listBookingSlots(booking.id(), ON_THURSDAY).slots());
    }

    /// Asks for the starts alone.
    List<String> startsToInvitee() {
      return client.invitee().listManagedSlots(token(), STARTS_ON_THURSDAY).starts();
    }

    List<String> startsToHost() {
      return client.bookings().listBookingSlots(booking.id(), STARTS_ON_THURSDAY).starts();
    }

    private static List<String> starts(List<ApiSlot> slots) {
      return slots.stream().map(ApiSlot::start).toList();
    }

    @Override
    public void close() {
      client.close();
      fixture.close();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsTheStartsAlone(DatabaseKind kind) {
    try (World world = World.of(kind, "")) {
      assertThat(world.startsToInvitee()).isNotEmpty().isEqualTo(world.toInvitee());
      assertThat(world.startsToHost()).isNotEmpty().isEqualTo(world.toHost());
    }
  }

  @ParameterizedTest
  @EachDatabase
  void countsItsOwnTimeAsFreeButNotItsOwnStart(DatabaseKind kind) {
    try (World world = World.of(kind, "")) {
      List<String> everybody =
          World.starts(world.client.everybody().listSlots("ada", "talk", ON_THURSDAY).slots());
      assertThat(everybody).contains("2026-03-05T14:30:00Z");
      assertThat(everybody).doesNotContain("2026-03-05T13:45:00Z", "2026-03-05T14:15:00Z");
      assertThat(world.toHost())
          .containsAll(everybody)
          .contains("2026-03-05T14:15:00Z")
          .doesNotContain("2026-03-05T14:00:00Z");
      assertThat(world.toInvitee()).isEqualTo(world.toHost());
      Instant later = Instant.parse("2026-03-05T14:15:00Z");
      ApiBooking moved =
          world
              .client
              .invitee()
              .rescheduleManagedBooking(
                  world.token(), new RescheduleRequest.Managed(later, null, null))
              .booking();
      assertThat(moved.start()).isEqualTo(later);
      assertThat(world.toInvitee())
          .contains("2026-03-05T14:00:00Z")
          .doesNotContain("2026-03-05T14:15:00Z");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void leavesOthersTheirTime(DatabaseKind kind) {
    try (World world = World.of(kind, "")) {
      World.book(world.client, Instant.parse("2026-03-05T15:00:00Z"), "eve@example.com");
      assertThat(world.toHost())
          .contains("2026-03-05T14:30:00Z", "2026-03-05T15:30:00Z")
          .doesNotContain("2026-03-05T14:45:00Z", "2026-03-05T15:00:00Z", "2026-03-05T15:15:00Z");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void answersInTheFormOfTheSlots(DatabaseKind kind) {
    try (World world = World.of(kind, "")) {
      String path = "/api/v1/manage/" + world.token() + "/slots";
      Answer told = world.fixture.get(path + "?from=2026-03-05&to=2026-03-05&zone=Europe/Berlin");
      assertThat(told.status()).isEqualTo(200);
      JsonNode body = told.body();
      assertThat(List.copyOf(body.propertyNames()))
          .containsExactly("zone", "from", "to", "durationMinutes", "slots", "nextFrom");
      assertThat(body.path("zone").asString()).isEqualTo("Europe/Berlin");
      assertThat(body.path("nextFrom").asString()).isEqualTo("2026-03-06");
      assertThat(body.path("durationMinutes").asInt()).isEqualTo(30);
      assertThat(body.path("slots").toString())
          .contains(
              "{\"start\":\"2026-03-05T15:15:00+01:00\",\"end\":\"2026-03-05T15:45:00+01:00\",\"seatsLeft\":1}");
      assertThat(world.fixture.get(path).body().path("zone").asString())
          .isEqualTo(world.client.everybody().getHost("ada").timeZone());
      assertThat(world.fixture.get(path + "?from=2026-03-01&to=2026-05-02").field())
          .isEqualTo("to");
      assertThat(world.fixture.get(path + "?link=x").status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void knowsOnlyWhatBelongsToWhoeverAsks(DatabaseKind kind) {
    try (World world = World.of(kind, "")) {
      String path = "/api/v1/bookings/" + world.booking.id() + "/slots";
      String grace = world.fixture.addHost("grace");
      assertThat(world.fixture.as(grace, "GET", path, "").status()).isEqualTo(404);
      assertThat(world.fixture.get(path).status()).isEqualTo(401);
      assertThat(
              world
                  .fixture
                  .asHost("GET", "/api/v1/bookings/" + UUID.randomUUID() + "/slots", "")
                  .status())
          .isEqualTo(404);
      assertThat(world.fixture.get("/api/v1/manage/x" + world.token() + "/slots").status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void saysWhyItCanNotBeMoved(DatabaseKind kind) {
    String policy = ", \"reschedulePolicy\": {\"noticeMinutes\": 60}";
    try (World world = World.of(kind, policy)) {
      world.fixture.core.clock.set("2026-03-05T13:00:00Z");
      refuses(world::toInvitee, "It could be moved until 2026-03-05T13:00:00Z");
      assertThat(world.toHost()).contains("2026-03-05T14:15:00Z");
      world.client.bookings().cancelBooking(world.booking.id(), NO_REASON, null);
      refuses(world::toInvitee, "cancelled");
      refuses(world::toHost, "cancelled");
    }
    try (World world = World.of(kind, "")) {
      world.fixture.core.clock.set("2026-03-05T14:30:00Z");
      refuses(world::toHost, "has ended");
    }
    try (World world = World.of(kind, "")) {
      world
          .client
          .eventTypes()
          .deleteEventType(
              world.client.eventTypes().listEventTypes().stream()
                  .filter(type -> type.slug().equals("talk"))
                  .findFirst()
                  .orElseThrow()
                  .id());
      refuses(world::toInvitee, "no longer offered");
      refuses(world::toHost, "no longer offered");
    }
  }

  private static void refuses(Runnable asking, String why) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(409);
              assertThat(refused.code()).isEqualTo("not_possible");
            })
        .hasMessageContaining(why);
  }
}
