package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.calendar.script.MemoryDav;
import org.meetwright.server.pages.account.Walks.Window;
import org.meetwright.server.text.Translations;

/// The page of calendars with an account in each state and a problem of each kind, and the page of
/// notifications, in all languages, in the light and in the dark, wide and narrow; and by keyboard.
@Tag("browser")
class CalendarStatesWalkTest {
  private static final String PAGE = "/account/calendars";
  private static final String ACCOUNTS = "/api/v1/calendar-accounts/";
  private static final String TEN = "2026-03-12T14:00:00Z";

  private static final String TOO_LONG =
      """
      () => [...document.querySelectorAll('.rooms > ul a, main .button, main button:not(.unseen)')]
        .filter(element => element.checkVisibility() && element.scrollWidth > element.clientWidth)
        .map(element => element.textContent)
      """;

  @RegisterExtension static final Walks WALKS = new Walks();

  private static SignedIn in;
  private static MemoryDav dav;
  private static final List<CalendarFile> FILES = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    in = new SignedIn(DatabaseKind.H2, true);
    dav = new MemoryDav("/dav/").asksFor("ada", "right");
    dav.put("dentist.ics", event("dentist", "20260313T140000Z"));
    meetings();
    file("Family").says(one(1));
    CalendarFile refused = file("Company");
    CalendarFile failing = file("كرة القدم");
    CalendarFile emptied = file("A club with a rather long name, as clubs tend to have them");
    file("An old office");
    List<UUID> ids = new ArrayList<>();
    for (CalendarFile file : FILES) {
      ids.add(connect(ProviderKind.ICS, file.url(), "", ""));
    }
    ids.forEach(CalendarStatesWalkTest::sync);
    UUID paused = ids.getFirst();
    in.server.asHost("PATCH", ACCOUNTS + paused, "{\"paused\": true}");
    refused.asksFor("ada", "other");
    failing.fails(500);
    emptied.says();
    ids.forEach(CalendarStatesWalkTest::sync);
    ids.forEach(CalendarStatesWalkTest::sync);
    assertThat(in.core.calendarConnections().find(in.ada, ids.get(1)).orElseThrow().state())
        .isEqualTo(ConnectionState.REAUTH);
    // Its events are deleted at once where the service answers: here it stays so.
    in.server.core.sql(
        "UPDATE calendar_connection SET state = 'removing' WHERE id = '" + ids.getLast() + "'");
  }

  @AfterAll
  static void close() {
    in.close();
    dav.close();
    FILES.forEach(CalendarFile::close);
  }

  private static String one(int number) {
    return CalendarFile.event("E" + number, "2026031%dT140000Z".formatted(number), "Dentist");
  }

  private static CalendarFile file(String name) {
    CalendarFile file = new CalendarFile("/s3cret.ics");
    file.says("X-WR-CALNAME:" + name + "\r\n", one(1), one(2), one(3), one(4), one(5));
    FILES.add(file);
    return file;
  }

  private static String event(String uid, String start) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        + CalendarFile.event(uid, start, "Dentist")
        + "END:VCALENDAR\r\n";
  }

  private static UUID connect(ProviderKind kind, String url, String user, String password) {
    AddOutcome.Added added =
        (AddOutcome.Added)
            in.core
                .calendarConnections()
                .add(in.ada, new NewConnection(kind, "", new AccountAccess(url, user, password)));
    return added.connection().id();
  }

  private static void sync(UUID account) {
    in.server.core.clock.advance(Duration.ofSeconds(1));
    Answer _ = in.server.asHost("POST", ACCOUNTS + account + "/sync", "");
  }

  /// One that the host has moved there, and one that has become taken twice.
  private static void meetings() throws Exception {
    UUID account = connect(ProviderKind.CALDAV, dav.url(), "ada", "right");
    Calendar calendar =
        in.core.calendarConnections().calendars(in.ada, account).orElseThrow().getFirst();
    in.core.calendarChoices().choose(in.ada, calendar.id(), new Choice(null, null, true));
    sync(account);
    EventType type = in.server.core.addEventType(one -> one);
    in.server.core.book(type, TEN, "bob@example.com");
    Patience.until(() -> dav.events().size() == 2);
    sync(account);
    String name =
        dav.events().keySet().stream()
            .filter(one -> !one.equals("dentist.ics"))
            .findFirst()
            .orElseThrow();
    dav.put(name, dav.events().get(name).replace("20260312T14", "20260312T18"));
    in.server.core.book(type, "2026-03-17T14:00:00Z", "eve@example.com");
    Patience.until(() -> dav.events().size() == 3);
    dav.put("late.ics", event("late", "20260317T140000Z"));
    Patience.until(
        () -> {
          sync(account);
          return in.core.calendarProblems().of(in.ada).size() == 2;
        });
  }

  private Walk begin(int width, String locale, ColorScheme scheme) {
    String prefix = scheme == ColorScheme.DARK ? "calendar-states-dark-" : "calendar-states-";
    Walk walk =
        WALKS.begin(in.server, prefix, new Window(width, locale, scheme), options -> options);
    String session = in.access.sessions().begin(in.ada, "Test").token();
    walk.context.addCookies(
        List.of(new Cookie("meetwright", session).setUrl(in.server.server.url().toString())));
    return walk;
  }

  @ParameterizedTest
  @CsvSource({
    "1280, en, LIGHT",
    "1280, de, DARK",
    "1280, ar, LIGHT",
    "375, ar, DARK",
    "320, pt, LIGHT"
  })
  void showEachStateWithItsReason(int width, String locale, ColorScheme scheme) {
    try (Walk walk = begin(width, locale, scheme)) {
      walk.page.navigate(PAGE + "?lang=" + locale);
      assertThat(walk.page.locator("section form[action*='/decide']").count()).isEqualTo(4);
      walk.look("list");
      walk.page.navigate("/account/notifications?lang=" + locale);
      walk.look("notifications");
      walk.page.navigate(PAGE + "?lang=" + locale);
      for (int i = 1; i <= 2; i++) {
        walk.page.click(".group:nth-child(" + i + ") > summary");
      }
      walk.look("connect");
      walk.page.click(".entry-head a >> nth=1");
      walk.look("account");
      walk.assertNothingIsWrong();
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void fitInEachLanguage() {
    try (Walk walk = begin(320, "en", ColorScheme.LIGHT)) {
      for (Locale language : Translations.ALL) {
        for (String path : List.of(PAGE, "/account/notifications")) {
          String tag = language.toLanguageTag();
          walk.page.navigate(path + "?lang=" + tag);
          assertThat(walk.page.getAttribute("html", "lang")).isEqualTo(tag);
          assertThat(walk.page.getAttribute("html", "dir"))
              .isEqualTo(tag.equals("ar") ? "rtl" : "ltr");
          walk.look(path.replaceFirst(".*/", "") + "-" + tag);
          walk.add(tag + " runs out of its place", (List<String>) walk.page.evaluate(TOO_LONG));
        }
      }
      walk.assertNothingIsWrong();
    }
  }

  @Test
  void areConnectedChosenAndLookedThroughWithoutAMouse() throws IOException {
    try (Walk walk = begin(1280, "en-GB", ColorScheme.LIGHT);
        MemoryDav another = new MemoryDav("/other/").asksFor("ada", "pass")) {
      Page page = walk.page;
      page.navigate(PAGE);
      int before = in.core.calendarConnections().list(in.ada).size();
      tabTo(page, ".group:nth-child(2) > summary");
      page.keyboard().press("Enter");
      tabTo(page, "#caldav\\.url");
      page.keyboard().type(another.url());
      tabTo(page, "#caldav\\.user");
      page.keyboard().type("ada");
      tabTo(page, "#caldav\\.password");
      page.keyboard().type("wrong");
      page.keyboard().press("Enter");
      page.waitForSelector("#caldav\\.password-error");
      tabTo(page, "#caldav\\.password");
      page.keyboard().type("pass");
      page.keyboard().press("Enter");
      page.waitForSelector(".notice.done");
      assertThat(in.core.calendarConnections().list(in.ada)).hasSize(before + 1);

      UUID added = in.core.calendarConnections().list(in.ada).getLast().id();
      String calendar =
          in.core.calendarConnections().calendars(in.ada, added).orElseThrow().getFirst().id() + "";
      tabTo(page, "input[name=busy][value='" + calendar + "']");
      page.keyboard().press("Space");
      tabTo(page, "form[action$='/choose'] button.primary");
      page.keyboard().press("Enter");
      page.waitForSelector(".notice.done");
      assertThat(page.isChecked("input[name=busy][value='" + calendar + "']")).isFalse();
      tabTo(page, "button[form='sync-" + added + "']");
      page.keyboard().press("Enter");
      page.waitForSelector(".notice.done");
      tabTo(page, "a[href$='" + added + "']");
      page.keyboard().press("Enter");
      page.waitForSelector(".more > summary");
      tabTo(page, ".more > summary");
      page.keyboard().press("Enter");
      tabTo(page, "form[action$='/remove'] button");
      page.keyboard().press("Enter");
      page.waitForSelector(".notice.done");
      assertThat(in.core.calendarConnections().list(in.ada)).hasSize(before);

      page.navigate("/account/notifications");
      tabTo(page, "form[action$='/read'] button");
      page.keyboard().press("Enter");
      page.waitForSelector(".notice.done");
      assertThat(in.core.news().unread(in.ada)).isZero();
      tabTo(page, "main .credentials a");
      page.keyboard().press("Enter");
      page.waitForURL("**/account/**");
      walk.assertNothingIsWrong();
    }
  }

  /// Presses Tab until something is focused, and looks whether each stop on the way can be seen.
  private static void tabTo(Page page, String selector) {
    for (int presses = 0; presses < 120; presses++) {
      page.keyboard().press("Tab");
      Object stop =
          page.evaluate(
              """
              selector => {
                const focused = document.activeElement;
                const box = focused.getBoundingClientRect();
                const visible = box.width > 1 && box.height > 1 && box.bottom > 0
                  && box.top < window.innerHeight;
                const outlined = getComputedStyle(focused).outlineStyle !== 'none'
                  || getComputedStyle(focused.closest('.option') || focused).outlineStyle !== 'none';
                return focused === document.body ? 'further'
                  : !visible || !outlined ? 'unseen: ' + focused.outerHTML
                  : focused.matches(selector) ? 'there' : 'further';
              }
              """,
              selector);
      assertThat(stop.toString()).doesNotStartWith("unseen");
      if (stop.equals("there")) {
        return;
      }
    }
    throw new AssertionError("Not reached by the keyboard: " + selector);
  }
}
