package org.meetwright.server.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.client.call.ApiExchange;

/// Speaks the HTTP API, version 1, with one server. A refusal is an
/// [org.meetwright.server.client.call.ApiException], a server that does not answer an
/// [org.meetwright.server.client.call.UnreachableException]. For many threads at once.
public final class ApiClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final ApiExchange exchange;

  /// Creates a client that waits up to 15 seconds for an answer.
  ///
  /// @param address the server's, without a slash at the end
  /// @param token of a session, or an API token; null for what needs none
  public ApiClient(URI address, @Nullable String token) {
    this(address, token, TIMEOUT);
  }

  /// Creates a client.
  ///
  /// @param address the server's, without a slash at the end
  /// @param token of a session, or an API token; null for what needs none
  /// @param timeout how long to wait for a connection, and for an answer
  public ApiClient(URI address, @Nullable String token, Duration timeout) {
    this(address, token, timeout, null);
  }

  private ApiClient(
      URI address, @Nullable String token, Duration timeout, @Nullable Path certificate) {
    this.exchange = new ApiExchange(address, token, timeout, certificate);
  }

  /// Returns a client of a server on this machine, whose certificate need not be for the name by
  /// which it is asked.
  ///
  /// @param certificate the file (PEM) of that certificate, the only one that is trusted
  public static ApiClient trusting(Path certificate, URI address, @Nullable String token) {
    return new ApiClient(address, token, TIMEOUT, certificate);
  }

  /// Returns the address of the server.
  public URI address() {
    return exchange.address();
  }

  /// Returns the calls for what everybody may ask.
  public PublicCalls everybody() {
    return new PublicCalls(exchange);
  }

  /// Returns the calls for booking, and what an invitee may do.
  public InviteeCalls invitee() {
    return new InviteeCalls(exchange);
  }

  /// Returns the calls for what is booked with the host.
  public BookingCalls bookings() {
    return new BookingCalls(exchange);
  }

  /// Returns the calls for sessions, tokens, the password and the second factor.
  public AccessCalls access() {
    return new AccessCalls(exchange);
  }

  /// Returns the calls for what the host says about himself.
  public AccountCalls account() {
    return new AccountCalls(exchange);
  }

  /// Returns the calls for when he can be booked.
  public ScheduleCalls schedules() {
    return new ScheduleCalls(exchange);
  }

  /// Returns the calls for what can be booked with him.
  public EventTypeCalls eventTypes() {
    return new EventTypeCalls(exchange);
  }

  /// Returns the calls for his teams.
  public TeamCalls teams() {
    return new TeamCalls(exchange);
  }

  /// Returns the calls for his calendars.
  public CalendarCalls calendars() {
    return new CalendarCalls(exchange);
  }

  /// Returns the calls for his webhooks.
  public WebhookCalls webhooks() {
    return new WebhookCalls(exchange);
  }

  /// Returns the calls for how the server is.
  public OperationsCalls operations() {
    return new OperationsCalls(exchange);
  }

  /// Ends all connections.
  @Override
  public void close() {
    exchange.close();
  }
}
