package org.meetwright.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.rate.Options;
import org.meetwright.core.rate.Place;
import org.meetwright.server.load.Crowd;
import org.meetwright.server.load.Running;
import org.meetwright.server.load.Wrk;

/// Asks a server for slots with wrk, in turns with an endpoint of the same server that sends the
/// same bytes after the same single SELECT, then at a steady rate, then for hosts who were not
/// asked before, and prints what each gives.
///
/// Options: `databases`, `hosts` (a list), `seconds`, `rounds`, `connections` and `rate`.
final class SlotsLoad {
  private static final int ASKED = 100;

  private SlotsLoad() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Options options = Options.parse(arguments);
    System.out.println(
        "| database | hosts | what | requests/s | lowest to highest | p99, ms | ratio | RSS, MiB"
            + " |");
    for (String database : options.databases()) {
      try (Place place = Place.of(database, options.target(), 8)) {
        for (String hosts : options.values().getOrDefault("hosts", "1000").split(",", -1)) {
          new Crowd(place).growTo(Integer.parseInt(hosts));
          Path home = Files.createDirectories(place.directory().resolve("home"));
          try (Running server =
              Running.start(SlotsServer.class, home.toString(), place.settings().url(), slots(1))) {
            new Turns(place.product(), options, Integer.parseInt(hosts), server).take();
          }
        }
      }
    }
  }

  private static String slots(int host) {
    LocalDate from = LocalDate.now(Clock.systemUTC()).plusDays(7);
    return "/api/v1/hosts/host"
        + host
        + "/event-types/intro/slots?from="
        + from
        + "&to="
        + from.plusDays(30)
        + "&zone=UTC";
  }

  private record Turns(String product, Options options, int hosts, Running server) {
    void take() throws IOException, InterruptedException {
      List<String> ours = new ArrayList<>();
      List<String> bare = new ArrayList<>();
      for (int i = 1; i <= ASKED; i++) {
        ours.add(slots(i));
        bare.add("/bare/host" + i);
      }
      Wrk wrk =
          new Wrk(
              server.url(),
              options.number("connections", 64),
              options.number("seconds", 10),
              options.target());
      wrk.warmUp(ours);
      wrk.warmUp(bare);
      List<Wrk.Figures> oursSeen = new ArrayList<>();
      List<Wrk.Figures> bareSeen = new ArrayList<>();
      for (int round = 0; round < options.number("rounds", 3); round++) {
        oursSeen.add(wrk.run(ours));
        bareSeen.add(wrk.run(bare));
      }
      double most = Wrk.median(bareSeen).perSecond();
      row("slots (" + server.bytes() + " bytes)", oursSeen, most);
      row("bare", bareSeen, most);
      row("slots, paced", List.of(wrk.paced(ours, options.number("rate", 5000))), most);
    }

    private void row(String what, List<Wrk.Figures> seen, double most) throws IOException {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %s | %.0f | %.0f to %.0f | %.1f | %.2f | %d |%n",
          product,
          hosts,
          what,
          Wrk.median(seen).perSecond(),
          seen.stream().mapToDouble(Wrk.Figures::perSecond).min().orElseThrow(),
          seen.stream().mapToDouble(Wrk.Figures::perSecond).max().orElseThrow(),
          Wrk.median(seen).p99Millis(),
          Wrk.median(seen).perSecond() / most,
          server.residentMebibytes());
    }
  }
}
