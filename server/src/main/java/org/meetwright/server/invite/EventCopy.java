package org.meetwright.server.invite;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;
import org.meetwright.server.text.WrittenAnswers;
import org.meetwright.server.text.WrittenPlace;

/// Whose copy of a calendar event it is: his entry describes what he may see.
///
/// @param eventType null if it has been deleted since
/// @param manageLink where the invitee changes or cancels the booking; for his copy alone
public record EventCopy(
    Audience audience, Locale locale, @Nullable EventType eventType, @Nullable URI manageLink) {
  /// The texts inside calendar events.
  static final String CALENDAR = "org.meetwright.server.calendar.texts";

  private static final String MAIL = "org.meetwright.server.mail.texts";

  /// Creates the copy.
  ///
  /// @throws IllegalArgumentException if someone else than the invitee would get the manage link
  public EventCopy {
    locale = Translations.readable(locale);
    if (manageLink != null && audience != Audience.INVITEE) {
      throw new IllegalArgumentException("The manage link is for the invitee alone");
    }
  }

  /// Returns where it takes place; empty if that is not said, or not known yet.
  Optional<String> place(Booking booking) {
    return WrittenPlace.of(booking, audience, locale);
  }

  /// Returns the description of the event: what it is about, who it is with, and for host and
  /// invitee what was asked and said. Why it was moved is no part of it: an entry tells how the
  /// meeting is.
  public String description(Booking booking) {
    Texts texts = Texts.of(MAIL, locale);
    Lines lines = new Lines(texts);
    if (eventType != null) {
      lines.add(eventType.listing().description());
    }
    String hosts = texts.list(booking.hosts().stream().map(MeetingHost::name).toList());
    switch (audience) {
      case HOST -> {
        lines.add(
            texts.get("row.invitee"),
            booking.invitee().name() + ", " + booking.invitee().email().value());
        lines.add(
            texts.get("row.guests"),
            String.join(", ", booking.guests().stream().map(EmailAddress::value).toList()));
        addWhatWasSaid(lines, booking);
      }
      case INVITEE -> {
        lines.add(texts.get("row.host"), hosts);
        addWhatWasSaid(lines, booking);
      }
      case GUEST -> {
        lines.add(texts.get("row.host"), hosts);
        lines.add(texts.get("row.invitee"), booking.invitee().name());
      }
    }
    if (manageLink != null) {
      lines.add(Texts.of(CALENDAR, locale).get("manage", manageLink));
    }
    return lines.text.toString().strip();
  }

  private void addWhatWasSaid(Lines lines, Booking booking) {
    lines.add(lines.texts.get("row.notes"), booking.notes());
    new WrittenAnswers(lines.texts)
        .lines(eventType == null ? List.of() : eventType.questions(), booking.answers())
        .forEach(line -> lines.add(line.label(), line.text()));
  }

  /// A text in the making.
  private record Lines(Texts texts, StringBuilder text) {
    Lines(Texts texts) {
      this(texts, new StringBuilder());
    }

    void add(String paragraph) {
      if (!paragraph.isBlank()) {
        text.append(paragraph.strip()).append("\n\n");
      }
    }

    void add(String label, String value) {
      if (!value.isBlank()) {
        text.append(label)
            .append(label.endsWith("?") ? " " : texts.colon())
            .append(value.contains("\n") ? "\n" : "")
            .append(value.strip())
            .append("\n\n");
      }
    }
  }
}
