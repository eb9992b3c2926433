package org.meetwright.core.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.age.Age.AgeException;

/// A backup cannot be written, read or restored; says why, and what to do next. The message is for
/// the person who asked for it.
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  BackupException(String message) {
    this(message, null);
  }

  static BackupException unreadable(Path file, IOException failed) {
    String why =
        switch (failed) {
          case NoSuchFileException _ -> "is not there.";
          case EOFException _ -> "is cut short; take another backup. Nothing was changed.";
          case AgeException said -> "cannot be read. " + said.getMessage() + ".";
          case ZipException _ -> "was changed, or is damaged. Take another backup.";
          default -> "cannot be read: " + failed + ".";
        };
    return new BackupException("The file " + file + " " + why, failed);
  }

  static BackupException damaged(Path file, String how) {
    return new BackupException(
        "The file " + file + " was changed, or is damaged: " + how + ". Take another backup.");
  }

  static BackupException unwritable(Path file, IOException failed) {
    return new BackupException(
        failed instanceof FileAlreadyExistsException
            ? "The file " + file + " is there already; choose another name, or add --force."
            : "The backup " + file + " could not be written: " + failed + ".",
        failed);
  }
}
