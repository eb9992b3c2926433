package org.meetwright.core.database.h2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of an H2 database.
///
/// @param path absolute, and without the suffix that each of its files has
public record DatabaseFile(Path path) {
  /// What H2 has in a file: `jdbc:h2:file:PATH`, `jdbc:h2:PATH`, and with other names of file
  /// systems, which have two letters or more, as one is a drive of Windows.
  private static final Pattern URL =
      Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:|zip:)(?:[A-Za-z]\\w+:|\\d+:)*([^;]+).*");

  /// Returns the file of a database; empty if its URL names none.
  public static Optional<DatabaseFile> of(String url) {
    Matcher named = URL.matcher(url);
    if (!named.matches()) {
      return Optional.empty();
    }
    String path = named.group(1);
    boolean inHome = path.startsWith("~/");
    return Optional.of(
        new DatabaseFile(
            Path.of(inHome ? System.getProperty("user.home") + path.substring(1) : path)
                .toAbsolutePath()
                .normalize()));
  }

  /// Returns one of its files.
  public Path with(String suffix) {
    return Path.of(path + suffix);
  }

  /// Returns whether there is a database.
  public boolean exists() {
    return Files.exists(with(".mv.db"));
  }

  /// Returns the directory that the files are in.
  public Path directory() {
    return with("").resolveSibling(".").normalize();
  }

  /// Returns the name of the database: that of its files, without their endings.
  public String name() {
    return String.valueOf(path.getFileName());
  }
}
