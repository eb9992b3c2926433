package org.meetwright.core.eventtype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventTypeMapper.EventTypeRow;
import org.meetwright.core.eventtype.EventTypeMapper.QuestionRow;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.InvalidValueException;

/// The event types of hosts.
public final class EventTypes {
  private final Database database;

  /// Creates the service.
  public EventTypes(Database database) {
    this.database = database;
  }

  /// Returns an event type within a transaction; null if there is none.
  public static @Nullable EventType load(Transaction tx, UUID id) {
    EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
    EventTypeRow row = mapper.find(id);
    return row == null ? null : withQuestions(mapper, row);
  }

  /// Returns the event types of a host, the oldest first.
  public List<EventType> list(UUID hostId) {
    return database.read(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return mapper.list(hostId).stream().map(row -> withQuestions(mapper, row)).toList();
        });
  }

  /// Returns an event type of the host; empty if he has no such one.
  public Optional<EventType> find(UUID hostId, UUID id) {
    return database.read(
        tx -> Optional.ofNullable(load(tx, id)).filter(found -> found.hostId().equals(hostId)));
  }

  /// Returns the host's event type of a slug; empty if he has no such one.
  public Optional<EventType> findBySlug(UUID hostId, String slug) {
    return database.read(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return Optional.ofNullable(mapper.findBySlug(hostId, slug))
              .map(row -> withQuestions(mapper, row));
        });
  }

  /// Adds an event type.
  ///
  /// @throws InvalidValueException if the slug is taken or the schedule is not the host's
  public EventType add(EventType added) {
    return database.inTransaction(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          tx.mapper(HostMapper.class).lock(added.hostId());
          check(tx, added);
          mapper.insert(row(added));
          insertQuestions(mapper, added);
          tx.mapper(HostMapper.class).raiseRevision(added.hostId());
          return added;
        });
  }

  /// Replaces an event type.
  ///
  /// @return the event type as it is now; empty if the host has no such one
  /// @throws InvalidValueException if the slug is taken or the schedule is not the host's
  public Optional<EventType> replace(EventType changed) {
    return database.inTransaction(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          tx.mapper(HostMapper.class).lock(changed.hostId());
          EventTypeRow old = mapper.find(changed.id());
          if (old == null || !old.hostId().equals(changed.hostId())) {
            return Optional.empty();
          }
          check(tx, changed);
          mapper.update(row(changed));
          mapper.deleteQuestions(changed.id());
          insertQuestions(mapper, changed);
          tx.mapper(HostMapper.class).raiseRevision(changed.hostId());
          return Optional.of(changed);
        });
  }

  /// Deletes an event type. Meetings that were booked with it stay, and can still be cancelled.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          tx.mapper(HostMapper.class).lock(hostId);
          EventTypeRow old = mapper.find(id);
          if (old == null || !old.hostId().equals(hostId)) {
            return false;
          }
          mapper.deleteQuestions(id);
          mapper.delete(id);
          tx.mapper(HostMapper.class).raiseRevision(hostId);
          return true;
        });
  }

  private static void check(Transaction tx, EventType eventType) {
    EventTypeRow sameSlug =
        tx.mapper(EventTypeMapper.class).findBySlug(eventType.hostId(), eventType.slug());
    if (sameSlug != null && !sameSlug.id().equals(eventType.id())) {
      throw new InvalidValueException(
          "slug",
          InvalidValueException.shown(eventType.slug())
              + " is another event type's; choose another");
    }
    UUID scheduleId = eventType.scheduleId();
    if (scheduleId != null && Schedules.load(tx, eventType.hostId(), scheduleId) == null) {
      throw new InvalidValueException(
          "scheduleId", "must be one of your schedules, not " + scheduleId);
    }
    for (Question question : eventType.questions()) {
      UUID owner = tx.mapper(EventTypeMapper.class).eventTypeOfQuestion(question.id());
      if (owner != null && !owner.equals(eventType.id())) {
        throw new InvalidValueException(
            "questions",
            "must not reuse the id of another event type's question: " + question.id());
      }
    }
  }

  private static void insertQuestions(EventTypeMapper mapper, EventType eventType) {
    int position = 0;
    for (Question question : eventType.questions()) {
      mapper.insertQuestion(
          new QuestionRow(
              question.id(),
              eventType.id(),
              position++,
              question.label(),
              question.kind().word(),
              question.required(),
              String.join("\n", question.options())));
    }
  }

  private static EventTypeRow row(EventType type) {
    BookingWindow window = type.bookingWindow();
    Location location = type.location();
    return new EventTypeRow(
        type.id(),
        type.hostId(),
        type.slug(),
        type.name(),
        type.description(),
        type.durationMinutes(),
        type.stepMinutes(),
        type.bufferBeforeMinutes(),
        type.bufferAfterMinutes(),
        type.minimumNoticeMinutes(),
        switch (window) {
          case BookingWindow.Rolling rolling -> "rolling";
          case BookingWindow.Dates dates -> "dates";
          case BookingWindow.Unlimited unlimited -> "unlimited";
        },
        window instanceof BookingWindow.Rolling rolling ? rolling.days() : null,
        window instanceof BookingWindow.Dates dates ? dates.from() : null,
        window instanceof BookingWindow.Dates dates ? dates.to() : null,
        type.maxPerDay(),
        type.maxPerWeek(),
        type.requiresApproval(),
        type.hidden(),
        type.active(),
        type.color(),
        location == null ? null : location.kind().word(),
        location == null ? null : location.value(),
        type.scheduleId(),
        type.reminderMinutes().stream().map(String::valueOf).collect(Collectors.joining(",")),
        type.createdAt());
  }

  private static EventType withQuestions(EventTypeMapper mapper, EventTypeRow row) {
    return new EventType(
        row.id(),
        row.hostId(),
        row.slug(),
        row.name(),
        row.description(),
        row.durationMinutes(),
        row.stepMinutes(),
        row.bufferBeforeMinutes(),
        row.bufferAfterMinutes(),
        row.minimumNoticeMinutes(),
        bookingWindow(row),
        row.maxPerDay(),
        row.maxPerWeek(),
        row.requiresApproval(),
        row.hidden(),
        row.active(),
        row.color(),
        row.locationKind() == null || row.locationValue() == null
            ? null
            : new Location(Location.Kind.of(row.locationKind()), row.locationValue()),
        row.scheduleId(),
        mapper.questions(row.id()).stream().map(EventTypes::question).toList(),
        numbers(row.reminderMinutes()),
        row.createdAt());
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
        Question.Kind.of(row.kind()),
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
