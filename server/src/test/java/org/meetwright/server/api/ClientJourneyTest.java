package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.api.model.access.CodeRequest;
import org.meetwright.server.api.model.access.PasswordRequest;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.api.model.access.TokenRequest;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.api.model.bookinglink.BookingLinkRequest;
import org.meetwright.server.api.model.busy.BusyTimeRequest;
import org.meetwright.server.api.model.host.MeRequest;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ScheduleRequest;
import org.meetwright.server.api.model.slot.ApiSlot;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.api.model.team.TeamRequest;
import org.meetwright.server.api.model.webhook.WebhookRequest;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.InviteeCalls.BookAnswer;
import org.meetwright.server.client.call.ApiException;

/// What a host and an invitee do, with the typed client alone, on both databases.
class ClientJourneyTest {
  private static final Instant START = Instant.parse("2026-03-05T15:00:00Z");
  private static final LocalDate THURSDAY = LocalDate.parse("2026-03-05");
  private static final BookingRequest.Invitee BOB =
      new BookingRequest.Invitee("Bob Brown", "bob@example.com", "Europe/Berlin", null);

  @ParameterizedTest
  @EachDatabase
  void takesAHostFromSigningInToSigningOut(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind);
        ApiClient client =
            new ApiClient(fixture.server.url(), fixture.signIn("a long password of hers"))) {
      assertThat(
              client
                  .account()
                  .changeMe(new MeRequest("Ada L.", null, null, "de", null, null, null))
                  .name())
          .isEqualTo("Ada L.");
      assertThat(client.account().getMe().locale()).isEqualTo("de");
      assertThat(client.access().getSecondFactor().on()).isFalse();
      client.access().addSecondFactor();
      assertThatThrownBy(() -> client.access().confirmSecondFactor(new CodeRequest("abc")))
          .isInstanceOf(ApiException.class);

      var token = client.access().addToken(new TokenRequest("phone", List.of("read"), null));
      assertThat(token.token()).isNotNull();
      client.access().deleteToken(token.id());
      client
          .access()
          .changePassword(new PasswordRequest("a long password of hers", "another one of hers"));
      assertThat(client.access().listSessions()).hasSize(1);
      try (ApiClient stranger = new ApiClient(fixture.server.url(), null)) {
        var again =
            stranger
                .access()
                .signIn(new SignInRequest("ada@example.org", "another one of hers", null));
        assertThat(again.token()).isNotBlank();
      }
      assertThat(new String(client.account().export(), StandardCharsets.UTF_8)).contains("Ada L.");
      client.access().signOut();
      assertThatThrownBy(() -> client.account().getMe())
          .isInstanceOfSatisfying(
              ApiException.class, refused -> assertThat(refused.status()).isEqualTo(401));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void setsUpWhatCanBeBooked(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind);
        ApiClient client = new ApiClient(fixture.server.url(), fixture.token)) {
      UUID talk =
          UUID.fromString(fixture.addEventType("talk", "\"seats\": 1").path("id").asString());
      ApiSchedule evenings =
          client
              .schedules()
              .addSchedule(
                  new ScheduleRequest(
                      null,
                      "Evenings",
                      "America/New_York",
                      false,
                      List.of(new ApiSchedule.Weekly("THURSDAY", "18:00", "19:00")),
                      List.of(),
                      new ApiSchedule.Holidays("US", "NY", List.of("CHRISTMAS")),
                      List.of(
                          new ApiSchedule.Travel(
                              LocalDate.parse("2026-05-04"),
                              LocalDate.parse("2026-05-08"),
                              "Asia/Tokyo"))));
      assertThat(client.schedules().getSchedule(evenings.id())).isEqualTo(evenings);
      client.schedules().deleteSchedule(evenings.id());
      assertThat(client.schedules().listSchedules()).doesNotContain(evenings).hasSize(1);

      var busy =
          client
              .schedules()
              .addBusyTime(new BusyTimeRequest(START, START.plusSeconds(3_600), "Dentist"));
      assertThat(starts(client)).doesNotContain("2026-03-05T15:00:00Z");
      client.schedules().deleteBusyTime(busy.id());
      assertThat(starts(client)).contains("2026-03-05T15:00:00Z");

      var link = client.eventTypes().addBookingLink(new BookingLinkRequest(talk, 1, null));
      assertThat(client.eventTypes().listBookingLinks()).hasSize(1);
      client.eventTypes().deleteBookingLink(link.id());
      var team =
          client
              .teams()
              .addTeam(
                  new TeamRequest(
                      null, "crew", "Crew", List.of(new TeamRequest.Member("ada", 2, 1, null))));
      assertThat(client.teams().getTeam(team.id()).members().getFirst().weight()).isEqualTo(2);
      client.teams().deleteTeam(team.id());
      client.eventTypes().deleteEventType(talk);
      assertThat(client.eventTypes().listEventTypes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void booksMovesAndCancels(DatabaseKind kind) {
    try (ServerFixture fixture = new ServerFixture(kind, true);
        ApiClient client = new ApiClient(fixture.server.url(), fixture.token)) {
      fixture.addEventType("talk", "\"requiresApproval\": true");
      var webhook =
          client.webhooks().addWebhook(new WebhookRequest("http://127.0.0.1:9/hook", null));
      client
          .webhooks()
          .changeWebhook(webhook.id(), new WebhookRequest.Change(null, null, false, null));
      ApiBooking asked = book(client);
      assertThat(asked.status()).isEqualTo("pending");
      assertThatThrownBy(() -> book(client))
          .isInstanceOfSatisfying(
              ApiException.class, taken -> assertThat(taken.code()).isEqualTo("slot_taken"));

      ApiBooking confirmed =
          client.bookings().confirmBooking(asked.id(), new ReasonRequest(null), asked.version());
      assertThat(confirmed.status()).isEqualTo("confirmed");
      ApiBooking moved =
          client
              .bookings()
              .rescheduleBooking(
                  asked.id(), new RescheduleRequest(START.plusSeconds(3_600), null), null);
      assertThat(moved.start()).isEqualTo(START.plusSeconds(3_600));
      assertThatThrownBy(
              () ->
                  client
                      .bookings()
                      .cancelBooking(asked.id(), new ReasonRequest(null), asked.version()))
          .isInstanceOfSatisfying(
              ApiException.class, stale -> assertThat(stale.code()).isEqualTo("version_conflict"));
      client.invitee().cancelManagedBooking(manageToken(asked), new ReasonRequest("Cannot come"));
      assertThat(client.invitee().getInvite(manageToken(asked))).contains("STATUS:CANCELLED");
      assertThat(client.bookings().listBookings(BookingsQuery.from(START)).bookings())
          .singleElement()
          .satisfies(booking -> assertThat(booking.status()).isEqualTo("cancelled"));
    }
  }

  private static List<String> starts(ApiClient client) {
    return client
        .everybody()
        .listSlots("ada", "talk", new SlotsQuery(THURSDAY, THURSDAY, "UTC", null, null, null))
        .slots()
        .stream()
        .map(ApiSlot::start)
        .toList();
  }

  private static ApiBooking book(ApiClient client) {
    return client.invitee().book(new BookingRequest("ada", "talk", START, BOB), null)
            instanceof BookAnswer.Booked(var booked)
        ? booked.booking()
        : null;
  }

  private static String manageToken(ApiBooking booking) {
    String url = String.valueOf(booking.manageUrl());
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
