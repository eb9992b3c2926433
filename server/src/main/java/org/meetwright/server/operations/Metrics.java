package org.meetwright.server.operations;

import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.meetwright.core.booking.change.BookingOperation;
import org.meetwright.core.calendar.sync.CalendarSync.Lag;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.OutboxWorker.Result;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Route;

/// What the server measures about itself, in the text format of Prometheus.
public final class Metrics {
  /// The content type of [#text].
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double NANOS = 1e9;
  private static final double DAY_SECONDS = 86_400;

  /// What came to no route.
  private static final String REFUSED = "refused";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests;
  private final Counter attempts;
  private final Counter bookings;
  private final Counter doubleBookings;
  private final Counter slots;

  /// Creates the metrics.
  public Metrics(Outbox outbox, InstantSource clock) {
    requests =
        Histogram.builder()
            .name("meetwright_http_request_seconds")
            .help("Time to answer a request, by kind of address, method and status")
            .labelNames("area", "method", "status")
            .classicOnly()
            .register(registry);
    GaugeWithCallback.builder()
        .name("meetwright_outbox_messages")
        .help(
            "Messages in the outbox that are still to be delivered, or parked after their last"
                + " attempt")
        .labelNames("kind", "state")
        .callback(
            callback ->
                outbox
                    .depths()
                    .forEach(
                        depth ->
                            callback.call((double) depth.messages(), depth.kind(), depth.state())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("meetwright_outbox_oldest_seconds")
        .help("How long the oldest message that should have been delivered has been due")
        .labelNames("kind")
        .callback(
            callback ->
                outbox.depths().stream()
                    .filter(depth -> depth.state().equals("pending"))
                    .forEach(depth -> callback.call(age(depth, clock), depth.kind())))
        .register(registry);
    attempts =
        Counter.builder()
            .name("meetwright_outbox_attempts")
            .help("Attempts to deliver a message, by what became of them")
            .labelNames("kind", "result")
            .register(registry);
    bookings =
        Counter.builder()
            .name("meetwright_bookings")
            .help("Wishes to book or to change a booking, by what became of them")
            .labelNames("operation", "result")
            .register(registry);
    doubleBookings =
        Counter.builder()
            .name("meetwright_double_bookings_refused")
            .help("Wishes refused since someone else had the time")
            .register(registry);
    slots =
        Counter.builder()
            .name("meetwright_slot_questions")
            .help("Questions for slots over the API, by whether a kept snapshot answered them")
            .labelNames("cached")
            .register(registry);
  }

  /// Counts what became of a wish to book, or to change a booking.
  ///
  /// @param outcome the word of an outcome
  public void booking(BookingOperation operation, String outcome) {
    bookings.labelValues(operation.word(), outcome).inc();
    if (outcome.equals("slot_taken")) {
      doubleBookings.inc();
    }
  }

  /// Shows from now on how many streams of events are open.
  public void streams(IntSupplier count) {
    GaugeWithCallback.builder()
        .name("meetwright_event_streams")
        .help("Streams of events that are open on this node")
        .callback(callback -> callback.call(count.getAsInt()))
        .register(registry);
  }

  /// Shows from now on how late calendars are.
  public void calendars(Supplier<List<Lag>> lags) {
    GaugeWithCallback.builder()
        .name("meetwright_calendar_sync_lag_seconds")
        .help("How long ago the connected calendar was read that was not for longest")
        .labelNames("provider")
        .callback(
            callback ->
                lags.get()
                    .forEach(
                        lag -> callback.call(lag.oldest().toMillis() / 1e3, lag.kind().word())))
        .register(registry);
  }

  /// Shows from now on how many days are left of the server's own certificate, if it has one.
  public void certificate(Supplier<Optional<Instant>> endsAt, InstantSource clock) {
    GaugeWithCallback.builder()
        .name("meetwright_certificate_days_left")
        .help("Days until the certificate ends with which the server speaks https; negative after")
        .callback(
            callback ->
                endsAt
                    .get()
                    .map(end -> Duration.between(clock.instant(), end).toSeconds() / DAY_SECONDS)
                    .ifPresent(callback::call))
        .register(registry);
  }

  /// Counts a question for slots.
  public void slots(boolean fromMemory) {
    slots.labelValues(String.valueOf(fromMemory)).inc();
  }

  private static double age(Outbox.Depth depth, InstantSource clock) {
    return Math.max(0, Duration.between(depth.oldest(), clock.instant()).toMillis() / 1e3);
  }

  /// Counts an attempt to deliver a message.
  public void attempt(OutboxKind<?> kind, Result result) {
    attempts.labelValues(kind.name(), result.name().toLowerCase(Locale.ROOT)).inc();
  }

  /// Measures a request; a filter of the server.
  public void measure(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long begun = System.nanoTime();
    // An error's answer is made after the filters.
    response.whenSent(
        () ->
            requests
                .labelValues(
                    Route.areaOf(request).map(Area::measuredAs).orElse(REFUSED),
                    method(request.prologue().method().text()),
                    String.valueOf(response.status().code()))
                .observe((System.nanoTime() - begun) / NANOS));
    chain.proceed();
  }

  /// Keeps the number of label values small: strangers choose methods and paths.
  private static String method(String name) {
    return switch (name) {
      case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD" -> name;
      default -> "other";
    };
  }

  /// Returns all figures as they are now.
  public byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder().build().write(out, registry.scrape());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
