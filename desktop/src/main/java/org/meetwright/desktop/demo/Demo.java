package org.meetwright.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.slot.SlotsQuery;
import org.meetwright.server.client.ApiClient;

/// Made-up data of a host who has been busy for a while. All of it is made over the API.
public final class Demo {
  private static final int SECRET_BYTES = 16;

  private final ApiClient client;
  private final InstantSource clock;
  private final ZoneId zone;
  private final String handle;

  /// A booking to make.
  private record Wanted(String slug, int days, Person who, String notes) {}

  /// Creates it.
  ///
  /// @param client speaks as the host
  public Demo(ApiClient client, InstantSource clock) {
    var me = client.account().getMe();
    this.client = client;
    this.clock = clock;
    this.zone = ZoneId.of(me.timeZone());
    this.handle = me.handle();
  }

  /// Returns a new directory for it, for its owner alone.
  public static Path directory() {
    try {
      return Files.createTempDirectory("meetwright-demo-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Deletes such a directory.
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // The system's directory for temporary files is cleared by the system.
    }
  }

  /// Returns the host's account.
  public static NewAccount account() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return new NewAccount(
        "Ada Lovelace",
        "ada",
        "ada@example.org",
        HexFormat.of().formatHex(random),
        ZoneId.systemDefault(),
        Locale.forLanguageTag(Words.ofThisComputer().language()));
  }

  /// Makes it.
  public void fill() {
    add("intro", "Introduction", 30, new ApiLocation("link", "https://meet.jit.si/ada"), false);
    add("consultation", "Consultation", 60, new ApiLocation("phone", "+44 20 7946 0958"), true);
    add("office-hours", "Office hours", 20, new ApiLocation("in_person", "Room 12"), false);
    today();
    for (Wanted wanted : later()) {
      byTheRules(wanted);
    }
  }

  private void add(String slug, String name, int minutes, ApiLocation where, boolean asks) {
    EventTypeRequest plain = EventTypeRequest.of(slug, name, minutes, where);
    var _ =
        client
            .eventTypes()
            .addEventType(asks ? plain.requiringApproval().inColor("#8250df") : plain);
  }

  /// Today's meetings, before and after now.
  private void today() {
    Instant soon = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.MINUTES);
    Instant next = soon.isAfter(clock.instant()) ? soon : soon.plus(30, ChronoUnit.MINUTES);
    override(
        "intro",
        next,
        Person.MARY,
        "I have read your notes on the engine, and wonder"
            + " whether the third table can be shortened.");
    override("consultation", next.plus(90, ChronoUnit.MINUTES), Person.CHARLES, "");
    override("office-hours", next.plus(3, ChronoUnit.HOURS), Person.SOPHIA, "");
  }

  private static List<Wanted> later() {
    return List.of(
        new Wanted("consultation", 1, Person.GRACE, "About compilers for the navy."),
        new Wanted("consultation", 2, Person.KATHERINE, "Half of it about trajectories."),
        new Wanted("consultation", 3, Person.EMMY, ""),
        new Wanted("intro", 1, Person.ALAN, ""),
        new Wanted("intro", 2, Person.CAROLINE, "A comet, perhaps two."),
        new Wanted("intro", 5, Person.FATIMA, ""),
        new Wanted("office-hours", 6, Person.JEAN, ""),
        new Wanted("office-hours", 8, Person.HEDY, "I bring the piano rolls."));
  }

  private void override(String slug, Instant start, Person who, String notes) {
    var _ = client.invitee().book(request(slug, start, who, notes, true), null);
  }

  private void byTheRules(Wanted wanted) {
    LocalDate from = LocalDate.ofInstant(clock.instant(), zone).plusDays(wanted.days());
    var first =
        client
            .everybody()
            .getFirstSlot(
                handle, wanted.slug(), new SlotsQuery(from, null, zone.getId(), null, null, null));
    if (first.slot() != null) {
      Instant start = OffsetDateTime.parse(first.slot().start()).toInstant();
      var _ =
          client
              .invitee()
              .book(request(wanted.slug(), start, wanted.who(), wanted.notes(), false), null);
    }
  }

  private BookingRequest request(
      String slug, Instant start, Person who, String notes, boolean override) {
    Map<UUID, Object> none = Map.of();
    return new BookingRequest(
        handle,
        slug,
        start,
        new BookingRequest.Invitee(who.fullName(), who.email(), who.zone(), null),
        List.of(),
        none,
        notes,
        Map.of(),
        null,
        null,
        null,
        null,
        override);
  }
}
