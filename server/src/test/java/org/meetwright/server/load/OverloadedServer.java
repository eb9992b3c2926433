package org.meetwright.server.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.meetwright.core.Core;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;

/// A server on H2 in a process of its own, with the limits that are usual, until it is killed. It
/// prints its address and the token of a session.
final class OverloadedServer {
  static final String PASSWORD = "correct horse battery";

  private OverloadedServer() {}

  public static void main(String[] arguments) throws Exception {
    Fixture fixture = new Fixture(DatabaseKind.H2);
    fixture.clock.set(Instant.now().toString());
    Host crowd = fixture.addHost("crowd");
    fixture.open(fixture.ada, "UTC", "00:00-24:00");
    fixture.open(crowd, "UTC", "00:00-24:00");
    fixture.addEventType(type -> type.slug("intro").seats(1000));
    fixture.addEventType(type -> type.slug("dense").duration(15).step(1));
    String hash = Passwords.hash(PASSWORD);
    fixture
        .core
        .database()
        .inTransaction(
            tx -> {
              Access.setPassword(tx, crowd.id(), hash, null);
              return true;
            });
    Core core = Core.on(fixture.database.open(), Clock.systemUTC());
    MeetwrightServer server =
        MeetwrightServer.start(
            core,
            ServerFixture.settings(
                fixture,
                new ServerSettings(
                    "127.0.0.1",
                    0,
                    null,
                    null,
                    List.of(),
                    true,
                    new ConnectionNumbers(2000, 100),
                    Duration.ZERO)));
    System.out.println(
        server.url() + " " + core.access().sessions().begin(crowd.id(), "attack").token());
    new CountDownLatch(1).await();
  }
}
