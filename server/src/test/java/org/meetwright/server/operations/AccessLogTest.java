package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
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

  @Test
  void saysWhoAskedForWhatAndHowItEndedWithoutWhatIsSecret() throws Exception {
    Memory memory = new Memory();
    LOGGER.addHandler(memory);
    try (ServerFixture server =
        new ServerFixture(DatabaseKind.H2, new LogSettings(Level.INFO, false, true))) {
      Answer answer = server.get("/api/v1/manage/secret?email=bob@example.com");
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
