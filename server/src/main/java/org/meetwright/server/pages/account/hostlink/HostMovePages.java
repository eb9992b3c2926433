package org.meetwright.server.pages.account.hostlink;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.hostlink.HostLinkView.Actions;
import org.meetwright.server.pages.account.hostlink.HostMoveView.NewTime;
import org.meetwright.server.pages.account.hostlink.HostQuestionView.Typed;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.StaleFormException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.host.AbsenceNotes;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// The pages of a link in a host's mail on which a booking is moved: choose a new time, confirm it.
public final class HostMovePages {
  private static final String MOVE = "move";

  private final BookingDesk desk;
  private final InstantSource clock;
  private final FreeTimes freeTimes;
  private final AbsenceNotes absences;
  private final HostLinkGate gate;

  /// Creates the pages.
  public HostMovePages(
      BookingDesk desk,
      InstantSource clock,
      FreeTimes freeTimes,
      AbsenceNotes absences,
      HostLinkGate gate) {
    this.desk = desk;
    this.clock = clock;
    this.freeTimes = freeTimes;
    this.absences = absences;
    this.gate = gate;
  }

  /// Shows the free times, or the question once one is chosen.
  public PageAnswer show(AccountRequest asked) {
    return movable(
        asked,
        (linked, eventType) -> {
          Choice choice = asked.request().choice();
          Instant start = choice.start();
          if (start == null) {
            return times(linked, eventType, Status.OK_200, choice, null);
          }
          return moving(linked).offers(eventType, start, zone(linked))
              ? question(linked, eventType, Status.OK_200, start, choice, List.of(), Typed.NOTHING)
              : times(linked, eventType, Status.OK_200, choice, "notice.gone");
        });
  }

  /// Moves the booking.
  public PageAnswer move(AccountRequest asked) {
    return movable(asked, this::move);
  }

  private PageAnswer move(OpenedHostLink linked, EventType eventType) {
    PageRequest request = linked.asked().request();
    FormBody form;
    try {
      form = linked.asked().form(CookiePurpose.FORM);
    } catch (StaleFormException stale) {
      return again(linked, eventType, Status.FORBIDDEN_403, stale.form(), "notice.unproven");
    }
    Instant wanted = PageRequest.start(form.get("start"));
    if (wanted == null) {
      return new PageAnswer.Failed(Problem.BAD_REQUEST);
    }
    Instant start = wanted.truncatedTo(ChronoUnit.SECONDS);
    String reason = form.get("reason");
    Change change;
    try {
      change = HostLinkPages.change(linked, form);
    } catch (InvalidValueException wrong) {
      Typed typed = new Typed(reason, linked.texts().get("error.reason"), null);
      return question(
          linked, eventType, Status.BAD_REQUEST_400, start, request.choice(), List.of(), typed);
    }
    return switch (desk.reschedule(linked.booking().id(), start, change)) {
      case ChangeOutcome.Changed _ -> new PageAnswer.SeeOther(linked.page());
      case ChangeOutcome.NotFound() -> HostLinkGate.gone(linked.asked());
      case ChangeOutcome.VersionConflict _ -> changed(linked.asked(), start);
      case ChangeOutcome.SlotTaken() ->
          others(linked, eventType, Status.CONFLICT_409, start, reason, "notice.taken");
      case ChangeOutcome.NotOffered _ ->
          others(linked, eventType, PageAnswer.NOT_OFFERED, start, reason, "notice.notOffered");
      case ChangeOutcome.NotPossible _, ChangeOutcome.TooManyMoves _ ->
          HostLinkPages.page(linked, Status.CONFLICT_409, linked.texts().get("notPossible.text"));
    };
  }

  /// Moved by the same form before, or changed by someone else while the page was open.
  private PageAnswer changed(AccountRequest asked, Instant start) {
    return gate.with(
        asked,
        MOVE,
        now ->
            now.booking().start().equals(start)
                ? new PageAnswer.SeeOther(now.page())
                : HostLinkPages.page(now, Status.CONFLICT_409, now.words().get("notice.changed")));
  }

  private PageAnswer again(
      OpenedHostLink linked, EventType eventType, Status status, FormBody form, String notice) {
    Instant start = PageRequest.start(form.get("start"));
    Choice choice = linked.asked().request().choice();
    return start == null
        ? times(linked, eventType, status, choice, notice)
        : question(
            linked,
            eventType,
            status,
            start,
            choice,
            List.of(),
            new Typed(form.get("reason"), null, linked.texts().get(notice)));
  }

  /// The nearest times that are free instead; the month if there are none.
  private PageAnswer others(
      OpenedHostLink linked,
      EventType eventType,
      Status status,
      Instant start,
      String reason,
      String notice) {
    List<Instant> near = moving(linked).near(eventType, start, zone(linked));
    Choice choice =
        linked.asked().request().choice().withDate(linked.visitor().formats().date(start));
    return near.isEmpty()
        ? times(linked, eventType, status, choice, "notice.nothingNear")
        : question(
            linked,
            eventType,
            status,
            start,
            choice,
            near,
            new Typed(reason, null, linked.texts().get(notice)));
  }

  private PageAnswer times(
      OpenedHostLink linked,
      EventType eventType,
      Status status,
      Choice choice,
      @Nullable String notice) {
    YearMonth chosen = choice.month();
    YearMonth month =
        chosen == null
            ? YearMonth.from(linked.visitor().formats().date(linked.booking().start()))
            : chosen;
    TimePicker.Month free = moving(linked).month(eventType, month, linked.visitor());
    TimePicker picker =
        TimePicker.of(
            free,
            linked.page(MOVE),
            choice,
            linked.visitor(),
            clock.instant(),
            linked.texts(),
            linked.asked().request().city());
    long minutes = linked.booking().start().until(linked.booking().end(), ChronoUnit.MINUTES);
    HostTimesView view =
        new HostTimesView(
            linked.shell(linked.texts().get("reschedule.title")),
            linked.words(),
            linked.meeting(),
            linked.page(),
            PageTexts.duration(linked.texts(), Math.toIntExact(minutes)),
            eventType.listing().color(),
            picker,
            absences.of(eventType, free, linked.visitor()),
            notice == null ? null : linked.texts().get(notice));
    return new PageAnswer.Page(status, "hostlink/times", view, Privacy.SECRET);
  }

  private PageAnswer question(
      OpenedHostLink linked,
      EventType eventType,
      Status status,
      Instant start,
      Choice choice,
      List<Instant> others,
      Typed typed) {
    TimeFormats formats = linked.visitor().formats();
    Instant end = moving(linked).end(eventType, start, zone(linked));
    HostMoveView view =
        new HostMoveView(
            linked.shell(linked.texts().get("reschedule.question")),
            linked.words(),
            linked.meeting(),
            Actions.of(linked),
            new NewTime(
                formats.fullDate(formats.date(start)),
                formats.times(start, end),
                start.toString(),
                OtherTime.all(others, formats)),
            choice.withDate(formats.date(start)).on(linked.page(MOVE)),
            typed);
    return new PageAnswer.Page(status, "hostlink/move", view, Privacy.SECRET);
  }

  private FreeTimes moving(OpenedHostLink linked) {
    return freeTimes.moving(linked.booking());
  }

  private static ZoneId zone(OpenedHostLink linked) {
    return linked.visitor().zone();
  }

  /// Does something with a booking that can be moved.
  private PageAnswer movable(
      AccountRequest asked, BiFunction<OpenedHostLink, EventType, PageAnswer> work) {
    return gate.with(
        asked,
        MOVE,
        linked -> {
          EventType eventType = linked.live().eventType();
          if (linked.movable() && eventType != null) {
            return work.apply(linked, eventType);
          }
          return linked.booking().status().holdsTime()
              ? HostLinkPages.page(linked, Status.OK_200, linked.words().get("notice.notOffered"))
              : HostLinkPages.asItStands(linked, Status.OK_200);
        });
  }
}
