package org.meetwright.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.server.Contents;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.contract.Routes;
import org.meetwright.server.fuzz.BrokenRequests.Keys;

/// Sends ten thousand broken requests, half of them to each database, with and without challenges,
/// to every route: nothing of that may be answered with a fault of ours, show what is inside, or
/// change what is none of the caller's. What fails can be sent again with the seed that was
/// printed: `-Dmeetwright.fuzz.seed=...`.
@Timeout(300)
class BrokenRequestsTest {
  private static final long SEED = Long.getLong("meetwright.fuzz.seed", 20260302);
  private static final int EACH = Integer.getInteger("meetwright.fuzz.requests", 2500);
  private static final int MOST_MORE_THREADS = 30;
  private static final long MOST_MORE_BYTES = 96L << 20;

  /// What a stranger may cause: he is counted.
  private static final List<String> COUNTERS = List.of("rate_limit", "sign_in_tries");

  @ParameterizedTest
  @EachDatabase
  void areRefusedDecently(DatabaseKind kind) throws Exception {
    System.out.println("Broken requests with -Dmeetwright.fuzz.seed=" + SEED + " on " + kind);
    try (LogWatch log = new LogWatch();
        ServerFixture server = new ServerFixture(kind, true, kind == DatabaseKind.H2 ? 0 : 1000)) {
      EventType intro = server.core.addEventType(type -> type);
      server.core.open(server.core.ada, "America/New_York", "09:00-17:00");
      Booking booking = server.core.book(intro, "2026-03-03T15:00:00Z");
      // A stream of events has no end that a client could wait for: see EventStreamTest.
      List<String> routes =
          Routes.withPages(server).stream()
              .filter(route -> !route.equals("GET /api/v1/events"))
              .toList();
      BrokenRequests requests = new BrokenRequests(routes, keys(server, booking));
      Barrage barrage = new Barrage(server.server.url());

      Map<String, List<String>> before = contents(server);
      barrage.send(200, i -> requests.next(-1L - i, false));
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      long heap = usedHeap();
      barrage.send(EACH, i -> requests.next(SEED + i, false));
      List<String> doneByStrangers = List.copyOf(barrage.done);
      assertThat(contents(server)).as("after strangers: %s", doneByStrangers).isEqualTo(before);
      barrage.send(EACH, i -> requests.next(SEED + EACH + i, true));

      System.out.println(new TreeMap<>(barrage.statuses) + ", done: " + barrage.done.size());
      assertThat(barrage.faults).isEmpty();
      assertThat(log.kept()).isEmpty();
      assertThat(server.get("/health").status()).isEqualTo(200);
      assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
          .isLessThan(threads + MOST_MORE_THREADS);
      assertThat(usedHeap()).isLessThan(heap + MOST_MORE_BYTES);
    }
  }

  /// The keys of eve, who may change what is hers, and of an invitee of ada's.
  private static Keys keys(ServerFixture server, Booking booking) {
    Host eve = server.core.addHost("eve");
    server.core.core.passwordChanges().change(eve.id(), Passwords.hash("correct horse"), null);
    String session =
        server
            .post(
                "/api/v1/sessions",
                ServerFixture.credentials("correct horse", "").replace("ada@", "eve@"))
            .body()
            .path("token")
            .asString();
    assertThat(session).isNotEmpty();
    UUID id = booking.id();
    return new Keys(
        TestTokens.create(server.core.core.access(), eve.id(), "test"),
        session,
        server.core.core.manageLinks().token(id));
  }

  private static Map<String, List<String>> contents(ServerFixture server) {
    Map<String, List<String>> tables =
        new TreeMap<>(Contents.of(server.core.database, server.core.clock.instant()).tables());
    tables.keySet().removeIf(table -> COUNTERS.contains(table.toLowerCase(Locale.ROOT)));
    return tables;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
