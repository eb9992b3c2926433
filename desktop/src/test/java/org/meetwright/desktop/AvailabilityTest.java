package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.api.model.schedule.ApiSchedule.Weekly;
import org.meetwright.server.client.ApiClient;

/// The week, painted.
class AvailabilityTest extends WindowTest {
  private static final int PLAIN = 0;
  private static final int SHIFT = 1;
  private static final int CONTROL = 2;

  @TempDir Path elsewhere;

  @Test
  void paintsTheWeekByKeyboardAlone() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      open(server);
      DesktopFixture.await(() -> said("#day-1-hours").contains("8"));
      for (int day = 0; day < columnOfMonday(); day++) {
        key(KeyCode.RIGHT, PLAIN);
      }
      // Monday from 9 to 10 is closed, and Tuesday gets the hours of Monday.
      key(KeyCode.DOWN, SHIFT);
      key(KeyCode.SPACE, PLAIN);
      key(KeyCode.C, CONTROL);
      key(KeyCode.RIGHT, PLAIN);
      key(KeyCode.V, CONTROL);
      DesktopFixture.await(() -> lookup(".row-title").tryQuery().isPresent());
      assertThat(hours(ada)).contains(new Weekly("MONDAY", "09:00", "17:00"));
      press("#save");
      DesktopFixture.await(
          () ->
              hours(ada)
                  .containsAll(
                      List.of(
                          new Weekly("MONDAY", "10:00", "17:00"),
                          new Weekly("TUESDAY", "10:00", "17:00"),
                          new Weekly("WEDNESDAY", "09:00", "17:00"))));
      DesktopFixture.await(() -> lookup("#save").query().isDisabled());

      key(KeyCode.SPACE, PLAIN);
      assertThat(lookup("#save").query().isDisabled()).isFalse();
      key(KeyCode.Z, CONTROL);
      assertThat(lookup("#save").query().isDisabled()).isTrue();
      key(KeyCode.SPACE, PLAIN);
      press("#discard");
      assertThat(lookup("#save").query().isDisabled()).isTrue();
    }
  }

  @Test
  void paintsByMouse() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      open(server);
      DesktopFixture.await(() -> said("#day-1-hours").contains("8"));
      Node week = lookup("#week").query();
      // In the column of Monday, from half past 17 to 19.
      double column = (week.getBoundsInLocal().getWidth() - 64) / 7;
      double x = 64 + column * (columnOfMonday() + 0.5);
      Point2D from = week.localToScreen(x, 17.6 * 26);
      Point2D to = week.localToScreen(x, 18.7 * 26);
      drag(from).dropTo(to);
      press("#save");
      DesktopFixture.await(() -> hours(ada).contains(new Weekly("MONDAY", "17:30", "19:00")));
    }
  }

  @Test
  void takesTheSlotsOfADateOffTheBookingPageByMouse() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      LocalDate date =
          OffsetDateTime.parse(DesktopFixture.firstSlot(server.address(), "intro", 1).start())
              .toLocalDate();
      open(server);
      DesktopFixture.await(() -> said("#day-1-hours").contains("8"));
      press("#show-dates");
      awaitShown("#date-" + date);
      clickOn("#date-" + date);
      clickOn("#date-off");
      DesktopFixture.await(() -> lookup("#changes .row-title").tryQuery().isPresent());
      clickOn("#save");
      DesktopFixture.await(
          () ->
              ada.schedules().listSchedules().getFirst().overrides().stream()
                  .anyMatch(one -> one.date().equals(date) && one.intervals().isEmpty()));
      String next = DesktopFixture.firstSlot(server.address(), "intro", 1).start();
      assertThat(OffsetDateTime.parse(next).toLocalDate()).isAfter(date);

      // An absence from another date on, and hours of its own there.
      LocalDate later = OffsetDateTime.parse(next).toLocalDate();
      press("#date-" + later);
      type("#date-hours", "13-12");
      press("#date-open");
      DesktopFixture.await(() -> !said("#date-hours-error").isEmpty());
      type("#date-hours", "10-12:30");
      press("#date-open");
      press("#save");
      DesktopFixture.await(
          () ->
              ada.schedules().listSchedules().getFirst().overrides().stream()
                  .flatMap(one -> one.intervals().stream())
                  .toList()
                  .equals(List.of(new ApiSchedule.Hours("10:00", "12:30"))));
      press("#absence-new");
      type("#absence-note", "At sea");
      press("#absence-save");
      DesktopFixture.await(() -> ada.schedules().listAbsences().size() == 1);
      assertThat(ada.schedules().listAbsences().getFirst().from()).isEqualTo(later.toString());
    }
  }

  /// The week begins as it does where the computer is.
  private static int columnOfMonday() {
    DayOfWeek first = WeekFields.of(Locale.getDefault()).getFirstDayOfWeek();
    return Math.floorMod(DayOfWeek.MONDAY.getValue() - first.getValue(), 7);
  }

  private void open(EmbeddedServer server) {
    begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    press("#place-availability");
    awaitShown("#week");
  }

  private void key(KeyCode code, int modifiers) {
    interact(
        () -> {
          Node week = lookup("#week").query();
          week.requestFocus();
          Event.fireEvent(
              week,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  code,
                  modifiers == SHIFT,
                  modifiers == CONTROL,
                  false,
                  false));
        });
  }

  private static List<Weekly> hours(ApiClient ada) {
    return ada.schedules().listSchedules().stream()
        .filter(ApiSchedule::isDefault)
        .findFirst()
        .orElseThrow()
        .weeklyHours();
  }
}
