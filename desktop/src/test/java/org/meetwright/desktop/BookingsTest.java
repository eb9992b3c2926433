package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.client.ApiClient;

/// The screen of all bookings.
class BookingsTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void findsMovesAndCancelsABooking() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      for (String name : List.of("Bob Brown", "Cem Can", "Dora Diaz")) {
        var _ = DesktopFixture.book(server.address(), "intro", name, 3);
      }
      UUID id = DesktopFixture.book(server.address(), "intro", "Eve Ernst", 3).booking().id();
      begin("--server", server.address().toString());
      type("#email", DesktopFixture.EMAIL);
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      press("#place-bookings");
      DesktopFixture.await(() -> list().getItems().size() == 4);

      type("#search", "eve");
      DesktopFixture.await(() -> list().getItems().size() == 1);
      interact(() -> list().getSelectionModel().select(0));
      DesktopFixture.await(() -> said("#details-who").equals("Eve Ernst"));
      var before = ada.bookings().getBooking(id);
      press("#action-move");
      DesktopFixture.await(() -> !lookup(".time-toggle").queryAll().isEmpty());
      press(".time-toggle");
      type("#action-note", "A train in between.");
      press("#perform");
      DesktopFixture.await(() -> !ada.bookings().getBooking(id).start().equals(before.start()));
      DesktopFixture.await(() -> !shows("#perform"));

      press("#action-cancel");
      type("#action-note", "The engine broke.");
      press("#perform");
      DesktopFixture.await(() -> ada.bookings().getBooking(id).status().equals("cancelled"));
      assertThat(ada.bookings().getBooking(id).reason()).isEqualTo("The engine broke.");
      DesktopFixture.await(() -> !shows("#action-cancel"));
    }
  }

  @SuppressWarnings("unchecked") // The list is one of rows.
  private ListView<Object> list() {
    return lookup("#booking-list").queryAs(ListView.class);
  }
}
