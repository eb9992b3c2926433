package org.meetwright.core.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

/// A directory for the data, which is for its owner alone.
public final class PrivateDirectory {
  private static final Logger LOG = Logger.getLogger(PrivateDirectory.class.getName());
  private static final int STICKY = 01000;
  private static final String LOST_AND_FOUND = "lost+found";

  /// What is in a data directory besides the files whose names begin with that of the program or
  /// the database: the mail, and what file systems put into their topmost directory.
  private static final Set<String> OTHERS = Set.of("mail", LOST_AND_FOUND);

  /// How it was named.
  private final Path name;

  /// Where symbolic links lead.
  private final Path path;

  private final String database;
  private final PosixFileAttributes found;

  private PrivateDirectory(Path name, String database) throws IOException {
    this.name = name;
    this.path = name.toRealPath();
    this.database = database;
    this.found = Files.readAttributes(path, PosixFileAttributes.class);
  }

  /// Creates a directory if there is none, and keeps it from everyone but who runs the program. One
  /// that is open to others is closed to them if it holds Meetwright's data alone.
  ///
  /// @param database the name of its database, without a suffix
  /// @throws UnsafeDirectoryException if it cannot be created or written, belongs to someone else,
  ///   or is open to others and holds more
  public static void secure(Path directory, String database) {
    try {
      OwnerOnly.createDirectories(directory);
    } catch (IOException failed) {
      throw new UnsafeDirectoryException(
          "The data directory "
              + directory
              + " cannot be created ("
              + failed.getClass().getSimpleName()
              + "); choose another with --home.",
          failed);
    }
    if (OwnerOnly.isPosix(directory)) {
      try {
        new PrivateDirectory(directory, database).secure();
      } catch (IOException failed) {
        throw new UnsafeDirectoryException(
            "The data directory "
                + directory
                + " cannot be kept from other users ("
                + failed.getClass().getSimpleName()
                + "); choose another with --home.",
            failed);
      }
    }
  }

  private void secure() throws IOException {
    UserPrincipal owner = whoRuns();
    if (!found.owner().equals(owner)) {
      throw refused(
          "belongs to %s, not to %s; choose another with --home, or run this program as %s."
              .formatted(found.owner(), owner, found.owner()));
    }
    List<Path> data = data();
    if (OwnerOnly.isOpen(found.permissions())) {
      close(data, owner);
    }
    for (Path each : data) {
      OwnerOnly.tighten(each, owner);
    }
  }

  /// Returns to whom a new file in the directory belongs.
  private UserPrincipal whoRuns() {
    try {
      Path trial = Files.createTempFile(path, "meetwright.", ".trial");
      try {
        return Files.getOwner(trial);
      } finally {
        Files.delete(trial);
      }
    } catch (IOException failed) {
      throw new UnsafeDirectoryException(
          about(
              "cannot be written (%s). It belongs to %s: run this program as its owner, or choose"
                      .formatted(failed.getClass().getSimpleName(), found.owner())
                  + " another with --home."),
          failed);
    }
  }

  /// Returns what is Meetwright's in the directory.
  private List<Path> data() throws IOException {
    List<Path> data = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path, this::isOurs)) {
      all.forEach(data::add);
    }
    return data;
  }

  private boolean isOurs(Path file) {
    String called = String.valueOf(file.getFileName());
    return OTHERS.contains(called)
        || called.startsWith("meetwright.")
        || called.startsWith(database + ".");
  }

  private void close(List<Path> data, UserPrincipal owner) throws IOException {
    refuseShared();
    Files.setPosixFilePermissions(path, OwnerOnly.DIRECTORY);
    if (OwnerOnly.isOpen(Files.getPosixFilePermissions(path))) {
      throw refused(
          "is open to other users, and its file system keeps no permissions; choose another with"
              + " --home.");
    }
    if (found.permissions().contains(PosixFilePermission.GROUP_WRITE)
        || found.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      refuseWhatOthersPutIn(data, owner);
    }
    LOG.warning(
        about("was open to other users (%s) and is for its owner alone now.".formatted(modes())));
  }

  /// Whoever shares a directory with others has more in it. Closing it might close all others out
  /// of their home, or of everything.
  private void refuseShared() throws IOException {
    boolean sticky = ((Integer) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
    try (DirectoryStream<Path> others = Files.newDirectoryStream(path, file -> !isOurs(file))) {
      var other = others.iterator();
      if (sticky || path.getParent() == null || other.hasNext()) {
        String more = other.hasNext() ? ", for instance " + other.next().getFileName() : "";
        throw refused(
            "is open to other users (%s) and not for Meetwright's data alone%s; choose a directory"
                    .formatted(modes(), more)
                + " of its own with --home.");
      }
    }
  }

  private void refuseWhatOthersPutIn(List<Path> data, UserPrincipal owner) throws IOException {
    for (Path each : data) {
      UserPrincipal whose = Files.getOwner(each, LinkOption.NOFOLLOW_LINKS);
      if (!whose.equals(owner) && !each.endsWith(LOST_AND_FOUND)) {
        throw refused(
            "could be written by other users, and %s in it belongs to %s; take it away, or make it"
                    .formatted(each.getFileName(), whose)
                + " yours (chown) if it is meant to be there.");
      }
    }
  }

  private String modes() {
    return PosixFilePermissions.toString(found.permissions());
  }

  private UnsafeDirectoryException refused(String why) {
    return new UnsafeDirectoryException(about(why), null);
  }

  private String about(String what) {
    return "The data directory " + name + " " + what;
  }
}
