package org.meetwright.server.stream;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.news.News;
import org.meetwright.core.news.News.Gap;

/// The streams of this node. One thread asks the database four times a second how far the hosts are
/// for whom streams are open, whichever node wrote it, and reads what is new for many at once.
public final class EventStreams implements AutoCloseable {
  /// How many streams a node has at most.
  public static final int MOST = 1_000;

  /// How many of them one host has.
  public static final int MOST_OF_A_HOST = 20;

  private static final Logger LOG = Logger.getLogger(EventStreams.class.getName());
  private static final long PERIOD_MILLIS = 250;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// Every so many looks, it is checked who may still listen.
  private static final int LOOKS_PER_CHECK = 20;

  private final News news;
  private final Access access;
  private final Listeners listeners = new Listeners(MOST, MOST_OF_A_HOST, HEARTBEAT);
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("streams").factory());
  private int looks;

  /// Begins to look for what is new.
  public EventStreams(News news, Access access) {
    this.news = news;
    this.access = access;
    var _ =
        looking.scheduleWithFixedDelay(
            this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Opens a stream.
  ///
  /// @param last the number of the last event that the client has; null if it begins now
  /// @throws org.meetwright.server.limit.TooManyRequestsException if the host has too many
  /// @throws org.meetwright.core.value.BusyException if there are too many
  public EventStream open(Caller caller, @Nullable Long last) {
    UUID hostId = caller.host().id();
    long position = last == null ? news.positions(List.of(hostId)).getOrDefault(hostId, 0L) : last;
    EventStream stream = listeners.open(caller, position);
    stream.put(ServerSentEvent.beginning(position), position);
    if (last != null) {
      wake();
    }
    return stream;
  }

  /// Returns how many streams are open.
  public int count() {
    return listeners.count();
  }

  /// Has it looked at once: many who come back together are served together.
  private void wake() {
    if (!woken.getAndSet(true)) {
      try {
        looking.execute(
            () -> {
              woken.set(false);
              look();
            });
      } catch (RejectedExecutionException ended) {
        // Its streams end, too.
      }
    }
  }

  private void look() {
    try {
      Map<UUID, List<EventStream>> all = listeners.all();
      if (!all.isEmpty()) {
        Map<UUID, Long> positions = news.positions(all.keySet());
        send(behind(all, positions));
        if (++looks % LOOKS_PER_CHECK == 0) {
          endThoseOfTheRevoked(all);
        }
      }
      failing.set(false);
    } catch (RuntimeException failed) {
      if (!failing.getAndSet(true)) {
        LOG.log(
            Level.WARNING, "Streams of events wait for the database; it is tried again", failed);
      }
    }
  }

  /// Returns the streams that are not as far as their hosts.
  private static Map<Gap, List<EventStream>> behind(
      Map<UUID, List<EventStream>> all, Map<UUID, Long> positions) {
    return all.values().stream()
        .flatMap(List::stream)
        .map(stream -> entry(gap(stream, positions), stream))
        .filter(entry -> entry.getKey().after() != entry.getKey().last())
        .collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
  }

  private static Gap gap(EventStream stream, Map<UUID, Long> positions) {
    UUID hostId = stream.hostId();
    return new Gap(hostId, stream.position(), positions.getOrDefault(hostId, 0L));
  }

  private void send(Map<Gap, List<EventStream>> behind) {
    news.fill(behind.keySet())
        .forEach((gap, since) -> send(since, behind.getOrDefault(gap, List.of())));
  }

  private static void send(News.Since since, List<EventStream> streams) {
    switch (since) {
      case News.Since.Items(var items) -> {
        if (!items.isEmpty()) {
          String text = ServerSentEvent.of(items);
          streams.forEach(stream -> stream.put(text, items.getLast().number()));
        }
      }
      case News.Since.TooLongAgo(var number) -> {
        String text = ServerSentEvent.reset(number);
        streams.forEach(stream -> stream.put(text, number));
      }
    }
  }

  private void endThoseOfTheRevoked(Map<UUID, List<EventStream>> all) {
    Set<UUID> used =
        all.values().stream().flatMap(List::stream).map(EventStream::credential).collect(toSet());
    Set<UUID> valid = access.stillValid(used);
    all.values().stream()
        .flatMap(List::stream)
        .filter(stream -> !valid.contains(stream.credential()))
        .forEach(EventStream::end);
  }

  /// Ends all streams; clients go on with another node.
  @Override
  public void close() {
    listeners.close();
    looking.shutdownNow();
  }
}
