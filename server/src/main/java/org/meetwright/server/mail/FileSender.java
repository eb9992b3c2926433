package org.meetwright.server.mail;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes mail into files, where no SMTP server is configured: `NAME.eml`, whole or not at all. The
/// same mail again replaces its file.
public final class FileSender implements MailSender {
  private final Path directory;

  /// Creates the sender.
  ///
  /// @param directory is created with the first mail, for its owner's eyes only
  public FileSender(Path directory) {
    this.directory = directory;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public void send(OutgoingMail mail) throws MessagingException, IOException {
    createDirectory();
    // Created for its owner's eyes only, by the contract of createTempFile.
    Path whole = Files.createTempFile(directory, ".", ".tmp");
    try {
      write(mail, whole);
      Files.move(whole, directory.resolve(mail.name() + ".eml"), ATOMIC_MOVE, REPLACE_EXISTING);
      syncNames();
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void write(OutgoingMail mail, Path file) throws MessagingException, IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      mail.message().writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private void createDirectory() throws IOException {
    FileAttribute<?>[] ownerOnly =
        isPosix(directory)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(directory, ownerOnly);
  }

  /// Puts the file's name on disk as well. Windows does not open directories, and needs no such.
  private void syncNames() throws IOException {
    if (isPosix(directory)) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }
}
