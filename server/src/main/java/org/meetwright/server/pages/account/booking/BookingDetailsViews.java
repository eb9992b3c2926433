package org.meetwright.server.pages.account.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.email.Email;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.pages.account.booking.BookingDetails.Can;
import org.meetwright.server.pages.account.booking.BookingDetails.Fact;
import org.meetwright.server.pages.account.booking.BookingDetails.Line;
import org.meetwright.server.pages.account.booking.BookingDetails.Mail;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.manage.BookingView.Answered;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.WrittenPlace;
import org.meetwright.server.text.ZoneNames;

/// Writes down what a host is told of a booking.
///
/// @param eventType null if it has been deleted since
record BookingDetailsViews(
    AccountRequest asked, Caller caller, Booking booking, @Nullable EventType eventType) {

  private Texts words() {
    return asked.words();
  }

  TimeFormats formats() {
    return asked.formats(caller);
  }

  Can can(Instant now) {
    boolean open = booking.isOpen(now);
    return new Can(
        booking.status() == BookingStatus.PENDING && now.isBefore(booking.start()),
        open && eventType != null,
        open,
        booking.status() == BookingStatus.CONFIRMED
            && !booking.noShow()
            && !now.isBefore(booking.start()));
  }

  List<Fact> facts(Instant now) {
    List<Fact> facts = new ArrayList<>();
    facts.add(when(words().get("bookings.when"), caller.host().timeZone()));
    if (readsOtherwise()) {
      facts.add(when(words().get("bookings.whenInvitee"), booking.invitee().timeZone()));
    }
    where().ifPresent(facts::add);
    facts.add(invitee());
    if (booking.hosts().size() > 1 || !booking.isWith(caller.host().id())) {
      facts.add(
          new Fact(
              words().get("bookings.hosts"),
              booking.hosts().stream().map(MeetingHost::name).map(Line::of).toList()));
    }
    if (!booking.guests().isEmpty()) {
      facts.add(
          new Fact(
              words().get("bookings.guests"),
              booking.guests().stream().map(BookingDetailsViews::mailbox).toList()));
    }
    if (eventType != null) {
      Answered.all(
              eventType.questions(), booking.answers(), PageTexts.of(asked.request().language()))
          .forEach(answered -> facts.add(Fact.of(answered.question(), answered.answer())));
    }
    said(facts, "bookings.notes", booking.notes());
    said(facts, "bookings.reason", booking.endReason());
    reminders(now).ifPresent(facts::add);
    return facts;
  }

  private void said(List<Fact> facts, String label, String text) {
    if (!text.isEmpty()) {
      facts.add(Fact.of(words().get(label), text));
    }
  }

  /// Returns whether the invitee reads other times than the host.
  private boolean readsOtherwise() {
    return Stream.of(booking.start(), booking.end())
        .anyMatch(
            at ->
                !booking
                    .invitee()
                    .timeZone()
                    .getRules()
                    .getOffset(at)
                    .equals(caller.host().timeZone().getRules().getOffset(at)));
  }

  private Fact when(String label, ZoneId zone) {
    TimeFormats formats = new TimeFormats(formats().locale(), zone, formats().twelveHours());
    return new Fact(
        label,
        List.of(
            new Line(formats.fullDate(formats.date(booking.start())), null, true),
            new Line(formats.times(booking.start(), booking.end()), null, true),
            Line.of(ZoneNames.full(zone, booking.start()))));
  }

  private Optional<Fact> where() {
    return WrittenPlace.of(booking, Audience.HOST, asked.request().language())
        .map(
            where -> {
              String link = where.matches("https?://\\S+") ? where : null;
              return new Fact(words().get("bookings.where"), List.of(new Line(where, link, false)));
            });
  }

  private Fact invitee() {
    Locale language = booking.invitee().locale();
    return new Fact(
        words().get("bookings.invitee"),
        List.of(
            new Line(booking.invitee().name(), null, true),
            mailbox(booking.invitee().email()),
            Line.of(
                words()
                    .get(
                        "bookings.reads",
                        Locale.of(language.getLanguage())
                            .getDisplayLanguage(asked.request().language())))));
  }

  private static Line mailbox(EmailAddress address) {
    NamedLink link = NamedLink.to(address);
    return new Line(link.label(), link.href(), false);
  }

  private Optional<Fact> reminders(Instant now) {
    if (eventType == null || booking.status() != BookingStatus.CONFIRMED) {
      return Optional.empty();
    }
    List<Line> due =
        eventType.correspondence().reminderMinutes().stream()
            .map(minutes -> booking.start().minus(Duration.ofMinutes(minutes)))
            .filter(now::isBefore)
            .sorted()
            .map(at -> Line.of(formats().fullDateAndTime(at)))
            .toList();
    return due.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact(words().get("bookings.reminders"), due));
  }

  List<Mail> mails(List<Email> emails) {
    return emails.stream()
        .map(
            email ->
                new Mail(
                    email.recipient(),
                    email.subject(),
                    state(email.state()),
                    asked.written(
                        email.sentAt() == null ? email.createdAt() : email.sentAt(), caller),
                    email.state().equals("sent") ? null : email.lastError()))
        .toList();
  }

  private StateLabel state(String word) {
    String look =
        switch (word) {
          case "sent" -> "stands";
          case "failed" -> "ended";
          default -> "waits";
        };
    return new StateLabel(words().get("mails.state." + word), look);
  }
}
