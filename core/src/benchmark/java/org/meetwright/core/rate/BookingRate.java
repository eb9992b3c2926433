package org.meetwright.core.rate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.rate.Load.Booker;
import org.meetwright.core.rate.Load.Result;

/// Measures how many bookings a second many clients get, and how many the same statements get over
/// plain JDBC, in turns, on the same database. Prints the table of docs/performance.md.
public final class BookingRate {
  private final Options options;
  private final int clients;
  private final int connections;

  private BookingRate(Options options) {
    this.options = options;
    this.clients = options.number("clients", 16);
    this.connections = options.number("connections", clients);
  }

  /// Measures.
  ///
  /// @param arguments where files may be put, then any of `databases` (`h2`, `postgresql` or a JDBC
  ///   URL, with commas), `clients`, `connections`, `hosts`, `warmup` and `seconds` (of a phase),
  ///   `rounds` (phases of each), as `name=value`
  public static void main(String[] arguments) throws Exception {
    BookingRate rate = new BookingRate(Options.parse(arguments));
    List<String> rows = new ArrayList<>();
    for (String database : rate.options.databases()) {
      rows.addAll(rate.measure(database));
    }
    System.out.println(
        "\n"
            + "| database | what | bookings/s | lowest to highest | p50, ms | p99, ms | errors |"
            + " ratio |");
    System.out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|");
    rows.forEach(System.out::println);
  }

  private List<String> measure(String database) throws Exception {
    try (Place place = Place.of(database, options.target(), connections)) {
      System.out.printf("%n%s, %d connections%n", place.version(), connections);
      World world = new World();
      RecordedBooking recorded = RecordedBooking.make(place, world, options.number("hosts", 1000));
      recorded.print();
      return measure(place, world, recorded);
    }
  }

  private List<String> measure(Place place, World world, RecordedBooking recorded)
      throws Exception {
    long before = bookings(place);
    List<Result> ours = new ArrayList<>();
    List<Result> bare = new ArrayList<>();
    try (Core core = Core.on(Database.open(place.settings()), world.clock());
        BareClients bareClients = new BareClients(recorded, connections)) {
      List<Booker> ourBookers = Load.same(clients, () -> World.book(core, world.next()));
      List<Booker> bareBookers = Load.same(clients, () -> bareClients.book(world.next()));
      long warm = 0;
      for (List<Booker> bookers : List.of(ourBookers, bareBookers)) {
        world.moveOn(core);
        Duration time = Duration.ofSeconds(options.number("warmup", 30));
        warm += show("warm-up", Load.run(bookers, time)).nanos().length;
      }
      for (int round = 0; round < options.number("rounds", 5); round++) {
        Duration time = Duration.ofSeconds(options.number("seconds", 10));
        world.moveOn(core);
        ours.add(show("ours", Load.run(ourBookers, time)));
        world.moveOn(core);
        bare.add(show("bare", Load.run(bareBookers, time)));
      }
      check(place, before + warm, ours, bare);
    }
    String name = place.product();
    double limit = rate(bare);
    return List.of(row(name, "ours", ours, limit), row(name, "bare", bare, limit));
  }

  /// The same bare connections for all clients, each with one of them at a time.
  private static final class BareClients implements AutoCloseable {
    private final BlockingQueue<BareBookings> free;
    private final GroupSync sync;

    BareClients(RecordedBooking recorded, int connections) throws SQLException {
      sync = new GroupSync(recorded.connect());
      free = new ArrayBlockingQueue<>(connections);
      for (int i = 0; i < connections; i++) {
        Connection connection = recorded.connect();
        free.add(new BareBookings(connection, recorded.script(), sync));
      }
    }

    void book(Wish wish) throws SQLException, InterruptedException {
      BareBookings bookings = free.take();
      bookings.book(wish);
      free.add(bookings);
    }

    @Override
    public void close() throws SQLException {
      for (BareBookings bookings : free) {
        bookings.close();
      }
      sync.close();
    }
  }

  private static Result show(String what, Result result) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %7.0f bookings/s, p50 %6.2f ms, p99 %6.2f ms, CPU %5.3f ms, %d errors%n",
        what,
        result.perSecond(),
        result.millis(0.5),
        result.millis(0.99),
        result.cpuMillis(),
        result.errors().size());
    result.errors().stream().limit(1).forEach(Exception::printStackTrace);
    return result;
  }

  private static long bookings(Place place) throws SQLException {
    return Long.parseLong(place.ask("SELECT COUNT(*) FROM booking"));
  }

  /// Every booking that was counted must be in the database.
  private static void check(Place place, long before, List<Result> ours, List<Result> bare)
      throws SQLException {
    long expected = before + count(ours) + count(bare);
    long found = bookings(place);
    if (found != expected) {
      throw new IllegalStateException(expected + " bookings were counted, " + found + " are there");
    }
  }

  private static long count(List<Result> results) {
    return results.stream().mapToLong(result -> result.nanos().length).sum();
  }

  private static double rate(List<Result> results) {
    return Load.median(results.stream().map(Result::perSecond).toList());
  }

  private static String row(String database, String what, List<Result> results, double limit) {
    List<Double> rates = results.stream().map(Result::perSecond).sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f to %.0f | %.2f | %.2f | %.2f | %d | %.2f |",
        database,
        what,
        rate(results),
        rates.getFirst(),
        rates.getLast(),
        Load.median(results.stream().map(result -> result.millis(0.5)).toList()),
        Load.median(results.stream().map(result -> result.millis(0.99)).toList()),
        Load.median(results.stream().map(Result::cpuMillis).toList()),
        results.stream().mapToInt(result -> result.errors().size()).sum(),
        rate(results) / limit);
  }
}
