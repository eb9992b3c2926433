package org.meetwright.cli.commands.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the program was built from.
///
/// @param version of the release, or the next one with `-SNAPSHOT`
/// @param commit the first letters of its commit in Git; null if it was built outside of Git
/// @param date of the commit, as `2026-11-27`; null likewise
public record Build(String version, @Nullable String commit, @Nullable String date) {
  /// Returns that of this program.
  public static Build here() {
    String version = Build.class.getPackage().getImplementationVersion();
    Properties commit = new Properties();
    // The build writes it; see cli/pom.xml.
    try (InputStream file = Build.class.getResourceAsStream("commit.properties")) {
      if (file != null) {
        commit.load(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Build(
        version == null ? "(unpackaged)" : version,
        commit.getProperty("git.commit.id.abbrev"),
        commit.getProperty("git.commit.time"));
  }

  /// Returns it in one line.
  @Override
  public String toString() {
    return "Meetwright " + version + (commit == null ? "" : " (" + commit + ", " + date + ")");
  }
}
