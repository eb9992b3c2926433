package org.meetwright.desktop.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The server on this computer, for whoever it belongs to: how it is set, and its data as a whole.
/// Settings have the names of the configuration file, such as `server.port`. All calls take their
/// time. What cannot be is a [org.meetwright.desktop.task.Refusal], with the setting as its field.
public interface LocalServer {
  /// Returns how it is now.
  State state();

  /// Returns where it is now; it is started if it does not run.
  Reach reach();

  /// Returns which of some values cannot be.
  ///
  /// @param values by setting; empty to leave it unset
  Set<String> wrong(Map<String, String> values);

  /// Writes settings into the configuration file, and starts the server again with them. If it does
  /// not start, the file is as before, and the server runs as before.
  ///
  /// @return where it is now
  Reach change(Map<String, String> values);

  /// Sends a test mail at once, with settings that need not be saved.
  ///
  /// @return where it went
  String sendTestMail(Map<String, String> values, String to);

  /// Writes all data into a file. The server goes on meanwhile.
  ///
  /// @param passphrase encrypts it; empty not to
  void backUp(Path file, String passphrase);

  /// Puts the data of a backup in the place of what is there, which is kept beside it, and starts
  /// the server again. If that fails, all is as before.
  ///
  /// @return the directory in which the data is that was there
  Path restore(Path file, String passphrase);

  /// How the server is.
  ///
  /// @param values by setting, as the configuration says it or the default; empty for what has
  ///   none, and for secrets
  /// @param fixed the settings that the environment says, which the file cannot change
  /// @param secrets the secrets that are there
  /// @param home the data directory
  /// @param configuration the configuration file, which may not be there yet
  /// @param url where links begin
  record State(
      Map<String, String> values,
      Set<String> fixed,
      Set<String> secrets,
      Path home,
      Path configuration,
      URI url) {}

  /// Where the server is for programs on this computer.
  ///
  /// @param address without a slash at the end
  /// @param links where links begin for everybody, without a slash at the end
  /// @param certificate the file of the certificate that it shows; null for plain http
  record Reach(URI address, URI links, @Nullable Path certificate) {}
}
