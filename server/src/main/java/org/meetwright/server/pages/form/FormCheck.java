package org.meetwright.server.pages.form;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookRequest.Choice;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.core.value.Text;

/// The result of checking a form.
public sealed interface FormCheck {
  /// Everything is right.
  record Right(BookRequest request) implements FormCheck {}

  /// Something is wrong.
  ///
  /// @param errors keys of texts by field, in the order of the form
  record Wrong(Map<String, String> errors) implements FormCheck {}

  /// What parts addresses, also as Asian and Arabic keyboards write it.
  Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z},;\u060C\u061B\u3001\uFF0C\uFF1B]+");

  /// Checks all fields of a form, so that an invitee learns everything at once.
  ///
  /// @param locale the language in which he is written to
  /// @param link the token of the booking link that he came with; null if he has none
  static FormCheck of(
      BookingForm form,
      EventType eventType,
      Instant start,
      ZoneId zone,
      Locale locale,
      @Nullable String link) {
    Checks checks = new Checks();
    String name = checks.name(form.name());
    EmailAddress email = checks.of("email", "error.email", () -> new EmailAddress(form.email()));
    List<EmailAddress> guests = checks.of("guests", "error.guests", () -> guests(form, eventType));
    String notes =
        checks.of(
            "notes",
            "error.notes",
            () -> Text.lines("notes", form.notes(), BookRequest.LONGEST_NOTES));
    Map<UUID, Answer> answers = checks.answers(eventType, form, zone, locale);
    PlaceChoice place = checks.place(eventType, form, zone);
    if (name == null || email == null || guests == null || notes == null) {
      return new Wrong(checks.errors);
    }
    if (!checks.errors.isEmpty()) {
      return new Wrong(checks.errors);
    }
    Invitee invitee = new Invitee(name, email, zone, locale);
    return new Right(
        new BookRequest(
                eventType.id(), start, invitee, guests, answers, notes, Map.of(), link, form.key())
            .choosing(choice(eventType, place)));
  }

  /// Where there is nothing to choose, nothing is said of it.
  private static Choice choice(EventType eventType, @Nullable PlaceChoice place) {
    Timing timing = eventType.timing();
    return new Choice(timing.hasSeveralLengths() ? timing.durationMinutes() : null, place);
  }

  /// Reads the guests; where there may be none, the form has no field for them.
  private static List<EmailAddress> guests(BookingForm form, EventType eventType) {
    if (!eventType.policies().guests().allowed()) {
      return List.of();
    }
    List<EmailAddress> guests =
        SEPARATORS
            .splitAsStream(form.guests())
            .filter(guest -> !guest.isEmpty())
            .map(EmailAddress::new)
            .distinct()
            .toList();
    Text.number("guests", guests.size(), 0, Guests.MOST);
    return guests;
  }

  /// Collects what is wrong.
  final class Checks {
    private final Map<String, String> errors = new LinkedHashMap<>();

    private <T> @Nullable T of(String field, String error, Supplier<T> check) {
      try {
        return check.get();
      } catch (InvalidValueException wrong) {
        errors.put(field, error);
        return null;
      }
    }

    private @Nullable PlaceChoice place(EventType eventType, BookingForm form, ZoneId zone) {
      List<Location> places = eventType.attendance().locations();
      Location chosen = form.place().place(places);
      String field = chosen == null ? null : PlaceForm.field(chosen);
      return field == null
          ? form.place().choice(places, zone)
          : of(field, "error.place." + field, () -> form.place().choice(places, zone));
    }

    private @Nullable String name(String typed) {
      String line = of("name", "error.name", () -> Text.line("name", typed, PersonName.LONGEST));
      return line == null
          ? null
          : of("name", "error.name.plain", () -> PersonName.checked("name", line));
    }

    private Map<UUID, Answer> answers(
        EventType eventType, BookingForm form, ZoneId zone, Locale locale) {
      Map<UUID, Answer> answers = new HashMap<>();
      for (Question question : eventType.questions()) {
        Answer answer = Answers.of(question, form.answers(question.id()), locale);
        String error =
            answer == null ? "error.answer.required" : "error.answer." + question.kind().word();
        of(
            BookingForm.field(question.id()),
            error,
            () -> {
              question.read(answer, zone);
              return true;
            });
        if (answer != null) {
          answers.put(question.id(), answer);
        }
      }
      return answers;
    }
  }
}
