package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.core.question.Question;

@ParameterizedClass
@EachDatabase
class EventTypePagesTest {
  private static final String LIST = "/account/event-types";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
  }

  @AfterEach
  void close() {
    in.close();
  }

  private List<EventType> all() {
    return in.core.eventTypes().list(in.ada);
  }

  private EventType make(String template) {
    HttpResponse<String> made = in.submit(LIST, LIST, Map.of("template", template));
    assertThat(made.body()).contains("can be booked already");
    return all().getLast();
  }

  private static String page(EventType type) {
    return LIST + "/" + type.id();
  }

  /// The fields of an event type's page as they are filled in.
  private List<Map.Entry<String, String>> fields(EventType type) {
    String html = in.get(page(type)).body();
    String form = html.substring(html.indexOf("<form class=\"eventtype\""));
    form = form.substring(0, form.indexOf("</form>"));
    return new ArrayList<>(Fields.of(form));
  }

  private HttpResponse<String> send(
      EventType type, List<Map.Entry<String, String>> fields, String wish) {
    List<Map.Entry<String, String>> all = new ArrayList<>(fields);
    all.add(Map.entry("do", wish));
    return in.follow(in.browser.submitAll(page(type), page(type), all));
  }

  private static void put(List<Map.Entry<String, String>> fields, String name, String value) {
    fields.removeIf(field -> field.getKey().equals(name));
    fields.add(Map.entry(name, value));
  }

  private EventType now(EventType type) {
    return in.core.eventTypes().find(in.ada, type.id()).orElseThrow();
  }

  @Test
  void makesAnEventTypeThatCanBeBookedAtOnce() {
    assertThat(in.get(LIST).body())
        .contains("Begin with one of these", "Intro call", "Group session")
        .doesNotContain("Team meeting");
    EventType intro = make("intro");
    assertThat(intro.slug()).isEqualTo("intro");
    assertThat(intro.timing().durationMinutes()).isEqualTo(15);
    assertThat(make("intro").slug()).isEqualTo("intro-2");
    assertThat(make("group").seats()).isEqualTo(10);
    assertThat(in.get(LIST).body()).contains(in.server.server.url() + "/ada/intro-2");
    assertThat(in.get(LIST).headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(in.get(LIST + "/new").statusCode()).isEqualTo(200);
  }

  @Test
  void savesWhatItShowsUnchanged() {
    in.server.asHost(
        "POST",
        "/api/v1/event-types",
        """
        {"slug": "rich", "name": "A & \\"B\\"", "durationMinutes": 30, "durationsMinutes": [15, 60], "stepMinutes": 10, "bufferBeforeMinutes": 5, "bufferAfterMinutes": 7,
        "minimumNoticeMinutes": 90, "bookingWindow": {"kind": "dates", "from": "2026-03-01", "to": "2026-04-01"},
        "maxPerDay": 3, "maxPerWeek": 9, "maxPerMonth": 20, "maxActivePerInvitee": 2, "requiresApproval": true,
        "confirmEmail": true, "hidden": true, "guests": "atOnce", "guestsAtOnce": 2,
        "cancellationPolicy": {"noticeMinutes": 1440, "reasonRequired": true},
        "reschedulePolicy": {"noticeMinutes": 60}, "reminderMinutes": [2880, 30], "followUpMinutes": 60,
        "redirectUrl": "https://example.org/thanks?a=b&c=d", "texts": {"mail": {"de": "Hallo {invitee}"}},
        "locations": [{"kind": "phone", "value": ""}, {"kind": "generated_link", "value": "https://meet.example/{random}"}],
        "questions": [{"label": "Why?", "kind": "longText", "required": true},
          {"label": "Which?", "kind": "oneOf", "options": ["A & B", "C"]}]}
        """);
    EventType rich = all().getLast();
    assertThat(rich.questions()).hasSize(2);

    HttpResponse<String> saved = send(rich, fields(rich), "save");

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(now(rich)).isEqualTo(rich);
  }

  @Test
  void changesEveryField() {
    EventType type = make("meeting");
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("name", "Deep dive");
    typed.put("slug", "Deep-Dive");
    typed.put("durationMinutes", "45");
    typed.put("durationsMinutes", "15; 90");
    typed.put("stepMinutes", "٣٠");
    typed.put("minimumNoticeMinutes", "2");
    typed.put("minimumNoticeMinutes.unit", "days");
    typed.put("window", "unlimited");
    typed.put("maxPerMonth", "12");
    typed.put("guests", "off");
    typed.put("requiresApproval", "yes");
    typed.put("cancellation", "1");
    typed.put("cancellation.unit", "hours");
    typed.put("redirectUrl", "https://example.org/");
    List<Map.Entry<String, String>> fields = fields(type);
    typed.forEach((name, value) -> put(fields, name, value));
    fields.removeIf(field -> field.getKey().startsWith("reminder."));
    fields.add(Map.entry("location.kind", "link"));
    fields.add(Map.entry("location.value", "https://meet.example/room"));
    fields.add(Map.entry("question.id", ""));
    fields.add(Map.entry("question.label", "Topic?"));
    fields.add(Map.entry("question.kind", "manyOf"));
    fields.add(Map.entry("question.required", "yes"));
    fields.add(Map.entry("question.options", "One\r\n\r\nTwo"));
    fields.add(Map.entry("text.place", "followUp"));
    fields.add(Map.entry("text.language", "en"));
    fields.add(Map.entry("text.words", "Thank you, {invitee}!"));

    assertThat(send(type, fields, "save").body()).contains("Saved.");

    EventType now = now(type);
    assertThat(now.name()).isEqualTo("Deep dive");
    assertThat(now.slug()).isEqualTo("deep-dive");
    assertThat(now.timing().durationsMinutes()).containsExactly(15, 45, 90);
    assertThat(now.timing().stepMinutes()).isEqualTo(30);
    assertThat(now.bounds().minimumNoticeMinutes()).isEqualTo(2 * 24 * 60);
    assertThat(now.bounds().bookingWindow()).isEqualTo(new BookingWindow.Unlimited());
    assertThat(now.bounds().maxPerMonth()).isEqualTo(12);
    assertThat(now.policies().guests()).isEqualTo(Guests.OFF);
    assertThat(now.policies().requiresApproval()).isTrue();
    assertThat(now.policies().cancellation().noticeMinutes()).isEqualTo(60);
    assertThat(now.correspondence().reminderMinutes()).isEmpty();
    assertThat(now.correspondence().texts().texts()).containsOnlyKeys(TextPlace.FOLLOW_UP);
    assertThat(now.attendance().locations())
        .containsExactly(new Location(Location.LocationKind.LINK, "https://meet.example/room"));
    assertThat(now.questions())
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.kind()).isEqualTo(Question.AnswerKind.MANY_OF);
              assertThat(question.options()).containsExactly("One", "Two");
            });
  }

  @Test
  void saysAllThatIsWrongAndKeepsWhatWasTyped() {
    EventType type = make("meeting");
    make("intro");
    List<Map.Entry<String, String>> fields = fields(type);
    put(fields, "name", " ");
    put(fields, "durationMinutes", "half an hour");
    put(fields, "maxPerDay", "0");
    put(fields, "seats", "0");
    put(fields, "window", "dates");
    put(fields, "from", "2026-05-02");
    put(fields, "to", "2026-05-01");
    put(fields, "redirectUrl", "http://example.org");
    fields.add(Map.entry("location.kind", "link"));
    fields.add(Map.entry("location.value", "javascript:alert(1)"));
    fields.add(Map.entry("question.id", ""));
    fields.add(Map.entry("question.label", "Which?"));
    fields.add(Map.entry("question.kind", "oneOf"));
    fields.add(Map.entry("question.required", ""));
    fields.add(Map.entry("question.options", ""));
    fields.add(Map.entry("text.place", "mail"));
    fields.add(Map.entry("text.language", "en"));
    fields.add(Map.entry("text.words", "{secret}"));

    HttpResponse<String> wrong = send(type, fields, "save");

    assertThat(wrong.statusCode()).isEqualTo(400);
    for (String field :
        List.of(
            "name",
            "durationMinutes",
            "maxPerDay",
            "seats",
            "to",
            "redirectUrl",
            "location-0",
            "question-0",
            "text-0")) {
      assertThat(wrong.body()).contains("id=\"" + field + "-error\"");
    }
    assertThat(wrong.body()).contains("value=\"half an hour\"", "{secret}");
    assertThat(now(type)).isEqualTo(type);

    List<Map.Entry<String, String>> taken = fields(type);
    put(taken, "slug", "intro");
    assertThat(send(type, taken, "save").body()).contains("Another event type has this address");
  }

  @Test
  void showsWhatWouldChangeInAllLengthsAndSavesNothing() {
    EventType call = make("intro");
    in.server.core.book(call, "2026-03-03T15:00:00Z", "bob@example.org");
    List<Map.Entry<String, String>> fields = fields(call);
    put(fields, "durationsMinutes", "60");
    put(fields, "window", "dates");
    put(fields, "from", "2026-03-04");
    put(fields, "to", "2026-03-04");

    String seen = send(call, fields, "see").body();

    assertThat(seen)
        .contains("What changes", "Nothing is saved yet", "that stay: 32.")
        .contains("free times that are new: 8,")
        .contains("Bookings that would lie outside", "value=\"2026-03-04\"");
    assertThat(now(call)).isEqualTo(call);
    put(fields, "durationMinutes", "0");
    assertThat(send(call, fields, "see").body()).doesNotContain("What changes");
    assertThat(now(call)).isEqualTo(call);
  }

  @Test
  void addsRemovesAndMovesRowsWithoutSaving() {
    EventType type = make("meeting");
    List<Map.Entry<String, String>> fields = fields(type);
    assertThat(send(type, fields, "add.location").body()).contains("id=\"location-0\"");
    assertThat(send(type, fields, "remove.reminder.0").body())
        .contains("id=\"reminder-0\"")
        .doesNotContain("id=\"reminder-1\"");
    for (String label : List.of("First?", "Second?")) {
      fields.add(Map.entry("question.id", ""));
      fields.add(Map.entry("question.label", label));
      fields.add(Map.entry("question.kind", "text"));
      fields.add(Map.entry("question.required", ""));
      fields.add(Map.entry("question.options", ""));
    }
    assertThat(send(type, fields, "up.question.1").body())
        .containsSubsequence("value=\"Second?\"", "value=\"First?\"");
    for (String odd :
        List.of("up.question.0", "up.question.9", "remove.text.-1", "add.nothing.1")) {
      assertThat(send(type, fields, odd).statusCode()).as(odd).isEqualTo(200);
      fields = fields(type);
    }
    assertThat(now(type).questions()).isEmpty();
  }

  @Test
  void keepsTheOrderOnThePageAndInTheApi() {
    EventType first = make("intro");
    EventType second = make("meeting");
    EventType third = make("workshop");
    change(third, "up");
    change(third, "up");
    change(third, "up");
    change(first, "down");

    List<String> order = List.of("workshop", "meeting", "intro");
    assertThat(all()).extracting(EventType::slug).containsExactlyElementsOf(order);
    assertThat(in.get("/ada").body())
        .containsSubsequence("/ada/workshop", "/ada/meeting", "/ada/intro");
    assertThat(
            in.server
                .get("/api/v1/hosts/ada")
                .body()
                .path("eventTypes")
                .valueStream()
                .map(type -> type.path("slug").asString()))
        .containsExactlyElementsOf(order);
    assertThat(make("group").id()).isEqualTo(all().getLast().id());
    assertThat(now(second).listing().active()).isTrue();
  }

  private HttpResponse<String> change(EventType type, String wish) {
    return in.submit(LIST, page(type) + "/do", Map.of("do", wish));
  }

  @Test
  void switchesCopiesLinksAndDeletes() {
    EventType type = make("intro");
    change(type, "off");
    assertThat(now(type).active()).isFalse();
    assertThat(in.get(LIST).body()).contains("Switch on");
    change(type, "on");
    assertThat(now(type).active()).isTrue();

    assertThat(change(type, "copy").body()).contains("This is the copy");
    EventType copy = all().getLast();
    assertThat(copy.slug()).isEqualTo("intro-2");
    assertThat(copy.name()).isEqualTo("Intro call (copy)");
    assertThat(copy.active()).isFalse();

    HttpResponse<String> linked = change(type, "link");
    Matcher link = Pattern.compile("/ada/intro\\?link=[\\w-]+").matcher(linked.body());
    assertThat(link.find()).isTrue();
    assertThat(in.get(link.group()).statusCode()).isEqualTo(200);
    assertThat(in.core.bookingLinks().list(in.ada)).hasSize(1);

    assertThat(in.get(page(type)).body()).contains("No meetings are booked with it.");
    assertThat(in.submit(page(type), page(type) + "/delete", Map.of()).body())
        .contains("The event type is deleted.");
    assertThat(all()).extracting(EventType::id).containsExactly(copy.id());
  }

  @Test
  void givesItToATeam() {
    String id =
        in.server
            .asHost(
                "POST",
                "/api/v1/teams",
                "{\"handle\": \"crew\", \"name\": \"The crew\", \"members\": [{\"handle\":"
                    + " \"ada\"}]}")
            .body()
            .path("id")
            .asString();
    EventType type = make("round_robin");
    assertThat(type.assignment()).isInstanceOf(Assignment.RoundRobin.class);
    List<Map.Entry<String, String>> fields = fields(type);
    put(fields, "assignment", "collective." + id);
    send(type, fields, "save");
    assertThat(now(type).assignment()).isInstanceOf(Assignment.Collective.class);
    put(fields, "assignment", "collective.00000000-0000-0000-0000-000000000000");
    assertThat(send(type, fields, "save").body()).contains("id=\"assignment-error\"");
  }

  @Test
  void showsTheMonthAsInviteesSeeIt() {
    EventType type = make("intro");
    assertThat(in.get(page(type) + "/month?month=2026-03").body())
        .contains("March 2026", page(type) + "/month?");
  }

  @Test
  void isNobodyElses() {
    String charles = in.server.addHost("charles");
    String other =
        in.server
            .as(
                charles,
                "POST",
                "/api/v1/event-types",
                "{\"slug\": \"x\", \"name\": \"X\", \"durationMinutes\": 30}")
            .body()
            .path("id")
            .asString();
    make("intro");
    String page = LIST + "/" + other;
    assertThat(in.get(page).statusCode()).isEqualTo(404);
    assertThat(in.get(page + "/month").statusCode()).isEqualTo(404);
    assertThat(in.submit(LIST, page + "/do", Map.of("do", "off")).statusCode()).isEqualTo(404);
    in.submit(LIST, page + "/delete", Map.of());
    assertThat(in.server.as(charles, "GET", "/api/v1/event-types/" + other, "").status())
        .isEqualTo(200);
    assertThat(in.browser.post(LIST, Map.of("csrf", "x")).statusCode()).isEqualTo(400);
  }
}
