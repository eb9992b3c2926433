package org.meetwright.core.rate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;

/// What a real booking sends to the database, and the proof that the bare loop sends the same.
///
/// @param samples the same booking again and again
record RecordedBooking(Script script, List<List<Call>> samples, Opener opener) {
  private static final int SAMPLES = 500;
  private static final Duration FAR = Duration.ofDays(30);

  /// Opens a connection as the program does.
  @FunctionalInterface
  interface Opener {
    Connection connect() throws SQLException;
  }

  /// Adds hosts, and records bookings with them.
  ///
  /// @throws IllegalStateException if the bare loop does not send the same as the program
  static RecordedBooking make(Place place, World world, int hosts) throws SQLException {
    try (RecordingDriver driver = RecordingDriver.insteadOfDriverOf(place.settings().url());
        Core core = Core.on(Database.open(place.settings()), world.clock())) {
      world.addHosts(core, hosts);
      world.moveOn(core);
      Recording recording = driver.recording();
      Wish one = farAhead(world);
      Wish other = farAhead(world);
      Script script =
          Script.learn(record(recording, core, one), one, record(recording, core, other), other);
      Sameness.check(
          "the bare loop",
          record(recording, core, world.next()),
          recordBare(driver, script, world.next()));
      List<List<Call>> samples = new ArrayList<>();
      for (int i = 0; i < 2 * SAMPLES; i++) {
        samples.add(record(recording, core, world.next()));
      }
      return new RecordedBooking(
          script, samples.subList(SAMPLES, 2 * SAMPLES), driver::connectAsTheProgram);
    }
  }

  private static Wish farAhead(World world) {
    Wish wish = world.next();
    while (wish.start().isBefore(wish.now().plus(FAR))) {
      wish = world.next();
    }
    return wish;
  }

  private static List<Call> record(Recording recording, Core core, Wish wish) {
    recording.take();
    World.book(core, wish);
    return recording.take();
  }

  private static List<Call> recordBare(RecordingDriver driver, Script script, Wish wish)
      throws SQLException {
    Recording recording = new Recording();
    try (GroupSync sync = new GroupSync(recording.of(driver.connectAsTheProgram()));
        BareBookings bare =
            new BareBookings(recording.of(driver.connectAsTheProgram()), script, sync)) {
      recording.take();
      bare.book(wish);
      return recording.take();
    }
  }

  /// Returns a connection as the program opens its own.
  Connection connect() throws SQLException {
    return opener.connect();
  }

  /// Prints what a booking sends, with the median time of each call when nothing else runs.
  void print() {
    List<Call> calls = samples.getFirst();
    System.out.printf(
        "A booking sends %d calls, %d of them round trips. The bare loop sends the same.%n",
        calls.size(), calls.stream().filter(Call::isRoundTrip).count());
    double sum = 0;
    for (int i = 0; i < calls.size(); i++) {
      double micros = micros(i);
      sum += micros;
      String text = calls.get(i).text();
      System.out.printf(
          Locale.ROOT,
          "%3d %7.1f us  %s%n",
          i + 1,
          micros,
          text.length() <= 110 ? text : text.substring(0, 107) + "...");
    }
    System.out.printf(Locale.ROOT, "    %7.1f us  in all%n", sum);
  }

  private double micros(int call) {
    return Load.median(
        IntStream.range(0, samples.size())
            .mapToObj(sample -> samples.get(sample).get(call).nanos() / 1e3)
            .toList());
  }
}
