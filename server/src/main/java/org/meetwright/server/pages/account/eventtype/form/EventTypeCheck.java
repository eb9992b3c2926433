package org.meetwright.server.pages.account.eventtype.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm.Rows;
import org.meetwright.server.text.Texts;

/// Reads the form of an event type. All that is wrong is told at once.
public final class EventTypeCheck {
  private static final int DAY = 24 * 60;
  private static final int YEAR = 365 * DAY;
  private static final int FOUR_WEEKS = 28 * DAY;
  private static final int MOST = 1000;

  private final EventTypeForm form;
  private final EventType old;
  private final FieldReader reader;

  private EventTypeCheck(EventTypeForm form, EventType old, Texts words) {
    this.form = form;
    this.old = old;
    this.reader = new FieldReader(form, words);
  }

  /// The result of checking.
  public sealed interface Result {}

  /// Everything is right.
  public record Right(EventType eventType) implements Result {}

  /// Something is wrong.
  ///
  /// @param errors what is wrong, by field; that of a row is for example `location.0`
  public record Wrong(Map<String, String> errors) implements Result {}

  /// Checks a form.
  ///
  /// @param old the event type that it changes
  public static Result of(EventTypeForm form, EventType old, Texts words) {
    return new EventTypeCheck(form, old, words).check();
  }

  private Result check() {
    Listing listing = listing();
    Timing timing = timing();
    Bounds bounds = bounds();
    Attendance attendance = attendance();
    Policies policies = policies();
    Correspondence correspondence = correspondence();
    if (!reader.errors().isEmpty()
        || listing == null
        || timing == null
        || bounds == null
        || attendance == null
        || policies == null
        || correspondence == null) {
      return new Wrong(reader.errors());
    }
    return new Right(
        new EventType(
            old.id(), old.hostId(), listing, timing, bounds, attendance, correspondence, policies));
  }

  /// Makes a part, whose constructor says which field it refuses.
  private <T> @Nullable T part(Supplier<T> part) {
    try {
      return part.get();
    } catch (InvalidValueException refused) {
      String field = refused.field();
      String known =
          switch (field) {
            case "name",
                "slug",
                "description",
                "color",
                "locations",
                "durationsMinutes",
                "scheduleId",
                "guestsAtOnce" ->
                field;
            default -> "value";
          };
      reader.wrong(known.equals("value") ? field : known, "type.wrong." + known);
      return null;
    }
  }

  private @Nullable Listing listing() {
    return part(
        () ->
            new Listing(
                form.get("slug").strip().toLowerCase(Locale.ROOT),
                form.get("name"),
                form.get("description"),
                form.get("color").strip(),
                reader.ticked("hidden"),
                reader.ticked("active")));
  }

  private @Nullable Timing timing() {
    int duration = reader.needed("durationMinutes", 1, DAY);
    List<Integer> others = new ArrayList<>();
    for (String typed : form.get("durationsMinutes").split("[\\s,;\u060C\u3001]+", -1)) {
      OptionalInt minutes = TypedDuration.number(typed);
      if (minutes.isPresent() && minutes.getAsInt() >= 1 && minutes.getAsInt() <= DAY) {
        others.add(minutes.getAsInt());
      } else if (!typed.isEmpty()) {
        reader.wrong("durationsMinutes", "type.wrong.durationsMinutes");
      }
    }
    Integer step = reader.number("stepMinutes", null, 1, DAY);
    Integer before = reader.number("bufferBeforeMinutes", 0, 0, DAY);
    Integer after = reader.number("bufferAfterMinutes", 0, 0, DAY);
    return part(
        () ->
            new Timing(
                duration, others, step, before == null ? 0 : before, after == null ? 0 : after));
  }

  private @Nullable Bounds bounds() {
    Integer notice = reader.amount("minimumNoticeMinutes", 0, 0, YEAR);
    BookingWindow window = window();
    Integer day = reader.number("maxPerDay", null, 1, MOST);
    Integer week = reader.number("maxPerWeek", null, 1, MOST);
    Integer month = reader.number("maxPerMonth", null, 1, MOST);
    Integer invitee = reader.number("maxActivePerInvitee", null, 1, MOST);
    return part(() -> new Bounds(notice == null ? 0 : notice, window, day, week, month, invitee));
  }

  private BookingWindow window() {
    return switch (form.get("window")) {
      case "unlimited" -> new BookingWindow.Unlimited();
      case "dates" -> dates();
      default -> new BookingWindow.Rolling(reader.needed("days", 0, 3650));
    };
  }

  private BookingWindow dates() {
    LocalDate from = reader.date("from");
    LocalDate to = reader.date("to");
    if (from != null && to != null && !to.isBefore(from)) {
      return new BookingWindow.Dates(from, to);
    }
    reader.wrong("to", "type.wrong.to");
    return old.bounds().bookingWindow();
  }

  private @Nullable Attendance attendance() {
    int seats = reader.needed("seats", 1, MOST);
    Assignment assignment = assignment();
    UUID scheduleId = assignment.teamId() == null ? FieldReader.id(form.get("scheduleId")) : null;
    var locations = RowReader.locations(form, reader, old.attendance());
    return part(() -> new Attendance(assignment, scheduleId, seats, locations));
  }

  private Assignment assignment() {
    String typed = form.get("assignment");
    UUID teamId = FieldReader.id(typed.substring(typed.indexOf('.') + 1));
    if (teamId != null && typed.startsWith("roundRobin.")) {
      return new Assignment.RoundRobin(teamId);
    }
    return teamId != null && typed.startsWith("collective.")
        ? new Assignment.Collective(teamId)
        : new Assignment.OneHost();
  }

  private @Nullable Policies policies() {
    ChangePolicy cancellation = policy("cancellation");
    ChangePolicy reschedule = policy("reschedule");
    Guests guests = guests();
    return new Policies(
        cancellation,
        reschedule,
        reader.ticked("requiresLink"),
        reader.ticked("confirmEmail"),
        reader.ticked("requiresApproval"),
        guests);
  }

  private ChangePolicy policy(String name) {
    return new ChangePolicy(reader.amount(name, null, 0, YEAR), reader.ticked(name + ".reason"));
  }

  private Guests guests() {
    return switch (form.get("guests")) {
      case "off" -> Guests.OFF;
      case "afterConfirmation" -> Guests.AFTER_CONFIRMATION;
      default -> {
        Integer atOnce = reader.number("guestsAtOnce", Guests.USUAL.atOnce(), 1, Guests.MOST);
        yield new Guests(true, atOnce == null ? Guests.USUAL.atOnce() : atOnce);
      }
    };
  }

  private @Nullable Correspondence correspondence() {
    var questions = RowReader.questions(form, reader);
    List<Integer> reminders = reminders();
    Integer followUp = reader.amount("followUpMinutes", null, 0, FOUR_WEEKS);
    var redirect = reader.redirect("redirectUrl");
    OwnTexts texts = texts();
    return part(() -> new Correspondence(questions, reminders, followUp, redirect, texts));
  }

  private List<Integer> reminders() {
    List<Integer> reminders = new ArrayList<>();
    for (int row = 0; row < form.count(Rows.REMINDER); row++) {
      TypedDuration amount =
          new TypedDuration(
              form.get(Rows.REMINDER, "number", row), form.get(Rows.REMINDER, "unit", row));
      Integer minutes =
          amount.number().isBlank()
              ? null
              : reader.amount("reminder." + row, amount, 1, FOUR_WEEKS, null);
      if (minutes != null) {
        reminders.add(minutes);
      }
    }
    return reminders;
  }

  private OwnTexts texts() {
    Map<TextPlace, Map<String, String>> texts = new EnumMap<>(TextPlace.class);
    for (int row = 0; row < form.count(Rows.TEXT); row++) {
      String place = form.get(Rows.TEXT, "place", row);
      String language = form.get(Rows.TEXT, "language", row);
      String words = form.get(Rows.TEXT, "words", row);
      String field = "text." + row;
      if (!words.isBlank()) {
        reader.checked(
            field,
            "type.wrong.text",
            () -> {
              TextPlace where = TextPlace.of(place);
              OwnTexts checked = new OwnTexts(Map.of(where, Map.of(language, words)));
              if (texts
                      .computeIfAbsent(where, key -> new LinkedHashMap<>())
                      .putIfAbsent(language, words)
                  != null) {
                reader.wrong(field, "type.wrong.textTwice");
              }
              return checked;
            });
      }
    }
    return reader.errors().isEmpty() ? new OwnTexts(texts) : OwnTexts.NONE;
  }
}
