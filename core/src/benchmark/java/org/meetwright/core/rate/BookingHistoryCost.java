package org.meetwright.core.rate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.database.Database;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// Measures what a booking costs one client when its host has had a thousand meetings, and when he
/// has had a million. Prints the table of docs/performance.md.
public final class BookingHistoryCost {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
  private static final int WARM_UP_YEAR = 2027;
  private static final List<String> TIMES = List.of("09:00", "10:30", "12:00", "13:30", "15:00");

  private final int bookings;
  private final List<String> rows = new ArrayList<>();

  private BookingHistoryCost(int bookings) {
    this.bookings = bookings;
  }

  /// Measures.
  ///
  /// @param arguments where files may be put, then any of `databases` (as for [BookingRate]),
  ///   `bookings` (of each kind, at most 600) and `most` (past meetings), as `name=value`
  public static void main(String[] arguments) throws Exception {
    Options options = Options.parse(arguments);
    BookingHistoryCost cost = new BookingHistoryCost(options.number("bookings", 500));
    for (String database : options.databases()) {
      try (Place place = Place.of(database, options.target(), 2);
          Core core = Core.on(Database.open(place.settings()), () -> NOW)) {
        cost.measure(place, core, options.number("most", SIZES[SIZES.length - 1]));
      }
    }
    System.out.println(
        "\n| database | past meetings | event type | median, ms | p99, ms"
            + " | with 1,000: median, ms | p99, ms | ratio |");
    System.out.println("|---|---:|---|---:|---:|---:|---:|---:|");
    cost.rows.forEach(System.out::println);
  }

  /// A host, whose event types are measured, and his past.
  private record Subject(EventType limited, EventType inTurn, History history) {}

  private void measure(Place place, Core core, int most) throws Exception {
    Subject grown = subject(place, core, 1, "ada");
    Subject small = subject(place, core, 2, "grace");
    small.history.add(1, SIZES[0]);
    int year = WARM_UP_YEAR;
    time(core, year, grown.limited, small.limited);
    time(core, year, grown.inTurn, small.inTurn);
    int there = 0;
    for (int size : Arrays.stream(SIZES).filter(size -> size <= most).toArray()) {
      grown.history.add(there + 1, size);
      there = size;
      year++;
      String about = String.format(Locale.ROOT, "%s | %,d", place.product(), size);
      show(about + " | with limits", time(core, year, grown.limited, small.limited));
      show(about + " | round-robin", time(core, year, grown.inTurn, small.inTurn));
    }
  }

  private static Subject subject(Place place, Core core, int series, String handle) {
    Host host = World.addHost(core, handle);
    EventTypeBuilder limited =
        World.defaults(host.id())
            .window(new BookingWindow.Unlimited())
            .buffers(10, 10)
            .limits(TIMES.size(), 5 * TIMES.size());
    EventTypeBuilder inTurn =
        World.defaults(host.id())
            .slug("in-turn")
            .window(new BookingWindow.Unlimited())
            .assignment(new Assignment.RoundRobin(team(core, host).id()));
    EventType one = core.eventTypes().add(limited.build());
    EventType other = core.eventTypes().add(inTurn.build());
    return new Subject(
        one, other, new History(place, NOW, series, host.id(), one.id(), other.id()));
  }

  /// Makes a team of three, in which the host is always the first choice.
  private static Team team(Core core, Host host) {
    String handle = host.handle().value();
    List<TeamMember> members =
        List.of(
            new TeamMember(host.id(), 1, 1),
            new TeamMember(World.addHost(core, handle + "-b").id(), 1, 0),
            new TeamMember(World.addHost(core, handle + "-c").id(), 1, 0));
    return core.teams()
        .add(new Team(Ids.next(), host.id(), new Handle(handle + "-team"), "Team", members));
  }

  /// Books the same times of two event types in turns, so that whatever else the machine does
  /// concerns both alike: five times a day, from Monday to Friday, one event type in the first half
  /// of the year and the other in the second.
  ///
  /// @return how long each booking took, ascending, for the one and the other
  private long[][] time(Core core, int year, EventType one, EventType other) {
    long[][] nanos = new long[2][bookings];
    LocalDate date = LocalDate.of(year, one.bounds().maxPerDay() == null ? 7 : 1, 1);
    for (int i = 0; i < bookings; i++) {
      if (i % TIMES.size() == 0) {
        date = nextWorkday(date);
      }
      LocalTime time = LocalTime.parse(TIMES.get(i % TIMES.size()));
      Instant start = date.atTime(time).atZone(ZONE).toInstant();
      nanos[i % 2][i] = time(core, i % 2 == 0 ? one : other, start);
      nanos[1 - i % 2][i] = time(core, i % 2 == 0 ? other : one, start);
    }
    Arrays.sort(nanos[0]);
    Arrays.sort(nanos[1]);
    return nanos;
  }

  private static long time(Core core, EventType eventType, Instant start) {
    Wish wish = new Wish(eventType, List.of(), start, NOW, 1);
    long begin = System.nanoTime();
    World.book(core, wish);
    return System.nanoTime() - begin;
  }

  private static LocalDate nextWorkday(LocalDate date) {
    LocalDate next = date.plusDays(1);
    while (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      next = next.plusDays(1);
    }
    return next;
  }

  private void show(String about, long[][] nanos) {
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |",
            about,
            millis(nanos[0], 0.5),
            millis(nanos[0], 0.99),
            millis(nanos[1], 0.5),
            millis(nanos[1], 0.99),
            millis(nanos[0], 0.5) / millis(nanos[1], 0.5));
    System.out.println(row);
    rows.add(row);
  }

  private static double millis(long[] nanos, double share) {
    return nanos[(int) (nanos.length * share)] / 1e6;
  }
}
