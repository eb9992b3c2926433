package org.meetwright.core.eventtype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventTypeMapper.EventTypeRow;
import org.meetwright.core.eventtype.EventTypeMapper.QuestionRow;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
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

  /// Returns an event type, whoever's it is; empty if there is none.
  public Optional<EventType> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(load(tx, id)));
  }

  /// Returns the event types that stand under the handle of a host or team, the oldest first.
  public List<EventType> listOnPage(UUID pageId) {
    return database.read(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return mapper.listOnPage(pageId).stream().map(row -> withQuestions(mapper, row)).toList();
        });
  }

  /// Returns the event type of a slug under the handle of a host or team; empty if there is none.
  public Optional<EventType> findBySlug(UUID pageId, String slug) {
    return database.read(
        tx -> {
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          return Optional.ofNullable(mapper.findBySlug(pageId, slug))
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
          lockHosts(tx, added);
          check(tx, added);
          mapper.insert(row(added));
          insertQuestions(mapper, added);
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
          EventType old = load(tx, changed.id());
          if (old == null || !old.hostId().equals(changed.hostId())) {
            return Optional.empty();
          }
          lockHosts(tx, changed);
          check(tx, changed);
          mapper.update(row(changed));
          mapper.deleteQuestions(changed.id());
          insertQuestions(mapper, changed);
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
          EventType old = load(tx, id);
          if (old == null || !old.hostId().equals(hostId)) {
            return false;
          }
          lockHosts(tx, old);
          mapper.deleteQuestions(id);
          mapper.delete(id);
          return true;
        });
  }

  /// Locks the rows of all hosts, and marks that what they offer may change.
  private static void lockHosts(Transaction tx, EventType... eventTypes) {
    Set<UUID> hosts = new HashSet<>();
    Hosts.lock(
        tx,
        () -> {
          for (EventType eventType : eventTypes) {
            addHosts(tx, eventType, hosts);
            EventType now = load(tx, eventType.id());
            if (now != null) {
              addHosts(tx, now, hosts);
            }
          }
          return hosts;
        });
    hosts.forEach(tx.mapper(HostMapper.class)::raiseRevision);
  }

  private static void addHosts(Transaction tx, EventType eventType, Set<UUID> hosts) {
    hosts.add(eventType.hostId());
    UUID teamId = eventType.assignment().teamId();
    Team team = teamId == null ? null : Teams.load(tx, teamId);
    if (team != null) {
      team.members().forEach(member -> hosts.add(member.hostId()));
    }
  }

  private static void check(Transaction tx, EventType eventType) {
    checkTeam(tx, eventType);
    EventTypeRow sameSlug =
        tx.mapper(EventTypeMapper.class).findBySlug(eventType.pageId(), eventType.slug());
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

  private static void checkTeam(Transaction tx, EventType eventType) {
    UUID teamId = eventType.assignment().teamId();
    Team team = teamId == null ? null : Teams.load(tx, teamId);
    if (teamId != null && (team == null || !team.ownerId().equals(eventType.hostId()))) {
      throw new InvalidValueException(
          "assignment.team", "must be a team that you made, not " + teamId);
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
        type.pageId(),
        type.assignment().teamId(),
        type.assignment().word(),
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
        type.seats(),
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
        row.seats(),
        assignment(row),
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
