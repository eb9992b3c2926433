package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.route.Route;
import org.meetwright.server.settings.LogSettings;

final class AccessLogTest {
  private static final Logger LOGGER = Logger.getLogger(AccessLog.LOGGER);

  private static final class Memory extends Handler {
    private final List<LogRecord> entries = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      entries.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /// Of every route there is, and of what looks like one.
  @Test
  @Tag("attack")
  void tellsNoTokenOfAnyPath() {
    Memory memory = new Memory();
    LOGGER.addHandler(memory);
    String token = "AZ3qkQ0mcnS0u8vJ5WmXyQ4s1d2f3g4h5j6k7l8mNbV";
    try (ServerFixture server =
        new ServerFixture(DatabaseKind.H2, new LogSettings(Level.INFO, false, true))) {
      List<String> paths =
          Stream.concat(
                  server.server.routes().stream().map(Route::pattern),
                  Stream.of("/embed/b/{token}/x", "/B/{token}", "/b/x;/{token}", "//b/{token}"))
              .filter(pattern -> pattern.contains("{token}"))
              .map(pattern -> pattern.replace("{token}", token))
              .toList();
      assertThat(paths).hasSizeGreaterThan(10);
      for (String path : paths) {
        String id = server.get(path).response().headers().firstValue("X-Request-Id").orElseThrow();
        while (memory.entries.stream().noneMatch(entry -> entry.getMessage().contains(id))) {
          Thread.onSpinWait();
        }
      }
      assertThat(memory.entries)
          .hasSameSizeAs(paths)
          .noneMatch(entry -> entry.getMessage().contains(token))
          .noneMatch(entry -> Arrays.toString(entry.getParameters()).contains(token));
    } finally {
      LOGGER.removeHandler(memory);
    }
  }

  @Test
  void saysWhoAskedForWhatAndHowItEndedWithoutWhatIsSecret() throws Exception {
    Memory memory = new Memory();
    LOGGER.addHandler(memory);
    try (ServerFixture server =
        new ServerFixture(DatabaseKind.H2, new LogSettings(Level.INFO, false, true))) {
      Answer answer = server.get("/api/v1/manage/secret");
      String id = answer.response().headers().firstValue("X-Request-Id").orElseThrow();
      while (memory.entries.stream().noneMatch(entry -> entry.getMessage().contains(id))) {
        Thread.onSpinWait();
      }
      LogRecord entry =
          memory.entries.stream()
              .filter(one -> one.getMessage().contains(id))
              .findFirst()
              .orElseThrow();
      assertThat(entry.getMessage())
          .matches("127\\.0\\.0\\.1 GET /api/v1/manage/\\.\\.\\. 404 \\d+ ms " + id);
      assertThat(entry.getParameters()[0])
          .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
          .containsAllEntriesOf(
              Map.of("method", "GET", "path", "/api/v1/manage/...", "status", 404));
    } finally {
      LOGGER.removeHandler(memory);
    }
  }
}
