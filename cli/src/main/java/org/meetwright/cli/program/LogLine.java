package org.meetwright.cli.program;

import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

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
            + MESSAGES.formatMessage(entry);
    Throwable thrown = entry.getThrown();
    return Terminal.printable(thrown == null ? line : line + ": " + thrown);
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
