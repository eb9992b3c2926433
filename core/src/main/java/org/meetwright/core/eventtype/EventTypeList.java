package org.meetwright.core.eventtype;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.database.Database;
import org.meetwright.core.eventtype.EventTypeMapper.PositionRow;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// The event types of a host as a list that he keeps in order: invitees see them in it.
public final class EventTypeList {
  private static final int MOST_TRIES = 200;

  private final Database database;
  private final EventTypes eventTypes;

  /// Creates the service.
  public EventTypeList(Database database, EventTypes eventTypes) {
    this.database = database;
    this.eventTypes = eventTypes;
  }

  /// Moves an event type up or down among those of its host. At the end of the list it stays.
  ///
  /// @param step -1 for up, 1 for down
  public void move(UUID hostId, UUID id, int step) {
    database.inTransaction(
        tx -> {
          tx.mapper(HostMapper.class).lock(hostId);
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          List<PositionRow> rows = new ArrayList<>(mapper.positions(hostId));
          int from = rows.stream().map(PositionRow::id).toList().indexOf(id);
          int to = from + step;
          if (from >= 0 && to >= 0 && to < rows.size()) {
            Collections.swap(rows, from, to);
          }
          store(mapper, rows);
          return rows;
        });
  }

  /// Puts event types of a host first in the list, in their order; the others follow as they were.
  ///
  /// @throws InvalidValueException (field `order`) if one is not the host's, or is named twice
  public void order(UUID hostId, List<UUID> first) {
    database.inTransaction(
        tx -> {
          tx.mapper(HostMapper.class).lock(hostId);
          EventTypeMapper mapper = tx.mapper(EventTypeMapper.class);
          Map<UUID, PositionRow> others = new LinkedHashMap<>();
          mapper.positions(hostId).forEach(row -> others.put(row.id(), row));
          List<PositionRow> rows = new ArrayList<>();
          for (UUID id : first) {
            PositionRow row = others.remove(id);
            if (row == null) {
              throw new InvalidValueException(
                  "order", "must name event types of yours, each once, not " + id);
            }
            rows.add(row);
          }
          rows.addAll(others.values());
          store(mapper, rows);
          return rows;
        });
  }

  private static void store(EventTypeMapper mapper, List<PositionRow> rows) {
    for (int position = 0; position < rows.size(); position++) {
      if (rows.get(position).position() != position) {
        mapper.setPosition(rows.get(position).id(), position);
      }
    }
  }

  /// Adds a copy of an event type, which is off.
  ///
  /// @param name of the copy
  /// @return the copy; empty if the host has no such event type
  public Optional<EventType> copy(UUID hostId, UUID id, String name) {
    return eventTypes.find(hostId, id).map(original -> add(copy(original, name)));
  }

  private static EventType copy(EventType original, String name) {
    Listing listing = original.listing();
    Correspondence correspondence = original.correspondence();
    return new EventType(
        Ids.next(),
        original.hostId(),
        new Listing(
            listing.slug(), name, listing.description(), listing.color(), listing.hidden(), false),
        original.timing(),
        original.bounds(),
        original.attendance(),
        correspondence.withQuestions(
            correspondence.questions().stream()
                .map(
                    question ->
                        new Question(
                            Ids.next(),
                            question.label(),
                            question.kind(),
                            question.required(),
                            question.options()))
                .toList()),
        original.policies());
  }

  /// Switches an event type on or off.
  ///
  /// @param active whether it can be booked from now on
  /// @return how it is now; empty if the host has no such event type
  public Optional<EventType> switchTo(UUID hostId, UUID id, boolean active) {
    return eventTypes
        .find(hostId, id)
        .map(type -> with(type, type.listing().withActive(active)))
        .flatMap(eventTypes::replace);
  }

  /// Adds an event type, under its slug with a number if that is taken.
  ///
  /// @throws InvalidValueException as [EventTypes#add]
  public EventType add(EventType wish) {
    String slug = wish.slug();
    for (int number = 2; ; number++) {
      try {
        return eventTypes.add(with(wish, wish.listing().withSlug(slug)));
      } catch (InvalidValueException wrong) {
        if (!wrong.field().equals("slug") || number > MOST_TRIES) {
          throw wrong;
        }
        slug = numbered(wish.slug(), number);
      }
    }
  }

  private static String numbered(String slug, int number) {
    String end = "-" + number;
    String begin = slug.replaceFirst("-\\d{1,3}$", "");
    int longest = Listing.LONGEST_SLUG - end.length();
    return (begin.length() > longest ? begin.substring(0, longest) : begin).replaceFirst("-$", "")
        + end;
  }

  private static EventType with(EventType type, Listing listing) {
    return new EventType(
        type.id(),
        type.hostId(),
        listing,
        type.timing(),
        type.bounds(),
        type.attendance(),
        type.correspondence(),
        type.policies());
  }
}
