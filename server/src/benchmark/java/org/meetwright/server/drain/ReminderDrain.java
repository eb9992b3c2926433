package org.meetwright.server.drain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.email.Email;
import org.meetwright.core.rate.Options;
import org.meetwright.core.rate.Place;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.load.Crowd;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.MailSettings.Tls;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.KnownSettings;

/// Has a server deliver many reminders that are all due, over SMTP to a server on this machine, and
/// prints for each tenth of them the rate and the memory taken.
///
/// Options: `databases` and `reminders`.
final class ReminderDrain {
  private static final int CONNECTIONS = 8;

  private ReminderDrain() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Options options = Options.parse(arguments);
    for (String database : options.databases()) {
      try (Place place = Place.of(database, options.target(), 8);
          Sink sink = new Sink()) {
        drain(place, sink, options);
      }
    }
  }

  private static void drain(Place place, Sink sink, Options options)
      throws IOException, SQLException, InterruptedException {
    int reminders = options.number("reminders", 100_000);
    Path home = Files.createDirectories(place.directory().resolve("home"));
    try (Database database = Database.open(place.settings())) {
      Core core = Core.on(database, Clock.systemUTC());
      new DueReminders(place, core).add(reminders);
      System.out.println(place.product() + ": " + reminders + " reminders are due");
      try (MeetwrightServer server = MeetwrightServer.start(core, settings(place, home, sink))) {
        System.out.println("The server is at " + server.url());
        watch(place, sink, reminders);
        while (core.outbox().count("done") < reminders) {
          TimeUnit.MILLISECONDS.sleep(100);
        }
      }
      Email email = core.emails().ofBooking(DueReminders.FIRST).getFirst();
      double most = new BareMails(sink.port(), email.mime()).perSecond(CONNECTIONS, 20);
      System.out.printf(
          Locale.ROOT,
          "the mail server takes %.0f a second (%d bytes each)%n",
          most,
          email.mime().length);
    }
  }

  private static ServerSettings onAnyPort(ServerSettings usual) {
    return new ServerSettings(
        usual.host(),
        0,
        usual.publicUrl(),
        usual.tls(),
        usual.trustedProxies(),
        usual.rateLimited(),
        usual.connections(),
        usual.shutdownDelay());
  }

  private static Settings settings(Place place, Path home, Sink sink) {
    Settings defaults = KnownSettings.defaults(home);
    MailSettings mail =
        new MailSettings(
            "127.0.0.1", sink.port(), "", "", Tls.NONE, new EmailAddress("meet@example.org"));
    return new Settings(
        home,
        place.settings(),
        onAnyPort(defaults.server()),
        defaults.acme(),
        defaults.difficulty(),
        defaults.keptMebibytes(),
        defaults.lifetimes(),
        mail,
        defaults.privateTargets(),
        defaults.calendars(),
        defaults.sms(),
        defaults.oidc(),
        defaults.log(),
        defaults.updates());
  }

  private static void watch(Place place, Sink sink, int reminders)
      throws IOException, SQLException, InterruptedException {
    long begun = System.nanoTime();
    long last = begun;
    System.out.println("| sent | a second | resident MiB | heap in use MiB | database MiB |");
    for (int tenth = 1; tenth <= 10; tenth++) {
      long goal = (long) reminders * tenth / 10;
      while (sink.taken() < goal) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      long now = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "| %d | %.0f | %d | %d | %d |%n",
          goal,
          reminders / 10 * 1e9 / (now - last),
          Crowd.residentMebibytes(),
          heapMebibytes(),
          place.bytes() >> 20);
      last = now;
    }
    System.out.printf(Locale.ROOT, "%.0f a second over all%n", reminders * 1e9 / (last - begun));
  }

  /// After a collection, so that it is what is in use and not what lies about.
  private static long heapMebibytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
