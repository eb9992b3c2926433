package org.meetwright.desktop;

import java.util.List;
import javafx.application.Application;

/// Starts the desktop app.
public final class MeetwrightDesktop {
  private static final int USAGE = 2;

  private MeetwrightDesktop() {}

  /// Runs until the window is closed.
  public static void main(String[] arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      var _ = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException unknown) {
      System.err.println(unknown.getMessage());
      System.err.print(Options.USAGE);
      System.exit(USAGE);
    }
    // A class of its own: from the class path, Java starts no main class that is an Application.
    Application.launch(DesktopApplication.class, arguments);
  }
}
