package org.meetwright.server.pages.account.newbooking;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.account.booking.MovePages;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.booking.UnavailableReasons;
import org.meetwright.server.pages.account.newbooking.NewBookingView.Form;
import org.meetwright.server.pages.account.newbooking.NewBookingView.Language;
import org.meetwright.server.pages.account.newbooking.NewBookingView.Picking;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.booking.DetailsPageView;
import org.meetwright.server.pages.booking.Lengths;
import org.meetwright.server.pages.booking.PlaceField;
import org.meetwright.server.pages.form.BookingForm;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.host.AbsenceNotes;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;
import org.meetwright.server.text.ZoneNames;

/// Shows the steps of booking for someone.
public final class NewBookingViews {
  private final OwnBookings own;
  private final Bookables bookables;
  private final FreeTimes freeTimes;
  private final AbsenceNotes absences;

  /// Creates it.
  public NewBookingViews(
      OwnBookings own, Bookables bookables, FreeTimes freeTimes, AbsenceNotes absences) {
    this.own = own;
    this.bookables = bookables;
    this.freeTimes = freeTimes;
    this.absences = absences;
  }

  /// What was typed about the invitee.
  ///
  /// @param zone the name of his time zone; empty for the host's
  /// @param tag of his language; empty for that of the page
  /// @param errors keys of what is wrong, by field
  /// @param says the key of what is said first; null for nothing
  /// @param over whether it is booked whatever the host's rules say
  record Typed(
      BookingForm form,
      String zone,
      String tag,
      Map<String, String> errors,
      @Nullable String says,
      boolean over) {

    static Typed of(FormBody body, EventType type) {
      boolean over =
          !body.get("start").isEmpty() && body.get(NewBookingPages.OVER).equals(body.get("start"));
      return before(body, type, over);
    }

    /// Returns what was typed before signing in.
    static Typed before(FormBody body, EventType type, boolean over) {
      return new Typed(
          BookingForm.of(body, type), body.get("zone"), body.get("language"), Map.of(), null, over);
    }

    Typed wrong(Map<String, String> wrong, String notice) {
      return new Typed(form, zone, tag, wrong, notice, over);
    }

    /// Returns the same under another key, so that it counts as another wish.
    Typed anew(String notice) {
      return new Typed(form.anew(), zone, tag, errors, notice, over);
    }

    ZoneId zone(Caller caller) {
      ZoneId known = PageRequest.zone(zone);
      return known == null ? caller.host().timeZone() : known;
    }

    Locale language(AccountRequest asked) {
      return Translations.find(tag).orElse(asked.request().language());
    }
  }

  private static AccountFrame frame(AccountRequest asked) {
    return asked.frame(AccountSection.BOOKINGS, asked.words().get("bookings.new"));
  }

  private static Texts texts(AccountRequest asked) {
    return PageTexts.of(asked.request().language());
  }

  private static String address(AccountRequest asked) {
    return asked.link(NewBookingPages.PATH);
  }

  /// Shows the event types.
  PageAnswer types(AccountRequest asked, List<EventType> all) {
    List<NewBookingView.Type> types =
        all.stream()
            .map(
                type ->
                    new NewBookingView.Type(
                        address(asked) + "?type=" + type.id(),
                        type.name(),
                        facts(type, texts(asked))))
            .toList();
    return page(
        Status.OK_200, new NewBookingView(frame(asked), address(asked), null, types, null, null));
  }

  /// Returns how long the meetings are, and with which team.
  private String facts(EventType type, Texts texts) {
    String duration = PageTexts.duration(texts, type.timing().durationMinutes());
    return type.assignment().teamId() == null
        ? duration
        : bookables
            .find(type.pageId())
            .map(team -> duration + " · " + team.name())
            .orElse(duration);
  }

  /// Shows the free times.
  ///
  /// @param says the key of what is said first; null for nothing
  PageAnswer times(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Choice choice,
      Status status,
      @Nullable String says) {
    boolean wrongTime = "bookings.new.wrongTime".equals(says);
    Visitor visitor = MovePages.visitor(asked, caller);
    TimePicker.Month free = freeTimes.month(type, choice.month(), visitor);
    TimePicker picker =
        TimePicker.of(
            free,
            address(asked),
            choice,
            visitor,
            own.clock().instant(),
            texts(asked),
            asked.request().city());
    return page(
        status,
        new NewBookingView(
            frame(asked),
            address(asked),
            says == null || wrongTime ? null : asked.words().get(says),
            List.of(),
            new Picking(
                type.name(),
                picker,
                absences.of(type, free, visitor),
                type.id().toString(),
                String.valueOf(type.timing().durationMinutes()),
                Lengths.links(type.timing(), choice, address(asked), texts(asked)),
                asked.request().parameter("at"),
                wrongTime ? asked.words().get(Objects.requireNonNull(says)) : null,
                ZoneNames.full(caller.host().timeZone(), own.clock().instant())),
            null));
  }

  /// Shows the form.
  PageAnswer form(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Instant start,
      Status status,
      Typed typed) {
    String says = typed.says();
    return form(
        asked,
        caller,
        type,
        start,
        status,
        typed,
        List.of(),
        says == null ? null : texts(asked).get(says));
  }

  /// Shows the form with times that are free instead; the month if there are none.
  ///
  /// @param reasons why the time cannot be had; empty if someone has taken it
  PageAnswer others(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Instant start,
      Status status,
      Typed typed,
      List<Reason> reasons) {
    Visitor visitor = MovePages.visitor(asked, caller);
    List<Instant> near = freeTimes.near(type, start, visitor.zone());
    if (near.isEmpty()) {
      return times(asked, caller, type, asked.request().choice(), status, "bookings.gone");
    }
    String says =
        reasons.isEmpty()
            ? asked.words().get("bookings.taken")
            : asked
                .words()
                .get("bookings.notOffered", UnavailableReasons.said(reasons, asked.words()));
    return form(
        asked, caller, type, start, status, typed, OtherTime.all(near, visitor.formats()), says);
  }

  private PageAnswer form(
      AccountRequest asked,
      Caller caller,
      EventType type,
      Instant start,
      Status status,
      Typed typed,
      List<OtherTime> others,
      @Nullable String says) {
    AccountFrame frame = frame(asked);
    TimeFormats formats = MovePages.visitor(asked, caller).formats();
    Choice choice = asked.request().choice();
    DetailsPageView details =
        new DetailsPageView(
            frame.shell(),
            EventInfo.of(
                bookables.find(type.pageId()).orElseThrow(),
                type,
                texts(asked),
                asked.request().links()),
            typed.form(),
            type.questions(),
            PlaceField.all(type, typed.form().place(), texts(asked)),
            address(asked)
                + ("?type=" + type.id() + "&start=" + start)
                + (typed.over() ? "&" + NewBookingPages.OVER + "=" + start : ""),
            null,
            start.toString(),
            formats.fullDate(formats.date(start)),
            formats.times(start, freeTimes.end(type, start, formats.zone())),
            null,
            typed.zone(caller).getId(),
            ZoneNames.full(formats.zone(), start),
            choice.withDate(formats.date(start)).on(address(asked)),
            typed.errors(),
            null,
            others,
            says,
            null);
    Form form =
        new Form(
            type.id().toString(),
            String.valueOf(type.timing().durationMinutes()),
            details,
            ZoneChoice.at(own.clock().instant(), typed.zone(caller)),
            languages(typed.language(asked)),
            typed.over());
    return page(status, new NewBookingView(frame, address(asked), says, List.of(), null, form));
  }

  private static List<Language> languages(Locale chosen) {
    return Translations.ALL.stream()
        .map(
            locale -> {
              String name = locale.getDisplayLanguage(locale);
              return new Language(
                  locale.getLanguage(),
                  name.substring(0, 1).toUpperCase(locale) + name.substring(1),
                  locale.getLanguage().equals(chosen.getLanguage()));
            })
        .toList();
  }

  private static PageAnswer page(Status status, NewBookingView view) {
    return new PageAnswer.Page(status, "account/newbooking", view, Privacy.FORM);
  }
}
