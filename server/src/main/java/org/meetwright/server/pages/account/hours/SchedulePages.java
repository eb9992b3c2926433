package org.meetwright.server.pages.account.hours;

import io.helidon.http.Status;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.changes.DraftEffects;
import org.meetwright.server.pages.account.hours.ScheduleCheck.Right;
import org.meetwright.server.pages.account.hours.ScheduleCheck.Wrong;
import org.meetwright.server.pages.account.hours.ScheduleView.Day;
import org.meetwright.server.pages.account.hours.ScheduleView.Row;
import org.meetwright.server.pages.account.hours.away.AwayView;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;

/// A schedule: its week, its dates that differ, its zone.
public final class SchedulePages {
  private static final String TRAVEL = "travel";

  private final Access access;
  private final InstantSource clock;
  private final Schedules schedules;
  private final DraftEffects changes;

  /// Creates the pages.
  public SchedulePages(
      InstantSource clock, Access access, Schedules schedules, DraftEffects changes) {
    this.changes = changes;
    this.access = access;
    this.clock = clock;
    this.schedules = schedules;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get("/account/hours/{id}", this::show).post("/account/hours/{id}", this::change);
  }

  /// Shows it.
  private PageAnswer show(AccountRequest asked) {
    return of(
        asked,
        (caller, schedule) -> {
          FormBody typed = asked.typed(place(schedule));
          ScheduleForm form =
              typed.fields().isEmpty() ? form(asked, schedule) : ScheduleForm.of(typed);
          return page(asked, Status.OK_200, schedule, form, Map.of(), "");
        });
  }

  private PageAnswer of(AccountRequest asked, BiFunction<Caller, Schedule, PageAnswer> answer) {
    return asked.signedIn(
        access,
        asked.id().map(HoursPages::place).orElse(AccountPlace.of(AccountSection.HOURS)),
        caller -> {
          asked.checkForm();
          Optional<Schedule> schedule =
              asked.id().flatMap(id -> schedules.find(caller.host().id(), id));
          return schedule.map(found -> answer.apply(caller, found)).orElseGet(PageAnswer::notFound);
        });
  }

  private static AccountPlace place(Schedule schedule) {
    return HoursPages.place(schedule.id());
  }

  private ScheduleForm form(AccountRequest asked, Schedule schedule) {
    LocalDate today = clock.instant().atZone(schedule.timeZone()).toLocalDate();
    return ScheduleForm.of(schedule, today, HourFormat.of(asked, schedule.timeZone()));
  }

  /// Changes the form by a row, or saves it: what its button says.
  private PageAnswer change(AccountRequest asked) {
    return of(
        asked,
        (caller, schedule) -> {
          FormBody sent = asked.form(CookiePurpose.SESSION);
          ScheduleForm form = ScheduleForm.of(sent);
          String[] wish = sent.get("do").split("\\.", 3);
          return switch (wish[0]) {
            case "add" -> add(asked, schedule, form, wish[wish.length - 1]);
            case "remove" -> remove(asked, schedule, form, wish);
            case "copy" ->
                page(asked, Status.OK_200, schedule, form.withMondayOnWeekdays(), Map.of(), "copy");
            case "place" -> page(asked, Status.OK_200, schedule, form, Map.of(), "country");
            default -> save(asked, caller, schedule, form, wish[0].equals("see"));
          };
        });
  }

  private PageAnswer add(AccountRequest asked, Schedule schedule, ScheduleForm form, String where) {
    if (where.equals(ScheduleForm.DATE)) {
      ScheduleForm more = form.withDate();
      String focus = "date-" + (more.dates().size() - 1);
      return page(asked, Status.OK_200, schedule, more, Map.of(), focus);
    }
    if (where.equals(TRAVEL)) {
      ScheduleForm more = form.with(form.away().withTravel());
      String focus = "travel-" + (more.away().travel().size() - 1);
      return page(asked, Status.OK_200, schedule, more, Map.of(), focus);
    }
    Optional<DayOfWeek> day = day(where);
    HourFormat format = HourFormat.of(asked, schedule.timeZone());
    ScheduleForm more = day.map(each -> form.withHours(each, format)).orElse(form);
    String focus = day.map(each -> each + "-" + (more.hours(each).size() - 1)).orElse("");
    return page(asked, Status.OK_200, schedule, more, Map.of(), focus);
  }

  private PageAnswer remove(
      AccountRequest asked, Schedule schedule, ScheduleForm form, String[] wish) {
    if (wish.length < 3 || !wish[2].matches("\\d{1,4}")) {
      return page(asked, Status.OK_200, schedule, form, Map.of(), "");
    }
    int row = Integer.parseInt(wish[2]);
    ScheduleForm less =
        wish[1].equals(ScheduleForm.DATE)
            ? form.withoutDate(row)
            : wish[1].equals(TRAVEL)
                ? form.with(form.away().withoutTravel(row))
                : day(wish[1]).map(day -> form.withoutHours(day, row)).orElse(form);
    return page(asked, Status.OK_200, schedule, less, Map.of(), wish[1] + "-add");
  }

  private static Optional<DayOfWeek> day(String name) {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(DayOfWeek::of)
        .filter(day -> day.name().equals(name))
        .findFirst();
  }

  /// @param see whether he wants to see what would change, rather than to save it
  private PageAnswer save(
      AccountRequest asked, Caller caller, Schedule schedule, ScheduleForm form, boolean see) {
    return switch (ScheduleCheck.of(form, schedule, asked.words())) {
      case Wrong(var errors) -> {
        String first = errors.keySet().iterator().next().replace('.', '-');
        yield page(asked, Status.BAD_REQUEST_400, schedule, form, errors, first);
      }
      case Right(var changed) when see ->
          page(
              asked,
              Status.OK_200,
              schedule,
              form,
              Map.of(),
              "changes",
              changes.of(asked, caller, changed));
      case Right(var changed) ->
          schedules
              .replace(changed)
              .map(saved -> asked.done(place(saved), Notice.SCHEDULE_SAVED))
              .orElseGet(PageAnswer::notFound);
    };
  }

  private PageAnswer page(
      AccountRequest asked,
      Status status,
      Schedule schedule,
      ScheduleForm form,
      Map<String, String> errors,
      String focus) {
    return page(asked, status, schedule, form, errors, focus, null);
  }

  private PageAnswer page(
      AccountRequest asked,
      Status status,
      Schedule schedule,
      ScheduleForm form,
      Map<String, String> errors,
      String focus,
      @Nullable ChangesView seen) {
    ZoneId typed = PageRequest.zone(form.zone());
    ScheduleView view =
        new ScheduleView(
            asked.frame(AccountSection.HOURS, schedule.name()),
            schedule.name(),
            asked.link(place(schedule).address()),
            form,
            HoursPages.days(asked).stream().map(day -> day(asked, form, day, errors)).toList(),
            ZoneChoice.at(clock.instant(), typed == null ? schedule.timeZone() : typed),
            schedule.isDefault(),
            dates(form, errors),
            away(asked, schedule, form, errors),
            seen,
            errors,
            focus);
    return new PageAnswer.Page(status, "account/schedule", view, Privacy.FORM);
  }

  private AwayView away(
      AccountRequest asked, Schedule schedule, ScheduleForm form, Map<String, String> errors) {
    return AwayView.of(
        form.away(),
        schedule.away(),
        clock.instant().atZone(schedule.timeZone()).toLocalDate(),
        asked.request().language(),
        asked.request().visitor(schedule.timeZone()).formats(),
        errors);
  }

  private static Day day(
      AccountRequest asked, ScheduleForm form, DayOfWeek day, Map<String, String> errors) {
    List<TypedHours> hours = form.hours(day);
    List<Row> rows =
        IntStream.range(0, hours.size())
            .mapToObj(row -> row(day.name(), row, "", hours.get(row), errors))
            .toList();
    return new Day(
        day.name(),
        day.getDisplayName(TextStyle.FULL_STANDALONE, asked.request().language()),
        rows);
  }

  private static List<Row> dates(ScheduleForm form, Map<String, String> errors) {
    return IntStream.range(0, form.dates().size())
        .mapToObj(
            row -> {
              TypedDate date = form.dates().get(row);
              return row(ScheduleForm.DATE, row, date.date(), date.hours(), errors);
            })
        .toList();
  }

  private static Row row(
      String place, int row, String date, TypedHours hours, Map<String, String> errors) {
    String field = place + "." + row;
    return new Row(
        place + "-" + row, date, hours.from(), hours.to(), "remove." + field, errors.get(field));
  }
}
