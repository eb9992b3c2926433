package org.meetwright.cli.program;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.meetwright.server.settings.LogSettings;

/// Configures java.util.logging: Meetwright's messages from a given level on, and only warnings and
/// errors of everything else.
public final class Logging {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("org.meetwright");

  // Held here because java.util.logging forgets loggers, levels included, that nobody holds.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Logging() {}

  /// Logs what is wrong, until the settings are read.
  public static void begin(PrintStream err) {
    configure(err, new LogSettings(Level.WARNING, false, false), false);
  }

  /// Logs from now on to a stream, a line a record.
  ///
  /// @param stackTraces whether to add them
  static void configure(PrintStream err, LogSettings settings, boolean stackTraces) {
    Level level = settings.level();
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    ROOT.addHandler(new ToStream(err, settings.json(), stackTraces));
    ROOT.setLevel(level.equals(Level.SEVERE) ? Level.SEVERE : Level.WARNING);
    OURS.setLevel(level);
    // It warns of every PostgreSQL that is newer than itself.
    FLYWAY.setLevel(Level.SEVERE);
  }

  private static final class ToStream extends Handler {
    private final PrintStream err;
    private final boolean json;
    private final boolean stackTraces;

    ToStream(PrintStream err, boolean json, boolean stackTraces) {
      this.err = err;
      this.json = json;
      this.stackTraces = stackTraces;
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        err.println(json ? LogLine.json(entry) : LogLine.of(entry));
        Throwable thrown = entry.getThrown();
        if (stackTraces && thrown != null && !json) {
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
