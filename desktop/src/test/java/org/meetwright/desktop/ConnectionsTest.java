package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.client.ApiClient;

/// The screen of connected calendars.
class ConnectionsTest extends WindowTest {
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      PRODID:-//Test//EN\r
      BEGIN:VEVENT\r
      UID:one@example.org\r
      DTSTAMP:20260101T000000Z\r
      DTSTART:20270310T100000Z\r
      DTEND:20270310T110000Z\r
      SUMMARY:Dentist\r
      END:VEVENT\r
      END:VCALENDAR\r
      """;

  @TempDir Path elsewhere;

  @Test
  void connectsACalendarAndChoosesWhetherItCounts() throws IOException {
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/ada.ics", ConnectionsTest::answer);
    service.start();
    try (EmbeddedServer server =
        EmbeddedServer.start(
            elsewhere,
            Map.of(
                "MEETWRIGHT_SERVER_PORT", "0", "MEETWRIGHT_CALENDARS_ALLOWPRIVATETARGETS", "true"),
            InstantSource.system())) {
      server.add(DesktopFixture.ada());
      try (ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
        DesktopFixture.addEventType(ada, "intro", false);
        open(server);
        press("#connect-new");
        interact(() -> kind().setValue("ics"));
        type("#connect-url", "not an address");
        press("#connect");
        DesktopFixture.await(() -> !said("#connect-url-error").isEmpty());
        assertThat(typed("#connect-url")).isEqualTo("not an address");

        type("#connect-url", "http://127.0.0.1:" + service.getAddress().getPort() + "/ada.ics");
        type("#connect-name", "Private");
        press("#connect");
        DesktopFixture.await(() -> ada.calendars().listCalendarAccounts().size() == 1);
        DesktopFixture.await(() -> lookup("Private").tryQuery().isPresent());
        ApiCalendar calendar = calendar(ada);
        assertThat(calendar.busy()).isTrue();
        DesktopFixture.await(() -> shows("#calendar-busy-" + calendar.id()));
        interact(() -> lookup("#calendar-busy-" + calendar.id()).queryAs(CheckBox.class).fire());
        DesktopFixture.await(() -> !calendar(ada).busy());

        service.stop(0);
        DesktopFixture.await(() -> !lookup("#sync").query().isDisabled());
        press("#sync");
        DesktopFixture.await(() -> ada.calendars().listCalendarAccounts().size() == 1);
      }
    } finally {
      service.stop(0);
    }
  }

  private void open(EmbeddedServer server) {
    begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    press("#place-connections");
    awaitShown("#connect-new");
  }

  @SuppressWarnings("unchecked") // The choice is one of words.
  private ComboBox<String> kind() {
    return lookup("#connect-kind").queryAs(ComboBox.class);
  }

  private static ApiCalendar calendar(ApiClient ada) {
    var account = ada.calendars().listCalendarAccounts().getFirst();
    return ada.calendars().listCalendars(account.id()).getFirst();
  }

  private static void answer(HttpExchange exchange) {
    try (exchange) {
      byte[] body = CALENDAR.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/calendar");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
