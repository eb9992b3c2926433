package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.http.ServiceRecords.Server;
import org.meetwright.server.calendar.script.NameServer;
import org.meetwright.server.outgoing.Targets;

/// What a name server really says, and where that leads.
@Timeout(600)
class DnsTest {
  private static final String PLAIN = "_caldav._tcp.example.org";
  private static final String SAFE = "_caldavs._tcp.example.org";

  private NameServer names;
  private ServiceRecords records;

  @BeforeEach
  void start() throws Exception {
    names = new NameServer();
    records = ServiceRecords.of(names.address());
  }

  @AfterEach
  void stop() {
    names.close();
  }

  @Test
  void readsTheServersOfADomainTheOneToAskFirstInFront() {
    names
        .srv(SAFE, 10, 0, 8443, "late.example.org")
        .srv(SAFE, 1, 5, 443, "light.example.org")
        .srv(SAFE, 1, 60, 443, "heavy.example.org")
        .txt(SAFE, "path=/dav/");
    assertThat(records.servers(SAFE))
        .containsExactly(
            new Server(1, 60, 443, "heavy.example.org"),
            new Server(1, 5, 443, "light.example.org"),
            new Server(10, 0, 8443, "late.example.org"));
    assertThat(records.path(SAFE)).isEqualTo("/dav/");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(records.servers(SAFE)).isEmpty();
    assertThat(records.path(SAFE)).isEmpty();
  }

  /// RFC 6764: "the service is decidedly not available at this domain".
  @Test
  void takesADotForNoServer() {
    names.srv(SAFE, 0, 0, 443, "");
    assertThat(records.servers(SAFE)).isEmpty();
  }

  @Test
  void findsTheCalendarsOfAnAddressByItsDomain(@TempDir Path directory) throws Exception {
    Bed bed = Radicale.orSkip(directory);
    try {
      int port = java.net.URI.create(bed.root()).getPort();
      names.srv(PLAIN, 0, 1, port, "localhost").txt(PLAIN, "path=/");
      CalDavProvider provider =
          new CalDavProvider(
              Targets.ofCalendars(true), records, () -> Instant.parse("2026-03-02T12:00:00Z"));
      RemoteAccount account =
          provider.open(new AccountAccess("ada@example.org", bed.user(), bed.password()));
      assertThat(account.calendars())
          .extracting(RemoteCalendar::id)
          .containsExactly("http://localhost:" + port + "/ada/work/");
      assertThat(names.asked()).contains("SRV " + SAFE, "SRV " + PLAIN, "TXT " + PLAIN);
    } finally {
      bed.close();
    }
  }

  /// A domain may name any server of the network that this one is in.
  @Test
  void asksNoPrivateServerThatADomainNames() throws Exception {
    names.srv(SAFE, 0, 1, 443, "localhost").srv(PLAIN, 0, 1, 80, "localhost");
    CalDavProvider provider =
        new CalDavProvider(
            Targets.ofCalendars(false), records, () -> Instant.parse("2026-03-02T12:00:00Z"));
    RemoteAccount account = provider.open(new AccountAccess("ada@example.org", "ada", "x"));
    try {
      account.calendars();
    } catch (RemoteFault refused) {
      assertThat(refused.code().word()).isEqualTo("private_address");
      return;
    }
    throw new AssertionError("It was asked");
  }
}
