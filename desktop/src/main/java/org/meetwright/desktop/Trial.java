package org.meetwright.desktop;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import javafx.animation.AnimationTimer;

/// Says on standard output when the window can be used, shows each screen, and ends the app: for
/// those who build the app and measure its start.
final class Trial extends AnimationTimer {
  private final MainWindow window;
  private final InstantSource clock;
  private final PrintStream out;
  private final Runnable end;
  private int shown;

  /// Creates it.
  ///
  /// @param end ends the app
  Trial(MainWindow window, InstantSource clock, PrintStream out, Runnable end) {
    this.window = window;
    this.clock = clock;
    this.out = out;
    this.end = end;
  }

  /// Looks, each time that the window is drawn.
  @Override
  public void handle(long now) {
    if (window.isBusy()) {
      return;
    }
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    out.println(window.place() + " after ms: " + (clock.millis() - started));
    shown++;
    if (!window.showPlace(shown)) {
      stop();
      end.run();
    }
  }
}
