package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.caldav.CalDavProvider;
import org.meetwright.server.calendar.ics.IcsProvider;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;

/// Names of calendar services that mean something else each time they are asked for. A connection
/// goes to the address that was checked, since its name is asked for only once.
class RebindingTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetAddress PUBLIC = literal("1.1.1.1");

  private Script server;

  @BeforeEach
  void start() throws Exception {
    server = new Script();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static InetAddress literal(String address) {
    return InetAddress.ofLiteral(address);
  }

  private String url(String name) {
    return "http://" + name + ":" + server.port() + "/cal/";
  }

  private RemoteAccount account(ProviderKind kind, Targets targets) {
    AccountAccess access = new AccountAccess(url("cal.example.org"), "ada", "hunter2");
    return kind == ProviderKind.ICS
        ? new IcsProvider(targets, InstantSource.system()).open(access)
        : new CalDavProvider(targets, (_, _) -> List.of(), InstantSource.system()).open(access);
  }

  private static FaultCode fault(RemoteAccount account) {
    return catchThrowableOfType(RemoteFault.class, account::calendars).code();
  }

  @ParameterizedTest
  @EnumSource(
      value = ProviderKind.class,
      names = {"ICS", "CALDAV"})
  void thatWerePublicWhenTheyWereCheckedAreNotConnectedToOnceTheyMeanThisMachine(
      ProviderKind kind) {
    AtomicInteger asked = new AtomicInteger();
    Targets rebinding =
        new Targets(false, _ -> new InetAddress[] {asked.getAndIncrement() == 0 ? PUBLIC : HERE});
    rebinding.check(HttpUrl.of(url("cal.example.org")));

    assertThat(fault(account(kind, rebinding))).isEqualTo(FaultCode.PRIVATE_ADDRESS);
    assertThat(asked.get()).isGreaterThan(1);
    assertThat(server.asked()).isEmpty();
  }

  /// There is no second question between the check and the connection that could be answered in
  /// another way.
  @ParameterizedTest
  @EnumSource(
      value = ProviderKind.class,
      names = {"ICS", "CALDAV"})
  void areAskedForOncePerConnection(ProviderKind kind) {
    AtomicInteger asked = new AtomicInteger();
    Targets targets =
        new Targets(
            true,
            _ -> {
              asked.incrementAndGet();
              return new InetAddress[] {HERE};
            });
    fault(account(kind, targets));
    assertThat(server.asked()).isNotEmpty().hasSize(asked.get());
  }

  @ParameterizedTest
  @EnumSource(
      value = ProviderKind.class,
      names = {"ICS", "CALDAV"})
  void areCheckedAgainWhereAServiceRedirects(ProviderKind kind) {
    List<String> names = new CopyOnWriteArrayList<>();
    Targets targets =
        new Targets(
            true,
            name -> {
              names.add(name);
              if (name.equals("inside.example.org")) {
                throw new UnknownHostException(name);
              }
              return new InetAddress[] {HERE};
            });
    server.onAnything(_ -> Said.redirect(302, url("inside.example.org")));
    assertThat(fault(account(kind, targets))).isEqualTo(FaultCode.UNKNOWN_SERVER);
    assertThat(names).contains("cal.example.org", "inside.example.org");
    assertThat(server.asked()).allMatch(one -> one.header("Host").startsWith("cal.example.org"));
  }
}
