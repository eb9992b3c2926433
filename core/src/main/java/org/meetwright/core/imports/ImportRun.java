package org.meetwright.core.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.alias.AliasPath;
import org.meetwright.core.alias.PageAliases;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportReport.Outcome;
import org.meetwright.core.imports.Imports.Rooms;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// One import, within its transaction.
final class ImportRun {
  private final Rooms rooms;
  private final Transaction tx;
  private final ImportedData data;
  private final Instant now;
  private final ImportMapper mapper;
  private final List<Item> items;
  private final Map<String, UUID> hosts = new HashMap<>();
  private final Map<String, UUID> schedules = new HashMap<>();
  private final Map<String, UUID> eventTypes = new HashMap<>();
  private final Set<UUID> newHosts = new HashSet<>();

  ImportRun(Rooms rooms, Transaction tx, ImportedData data, Instant now) {
    this.rooms = rooms;
    this.tx = tx;
    this.data = data;
    this.now = now;
    this.mapper = tx.mapper(ImportMapper.class);
    this.items = new ArrayList<>(data.found());
  }

  /// Imports everything.
  ///
  /// @param into the host whose all of it is to be; null for the hosts that the data names
  ImportReport report(@Nullable UUID into) {
    for (ImportedHost host : data.hosts()) {
      UUID id = into == null ? host(host) : into;
      if (id != null) {
        hosts.put(host.key(), id);
      }
    }
    Hosts.lock(tx, hosts.values());
    data.schedules().forEach(one -> attempt(ItemKind.SCHEDULE, one.name(), () -> schedule(one)));
    data.eventTypes()
        .forEach(one -> attempt(ItemKind.EVENT_TYPE, one.listing().name(), () -> eventType(one)));
    data.hosts().forEach(this::hostAlias);
    data.eventTypes().forEach(this::eventTypeAlias);
    MeetingImport meetings =
        new MeetingImport(
            tx,
            rooms.consequences(),
            now,
            new MeetingImport.Known(data.source(), hosts, eventTypes));
    data.meetings().forEach(one -> items.addAll(meetings.take(one)));
    return new ImportReport(items);
  }

  /// What the rules here refuse is left out, and the rest goes on.
  private void attempt(ItemKind kind, String what, Runnable work) {
    try {
      work.run();
    } catch (InvalidValueException refused) {
      note(kind, Outcome.LEFT_OUT, what, refused.field() + " " + refused.getMessage());
    }
  }

  private void note(ItemKind kind, Outcome outcome, String what, String why) {
    items.add(new Item(kind, outcome, what, why));
  }

  private @Nullable UUID found(ItemKind kind, String key) {
    return mapper.find(data.source(), kind.word(), key);
  }

  private void remember(ItemKind kind, String key, UUID id) {
    mapper.insert(data.source(), kind.word(), key, id, now);
  }

  private @Nullable UUID host(ImportedHost host) {
    UUID before = found(ItemKind.HOST, host.key());
    if (before != null) {
      note(ItemKind.HOST, Outcome.THERE, host.name(), "");
      return before;
    }
    EmailAddress email = host.email();
    Host known = email == null ? null : tx.mapper(HostMapper.class).findByEmail(email.key());
    if (known != null) {
      remember(ItemKind.HOST, host.key(), known.id());
      note(ItemKind.HOST, Outcome.THERE, known.handle().value(), "");
      return known.id();
    }
    return email == null ? unknown(host) : added(host, email);
  }

  private @Nullable UUID unknown(ImportedHost host) {
    note(
        ItemKind.HOST,
        Outcome.LEFT_OUT,
        host.name(),
        "the service tells no e-mail address; name the host with --host HANDLE");
    return null;
  }

  private @Nullable UUID added(ImportedHost host, EmailAddress email) {
    Handle handle = host.handle();
    if (handle == null) {
      note(
          ItemKind.HOST,
          Outcome.LEFT_OUT,
          email.value(),
          "is no host here; add the host first: meetwright host add");
      return null;
    }
    if (tx.mapper(HostMapper.class).findByHandle(handle.value()) != null) {
      note(
          ItemKind.HOST,
          Outcome.LEFT_OUT,
          host.name(),
          "the handle " + handle + " is another host's; name the host with --host HANDLE");
      return null;
    }
    Host made =
        rooms
            .hosts()
            .add(
                tx,
                new NewHost(
                    handle, host.name(), email, host.timeZone(), host.locale(), null, Role.HOST));
    remember(ItemKind.HOST, host.key(), made.id());
    newHosts.add(made.id());
    note(ItemKind.HOST, Outcome.CREATED, handle.value(), "");
    return made.id();
  }

  private void schedule(ImportedSchedule schedule) {
    UUID hostId = hosts.get(schedule.hostKey());
    if (hostId == null) {
      note(ItemKind.SCHEDULE, Outcome.LEFT_OUT, schedule.name(), "its host was left out");
      return;
    }
    UUID before = found(ItemKind.SCHEDULE, schedule.key());
    if (before != null) {
      note(ItemKind.SCHEDULE, Outcome.THERE, schedule.name(), "");
      if (Schedules.load(tx, hostId, before) != null) {
        schedules.put(schedule.key(), before);
      }
      return;
    }
    UUID id = written(schedule, hostId);
    remember(ItemKind.SCHEDULE, schedule.key(), id);
    schedules.put(schedule.key(), id);
  }

  /// A new host's default schedule becomes the imported one. Schedules of others stay as they are.
  private UUID written(ImportedSchedule schedule, UUID hostId) {
    Schedule usual = Schedules.load(tx, hostId, null);
    if (schedule.isDefault() && newHosts.contains(hostId) && usual != null) {
      rooms.schedules().replace(tx, schedule.as(usual.id(), hostId, true));
      note(ItemKind.SCHEDULE, Outcome.CREATED, schedule.name(), "");
      return usual.id();
    }
    Schedule same = Schedules.loadByName(tx, hostId, schedule.name());
    if (same != null && (usual == null || !same.id().equals(usual.id()))) {
      note(ItemKind.SCHEDULE, Outcome.THERE, schedule.name(), "");
      return same.id();
    }
    note(ItemKind.SCHEDULE, Outcome.CREATED, schedule.name(), "");
    return rooms.schedules().add(tx, schedule.as(Ids.next(), hostId, false)).id();
  }

  private void eventType(ImportedEventType imported) {
    String key = imported.origin().key();
    String name = imported.listing().name();
    UUID hostId = hosts.get(imported.origin().hostKey());
    if (hostId == null) {
      note(ItemKind.EVENT_TYPE, Outcome.LEFT_OUT, name, "its host was left out");
      return;
    }
    UUID before = found(ItemKind.EVENT_TYPE, key);
    if (before != null) {
      note(ItemKind.EVENT_TYPE, Outcome.THERE, name, "");
      if (EventTypes.load(tx, before) != null) {
        eventTypes.put(key, before);
      }
      return;
    }
    EventType same = EventTypes.loadBySlug(tx, hostId, imported.listing().slug());
    UUID id = same == null ? added(imported, hostId) : same.id();
    note(ItemKind.EVENT_TYPE, same == null ? Outcome.CREATED : Outcome.THERE, name, "");
    remember(ItemKind.EVENT_TYPE, key, id);
    eventTypes.put(key, id);
  }

  private UUID added(ImportedEventType imported, UUID hostId) {
    String scheduleKey = imported.origin().scheduleKey();
    UUID scheduleId = scheduleKey == null ? null : schedules.get(scheduleKey);
    return rooms.eventTypes().add(tx, imported.as(Ids.next(), hostId, scheduleId)).id();
  }

  private void hostAlias(ImportedHost host) {
    UUID hostId = hosts.get(host.key());
    if (hostId != null && host.path() != null) {
      alias(host.path(), hostId, null);
    }
  }

  private void eventTypeAlias(ImportedEventType imported) {
    UUID hostId = hosts.get(imported.origin().hostKey());
    UUID eventTypeId = eventTypes.get(imported.origin().key());
    String path = imported.origin().path();
    if (hostId != null && eventTypeId != null && path != null) {
      alias(path, hostId, eventTypeId);
    }
  }

  /// A path that is a page's own needs no alias.
  private void alias(String old, UUID hostId, @Nullable UUID eventTypeId) {
    attempt(
        ItemKind.ALIAS,
        old,
        () -> {
          AliasPath path = new AliasPath(old);
          if (path.value().equals(page(hostId, eventTypeId))) {
            return;
          }
          switch (PageAliases.keep(tx, path, hostId, eventTypeId, now)) {
            case ADDED -> note(ItemKind.ALIAS, Outcome.CREATED, path.value(), "");
            case THERE -> note(ItemKind.ALIAS, Outcome.THERE, path.value(), "");
            case ANOTHER ->
                note(
                    ItemKind.ALIAS,
                    Outcome.LEFT_OUT,
                    path.value(),
                    "leads to another page already");
          }
        });
  }

  private String page(UUID hostId, @Nullable UUID eventTypeId) {
    Host host = tx.mapper(HostMapper.class).find(hostId);
    EventType eventType = eventTypeId == null ? null : EventTypes.load(tx, eventTypeId);
    String handle = host == null ? "" : host.handle().value();
    return eventType == null ? handle : handle + "/" + eventType.slug();
  }
}
