package org.meetwright.cli.stress;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.meetwright.cli.stress.check.Ledger;
import org.meetwright.cli.stress.check.Verifier;
import org.meetwright.cli.stress.client.Api;
import org.meetwright.cli.stress.client.Client;
import org.meetwright.cli.stress.client.Clients;
import org.meetwright.cli.stress.client.Figures;
import org.meetwright.cli.stress.client.Figures.Kind;
import org.meetwright.cli.stress.client.Stage;
import org.meetwright.cli.stress.system.ServerProcess;
import org.meetwright.cli.stress.system.Store;

/// One run of a scenario: clients book and change at random while servers or their database die and
/// come back; then all servers are killed and what stands in the database is judged.
final class StressRun {
  private static final int STRIKES_A_LOOK = 10;

  private final Scenario scenario;
  private final Plan plan;
  private final Path directory;
  private final Figures figures = new Figures();
  private final Ledger ledger = new Ledger();
  private final List<ServerProcess> servers = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Random random;

  /// How long and how hard.
  ///
  /// @param atLeast for how long clients work
  /// @param strikes how many there are at least
  /// @param between how many requests are acknowledged between two strikes, about
  record Plan(long seed, int clients, Duration atLeast, int strikes, int between) {
    private static final int FEW_CLIENTS = 12;

    /// Returns what chance begins with: the property `stress.seed`, or else something new.
    static long anySeed() {
      return Long.getLong("stress.seed", System.nanoTime());
    }

    /// Returns a plan that ends soon after its strikes.
    static Plan brief(int strikes, int between) {
      return new Plan(anySeed(), FEW_CLIENTS, Duration.ZERO, strikes, between);
    }
  }

  /// What came of it.
  ///
  /// @param faults what the database should not say; empty if all is well
  record Result(Scenario scenario, Plan plan, Figures figures, Ledger ledger, List<String> faults) {

    /// Tells everything that is needed to understand faults, and to run it again.
    @Override
    public String toString() {
      return scenario + " " + plan + " " + figures;
    }
  }

  private StressRun(Scenario scenario, Plan plan, Path directory) {
    this.scenario = scenario;
    this.plan = plan;
    this.directory = directory;
    this.random = new Random(plan.seed());
  }

  /// Runs a scenario.
  ///
  /// @param directory empty, for all data
  static Result of(Scenario scenario, Plan plan, Path directory) throws Exception {
    return new StressRun(scenario, plan, directory).run();
  }

  private Result run() throws Exception {
    try (Store store = scenario.open(directory.resolve("database"))) {
      Map<String, String> tokens = Stage.addHosts(store.settings());
      try {
        for (int i = 0; i < scenario.servers(); i++) {
          servers.add(ServerProcess.start(directory.resolve("server" + i), store.settings()));
        }
        servers.forEach(ServerProcess::awaitReady);
        work(store, tokens);
      } finally {
        servers.forEach(ServerProcess::close);
      }
      try (Connection connection = store.connect()) {
        faults.addAll(Verifier.faults(connection, ledger));
      }
      return new Result(scenario, plan, figures, ledger, faults);
    }
  }

  private void work(Store store, Map<String, String> tokens) throws Exception {
    List<Future<?>> working = new ArrayList<>();
    try (Api api = new Api(servers.stream().map(ServerProcess::url).toList(), figures);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Clients shared = new Clients(Stage.set(api, tokens), api, ledger);
      try {
        IntStream.range(0, plan.clients())
            .mapToObj(number -> new Client(shared, plan.seed(), number))
            .forEach(client -> working.add(threads.submit(client)));
        strikes(store);
        // The last ones die in the midst of work, too.
        servers.forEach(this::kill);
      } finally {
        shared.running().set(false);
      }
      for (Future<?> client : working) {
        client.get();
      }
    }
  }

  private void strikes(Store store) throws InterruptedException, SQLException {
    long end = System.nanoTime() + plan.atLeast().toNanos();
    for (int done = 0; done < plan.strikes() || System.nanoTime() - end < 0; done++) {
      awaitWork();
      switch (scenario.strike(done)) {
        case SERVER -> crash(List.of(servers.get(done % servers.size())));
        case ALL_SERVERS -> crash(servers);
        case DATABASE -> {
          store.crash();
          figures.count(Kind.DATABASE_CRASHES);
        }
      }
      if (done % STRIKES_A_LOOK == STRIKES_A_LOOK - 1) {
        look(store);
      }
    }
    awaitWork();
  }

  /// Judges the database in the midst of work; what it says by itself is right at any moment.
  private void look(Store store) throws SQLException {
    try (Connection connection = store.connect()) {
      Verifier.faults(connection).forEach(fault -> faults.add("in the midst: " + fault));
    }
  }

  /// Waits for as much work as the plan says, a fifth more or less.
  private void awaitWork() throws InterruptedException {
    int more = plan.between() * (80 + random.nextInt(41)) / 100;
    figures.awaitAcknowledged(figures.acknowledged() + more);
  }

  private void crash(List<ServerProcess> victims) {
    victims.forEach(this::kill);
    victims.forEach(ServerProcess::restart);
    victims.forEach(ServerProcess::awaitReady);
  }

  private void kill(ServerProcess server) {
    server.kill();
    figures.count(Kind.SERVER_KILLS);
  }
}
