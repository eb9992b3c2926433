package org.meetwright.server.mail.sending;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.core.value.EmailAddress;

/// Writes mail into files, where no SMTP server is configured: `NAME.eml`, whole or not at all. The
/// same mail again replaces its file.
public final class FileSender implements MailSender {
  private static final Logger LOG = Logger.getLogger(FileSender.class.getName());
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Path directory;

  /// Creates the sender.
  ///
  /// @param directory is created with the first mail, for its owner's eyes only
  public FileSender(Path directory) {
    this.directory = directory;
  }

  /// Returns the sender of a data directory.
  public static FileSender in(Path home) {
    return new FileSender(home.resolve("mail"));
  }

  /// Deletes what a killed program left half written.
  void sweep() {
    for (Path left : files(".*.tmp")) {
      try {
        Files.deleteIfExists(left);
      } catch (IOException kept) {
        LOG.log(Level.WARNING, "Cannot delete " + left, kept);
      }
    }
  }

  /// Deletes the mails that are to someone or name his address, and all others about the same
  /// bookings.
  ///
  /// @return how many
  /// @throws IOException if one cannot be deleted
  public int forget(EmailAddress email) throws IOException {
    List<Path> mails = files("*.eml");
    Set<String> bookings = new HashSet<>();
    Set<Path> gone = new LinkedHashSet<>();
    for (Path mail : mails) {
      if (names(mail, email)) {
        gone.add(mail);
        bookingId(mail).ifPresent(bookings::add);
      }
    }
    mails.stream()
        .filter(mail -> bookingId(mail).filter(bookings::contains).isPresent())
        .forEach(gone::add);
    for (Path mail : gone) {
      Files.deleteIfExists(mail);
    }
    return gone.size();
  }

  private List<Path> files(String pattern) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
        files.forEach(found::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return found;
  }

  /// Returns the first id in a file's name: the booking's.
  private static Optional<String> bookingId(Path mail) {
    Matcher id = ID.matcher(String.valueOf(mail.getFileName()));
    return id.find() ? Optional.of(id.group()) : Optional.empty();
  }

  private static boolean names(Path mail, EmailAddress email) throws IOException {
    try (InputStream in = Files.newInputStream(mail)) {
      MimeMessage message = new MimeMessage(null, in);
      String to = String.join(",", message.getHeader("To"));
      return (to + text(message)).toLowerCase(Locale.ROOT).contains(email.key());
    } catch (MessagingException unreadable) {
      return false;
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return String.valueOf(part.getContent());
    }
    StringBuilder text = new StringBuilder();
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(text(parts.getBodyPart(i)));
      }
    }
    return text.toString();
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public void send(OutgoingMail mail) throws MessagingException, IOException {
    OwnerOnly.createDirectories(directory);
    OwnerOnly.tighten(directory);
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

  /// Returns the directory.
  @Override
  public String toString() {
    return directory.toString();
  }

  /// Has nothing to let go.
  @Override
  public void close() {}

  /// Puts the file's name on disk as well. Windows does not open directories, and needs no such.
  private void syncNames() throws IOException {
    if (isPosix(directory)) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }
}
