package org.meetwright.desktop;

import javafx.application.Application;

/// Starts the desktop app.
///
/// Options: `--home=DIR` for another data directory, `--host=HANDLE` for one of several hosts in
/// it, or `--server=URL` for a server elsewhere; the API token for that is read from the
/// environment variable `MEETWRIGHT_TOKEN`.
public final class MeetwrightDesktop {
  private MeetwrightDesktop() {}

  /// Runs until the window is closed.
  public static void main(String[] arguments) {
    // A class of its own: from the class path, Java starts no main class that is an Application.
    Application.launch(DesktopApplication.class, arguments);
  }
}
