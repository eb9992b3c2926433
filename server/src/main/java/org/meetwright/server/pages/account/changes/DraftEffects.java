package org.meetwright.server.pages.account.changes;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.access.Caller;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.preview.Preview;
import org.meetwright.core.preview.PreviewRequest;
import org.meetwright.core.preview.PreviewResult;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.server.pages.account.changes.ChangesView.Outside;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.text.TimeFormats;

/// Tells what a draft would do in the next weeks.
public final class DraftEffects {
  private static final int DAYS = 28;
  private static final int SHOWN = 8;

  private final Preview preview;
  private final InstantSource clock;

  /// Creates it.
  public DraftEffects(Preview preview, InstantSource clock) {
    this.preview = preview;
    this.clock = clock;
  }

  /// Returns what a schedule would do.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if it cannot be saved
  public ChangesView of(AccountRequest asked, Caller caller, Schedule draft) {
    return of(asked, caller, draft, null, null, LocalDate.MIN);
  }

  /// Returns what an event type would do.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException if it cannot be saved
  public ChangesView of(AccountRequest asked, Caller caller, EventType draft) {
    return of(asked, caller, null, draft, null, LocalDate.MIN);
  }

  /// Returns what an absence would do, from where it or the one in its place begins.
  ///
  /// @param before how it is now; null if it is new
  /// @throws org.meetwright.core.value.InvalidValueException if it cannot be saved
  public ChangesView of(
      AccountRequest asked, Caller caller, Absence draft, @Nullable Absence before) {
    LocalDate first = firstDate(draft, caller);
    LocalDate earlier = before == null ? first : firstDate(before, caller);
    return of(asked, caller, null, null, draft, earlier.isBefore(first) ? earlier : first);
  }

  private ChangesView of(
      AccountRequest asked,
      Caller caller,
      @Nullable Schedule schedule,
      @Nullable EventType eventType,
      @Nullable Absence absence,
      LocalDate first) {
    LocalDate today = clock.instant().atZone(caller.host().timeZone()).toLocalDate();
    LocalDate from = first.isAfter(today) ? first : today;
    PreviewResult previewed =
        preview.of(
            new PreviewRequest(
                caller.host().id(),
                schedule,
                eventType,
                absence,
                from,
                from.plusDays(DAYS - 1),
                caller.host().timeZone()));
    TimeFormats formats = asked.request().visitor(caller.host().timeZone()).formats();
    return new ChangesView(
        asked
            .words()
            .get(
                "changes.summary",
                previewed.eventTypes().stream().mapToLong(PreviewResult.Count::appear).sum(),
                previewed.eventTypes().stream().mapToLong(PreviewResult.Count::vanish).sum(),
                previewed.stay(),
                formats.day(from),
                formats.day(from.plusDays(DAYS - 1))),
        slots(previewed.appear(), formats),
        slots(previewed.vanish(), formats),
        previewed.bookingsOutside().stream().map(each -> outside(asked, each, formats)).toList());
  }

  private static LocalDate firstDate(Absence absence, Caller caller) {
    return absence.times(caller.host().timeZone()).stream()
        .map(time -> LocalDate.ofInstant(time.startsAt(), caller.host().timeZone()))
        .findFirst()
        .orElse(LocalDate.MIN);
  }

  private static List<String> slots(List<PreviewResult.Slot> slots, TimeFormats formats) {
    return slots.stream()
        .limit(SHOWN)
        .map(
            slot ->
                formats.day(formats.date(slot.start()))
                    + " "
                    + formats.times(slot.start(), slot.end())
                    + " · "
                    + slot.eventType().name())
        .toList();
  }

  private static Outside outside(
      AccountRequest asked, PreviewResult.Outside outside, TimeFormats formats) {
    var booking = outside.booking();
    return new Outside(
        formats.fullDateAndTime(booking.start()) + " · " + booking.invitee().name(),
        asked.link("/account/bookings/" + booking.id()));
  }
}
