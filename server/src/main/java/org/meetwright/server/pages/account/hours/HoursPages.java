package org.meetwright.server.pages.account.hours;

import io.helidon.http.Status;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.schedule.Schedules.Deletion;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.hours.HoursView.Row;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.ZoneNames;

/// A host's schedules: listed, made, deleted.
public final class HoursPages {
  private final Access access;
  private final InstantSource clock;
  private final Schedules schedules;

  /// Creates the pages.
  public HoursPages(InstantSource clock, Access access, Schedules schedules) {
    this.access = access;
    this.clock = clock;
    this.schedules = schedules;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get("/account/hours", this::show)
        .post("/account/hours", this::make)
        .post("/account/hours/{id}/delete", this::delete);
  }

  /// Lists them.
  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.HOURS,
        caller ->
            page(
                asked, caller, Status.OK_200, asked.typed(AccountSection.HOURS).get("name"), null));
  }

  private PageAnswer page(
      AccountRequest asked, Caller caller, Status status, String name, @Nullable String error) {
    List<Row> rows =
        schedules.list(caller.host().id()).stream().map(schedule -> row(asked, schedule)).toList();
    return new PageAnswer.Page(
        status,
        "account/hours",
        new HoursView(asked.frame(AccountSection.HOURS), rows, name, error),
        Privacy.FORM);
  }

  private Row row(AccountRequest asked, Schedule schedule) {
    HourFormat format = HourFormat.of(asked, schedule.timeZone());
    List<String> facts =
        new ArrayList<>(
            new WeekSummary(
                    schedule, days(asked), asked.request().language(), format, asked.words())
                .lines());
    if (facts.isEmpty()) {
      facts.add(asked.words().get("hours.allOff"));
    }
    facts.add(ZoneNames.full(schedule.timeZone(), clock.instant()));
    long dates =
        schedule.overrides().stream()
            .filter(
                override ->
                    !override
                        .date()
                        .isBefore(clock.instant().atZone(schedule.timeZone()).toLocalDate()))
            .count();
    if (dates > 0) {
      facts.add(asked.words().get("hours.datesAhead", dates));
    }
    return new Row(
        schedule.id().toString(),
        schedule.name(),
        schedule.isDefault(),
        facts,
        asked.link(place(schedule.id()).address()));
  }

  /// Returns the page of a schedule.
  static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.HOURS, AccountSection.HOURS.path() + "/" + id);
  }

  /// Returns the days of the week in the order of the visitor's country.
  static List<DayOfWeek> days(AccountRequest asked) {
    DayOfWeek first = WeekFields.of(asked.request().language()).getFirstDayOfWeek();
    return IntStream.range(0, 7).mapToObj(first::plus).toList();
  }

  /// Makes another one: with the hours and the zone of the default one, to begin with.
  private PageAnswer make(AccountRequest asked) {
    return asked.signedIn(access, AccountSection.HOURS, caller -> make(asked, caller));
  }

  private PageAnswer make(AccountRequest asked, Caller caller) {
    String name = asked.form(CookiePurpose.SESSION).get("name");
    UUID hostId = caller.host().id();
    Schedule usual = schedules.list(hostId).getFirst();
    UUID id = Ids.next();
    try {
      schedules.add(
          new Schedule(
              id,
              hostId,
              name,
              usual.timeZone(),
              false,
              usual.weeklyHours(),
              List.of(),
              usual.away()));
    } catch (InvalidValueException wrong) {
      String error = asked.words().get("hours.wrong.name");
      return page(asked, caller, Status.BAD_REQUEST_400, name, error);
    }
    return asked.done(place(id), Notice.SCHEDULE_ADDED);
  }

  /// Deletes one that nothing uses. What is gone already needs no deleting.
  private PageAnswer delete(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.HOURS,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          Optional<Deletion> deletion =
              asked.id().map(id -> schedules.delete(caller.host().id(), id));
          boolean used = deletion.filter(Deletion.InUse.class::isInstance).isPresent();
          return asked.done(
              AccountSection.HOURS, used ? Notice.SCHEDULE_IN_USE : Notice.SCHEDULE_DELETED);
        });
  }
}
