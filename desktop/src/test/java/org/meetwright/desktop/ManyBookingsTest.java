package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.database.Database;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.settings.source.SettingsSources;
import org.testfx.util.WaitForAsyncUtils;

/// Scrolls through 100,000 bookings, and measures how long the window stands still meanwhile. Not
/// part of the suite: it takes minutes, and means nothing on a machine that does something else.
@Tag("load")
class ManyBookingsTest extends WindowTest {
  private static final int MANY = Integer.getInteger("meetwright.desktop.bookings", 100_000);

  /// How many of them are paged in before the list is scrolled up and down.
  private static final int LOADED = Integer.getInteger("meetwright.desktop.loaded", MANY);

  private static final long LONGEST_STALL_MILLIS = 100;
  private static final long MILLIS_BETWEEN_TURNS = 20;
  private static final int TURNS = 400;

  /// Nobody scrolls as fast as this test, and asks for so many pages in a minute.
  private static final Map<String, String> UNLIMITED =
      Map.of("MEETWRIGHT_SERVER_PORT", "0", "MEETWRIGHT_SERVER_RATELIMIT_ENABLED", "false");

  @TempDir Path elsewhere;

  /// Measures the longest time between two pulses of the window.
  private static final class Pulse extends AnimationTimer {
    private long before;
    private long longest;

    @Override
    public void handle(long now) {
      if (before != 0) {
        longest = Math.max(longest, now - before);
      }
      before = now;
    }

    long longestMillis() {
      return TimeUnit.NANOSECONDS.toMillis(longest);
    }
  }

  @Test
  void scrollsThroughThemWithoutStandingStill() throws SQLException {
    fill();
    try (EmbeddedServer server =
        EmbeddedServer.start(elsewhere, UNLIMITED, InstantSource.system())) {
      begin("--server", server.address().toString());
      type("#email", DesktopFixture.EMAIL);
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      press("#place-bookings");
      awaitShown("#booking-list");
      interact(() -> span().getSelectionModel().selectLast());
      DesktopFixture.await(() -> !list().getItems().isEmpty());
      System.out.println("loading");
      Pulse loading = new Pulse();
      long began = System.nanoTime();
      interact(loading::start);
      while (load() < LOADED) {
        LockSupport.parkNanos(MILLIS_BETWEEN_TURNS * 1_000_000);
        again();
        assertThat(TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - began)).isLessThan(20);
      }
      interact(loading::stop);
      System.out.println(
          LOADED
              + " of "
              + MANY
              + " bookings in s: "
              + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)
              + ", longest stall in ms: "
              + loading.longestMillis());
      System.out.println("scrolling");
      Pulse scrolling = new Pulse();
      interact(scrolling::start);
      Random random = new Random(1);
      for (int i = 0; i < TURNS; i++) {
        int row = random.nextInt(LOADED);
        inWindow(
            () -> {
              list().scrollTo(row);
              return row;
            });
        LockSupport.parkNanos(MILLIS_BETWEEN_TURNS * 1_000_000);
      }
      interact(scrolling::stop);
      System.out.println("scrolling, longest stall in ms: " + scrolling.longestMillis());
      assertThat(scrolling.longestMillis()).isLessThan(LONGEST_STALL_MILLIS);
    }
  }

  /// Scrolls to the end of what is loaded.
  ///
  /// @return how many are
  private int load() {
    return inWindow(
        () -> {
          list().scrollTo(list().getItems().size() - 1);
          return list().getItems().size();
        });
  }

  /// On a busy machine an answer may come too late; the host would try again.
  private void again() {
    inWindow(
        () -> {
          Optional<ButtonBase> retry = lookup("#trouble-retry").tryQueryAs(ButtonBase.class);
          retry.filter(button -> button.getParent().isVisible()).ifPresent(ButtonBase::fire);
          return retry;
        });
  }

  private static <T> T inWindow(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(DesktopFixture.PATIENCE_SECONDS * 1000L, action);
  }

  @SuppressWarnings("unchecked") // The list is one of rows.
  private ListView<Object> list() {
    return lookup("#booking-list").queryAs(ListView.class);
  }

  private ComboBox<?> span() {
    return lookup("#span").queryAs(ComboBox.class);
  }

  private void fill() throws SQLException {
    UUID type;
    try (EmbeddedServer server =
        EmbeddedServer.start(elsewhere, UNLIMITED, InstantSource.system())) {
      server.add(DesktopFixture.ada());
      try (ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
        DesktopFixture.addEventType(ada, "intro", false);
        type = ada.eventTypes().listEventTypes().getFirst().id();
      }
    }
    var settings = new SettingsSources(elsewhere, null, Map.of(), Map.of()).read().database();
    try (Database database = Database.open(settings);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements(type)) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> statements(UUID type) {
    // Not so long ago that they are moved to the archive.
    String start =
        "DATE_TRUNC('DAY', CURRENT_TIMESTAMP) - INTERVAL '30' DAY + x * INTERVAL '15' MINUTE";
    return List.of(
        "INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at,"
            + " ends_at, created_at) SELECT CAST('00000000-0000-4000-8000-' ||"
            + " LPAD(CAST(x AS varchar(12)), 12, '0') AS uuid), '"
            + type
            + "', 'intro', 'Introduction', "
            + start
            + ", "
            + start
            + " + INTERVAL '10' MINUTE, "
            + start
            + " - INTERVAL '2' DAY FROM SYSTEM_RANGE(1, "
            + MANY
            + ")",
        "INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active) SELECT"
            + " m.id, h.id, m.starts_at, m.ends_at, FALSE FROM meeting m CROSS JOIN host h",
        "INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,"
            + " invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes,"
            + " no_show, end_reason, version, calendar_uid, calendar_sequence, request_hash,"
            + " created_at) SELECT id, id, 1, 'confirmed', 'Bob Brown', 'b@example.com',"
            + " 'b@example.com', 'UTC', 'en', '', '{}', '', FALSE, '', 1, 'u', 0, '', created_at"
            + " FROM meeting",
        "ANALYZE");
  }
}
