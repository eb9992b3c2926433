package org.meetwright.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.meetwright.desktop.field.FileChoice;

/// What is around the app.
///
/// @param home the data directory of the server on this computer
/// @param browser opens an address in the host's browser
/// @param clipboard takes a text
/// @param files has the host choose files
record Surroundings(
    Options options,
    Path home,
    Map<String, String> environment,
    InstantSource clock,
    Consumer<String> browser,
    Consumer<String> clipboard,
    FileChoice files) {
  private static final String OWN = "desktop";

  /// Returns the directory of what the app itself keeps.
  Path own() {
    return home.resolve(OWN);
  }
}
