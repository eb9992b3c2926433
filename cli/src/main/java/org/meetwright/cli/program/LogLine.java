package org.meetwright.cli.program;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.meetwright.server.operations.AccessLog;
import org.meetwright.server.operations.RequestId;
import tools.jackson.databind.json.JsonMapper;

/// A log record as one line: time, level, message.
final class LogLine {
  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private LogLine() {}

  static String of(LogRecord entry) {
    String line =
        entry.getInstant().truncatedTo(ChronoUnit.SECONDS)
            + " "
            + word(entry.getLevel())
            + " "
            + message(entry);
    Throwable thrown = entry.getThrown();
    String id =
        isAccess(entry) ? "" : RequestId.current().map(known -> " [" + known + "]").orElse("");
    return Terminal.printable((thrown == null ? line : line + ": " + thrown) + id);
  }

  /// Returns a record as a JSON object on one line.
  static String json(LogRecord entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", entry.getInstant().toString());
    fields.put("level", word(entry.getLevel()));
    fields.put("logger", entry.getLoggerName());
    RequestId.current().ifPresent(id -> fields.put("requestId", id));
    if (isAccess(entry) && entry.getParameters()[0] instanceof Map<?, ?> access) {
      access.forEach((name, value) -> fields.put(String.valueOf(name), value));
    } else {
      fields.put("message", message(entry));
    }
    if (entry.getThrown() != null) {
      fields.put("error", entry.getThrown().toString());
    }
    return JsonMapper.shared().writeValueAsString(fields);
  }

  /// What strangers asked for is no pattern to be filled in.
  private static String message(LogRecord entry) {
    return isAccess(entry) ? entry.getMessage() : MESSAGES.formatMessage(entry);
  }

  private static boolean isAccess(LogRecord entry) {
    return AccessLog.LOGGER.equals(entry.getLoggerName());
  }

  private static String word(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }
}
