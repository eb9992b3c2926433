package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.CalendarFeed.FeedKind;
import org.meetwright.core.feed.Feeds;

/// The page of calendar feeds, on both databases.
@ParameterizedClass
@EachDatabase
class FeedPagesTest {
  private static final String PAGE = "/account/feeds";
  private static final Pattern ADDRESS =
      Pattern.compile("http://[^<\\s]+(/api/v1/feeds/[\\w-]{43}/meetings\\.ics)");

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

  private HttpResponse<String> make(String name, String what) {
    return in.submit(PAGE, PAGE, Map.of("name", name, "kind", what));
  }

  private List<CalendarFeed> feeds() {
    return in.core.feeds().list(in.ada);
  }

  private static String address(HttpResponse<String> page) {
    Matcher address = ADDRESS.matcher(page.body());
    assertThat(address.find()).as(page.body()).isTrue();
    return address.group(1);
  }

  @Test
  void showsAnAddressOnceThatCalendarsCanReadUntilItIsDeleted() {
    in.server.core.book(in.server.core.addEventType(type -> type), "2026-03-09T14:00:00Z");
    HttpResponse<String> made = make("Phone", "full");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    String address = address(made);
    try (Browser calendar = new Browser(in.server.server.url())) {
      assertThat(calendar.get(address).body()).contains("BEGIN:VEVENT", "Bob");
      assertThat(in.get(PAGE).body())
          .contains("Phone", "Everything about your meetings", "Last read")
          .doesNotContain("meetings.ics");

      String busy = address(make("", "busy"));
      assertThat(calendar.get(busy).body()).contains("BEGIN:VEVENT").doesNotContain("Bob");
      assertThat(feeds())
          .extracting(CalendarFeed::kind)
          .containsExactly(FeedKind.FULL, FeedKind.BUSY);
      assertThat(in.get(PAGE).body()).contains("Without a name", "Only when you are busy");

      String deleted =
          in.submit(PAGE, PAGE + "/" + feeds().getFirst().id() + "/end", Map.of()).body();
      assertThat(deleted).contains("The feed is deleted").doesNotContain("Phone");
      assertThat(calendar.get(address).statusCode()).isEqualTo(404);
      assertThat(calendar.get(busy).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysWhatIsWrongAndMakesNothing() {
    HttpResponse<String> refused = make("x".repeat(101), "busy");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("id=\"name-error\">", "x".repeat(101))
        .containsPattern("value=\"busy\" checked");
    assertThat(make("a\u0000b", "full").statusCode()).isEqualTo(400);
    assertThat(feeds()).isEmpty();
  }

  @Test
  void makesNoMoreThanAHostMayHave() {
    for (int i = 0; i < Feeds.MOST; i++) {
      in.core.feeds().add(in.ada, "Feed " + i, FeedKind.FULL);
    }
    HttpResponse<String> refused = make("One more", "full");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("You have 20 feeds", "value=\"One more\"");
    assertThat(feeds()).hasSize(Feeds.MOST);
  }

  @Test
  void deletesNobodyElses() {
    in.server.addHost("eve");
    var eve = in.core.hosts().find("eve").orElseThrow();
    in.core.feeds().add(eve.id(), "hers", FeedKind.FULL);
    var hers = in.core.feeds().list(eve.id()).getFirst();
    assertThat(in.get(PAGE).body()).doesNotContain("hers");
    in.submit(PAGE, PAGE + "/" + hers.id() + "/end", Map.of());
    assertThat(in.core.feeds().list(eve.id())).hasSize(1);
  }
}
