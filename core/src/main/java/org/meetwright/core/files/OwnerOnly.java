package org.meetwright.core.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// Makes files and directories that nobody but their owner may open, whatever the process allows
/// others by default (its umask), and takes from others what they may do with those that are there.
/// On systems without such permissions (Windows) the access control list of the directory decides.
public final class OwnerOnly {
  static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// Returns whether anyone but the owner may do anything.
  static boolean isOpen(Set<PosixFilePermission> permissions) {
    return !OWNERS.containsAll(permissions);
  }

  /// Returns whether anyone but its owner may do anything with a file or directory; false where the
  /// system has no such permissions.
  public static boolean isOpenToOthers(Path path) throws IOException {
    return isPosix(path) && isOpen(Files.getPosixFilePermissions(path));
  }

  /// Opens a file, and keeps it from others if it was there before. A symbolic link is refused.
  ///
  /// @throws IOException if it cannot be opened, or belongs to someone else
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    Set<OpenOption> all = new HashSet<>(Set.of(options));
    all.add(LinkOption.NOFOLLOW_LINKS);
    if (!isPosix(file)) {
      return FileChannel.open(file, all);
    }
    FileChannel opened = FileChannel.open(file, all, PosixFilePermissions.asFileAttribute(FILE));
    try {
      if (isOpen(Files.getPosixFilePermissions(file))) {
        Files.setPosixFilePermissions(file, FILE);
      }
      return opened;
    } catch (IOException notOurs) {
      opened.close();
      throw notOurs;
    }
  }

  /// Creates a directory, and those above it, if there is none.
  public static void createDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (isPosix(directory)) {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
    } else {
      Files.createDirectories(directory);
    }
  }

  /// Takes from others what they may do with a file, or with a directory and the files in it. Left
  /// as it is: what belongs to someone else, what is in a directory that was closed to others
  /// before, and a directory that a symbolic link leads to.
  ///
  /// @param owner whose it has to be
  static void tighten(Path path, UserPrincipal owner) throws IOException {
    if (!isPosix(path)) {
      return;
    }
    try {
      PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class);
      boolean elsewhere = found.isDirectory() && Files.isSymbolicLink(path);
      if (elsewhere || !isOpen(found.permissions()) || !found.owner().equals(owner)) {
        return;
      }
      Set<PosixFilePermission> left = EnumSet.copyOf(OWNERS);
      left.retainAll(found.permissions());
      Files.setPosixFilePermissions(path, left);
      if (found.isDirectory()) {
        tightenAll(path, "*", owner);
      }
    } catch (NoSuchFileException gone) {
      // The lock file of a program that has just ended, or a link that leads nowhere.
    }
  }

  private static void tightenAll(Path directory, String names, UserPrincipal owner)
      throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, names)) {
      for (Path each : found) {
        tighten(each, owner);
      }
    }
  }

  /// Takes from others what they may do with a directory and what is in it; nothing happens to one
  /// that is closed to others.
  public static void tighten(Path directory) throws IOException {
    if (isPosix(directory)) {
      tighten(directory, Files.getOwner(directory));
    }
  }

  /// Takes from others what they may do with the files of a directory whose names match.
  ///
  /// @param names a glob pattern
  public static void tightenAll(Path directory, String names) throws IOException {
    if (isPosix(directory)) {
      tightenAll(directory, names, Files.getOwner(directory));
    }
  }
}
