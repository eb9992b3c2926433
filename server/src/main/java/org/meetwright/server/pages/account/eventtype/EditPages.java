package org.meetwright.server.pages.account.eventtype;

import io.helidon.http.Status;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.changes.DraftEffects;
import org.meetwright.server.pages.account.eventtype.form.EventTypeCheck;
import org.meetwright.server.pages.account.eventtype.form.EventTypeCheck.Right;
import org.meetwright.server.pages.account.eventtype.form.EventTypeCheck.Wrong;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm.Rows;
import org.meetwright.server.pages.account.eventtype.form.FilledForm;
import org.meetwright.server.pages.account.eventtype.form.TypedDuration;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.host.AbsenceNotes;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// An event type: all its fields, and the month that invitees see.
public final class EditPages {
  private static final String PATH = "/account/event-types/{id}";

  private final InstantSource clock;
  private final Access access;
  private final EventTypes eventTypes;
  private final Schedules schedules;
  private final Teams teams;
  private final Bookings bookings;
  private final FreeTimes freeTimes;
  private final AbsenceNotes absences;
  private final DraftEffects changes;
  private final Supplier<URI> publicUrl;

  /// Creates the pages. Wide: it lists the services that the form of an event type needs.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public EditPages(
      InstantSource clock,
      Access access,
      EventTypes eventTypes,
      Schedules schedules,
      Teams teams,
      Bookings bookings,
      FreeTimes freeTimes,
      AbsenceNotes absences,
      DraftEffects changes,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.access = access;
    this.eventTypes = eventTypes;
    this.schedules = schedules;
    this.teams = teams;
    this.bookings = bookings;
    this.freeTimes = freeTimes;
    this.absences = absences;
    this.changes = changes;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get(PATH, this::show).post(PATH, this::change).get(PATH + "/month", this::month);
  }

  private PageAnswer show(AccountRequest asked) {
    return of(
        asked,
        (caller, type) -> {
          FormBody typed = asked.typed(EventTypePages.place(type.id()));
          EventTypeForm form =
              typed.fields().isEmpty() ? FilledForm.of(type) : new EventTypeForm(typed);
          return page(asked, caller, Status.OK_200, type, form, Map.of(), "");
        });
  }

  private PageAnswer of(AccountRequest asked, BiFunction<Caller, EventType, PageAnswer> answer) {
    return asked.signedIn(
        access,
        asked.id().map(EventTypePages::place).orElse(AccountPlace.of(AccountSection.EVENT_TYPES)),
        caller -> {
          asked.checkForm();
          Optional<EventType> type =
              asked.id().flatMap(id -> eventTypes.find(caller.host().id(), id));
          return type.map(found -> answer.apply(caller, found)).orElseGet(PageAnswer::notFound);
        });
  }

  /// Changes the form by a row, or saves it: what its button says.
  private PageAnswer change(AccountRequest asked) {
    return of(
        asked,
        (caller, type) -> {
          EventTypeForm form = new EventTypeForm(asked.form(CookiePurpose.SESSION));
          String[] wish = form.get("do").split("\\.", 3);
          Rows rows = wish.length > 1 ? Rows.find(wish[1]).orElse(null) : null;
          if (rows == null) {
            return save(asked, caller, type, form);
          }
          int row = wish.length > 2 ? TypedDuration.number(wish[2]).orElse(-1) : -1;
          EventTypeForm other =
              switch (wish[0]) {
                case "add" -> form.withRow(rows);
                case "up" -> form.withRowUp(rows, row);
                default -> form.withoutRow(rows, row);
              };
          String focus =
              switch (wish[0]) {
                case "add" -> rows.word() + "-" + (other.count(rows) - 1);
                case "up" -> rows.word() + "-" + Math.max(0, row - 1);
                default -> rows.word() + "-add";
              };
          return page(asked, caller, Status.OK_200, type, other, Map.of(), focus);
        });
  }

  private PageAnswer save(AccountRequest asked, Caller caller, EventType type, EventTypeForm form) {
    return switch (EventTypeCheck.of(form, type, asked.words())) {
      case Wrong(var errors) -> wrong(asked, caller, type, form, errors);
      case Right(var changed) -> save(asked, caller, type, form, changed);
    };
  }

  private PageAnswer save(
      AccountRequest asked, Caller caller, EventType type, EventTypeForm form, EventType changed) {
    try {
      if (form.get("do").equals("see")) {
        return page(
            asked,
            caller,
            Status.OK_200,
            type,
            form,
            Map.of(),
            "changes",
            changes.of(asked, caller, changed));
      }
      return eventTypes
          .replace(changed)
          .map(saved -> asked.done(EventTypePages.place(saved.id()), Notice.TYPE_SAVED))
          .orElseGet(PageAnswer::notFound);
    } catch (InvalidValueException refused) {
      String name = refused.field().replaceFirst("^eventType\\.", "");
      String field = name.equals("assignment.team") ? "assignment" : name;
      String key =
          switch (field) {
            case "slug" -> "type.wrong.slugTaken";
            case "assignment", "scheduleId" -> "type.wrong.scheduleId";
            default -> "type.wrong.value";
          };
      return wrong(asked, caller, type, form, Map.of(field, asked.words().get(key)));
    }
  }

  private PageAnswer wrong(
      AccountRequest asked,
      Caller caller,
      EventType type,
      EventTypeForm form,
      Map<String, String> errors) {
    String first = errors.keySet().iterator().next().replace('.', '-');
    return page(asked, caller, Status.BAD_REQUEST_400, type, form, errors, first);
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      EventType type,
      EventTypeForm form,
      Map<String, String> errors,
      String focus) {
    return page(asked, caller, status, type, form, errors, focus, null);
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      EventType type,
      EventTypeForm form,
      Map<String, String> errors,
      String focus,
      @Nullable ChangesView seen) {
    EventTypeView view =
        new EventTypeView(
            asked.frame(AccountSection.EVENT_TYPES, type.name()),
            type.name(),
            asked.link(EventTypePages.place(type.id()).address()),
            EventTypePages.address(publicUrl.get(), teams, caller.host(), type),
            form,
            errors,
            focus,
            schedules.list(caller.host().id()).stream()
                .map(each -> new NamedLink(each.name(), each.id().toString()))
                .toList(),
            ownTeams(caller),
            upcoming(type),
            seen);
    return new PageAnswer.Page(status, "account/eventtype", view, Privacy.FORM);
  }

  private List<NamedLink> ownTeams(Caller caller) {
    return teams.list(caller.host().id()).stream()
        .filter(team -> team.ownerId().equals(caller.host().id()))
        .map(team -> new NamedLink(team.name(), team.id().toString()))
        .toList();
  }

  private int upcoming(EventType type) {
    BookingFilter filter = new BookingFilter(null, clock.instant(), null, null, type.id(), null);
    return (int)
        bookings.list(filter, null, EventTypeView.MOST_UPCOMING).bookings().stream()
            .filter(
                booking ->
                    booking.status() == BookingStatus.CONFIRMED
                        || booking.status() == BookingStatus.PENDING)
            .count();
  }

  private PageAnswer month(AccountRequest asked) {
    return of(
        asked,
        (caller, type) -> {
          Visitor visitor = asked.request().visitor(caller.host().timeZone());
          String path = asked.link(EventTypePages.place(type.id()).address() + "/month");
          TimePicker.Month free = freeTimes.month(type, asked.request().choice().month(), visitor);
          TimePicker picker =
              TimePicker.of(
                  free,
                  path,
                  asked.request().choice(),
                  visitor,
                  clock.instant(),
                  PageTexts.of(asked.request().language()),
                  asked.request().city());
          return PageAnswer.page(
              "account/month",
              new MonthView(
                  asked.frame(AccountSection.EVENT_TYPES, type.name()),
                  type.name(),
                  asked.link(EventTypePages.place(type.id()).address()),
                  type.active(),
                  picker,
                  absences.of(type, free, visitor)),
              Privacy.FORM);
        });
  }
}
