package org.meetwright.server.pages.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;
import static org.meetwright.server.pages.PagesFixture.question;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.Question.AnswerKind;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.Ids;
import org.meetwright.server.pages.Client;
import org.meetwright.server.pages.PagesFixture;
import org.meetwright.server.pages.PagesFixture.Draft;

class BookingPagesTest {
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

  private static Map<String, String> form(String start) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "Europe/Berlin");
    form.put("key", "0123456789abcdef" + String.format(Locale.ROOT, "%016x", start.hashCode()));
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    return form;
  }

  private static Booking booking(HttpResponse<String> booked) {
    String token = location(booked).substring("/b/".length());
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @Test
  void saysWhatItIsWithoutNamingHosts() {
    HttpResponse<String> page = client.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Meetwright").doesNotContain("Ada");
  }

  @Test
  void listsOnlyWhatIsActiveAndNotHidden() {
    server.eventType("listed");
    Draft hidden = new Draft("unlisted");
    hidden.hidden = true;
    server.add(hidden);
    Draft inactive = new Draft("switched-off");
    inactive.active = false;
    server.add(inactive);

    HttpResponse<String> page = client.get("/ada");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Ada Lovelace", "href=\"/ada/listed\"", "30 min", "fill=\"#2f6f5e\"")
        .doesNotContain("/ada/unlisted", "/ada/switched-off");
    assertThat(client.get("/ada/unlisted").statusCode()).isEqualTo(200);
    assertThat(client.get("/ada/switched-off").body()).contains("is switched off");
  }

  @Test
  void booksWithoutScripts() {
    server.eventType("no-scripts");

    HttpResponse<String> month = client.get("/ada/no-scripts?zone=Asia/Kathmandu&month=2026-12");
    String day =
        found(month, "href=\"([^\"]*)\"[^>]*aria-label=\"Thursday,? 3 December, 16 times\"");
    HttpResponse<String> times = client.get(day);
    String time = found(times, "href=\"([^\"]*)\"[^>]*aria-label=\"19:45, Thursday,? 3 December\"");
    HttpResponse<String> details = client.get(time);
    Map<String, String> form = form(found(details, "name=\"start\" value=\"([^\"]*)\""));
    form.put("key", found(details, "name=\"key\" value=\"([^\"]*)\""));
    form.put("zone", found(details, "name=\"zone\" value=\"([^\"]*)\""));
    HttpResponse<String> booked = client.post("/ada/no-scripts", form);
    HttpResponse<String> page = client.get(location(booked));

    assertThat(booked.statusCode()).isEqualTo(303);
    assertThat(booking(booked).start()).isEqualTo(Instant.parse("2026-12-03T14:00:00Z"));
    assertThat(booking(booked).invitee().timeZone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    assertThat(page.body())
        .contains("You are booked", "3 December 2026", "19:45 – 20:15", "Kathmandu (UTC+5:45)")
        .contains(location(booked) + "/invite.ics", "calendar.google.com", "outlook.live.com")
        .contains("https://meet.example.org/ada");
  }

  @Test
  void sendingTheSameFormTwiceBooksOnce() {
    server.eventType("twice");
    Map<String, String> form = form("2026-12-07T14:00:00Z");

    HttpResponse<String> first = client.post("/ada/twice", form);
    HttpResponse<String> second = client.post("/ada/twice", form);
    form.put("name", "Someone else");
    HttpResponse<String> other = client.post("/ada/twice", form);

    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(location(second)).isEqualTo(location(first));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("sent this form before").doesNotContain("/b/");
    assertThat(found(other, "name=\"key\" value=\"([^\"]*)\"")).isNotEqualTo(form.get("key"));
  }

  @Test
  void offersTheNearestTimesWhenTheTimeWasTakenMeanwhile() {
    server.eventType("race");
    client.post("/ada/race", form("2026-12-08T15:00:00Z"));
    Map<String, String> late = form("2026-12-08T15:00:00Z");
    late.put("key", "fedcba9876543210fedcba9876543210");
    late.put("name", "Too late");
    late.put("notes", "kept <as> typed");

    HttpResponse<String> page = client.post("/ada/race", late);
    String other = found(page, "type=\"radio\" name=\"start\" value=\"([^\"]*)\" required checked");
    late.put("start", other);
    HttpResponse<String> booked = client.post("/ada/race", late);

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("just taken", "value=\"Too late\"", "kept &lt;as&gt; typed")
        .contains("value=\"2026-12-08T14:30:00Z\"", "value=\"2026-12-08T15:30:00Z\"")
        .contains("Tuesday 8 December 2026, 15:30".replace("Tuesday ", "Tuesday, "));
    assertThat(booked.statusCode()).isEqualTo(303);
  }

  @Test
  void refusesATimeThatIsNotOffered() {
    server.eventType("off-grid");

    HttpResponse<String> page = client.post("/ada/off-grid", form("2026-12-09T14:10:00Z"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("can’t be booked any more", "type=\"radio\"");
  }

  @Test
  void showsEveryErrorNextToItsFieldAndKeepsWhatWasTyped() {
    Question number = question(AnswerKind.NUMBER, "How many cards?", true);
    Question many = question(AnswerKind.MANY_OF, "Which?", true, "Loops", "Cards & \"wheels\"");
    EventType eventType = server.eventType("errors", number, many);
    Map<String, String> form = form("2026-12-09T14:00:00Z");
    form.put("name", "  ");
    form.put("email", "<b>nobody");
    form.put("guests", "one@example.com, two");
    form.put("q-" + number.id(), "a lot");

    HttpResponse<String> page = client.post("/ada/errors", form);

    assertThat(eventType.questions()).hasSize(2);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("id=\"name-error\"", "id=\"email-error\"", "id=\"guests-error\"")
        .contains("id=\"q-" + number.id() + "-error\"", "Please enter a number")
        .contains("id=\"q-" + many.id() + "-error\"", "Please answer this")
        .contains("value=\"&lt;b>nobody\"", "value=\"one@example.com, two\"", "value=\"a lot\"")
        .doesNotContain("<b>nobody");
  }

  @Test
  void asksQuestionsOfEveryKind() {
    Question text = question(AnswerKind.TEXT, "Company", true);
    Question longText = question(AnswerKind.LONG_TEXT, "Background", false);
    Question oneOf = question(AnswerKind.ONE_OF, "Size", true, "Small", "Large");
    Question manyOf = question(AnswerKind.MANY_OF, "Topics", false, "Cards", "Loops");
    Question yesNo = question(AnswerKind.YES_NO, "First time?", true);
    Question phone = question(AnswerKind.PHONE, "Telephone", false);
    Question number = question(AnswerKind.NUMBER, "People", true);
    server.eventType("questions", text, longText, oneOf, manyOf, yesNo, phone, number);
    Map<String, String> form = form("2026-12-10T14:00:00Z");
    form.put("q-" + text.id(), "Engines & Co");
    form.put("q-" + longText.id(), "line\r\nline");
    form.put("q-" + oneOf.id(), "Large");
    form.put("q-" + yesNo.id(), "no");
    form.put("q-" + phone.id(), "+44 20 1234567");
    form.put("q-" + number.id(), "3.5");
    form.put("guests", "mary@example.com; augustus@example.com");

    HttpResponse<String> page = client.get("/ada/questions?start=2026-12-10T14:00:00Z");
    HttpResponse<String> booked = client.post("/ada/questions", form);

    assertThat(page.body())
        .contains("type=\"tel\"", "inputmode=\"decimal\"", "<textarea", "type=\"checkbox\"");
    assertThat(booked.statusCode()).isEqualTo(303);
    Booking booking = booking(booked);
    assertThat(booking.answers().get(yesNo.id())).isEqualTo(new Answer.YesNo(false));
    assertThat(booking.answers().get(number.id())).hasToString("3.5");
    assertThat(booking.answers()).doesNotContainKey(manyOf.id());
    assertThat(booking.guests()).hasSize(2);
    assertThat(client.get(location(booked)).body())
        .contains("First time?", ">No<", ">3.5<", ">Large<", "Engines &amp; Co")
        .doesNotContain("Topics");
  }

  @Test
  void escapesWhatHostsAndInviteesWrite() {
    Draft draft = new Draft("escaped");
    draft.name = "<script>alert(1)</script>";
    draft.description = "\"><img src=x onerror=alert(1)>";
    draft.location = new Location(Location.LocationKind.OTHER, "<i>here</i>");
    server.add(draft);
    Map<String, String> form = form("2026-12-11T14:00:00Z");
    form.put("name", "<b>Bobby</b>");
    form.put("notes", "</textarea><script>");

    String booked = location(client.post("/ada/escaped", form));

    for (String path : List.of("/ada", "/ada/escaped", booked, booked + "/cancel")) {
      assertThat(client.get(path).body())
          .doesNotContain("<script>alert", "<img src=x", "<b>Bobby", "</textarea><script>", "<i>");
    }
  }

  @Test
  void tellsAPendingRequestFromABooking() {
    Draft draft = new Draft("approval");
    draft.approval = true;
    server.add(draft);

    HttpResponse<String> details = client.get("/ada/approval?start=2026-12-14T14:00:00Z");
    HttpResponse<String> booked = client.post("/ada/approval", form("2026-12-14T14:00:00Z"));

    assertThat(details.body()).contains("Ask for this time", "confirmed by the host");
    assertThat(client.get(location(booked)).body())
        .contains("Request sent", "Waiting for confirmation")
        .doesNotContain("invite.ics");
  }

  @Test
  void reschedulesAndCancels() {
    server.eventType("changes");
    String page = location(client.post("/ada/changes", form("2026-12-15T14:00:00Z")));

    HttpResponse<String> picker = client.get(page + "/reschedule?month=2026-12&date=2026-12-16");
    String time = found(picker, "href=\"([^\"]*start=2026-12-16T15%3A30[^\"]*)\"");
    HttpResponse<String> question = client.get(time);
    HttpResponse<String> moved =
        client.post(page + "/reschedule", Map.of("start", "2026-12-16T15:30:00Z"));
    HttpResponse<String> after = client.get(page);
    HttpResponse<String> tooLong =
        client.post(page + "/cancel", Map.of("reason", "x".repeat(1001)));
    HttpResponse<String> cancelled =
        client.post(page + "/cancel", Map.of("reason", "ill & in bed"));
    HttpResponse<String> end = client.get(page);

    assertThat(question.body()).contains("Move the booking?", "16:30 – 17:00");
    assertThat(moved.statusCode()).isEqualTo(303);
    assertThat(after.body()).contains("16:30 – 17:00");
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("id=\"reason-error\"");
    assertThat(cancelled.statusCode()).isEqualTo(303);
    assertThat(end.body())
        .contains("This booking is cancelled", "ill &amp; in bed", "Book again")
        .doesNotContain("/reschedule", "/cancel\"");
    assertThat(location(client.get(page + "/cancel"))).isEqualTo(page);
    assertThat(location(client.get(page + "/reschedule"))).isEqualTo(page);
  }

  @Test
  void refusesToMoveToATakenTimeAndChangesNothing() {
    server.eventType("collide");
    String page = location(client.post("/ada/collide", form("2026-12-17T14:00:00Z")));
    client.post("/ada/collide", form("2026-12-17T15:00:00Z"));

    HttpResponse<String> taken =
        client.post(page + "/reschedule", Map.of("start", "2026-12-17T15:00:00Z"));
    HttpResponse<String> never =
        client.post(page + "/reschedule", Map.of("start", "2026-12-17T03:00:00Z"));

    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body())
        .contains(
            "just taken",
            "value=\"2026-12-17T14:30:00Z\" required",
            "value=\"2026-12-17T15:30:00Z\" required")
        .doesNotContain("value=\"2026-12-17T15:00:00Z\"");
    assertThat(never.statusCode()).isEqualTo(422);
    assertThat(never.body()).contains("Choose one of these", "name=\"start\"");
    assertThat(client.get(page).body()).contains("15:00 – 15:30");
  }

  @Test
  void hasNoButtonsOnceTheMeetingIsOver() {
    server.eventType("over");
    HttpResponse<String> booked = client.post("/ada/over", form("2026-12-18T14:00:00Z"));

    server.now(Instant.parse("2026-12-18T14:30:00Z"));
    HttpResponse<String> page = client.get(location(booked));

    assertThat(page.body())
        .contains("This meeting is over", "Book again")
        .doesNotContain("/cancel\"", "/reschedule\"", "invite.ics");
    assertThat(client.post(location(booked) + "/cancel", Map.of()).statusCode()).isEqualTo(409);
    assertThat(booking(booked).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void leadsFromAFullMonthToTheNextFreeOne() {
    Draft draft = new Draft("next-year");
    draft.window = new BookingWindow.Dates(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28));
    server.add(draft);

    HttpResponse<String> now = client.get("/ada/next-year");
    HttpResponse<String> last = client.get("/ada/next-year?month=2027-02");

    assertThat(now.body()).contains("No free day in November 2026", "First free time: ");
    assertThat(found(now, "href=\"([^\"]*)\"[^>]*>First free time: Monday, 1 February 2027, 09:00"))
        .contains("date=2027-02-01");
    assertThat(last.body()).contains("id=\"previous-month\"").doesNotContain("id=\"next-month\"");
  }

  @Test
  void tellsTimesApartThatClocksShowTwice() {
    UUID saturdayEvenings = Ids.next();
    server
        .core
        .schedules()
        .add(
            new Schedule(
                saturdayEvenings,
                server.host.id(),
                "Evenings",
                PagesFixture.NEW_YORK,
                false,
                List.of(new WeeklyHours(DayOfWeek.SATURDAY, LocalHours.parse("18:00", "24:00"))),
                List.of()));
    Draft draft = new Draft("overlap");
    draft.window = new BookingWindow.Unlimited();
    draft.scheduleId = saturdayEvenings;
    server.add(draft);

    // Berlin puts its clocks back on 31 October 2027 at 01:00Z, which is Saturday in New York.
    HttpResponse<String> page = client.get("/ada/overlap?date=2027-10-31&zone=Europe/Berlin");

    assertThat(page.body())
        .contains(">02:30 UTC+2<", ">02:30 UTC+1<", ">01:30<", ">03:00<")
        .doesNotContain(">02:30<");
  }

  @Test
  void followsTheCountryOfTheBrowser() {
    server.eventType("countries");
    String path = "/ada/countries?month=2026-12&date=2026-12-03&zone=America/New_York";

    String american = client.get(path, "Accept-Language", "en-US,en;q=0.9").body();
    String german = client.get(path, "Accept-Language", "de-DE,de").body();
    String broken = client.get(path, "Accept-Language", "!!;q=x").body();
    String chosen = client.get(path + "&hours=12", "Accept-Language", "de-DE").body();

    assertThat(american).contains("Thursday, December 3, 16 times").containsPattern("2:00\\hPM");
    assertThat(american.indexOf("Sunday")).isLessThan(american.indexOf("Monday"));
    assertThat(german).contains(">14:00<");
    assertThat(german).contains("<html lang=\"de\" ", "Zeitzone", "Donnerstag, 3. Dezember");
    assertThat(german.indexOf("Montag")).isLessThan(german.indexOf("Sonntag"));
    assertThat(broken).contains(">14:00<");
    assertThat(chosen).containsPattern("2:00\\h[pP][mM]");
  }

  @Test
  void speaksTheLanguageThatWasChosenAndRemembersIt() {
    server.eventType("languages");
    String path = "/ada/languages?month=2026-12&zone=America/New_York";

    HttpResponse<String> english = client.get(path, "Accept-Language", "nl-NL");
    HttpResponse<String> read = client.get(path + "&lang=ja", "Accept-Language", "de-DE");
    HttpResponse<String> chosen =
        client.get(path + "&lang=ja&keep=lang", "Accept-Language", "de-DE");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElse("");
    HttpResponse<String> later = client.get("/ada", "Cookie", cookie.split(";", 2)[0]);
    HttpResponse<String> second = client.get(path, "Accept-Language", "nl, fr;q=0.8, en;q=0.5");

    assertThat(english.body())
        .contains("<html lang=\"en\" ", ">日本語</a>")
        .contains("zone=America/New_York&amp;lang=fr&amp;keep=lang\"");
    assertThat(read.body()).contains("<html lang=\"ja\" ", "タイムゾーン", "2026年12月");
    assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(location(chosen)).isEqualTo(path + "&lang=ja");
    assertThat(cookie).startsWith("lang=ja;");
    assertThat(later.body()).contains("<html lang=\"ja\" ");
    assertThat(client.get("/nobody", "Accept-Language", "es").body())
        .contains("Esta página no existe");
    assertThat(second.body()).contains("<html lang=\"fr\" ", "Fuseau horaire");
  }

  @Test
  void remembersTheZoneThatWasChosen() {
    server.eventType("cookies");

    HttpResponse<String> guessed = client.get("/ada/cookies");
    HttpResponse<String> said = client.get("/ada/cookies?zone=Asia/Katmandu");
    HttpResponse<String> chosen = client.get("/ada/cookies?zone=Asia/Katmandu&keep=zone&device=");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElse("");
    HttpResponse<String> later = client.get("/ada/cookies", "Cookie", cookie.split(";", 2)[0]);
    HttpResponse<String> spoiled = client.get("/ada/cookies", "Cookie", "zone=Mars/Olympus; x");

    assertThat(guessed.body())
        .contains("data-guessed-zone=\"yes\"", "value=\"America/New_York\" selected");
    assertThat(said.body())
        .contains("data-guessed-zone=\"no\"", "value=\"Asia/Kathmandu\" selected");
    assertThat(said.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(location(chosen)).isEqualTo("/ada/cookies?zone=Asia/Katmandu");
    assertThat(cookie).startsWith("zone=Asia/Kathmandu;").contains("HttpOnly", "SameSite=Lax");
    assertThat(later.body())
        .contains("data-guessed-zone=\"no\"", "value=\"Asia/Kathmandu\" selected")
        .contains("class=\"elsewhere\" hidden", "data-kept=\"Asia/Kathmandu\"");
    assertThat(spoiled.body()).contains("value=\"America/New_York\" selected");
  }

  @Test
  void keepsNothingThatNobodyCanChoose() {
    server.eventType("choices");

    for (String query : List.of("zone=Mars&keep=zone", "keep=visit&visit=1", "keep=lang")) {
      HttpResponse<String> answer = client.get("/ada/choices?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(303);
      assertThat(location(answer)).as(query).doesNotContain("keep").startsWith("/ada/choices");
      assertThat(answer.headers().allValues("Set-Cookie")).as(query).isEmpty();
    }
  }

  @Test
  void takesNonsenseInAnAddressAsNotGiven() {
    server.eventType("nonsense");

    for (String query :
        List.of(
            "month=x&date=2026-99-99&zone=Nowhere&start=now&hours=13",
            "month=9999-12",
            "month=1999-01",
            "date=+999999999-12-31",
            "start=%2B1000000000-12-31T23:59:59Z",
            "start=2026-12-03T14:00:00.5Z",
            "start=2026-11-20T14:00:00Z")) {
      HttpResponse<String> page = client.get("/ada/nonsense?" + query);
      assertThat(page.statusCode()).as(query).isEqualTo(200);
      assertThat(page.body()).as(query).contains("id=\"month-title\"");
    }
  }

  @Test
  void showsErrorsAsPagesWithAWayOn() {
    server.eventType("failing");
    String token = server.core.manageLinks().token(server.host.id());

    for (String path :
        List.of(
            "/nobody",
            "/ada/nothing",
            "/b/x",
            "/b/" + token,
            "/b/" + token + "/cancel",
            "/a/b/c/d",
            "/assets/nothing.css",
            "/assets/..%2f..%2fapplication.yaml",
            "/b/%00")) {
      HttpResponse<String> page = client.get(path);
      assertThat(page.statusCode()).as(path).isIn(400, 404);
    }
    assertThat(client.get("/nobody").body()).contains("There is no such page", "href=\"/\"");
    assertThat(client.post("/ada/failing", "start=%zz").statusCode()).isEqualTo(400);
    assertThat(client.post("/ada/failing", "").statusCode()).isEqualTo(400);
    HttpResponse<String> large = client.post("/ada/failing", "notes=" + "x".repeat(70_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("too much text");
    assertThat(client.post("/", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void answersLinkCheckersWithoutABody() {
    server.eventType("checked");

    HttpResponse<String> head = client.head("/ada/checked");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(client.head("/nobody").statusCode()).isEqualTo(404);
    assertThat(client.get("/ada/checked").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsHandlesInLowerCaseOnly() {
    assertThat(client.get("/ADA").statusCode()).isEqualTo(404);
  }

  @Test
  void forgivesASlashAtTheEnd() {
    server.eventType("slash");

    assertThat(client.get("/ada/slash/").statusCode()).isEqualTo(308);
    assertThat(location(client.get("/ada/slash/"))).isEqualTo("/ada/slash");
  }

  @Test
  void protectsEveryPage() {
    server.eventType("headers");
    String booked = location(client.post("/ada/headers", form("2026-12-21T14:00:00Z")));

    HttpResponse<String> times = client.get("/ada/headers");
    HttpResponse<String> details = client.get("/ada/headers?start=2026-12-21T15:00:00Z");
    HttpResponse<String> secret = client.get(booked);

    for (HttpResponse<String> page : List.of(times, details, secret, client.get("/nobody"))) {
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(page.body()).doesNotContain("style=", "<style", "onclick");
    }
    assertThat(times.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(times.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(details.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(secret.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(secret.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(secret.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(secret.body()).contains("noindex");
  }

  @Test
  void letsBrowsersKeepAssetsUntilTheyChange() {
    String css = found(client.get("/"), "href=\"(/assets/pages.css[^\"]*)\"");

    HttpResponse<String> hashed = client.get(css);
    HttpResponse<String> plain = client.get("/assets/forms.js");
    String tag = plain.headers().firstValue("ETag").orElse("");

    assertThat(hashed.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(plain.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
    assertThat(plain.headers().firstValue("Content-Type").orElse("")).contains("javascript");
    assertThat(client.get("/assets/forms.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(client.get("/favicon.ico").headers().firstValue("Content-Type").orElse(""))
        .contains("svg");
  }
}
