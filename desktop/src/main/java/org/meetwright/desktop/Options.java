package org.meetwright.desktop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the command line says; what it does not say is empty.
///
/// @param server the address of a server elsewhere
/// @param profile the name of a profile to open
/// @param home the data directory
/// @param host the handle of one of several hosts on this computer
/// @param trial whether to say when the window can be used, and end
record Options(String server, String profile, String home, String host, boolean trial) {
  /// How the program is called.
  static final String USAGE =
      """
      Usage: meetwright desktop [--server URL] [--profile NAME] [--home DIR] [--host HANDLE] [--trial]

        --server URL     Open this server, such as https://meet.example.org.
        --profile NAME   Open a profile that the app knows.
        --home DIR       Keep the data of this computer's server, and the app's own, here.
        --host HANDLE    Open this host of the server on this computer.
        --trial          Show each screen, say when it could be used, and end.

      Example:
        meetwright desktop --server https://meet.example.org
      """;

  private static final Set<String> NAMES = Set.of("server", "profile", "home", "host");
  private static final String TRIAL = "--trial";

  /// Reads the command line.
  ///
  /// @throws IllegalArgumentException if something there is not known; its message is for the host
  static Options parse(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    boolean trial = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(TRIAL)) {
        trial = true;
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!name.startsWith("--") || !NAMES.contains(name.substring(2))) {
        throw new IllegalArgumentException("Unknown option " + argument + ".");
      }
      if (equals < 0 && i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " needs a value.");
      }
      given.put(
          name.substring(2), equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
    }
    return new Options(
        given.getOrDefault("server", ""),
        given.getOrDefault("profile", ""),
        given.getOrDefault("home", ""),
        given.getOrDefault("host", ""),
        trial);
  }
}
