package org.meetwright.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The mails that a server has put into files.
public record MailFiles(Path home) {
  /// A mail.
  ///
  /// @param text its part in plain text
  /// @param html its part in HTML
  public record Mail(String to, String subject, String text, String html) {
    /// Returns the part of an address of this server that stands in the text.
    ///
    /// @param path what it begins with
    public String link(String path) {
      Matcher link = Pattern.compile(Pattern.quote(path) + "[A-Za-z0-9_-]+").matcher(text);
      if (!link.find()) {
        throw new AssertionError("No " + path + " in " + text);
      }
      return link.group();
    }
  }

  /// Waits until there are as many mails to an address, and returns them, the oldest first.
  public List<Mail> await(String to, int count) throws Exception {
    Waiting.until(() -> to(to).size() >= count);
    return to(to);
  }

  /// Waits for a mail to an address with a link, and returns the link.
  ///
  /// @param path what it begins with
  public String awaitLink(String to, String path) throws Exception {
    Waiting.until(() -> to(to).stream().anyMatch(mail -> mail.text().contains(path)));
    return to(to).stream()
        .filter(mail -> mail.text().contains(path))
        .findFirst()
        .orElseThrow()
        .link(path);
  }

  /// Returns the mails to an address.
  public List<Mail> to(String to) throws IOException, MessagingException {
    return all().stream().filter(mail -> mail.to().equals(to)).toList();
  }

  private List<Mail> all() throws IOException, MessagingException {
    Path directory = home.resolve("mail");
    if (!Files.exists(directory)) {
      return List.of();
    }
    List<Mail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".eml"))
              .sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
              .toList()) {
        mails.add(read(file));
      }
    }
    return mails;
  }

  private static Mail read(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      Multipart parts = (Multipart) message.getContent();
      return new Mail(
          ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
          message.getSubject(),
          parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
          parts.getBodyPart(1).getContent().toString());
    }
  }
}
