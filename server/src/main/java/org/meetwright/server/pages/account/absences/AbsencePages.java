package org.meetwright.server.pages.account.absences;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.absence.Absences.Outcome;
import org.meetwright.core.absence.Span;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.absences.AbsencesView.Row;
import org.meetwright.server.pages.account.changes.ChangesView;
import org.meetwright.server.pages.account.changes.ChangesView.Outside;
import org.meetwright.server.pages.account.changes.DraftEffects;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's absences: listed, made, changed, deleted.
public final class AbsencePages {
  private static final String PATH = "/account/absences";

  private final InstantSource clock;
  private final Access access;
  private final Absences absences;
  private final Schedules schedules;
  private final DraftEffects changes;

  /// Creates the pages.
  public AbsencePages(
      InstantSource clock,
      Access access,
      Absences absences,
      Schedules schedules,
      DraftEffects changes) {
    this.clock = clock;
    this.access = access;
    this.absences = absences;
    this.schedules = schedules;
    this.changes = changes;
  }

  private ChangesView see(AccountRequest asked, Caller caller, @Nullable UUID id, Absence draft) {
    Absence before = id == null ? null : absences.find(caller.host().id(), id).orElse(null);
    return changes.of(asked, caller, draft, before);
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(PATH, this::show)
        .post(PATH, this::add)
        .get(PATH + "/{id}", this::showOne)
        .post(PATH + "/{id}", this::change)
        .post(PATH + "/{id}/delete", this::delete);
  }

  private static AccountPlace place(@Nullable UUID id) {
    return id == null
        ? AccountPlace.of(AccountSection.ABSENCES)
        : new AccountPlace(AccountSection.ABSENCES, PATH + "/" + id);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.ABSENCES,
        caller ->
            page(
                asked,
                caller,
                null,
                AbsenceForm.of(asked.typed(AccountSection.ABSENCES)),
                Map.of(),
                null));
  }

  private PageAnswer showOne(AccountRequest asked) {
    UUID id = asked.id().orElse(null);
    return asked.signedIn(
        access,
        place(id),
        caller -> {
          Optional<Absence> absence =
              id == null ? Optional.empty() : absences.find(caller.host().id(), id);
          FormBody typed = asked.typed(place(id));
          return absence
              .map(
                  found ->
                      typed.fields().isEmpty()
                          ? AbsenceForm.of(found, zone(caller))
                          : AbsenceForm.of(typed))
              .map(form -> page(asked, caller, id, form, Map.of(), null))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private ZoneId zone(Caller caller) {
    return schedules.list(caller.host().id()).getFirst().timeZone();
  }

  private PageAnswer add(AccountRequest asked) {
    return asked.signedIn(access, AccountSection.ABSENCES, caller -> save(asked, caller, null));
  }

  private PageAnswer change(AccountRequest asked) {
    UUID id = asked.id().orElse(null);
    return asked.signedIn(
        access,
        place(id),
        caller -> {
          asked.checkForm();
          return id == null || absences.find(caller.host().id(), id).isEmpty()
              ? PageAnswer.notFound()
              : save(asked, caller, id);
        });
  }

  /// @param id null for a new one
  private PageAnswer save(AccountRequest asked, Caller caller, @Nullable UUID id) {
    FormBody sent = asked.form(CookiePurpose.SESSION);
    AbsenceForm form = AbsenceForm.of(sent);
    var result =
        form.check(id == null ? Ids.next() : id, caller.host().id(), zone(caller), asked.words());
    return switch (result) {
      case AbsenceForm.Wrong(var errors) -> page(asked, caller, id, form, errors, null);
      case AbsenceForm.Right(var absence) ->
          save(asked, caller, id, form, absence, sent.get("do").equals("see"));
    };
  }

  private PageAnswer save(
      AccountRequest asked,
      Caller caller,
      @Nullable UUID id,
      AbsenceForm form,
      Absence absence,
      boolean see) {
    try {
      if (see) {
        return page(asked, caller, id, form, Map.of(), see(asked, caller, id, absence));
      }
      Outcome outcome = id == null ? absences.add(absence) : absences.replace(absence);
      return switch (outcome) {
        case Outcome.NotFound() -> PageAnswer.notFound();
        case Outcome.Saved(var saved, var standing) when standing.isEmpty() ->
            asked.done(AccountSection.ABSENCES, Notice.ABSENCE_SAVED);
        case Outcome.Saved(var saved, var standing) -> saved(asked, caller, standing);
      };
    } catch (InvalidValueException refused) {
      boolean redirect = refused.field().endsWith("redirectTo");
      String field = redirect ? "redirectTo" : "to";
      boolean full = id == null && absences.list(caller.host().id()).size() >= Absences.MOST;
      String other =
          full
              ? asked.words().get("absence.wrong.many", Absences.MOST)
              : asked.words().get("absence.wrong.overlap");
      String told = redirect ? asked.words().get("absence.wrong.redirect") : other;
      return page(asked, caller, id, form, Map.of(field, told), null);
    }
  }

  private PageAnswer saved(AccountRequest asked, Caller caller, List<Booking> standing) {
    TimeFormats formats = asked.request().visitor(caller.host().timeZone()).formats();
    List<Outside> outside =
        standing.stream()
            .map(
                booking ->
                    new Outside(
                        formats.fullDateAndTime(booking.start()) + " · " + booking.invitee().name(),
                        asked.link("/account/bookings/" + booking.id())))
            .toList();
    return answer(
        Status.OK_200, view(asked, caller, null, AbsenceForm.EMPTY, Map.of(), null, outside));
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      @Nullable UUID id,
      AbsenceForm form,
      Map<String, String> errors,
      @Nullable ChangesView seen) {
    Status status = errors.isEmpty() ? Status.OK_200 : Status.BAD_REQUEST_400;
    return answer(status, view(asked, caller, id, form, errors, seen, List.of()));
  }

  private static PageAnswer answer(Status status, AbsencesView view) {
    return new PageAnswer.Page(status, "account/absences", view, Privacy.FORM);
  }

  private AbsencesView view(
      AccountRequest asked,
      Caller caller,
      @Nullable UUID id,
      AbsenceForm form,
      Map<String, String> errors,
      @Nullable ChangesView seen,
      List<Outside> standing) {
    ZoneId zone = zone(caller);
    Instant now = clock.instant();
    TimeFormats formats = asked.request().visitor(zone).in(zone).formats();
    Map<Boolean, List<Row>> rows =
        absences.list(caller.host().id()).stream()
            .collect(
                partitioningBy(
                    absence -> absence.times(zone).stream().anyMatch(t -> t.endsAt().isAfter(now)),
                    mapping(
                        absence ->
                            new Row(
                                absence.id().toString(),
                                when(absence, formats),
                                absence.note(),
                                asked.link(place(absence.id()).address())),
                        toList())));
    return new AbsencesView(
        asked.frame(AccountSection.ABSENCES),
        id != null,
        asked.link(place(id).address()),
        rows.getOrDefault(true, List.of()),
        rows.getOrDefault(false, List.of()).reversed(),
        form,
        errors,
        seen,
        standing);
  }

  private static String when(Absence absence, TimeFormats formats) {
    return switch (absence.span()) {
      case Span.Dates(LocalDate from, LocalDate last) when from.equals(last) ->
          formats.fullDate(from);
      case Span.Dates(LocalDate from, LocalDate last) ->
          formats.fullDate(from) + " – " + formats.fullDate(last);
      case Span.Instants instants ->
          formats.fullDateAndTime(instants.from()) + " – " + formats.fullDateAndTime(instants.to());
    };
  }

  private PageAnswer delete(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.ABSENCES,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> absences.delete(caller.host().id(), id));
          return asked.done(AccountSection.ABSENCES, Notice.ABSENCE_DELETED);
        });
  }
}
