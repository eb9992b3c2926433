package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.team.Team;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.pages.account.Walks.Window;

/// A host changes in a real browser what can be booked, with and without scripts; axe-core looks at
/// each state. What they look like is put into `server/target/pictures`.
@Tag("browser")
class HostRoomsWalkTest {
  /// What can be pressed has to be this large, in CSS pixels; links within a text need not.
  private static final String SMALL =
      """
      () => [...document.querySelectorAll(
          'main button:not(.unseen, .skip), main input:not([type=hidden]), main select, main .button, summary')]
        .map(element => element.closest('.option') ?? element)
        .filter(element => element.checkVisibility())
        .filter(element => element.getBoundingClientRect().height < 43.5
            || element.getBoundingClientRect().width < 43.5)
        .map(element => element.outerHTML.slice(0, 120))
      """;

  @RegisterExtension static final Walks WALKS = new Walks();

  private SignedIn in;
  private Walk walk;
  private Page page;

  @ParameterizedTest
  @CsvSource({"1280, en-GB, LIGHT, false", "375, de-DE, DARK, true"})
  void everythingCanBeDone(int width, String locale, ColorScheme scheme, boolean scripts) {
    try (SignedIn signedIn = new SignedIn(DatabaseKind.H2, true);
        Walk begun =
            WALKS.begin(
                signedIn.server, "host-", new Window(width, locale, scheme), options -> options)) {
      walk = begun;
      page = walk.page;
      in = signedIn;
      String session = in.access.sessions().begin(in.ada, "Test").token();
      walk.context.addCookies(
          List.of(new Cookie("meetwright", session).setUrl(in.server.server.url().toString())));
      if (!scripts) {
        walk.loadNoScripts();
      }

      changesHours(scripts);
      makesAnEventType(scripts);
      makesATeam();
      addsAWebhook();
      connectsACalendar();
      makesAFeed();
      walk.assertNothingIsWrong();
    }
  }

  @SuppressWarnings("unchecked")
  private void look(String state) {
    walk.look(state);
    walk.add(state + " is small", (List<String>) page.evaluate(SMALL));
  }

  private void makesAFeed() {
    page.navigate("/account/feeds");
    look("feeds");
    page.fill("#name", "Phone");
    page.click("form[data-once] button[type=submit]");
    page.waitForSelector("#made");
    look("feed-made");
    assertThat(page.inputValue("#made")).endsWith("/meetings.ics");
    in.server.core.sql("UPDATE webhook SET failing_since = created_at");
    page.navigate("/account/bookings");
    look("bookings-problems");
  }

  private void press(String wish) {
    page.click("form button[name=do][value='" + wish + "']:not(.unseen)");
  }

  private void changesHours(boolean scripts) {
    page.navigate("/account/hours");
    look("hours");
    page.click(".credentials a.button");
    page.waitForSelector("#MONDAY-0-from");
    look("schedule");

    page.fill("#MONDAY-0-to", "12");
    press("add.MONDAY");
    page.waitForSelector("#MONDAY-1-from");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("MONDAY-1-from");
    page.fill("#MONDAY-1-from", "13 Uhr");
    page.fill("#MONDAY-1-to", "noon");
    press("remove.WEDNESDAY.0");
    page.waitForCondition(() -> page.locator("#WEDNESDAY-0-from").count() == 0);
    press("add.date");
    page.waitForSelector("#date-0");
    page.fill("#date-0", "2026-12-24");
    press("save");
    page.waitForSelector("#MONDAY-1-error");
    look("schedule-wrong");
    assertThat(page.inputValue("#MONDAY-1-to")).isEqualTo("noon");
    page.fill("#MONDAY-1-to", "5pm");
    // The key that sends a form saves it, and does not press the first button of a row.
    page.press("#MONDAY-1-to", "Enter");
    page.waitForSelector(".notice.done");
    look("schedule-saved");

    Schedule saved = in.core.schedules().list(in.ada).getFirst();
    assertThat(saved.weeklyHours().stream().map(WeeklyHours::hours).map(LocalHours::toString))
        .containsExactly("09:00-12:00", "13:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00");
    assertThat(saved.overrides()).hasSize(1);
    page.selectOption("#country", "DE");
    if (!scripts) {
      press("place");
    }
    page.waitForSelector(".holidays");
    press("add.travel");
    page.waitForSelector("#travel-0");
    page.fill("#travel-0", "2026-05-01");
    page.fill("#travel-0-to", "2026-05-09");
    page.fill("#travel-0-zone", "Tokyo");
    press("see");
    page.waitForSelector("#changes");
    look("schedule-changes");
    press("save");
    page.waitForSelector(".notice.done");
    page.navigate("/account/absences");
    page.fill("#from", "2026-07-01");
    page.fill("#to", "2026-07-14");
    press("see");
    page.waitForSelector("#changes");
    press("save");
    page.waitForSelector(".notice.done");
    look("absences");
  }

  private void makesAnEventType(boolean scripts) {
    page.navigate("/account/event-types");
    look("types-none");
    page.click("button[name=template][value=meeting]");
    page.waitForSelector("form.eventtype");
    look("type");
    page.fill("#name", "Deep dive");
    unfold();
    press("add.location");
    page.waitForSelector("#location-0");
    if (scripts) {
      assertThat(page.isVisible("#maxPerDay")).as("what was unfolded stays so").isTrue();
    }
    unfold();
    page.selectOption("#location-0", "generated_link");
    page.fill("#location-0-value", "nowhere");
    page.fill("#maxPerDay", "three");
    press("add.question");
    page.waitForSelector("#question-0");
    page.fill("#question-0", "What about?");
    press("save");
    page.waitForSelector("#location-0-error");
    unfold();
    look("type-wrong");
    assertThat(page.inputValue("#question-0")).isEqualTo("What about?");
    page.fill("#location-0-value", "https://meet.example.org/{random}");
    page.fill("#maxPerDay", "3");
    press("save");
    page.waitForSelector(".notice.done");
    assertThat(in.core.eventTypes().list(in.ada).getFirst().name()).isEqualTo("Deep dive");
    page.click(".ways a >> nth=0");
    page.waitForSelector(".days");
    look("type-month");
    page.navigate("/account/event-types");
    page.click(".row-more summary");
    look("types");
    press("link");
    page.waitForSelector("#made");
    look("types-link");
    page.navigate("/account/event-types/new");
    look("types-new");
  }

  private void unfold() {
    while (page.locator(".group:not([open])").count() > 0) {
      page.locator(".group:not([open]) > summary").first().click();
    }
  }

  private void makesATeam() {
    in.server.addHost("charles");
    page.navigate("/account/teams");
    look("teams");
    page.fill("#name", "The crew");
    page.fill("#handle", "crew");
    page.click("form[action='/account/teams'] button[type=submit]");
    page.waitForSelector("#member-0");
    press("add.member");
    page.waitForSelector("#member-1");
    page.fill("#member-1", "charles");
    press("save");
    page.waitForSelector(".notice.done");
    look("team");
    Team team = in.core.teams().list(in.ada).getFirst();
    assertThat(team.members()).hasSize(2);
    EventType turn =
        in.server.core.addEventType(
            type -> type.slug("turn").assignment(new Assignment.RoundRobin(team.id())));
    in.server.core.book(turn, "2026-03-05T15:00:00Z", "bob@example.com");
    page.click(".ways a[href$='/bookings']");
    page.waitForSelector(".booked");
    look("colleagues");
  }

  private void addsAWebhook() {
    page.navigate("/account/webhooks");
    page.fill("#url", "https://example.invalid/hook");
    page.click("form[action='/account/webhooks'] button[type=submit]");
    page.waitForSelector("#made");
    look("webhooks");
    page.click(".row-name");
    page.waitForSelector("button[value=test]");
    press("test");
    page.waitForSelector("button[name=delivery]");
    look("webhook");
  }

  private void connectsACalendar() {
    page.navigate("/account/calendars");
    look("calendars-none");
    try (CalendarFile file = new CalendarFile("/s3cret.ics")) {
      file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
      page.click(".group:nth-child(1) > summary");
      page.fill("#ics\\.url", "http://127.0.0.1:9/");
      page.click("form:has(#ics\\.url) button[type=submit]");
      page.waitForSelector("#ics\\.url-error");
      page.click(".group:nth-child(2) > summary");
      look("calendars-wrong");
      page.fill("#ics\\.url", file.url());
      page.click("form:has(#ics\\.url) button[type=submit]");
      page.waitForSelector(".calendars");
      page.click("button[form^=sync-]");
      page.waitForSelector(".notice.done");
      look("calendars");
      assertThat(busyTimes()).isEqualTo(1);
      page.uncheck("input[name=busy]");
      page.click("form[action$='/choose'] button.primary");
      page.waitForSelector(".notice.done");
      assertThat(busyTimes()).isZero();
      assertThat(page.isChecked("input[name=busy]")).isFalse();
      page.check("input[name=busy]");
      page.click("form[action$='/choose'] button.primary");
      page.waitForSelector(".notice.done");
      file.fails(500);
      page.click("button[form^=sync-]");
      page.waitForSelector(".badge.ended");
      look("calendars-failing");
      page.click(".entry-head a");
      page.waitForSelector("button[value=pause]");
      press("pause");
      page.waitForSelector("button[value=resume]");
      page.fill("#name", "Diary");
      press("save");
      page.waitForSelector(".notice.done");
      page.click(".more > summary");
      look("calendar");
      page.click("form[action$='/remove'] button");
      page.waitForSelector(".notice.done");
      assertThat(in.core.calendarConnections().list(in.ada)).isEmpty();
    }
  }

  private long busyTimes() {
    return in.core.busyTimes().list(in.ada, null, null, 10).size();
  }
}
