package org.meetwright.cli.arguments;

import java.time.Instant;
import picocli.CommandLine.Parameters;

/// The arguments that name a time of an event type.
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TimeArguments {
  @Parameters(
      index = "0",
      paramLabel = "HANDLE/SLUG",
      description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Parameters(
      index = "1",
      paramLabel = "START",
      description = "The time, as slots prints it, like 2026-03-09T13:00:00Z.")
  private Instant start;

  /// Creates them; Picocli sets what was said.
  public TimeArguments() {}

  /// Returns the address of the event type.
  public EventTypeAddress address() {
    return address;
  }

  /// Returns when the meeting starts.
  public Instant start() {
    return start;
  }
}
