package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Question;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.Ids;

/// A host books for someone.
@ParameterizedClass
@EachDatabase
class NewBookingPageTest {
  private static final String PAGE = "/account/bookings/new";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private Browser browser;
  private EventType call;
  private Question topic;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    browser = in.browser;
    Fixture core = in.server.core;
    core.open(core.ada, "America/New_York", "09:00-17:00");
    topic = new Question(Ids.next(), "Topic", Question.AnswerKind.TEXT, true, List.of());
    call = core.addEventType(type -> type.slug("call").name("Call").notice(0).questions(topic));
  }

  @AfterEach
  void close() {
    in.close();
  }

  private String at(String start) {
    return PAGE + "?type=" + call.id() + "&start=" + start;
  }

  /// Sends the form of a time.
  private HttpResponse<String> book(String start, Map<String, String> fields) {
    HttpResponse<String> shown = browser.get(at(start));
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "type",
                call.id().toString(),
                "start",
                start,
                "key",
                key(shown),
                "name",
                "Bob Brown",
                "email",
                "bob@example.com",
                "zone",
                "Europe/Berlin",
                "language",
                "de",
                "q-" + topic.id(),
                "Engines"));
    form.putAll(fields);
    form.put("csrf", Browser.csrf(shown));
    HttpResponse<String> answer = browser.post(at(start), form);
    return answer.statusCode() == 303 ? browser.get(Browser.location(answer)) : answer;
  }

  private static String key(HttpResponse<String> page) {
    Matcher key = Pattern.compile("name=\"key\" value=\"([0-9a-f]{32})\"").matcher(page.body());
    return key.find() ? key.group(1) : "";
  }

  private Booking only() {
    return in.core.bookings().list(BookingFilter.ofHost(in.ada), null, 10).bookings().getFirst();
  }

  @Test
  void leadsFromTheEventTypeOverTheTimeToTheBooking() {
    assertThat(in.get(PAGE).body()).contains(PAGE + "?type=" + call.id(), "Call");
    assertThat(in.get(PAGE + "?type=" + call.id() + "&date=2026-03-04").body())
        .contains("start=2026-03-04T14%3A00%3A00Z", "type=" + call.id());
    assertThat(in.get(at("2026-03-04T15:00:00Z")).body())
        .contains("Wednesday, 4 March 2026", "10:00 – 10:30", "Topic");

    HttpResponse<String> booked = book("2026-03-04T15:00:00Z", Map.of());
    assertThat(booked.uri().getPath()).isEqualTo("/account/bookings/" + only().id());
    assertThat(booked.body()).contains("The meeting is booked", "Bob Brown", "Engines");
    assertThat(only().invitee().timeZone()).hasToString("Europe/Berlin");
    assertThat(only().invitee().locale().getLanguage()).isEqualTo("de");
    assertThat(in.core.bookings().history(only().id()).getFirst().actor()).isEqualTo("host");
  }

  @Test
  void aMistakeIsSaidBesideItsFieldAndNothingIsBooked() {
    HttpResponse<String> wrong =
        book("2026-03-04T15:00:00Z", Map.of("email", "nobody", "q-" + topic.id(), ""));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("id=\"email-error\"", "id=\"q-" + topic.id() + "-error\"")
        .contains("value=\"Bob Brown\"", "value=\"nobody\"")
        .containsPattern("value=\"Europe/Berlin\"[^>]* selected");
    assertThat(in.core.bookings().list(BookingFilter.ofHost(in.ada), null, 1).bookings()).isEmpty();
  }

  @Test
  void sendingItTwiceBooksOnce() {
    HttpResponse<String> shown = in.get(at("2026-03-04T15:00:00Z"));
    String key = key(shown);
    book("2026-03-04T15:00:00Z", Map.of("key", key));
    assertThat(book("2026-03-04T15:00:00Z", Map.of("key", key)).uri().getPath())
        .isEqualTo("/account/bookings/" + only().id());
    assertThat(in.core.bookings().list(BookingFilter.ofHost(in.ada), null, 9).bookings())
        .hasSize(1);
  }

  @Test
  void aTimeThatIsTakenMeanwhileLeadsToOthers() {
    HttpResponse<String> shown = in.get(at("2026-03-04T15:00:00Z"));
    Map<String, String> form = new HashMap<>(Map.of("key", key(shown)));
    assertThat(book("2026-03-04T15:00:00Z", Map.of("email", "zoe@example.com")).statusCode())
        .isEqualTo(200);
    HttpResponse<String> taken = book("2026-03-04T15:00:00Z", form);
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body())
        .contains("has been taken meanwhile", "2026-03-04T15:30:00Z", "value=\"Bob Brown\"");
  }

  @Test
  void aTimeOutsideTheRulesIsBookedWhereTheHostSaysSo() {
    String evening = "2026-03-07T01:00:00Z";
    HttpResponse<String> refused = book(evening, Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("it lies outside your hours");

    HttpResponse<String> typed =
        in.browser.get(PAGE + "?type=" + call.id() + "&at=2026-03-06T20:00");
    String form = at(evening) + "&over=" + evening;
    assertThat(Browser.location(typed)).isEqualTo(form);
    assertThat(in.get(form).body()).contains("it is booked whatever your hours", "20:00 – 20:30");
    HttpResponse<String> booked = book(evening, Map.of("over", evening));
    assertThat(booked.body())
        .contains("The meeting is booked", "Booked by ada (outside the rules): Friday, 6 March");

    HttpResponse<String> twice = book(evening, Map.of("over", evening, "email", "zoe@example.com"));
    assertThat(twice.statusCode()).as("never over another meeting").isEqualTo(409);
    for (String wrong : new String[] {"2026-03-01T20:00", "soon"}) {
      HttpResponse<String> page = in.get(PAGE + "?type=" + call.id() + "&at=" + wrong);
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("id=\"at-error\"");
    }
  }

  @Test
  void whatWouldNeedApprovalIsConfirmedAtOnce() {
    topic = new Question(Ids.next(), "Topic", Question.AnswerKind.TEXT, true, List.of());
    call =
        in.server.core.addEventType(
            type -> type.slug("visit").approval().notice(0).questions(topic));
    assertThat(book("2026-03-04T15:00:00Z", Map.of()).body()).contains("The meeting is booked");
    assertThat(only().status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void aMemberBooksForTheTeamThatSomebodyElseMade() {
    Host grace = in.server.core.addHost("grace");
    Team team = in.server.core.addTeam("crew", grace);
    call =
        in.server.core.addEventType(
            type ->
                type.slug("turn")
                    .name("In turn")
                    .notice(0)
                    .questions(topic())
                    .assignment(new Assignment.RoundRobin(team.id())));
    assertThat(in.get(PAGE).body()).contains("In turn", "crew");
    try (Browser ofGrace = in.browserOf(grace.id())) {
      browser = ofGrace;
      assertThat(browser.get(PAGE).body()).contains("In turn", "crew").doesNotContain("Call");
      assertThat(book("2026-03-04T15:00:00Z", Map.of()).body()).contains("The meeting is booked");
    }
    Booking booked =
        in.core.bookings().list(BookingFilter.ofHost(grace.id()), null, 9).bookings().getFirst();
    assertThat(booked.eventTypeName()).isEqualTo("In turn");
  }

  private Question topic() {
    topic = new Question(Ids.next(), "Topic", Question.AnswerKind.TEXT, true, List.of());
    return topic;
  }

  @Test
  void anotherHostsEventTypeCannotBeBooked() {
    try (Browser eve = in.browserOf(in.server.core.addHost("eve").id())) {
      assertThat(eve.get(at("2026-03-04T15:00:00Z")).body()).doesNotContain("Call");
      assertThat(
              eve.submit(
                      "/account/profile",
                      at("2026-03-04T15:00:00Z"),
                      Map.of("type", call.id().toString(), "start", "2026-03-04T15:00:00Z"))
                  .statusCode())
          .isEqualTo(400);
    }
  }
}
