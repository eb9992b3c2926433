package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// The screen of what can be booked.
class EventTypesTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void makesAnEventTypeWhoseLinkWorks() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      DesktopFixture begun = open(server);
      press("#new-event-type");
      type("#type-name", "Über die Maschine");
      assertThat(typed("#type-slug")).isEqualTo("uber-die-maschine");
      type("#type-durationMinutes", "many");
      DesktopFixture.await(() -> !said("#type-durationMinutes-error").isEmpty());
      type("#type-durationMinutes", "45");
      DesktopFixture.await(() -> !shows("#type-durationMinutes-error"));
      press("#type-places-add");
      type("#type-place-0-value", "+44 20 7946 0958");
      unfold("#section-questions");
      press("#type-questions-add");
      type("#type-question-0-label", "What about?");
      // The month as invitees would see it, before anything is saved.
      DesktopFixture.await(() -> !lookup(".month-day.free").queryAll().isEmpty());
      press("#type-save");
      DesktopFixture.await(() -> ada.eventTypes().listEventTypes().size() == 2);
      ApiEventType made = type(ada, "uber-die-maschine");
      assertThat(made.durationMinutes()).isEqualTo(45);
      assertThat(made.locations().getFirst().value()).isEqualTo("+44 20 7946 0958");
      assertThat(made.questions().getFirst().label()).isEqualTo("What about?");
      assertThat(starts(server, made.slug())).isNotEmpty();

      DesktopFixture.await(() -> !lookup("#type-back").query().isDisabled());
      press("#type-back");
      press("#type-uber-die-maschine-copy");
      assertThat(begun.copied).contains(server.address() + "/ada/uber-die-maschine");
    }
  }

  @Test
  void saysAtItsFieldWhatTheServerRefusesAndKeepsWhatIsTyped() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      DesktopFixture.addEventType(ada, "other", false);
      var _ = open(server);
      press("#type-other-open");
      type("#type-name", "Another");
      unfold("#section-after");
      type("#type-redirectUrl", "ftp://example.org");
      DesktopFixture.await(() -> !said("#type-redirectUrl-error").isEmpty());
      type("#type-redirectUrl", "");
      type("#type-slug", "intro");
      DesktopFixture.await(() -> !said("#type-slug-error").isEmpty());
      press("#type-save");
      DesktopFixture.await(() -> !said("#type-slug-error").isEmpty());
      assertThat(typed("#type-slug")).isEqualTo("intro");
      assertThat(typed("#type-name")).isEqualTo("Another");
      assertThat(type(ada, "other").name()).isEqualTo("Introduction");
    }
  }

  @Test
  void tellsBeforeSavingWhatChangesAfterwards() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      var _ = open(server);
      press("#type-intro-open");
      type("#type-stepMinutes", "120");
      DesktopFixture.await(() -> said("#changes .row-title").matches(".* 0 .* \\d+ .*"));
      String told = said("#changes .row-title");
      List<String> before = starts(server, "intro");
      press("#type-save");
      DesktopFixture.await(() -> Integer.valueOf(120).equals(type(ada, "intro").stepMinutes()));
      List<String> after = starts(server, "intro");
      assertThat(before).containsAll(after).hasSizeGreaterThan(after.size());
      assertThat(told).contains(" " + (before.size() - after.size()) + " ");
    }
  }

  private void unfold(String section) {
    interact(() -> lookup(section).queryAs(TitledPane.class).setExpanded(true));
  }

  private DesktopFixture open(EmbeddedServer server) {
    DesktopFixture begun = begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    press("#place-eventTypes");
    awaitShown("#type-intro");
    return begun;
  }

  private static ApiEventType type(ApiClient ada, String slug) {
    return ada.eventTypes().listEventTypes().stream()
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the times of the next four weeks, as everybody is told them.
  private static List<String> starts(EmbeddedServer server, String slug) {
    try (ApiClient anyone = new ApiClient(server.address(), null)) {
      LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
      return anyone
          .everybody()
          .listSlots(
              "ada",
              slug,
              new SlotsQuery(today, today.plusDays(28), "Europe/London", null, null, "start"))
          .starts();
    }
  }
}
