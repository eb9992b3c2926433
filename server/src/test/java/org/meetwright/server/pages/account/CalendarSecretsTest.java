package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.calendar.script.MemoryDav;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Answering;
import org.meetwright.server.calendar.script.Script.Said;

/// Passwords and secret addresses of calendars are told to their services alone, whatever these
/// answer: neither the log, nor the API, pages, metrics, mails, nor the database have them.
@ParameterizedClass
@EachDatabase
class CalendarSecretsTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String DAV_PASSWORD = "zqDavPass.1";
  private static final String NEXT_PASSWORD = "zqNextPass.2";
  private static final String FEED_PASSWORD = "zqFeedPass.3";
  private static final String WRONG_PASSWORD = "zqWrongPass.4";
  private static final String PATH_TOKEN = "zqPathToken5";
  private static final String QUERY_TOKEN = "zqQueryToken6";
  private static final String BEARER = "zqBearer7";

  private static final List<String> SECRETS =
      List.of(
          DAV_PASSWORD,
          NEXT_PASSWORD,
          FEED_PASSWORD,
          WRONG_PASSWORD,
          PATH_TOKEN,
          QUERY_TOKEN,
          BEARER,
          base64("ada:" + DAV_PASSWORD),
          base64("ada:" + NEXT_PASSWORD),
          base64("ada:" + FEED_PASSWORD),
          base64("ada:" + WRONG_PASSWORD));

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private MemoryDav dav;
  private Script feed;
  private Log log;

  /// Keeps all that is logged, however little it matters, with everything that hangs on it.
  private static final class Log extends Handler {
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("org.meetwright");
    private final @Nullable Level before = ours.getLevel();
    private final List<String> entries = new CopyOnWriteArrayList<>();

    Log() {
      setLevel(Level.ALL);
      root.addHandler(this);
      ours.setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      StringWriter text = new StringWriter();
      Object[] values = entry.getParameters();
      text.write(entry.getLoggerName() + " " + entry.getMessage());
      if (values != null) {
        text.write(" " + MessageFormat.format(String.valueOf(entry.getMessage()), values));
        text.write(" " + List.of(values));
      }
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(new PrintWriter(text, true));
      }
      entries.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      root.removeHandler(this);
      ours.setLevel(before);
    }
  }

  @BeforeEach
  void open() throws IOException {
    log = new Log();
    in = new SignedIn(kind, true);
    in.server.addEventType("intro", "\"seats\": 1");
    dav = new MemoryDav("/" + PATH_TOKEN + "/").asksFor("ada", DAV_PASSWORD);
    feed = new Script();
  }

  @AfterEach
  void close() {
    in.close();
    dav.close();
    feed.close();
    log.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String feedUrl() {
    return feed.url() + "/" + PATH_TOKEN + "/basic.ics?key=" + QUERY_TOKEN;
  }

  private void feedSays(Answering answer) {
    feed.on("GET /" + PATH_TOKEN + "/basic.ics?key=" + QUERY_TOKEN, answer);
  }

  private static String calendar(String event) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Days\r\n"
        + event
        + "END:VCALENDAR\r\n";
  }

  /// Everything that a service may answer, with the secrets that it was told, and more, in it.
  private List<Answering> bad() {
    String all = String.join(" ", SECRETS);
    String crooked = "/" + PATH_TOKEN + "/ <\\" + DAV_PASSWORD + "|%zz" + FEED_PASSWORD;
    List<Answering> answers = new ArrayList<>();
    for (int status : new int[] {400, 401, 403, 404, 409, 410, 412, 429, 500, 503, 507}) {
      answers.add(
          asked ->
              Said.of(status, all + asked.header("Authorization"))
                  .with("WWW-Authenticate", "Basic realm=\"" + all + "\"")
                  .with("Authorization", "Bearer " + BEARER)
                  .with("Retry-After", all));
    }
    answers.add(_ -> Said.redirect(302, "ftp://ada:" + DAV_PASSWORD + "@x/" + PATH_TOKEN));
    answers.add(_ -> Said.redirect(301, crooked));
    answers.add(
        _ -> Said.redirect(302, "http://" + PATH_TOKEN + ".invalid/?access_token=" + BEARER));
    answers.add(_ -> Said.redirect(307, "http://127.0.0.1:1/" + QUERY_TOKEN));
    answers.add(asked -> Said.redirect(302, asked.what().replaceFirst(".* ", "")));
    answers.add(_ -> Said.of(200, all));
    answers.add(_ -> Said.of(207, all));
    answers.add(_ -> Said.of(207, "<?xml version=\"1.0\"?><" + all));
    answers.add(_ -> Said.multistatus("<D:response><D:href>" + crooked.replace("<", "")));
    answers.add(
        _ ->
            Said.multistatus(
                "<D:response><D:href>"
                    + crooked.replace("<", "")
                    + "</D:href><D:status>HTTP/1.1 "
                    + all
                    + "</D:status></D:response>"));
    answers.add(_ -> Said.of(200, calendar("BEGIN:VEVENT\r\nUID:" + all + "\r\nDTSTART:" + all)));
    answers.add(_ -> Said.of(200, all).with("Content-Encoding", "gzip"));
    answers.add(_ -> Said.of(200, all).halved());
    answers.add(
        _ -> {
          throw new IOException(all);
        });
    return answers;
  }

  private Answer add(String kind, String url, String password) {
    return in.server.asHost(
        "POST",
        ACCOUNTS,
        """
        {"kind": "%s", "url": "%s", "user": "ada", "password": "%s"}
        """
            .formatted(kind, url, password));
  }

  private void assertQuiet(String where, String text) {
    for (String secret : SECRETS) {
      assertThat(text).as(where).doesNotContain(secret);
      assertThat(text).as(where).doesNotContain(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
  }

  private String connected(String kind, String url, String password) {
    Answer added = add(kind, url, password);
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    assertQuiet("answer", added.body().toString());
    return ACCOUNTS + "/" + added.body().path("id").asString();
  }

  private void sync(String account) {
    in.server.core.clock.advance(Duration.ofMinutes(1));
    assertQuiet("sync", in.server.asHost("POST", account + "/sync", "").body().toString());
    assertQuiet("state", in.server.asHost("GET", account, "").body().toString());
    assertQuiet("calendars", in.server.asHost("GET", account + "/calendars", "").body().toString());
  }

  private void assertNothingIsTold(String booking) throws IOException {
    for (String path :
        List.of(
            ACCOUNTS,
            "/api/v1/calendar-problems",
            "/api/v1/problems",
            "/api/v1/notifications",
            "/api/v1/export",
            "/api/v1/busy-times",
            "/api/v1/bookings/" + booking,
            "/metrics",
            "/health")) {
      Answer answer = in.server.asHost("GET", path, "");
      assertThat(answer.status()).as(path).isIn(200, 503);
      assertQuiet(path, answer.response().headers().map() + String.valueOf(answer.body()));
    }
    for (String page :
        List.of("/account/calendars", "/account/bookings", "/account/bookings/" + booking)) {
      assertQuiet(page, in.get(page).body());
    }
    for (String state : List.of("pending", "done", "dead")) {
      assertQuiet("outbox", String.valueOf(in.core.outbox().list(null, state, 100)));
    }
    Path mail = in.server.core.database.home().resolve("mail");
    int mails = 0;
    try (Stream<Path> files = Files.list(mail)) {
      for (Path file : files.toList()) {
        assertQuiet("mail", Files.readString(file));
        mails++;
      }
    }
    assertThat(mails).isPositive();
  }

  @Test
  void areToldNobodyElseWhateverServicesAnswer() throws Exception {
    feedSays(
        asked ->
            ("Basic " + base64("ada:" + FEED_PASSWORD)).equals(asked.header("Authorization"))
                ? Said.of(200, calendar(CalendarFile.event("1", "20260311T140000Z", "Dentist")))
                : Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"x\""));
    for (String[] refused :
        new String[][] {
          {"caldav", dav.url(), WRONG_PASSWORD},
          {"ics", feedUrl(), WRONG_PASSWORD},
          {"ics", "ftp://x/" + PATH_TOKEN, FEED_PASSWORD},
          {"ics", "http://ada:" + FEED_PASSWORD + "@x/", FEED_PASSWORD},
          {"ics", "http://" + PATH_TOKEN + ".invalid/?" + QUERY_TOKEN, FEED_PASSWORD},
          {"caldav", "http://127.0.0.1:1/" + PATH_TOKEN, DAV_PASSWORD},
          {"caldav", "http://exa mple/" + PATH_TOKEN, DAV_PASSWORD}
        }) {
      Answer answer = add(refused[0], refused[1], refused[2]);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
      assertQuiet("refusal", answer.body().toString());
    }
    String service = connected("caldav", dav.url(), DAV_PASSWORD);
    String file = connected("ics", feedUrl(), FEED_PASSWORD);
    String calendar =
        in.server.asHost("GET", service + "/calendars", "").body().at("/calendars/0/id").asString();
    in.server.asHost("PATCH", service + "/calendars/" + calendar, "{\"receives\": true}");
    sync(service);
    sync(file);

    for (Answering answer : bad()) {
      dav.answers(answer);
      feedSays(answer);
      sync(service);
      sync(file);
      // A password that was refused is given again.
      dav.answers(null);
      in.server.asHost("PATCH", service, "{\"password\": \"" + DAV_PASSWORD + "\"}");
      in.server.core.clock.advance(Duration.ofMinutes(10));
    }
    Answer booked =
        in.server.post(
            "/api/v1/bookings", ServerFixture.booking("2026-03-12T14:00:00Z", "bob@example.com"));
    String booking =
        booked.body().at("/booking/id").asString(booked.body().path("id").asString(""));
    Patience.until(() -> !dav.events().isEmpty());
    for (Answering answer : bad()) {
      dav.answers(answer);
      in.server.core.clock.advance(Duration.ofHours(2));
      in.core.writtenMeetings();
      sync(service);
    }
    dav.answers(null);
    dav.asksFor("ada", NEXT_PASSWORD);
    in.server.asHost("PATCH", service, "{\"password\": \"" + NEXT_PASSWORD + "\"}");
    dav.asksFor("ada", WRONG_PASSWORD);
    sync(service);
    Patience.until(
        () ->
            in.core.outbox().list(CalendarAlert.KIND, "pending", 10).stream()
                .noneMatch(one -> !one.dueAt().isAfter(in.server.core.clock.instant())));

    assertNothingIsTold(booking);
    assertThat(log.entries).isNotEmpty();
    log.entries.forEach(entry -> assertQuiet("log", entry));
    Map<String, String> stored = new LinkedHashMap<>();
    stored.put("dump", in.server.core.dump());
    for (String secret : List.of(DAV_PASSWORD, NEXT_PASSWORD, FEED_PASSWORD, QUERY_TOKEN)) {
      assertThat(stored.get("dump")).doesNotContain(secret);
    }
  }
}
