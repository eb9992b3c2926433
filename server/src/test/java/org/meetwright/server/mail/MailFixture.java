package org.meetwright.server.mail;

import java.net.URI;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.allowance.Permission;
import org.meetwright.server.mail.letter.Brands;
import org.meetwright.server.mail.letter.MailFactsReader;
import org.meetwright.server.mail.letter.MailLinks;
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
}
