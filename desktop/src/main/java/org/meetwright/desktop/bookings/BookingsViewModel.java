package org.meetwright.desktop.bookings;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.call.ApiException;
import org.meetwright.server.client.call.UnreachableException;

/// The state of the bookings window. Uses no controls.
public final class BookingsViewModel {
  private static final int LARGEST_PAGE = 200;
  private static final int UNAUTHORIZED = 401;

  private final ApiClient client;
  private final InstantSource clock;
  private final Executor background;
  private final Executor window;
  private final ObservableList<BookingLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper host = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();

  /// Creates the model.
  ///
  /// @param background where the server is asked
  /// @param window where properties are changed: JavaFX's own thread
  public BookingsViewModel(
      ApiClient client, InstantSource clock, Executor background, Executor window) {
    this.client = client;
    this.clock = clock;
    this.background = background;
    this.window = window;
  }

  /// Returns the server's address.
  public String address() {
    return client.address().toString();
  }

  /// Returns the bookings from today on, by start.
  public ObservableList<BookingLine> lines() {
    return lines;
  }

  /// Returns the host's name; empty until it is known.
  public ReadOnlyStringProperty hostProperty() {
    return host.getReadOnlyProperty();
  }

  /// Returns why nothing could be loaded; empty if it could.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// Asks the server again.
  public void refresh() {
    if (loading.get()) {
      return;
    }
    loading.set(true);
    background.execute(this::load);
  }

  private void load() {
    try {
      ApiMe me = client.account().getMe();
      ZoneId zone = ZoneId.of(me.timeZone());
      Locale locale = Locale.forLanguageTag(me.locale());
      List<BookingLine> loaded =
          bookingsFrom(clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant())
              .stream()
              .map(booking -> BookingLine.of(booking, zone, locale))
              .toList();
      window.execute(() -> show(me.name(), loaded));
    } catch (ApiException refused) {
      window.execute(() -> fail(complaint(refused)));
    } catch (UnreachableException failed) {
      window.execute(() -> fail(String.valueOf(failed.getMessage())));
    }
  }

  private List<ApiBooking> bookingsFrom(Instant from) {
    List<ApiBooking> bookings = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      ApiBookings page =
          client.bookings().listBookings(BookingsQuery.from(from).page(LARGEST_PAGE, cursor));
      bookings.addAll(page.bookings());
      cursor = page.nextCursor();
    } while (cursor != null);
    return bookings;
  }

  private static String complaint(ApiException refused) {
    return refused.status() == UNAUTHORIZED
        ? "The server does not accept the token; make a new one with: meetwright token create"
        : refused.detail();
  }

  private void show(String name, List<BookingLine> loaded) {
    host.set(name);
    problem.set("");
    // Left alone if nothing changed, so that the list keeps its place and selection.
    if (!lines.equals(loaded)) {
      lines.setAll(loaded);
    }
    loading.set(false);
  }

  private void fail(String message) {
    problem.set(message);
    loading.set(false);
  }
}
