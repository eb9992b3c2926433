package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// The calendar.
class CalendarTest extends WindowTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final double HOUR = 44;
  private static final double GUTTER = 64;

  @TempDir Path elsewhere;

  @Test
  void movesAMeetingByDraggingItAndTellsTheInvitee() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      UUID id = DesktopFixture.book(server.address(), "intro", "Bob Brown", 1).booking().id();
      Instant before = ada.bookings().getBooking(id).start();
      LocalDate day = LocalDate.ofInstant(before, LONDON);
      open(server, day);
      awaitShown("#meeting-" + id);
      Node block = lookup("#meeting-" + id).query();
      Point2D from = centre(block);
      // Two hours later; the free times are shown meanwhile, and are the server's.
      drag(from).moveBy(0, HOUR);
      DesktopFixture.await(() -> !lookup(".free-time").queryAll().isEmpty());
      drop();
      DesktopFixture.await(() -> shows("#move-to"));
      type("#calendar-note", "A train in between.");
      assertThat(ada.bookings().getBooking(id).start()).isEqualTo(before);
      press("#calendar-move");
      DesktopFixture.await(() -> !ada.bookings().getBooking(id).start().equals(before));
      assertThat(ada.bookings().getBooking(id).start()).isEqualTo(before.plusSeconds(3600));
      DesktopFixture.await(() -> mails(elsewhere).contains("A train in between."));
      DesktopFixture.await(() -> !shows("#calendar-move"));
    }
  }

  @Test
  void saysWhyATimeIsFreeOrNotAsTheServerExplainsIt() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      LocalDate day =
          OffsetDateTime.parse(DesktopFixture.firstSlot(server.address(), "intro", 1).start())
              .toLocalDate();
      open(server, day);
      for (int hour : List.of(7, 10)) {
        Instant time = day.atTime(hour, 0).atZone(LONDON).toInstant();
        click(hour);
        DesktopFixture.await(() -> shows("#why"));
        var told = ada.bookings().explain("intro", time, null);
        DesktopFixture.await(
            () ->
                lookup("#why").query() != null
                    && reasons()
                        .equals(
                            told.reasons().stream()
                                .map(one -> "reason-" + one.code())
                                .collect(Collectors.toSet())));
        press("#calendar-close");
      }
      // Taken as busy, it is off the booking page, and the calendar says so.
      click(10);
      DesktopFixture.await(() -> shows("#why"));
      type("#busy-summary", "Dentist");
      press("#take-busy");
      Instant ten = day.atTime(10, 0).atZone(LONDON).toInstant();
      DesktopFixture.await(
          () ->
              ada
                  .everybody()
                  .listSlots(
                      "ada",
                      "intro",
                      new SlotsQuery(day, day, "Europe/London", null, null, "start"))
                  .starts()
                  .stream()
                  .map(start -> OffsetDateTime.parse(start).toInstant())
                  .noneMatch(ten::equals));
      DesktopFixture.await(() -> lookup("Dentist").tryQuery().isPresent());
    }
  }

  private Set<String> reasons() {
    return lookup(".why-reason").queryAll().stream()
        .flatMap(node -> node.getStyleClass().stream())
        .filter(style -> style.startsWith("reason-"))
        .collect(Collectors.toSet());
  }

  private void click(int hour) {
    Node grid = lookup("#grid").query();
    double x = GUTTER + (grid.getBoundsInLocal().getWidth() - GUTTER) / 2;
    Point2D at = grid.localToScreen(x, hour * HOUR + 4);
    clickOn(at, MouseButton.PRIMARY);
  }

  /// Returns all mail that the server has written.
  private static String mails(Path home) {
    try (Stream<Path> files = Files.list(home.resolve("mail"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return all.toString();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static Point2D centre(Node node) {
    return node.localToScreen(
        node.getBoundsInLocal().getWidth() / 2, node.getBoundsInLocal().getHeight() / 2);
  }

  /// Shows a day, from six in the morning on.
  private void open(EmbeddedServer server, LocalDate day) {
    begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    press("#place-calendar");
    awaitShown("#grid");
    press("#layout-day");
    LocalDate today = LocalDate.now(LONDON);
    for (LocalDate at = today; at.isBefore(day); at = at.plusDays(1)) {
      press("#calendar-on");
    }
    DesktopFixture.await(() -> lookup(".open-hours").queryAll().size() == 1);
    interact(
        () -> {
          ScrollPane scroll = lookup("#calendar-scroll").queryAs(ScrollPane.class);
          double hidden = 24 * HOUR - scroll.getViewportBounds().getHeight();
          scroll.setVvalue(6 * HOUR / hidden);
        });
  }
}
