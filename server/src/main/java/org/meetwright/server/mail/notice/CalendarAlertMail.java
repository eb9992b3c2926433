package org.meetwright.server.mail.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.CalendarProblems.ProblemKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.time.Interval;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.letter.Letter;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.WrittenTime;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Tells a host by mail what he has to do about his calendars, if it is still so.
public final class CalendarAlertMail implements Delivery<CalendarAlert> {
  private static final String TEXTS = "org.meetwright.server.calendar.texts";
  private static final String PAGE = "/account/calendars";

  /// How many changed meetings are listed; the page has them all.
  private static final int MOST_ROWS = 10;

  private final Hosts hosts;
  private final CalendarConnections connections;
  private final CalendarProblems problems;
  private final Bookings bookings;
  private final Supplier<URI> publicUrl;
  private final UnstoredMails mails;

  /// Creates the delivery.
  ///
  /// @param publicUrl the address under which people reach the server, without a slash at the end
  public CalendarAlertMail(
      Hosts hosts,
      CalendarConnections connections,
      CalendarProblems problems,
      Bookings bookings,
      Supplier<URI> publicUrl,
      UnstoredMails mails) {
    this.hosts = hosts;
    this.connections = connections;
    this.problems = problems;
    this.bookings = bookings;
    this.publicUrl = publicUrl;
    this.mails = mails;
  }

  /// Sends the mail, if there is something to do about it by now.
  ///
  /// @throws PermanentFailure if it can never be sent
  /// @throws MessagingException if it could not be sent now
  /// @throws IOException if it could not be written now
  @Override
  public void deliver(CalendarAlert alert, Message message)
      throws PermanentFailure, MessagingException, IOException {
    Host host = hosts.find(alert.hostId()).filter(Host::active).orElse(null);
    Letter letter = host == null ? null : letter(alert, host);
    if (host != null && letter != null) {
      mails.send(message.dedupeKey(), alert.at(), host.email(), host.name(), letter);
    }
  }

  private @Nullable Letter letter(CalendarAlert alert, Host host) {
    return switch (alert.meaning()) {
      case SIGN_IN -> signIn(alert, host);
      case DOUBTED -> doubted(alert, host);
      case EVENT_CHANGED -> changed(host);
      case COLLISION -> collision(alert, host);
    };
  }

  private @Nullable CalendarConnection account(CalendarAlert alert) {
    return connections.find(alert.hostId(), alert.subjectId()).orElse(null);
  }

  private @Nullable Letter signIn(CalendarAlert alert, Host host) {
    CalendarConnection account = account(alert);
    if (account == null || account.state() != ConnectionState.REAUTH) {
      return null;
    }
    Writing writing = new Writing(host);
    List<Row> rows =
        List.of(
            Row.of(writing.texts.get("alert.account"), account.name()),
            Row.of(writing.texts.get("alert.since"), writing.time(alert.at())));
    return writing.letter("sign_in", account.name(), rows, PAGE + "/" + account.id());
  }

  private @Nullable Letter doubted(CalendarAlert alert, Host host) {
    CalendarConnection account = account(alert);
    List<String> names =
        connections.calendars(alert.hostId(), alert.subjectId()).stream()
            .flatMap(List::stream)
            .filter(one -> one.progress().doubt() == Doubt.TOLD)
            .map(Calendar::remote)
            .map(remote -> remote.name())
            .toList();
    if (account == null || names.isEmpty()) {
      return null;
    }
    Writing writing = new Writing(host);
    List<Row> rows =
        List.of(
            Row.of(writing.texts.get("alert.account"), account.name()),
            Row.of(writing.texts.get("alert.calendar"), String.join("\n", names)));
    return writing.letter("doubted", names.getFirst(), rows, PAGE);
  }

  private @Nullable Letter changed(Host host) {
    Writing writing = new Writing(host);
    List<Row> rows = new ArrayList<>();
    List<CalendarProblem> open =
        problems.of(host.id()).stream()
            .filter(one -> one.kind() == ProblemKind.MOVED || one.kind() == ProblemKind.DELETED)
            .toList();
    if (open.isEmpty()) {
      return null;
    }
    for (CalendarProblem one : open.subList(0, Math.min(MOST_ROWS, open.size()))) {
      Booking booking = one.booking();
      Interval there = one.there();
      String what =
          there == null
              ? writing.texts.get("alert.deleted", one.calendar())
              : writing.texts.get(
                  "alert.moved", one.calendar(), writing.time(there.startInclusive()));
      rows.add(Row.of(booking.invitee().name(), writing.time(booking.start()) + "\n" + what));
    }
    return writing.letter("event_changed", open.getFirst().calendar(), rows, PAGE);
  }

  private @Nullable Letter collision(CalendarAlert alert, Host host) {
    Booking booking =
        bookings.find(alert.subjectId()).filter(one -> one.isOpen(alert.at())).orElse(null);
    if (booking == null || !booking.isWith(host.id())) {
      return null;
    }
    Writing writing = new Writing(host);
    List<Row> rows =
        List.of(
            Row.of(writing.texts.get("alert.with"), booking.invitee().name()),
            Row.of(writing.texts.get("alert.when"), writing.time(booking.start())));
    return writing.letter(
        "collision", booking.invitee().name(), rows, "/account/bookings/" + booking.id());
  }

  /// Writes to one host.
  private final class Writing {
    private final Host host;
    private final Locale locale;
    private final Texts texts;

    Writing(Host host) {
      this.host = host;
      this.locale = Translations.readable(host.locale());
      this.texts = Texts.of(TEXTS, locale);
    }

    String time(Instant at) {
      return new WrittenTime(at, at, host.timeZone(), locale).briefWithZone();
    }

    Letter letter(String what, String title, List<Row> rows, String path) {
      return new Letter(
          locale.toLanguageTag(),
          texts.get("alert." + what + ".subject", title),
          texts.get("alert." + what + ".heading"),
          title,
          Tone.WAITING,
          texts.get("alert." + what + ".lead"),
          rows,
          new Action(texts.get("alert." + what + ".action"), URI.create(publicUrl.get() + path)),
          texts.get("alert.footer"));
    }
  }
}
