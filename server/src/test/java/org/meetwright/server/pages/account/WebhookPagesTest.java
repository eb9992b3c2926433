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
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;

@ParameterizedClass
@EachDatabase
class WebhookPagesTest {
  private static final String LIST = "/account/webhooks";
  private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]{40,}");
  private static final Pattern DELIVERY = Pattern.compile("name=\"delivery\" value=\"([^\"]+)\"");

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

  private Webhook webhook() {
    return in.core.webhooks().list(in.ada).getFirst();
  }

  private String page() {
    return LIST + "/" + webhook().id();
  }

  private HttpResponse<String> make(String url, String event) {
    return in.submit(LIST, LIST, Map.of("url", url, "event", event));
  }

  private HttpResponse<String> press(String wish) {
    return in.submit(page(), page(), Map.of("do", wish));
  }

  @Test
  void showsTheSecretOnce() {
    HttpResponse<String> made = make("https://example.invalid/hook", "booking.created");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    Matcher secret = SECRET.matcher(made.body());
    assertThat(secret.find()).isTrue();
    assertThat(secret.group()).isEqualTo(webhook().secret().value());
    assertThat(in.get(LIST).body()).doesNotContain("whsec_");
    assertThat(in.get(page()).body()).doesNotContain("whsec_");
    assertThat(webhook().events()).containsExactly(WebhookEvent.CREATED);

    Matcher rotated = SECRET.matcher(press("rotate").body());
    assertThat(rotated.find()).isTrue();
    assertThat(rotated.group()).isNotEqualTo(secret.group()).isEqualTo(webhook().secret().value());
  }

  @Test
  void refusesWhatTheApiRefuses() {
    for (String url : List.of("nothing", "ftp://example.org/", "https://a:b@example.org/")) {
      HttpResponse<String> wrong = make(url, "booking.created");
      assertThat(wrong.statusCode()).as(url).isEqualTo(400);
      assertThat(wrong.body()).contains("id=\"url-error\"");
    }
    assertThat(make("http://127.0.0.1:1/", "booking.created").body())
        .contains("own network", "http://127.0.0.1:1/");
    assertThat(make("https://example.invalid/", "nothing").body())
        .contains("Choose at least one event.");
    assertThat(in.core.webhooks().list(in.ada)).isEmpty();
  }

  @Test
  void triesSwitchesReplaysChangesAndDeletes() {
    make("https://example.invalid/hook", "booking.created");
    String tested = press("test").body();
    assertThat(tested).contains("webhook.test", "Failed");
    Matcher delivery = DELIVERY.matcher(tested);
    assertThat(delivery.find()).isTrue();
    Map<String, String> again = Map.of("delivery", delivery.group(1));

    assertThat(press("off").body()).contains("nothing is sent to it", "Switch on");
    assertThat(webhook().active()).isFalse();
    assertThat(in.submit(page(), page() + "/replay", again).body())
        .contains("It was not sent again");
    assertThat(press("on").body()).contains("The webhook is on.");
    assertThat(in.submit(page(), page() + "/replay", again).body())
        .contains("It is being sent again.");

    in.submit(
        page(),
        page(),
        Map.of("do", "save", "url", "https://example.invalid/other", "event", "booking.no_show"));
    assertThat(webhook().url().toString()).isEqualTo("https://example.invalid/other");
    assertThat(webhook().events()).containsExactly(WebhookEvent.NO_SHOW);

    String page = page();
    assertThat(press("delete").body()).contains("The webhook is deleted.");
    assertThat(in.get(page).statusCode()).isEqualTo(404);
    assertThat(in.browser.post(LIST, Map.of("csrf", "x")).statusCode()).isEqualTo(400);
  }

  @Test
  void isNobodyElses() {
    String charles = in.server.addHost("charles");
    String id =
        in.server
            .as(charles, "POST", "/api/v1/webhooks", "{\"url\": \"https://example.invalid/\"}")
            .body()
            .path("id")
            .asString();
    assertThat(in.get(LIST + "/" + id).statusCode()).isEqualTo(404);
    assertThat(in.submit(LIST, LIST + "/" + id, Map.of("do", "delete")).statusCode())
        .isEqualTo(404);
  }
}
