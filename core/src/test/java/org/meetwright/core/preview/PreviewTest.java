package org.meetwright.core.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.host.Host;
import org.meetwright.core.preview.PreviewResult.Count;
import org.meetwright.core.preview.PreviewResult.Outside;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.OpenWindows;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Travel;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.team.Team;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// What is previewed is what follows when the draft is really saved.
@ParameterizedClass
@EachDatabase
class PreviewTest {
  private static final LocalDate FROM = LocalDate.parse("2026-03-02");
  private static final LocalDate TO = LocalDate.parse("2026-03-13");
  private static final int DRAFTS = 40;

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Host ada;
  private Schedule second;
  private EventType intro;
  private EventType other;
  private EventType inTurn;

  /// A slot: an event type with two seconds.
  private record Found(UUID eventTypeId, long start, long end) {}

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    ada = fixture.ada;
    second =
        fixture
            .core
            .schedules()
            .add(schedule(Ids.next(), "Europe/Berlin", false, everyDay("14:00-18:00")));
    Team team = fixture.addTeam("crew", ada, fixture.addHost("bea"));
    intro = fixture.addEventType(t -> t.id(Ids.next()).duration(60));
    other =
        fixture.addEventType(
            t -> t.id(Ids.next()).slug("other").name("Other").duration(45).schedule(second.id()));
    inTurn =
        fixture.addEventType(
            t ->
                t.id(Ids.next())
                    .slug("turn")
                    .duration(60)
                    .assignment(new Assignment.RoundRobin(team.id())));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Schedule schedule(UUID id, String zone, boolean isDefault, List<WeeklyHours> hours) {
    return new Schedule(id, ada.id(), "Hours", ZoneId.of(zone), isDefault, hours, List.of());
  }

  private static List<WeeklyHours> everyDay(String hours) {
    return Stream.of(DayOfWeek.values())
        .map(day -> new WeeklyHours(day, Fixture.hours(hours)))
        .toList();
  }

  private PreviewRequest request(Schedule schedule, EventType eventType, Absence absence) {
    return new PreviewRequest(ada.id(), schedule, eventType, absence, FROM, TO, ada.timeZone());
  }

  private PreviewResult preview(Schedule schedule, EventType eventType, Absence absence) {
    return fixture.core.preview().of(request(schedule, eventType, absence));
  }

  private Schedule defaultSchedule() {
    return fixture.core.schedules().list(ada.id()).getFirst();
  }

  @Test
  void tellsWhatAppearsVanishesAndStays() {
    Schedule earlier =
        schedule(defaultSchedule().id(), "America/New_York", false, everyDay("08:00-10:00"));
    fixture.book(intro, "2026-03-03T19:00:00Z", "bob@example.com");
    PreviewResult previewed =
        fixture
            .core
            .preview()
            .of(
                new PreviewRequest(
                    ada.id(),
                    earlier,
                    null,
                    null,
                    LocalDate.parse("2026-03-03"),
                    LocalDate.parse("2026-03-03"),
                    ada.timeZone()));
    assertThat(previewed.eventTypes())
        .extracting(count -> count.eventType().slug())
        .containsExactly("intro", "turn");
    assertThat(previewed.appear())
        .extracting(slot -> slot.start() + " " + slot.eventType().slug())
        .containsExactly("2026-03-03T13:00:00Z intro", "2026-03-03T13:00:00Z turn");
    Count count = previewed.eventTypes().getFirst();
    assertThat(count.appear()).isEqualTo(1);
    assertThat(count.stay()).isEqualTo(1);
    assertThat(count.vanish()).isEqualTo(6);
    assertThat(previewed.bookingsOutside())
        .extracting(Outside::why)
        .containsExactly(Set.of(Code.OUTSIDE_SCHEDULE));
  }

  @Test
  void comparesEveryLengthThatIsOrWouldBeOffered() {
    EventType longer =
        new EventTypeBuilder(ada.id()).id(intro.id()).duration(60).lengths(120).build();
    long minutes =
        fixture.core.availability().slots(intro, FROM, TO, ada.timeZone()).starts().length;
    PreviewResult added = preview(null, longer, null);
    assertThat(added.eventTypes().getFirst().stay()).isEqualTo(minutes);
    assertThat(added.vanish()).isEmpty();
    assertThat(added.appear())
        .isNotEmpty()
        .allSatisfy(slot -> assertThat(slot.end()).isEqualTo(slot.start().plusSeconds(7200)));
    assertThat(fixture.core.eventTypes().replace(longer)).isPresent();
    PreviewResult removed = preview(null, intro, null);
    assertThat(found(removed.vanish())).isEqualTo(found(added.appear()));
    assertThat(removed.appear()).isEmpty();
    assertThat(preview(null, longer, null).eventTypes().getFirst().stay())
        .isEqualTo(minutes + added.appear().size());
  }

  @Test
  void changesNothing() {
    String before = fixture.dump();
    preview(
        schedule(second.id(), "UTC", true, List.of()),
        null,
        absence(new Span.Dates(FROM, FROM.plusDays(3))));
    preview(null, new EventTypeBuilder(ada.id()).slug("new").build(), null);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void refusesWhatCouldNotBeSaved() {
    fixture.core.absences().add(absence(new Span.Dates(FROM, FROM)));
    assertRefused("absence.from", () -> preview(null, null, absence(new Span.Dates(FROM, TO))));
    assertRefused(
        "eventType.slug",
        () -> preview(null, new EventTypeBuilder(ada.id()).slug("other").build(), null));
    assertRefused(
        "schedule.id", () -> preview(schedule(Ids.next(), "UTC", false, List.of()), null, null));
    assertRefused("schedule", () -> preview(null, null, null));
    for (LocalDate to : List.of(FROM.minusDays(1), FROM.plusDays(62))) {
      assertRefused(
          "to", () -> new PreviewRequest(ada.id(), second, null, null, FROM, to, ZoneId.of("UTC")));
    }
    new PreviewRequest(ada.id(), second, null, null, FROM, FROM.plusDays(61), ZoneId.of("UTC"));
  }

  private static void assertRefused(String field, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
  }

  @Test
  void boundsWhatItTells() {
    EventType often = new EventTypeBuilder(ada.id()).slug("often").duration(5).build();
    PreviewResult previewed = preview(null, often, null);
    assertThat(previewed.appear()).hasSize(500);
    assertThat(previewed.eventTypes().getFirst().appear()).isEqualTo(10 * 8 * 12);
    assertThat(previewed.appear())
        .isSortedAccordingTo(Comparator.comparing(PreviewResult.Slot::start));
  }

  @Test
  void looksAtSoManyLengthsInAll() {
    for (int i = 0; i < 6; i++) {
      String slug = "many" + i;
      fixture.addEventType(
          t ->
              t.id(Ids.next())
                  .slug(slug)
                  .name("A" + slug)
                  .lengths(5, 10, 15, 20, 25, 35, 40, 45, 50));
    }
    PreviewResult previewed =
        preview(schedule(defaultSchedule().id(), "UTC", true, everyDay("10:00-12:00")), null, null);
    assertThat(previewed.eventTypes())
        .extracting(count -> count.eventType().slug())
        .containsExactly("many0", "many1", "many2", "many3", "many4", "many5");
  }

  @Test
  void isWhatFollowsWhenTheDraftIsSaved() {
    Random random = new Random(14);
    int appeared = 0;
    int vanished = 0;
    int outside = 0;
    fixture.core.eventTypes().replace(severalLengths());
    for (int i = 0; i < 8; i++) {
      bookSomewhere(random, i);
    }
    for (int i = 0; i < DRAFTS; i++) {
      PreviewRequest draft = draft(random);
      PreviewResult previewed = fixture.core.preview().of(draft);
      List<UUID> types =
          previewed.eventTypes().stream().map(count -> count.eventType().id()).toList();
      Set<Found> before = slots(types);
      save(draft);
      Set<Found> after = slots(types);
      assertTold(previewed.appear(), minus(after, before), draft);
      assertTold(previewed.vanish(), minus(before, after), draft);
      long appear = previewed.eventTypes().stream().mapToLong(Count::appear).sum();
      long vanish = previewed.eventTypes().stream().mapToLong(Count::vanish).sum();
      assertThat(previewed.stay()).as("%s", draft).isEqualTo(before.size() - vanish);
      assertThat(previewed.stay() + appear).as("%s", draft).isEqualTo(after.size());
      assertThat(previewed.bookingsOutside())
          .extracting(each -> each.booking().id())
          .as("%s", draft)
          .containsExactlyInAnyOrderElementsOf(outside(types));
      appeared += previewed.appear().size();
      vanished += previewed.vanish().size();
      outside += previewed.bookingsOutside().size();
      for (Absence absence : fixture.core.absences().list(ada.id())) {
        if (random.nextInt(3) > 0) {
          fixture.core.absences().delete(ada.id(), absence.id());
        }
      }
    }
    assertThat(appeared).isGreaterThan(DRAFTS);
    assertThat(vanished).isGreaterThan(DRAFTS);
    assertThat(outside).isGreaterThan(DRAFTS / 2);
  }

  /// All are told, each once, or as many as there may be.
  private static void assertTold(
      List<PreviewResult.Slot> told, Set<Found> right, PreviewRequest draft) {
    Set<Found> found = found(told);
    assertThat(found).as("%s", draft).hasSize(told.size()).hasSize(Math.min(500, right.size()));
    assertThat(minus(found, right)).as("%s", draft).isEmpty();
  }

  private EventType severalLengths() {
    return new EventTypeBuilder(ada.id()).id(intro.id()).duration(60).lengths(30, 90).build();
  }

  private static Set<Found> minus(Set<Found> some, Set<Found> others) {
    Set<Found> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static Set<Found> found(List<PreviewResult.Slot> slots) {
    Set<Found> found = new HashSet<>();
    for (PreviewResult.Slot slot : slots) {
      found.add(
          new Found(
              slot.eventType().id(), slot.start().getEpochSecond(), slot.end().getEpochSecond()));
    }
    return found;
  }

  /// Asks as the booking page does, for each length.
  private Set<Found> slots(List<UUID> types) {
    Set<Found> found = new HashSet<>();
    for (UUID id : types) {
      fixture
          .core
          .eventTypes()
          .find(id)
          .ifPresent(
              type ->
                  type.timing()
                      .durationsMinutes()
                      .forEach(minutes -> found.addAll(slots(type.lasting(minutes)))));
    }
    return found;
  }

  private Set<Found> slots(EventType type) {
    Slots slots = fixture.core.availability().slots(type, FROM, TO, ada.timeZone());
    return IntStream.range(0, slots.starts().length)
        .mapToObj(i -> new Found(type.id(), slots.starts()[i], slots.ends()[i]))
        .collect(Collectors.toSet());
  }

  private void bookSomewhere(Random random, int number) {
    for (EventType type : List.of(intro, other, inTurn)) {
      Slots slots = fixture.core.availability().slots(type, FROM, TO, ada.timeZone());
      long start = slots.starts()[random.nextInt(slots.starts().length)];
      BookOutcome outcome =
          fixture.tryBook(
              type, Instant.ofEpochSecond(start).toString(), "b" + number + "@example.com");
      assertThat(outcome).isInstanceOf(BookOutcome.Booked.class);
    }
  }

  private PreviewRequest draft(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> request(schedule(defaultSchedule(), random), null, null);
      case 1 ->
          request(schedule(fixture.core.schedules().list(ada.id()).getLast(), random), null, null);
      case 2 -> request(null, eventType(random), null);
      default -> request(null, null, freeAbsence(random));
    };
  }

  private Schedule schedule(Schedule old, Random random) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      int start = 60 * (7 + random.nextInt(6));
      weekly.add(new WeeklyHours(day, new LocalHours(start, start + 60 * (1 + random.nextInt(8)))));
    }
    List<DateOverride> overrides =
        random.nextBoolean()
            ? List.of()
            : List.of(new DateOverride(FROM.plusDays(random.nextInt(9)), List.of()));
    List<Travel> travel =
        random.nextBoolean()
            ? List.of()
            : List.of(new Travel(FROM.plusDays(3), FROM.plusDays(5), ZoneId.of("Asia/Tokyo")));
    // Women's Day is the 8th of March.
    PublicHolidays holidays =
        random.nextBoolean() ? null : PublicHolidays.of("DE", "BE", List.of());
    return new Schedule(
        old.id(),
        ada.id(),
        old.name(),
        random.nextInt(4) == 0 ? ZoneId.of("Asia/Kathmandu") : ada.timeZone(),
        random.nextInt(4) == 0,
        weekly,
        overrides,
        new Away(holidays, travel));
  }

  private EventType eventType(Random random) {
    EventTypeBuilder builder =
        new EventTypeBuilder(ada.id())
            .id(random.nextInt(4) == 0 ? Ids.next() : intro.id())
            .duration(30 + 15 * random.nextInt(4))
            .buffers(15 * random.nextInt(2), 0);
    if (random.nextBoolean()) {
      builder.lengths(20, 60, 75);
    }
    if (random.nextInt(3) == 0) {
      builder.seats(3);
    }
    if (random.nextBoolean()) {
      builder.window(new BookingWindow.Dates(FROM.plusDays(random.nextInt(4)), TO.minusDays(3)));
    }
    if (random.nextBoolean()) {
      builder.schedule(second.id());
    }
    EventType built = builder.build();
    boolean isNew = !built.id().equals(intro.id());
    return isNew ? builder.id(built.id()).slug("new" + built.id()).build() : built;
  }

  private Absence absence(Span span) {
    return new Absence(Ids.next(), ada.id(), span, "", null);
  }

  private Absence freeAbsence(Random random) {
    while (true) {
      LocalDate first = FROM.plusDays(random.nextInt(11));
      Instant start = first.atStartOfDay(ada.timeZone()).toInstant();
      Absence absence =
          absence(
              random.nextBoolean()
                  ? new Span.Dates(first, first.plusDays(random.nextInt(3)))
                  : new Span.Instants(start.plusSeconds(50_000), start.plusSeconds(65_000)));
      try {
        fixture.core.absences().check(absence);
        return absence;
      } catch (InvalidValueException overlaps) {
        fixture
            .core
            .absences()
            .list(ada.id())
            .forEach(old -> fixture.core.absences().delete(ada.id(), old.id()));
      }
    }
  }

  private void save(PreviewRequest draft) {
    if (draft.schedule() != null) {
      assertThat(fixture.core.schedules().replace(draft.schedule())).isPresent();
    }
    if (draft.absence() != null) {
      fixture.core.absences().add(draft.absence());
    }
    EventType type = draft.eventType();
    if (type != null && fixture.core.eventTypes().replace(type).isEmpty()) {
      fixture.core.eventTypes().add(type);
    }
  }

  /// Returns the bookings of Ada that now lie outside her hours or the booking window, or in an
  /// absence.
  private List<UUID> outside(List<UUID> types) {
    List<UUID> outside = new ArrayList<>();
    ZoneId defaultZone = defaultSchedule().timeZone();
    List<Absence> absences = fixture.core.absences().list(ada.id());
    for (Booking booking :
        fixture
            .core
            .bookings()
            .list(
                new BookingFilter(
                    ada.id(),
                    FROM.atStartOfDay(ada.timeZone()).toInstant(),
                    TO.plusDays(1).atStartOfDay(ada.timeZone()).toInstant(),
                    null,
                    null,
                    null),
                null,
                100)
            .bookings()) {
      if (types.contains(booking.eventTypeId())) {
        EventType type = fixture.core.eventTypes().find(booking.eventTypeId()).orElseThrow();
        if (isOutside(booking, type, absences, defaultZone)) {
          outside.add(booking.id());
        }
      }
    }
    return outside;
  }

  private boolean isOutside(
      Booking booking, EventType type, List<Absence> absences, ZoneId defaultZone) {
    UUID scheduleId = type.attendance().scheduleId();
    Schedule schedule =
        scheduleId == null
            ? defaultSchedule()
            : fixture.core.schedules().find(ada.id(), scheduleId).orElseThrow();
    LocalDate date = booking.start().atZone(schedule.timeZone()).toLocalDate();
    IntervalSet meeting =
        IntervalSet.of(booking.start().getEpochSecond(), booking.end().getEpochSecond());
    boolean open = meeting.minus(OpenWindows.between(schedule, date, date.plusDays(1))).isEmpty();
    boolean absent =
        absences.stream()
            .anyMatch(absence -> !absence.span().seconds(defaultZone).intersect(meeting).isEmpty());
    boolean bookable =
        !(type.bounds().bookingWindow() instanceof BookingWindow.Dates(var from, var to))
            || (!date.isBefore(from) && !date.isAfter(to));
    return !open || absent || !bookable;
  }
}
