package org.meetwright.server.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.Office;
import org.meetwright.server.mail.allowance.Permission;
import org.meetwright.server.mail.letter.Brands;
import org.meetwright.server.mail.letter.MailFactsReader;
import org.meetwright.server.mail.letter.MailLinks;
import org.meetwright.server.mail.sending.FileSender;
import org.meetwright.server.mail.sending.MailSender;

/// Wires the delivery of mail as the server does.
public final class MailFixture {
  private MailFixture() {}

  public static MailDelivery delivery(
      Core core, Supplier<URI> publicUrl, MailSender sender, EmailAddress from) {
    return new MailDelivery(
        core.clock(),
        core.bookings(),
        core.emails(),
        new MailFactsReader(
            core.clock(),
            core.hosts(),
            core.bookables(),
            core.eventTypes(),
            core.bookings(),
            core.writtenMeetings()::isWritten,
            new MailLinks(core.manageLinks(), core.hostLinks(), core.confirmations(), publicUrl)),
        new Brands(core.bookables(), core.brandings()),
        new Permission(core.emails(), core.mailAllowance()),
        new StoredMails(core.emails(), sender),
        from);
  }

  /// Starts a worker that writes the mails about bookings of an office into the files of a
  /// directory.
  static OutboxWorker worker(Office office, Path directory) {
    return OutboxWorker.start(
        office.core().outbox(),
        List.of(
            new Handler<>(
                BookingNotice.KIND,
                delivery(office.core(), () -> Office.URL, FileSender.in(directory), Office.FROM))));
  }
}
