package org.meetwright.server.api.exchange;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The query of a request; an empty parameter counts as left out.
public record Query(ServerRequest request) {

  /// Returns a parameter; empty if it is left out.
  public Optional<String> optional(String name) {
    return request.query().first(name).asOptional().filter(text -> !text.isEmpty());
  }

  /// Returns a parameter.
  ///
  /// @throws InvalidValueException if it is left out
  public String text(String name) {
    return optional(name).orElseThrow(() -> new InvalidValueException(name, "must be given"));
  }

  /// Returns a whole number; null if it is left out.
  public @Nullable Integer number(String name) {
    return optional(name).map(text -> number(name, text)).orElse(null);
  }

  private static Integer number(String name, String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notANumber) {
      throw new InvalidValueException(
          name, "must be a whole number, not " + InvalidValueException.shown(text));
    }
  }

  /// Returns how many of a list are asked for at a time, in `limit`.
  ///
  /// @param usual how many if it is left out
  /// @param most how many at the most
  /// @throws InvalidValueException if it is no number from 1 to the most
  public int limit(int usual, int most) {
    return optional("limit").map(text -> limit(text, most)).orElse(usual);
  }

  private static int limit(String text, int most) {
    try {
      return Text.number("limit", Integer.parseInt(text), 1, most);
    } catch (NumberFormatException notANumber) {
      throw new InvalidValueException(
          "limit",
          "must be a number from 1 to " + most + ", not " + InvalidValueException.shown(text));
    }
  }

  /// Reads an instant. A plus sign of its offset may have come as a space.
  public Instant instant(String name) {
    return instant(name, text(name));
  }

  private static Instant instant(String name, String text) {
    return Times.instant(name, text.replace(' ', '+'));
  }

  /// Reads `from`: an instant, or the beginning of a date in the host's zone.
  public @Nullable Instant from(Host host) {
    return optional("from").map(text -> edge("from", text, host, 0)).orElse(null);
  }

  /// Reads `to`: an instant, exclusive, or a date in the host's zone, which counts as a whole.
  public @Nullable Instant until(Host host) {
    return optional("to").map(text -> edge("to", text, host, 1)).orElse(null);
  }

  private static Instant edge(String name, String text, Host host, int daysLater) {
    if (text.length() > 10) {
      return instant(name, text);
    }
    LocalDate date = Times.date(name, text).plusDays(daysLater);
    return date.atStartOfDay(host.timeZone()).toInstant();
  }
}
