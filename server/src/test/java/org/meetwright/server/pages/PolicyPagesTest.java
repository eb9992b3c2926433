package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.server.pages.PagesFixture.Draft;

/// Booking links and policies on the pages.
class PolicyPagesTest {
  private static final ChangePolicy A_DAY_WITH_REASON = new ChangePolicy(24 * 60, true);
  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void resetClock() {
    server.now(PagesFixture.NOW);
  }

  private static EventType add(
      String slug, ChangePolicy cancellation, ChangePolicy reschedule, boolean requiresLink) {
    Draft draft = new Draft(slug);
    Policies changes = Policies.of(cancellation, reschedule);
    draft.policies = requiresLink ? TestPolicies.withLink(changes) : changes;
    return server.add(draft);
  }

  private static String link(EventType eventType, int maxUses) {
    return server.core.bookingLinks().add(server.host.id(), eventType.id(), maxUses, null).token();
  }

  private static Map<String, String> form(String start) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "America/New_York");
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    return form;
  }

  private static Booking booking(String page) {
    String token = page.substring("/b/".length());
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @Test
  void carriesALinkToTheBookingAndUsesItUp() {
    String link = link(add("by-link", ChangePolicy.FREE, ChangePolicy.FREE, true), 1);

    HttpResponse<String> first = client.get("/ada/by-link?month=2026-11&link=" + link);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(first.body()).contains("noindex", "name=\"link\" value=\"" + link + '"');
    HttpResponse<String> month = client.get(found(first, "id=\"next-month\" href=\"([^\"]*)\""));
    assertThat(found(month, "id=\"hours-12\" href=\"([^\"]*)\"")).contains("link=" + link);
    HttpResponse<String> day =
        client.get(found(month, "href=\"([^\"]*)\"[^>]*aria-label=\"Thursday,? 3 December"));
    HttpResponse<String> details = client.get(found(day, "class=\"slot\" href=\"([^\"]*)\""));
    Map<String, String> form = form(found(details, "name=\"start\" value=\"([^\"]*)\""));
    form.put("link", found(details, "name=\"link\" value=\"([^\"]*)\""));
    assertThat(found(details, "class=\"plain\" href=\"([^\"]*)\"")).contains("link=" + link);
    form.put("name", "");
    HttpResponse<String> wrong = client.post("/ada/by-link", form);
    assertThat(found(wrong, "name=\"link\" value=\"([^\"]*)\"")).isEqualTo(link);
    form.put("name", "Charles Babbage");
    form.put("key", found(wrong, "name=\"key\" value=\"([^\"]*)\""));
    String booked = location(client.post("/ada/by-link", form));

    assertThat(booking(booked).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(location(client.post("/ada/by-link", form))).isEqualTo(booked);
    assertThat(client.get(booked).body()).doesNotContain("/ada/by-link");
    HttpResponse<String> spent = client.get("/ada/by-link?link=" + link);
    assertThat(spent.statusCode()).isEqualTo(410);
    assertThat(spent.body()).contains("This booking link no longer works", "Ada Lovelace");
    Map<String, String> another = form("2026-12-04T15:00:00Z");
    another.put("link", link);
    assertThat(client.post("/ada/by-link", another).statusCode()).isEqualTo(410);
  }

  /// With no link, or with one of another event type, in every place where it could be seen.
  @Test
  @Tag("attack")
  void looksAsIfThereWereNothingToWhoeverHasNoLink() {
    add("secret", ChangePolicy.FREE, ChangePolicy.FREE, true);
    for (String address :
        List.of(
            "/ada/%s",
            "/ada/%s?link=nonsense",
            "/ada/%s?start=2026-12-01T15:00:00Z",
            "/embed/ada/%s",
            "/embed/ada/%s?link=nonsense",
            "/ada/%s/embed")) {
      HttpResponse<String> hidden = client.get(address.formatted("secret"));
      HttpResponse<String> nothing = client.get(address.formatted("nothing"));
      assertThat(hidden.statusCode()).as(address).isEqualTo(404);
      assertThat(hidden.body()).as(address).isEqualTo(nothing.body().replace("nothing", "secret"));
    }
    assertThat(client.get("/ada").body()).doesNotContain("/ada/secret");
    Map<String, String> form = form("2026-12-01T15:00:00Z");
    form.put("link", "nonsense");
    HttpResponse<String> hidden = client.post("/ada/secret", form);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(client.post("/ada/nothing", form).body());
  }

  @Test
  void saysUntilWhenABookingCanBeChanged() {
    add("terms", A_DAY_WITH_REASON, new ChangePolicy(60, false), false);
    String booked = location(client.post("/ada/terms", form("2026-12-01T15:00:00Z")));

    assertThat(client.get(booked).body())
        .contains(
            "You can move the booking here until Tuesday, 1 December 2026, 09:00",
            "You can cancel the booking here until Monday, 30 November 2026, 10:00",
            booked + "/cancel");
    server.now(Instant.parse("2026-11-30T15:00:00Z"));
    assertThat(client.get(booked).body())
        .contains(
            "It is too late to cancel", "please write to Ada Lovelace", booked + "/reschedule")
        .doesNotContain(booked + "/cancel");
    assertThat(location(client.get(booked + "/cancel"))).isEqualTo(booked);
    HttpResponse<String> refused = client.post(booked + "/cancel", Map.of("reason", "Ill"));
    assertThat(refused.statusCode()).isEqualTo(409);
    server.now(Instant.parse("2026-12-01T14:00:00Z"));
    assertThat(client.get(booked).body())
        .contains("It is too late to move or cancel", "it always shows how the booking stands")
        .doesNotContain(booked + "/reschedule", "here you can move or cancel");
    assertThat(location(client.get(booked + "/reschedule"))).isEqualTo(booked);
    assertThat(booking(booked).version()).isEqualTo(1);
  }

  @Test
  void asksForARequiredReason() {
    add("reasons", A_DAY_WITH_REASON, A_DAY_WITH_REASON, false);
    String booked = location(client.post("/ada/reasons", form("2026-12-02T15:00:00Z")));
    assertThat(client.get(booked).body()).contains("You can move or cancel the booking here until");
    String moving = booked + "/reschedule?start=2026-12-02T16:00:00Z";
    assertThat(found(client.get(moving), "<textarea id=\"reason\"([^>]*)>")).contains("required");

    Map<String, String> move = new HashMap<>(Map.of("start", "2026-12-02T16:00:00Z"));
    HttpResponse<String> unexplained = client.post(booked + "/reschedule", move);
    assertThat(unexplained.statusCode()).isEqualTo(400);
    assertThat(unexplained.body()).contains("Please say why.", "2026-12-02T16:00:00Z");
    assertThat(booking(booked).start()).isEqualTo("2026-12-02T15:00:00Z");
    move.put("reason", "The train is late");
    assertThat(location(client.post(booked + "/reschedule", move))).isEqualTo(booked);
    assertThat(booking(booked).start()).isEqualTo("2026-12-02T16:00:00Z");

    assertThat(found(client.get(booked + "/cancel"), "<textarea id=\"reason\"([^>]*)>"))
        .contains("required");
    HttpResponse<String> again = client.post(booked + "/cancel", Map.of("reason", " "));
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("Please say why.", "aria-invalid=\"true\"");
    assertThat(booking(booked).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(location(client.post(booked + "/cancel", Map.of("reason", "Ill"))))
        .isEqualTo(booked);
    assertThat(booking(booked).endReason()).isEqualTo("Ill");
  }
}
