package org.meetwright.desktop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.desktop.field.FileChoice;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.server.api.model.booking.ApiInviteeBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.slot.ApiSlot;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.InviteeCalls.BookAnswer;
import org.testfx.util.WaitForAsyncUtils;

/// The app on a real server and a real database, in a directory of its own.
final class DesktopFixture {
  static final String PASSWORD = "correct horse battery";
  static final String EMAIL = "ada@example.org";

  /// With room to spare: the machine may be busy.
  static final int PATIENCE_SECONDS = 60;

  private static final long MILLIS_BETWEEN_LOOKS = 150;

  private static final Map<String, String> ENVIRONMENT = Map.of("MEETWRIGHT_SERVER_PORT", "0");

  final List<String> browsed = new CopyOnWriteArrayList<>();
  final List<String> copied = new CopyOnWriteArrayList<>();
  private final Path home;
  private final Map<String, String> environment;

  DesktopFixture(Path home) {
    this(home, ENVIRONMENT);
  }

  DesktopFixture(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /// The dialogs of the system cannot be shown without a display: paths are typed.
  private record NoFiles() implements FileChoice {
    @Override
    public Optional<Path> existing(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> fresh(String title, String name) {
      return Optional.empty();
    }
  }

  Surroundings surroundings(String... arguments) {
    return surroundings(InstantSource.system(), arguments);
  }

  Surroundings surroundings(InstantSource clock, String... arguments) {
    return new Surroundings(
        Options.parse(List.of(arguments)),
        home,
        environment,
        clock,
        browsed::add,
        copied::add,
        new NoFiles());
  }

  /// Returns an app that shows its window.
  MainWindow begin(Stage stage, Surroundings surroundings) {
    MainWindow window = new MainWindow(surroundings, stage);
    window.begin();
    return window;
  }

  /// Starts a server elsewhere, with a host.
  static EmbeddedServer server(Path directory, String port) {
    EmbeddedServer server =
        EmbeddedServer.start(
            directory, Map.of("MEETWRIGHT_SERVER_PORT", port), InstantSource.system());
    if (server.handles().isEmpty()) {
      server.add(ada());
    }
    return server;
  }

  static NewAccount ada() {
    return new NewAccount(
        "Ada Lovelace", "ada", EMAIL, PASSWORD, ZoneId.of("Europe/London"), Locale.ENGLISH);
  }

  static void addEventType(ApiClient client, String slug, boolean asks) {
    EventTypeRequest plain = EventTypeRequest.of(slug, "Introduction", 30, null);
    var _ = client.eventTypes().addEventType(asks ? plain.requiringApproval() : plain);
  }

  /// Returns the first free time of a date or later, as everybody is told it.
  static ApiSlot firstSlot(URI server, String slug, int daysAhead) {
    try (ApiClient anyone = new ApiClient(server, null)) {
      LocalDate from = LocalDate.now(ZoneId.of("UTC")).plusDays(daysAhead);
      SlotsQuery query = new SlotsQuery(from, null, "UTC", null, null, null);
      return Objects.requireNonNull(anyone.everybody().getFirstSlot("ada", slug, query).slot());
    }
  }

  /// Books the first free time of a date or later, as an invitee does.
  static ApiInviteeBooking book(URI server, String slug, String name, int daysAhead) {
    Instant start = OffsetDateTime.parse(firstSlot(server, slug, daysAhead).start()).toInstant();
    try (ApiClient anyone = new ApiClient(server, null)) {
      String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
      BookAnswer answer =
          anyone
              .invitee()
              .book(
                  new BookingRequest(
                      "ada",
                      slug,
                      start,
                      new BookingRequest.Invitee(name, email, "Europe/Berlin", null)),
                  null);
      return ((BookAnswer.Booked) answer).booking();
    }
  }

  /// Waits until something is so, as the window's thread sees it. It looks a few times a second:
  /// more questions to a server than a client may ask would keep the window waiting as well.
  static void await(Callable<Boolean> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, condition)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "It was not so within " + PATIENCE_SECONDS + " s; the window says " + said());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_LOOKS));
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static List<String> said() {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE_SECONDS * 1000L,
        () ->
            Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
  }
}
