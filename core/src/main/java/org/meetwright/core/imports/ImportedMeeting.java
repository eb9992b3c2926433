package org.meetwright.core.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A meeting that was booked with another service.
///
/// @param eventTypeKey null if the service does not tell it
/// @param eventTypeName what it is called, cut after 100 characters
/// @param hostKeys who meets the invitees, at least one
/// @param location null if invitees learn it some other way
/// @param invited those who booked, at least one
public record ImportedMeeting(
    @Nullable String eventTypeKey,
    String eventTypeName,
    List<String> hostKeys,
    Interval time,
    @Nullable Location location,
    List<Invited> invited) {
  private static final int LONGEST_UID = 100;

  /// Creates the meeting.
  ///
  /// @throws InvalidValueException if it is longer than a day, or has nobody in it
  public ImportedMeeting {
    eventTypeName = Text.line("name", cut(eventTypeName.strip(), 100), 100);
    hostKeys = hostKeys.stream().distinct().toList();
    invited = List.copyOf(invited);
    Text.number("hosts", hostKeys.size(), 1, 100);
    Text.number("invitees", invited.size(), 1, 1000);
    if (Duration.between(time.startInclusive(), time.endExclusive()).compareTo(Timing.LONGEST)
        > 0) {
      throw new InvalidValueException("end", "must be at most a day after the start");
    }
  }

  /// An invitee of the meeting, and his booking.
  ///
  /// @param key what tells the booking apart there, at most 300 characters
  /// @param notes at most 5000 characters
  /// @param event the calendar event that he has; null if it is not known
  /// @param bookedAt null if it is not known
  public record Invited(
      String key,
      Invitee invitee,
      List<EmailAddress> guests,
      List<Answer> answers,
      String notes,
      State state,
      @Nullable EventIdentity event,
      @Nullable Instant bookedAt) {
    /// Creates it.
    ///
    /// @throws InvalidValueException if key or notes are not valid
    public Invited {
      key = Text.line("id", key, ImportedHost.LONGEST_KEY);
      guests =
          guests.stream().distinct().filter(one -> !one.equals(invitee.email())).limit(10).toList();
      answers = List.copyOf(answers);
      notes = Text.lines("notes", notes, 5000);
    }
  }

  /// What has become of a booking.
  ///
  /// @param reason why it was cancelled or declined; empty if nobody said
  public record State(BookingStatus status, boolean noShow, String reason) {
    /// Creates it.
    ///
    /// @throws InvalidValueException if the reason is not valid
    public State {
      reason = Text.lines("reason", cut(reason, 1000), 1000);
    }
  }

  /// An answer to a question of the form.
  ///
  /// @param question as it was asked
  /// @param texts several if several were chosen
  public record Answer(String question, List<String> texts) {
    /// Creates it.
    public Answer {
      texts = texts.stream().filter(text -> !text.isBlank()).toList();
    }

    /// Returns it as a line of notes.
    String line() {
      return question.strip() + ": " + String.join(", ", texts);
    }
  }

  /// A calendar event that the invitee has.
  ///
  /// @param sequence the number of changes that calendars know of it
  public record EventIdentity(String uid, int sequence) {
    /// Returns whether the UID can be kept: at most 100 letters, digits and signs of ASCII.
    public boolean canBeKept() {
      return uid.length() <= LONGEST_UID && uid.matches("[\\x21-\\x7e]+");
    }
  }

  /// Returns text, without its end if it is too long.
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }
}
