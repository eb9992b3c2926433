package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;
import static org.meetwright.server.pages.PagesFixture.question;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.Question.AnswerKind;
import org.meetwright.server.pages.PagesFixture.Draft;
import org.meetwright.server.pages.guard.Visit;

/// Pages that cannot give what was asked for say why, and lead on.
class WayOnTest {
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

  /// A browser with its visit.
  private static final class Visitor {
    private String cookie = "";

    HttpResponse<String> get(String path) {
      HttpResponse<String> page =
          cookie.isEmpty() ? client.get(path) : client.get(path, "Cookie", cookie);
      page.headers().allValues("Set-Cookie").stream()
          .filter(each -> each.startsWith("visit="))
          .findFirst()
          .ifPresent(each -> cookie = each.split(";", 2)[0]);
      return page;
    }

    HttpResponse<String> book(String path, HttpResponse<String> page, String name) {
      Map<String, String> form = new HashMap<>();
      for (String field : List.of("proof", "key", "start", "zone")) {
        form.put(field, found(page, "name=\"" + field + "\" value=\"([^\"]*)\""));
      }
      form.put("name", name);
      form.put("email", "charles@example.com");
      return client.send(path, form, "Cookie", cookie);
    }
  }

  private static Booking booking(HttpResponse<String> booked) {
    String token = location(booked).substring("/b/".length()).replaceFirst("\\?.*", "");
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @Test
  void tellsTheBrowserThatBookedATimeAndNoOther() {
    server.eventType("back");
    String path = "/ada/back?start=2026-12-03T15:00:00Z";
    Visitor mine = new Visitor();
    HttpResponse<String> booked = mine.book("/ada/back", mine.get(path), "Charles");
    Visitor stranger = new Visitor();
    stranger.get("/ada/back?start=2026-12-04T15:00:00Z");

    String back = mine.get(path).body();
    String other = stranger.get(path).body();

    assertThat(booked.statusCode()).isEqualTo(303);
    assertThat(back)
        .contains("You have booked this time.", "href=\"" + location(booked) + "\"")
        .doesNotContain("no longer free");
    assertThat(mine.get(path).headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(other).contains("no longer free").doesNotContain("/b/", "You have booked");
    assertThat(client.get(path).body()).contains("no longer free").doesNotContain("/b/");
  }

  @Test
  void leadsBackToTheBookingWhenTheSameFormIsSentAgain() {
    server.eventType("again");
    Visitor mine = new Visitor();
    HttpResponse<String> page = mine.get("/ada/again?start=2026-12-03T17:00:00Z");
    HttpResponse<String> booked = mine.book("/ada/again", page, "Charles");

    assertThat(location(mine.book("/ada/again", page, "Charles"))).isEqualTo(location(booked));
    HttpResponse<String> changed = mine.book("/ada/again", page, "Someone else");
    assertThat(changed.statusCode()).isEqualTo(422);
    assertThat(changed.body()).contains("sent this form before", location(booked));
  }

  @Test
  void booksATimeOnceMoreThatWasCancelled() {
    server.eventType("once-more");
    String path = "/ada/once-more?start=2026-12-03T18:00:00Z";
    Visitor mine = new Visitor();
    HttpResponse<String> first = mine.book("/ada/once-more", mine.get(path), "Charles");
    server.core.bookingDesk().cancel(booking(first).id(), Change.byInvitee(""));

    HttpResponse<String> page = mine.get(path);
    HttpResponse<String> second = mine.book("/ada/once-more", page, "Charles");

    assertThat(page.body()).doesNotContain("You have booked");
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(location(second)).isNotEqualTo(location(first));
    assertThat(booking(second).status().holdsTime()).isTrue();
  }

  @Test
  void letsAGroupsInviteeBookForSomeoneElse() {
    Draft draft = new Draft("group");
    draft.seats = 3;
    server.add(draft);
    String path = "/ada/group?start=2026-12-03T19:00:00Z";
    Visitor mine = new Visitor();
    HttpResponse<String> first = mine.book("/ada/group", mine.get(path), "Charles");

    HttpResponse<String> page = mine.get(path);

    assertThat(page.body()).contains("for someone else", location(first), "<form method=\"post\"");
  }

  @Test
  void leadsFromTheNoticeToEachField() {
    Question number = question(AnswerKind.NUMBER, "How many cards?", true);
    server.eventType("fields", number);

    String page =
        client
            .post(
                "/ada/fields",
                Map.of("start", "2026-12-07T15:00:00Z", "name", "\u200b", "email", "nobody"))
            .body();

    assertThat(page)
        .contains("id=\"notice\" role=\"alert\" tabindex=\"-1\" autofocus")
        .contains("<a href=\"#name\">Name: Please enter your name")
        .contains("<a href=\"#email\">E-mail: ")
        .contains("<a href=\"#q-" + number.id() + "\">How many cards? Please answer this.")
        .contains("id=\"q-" + number.id() + "\"");
  }

  @Test
  void givesAnAddressToWriteToWhenNothingCanBeChangedHere() {
    Draft draft = new Draft("late");
    EventType eventType = server.add(draft);
    HttpResponse<String> booked =
        client.post(
            "/ada/late",
            Map.of("start", "2026-12-11T15:00:00Z", "name", "Charles", "email", "c@example.com"));
    String before = client.get(location(booked)).body();
    server.core.eventTypes().delete(server.host.id(), eventType.id());

    String after = client.get(location(booked)).body();

    assertThat(before).doesNotContain("mailto:");
    assertThat(after).contains("href=\"mailto:ada@example.org\"");
  }

  @Test
  void saysThatItIsSwitchedOff() {
    Draft draft = new Draft("off");
    draft.active = false;
    server.add(draft);

    HttpResponse<String> page = client.get("/ada/off");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Switched off", "is switched off", "href=\"/ada\"");
    assertThat(client.get("/ada/off", "Accept-Language", "ar").body()).contains("متوقف");
  }

  @Test
  void namesTheFirstFreeTimeOfAWindowThatBeginsFarAhead() {
    Draft draft = new Draft("far");
    draft.window = new BookingWindow.Dates(LocalDate.of(2027, 10, 12), LocalDate.of(2027, 10, 20));
    server.add(draft);

    HttpResponse<String> page = client.get("/ada/far?zone=America/New_York");
    String way =
        found(page, "href=\"([^\"]*)\"[^>]*>First free time: Tuesday, 12 October 2027, 09:00<");

    assertThat(client.get(way).body()).contains("October 2027", "09:00, Tuesday");
  }

  @Test
  void showsTheFirstDaysOfTheNextMonthAndGreysThePast() {
    server.eventType("month");

    HttpResponse<String> page = client.get("/ada/month?zone=America/New_York");
    String way =
        found(page, "class=\"day beyond\" href=\"([^\"]*)\"[^>]*aria-label=\"Tuesday, 1 December");

    assertThat(page.body())
        .contains("<span class=\"of-month\" aria-hidden=\"true\">Dec</span>")
        .contains("<span class=\"day off past\">19</span>", "<span class=\"day off present\">21<");
    assertThat(client.get(way).body()).contains("December 2026", "aria-current=\"date\"");
  }

  @Test
  void showsTheNextMonthsDaysOnTheLastEveningOfAMonth() {
    server.eventType("evening");
    server.now(java.time.Instant.parse("2026-12-01T04:00:00Z")); // 23:00 on 30 November

    String page = client.get("/ada/evening?zone=America/New_York").body();
    server.now(PagesFixture.NOW);

    assertThat(page).contains("November 2026", "Tuesday, 1 December</h2>", ">09:00<");
    assertThat(page).doesNotContain("No free day");
  }

  @Test
  void fillsInAQuestionThatIsCalledLikeSomethingElse() {
    Question link = question(AnswerKind.TEXT, "Link", false);
    Question name = question(AnswerKind.TEXT, "Name", false);
    server.eventType("called", link, name);

    HttpResponse<String> page =
        client.get(
            "/ada/called?start=2026-12-08T15:00:00Z&link=https://example.org/a&q-name=Engine&name=Ada");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("id=\"q-" + link.id() + "\" name=\"q-" + link.id() + "\"")
        .contains("value=\"https://example.org/a\"", "value=\"Engine\"", "value=\"Ada\"");
  }

  @Test
  void dropsTheHostFromTheGuests() {
    server.eventType("guests");
    Map<String, String> form =
        Map.of(
            "start", "2026-12-09T15:00:00Z",
            "name", "Charles",
            "email", "charles@example.com",
            "guests", "ADA@example.org,\u00a0mary@example.com\u3001charles@example.com");

    Booking booking = booking(client.post("/ada/guests", form));

    assertThat(booking.guests()).extracting(Object::toString).containsExactly("mary@example.com");
    assertThat(location(client.post("/ada/guests", form))).isEmpty();
  }

  @Test
  void readsNumbersAndTelephonesAsPeopleWriteThem() {
    Question number = question(AnswerKind.NUMBER, "Hours", true);
    Question phone = question(AnswerKind.PHONE, "Telephone", true);
    server.eventType("typed", number, phone);
    Map<String, String> form = new HashMap<>();
    form.put("start", "2026-12-10T15:00:00Z");
    form.put("zone", "America/New_York");
    form.put("name", "\u00a0Charles\u200b");
    form.put("email", "\u200bcharles@example.com\u00a0");
    form.put(
        "proof",
        server.guard().token("/ada/typed", new Visit("0123456789abcdef0123456789abcdef", true)));
    form.put("q-" + number.id(), "1,5");
    form.put("q-" + phone.id(), "\u202a(212)\u00a0555\u20111234\u202c");

    Booking booking = booking(client.post("/ada/typed?lang=de", form));

    assertThat(booking.invitee().name()).isEqualTo("Charles");
    assertThat(booking.invitee().email().value()).isEqualTo("charles@example.com");
    assertThat(booking.answers().get(number.id())).hasToString("1.5");
    assertThat(booking.answers().get(phone.id())).isEqualTo(new Answer.Text("+1 212-555-1234"));
  }
}
