package org.meetwright.server.fuzz;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Keeps the entries of the log that no request may cause: severe ones, and stack traces.
final class LogWatch extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final List<String> kept = new CopyOnWriteArrayList<>();

  LogWatch() {
    root.addHandler(this);
  }

  @Override
  public void publish(LogRecord entry) {
    boolean loud = entry.getLevel().intValue() >= Level.INFO.intValue();
    if (entry.getLevel().equals(Level.SEVERE) || (loud && entry.getThrown() != null)) {
      StringBuilder text = new StringBuilder(entry.getLevel() + " " + entry.getMessage());
      for (Throwable t = entry.getThrown(); t != null; t = t.getCause()) {
        text.append(" <- ").append(t);
        for (int i = 0; i < Math.min(6, t.getStackTrace().length); i++) {
          text.append("\n    ").append(t.getStackTrace()[i]);
        }
      }
      kept.add(text.toString());
    }
  }

  List<String> kept() {
    return List.copyOf(kept);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
