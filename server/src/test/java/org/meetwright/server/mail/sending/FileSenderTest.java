package org.meetwright.server.mail.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.MailDelivery;
import org.meetwright.server.mail.MailFixture;
import org.meetwright.server.mail.Waiting;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;

class FileSenderTest {
  @TempDir Path directory;
  private Office office;
  private MailDelivery delivery;

  @BeforeEach
  void open() {
    office = Office.in(directory);
    MailSettings settings = new MailSettings("", 25, "", "", Tls.NONE, Office.FROM);
    MailSender sender = MailSender.of(settings, directory);
    delivery = MailFixture.delivery(office.core(), () -> Office.URL, sender, Office.FROM);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(directory.resolve("mail"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory.resolve("mail"))) {
      return files.sorted().toList();
    }
  }

  private Booking bookAndDeliver() throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    try (OutboxWorker _ =
        OutboxWorker.start(
            office.core().outbox(), List.of(new Handler<>(BookingNotice.KIND, delivery)))) {
      Waiting.until(() -> office.core().outbox().count("done") == 2);
    }
    return booking;
  }

  @Test
  void writesFilesThatMailProgramsRead() throws Exception {
    Booking booking = bookAndDeliver();

    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "20261120t080000z-booked-host-%s-1-booked-host-%s.eml"
                .formatted(booking.id(), office.ada().id()),
            "20261120t080000z-booked-invitee-" + booking.id() + "-1-booked-invitee.eml");
    try (InputStream in = Files.newInputStream(files().get(1))) {
      MimeMessage message = new MimeMessage(null, in);
      assertThat(message.getSubject()).startsWith("Confirmed: 30-minute call");
      assertThat(message.getHeader("To")).containsExactly("Bob Brown <bob@example.net>");
      assertThat(message.getContentType()).startsWith("multipart/mixed");
    }
  }

  @Test
  void writesTheSameMessageIntoTheSameFile() throws Exception {
    Booking booking = bookAndDeliver();
    List<Path> before = files();

    new Handler<>(BookingNotice.KIND, delivery).deliver(noticeOf(booking));

    assertThat(files()).isEqualTo(before);
  }

  /// Returns the message to the invitee once more.
  private Message noticeOf(Booking booking) {
    String payload =
        """
        {"event": "BOOKED", "audience": "INVITEE", "hostId": null, "guest": null, "bookingId": "%s",
         "hosts": ["%s"], "actorId": null,
         "start": "%s", "end": "%s", "previousStart": null, "sequence": 0, "reason": "",
         "actor": "INVITEE", "at": "%s"}
        """
            .formatted(booking.id(), office.ada().id(), booking.start(), booking.end(), Office.NOW);
    String key = booking.id() + "-1-booked-invitee";
    return new Message(
        Ids.next(),
        BookingNotice.KIND.name(),
        key,
        "",
        booking.id(),
        payload,
        "pending",
        Office.NOW,
        2,
        null,
        null,
        Office.NOW);
  }

  @Test
  void deletesWhatAKilledServerLeftHalfWritten() throws Exception {
    bookAndDeliver();
    Files.createFile(directory.resolve("mail").resolve(".123.tmp"));
    MailSender.of(new MailSettings("", 25, "", "", Tls.NONE, Office.FROM), directory).close();
    assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".eml"));
  }

  @Test
  void forgetsWhatIsToSomeoneOrTellsOfHim() throws Exception {
    bookAndDeliver();
    try (FileSender sender = FileSender.in(directory)) {
      assertThat(sender.forget(new EmailAddress("ob@example.com"))).isZero();
      assertThat(sender.forget(new EmailAddress("BOB@example.net"))).isEqualTo(2);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsMailToItsOwner() throws Exception {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    bookAndDeliver();

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("mail"))))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void closesToOthersWhatWasOpenToThem() throws Exception {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path mail = Files.createDirectory(directory.resolve("mail"));
    Path old = Files.createFile(mail.resolve("old.eml"));
    Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
    bookAndDeliver();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mail)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
        .isEqualTo("rw-------");
  }
}
