package org.meetwright.server.pages.manage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.WebCalendars;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.WrittenAnswers;
import org.meetwright.server.text.WrittenPlace;
import org.meetwright.server.text.ZoneNames;

/// A booking, as its invitee sees it.
///
/// Wide: the template reads each of them by its name.
///
/// @param status the word of the booking's status
/// @param start when it begins, as programs read it
/// @param mail what became of the mail about it; null if there is nothing to say
/// @param zone the zone that the times are in
/// @param whereHref where the place can be reached; null if it is not a link
/// @param guestsNote what is said about the guests; null for nothing
/// @param open whether it holds its time and has not ended
/// @param cancellable whether the invitee can still cancel it
/// @param movable whether the invitee can still move it
/// @param changeNotes what he has to know about moving and cancelling
/// @param contacts where to write to if he can do nothing here himself
/// @param after what the host has for those who have booked
/// @param again where another one can be booked; null if it is no longer offered
public record BookingView(
    Shell shell,
    String token,
    String status,
    String start,
    String title,
    String lead,
    @Nullable String mail,
    String name,
    String hosts,
    String date,
    String times,
    String zone,
    @Nullable String where,
    @Nullable String whereHref,
    String invitee,
    String email,
    List<String> guests,
    @Nullable String guestsNote,
    List<Answered> answers,
    String notes,
    String reason,
    boolean open,
    boolean cancellable,
    boolean movable,
    List<String> changeNotes,
    List<NamedLink> contacts,
    @Nullable WebCalendars calendars,
    AfterBooking after,
    @Nullable String again) {

  /// A question and what was answered.
  public record Answered(String question, String answer) {
    /// Returns those of the questions that were answered.
    public static List<Answered> all(
        List<Question> questions, Map<UUID, Answer> answers, Texts texts) {
      List<Answered> all = new ArrayList<>();
      for (Question question : questions) {
        Answer answer = answers.get(question.id());
        if (answer != null) {
          all.add(new Answered(question.label(), text(answer, texts)));
        }
      }
      return all;
    }

    private static String text(Answer answer, Texts texts) {
      return WrittenAnswers.text(answer, texts.get("details.yes"), texts.get("details.no"));
    }
  }

  /// What can still be done about a booking.
  ///
  /// @param open whether it holds its time and has not ended
  /// @param mail what became of the mail about it; null if there is nothing to say
  /// @param questions what was asked, as far as it is still known
  /// @param again where the same can be booked; null if it is no longer offered
  /// @param after what the host has for those who have booked
  /// @param notes what the invitee has to know about moving and cancelling
  public record Next(
      boolean open,
      @Nullable String mail,
      List<Question> questions,
      @Nullable String again,
      boolean cancellable,
      boolean movable,
      AfterBooking after,
      List<String> notes) {

    private boolean kept() {
      return open && !(cancellable && movable);
    }
  }

  /// Shows a booking in the zone of its invitee.
  public static BookingView of(
      Shell shell, String token, Booking booking, TimeFormats formats, Next next) {
    Texts texts = shell.texts();
    String word = booking.status().word();
    String hosts = String.join(", ", booking.hosts().stream().map(MeetingHost::name).toList());
    Location location = booking.location();
    URI link = location == null ? null : location.link();
    boolean confirmed = booking.status() == BookingStatus.CONFIRMED;
    String kind = confirmed && !next.open() ? "ended" : word;
    String lead = confirmed && next.kept() ? "kept" : kind;
    return new BookingView(
        shell,
        token,
        word,
        booking.start().toString(),
        texts.get("booking.title." + kind),
        texts.get("booking.lead." + lead, hosts, booking.invitee().email()),
        next.mail(),
        booking.eventTypeName(),
        hosts,
        formats.fullDate(formats.date(booking.start())),
        formats.times(booking.start(), booking.end()),
        ZoneNames.full(formats.zone(), booking.start()),
        WrittenPlace.of(booking, Audience.INVITEE, Locale.of(texts.language())).orElse(null),
        link == null ? null : link.toString(),
        booking.invitee().name(),
        booking.invitee().email().value(),
        booking.guests().stream().map(EmailAddress::value).toList(),
        booking.guestsWait() && next.open()
            ? texts.get(confirmed ? "booking.guests.wait" : "booking.guests.approval")
            : null,
        Answered.all(next.questions(), booking.answers(), texts),
        booking.notes(),
        booking.endReason(),
        next.open(),
        next.cancellable(),
        next.movable(),
        next.notes(),
        next.open() && next.kept()
            ? booking.hosts().stream().map(MeetingHost::email).map(NamedLink::to).toList()
            : List.of(),
        confirmed && next.open()
            ? WebCalendars.of(booking, booking.start(), booking.end(), texts)
            : null,
        next.after(),
        next.again());
  }
}
