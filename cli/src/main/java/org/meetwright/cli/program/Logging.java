package org.meetwright.cli.program;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Sets java.util.logging up: what Meetwright says from a level on, of everything else only what is
/// wrong.
public final class Logging {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("org.meetwright");

  // Held here because java.util.logging forgets loggers, levels included, that nobody holds.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Logging() {}

  /// Logs what is wrong, until the settings are read.
  public static void begin(PrintStream err) {
    configure(err, Level.WARNING, false);
  }

  /// Logs from now on to a stream, a line a record.
  ///
  /// @param stackTraces whether to add them
  static void configure(PrintStream err, Level level, boolean stackTraces) {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    ROOT.addHandler(new ToStream(err, stackTraces));
    ROOT.setLevel(level.equals(Level.SEVERE) ? Level.SEVERE : Level.WARNING);
    OURS.setLevel(level);
    // It warns of every PostgreSQL that is newer than itself.
    FLYWAY.setLevel(Level.SEVERE);
  }

  private static final class ToStream extends Handler {
    private final PrintStream err;
    private final boolean stackTraces;

    ToStream(PrintStream err, boolean stackTraces) {
      this.err = err;
      this.stackTraces = stackTraces;
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        err.println(LogLine.of(entry));
        Throwable thrown = entry.getThrown();
        if (stackTraces && thrown != null) {
          thrown.printStackTrace(err);
        }
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}
