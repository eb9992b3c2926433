package org.meetwright.server.pages.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.Location.LocationKind;
import org.meetwright.server.pages.Client;
import org.meetwright.server.pages.PagesFixture;
import org.meetwright.server.pages.PagesFixture.Draft;

/// Choosing a length and a place on the pages, without scripts.
class ChoicePagesTest {
  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    Draft lengths = new Draft("lengths");
    lengths.lengths = new Integer[] {60};
    server.add(lengths);
    Draft places = new Draft("places");
    places.places =
        new Location[] {
          new Location(LocationKind.GENERATED_LINK, "https://secret.example/{random}"),
          new Location(LocationKind.PHONE, ""),
          new Location(LocationKind.IN_PERSON, "12 Row")
        };
    server.add(places);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> form(HttpResponse<String> details, String... more) {
    Map<String, String> form = new HashMap<>();
    for (String name : List.of("start", "zone", "key")) {
      form.put(name, found(details, "name=\"" + name + "\" value=\"([^\"]*)\""));
    }
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  private static Booking booking(HttpResponse<String> booked) {
    String token = Client.location(booked).replaceAll(".*/b/([^?/]*).*", "$1");
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ada/lengths", "/embed/ada/lengths"})
  void showsTheTimesOfAChosenLength(String path) {
    HttpResponse<String> half = client.get(path + "?zone=Europe/London&month=2026-12");
    assertThat(half.body()).contains("16 times");
    String hour = found(half, "href=\"([^\"]*duration=60[^\"]*)\"");
    HttpResponse<String> hours = client.get(hour);
    assertThat(hours.body()).contains("8 times").doesNotContain("16 times");
    assertThat(found(hours, "(duration=60[^>]*aria-current=\"true\")")).isNotEmpty();
    HttpResponse<String> unknown = client.get(path + "?month=2026-12&duration=45");
    assertThat(unknown.body()).as("the default length").contains("16 times");
  }

  @Test
  void booksAndMovesTheChosenLength() {
    HttpResponse<String> details =
        client.get("/ada/lengths?start=2026-12-03T15:00:00Z&zone=Europe/London&duration=60");
    assertThat(details.body()).contains("15:00 – 16:00");
    String action = found(details, "method=\"post\" action=\"([^\"]*)\" data-once");
    HttpResponse<String> booked = client.post(action, form(details));
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(303);
    assertThat(booking(booked).minutes()).isEqualTo(60);
    HttpResponse<String> move =
        client.get(Client.location(booked).replaceAll("\\?.*", "") + "/reschedule?month=2026-12");
    assertThat(move.body()).contains("8 times").doesNotContain("16 times");
  }

  @Test
  void asksWhereAndForTheNumber() {
    HttpResponse<String> details = client.get("/ada/places?start=2026-12-04T15:00:00Z");
    assertThat(details.body())
        .contains("name=\"place\" value=\"1\"", "id=\"phone\"", "12 Row")
        .doesNotContain("secret.example");
    HttpResponse<String> wrong =
        client.post("/ada/places", form(details, "place", "1", "phone", "call me"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"phone-error\"", "value=\"call me\"");
    HttpResponse<String> booked =
        client.post("/ada/places", form(details, "place", "1", "phone", "+44 20 7946 0000"));
    assertThat(booking(booked).location())
        .isEqualTo(new Location(LocationKind.PHONE, "+44 20 7946 0000", Location.Giver.INVITEE));
    assertThat(client.get(Client.location(booked)).body())
        .contains("The host calls you: +44 20 7946 0000");
    HttpResponse<String> other = client.get("/ada/places?start=2026-12-04T16:00:00Z");
    HttpResponse<String> online = client.post("/ada/places", form(other, "place", "0"));
    String link = booking(online).location().value();
    assertThat(link).startsWith("https://secret.example/");
    assertThat(client.get(Client.location(online)).body()).contains("href=\"" + link + "\"");
  }
}
