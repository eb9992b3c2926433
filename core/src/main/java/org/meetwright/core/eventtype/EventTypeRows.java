package org.meetwright.core.eventtype;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.core.eventtype.EventTypeMapper.EventTypeRow;
import org.meetwright.core.eventtype.EventTypeMapper.QuestionRow;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.eventtype.text.StoredTexts;
import org.meetwright.core.question.Question;

/// Event types as the tables hold them.
final class EventTypeRows {
  private EventTypeRows() {}

  static List<QuestionRow> questions(EventType eventType) {
    List<QuestionRow> rows = new ArrayList<>();
    for (Question question : eventType.questions()) {
      rows.add(
          new QuestionRow(
              question.id(),
              eventType.id(),
              rows.size(),
              question.label(),
              question.kind().word(),
              question.required(),
              String.join("\n", question.options())));
    }
    return rows;
  }

  /// @param createdAt when it was added; changing it writes it no more
  static EventTypeRow of(EventType type, Instant createdAt) {
    BookingWindow window = type.bounds().bookingWindow();
    URI redirectUrl = type.correspondence().redirectUrl();
    return new EventTypeRow(
        type.id(),
        type.hostId(),
        type.pageId(),
        type.assignment().teamId(),
        type.assignment().word(),
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.timing().hasSeveralLengths() ? commaSeparated(type.timing().durationsMinutes()) : "",
        type.timing().ownStepMinutes(),
        type.timing().bufferBeforeMinutes(),
        type.timing().bufferAfterMinutes(),
        type.bounds().minimumNoticeMinutes(),
        switch (window) {
          case BookingWindow.Rolling rolling -> "rolling";
          case BookingWindow.Dates dates -> "dates";
          case BookingWindow.Unlimited unlimited -> "unlimited";
        },
        window instanceof BookingWindow.Rolling rolling ? rolling.days() : null,
        window instanceof BookingWindow.Dates dates ? dates.from() : null,
        window instanceof BookingWindow.Dates dates ? dates.to() : null,
        type.bounds().maxPerDay(),
        type.bounds().maxPerWeek(),
        type.bounds().maxPerMonth(),
        type.bounds().maxActivePerInvitee(),
        type.seats(),
        type.policies().requiresApproval(),
        type.listing().hidden(),
        type.active(),
        type.listing().color(),
        type.attendance().locations().stream()
            .map(location -> location.kind().word() + " " + location.value())
            .collect(Collectors.joining("\n")),
        type.attendance().scheduleId(),
        commaSeparated(type.correspondence().reminderMinutes()),
        type.correspondence().followUpMinutes(),
        redirectUrl == null ? null : redirectUrl.toString(),
        StoredTexts.json(type.correspondence().texts()),
        type.policies().cancellation().noticeMinutes(),
        type.policies().cancellation().reasonRequired(),
        type.policies().reschedule().noticeMinutes(),
        type.policies().reschedule().reasonRequired(),
        type.policies().requiresLink(),
        type.policies().confirmEmail(),
        type.policies().guests().allowed(),
        type.policies().guests().atOnce(),
        createdAt);
  }

  static EventType eventType(EventTypeRow row, List<QuestionRow> questions) {
    return new EventType(
        row.id(),
        row.hostId(),
        new Listing(
            row.slug(), row.name(), row.description(), row.color(), row.hidden(), row.active()),
        new Timing(
            row.durationMinutes(),
            numbers(row.durationsMinutes()),
            row.stepMinutes(),
            row.bufferBeforeMinutes(),
            row.bufferAfterMinutes()),
        new Bounds(
            row.minimumNoticeMinutes(),
            bookingWindow(row),
            row.maxPerDay(),
            row.maxPerWeek(),
            row.maxPerMonth(),
            row.maxActivePerInvitee()),
        new Attendance(assignment(row), row.scheduleId(), row.seats(), locations(row.locations())),
        correspondence(row, questions),
        policies(row));
  }

  private static Correspondence correspondence(EventTypeRow row, List<QuestionRow> questions) {
    return new Correspondence(
        questions.stream().map(EventTypeRows::question).toList(),
        numbers(row.reminderMinutes()),
        row.followUpMinutes(),
        row.redirectUrl() == null ? null : URI.create(row.redirectUrl()),
        StoredTexts.parse(row.texts()));
  }

  private static List<Location> locations(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 2))
        .map(parts -> new Location(Location.LocationKind.of(parts[0]), parts[1]))
        .toList();
  }

  private static String commaSeparated(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static Policies policies(EventTypeRow row) {
    return new Policies(
        new ChangePolicy(row.cancelNoticeMinutes(), row.cancelReasonRequired()),
        new ChangePolicy(row.moveNoticeMinutes(), row.moveReasonRequired()),
        row.requiresLink(),
        row.confirmEmail(),
        row.requiresApproval(),
        new Guests(row.guestsAllowed(), row.guestsAtOnce()));
  }

  private static Assignment assignment(EventTypeRow row) {
    UUID teamId = row.teamId();
    if (teamId == null) {
      return new Assignment.OneHost();
    }
    return row.assignment().equals("collective")
        ? new Assignment.Collective(teamId)
        : new Assignment.RoundRobin(teamId);
  }

  private static BookingWindow bookingWindow(EventTypeRow row) {
    Integer days = row.windowDays();
    LocalDate from = row.windowFrom();
    LocalDate to = row.windowTo();
    if (days != null) {
      return new BookingWindow.Rolling(days);
    }
    return from != null && to != null
        ? new BookingWindow.Dates(from, to)
        : new BookingWindow.Unlimited();
  }

  private static Question question(QuestionRow row) {
    return new Question(
        row.id(),
        row.label(),
        Question.AnswerKind.of(row.kind()),
        row.required(),
        row.options().isEmpty() ? List.of() : Arrays.asList(row.options().split("\n", -1)));
  }

  private static List<Integer> numbers(String commaSeparated) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : commaSeparated.split(",", -1)) {
      if (!number.isEmpty()) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }
}
