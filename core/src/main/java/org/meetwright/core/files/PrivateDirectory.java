package org.meetwright.core.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/// A directory for the data, which is for its owner alone.
public final class PrivateDirectory {
  private static final Logger LOG = Logger.getLogger(PrivateDirectory.class.getName());
  private static final int STICKY = 01000;
  private static final String TRIAL = ".trial";
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
  /// that is open to others is closed to them if it holds a database, or nothing but files, and all
  /// of the same owner.
  ///
  /// @param database the name of its database, without a suffix
  /// @throws UnsafeDirectoryException if it cannot be created or written, belongs to someone else,
  ///   or is open to others and seems to be for more
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
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, PrivateDirectory::isToStay)) {
      files.forEach(all::add);
    }
    if (OwnerOnly.isOpen(found.permissions())) {
      close(all, owner);
    }
    for (Path each : all) {
      if (isOurs(each)) {
        OwnerOnly.tighten(each, owner);
      }
    }
  }

  private static boolean isToStay(Path file) {
    return !file.toString().endsWith(TRIAL);
  }

  /// Returns to whom a new file in the directory belongs.
  private UserPrincipal whoRuns() {
    try {
      Path trial = Files.createTempFile(path, "meetwright.", TRIAL);
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

  private void close(List<Path> all, UserPrincipal owner) throws IOException {
    refuseShared(all, owner);
    Files.setPosixFilePermissions(path, OwnerOnly.DIRECTORY);
    if (OwnerOnly.isOpen(Files.getPosixFilePermissions(path))) {
      throw refused(
          "is open to other users, and its file system keeps no permissions; choose another with"
              + " --home.");
    }
    LOG.warning(
        about("was open to other users (%s) and is for its owner alone now.".formatted(modes())));
  }

  /// Refuses what others may need: closing it might close them out of their home, or of everything.
  /// What another user put in is not used either: H2 runs what a database tells it to.
  private void refuseShared(List<Path> all, UserPrincipal owner) throws IOException {
    if (path.getParent() == null
        || isSticky()
        || (isHome() && !all.stream().allMatch(this::isOurs))) {
      throw shared("");
    }
    for (Path each : all) {
      UserPrincipal whose = Files.getOwner(each, LinkOption.NOFOLLOW_LINKS);
      if (!whose.equals(owner) && !each.endsWith(LOST_AND_FOUND)) {
        throw shared(", as %s in it belongs to %s".formatted(each.getFileName(), whose));
      }
    }
    if (!all.contains(path.resolve(database + ".mv.db"))) {
      Optional<Path> other = all.stream().filter(each -> !isOurs(each) && !isPlain(each)).findAny();
      if (other.isPresent()) {
        throw shared(", as it has " + other.get().getFileName() + " in it");
      }
    }
  }

  private boolean isSticky() throws IOException {
    return ((Integer) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
  }

  private boolean isHome() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    return Files.exists(home) && Files.isSameFile(path, home);
  }

  private boolean isOurs(Path file) {
    String called = String.valueOf(file.getFileName());
    return OTHERS.contains(called)
        || called.startsWith("meetwright.")
        || called.startsWith(database + ".");
  }

  /// Returns whether something is what one puts beside data, such as a log or a list. A directory,
  /// or a file that `ls` does not show, tells that more goes on here.
  private static boolean isPlain(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private UnsafeDirectoryException shared(String because) {
    return refused(
        "is open to other users (%s) and seems to be for more than Meetwright's data%s; choose a"
                .formatted(modes(), because)
            + " directory of its own with --home.");
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
