package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;
import org.meetwright.server.outgoing.Targets;

@Timeout(600)
class DiscoveryTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));
  private static final Said ASKS =
      Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"calendars\"");
  private static final String OK = "<D:status>HTTP/1.1 200 OK</D:status></D:propstat>";

  private Script server;

  @BeforeEach
  void start() throws Exception {
    server = new Script();
    server.on("PROPFIND /me/", Said.multistatus(said("/me/", homeSet("/home/"))));
    server.on(
        "PROPFIND /home/",
        Said.multistatus(
            said("/home/", "<D:resourcetype><D:collection/></D:resourcetype>")
                + said("/home/work%20%26%20play/", calendar("VEVENT", "write-content"))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String said(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop>"
        + OK
        + "</D:response>";
  }

  private static String principal(String href) {
    return "<D:current-user-principal><D:href>" + href + "</D:href></D:current-user-principal>";
  }

  private static String homeSet(String href) {
    return "<C:calendar-home-set><D:href>" + href + "</D:href></C:calendar-home-set>";
  }

  private static String calendar(String component, String privilege) {
    return "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
        + "<D:displayname>Work &amp; play</D:displayname>"
        + "<A:calendar-color>#FF8800FF</A:calendar-color>"
        + "<C:calendar-timezone><![CDATA[BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Asia/Colombo\n"
        + "END:VTIMEZONE\nEND:VCALENDAR]]></C:calendar-timezone>"
        + "<C:supported-calendar-component-set><C:comp name=\""
        + component
        + "\"/></C:supported-calendar-component-set><D:current-user-privilege-set><D:privilege><D:"
        + privilege
        + "/></D:privilege></D:current-user-privilege-set>";
  }

  private static RemoteAccount open(String address, String user, ServiceRecords records) {
    return new CalDavProvider(Targets.ofCalendars(true), Patience.LONG, records, CLOCK)
        .open(new AccountAccess(address, user, "hunter2"));
  }

  private RemoteAccount open(String path) {
    return open(server.url() + path, "ada", (_, _) -> List.of());
  }

  private static RemoteFault fault(RemoteAccount account) {
    try {
      account.calendars();
    } catch (RemoteFault fault) {
      assertThat(fault.getMessage()).doesNotContain("hunter2", "127.0.0.1", "root:").endsWith(".");
      return fault;
    }
    throw new AssertionError("There was no fault");
  }

  private void principalAt(String path) {
    server.on("PROPFIND " + path, Said.multistatus(said(path, principal("/me/"))));
  }

  @Test
  void findsWhatACalendarIsAndMay() throws Exception {
    principalAt("/dav/");
    assertThat(open("/dav/").calendars())
        .containsExactly(
            new RemoteCalendar(
                server.url() + "/home/work%20&%20play/",
                "Work & play",
                "#ff8800",
                ZoneId.of("Asia/Colombo"),
                true));
    server.on(
        "PROPFIND /home/",
        Said.multistatus(
            said("/home/tasks/", calendar("VTODO", "all"))
                + said("/home/shared/", calendar("VEVENT", "read"))));
    assertThat(open("/dav/").calendars()).hasSize(1).noneMatch(RemoteCalendar::mayWrite);
  }

  @Test
  void findsCalendarsOfWhichOnlyTheBusyTimesMayBeKnown() throws Exception {
    principalAt("/dav/");
    String readable = calendar("VEVENT", "read");
    String busy = readable.replace("D:read/", "C:read-free-busy/");
    server.on(
        "PROPFIND /home/",
        Said.multistatus(
            said("/home/colleague/", busy)
                + said("/home/room/", busy.replace("<C:read", "<D:bind/><C:read"))
                + said("/home/own/", readable.replace("<D:read/>", "<D:read/><C:read-free-busy/>"))
                + said("/home/all/", busy.replace("<C:read-free", "<D:all/><C:read-free"))));

    assertThat(open("/dav/").calendars())
        .extracting(RemoteCalendar::id, RemoteCalendar::mayWrite)
        .containsExactly(
            tuple(server.url() + "/home/colleague/#free-busy", false),
            tuple(server.url() + "/home/room/#free-busy", false),
            tuple(server.url() + "/home/own/", false),
            tuple(server.url() + "/home/all/", true));
  }

  /// DAViCal and Cyrus say nothing else of it.
  @Test
  void findsACalendarThatSaysNothingButWhenItIsBusy() throws Exception {
    server.on("PROPFIND /users/room/", Said.of(403, ""));
    assertThat(fault(open("/users/room/")).code()).isEqualTo(FaultCode.NO_ACCESS);
    server.on("REPORT /users/room/", Said.of(200, "<html>Welcome</html>"));
    assertThat(fault(open("/users/room/")).code()).isEqualTo(FaultCode.NO_ACCESS);
    server.on(
        "REPORT /users/room/",
        Said.of(200, "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"));

    assertThat(open("/users/room/").calendars())
        .containsExactly(
            new RemoteCalendar(server.url() + "/users/room/#free-busy", "room", null, null, false));
  }

  /// It is seldom in one's own home.
  @Test
  void findsTheCalendarOfSomeoneElseWhoseAddressIsTyped() throws Exception {
    server.on(
        "PROPFIND /users/eve/",
        Said.multistatus(said("/users/eve/", principal("/me/") + calendar("VEVENT", "read"))));
    assertThat(open("/users/eve/").calendars())
        .extracting(RemoteCalendar::id)
        .containsExactly(server.url() + "/home/work%20&%20play/", server.url() + "/users/eve/");
  }

  /// Trap 18.
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 404})
  void asksWhereWellKnownAddressesLead(int status) throws Exception {
    if (status == 404) {
      principalAt("/");
    } else {
      principalAt("/dav/");
      server.on("PROPFIND /.well-known/caldav", Said.redirect(status, "/dav/"));
    }
    assertThat(open("").calendars()).hasSize(1);
  }

  /// Trap 18: at iCloud, someone's calendars are at another server than the one that is asked
  /// first, and well-known addresses may lead to another one too.
  @Test
  void signsInWhereDiscoveryLeads() throws Exception {
    String other = "http://localhost:" + server.port();
    server.on("PROPFIND /.well-known/caldav", Said.redirect(302, other + "/dav/"));
    server.on(
        "PROPFIND /dav/",
        asked ->
            asked.header("Authorization") == null
                ? ASKS
                : Said.multistatus(said("/dav/", principal(other + "/me/"))));
    server.on(
        "PROPFIND /home/",
        asked ->
            asked.header("Authorization") == null
                ? ASKS
                : Said.multistatus(said("/home/a/", calendar("VEVENT", "all"))));
    RemoteAccount account = open("");
    assertThat(account.calendars())
        .extracting(RemoteCalendar::id)
        .containsExactly(other + "/home/a/");

    // But not where a known calendar leads.
    server.on("REPORT /moved/", Said.redirect(302, other + "/home/a/"));
    server.on("REPORT /home/a/", ASKS);
    assertThat(changesFault(account, server.url() + "/moved/").kind()).isEqualTo(FaultKind.SIGN_IN);
    assertThat(server.last().what()).isEqualTo("REPORT /home/a/");
    assertThat(server.last().header("Authorization")).isNull();
  }

  private static RemoteFault changesFault(RemoteAccount account, String calendar) {
    try {
      account.changes(calendar, null, Map::of);
    } catch (RemoteFault fault) {
      return fault;
    }
    throw new AssertionError("There was no fault");
  }

  @Test
  void asksTheDomainOfAnAddress() throws Exception {
    principalAt("/dav/");
    ServiceRecords withPath =
        (name, type) ->
            switch (type + " " + name) {
              case "SRV _caldav._tcp.example.org" ->
                  List.of("nonsense", "20 0 1 127.0.0.9.", "10 1 " + server.port() + " 127.0.0.1.");
              case "TXT _caldav._tcp.example.org" -> List.of("\"path=/dav/\"");
              default -> List.of();
            };
    assertThat(open("ada@example.org", "", withPath).calendars()).hasSize(1);

    server.on("PROPFIND /dav/", Said.of(404, ""));
    server.on("PROPFIND /.well-known/caldav", Said.multistatus(said("/", principal("/me/"))));
    ServiceRecords withoutPath =
        (name, type) ->
            name.equals("_caldav._tcp.example.org") && type.equals("SRV")
                ? List.of("10 1 " + server.port() + " 127.0.0.1.")
                : List.of();
    assertThat(open("ada@example.org", "", withoutPath).calendars()).hasSize(1);
  }

  /// The user of an e-mail's domain is the whole address, unless another is given.
  @Test
  void signsInWithTheAddressItself() throws Exception {
    String right = "Basic YWRhQGV4YW1wbGUub3JnOmh1bnRlcjI=";
    server.on(
        "PROPFIND /.well-known/caldav",
        asked ->
            right.equals(asked.header("Authorization"))
                ? Said.multistatus(said("/", principal("/me/")))
                : ASKS);
    ServiceRecords records =
        (name, type) ->
            name.equals("_caldav._tcp.example.org") && type.equals("SRV")
                ? List.of("10 1 " + server.port() + " 127.0.0.1.")
                : List.of();
    assertThat(open("ada@example.org", "", records).calendars()).hasSize(1);
    assertThat(fault(open("ada@example.org", "other", records)).kind())
        .isEqualTo(FaultKind.SIGN_IN);
  }

  @Test
  void takesTheAddressOfACalendarAlone() throws Exception {
    server.on(
        "PROPFIND /shared/abc/",
        Said.multistatus(said("/shared/abc/", calendar("VEVENT", "read"))));
    assertThat(open("/shared/abc/").calendars()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoCalendar() {
    assertThat(fault(open("/")).kind()).isEqualTo(FaultKind.NOT_FOUND);
    principalAt("/dav/");
    server.on("PROPFIND /home/", Said.multistatus(said("/home/", "")));
    RemoteFault fault = fault(open("/dav/"));
    assertThat(fault.kind()).isEqualTo(FaultKind.NOT_FOUND);
    assertThat(fault).hasMessageContaining("No calendar was found");
  }

  @Test
  void saysWhatIsWrongWithTheUser() {
    server.on("PROPFIND /", ASKS);
    server.on("PROPFIND /.well-known/caldav", ASKS);
    assertThat(fault(open("/"))).hasMessageContaining("app password");
    server.on(
        "PROPFIND /dav/",
        Said.multistatus(
            said(
                "/dav/",
                "<D:current-user-principal><D:unauthenticated/></D:current-user-principal>")));
    assertThat(fault(open("/dav/")).kind()).isEqualTo(FaultKind.SIGN_IN);
    server.on("PROPFIND /dav/", Said.of(429, "").with("Retry-After", "60"));
    assertThat(fault(open("/dav/")).kind()).isEqualTo(FaultKind.LATER);
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append("<!ENTITY ")
          .append(c)
          .append(" \"")
          .append(("&" + (char) (c - 1) + ";").repeat(10));
      bomb.append("\">");
    }
    return bomb + "]><D:multistatus xmlns:D=\"DAV:\">&j;</D:multistatus>";
  }

  @Test
  void readsNoXmlBombsAndNothingFromElsewhere() {
    String begin = "<D:multistatus xmlns:D=\"DAV:\">";
    String end = "</D:multistatus>";
    for (String xml :
        new String[] {
          bomb(),
          "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + begin + "&x;" + end,
          "<!DOCTYPE x SYSTEM \"" + server.url() + "/x.dtd\">" + begin + end,
          "<!DOCTYPE x [<!ENTITY % x SYSTEM \"" + server.url() + "/x.dtd\"> %x;]>" + begin + end,
          begin + "<a>".repeat(100) + "</a>".repeat(100) + end,
          begin + "<a/>".repeat(500_000) + end,
          begin + "<a" + " b='c'".repeat(200_000) + "/>" + end,
          begin,
          "",
          "BEGIN:VCALENDAR",
          "<html><body>Sign in</body></html"
        }) {
      server.on("PROPFIND /dav/", Said.of(207, xml));
      RemoteFault fault = fault(open("/dav/"));
      assertThat(fault.kind()).isEqualTo(FaultKind.NOT_FOUND);
      assertThat(fault).hasCauseInstanceOf(RemoteFault.class);
      assertThat(server.asked()).noneMatch(asked -> asked.what().contains("x.dtd"));
    }
  }

  @Test
  void readsNoMoreThanTenMebibytes() {
    server.on("PROPFIND /dav/", Said.of(207, "<a>" + " ".repeat(11 << 20) + "</a>"));
    assertThat(fault(open("/dav/")).code()).isEqualTo(FaultCode.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://ada:hunter2@127.0.0.1/", "ada@", "@", ""})
  void refusesWhatIsNoAddress(String address) {
    assertThat(fault(open(address, "ada", (_, _) -> List.of())).kind())
        .isEqualTo(FaultKind.NOT_FOUND);
  }

  @Test
  void asksNoPrivateAddress() {
    RemoteFault fault =
        fault(
            new CalDavProvider(Targets.ofCalendars(false), CLOCK)
                .open(new AccountAccess(server.url(), "ada", "hunter2")));
    assertThat(fault).hasMessageContaining("calendars.allowPrivateTargets");
    assertThat(fault.kind()).isEqualTo(FaultKind.NOT_FOUND);
  }

  /// Not at each of the places where its calendars may be.
  @Test
  void asksAServerThatHangsOnce() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    for (String path : new String[] {"/dav/", "/.well-known/caldav", "/"}) {
      server.on(
          "PROPFIND " + path,
          _ -> {
            try {
              end.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            return Said.of(404, "");
          });
    }
    RemoteAccount account =
        new CalDavProvider(
                Targets.ofCalendars(true), Duration.ofMillis(500), (_, _) -> List.of(), CLOCK)
            .open(new AccountAccess(server.url() + "/dav/", "ada", "hunter2"));
    assertThat(fault(account).code()).isEqualTo(FaultCode.NO_ANSWER);
    end.countDown();
    assertThat(server.asked()).hasSizeLessThanOrEqualTo(1);
  }
}
