package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.server.text.Translations;

/// What is new for a host, on a page that needs no script.
@ParameterizedClass
@EachDatabase
class NotificationPagesTest {
  private static final String PAGE = "/account/notifications";
  private static final String NEW = "<span class=\"badge waits\">New</span>";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private EventType type;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    in.server.addEventType("call", "\"description\": \"\"");
    type = in.core.eventTypes().list(in.ada).getFirst();
  }

  @AfterEach
  void close() {
    in.close();
  }

  private void tell(NewsKind what, UUID hostId, UUID subject) {
    in.core
        .database()
        .inTransaction(
            tx -> {
              News.tell(tx, what, List.of(hostId), subject, in.core.clock().instant());
              return 0;
            });
  }

  private static int count(String text, String part) {
    int found = 0;
    Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  @Test
  void showsWhatIsNewUntilTheHostMarksItAsRead() {
    assertThat(in.get(PAGE).body()).contains("Nothing is new.").doesNotContain("Mark all");
    assertThat(in.get("/account/bookings").body()).doesNotContain("New notifications");
    Booking booking = in.server.core.book(type, "2026-03-04T15:00:00Z", "bob@example.com");

    assertThat(in.get("/account/bookings").body())
        .contains("href=\"" + PAGE + "\"", "New notifications: 1");
    String page = in.get(PAGE).body();
    assertThat(page)
        .contains("Bob Brown", "has booked", "10:00", NEW)
        .contains("href=\"/account/bookings/" + booking.id() + "\"");
    // Looking changes nothing.
    assertThat(in.get(PAGE).body()).contains(NEW);
    assertThat(in.core.news().unread(in.ada)).isOne();

    String upTo = page.replaceAll("(?s).*name=\"upTo\" value=\"([0-9]+)\".*", "$1");
    in.server.core.book(type, "2026-03-05T15:00:00Z", "eve@example.com");
    String marked = in.submit(PAGE, PAGE + "/read", Map.of("upTo", upTo)).body();
    assertThat(marked).contains("All of them are marked as read.");
    assertThat(count(marked, NEW)).as("what came after the page was made stays new").isOne();
    assertThat(in.core.news().unread(in.ada)).isOne();
    for (String wrong : List.of("", "x", "-1", "99999999999999999999", "999999999")) {
      in.submit(PAGE, PAGE + "/read", Map.of("upTo", wrong));
      assertThat(in.core.news().unread(in.ada)).as(wrong).isOne();
    }
    assertThat(in.browser.post(PAGE + "/read", Map.of("upTo", "2")).statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(in.core.news().unread(in.ada)).isOne();
  }

  @Test
  void showsNobodyWhatIsNotHis() {
    Booking booking = in.server.core.book(type, "2026-03-04T15:00:00Z", "bob@example.com");
    Host grace = in.server.core.addHost("grace");
    tell(NewsKind.BOOKING_CREATED, grace.id(), booking.id());
    try (Browser browser = in.browserOf(grace.id())) {
      assertThat(browser.get(PAGE).body())
          .contains("no longer there")
          .doesNotContain("Bob Brown", booking.id().toString());
    }
    try (Browser stranger = new Browser(in.server.server.url())) {
      assertThat(Browser.location(stranger.get(PAGE))).contains("/login");
    }
  }

  @Test
  void goesOnWithEarlierOnes() {
    for (int i = 0; i < 30; i++) {
      tell(NewsKind.WEBHOOK_FAILING, in.ada, type.id());
    }
    String first = in.get(PAGE).body();
    assertThat(count(first, "A webhook fails")).isEqualTo(25);
    String next = first.replaceAll("(?s).*href=\"[^\"]*\\?before=([0-9]+)\".*", "$1");
    assertThat(count(in.get(PAGE + "?before=" + next).body(), "A webhook fails")).isEqualTo(5);
    assertThat(count(in.get(PAGE + "?before=soon").body(), "A webhook fails")).isEqualTo(25);
  }

  @Test
  void saysEverythingInTheHostsLanguage() {
    Booking booking = in.server.core.book(type, "2026-03-04T15:00:00Z", "bob@example.com");
    for (NewsKind what : NewsKind.values()) {
      tell(what, in.ada, booking.id());
    }
    for (var language : Translations.ALL) {
      var answer = in.get(PAGE + "?lang=" + language.toLanguageTag());
      assertThat(answer.statusCode()).as(language.toString()).isEqualTo(200);
      assertThat(answer.body())
          .contains("Bob Brown", "lang=\"" + language.toLanguageTag() + "\"")
          .doesNotContain(">news.", "{0}", "{1}");
    }
  }
}
