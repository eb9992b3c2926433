package org.meetwright.cli.stress;

import java.nio.file.Path;
import java.util.List;
import org.meetwright.cli.stress.system.H2File;
import org.meetwright.cli.stress.system.Postgres;
import org.meetwright.cli.stress.system.Store;

/// Which servers run on which database, and what is done to them meanwhile, again and again in this
/// order.
enum Scenario {
  H2_ONE_SERVER(1, List.of(Strike.SERVER)),
  POSTGRES_ONE_SERVER(1, List.of(Strike.SERVER)),
  POSTGRES_TWO_SERVERS(2, List.of(Strike.SERVER, Strike.SERVER, Strike.ALL_SERVERS)),
  POSTGRES_CRASHES_UNDER_TWO_SERVERS(2, List.of(Strike.DATABASE)),
  /// All in one, for a short run.
  POSTGRES_EVERYTHING(2, List.of(Strike.SERVER, Strike.DATABASE, Strike.ALL_SERVERS));

  /// What is ended without warning, and started again.
  enum Strike {
    SERVER,
    ALL_SERVERS,
    DATABASE
  }

  private final int servers;

  @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
  private final List<Strike> strikes;

  Scenario(int servers, List<Strike> strikes) {
    this.servers = servers;
    this.strikes = strikes;
  }

  int servers() {
    return servers;
  }

  Strike strike(int number) {
    return strikes.get(number % strikes.size());
  }

  boolean crashesDatabase() {
    return strikes.contains(Strike.DATABASE);
  }

  Store open(Path directory) {
    return this == H2_ONE_SERVER ? new H2File(directory) : Postgres.in(directory);
  }
}
