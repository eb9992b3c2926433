package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.client.ApiClient;

/// The screen of the day on a server elsewhere, which others use at the same time.
class TodayTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void answersSeveralRequestsAtOnce() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", true);
      for (String name : List.of("Bob Brown", "Cem Can", "Dora Diaz")) {
        var _ = DesktopFixture.book(server.address(), "intro", name, 1);
      }
      open(server);
      DesktopFixture.await(() -> lookup("Dora Diaz").tryQuery().isPresent());
      assertThat(lookup("#approve").query().isDisabled()).isTrue();
      choose(ada, "Bob Brown");
      choose(ada, "Cem Can");
      press("#approve");
      DesktopFixture.await(
          () -> statuses(ada).equals(List.of("confirmed", "confirmed", "pending")));
      DesktopFixture.await(() -> lookup("Cem Can").tryQuery().isEmpty());

      choose(ada, "Dora Diaz");
      press("#decline");
      type("#note", "I am at sea that week.");
      press("#send-decline");
      DesktopFixture.await(
          () -> statuses(ada).equals(List.of("confirmed", "confirmed", "declined")));
      assertThat(bookings(ada).getLast().reason()).isEqualTo("I am at sea that week.");
      DesktopFixture.await(() -> !shows("#send-decline"));
    }
  }

  @Test
  void showsWhatOthersDoByItselfAlsoAfterTheServerWasAway() {
    EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
    String port = String.valueOf(server.address().getPort());
    try {
      try (ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
        DesktopFixture.addEventType(ada, "intro", false);
      }
      open(server);
      var _ = DesktopFixture.book(server.address(), "intro", "Bob Brown", 1);
      DesktopFixture.await(() -> said("#next-who").equals("Bob Brown"));

      server.close();
      awaitShown("#absence");
      assertThat(said("#next-who")).isEqualTo("Bob Brown");

      server = DesktopFixture.server(elsewhere, port);
      DesktopFixture.await(() -> !shows("#absence"));
      var _ = DesktopFixture.book(server.address(), "intro", "Cem Can", 0);
      DesktopFixture.await(() -> !shows("#trouble"));
      press("#place-bookings");
      DesktopFixture.await(() -> lookup("Cem Can").tryQuery().isPresent());
    } finally {
      server.close();
    }
  }

  private void open(EmbeddedServer server) {
    begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    awaitShown("#requests");
    // What a screen listens to has to outlive a collection.
    System.gc();
  }

  private void choose(ApiClient ada, String name) {
    ApiBooking wanted =
        bookings(ada).stream()
            .filter(booking -> booking.invitee().name().equals(name))
            .findFirst()
            .orElseThrow();
    press("#choose-" + wanted.id());
  }

  private static List<ApiBooking> bookings(ApiClient ada) {
    return ada.bookings()
        .listBookings(new BookingsQuery(null, null, null, null, null, null, null))
        .bookings();
  }

  private static List<String> statuses(ApiClient ada) {
    return bookings(ada).stream().map(ApiBooking::status).toList();
  }
}
