package org.meetwright.server.pages.booking;

import io.helidon.http.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.pages.booking.ConfirmView.Sending;
import org.meetwright.server.pages.booking.ConfirmView.Wished;
import org.meetwright.server.pages.form.BookingForm;
import org.meetwright.server.pages.frame.ChallengeView;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.host.AbsenceNote.Destinations;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.host.HostPages;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.PageParameters;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.ZoneNames;

/// The pages of one event type, as one visitor reads them.
///
/// Wide: it has what these pages need of the event type, the visitor and the request.
///
/// @param carried what the addresses of these pages say beside the choice of a time
/// @param link the token of the booking link that he came with; null if he has none
/// @param challenged whether a challenge has to be solved to book
/// @param destinations finds where absent hosts send visitors
record BookingPageViews(
    Bookable who,
    EventType eventType,
    Visitor visitor,
    PageLinks links,
    FreeTimes freeTimes,
    Instant now,
    Branding branding,
    PageParameters carried,
    @Nullable String link,
    boolean challenged,
    Destinations destinations) {

  /// The page on which a time is chosen.
  ///
  /// @param notice the key of what has to be said first; null for nothing
  PageAnswer times(Choice choice, @Nullable String city, @Nullable String notice) {
    return times(choice, city, notice, List.of(), link == null ? Privacy.OPEN : Privacy.SECRET);
  }

  /// The page on which a time is chosen, for someone who has booked the one that he asks for.
  ///
  /// @param booked where his booking is
  PageAnswer booked(Choice choice, String booked) {
    NamedLink way = new NamedLink(texts().get("notice.booked.way"), booked);
    return times(choice, null, "notice.booked", List.of(way), Privacy.SECRET);
  }

  private PageAnswer times(
      Choice choice,
      @Nullable String city,
      @Nullable String notice,
      List<NamedLink> ways,
      Privacy privacy) {
    Texts texts = texts();
    TimePicker.Month month = freeTimes.month(eventType, choice.month(), visitor);
    TimePicker picker = TimePicker.of(month, path(), choice, visitor, now, texts, city);
    return PageAnswer.page(
        "times",
        new TimesView(
            shell(visitor.origin() == Visitor.Origin.GUESSED),
            info(),
            picker,
            Lengths.links(eventType.timing(), choice, path(), texts),
            notice == null ? null : texts.get(notice),
            ways,
            AbsenceNote.of(
                month.absences(), month.month(), who, visitor.formats(), texts, destinations)),
        privacy);
  }

  /// The form for a time.
  ///
  /// @param booked where the booking is that this browser has made of it; null if it made none
  PageAnswer details(Instant start, BookingForm form, @Nullable String booked) {
    String notice = booked == null ? null : texts().get("notice.booked.again");
    return PageAnswer.page(
        "details", view(start, form, Map.of(), List.of(), notice, booked), Privacy.FORM);
  }

  /// The form once more, with everything that was typed; with other times if its own is free no
  /// longer.
  ///
  /// @param notice the key of what is said if it still is
  PageAnswer again(
      Status status, Instant start, BookingForm form, Map<String, String> errors, String notice) {
    boolean free = freeTimes.offers(eventType, start, visitor.zone());
    return again(status, start, form, errors, free ? notice : "notice.taken", !free, null);
  }

  /// The form once more, with everything that was typed.
  ///
  /// @param others whether other times are to be offered
  /// @param booked where the booking is that this browser has made of this time; null if it made
  ///   none
  PageAnswer again(
      Status status,
      Instant start,
      BookingForm form,
      Map<String, String> errors,
      String notice,
      boolean others,
      @Nullable String booked) {
    List<Instant> free = others ? freeTimes.near(eventType, start, visitor.zone()) : List.of();
    String text = texts().get(others && free.isEmpty() ? "notice.nothingNear" : notice);
    return new PageAnswer.Page(
        status, "details", view(start, form, errors, free, text, booked), Privacy.FORM);
  }

  private DetailsPageView view(
      Instant start,
      BookingForm form,
      Map<String, String> errors,
      List<Instant> others,
      @Nullable String notice,
      @Nullable String booked) {
    TimeFormats formats = visitor.formats();
    LocalDate date = formats.date(start);
    Instant end = freeTimes.end(eventType, start, visitor.zone());
    return new DetailsPageView(
        // Swapping the page for another zone would take away what is being typed.
        shell(false),
        info(),
        form,
        eventType.questions(),
        PlaceField.all(eventType, form.place(), texts()),
        carried.on(path()),
        link,
        start.toString(),
        formats.fullDate(date),
        formats.times(start, end),
        seats(start),
        visitor.zone().getId(),
        ZoneNames.full(visitor.zone(), start),
        Choice.nothing(visitor.zone(), link, carried).withDate(date).on(path()),
        errors,
        challenged ? ChallengeView.of(links, texts()) : null,
        OtherTime.all(others, formats),
        notice,
        booked);
  }

  private @Nullable String seats(Instant start) {
    Integer left = freeTimes.seatsLeft(eventType, start, visitor.zone());
    return left == null ? null : texts().get("times.seats", left);
  }

  /// Says that the invitee has to confirm first.
  PageAnswer asked(BookRequest wish, Confirmation confirmation) {
    Texts texts = texts();
    MessageView view =
        new MessageView(
            Shell.unlisted(texts, links, eventType.name()).branded(branding),
            texts.get("confirm.sent.title"),
            texts.get(
                "confirm.sent.text",
                wish.invitee().email(),
                visitor.formats().fullDateAndTime(confirmation.expiresAt())),
            null,
            "");
    return new PageAnswer.Page(Status.ACCEPTED_202, "message", view, Privacy.FORM);
  }

  /// The page on which a wish is confirmed; with other times if its own is free no longer.
  ///
  /// @param notice the key of what has to be said first; null for nothing
  PageAnswer confirm(
      Status status, BookRequest wish, String action, String proof, @Nullable String notice) {
    Texts texts = texts();
    boolean free = freeTimes.offers(eventType, wish.start(), visitor.zone());
    List<Instant> others =
        free ? List.of() : freeTimes.near(eventType, wish.start(), visitor.zone());
    String said = free || notice != null ? notice : "notice.taken";
    String key = !free && others.isEmpty() ? "notice.nothingNear" : said;
    return new PageAnswer.Page(
        status,
        "confirm",
        ConfirmView.of(
            Shell.unlisted(texts, links, texts.get("confirm.title")).branded(branding),
            info(),
            new Wished(eventType, wish, freeTimes.end(eventType, wish.start(), visitor.zone())),
            visitor.formats(),
            others,
            key == null ? null : texts.get(key),
            new Sending(action, proof, path())),
        Privacy.SECRET);
  }

  /// Returns whether it can be booked as far as the switches go.
  boolean isOpen() {
    return who.active() && eventType.active();
  }

  /// Says that nothing can be booked now.
  PageAnswer inactive() {
    Texts texts = texts();
    if (!who.active()) {
      return HostPages.closed(texts, links, who, branding);
    }
    return PageAnswer.page(
        "message",
        new MessageView(
            Shell.unlisted(texts, links, eventType.name()).branded(branding),
            texts.get("inactive.title"),
            texts.get("inactive.text", eventType.name(), who.name()),
            links.host(who.handle().value()),
            texts.get("inactive.back", who.name())),
        Privacy.OPEN);
  }

  /// Says that a booking link does not work any more.
  PageAnswer notAdmitted() {
    Texts texts = texts();
    return new PageAnswer.Page(
        Status.GONE_410,
        "message",
        new MessageView(
            Shell.unlisted(texts, links, texts.get("link.notValid.title")).branded(branding),
            texts.get("link.notValid.title"),
            texts.get("link.notValid.text", who.name()),
            links.host(who.handle().value()),
            texts.get("inactive.back", who.name())),
        Privacy.SECRET);
  }

  private Shell shell(boolean guessedZone) {
    return new Shell(
        texts(),
        links,
        eventType.name() + " · " + who.name(),
        texts().get("times.description", eventType.name(), who.name()),
        link == null && eventType.isListed() && !links.embedded(),
        guessedZone,
        branding);
  }

  private EventInfo info() {
    return EventInfo.of(who, eventType, texts(), links);
  }

  /// Returns where a time is chosen.
  String path() {
    return links.eventType(who.handle().value(), eventType.slug());
  }

  private Texts texts() {
    return PageTexts.of(visitor.locale());
  }
}
