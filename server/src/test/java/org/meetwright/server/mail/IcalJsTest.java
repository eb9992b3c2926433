package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.email.Email;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.server.NodePackage;
import org.meetwright.server.invite.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `ical.js` of npm (Thunderbird's), where node and npm are, reads from invitations what the
/// bookings say.
class IcalJsTest {
  private static Path modules;

  @TempDir Path directory;
  private Office office;
  private OutboxWorker worker;

  @BeforeAll
  static void install() throws Exception {
    modules = NodePackage.install("ical.js@2").home();
    try (InputStream script = IcalJsTest.class.getResourceAsStream("ical.mjs")) {
      Files.write(modules.resolve("ical.mjs"), script.readAllBytes());
    }
  }

  @BeforeEach
  void open() {
    office = Office.in(directory);
    worker = MailFixture.worker(office, directory);
  }

  @AfterEach
  void close() {
    worker.close();
    office.close();
  }

  /// What an invitation says.
  record Said(String method, String uid, int sequence, Instant start, Instant end) {
    static Said of(String method, Booking booking) {
      return new Said(
          method,
          booking.calendarUid(),
          booking.calendarSequence(),
          booking.start(),
          booking.end());
    }
  }

  /// Waits for all mail about a booking, and reads the invitations to one reader.
  private List<Said> invitations(Booking booking, String reader, int mails) throws Exception {
    untilSent(booking, mails);
    List<Said> said = new ArrayList<>();
    for (Email mail : sent(booking)) {
      if (mail.recipient().startsWith(reader)) {
        said.add(read(calendar(new MimeMessage(session(), new ByteArrayInputStream(mail.mime())))));
      }
    }
    return said.stream().sorted(Comparator.comparingInt(Said::sequence)).toList();
  }

  /// A mail that is written while its booking is being moved may have to be tried again, for which
  /// the clock would have to go on.
  private void untilSent(Booking booking, int mails) throws Exception {
    Waiting.until(() -> sent(booking).size() == mails);
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  private List<Email> sent(Booking booking) {
    return office.core().emails().ofBooking(booking.id()).stream()
        .filter(mail -> mail.state().equals("sent"))
        .toList();
  }

  private static String calendar(Part part) throws Exception {
    if (part.isMimeType("text/calendar")) {
      try (InputStream in = part.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = calendar(inner);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /// Reads a calendar object on a machine whose own zone is far from everyone's.
  private Said read(String object) throws Exception {
    Path file = Files.writeString(directory.resolve("read.ics"), object);
    ProcessBuilder node =
        new ProcessBuilder("node", modules.resolve("ical.mjs").toString(), file.toString());
    node.environment().put("TZ", "Pacific/Auckland");
    Process process = node.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    JsonNode said = JsonMapper.shared().readTree(out);
    return new Said(
        said.path("method").stringValue(),
        said.path("uid").stringValue(),
        said.path("sequence").intValue(),
        Instant.parse(said.path("start").stringValue()),
        Instant.parse(said.path("end").stringValue()));
  }

  @Test
  void agreesOverAWholeLifeCycle() throws Exception {
    Instant later = Office.START.plusSeconds(24 * 3600);
    Booking booked = office.book(office.call(), Office.BOB);
    untilSent(booked, 2);
    Booking moved = office.move(booked, later);
    untilSent(booked, 4);
    Booking movedAgain = office.move(booked, later.plusSeconds(3600));
    untilSent(booked, 6);
    Booking cancelled = office.cancel(booked, "");

    for (String reader : List.of("bob@", "ada@")) {
      assertThat(invitations(booked, reader, 8))
          .containsExactly(
              Said.of("REQUEST", booked),
              Said.of("REQUEST", moved),
              Said.of("REQUEST", movedAgain),
              Said.of("CANCEL", cancelled));
    }
    assertThat(movedAgain.start()).isEqualTo(later.plusSeconds(3600));
    assertThat(cancelled.calendarSequence()).isEqualTo(3);
  }

  /// Half an hour each, up to the very instant at which the clocks change in Berlin: from 1:30 to
  /// 3:00 on the clock in spring, from 2:30 to 2:00 in autumn.
  @ParameterizedTest
  @ValueSource(strings = {"2027-03-28T00:30:00Z", "2027-10-31T00:30:00Z"})
  void agreesAcrossAChangeOfTheHostsClock(String start) throws Exception {
    Schedule usual = office.core().schedules().list(office.ada().id()).getFirst();
    List<WeeklyHours> always =
        Stream.of(DayOfWeek.values())
            .map(day -> new WeeklyHours(day, new LocalHours(0, LocalHours.DAY)))
            .toList();
    office
        .core()
        .schedules()
        .replace(
            new Schedule(
                usual.id(),
                usual.hostId(),
                usual.name(),
                usual.timeZone(),
                true,
                always,
                List.of()));
    Booking booked = office.book(office.call(), Office.BOB, Instant.parse(start));
    untilSent(booked, 2);
    Booking moved = office.move(booked, Instant.parse(start).plusSeconds(1800));

    assertThat(booked.end()).isEqualTo(Instant.parse(start).plusSeconds(1800));
    for (String reader : List.of("bob@", "ada@")) {
      assertThat(invitations(booked, reader, 4))
          .containsExactly(Said.of("REQUEST", booked), Said.of("REQUEST", moved));
    }
  }
}
