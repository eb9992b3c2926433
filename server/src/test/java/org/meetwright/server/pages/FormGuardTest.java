package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.change.Change;

/// Forms that no page of this server, or nobody, filled in book nothing.
class FormGuardTest {
  private static final String PAGE = "/ada/guarded";
  private static final String FORM = PAGE + "?start=2026-12-03T15:00:00Z";

  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    server.eventType("guarded");
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void reset() {
    server.now(PagesFixture.NOW);
    server.fillingIn(Duration.ofSeconds(3));
    for (var booking : bookings()) {
      server.core.bookingDesk().cancel(booking.id(), CANCEL);
    }
  }

  private static final Change CANCEL = Change.byInvitee("");

  private static List<Booking> bookings() {
    return server
        .core
        .bookings()
        .list(BookingFilter.ofHost(server.host.id()), null, 100)
        .bookings()
        .stream()
        .filter(booking -> booking.status().holdsTime())
        .toList();
  }

  /// What a page gives to the browser that opens it.
  private record Opened(String proof, String cookie, Map<String, String> form) {
    static Opened of(HttpResponse<String> page) {
      String proof = found(page, "name=\"proof\" value=\"([^\"]*)\"");
      String cookie =
          page.headers().allValues("Set-Cookie").stream()
              .filter(each -> each.startsWith("visit="))
              .findFirst()
              .orElse("");
      Map<String, String> form = new HashMap<>();
      form.put("proof", proof);
      form.put("key", found(page, "name=\"key\" value=\"([^\"]*)\""));
      form.put("start", "2026-12-03T15:00:00Z");
      form.put("name", "Charles Babbage");
      form.put("email", "charles@example.com");
      form.put("notes", "typed before");
      return new Opened(proof, cookie.split(";", 2)[0], form);
    }
  }

  private static void assertSendAgain(HttpResponse<String> refused, String notice) {
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains(notice, "value=\"Charles Babbage\"", "typed before");
    assertThat(bookings()).isEmpty();
  }

  @Test
  void takesAFormFromTheBrowserThatOpenedIt() {
    HttpResponse<String> page = client.get(FORM);
    Opened opened = Opened.of(page);

    assertThat(page.headers().allValues("Set-Cookie").getFirst())
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Max-Age");
    assertThat(client.send(PAGE, opened.form(), "Cookie", opened.cookie()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void refusesAFormOfAnotherVisitAddressOrNone() {
    Opened mine = Opened.of(client.get(FORM));
    Opened other = Opened.of(client.get(FORM));
    server.eventType("elsewhere");
    Opened elsewhere = Opened.of(client.get("/ada/elsewhere?start=2026-12-03T15:00:00Z"));

    assertSendAgain(client.send(PAGE, mine.form(), "Cookie", other.cookie()), "once more");
    assertSendAgain(client.send(PAGE, mine.form()), "once more");
    assertSendAgain(client.send(PAGE, elsewhere.form(), "Cookie", elsewhere.cookie()), "once more");
    mine.form().put("proof", mine.proof().substring(0, 42) + "A");
    assertSendAgain(client.send(PAGE, mine.form(), "Cookie", mine.cookie()), "once more");
    mine.form().remove("proof");
    HttpResponse<String> again = client.send(PAGE, mine.form(), "Cookie", mine.cookie());
    assertSendAgain(again, "once more");
    Opened shownAgain = Opened.of(again);
    assertThat(client.send(PAGE, shownAgain.form(), "Cookie", mine.cookie()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void believesABrowserWithoutCookiesThatOurOwnPageSentTheForm() {
    Opened opened = Opened.of(client.get(FORM));

    assertSendAgain(client.send(PAGE, opened.form(), "Sec-Fetch-Site", "cross-site"), "once more");
    assertSendAgain(client.send(PAGE, opened.form(), "Sec-Fetch-Site", "same-site"), "once more");
    assertSendAgain(
        client.send(PAGE, opened.form(), "Origin", "https://attacker.example"), "once more");
    assertThat(client.send(PAGE, opened.form(), "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
  }

  @Test
  void refusesAnotherSitesFormEvenWithTheCookie() {
    Opened opened = Opened.of(client.get(FORM));

    assertSendAgain(
        client.send(PAGE, opened.form(), "Cookie", opened.cookie(), "Sec-Fetch-Site", "cross-site"),
        "once more");
  }

  @Test
  void asksAPersonWhoWasTooQuickToSendAgain() {
    Opened opened = Opened.of(client.get(FORM));
    server.fillingIn(Duration.ofMillis(1999));

    HttpResponse<String> again = client.send(PAGE, opened.form(), "Cookie", opened.cookie());
    assertSendAgain(again, "too quick");
    Map<String, String> shownAgain = Opened.of(again).form();

    assertThat(client.send(PAGE, shownAgain, "Cookie", opened.cookie()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void refusesWhatFillsInTheFieldThatNobodySees() {
    Opened opened = Opened.of(client.get(FORM));
    opened.form().put("leave-blank", "https://spam.example");

    assertSendAgain(
        client.send(PAGE, opened.form(), "Cookie", opened.cookie()), "tell you from a program");
  }

  @Test
  void refusesAFormThatWasOpenForMoreThanADay() {
    Opened opened = Opened.of(client.get(FORM));
    server.now(PagesFixture.NOW.plus(Duration.ofHours(24)));

    HttpResponse<String> again = client.send(PAGE, opened.form(), "Cookie", opened.cookie());
    assertSendAgain(again, "open for more than a day");
    // What is filled in already may be sent at once.
    server.fillingIn(Duration.ZERO);
    assertThat(client.send(PAGE, Opened.of(again).form(), "Cookie", opened.cookie()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void takesAFormAtOnceThatCameFilledIn() {
    server.fillingIn(Duration.ZERO);
    Opened empty = Opened.of(client.get(FORM));
    Opened filled = Opened.of(client.get(FORM + "&name=Charles+Babbage"));

    assertSendAgain(client.send(PAGE, empty.form(), "Cookie", empty.cookie()), "too quick");
    assertThat(client.send(PAGE, filled.form(), "Cookie", filled.cookie()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void catchesNoBrowserThatFillsFormsIn() {
    String page = client.get(FORM).body();

    assertThat(page).contains("name=\"leave-blank\"").doesNotContain("name=\"website\"", "Website");
  }

  @Test
  void guardsCancellingAndMovingToo() {
    String booking =
        location(
            client.post(
                PAGE,
                Map.of(
                    "start", "2026-12-04T15:00:00Z", "name", "Eve", "email", "eve@example.com")));

    HttpResponse<String> cancel = client.send(booking + "/cancel", Map.of("reason", "why not"));
    HttpResponse<String> move =
        client.send(booking + "/reschedule", Map.of("start", "2026-12-04T16:00:00Z"));

    assertThat(cancel.statusCode()).isEqualTo(403);
    assertThat(cancel.body()).contains("once more", "why not");
    assertThat(move.statusCode()).isEqualTo(403);
    assertThat(move.body()).contains("once more", "value=\"2026-12-04T16:00:00Z\"");
    assertThat(client.get(booking).body()).contains("You are booked", "10:00");
  }
}
