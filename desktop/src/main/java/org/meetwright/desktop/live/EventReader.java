package org.meetwright.desktop.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.news.ApiEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads server-sent events.
final class EventReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BufferedReader lines;

  EventReader(InputStream stream) {
    lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /// Returns an event that says: read everything anew.
  static ApiEvent reset(Instant at) {
    return new ApiEvent(0, Live.RESET, at, new ApiEvent.Subject("", new UUID(0, 0)));
  }

  /// Reads until the stream ends.
  ///
  /// @param alive gets the number of the last event where the stream tells it alone, and null for a
  ///   heartbeat
  void read(Consumer<@Nullable String> alive, Consumer<ApiEvent> events) throws IOException {
    @Nullable String id = null;
    String type = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(":")) {
        alive.accept(null);
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      } else if (line.isEmpty()) {
        dispatch(id, type, data.toString(), alive, events);
        id = null;
        type = "";
        data.setLength(0);
      }
    }
  }

  private static void dispatch(
      @Nullable String id,
      String type,
      String data,
      Consumer<@Nullable String> alive,
      Consumer<ApiEvent> events) {
    if (type.isEmpty() || data.isEmpty()) {
      alive.accept(id);
      return;
    }
    ApiEvent event = event(type, data);
    events.accept(event);
    if (id != null) {
      alive.accept(id);
    }
  }

  /// What has another shape, as `reset`, has all read anew.
  private static ApiEvent event(String type, String data) {
    try {
      return type.equals(Live.RESET) ? reset(Instant.EPOCH) : JSON.readValue(data, ApiEvent.class);
    } catch (JacksonException newer) {
      return reset(Instant.EPOCH);
    }
  }
}
