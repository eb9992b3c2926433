package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Travel;

@ParameterizedClass
@EachDatabase
class HoursPagesTest {
  private static final String LIST = "/account/hours";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private UUID id;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    id = in.core.schedules().list(in.ada).getFirst().id();
  }

  @AfterEach
  void close() {
    in.close();
  }

  private String page() {
    return LIST + "/" + id;
  }

  private Schedule schedule() {
    return in.core.schedules().find(in.ada, id).orElseThrow();
  }

  /// The page's form as it was filled in, with what is typed over it.
  private List<Map.Entry<String, String>> filled(List<Map.Entry<String, String>> typed) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry("name", "Working hours"));
    fields.add(Map.entry("timeZone", "Europe/Berlin"));
    fields.add(Map.entry("since", "2026-03-02"));
    fields.add(Map.entry("until", ""));
    fields.addAll(typed);
    return fields;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private final HttpResponse<String> send(String wish, Map.Entry<String, String>... typed) {
    List<Map.Entry<String, String>> fields = filled(Arrays.stream(typed).toList());
    fields.add(Map.entry("do", wish));
    return in.follow(in.browser.submitAll(page(), page(), fields));
  }

  private static Map.Entry<String, String> is(String field, String value) {
    return Map.entry(field, value);
  }

  private List<String> week() {
    return schedule().weeklyHours().stream()
        .map(weekly -> weekly.day() + " " + weekly.hours())
        .toList();
  }

  @Test
  void listsSchedulesWithTheirHours() {
    assertThat(in.get(LIST).body())
        .contains("Working hours", "Default", "Mon–Fri: 09:00–17:00", page());
    assertThat(in.get(LIST).headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void savesAWeekHoweverTimesAreWritten() {
    HttpResponse<String> saved =
        send(
            "save",
            is("MONDAY.from", "9"),
            is("MONDAY.to", "12.30"),
            is("MONDAY.from", "1 pm"),
            is("MONDAY.to", "17 Uhr"),
            is("SUNDAY.from", "20:00"),
            is("SUNDAY.to", "0:00"));

    assertThat(saved.body()).contains("Saved. These hours count from now on.");
    assertThat(saved.uri().getPath()).isEqualTo(page());
    assertThat(week())
        .containsExactly("MONDAY 09:00-12:30", "MONDAY 13:00-17:00", "SUNDAY 20:00-24:00");
    assertThat(schedule().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(schedule().isDefault()).isTrue();
  }

  @Test
  void saysWhatIsWrongBesideItsRowAndKeepsWhatWasTyped() {
    List<String> before = week();
    HttpResponse<String> wrong =
        send(
            "save",
            is("MONDAY.from", "nine"),
            is("MONDAY.to", "17"),
            is("TUESDAY.from", "17"),
            is("TUESDAY.to", "9"),
            is("WEDNESDAY.from", "9"),
            is("WEDNESDAY.to", "12"),
            is("WEDNESDAY.from", "11"),
            is("WEDNESDAY.to", "<b>"),
            is("THURSDAY.from", "9"),
            is("THURSDAY.to", "12"),
            is("THURSDAY.from", "11:59"),
            is("THURSDAY.to", "13"),
            is("FRIDAY.from", "9"),
            is("FRIDAY.to", ""),
            is("date", "2026-03-01"),
            is("date.from", ""),
            is("date.to", ""));

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("Nothing is saved yet")
        .contains("id=\"MONDAY-0-error\">“nine” is not a time")
        .contains("id=\"TUESDAY-0-error\">The end must be later")
        .contains("id=\"WEDNESDAY-1-error\">“&lt;b&gt;” is not a time")
        .contains("id=\"THURSDAY-1-error\">These hours overlap")
        .contains("id=\"FRIDAY-0-error\">Fill in both times")
        .contains("id=\"date-0-error\">This date cannot be changed here")
        .contains("value=\"nine\"", "value=\"11:59\"", "value=\"&lt;b>\"");
    assertThat(week()).isEqualTo(before);
  }

  @Test
  void addsAndRemovesRowsWithoutSaving() {
    List<String> before = week();

    assertThat(send("add.SUNDAY").body()).contains("id=\"SUNDAY-0-from\"", "value=\"09:00\"");
    assertThat(send("add.SUNDAY", is("SUNDAY.from", "7"), is("SUNDAY.to", "x")).body())
        .contains("value=\"7\"", "value=\"x\"")
        .containsPattern("id=\"SUNDAY-1-from\"[^>]* value=\"\"[^>]* autofocus");
    assertThat(
            send(
                    "remove.MONDAY.0",
                    is("MONDAY.from", "7"),
                    is("MONDAY.to", "8"),
                    is("MONDAY.from", "9"),
                    is("MONDAY.to", "10"))
                .body())
        .contains("id=\"MONDAY-0-from\"", "value=\"9\"")
        .doesNotContain("value=\"7\"", "MONDAY-1-from");
    assertThat(send("copy", is("MONDAY.from", "7"), is("MONDAY.to", "8")).body())
        .contains("id=\"FRIDAY-0-from\"")
        .doesNotContain("id=\"SATURDAY-0-from\"");
    assertThat(send("add.date").body()).contains("id=\"date-0\"");
    for (String odd : List.of("remove.MONDAY.7", "remove.date.-1", "remove", "add.NODAY", "add")) {
      assertThat(send(odd).statusCode()).as(odd).isEqualTo(200);
    }
    assertThat(week()).isEqualTo(before);
  }

  @Test
  void savesDatesAndKeepsThoseItDoesNotShow() {
    Schedule old = schedule();
    DateOverride past = new DateOverride(LocalDate.of(2026, 1, 6), List.of());
    in.core.schedules().replace(with(old, List.of(past)));

    send(
        "save",
        is("date", "2026-12-24"),
        is("date.from", ""),
        is("date.to", ""),
        is("date", "2026-04-01"),
        is("date.from", "8"),
        is("date.to", "9"),
        is("date", "2026-04-01"),
        is("date.from", "14"),
        is("date.to", "15"));

    assertThat(schedule().overrides())
        .containsExactly(
            past,
            new DateOverride(
                LocalDate.of(2026, 4, 1),
                List.of(LocalHours.parse("08:00", "09:00"), LocalHours.parse("14:00", "15:00"))),
            new DateOverride(LocalDate.of(2026, 12, 24), List.of()));
    assertThat(in.get(page()).body())
        .contains("value=\"2026-12-24\"", "value=\"14:00\"")
        .doesNotContain("2026-01-06");
    assertThat(in.get(LIST).body()).contains("2 dates differ");
  }

  @Test
  void showsNoMoreDatesThanFitAndKeepsTheRest() {
    LocalDate first = LocalDate.of(2026, 6, 1);
    List<DateOverride> many =
        IntStream.range(0, 200)
            .mapToObj(day -> new DateOverride(first.plusDays(day), List.of()))
            .toList();
    in.core.schedules().replace(with(schedule(), many));

    String shown = in.get(page()).body();
    assertThat(shown)
        .contains("Only the next dates are shown", "name=\"until\" value=\"2026-10-28\"");

    List<Map.Entry<String, String>> fields = filled(List.of());
    fields.remove(Map.entry("until", ""));
    fields.add(is("until", "2026-10-28"));
    in.browser.submitAll(page(), page(), fields);
    assertThat(schedule().overrides()).hasSize(50);
  }

  private static Schedule with(Schedule old, List<DateOverride> overrides) {
    return new Schedule(
        old.id(),
        old.hostId(),
        old.name(),
        old.timeZone(),
        old.isDefault(),
        old.weeklyHours(),
        overrides);
  }

  @Test
  void savesHolidaysAndTravel() {
    String shown = send("place", is("country", "DE"), is("region", "")).body();
    assertThat(shown)
        .contains("name=\"shown\" value=\"DE/\"", "value=\"NEW_YEAR\" checked", "value=\"BY\"");

    send(
        "save",
        is("country", "DE"),
        is("region", "BY"),
        is("shown", "DE/BY"),
        is("listed", "NEW_YEAR"),
        is("travel.from", "2026-05-01"),
        is("travel.to", "2026-05-09"),
        is("travel.zone", "tokyo"));

    assertThat(schedule().away().holidays())
        .isEqualTo(PublicHolidays.of("DE", "BY", List.of("NEW_YEAR")));
    Travel tokyo =
        new Travel(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 9), ZoneId.of("Asia/Tokyo"));
    assertThat(schedule().away().travel()).containsExactly(tokyo);
    assertThat(in.get(page()).body())
        .contains("value=\"Asia/Tokyo\"")
        .containsPattern("value=\"NEW_YEAR\"(?! checked)");

    String wrong =
        send(
                "save",
                is("country", "XX"),
                is("travel.from", "2026-05-01"),
                is("travel.to", "2026-05-09"),
                is("travel.zone", "Atlantis"))
            .body();
    assertThat(wrong)
        .contains(
            "Choose a country and a region", "“Atlantis” is not a time zone", "Nothing is saved");
    String overlap =
        send(
                "save",
                is("travel.from", "2026-05-01"),
                is("travel.to", "2026-05-09"),
                is("travel.zone", "UTC"),
                is("travel.from", "2026-05-09"),
                is("travel.to", "2026-05-10"),
                is("travel.zone", "UTC"))
            .body();
    assertThat(overlap).contains("Two of these travels share a date.");
    assertThat(schedule().away().travel()).containsExactly(tokyo);
  }

  @Test
  void saysWhereTheNamesOfHolidaysAreInEnglish() {
    send("save", is("country", "DE"));
    String page = page();
    assertThat(in.get(page + "?lang=de").body())
        .contains("Neujahr")
        .doesNotContain("stehen sie auf Englisch", "New Year");
    for (String language : List.of("es", "ja", "ar")) {
      assertThat(in.get(page + "?lang=" + language).body())
          .as(language)
          .contains("<bdi lang=\"en\">New Year's Day</bdi>");
    }
    assertThat(in.get(page + "?lang=es").body()).contains("aquí están en inglés");
  }

  @Test
  void showsWhatWouldChangeAndSavesNothing() {
    in.server.addEventType("call", "\"description\": \"\"");
    in.server.core.book(
        in.core.eventTypes().list(in.ada).getFirst(), "2026-03-03T15:00:00Z", "bob@example.org");
    List<String> before = week();
    String seen = send("see", is("MONDAY.from", "7"), is("MONDAY.to", "8")).body();

    assertThat(seen)
        .contains("What changes", "Nothing is saved yet", "Bookings that would lie outside")
        .contains("/account/bookings/", "value=\"7\"");
    assertThat(week()).isEqualTo(before);
  }

  @Test
  void makesChoosesAndDeletesSchedules() {
    assertThat(in.submit(LIST, LIST, Map.of("name", " ")).body())
        .contains("Give it a name of at most 100 characters.");
    HttpResponse<String> made = in.submit(LIST, LIST, Map.of("name", "Evenings"));
    assertThat(made.body()).contains("The schedule is added", "Evenings");
    UUID first = id;
    id = UUID.fromString(made.uri().getPath().substring(LIST.length() + 1));
    assertThat(schedule().isDefault()).isFalse();
    assertThat(week()).hasSize(5);

    send("save", is("isDefault", "yes"));
    assertThat(schedule().isDefault()).isTrue();
    assertThat(in.submit(page(), page() + "/delete", Map.of()).body())
        .contains("The schedule stays");
    assertThat(in.submit(page(), LIST + "/" + first + "/delete", Map.of()).body())
        .contains("The schedule is deleted.");
    assertThat(in.core.schedules().list(in.ada)).extracting(Schedule::id).containsExactly(id);
  }

  @Test
  void isNobodyElses() {
    in.server.addHost("charles");
    UUID other =
        in.core
            .schedules()
            .list(in.core.hosts().find("charles").orElseThrow().id())
            .getFirst()
            .id();
    assertThat(in.get(LIST + "/" + other).statusCode()).isEqualTo(404);
    assertThat(in.get(LIST + "/nothing").statusCode()).isEqualTo(404);
    assertThat(in.submit(page(), LIST + "/" + other, Map.of("do", "save")).statusCode())
        .isEqualTo(404);
    assertThat(in.browser.post(page(), Map.of("csrf", "x")).statusCode()).isEqualTo(400);
  }

  @Test
  void comesBackFilledInAfterSigningInAgain() {
    List<Map.Entry<String, String>> fields =
        filled(List.of(is("MONDAY.from", "7:15"), is("MONDAY.to", "8"), is("do", "save")));
    fields.add(is("csrf", Browser.csrf(in.get(page()))));
    in.access.sessions().list(in.ada).forEach(it -> in.access.sessions().end(in.ada, it.id()));
    assertThat(in.follow(in.browser.postAll(page(), fields)).uri().getPath()).isEqualTo("/login");

    HttpResponse<String> back =
        in.submit(
            "/login", "/login", Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
    assertThat(back.uri().getPath()).isEqualTo(page());
    assertThat(back.body()).contains("Nothing has been changed yet", "value=\"7:15\"");
    assertThat(week()).hasSize(5);
  }
}
