package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.desktop.bookings.BookingsView;
import org.meetwright.desktop.bookings.BookingsViewModel;
import org.meetwright.desktop.connection.ConnectionException;
import org.meetwright.desktop.connection.RemoteServer;
import org.meetwright.desktop.connection.ServerConnection;
import org.meetwright.server.client.ApiClient;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a real server with a real database.
class BookingsWindowTest extends ApplicationTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("MEETWRIGHT_SERVER_PORT", "0");

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> opened = new ArrayList<>();
  @TempDir Path home;
  private Stage stage;

  @Override
  public void start(Stage given) {
    stage = given;
  }

  @AfterEach
  void end() {
    background.shutdownNow();
  }

  @Test
  void showsTheServersAddressAndTheHostsBookings() throws Exception {
    try (Core core = open()) {
      book(core, addHost(core));
    }
    try (ServerConnection connection =
            Connecting.connect(Map.of("home", home.toString()), ENVIRONMENT);
        ApiClient client = connection.client()) {
      BookingsViewModel model = show(client);
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !model.lines().isEmpty());
      assertThat(lookup("#address").queryLabeled().getText())
          .isEqualTo(connection.address().toString());
      assertThat(model.hostProperty().get()).isEqualTo("Ada Lovelace");
      assertThat(model.lines().getFirst().title()).isEqualTo("Intro call with Bob Brown");
      assertThat(lookup("Intro call with Bob Brown").tryQuery()).isPresent();
      clickOn("#address");
      assertThat(opened).containsExactly(connection.address().toString());
    }
  }

  @Test
  void seesANewBookingWhenAsked() throws Exception {
    EventType type;
    try (Core core = open()) {
      type = addHost(core);
    }
    try (ServerConnection connection =
            Connecting.connect(Map.of("home", home.toString()), ENVIRONMENT);
        ApiClient client = connection.client();
        Core core = open()) {
      BookingsViewModel model = show(client);
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !model.hostProperty().get().isEmpty());
      assertThat(lookup("No bookings from today on").tryQuery()).isPresent();
      book(core, type);
      clickOn("#refresh");
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> model.lines().size() == 1);
    }
  }

  @Test
  void saysWhatToDoWithoutAHost() {
    assertThatThrownBy(() -> Connecting.connect(Map.of("home", home.toString()), ENVIRONMENT))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("meetwright host add");
  }

  @Test
  void saysThatAServerElsewhereCannotBeReached() throws Exception {
    ServerConnection nowhere =
        Connecting.connect(
            Map.of("server", "http://127.0.0.1:1/"), Map.of(Connecting.TOKEN, "mw_secret"));
    assertThat(nowhere)
        .isInstanceOf(RemoteServer.class)
        .hasToString("RemoteServer[http://127.0.0.1:1]");
    try (ApiClient client = nowhere.client()) {
      BookingsViewModel model = show(client);
      WaitForAsyncUtils.waitFor(
          20, TimeUnit.SECONDS, () -> !model.problemProperty().get().isEmpty());
      assertThat(lookup("#problem").queryLabeled().getText()).contains("http://127.0.0.1:1");
    }
  }

  @Test
  void wantsATokenForAServerElsewhere() {
    Map<String, String> elsewhere = Map.of("server", "https://meet.example.org");
    assertThatThrownBy(() -> Connecting.connect(elsewhere, Map.of()))
        .hasMessageContaining(Connecting.TOKEN);
    assertThatThrownBy(
            () -> Connecting.connect(Map.of("server", "meet"), Map.of(Connecting.TOKEN, "t")))
        .hasMessageContaining("https://");
  }

  private BookingsViewModel show(ApiClient client) {
    BookingsViewModel model =
        new BookingsViewModel(client, Clock.systemUTC(), background, Platform::runLater);
    interact(
        () -> {
          DesktopApplication.useTheme();
          stage.setScene(DesktopApplication.scene(new BookingsView(model, opened::add).root()));
          stage.show();
          model.refresh();
        });
    return model;
  }

  private Core open() {
    Database database = Database.open(DatabaseSettings.h2In(home));
    database.migrations().migrate();
    return Core.on(database, Clock.systemUTC());
  }

  private static EventType addHost(Core core) {
    var host =
        core.hosts()
            .add(
                new NewHost(
                    new Handle("ada"),
                    "Ada Lovelace",
                    new EmailAddress("ada@example.org"),
                    ZoneId.of("Asia/Kathmandu"),
                    Locale.ENGLISH,
                    null,
                    Role.HOST));
    return core.eventTypes()
        .add(
            new EventType(
                Ids.next(),
                host.id(),
                Listing.of("intro", "Intro call", ""),
                Timing.ofMinutes(30),
                Bounds.of(0, new BookingWindow.Rolling(30)),
                Attendance.of(new Assignment.OneHost(), null),
                new Correspondence(List.of(), List.of()),
                Policies.FREE));
  }

  private static void book(Core core, EventType type) {
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    long start =
        core.availability().slots(type, today, today.plusDays(7), ZoneId.of("UTC")).starts()[0];
    Invitee bob =
        new Invitee(
            "Bob Brown",
            new EmailAddress("bob@example.com"),
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH);
    core.bookingDesk()
        .book(BookRequest.of(type.id(), Instant.ofEpochSecond(start), bob), Actor.INVITEE);
  }
}
