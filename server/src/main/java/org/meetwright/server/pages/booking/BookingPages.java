package org.meetwright.server.pages.booking;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.Wish;
import org.meetwright.core.booking.wish.WishOutcome;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.limit.TooManyRequestsException;
import org.meetwright.server.pages.form.BookingForm;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.FormCheck;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// The way of an invitee from an event type to a booking: choose a time, give name and address,
/// book.
public final class BookingPages {
  private static final Map<String, String> NOTHING_WRONG = Map.of();

  private final InstantSource clock;
  private final Brandings brandings;
  private final Bookables bookables;
  private final Offerings offerings;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final FreeTimes freeTimes;
  private final FormGuard guard;
  private final FrontDesk frontDesk;
  private final Challenges challenges;

  /// Creates the pages. Wide: it lists the services that the way to a booking needs.
  public BookingPages(
      InstantSource clock,
      Brandings brandings,
      Bookables bookables,
      Offerings offerings,
      Bookings bookings,
      ManageLinks manageLinks,
      FreeTimes freeTimes,
      FormGuard guard,
      FrontDesk frontDesk,
      Challenges challenges) {
    this.clock = clock;
    this.brandings = brandings;
    this.bookables = bookables;
    this.offerings = offerings;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.freeTimes = freeTimes;
    this.guard = guard;
    this.frontDesk = frontDesk;
    this.challenges = challenges;
  }

  /// Shows the free times, or the form once one is chosen.
  public PageAnswer show(PageRequest request) {
    Choice choice = request.choice();
    return offered(
        request,
        choice.link(),
        (who, offering, admitted) -> {
          EventType eventType = offering.eventType();
          Visitor visitor = request.visitor(who.timeZone());
          BookingPageViews views = views(request, who, eventType, visitor, choice.link());
          if (!admitted) {
            return views.notAdmitted();
          }
          Instant start = choice.start();
          if (start == null) {
            return views.times(choice, request.city(), null);
          }
          Optional<Booking> before = before(request, eventType, start);
          String booked = before.filter(holds(start)).map(link(request)).orElse(null);
          if (freeTimes.offers(eventType, start, visitor.zone())) {
            String key =
                before.isEmpty()
                    ? guard.key(request.visit(), eventType.id(), start)
                    : BookingForm.newKey();
            return views.details(start, form(request, eventType, choice, key), booked);
          }
          return booked == null
              ? views.times(choice, null, "notice.gone")
              : views.booked(choice, booked);
        });
  }

  /// A form that was sent.
  ///
  /// @param verdict what its proof shows
  private record Sent(
      PageRequest request,
      BookingForm form,
      Instant start,
      @Nullable String link,
      FormVerdict verdict,
      BookingPageViews views) {
    FormCheck check() {
      Visitor invitee = views.visitor();
      return FormCheck.of(
          form, views.eventType(), start, invitee.zone(), invitee.correspondence(), link);
    }

    @Nullable BookRequest content() {
      return check() instanceof FormCheck.Right(BookRequest wish) ? wish : null;
    }

    Sent with(BookingForm other) {
      return new Sent(request, other, start, link, verdict, views);
    }

    PageAnswer again(Status status, String notice) {
      return views.again(status, start, form, NOTHING_WRONG, notice);
    }

    PageAnswer withOtherTimes(Status status, String notice) {
      return views.again(status, start, form, NOTHING_WRONG, notice, true, null);
    }
  }

  /// Books what the form says.
  public PageAnswer book(PageRequest request) {
    FormBody body = request.form();
    String link = PageRequest.link(body.get("link"));
    return offered(
        request,
        link,
        (who, offering, _) -> {
          Instant start = PageRequest.start(body.get("start"));
          ZoneId zone = PageRequest.zone(body.get("zone"));
          if (start == null) {
            return new PageAnswer.Failed(Problem.BAD_REQUEST);
          }
          EventType eventType = offering.eventType();
          Visitor visitor = request.visitor(who.timeZone());
          Visitor invitee = zone == null ? visitor : visitor.in(zone);
          BookingForm form = BookingForm.of(body, eventType);
          FormVerdict verdict =
              guard.check(
                  request.request(), request.visit(), form.proof(), body.get(FormGuard.TRAP));
          BookingPageViews views = views(request, who, eventType, invitee, link);
          Sent sent = new Sent(request, form, start, link, verdict, views);
          return answer(
              sent,
              frontDesk.book(
                  Wish.ofForm(
                      offering,
                      verdict == FormVerdict.FINE,
                      sent::content,
                      purpose -> challenges.use(body.get(Challenges.FIELD), purpose))));
        });
  }

  private String proof(PageRequest request) {
    return guard.token(request.path(), request.visit());
  }

  private BookingForm form(PageRequest request, EventType eventType, Choice choice, String key) {
    BookingForm form = BookingForm.prefilled(choice.carried()::all, eventType, key);
    return form.proven(
        form.isEmpty() ? guard.tokenOfEmpty(request.path(), request.visit()) : proof(request));
  }

  /// Returns what this browser has made of a time with the first form for it.
  private Optional<Booking> before(PageRequest request, EventType eventType, Instant start) {
    return request.visit().known()
        ? bookings.findByKey(eventType.id(), guard.key(request.visit(), eventType.id(), start))
        : Optional.empty();
  }

  private static Predicate<Booking> holds(Instant start) {
    return booking -> booking.start().equals(start) && booking.status().holdsTime();
  }

  private Function<Booking, String> link(PageRequest request) {
    return booking -> request.links().booking(manageLinks.token(booking.id()));
  }

  private PageAnswer answer(Sent sent, WishOutcome outcome) {
    return switch (outcome) {
      case WishOutcome.Booked(Booking booking) -> booked(sent, booking);
      case WishOutcome.Repeated(Booking booking) -> booked(sent, booking);
      case WishOutcome.ToBeConfirmed(BookRequest wish, Confirmation confirmation) ->
          sent.views().asked(wish, confirmation);
      case WishOutcome.SlotTaken() -> sent.withOtherTimes(Status.CONFLICT_409, "notice.taken");
      case WishOutcome.NotOffered(List<Reason> reasons) ->
          sent.withOtherTimes(PageAnswer.NOT_OFFERED, "notice.notOffered");
      case WishOutcome.NotAdmitted() -> sent.views().notAdmitted();
      case WishOutcome.UnknownEventType() -> PageAnswer.notFound();
      case WishOutcome.KeyReused() -> sentBefore(sent);
      case WishOutcome.KeyPending waiting -> {
        // He went back and changed what he typed; nothing was booked.
        BookingForm other = sent.form().anew();
        EventType eventType = sent.views().eventType();
        yield answer(sent.with(other), frontDesk.book(eventType, waiting, other.key()));
      }
      case WishOutcome.TooManyMails(Duration retryAfter) ->
          sent.again(Status.TOO_MANY_REQUESTS_429, "notice.tooManyMails");
      case WishOutcome.Limited(Duration retryAfter) ->
          throw new TooManyRequestsException(retryAfter);
      case WishOutcome.Unproven() -> unproven(sent);
      case WishOutcome.Unreadable() -> wrong(sent);
      case WishOutcome.Unsolved(Verdict verdict) ->
          sent.again(Status.FORBIDDEN_403, "notice.challenge");
    };
  }

  /// The form was booked from before, with other content.
  private PageAnswer sentBefore(Sent sent) {
    EventType eventType = sent.views().eventType();
    Instant start = sent.start();
    return sent.views()
        .again(
            PageAnswer.NOT_OFFERED,
            start,
            sent.form().anew(),
            NOTHING_WRONG,
            "notice.sentBefore",
            !freeTimes.offers(eventType, start, sent.views().visitor().zone()),
            before(sent.request(), eventType, start).map(link(sent.request())).orElse(null));
  }

  private PageAnswer unproven(Sent sent) {
    FormVerdict verdict = sent.verdict();
    BookingForm form = sent.form();
    Sent kept = verdict.needsProof() ? sent.with(form.proven(proof(sent.request()))) : sent;
    return kept.again(Status.FORBIDDEN_403, verdict.notice());
  }

  private static PageAnswer wrong(Sent sent) {
    Map<String, String> errors =
        sent.check() instanceof FormCheck.Wrong wrong ? wrong.errors() : NOTHING_WRONG;
    return sent.views()
        .again(Status.BAD_REQUEST_400, sent.start(), sent.form(), errors, "notice.wrong");
  }

  private PageAnswer booked(Sent sent, Booking booking) {
    PageRequest request = sent.request();
    String page =
        request
            .links()
            .booked(manageLinks.token(booking.id()), leaves(booking, sent.views().eventType()));
    return new PageAnswer.SeeOther(request.choice().carried().reading().on(page));
  }

  /// Returns whether the invitee of a booking that was just made goes on elsewhere. What was only
  /// asked for is not booked yet.
  static boolean leaves(Booking booking, EventType eventType) {
    return booking.status() == BookingStatus.CONFIRMED
        && eventType.correspondence().redirectUrl() != null;
  }

  /// What is done with an event type that can be booked.
  private interface Action {
    /// @param admitted whether the visitor's link admits him, or he needs none
    PageAnswer on(Bookable who, Offering offering, boolean admitted);
  }

  /// Does something with an event type that can be booked.
  ///
  /// @param link the token of the booking link that the visitor came with; null if he has none
  private PageAnswer offered(PageRequest request, @Nullable String link, Action work) {
    @Nullable Bookable who = bookables.find(request.path("handle")).orElse(null);
    if (who == null) {
      return PageAnswer.notFound();
    }
    return switch (offerings.find(request.path("handle"), request.path("slug"), link)) {
      case FindOutcome.Found(Offering offering) -> work.on(who, asked(request, offering), true);
      case FindOutcome.NotAdmitted(Offering offering) ->
          offering.eventType().active()
              ? work.on(who, asked(request, offering), false)
              : inactive(request, who, offering.eventType(), link);
      case FindOutcome.Inactive(Offering offering) ->
          inactive(request, who, offering.eventType(), link);
      case FindOutcome.Unknown() -> PageAnswer.notFound();
    };
  }

  /// Returns an event type with the length that the address asks for; with the default one if that
  /// is not offered.
  private static Offering asked(PageRequest request, Offering offering) {
    Timing timing = offering.eventType().timing();
    return request.choice().carried().all(Lengths.PARAMETER).stream()
        .flatMap(text -> timing.durationsMinutes().stream().filter(each -> text.equals("" + each)))
        .findFirst()
        .map(offering::lasting)
        .orElse(offering);
  }

  private PageAnswer inactive(
      PageRequest request, Bookable who, EventType eventType, @Nullable String link) {
    return views(request, who, eventType, request.visitor(who.timeZone()), link).inactive();
  }

  private BookingPageViews views(
      PageRequest request,
      Bookable who,
      EventType eventType,
      Visitor visitor,
      @Nullable String link) {
    return new BookingPageViews(
        who,
        eventType,
        visitor,
        request.links(),
        freeTimes,
        clock.instant(),
        brandings.of(who.ownerId()),
        request.choice().carried(),
        link,
        challenges.on(),
        redirectTo -> destination(redirectTo, request.links(), visitor));
  }

  /// Returns the way to an event type; null if it cannot be booked any more.
  private @Nullable NamedLink destination(String redirectTo, PageLinks links, Visitor visitor) {
    int slash = redirectTo.indexOf('/');
    String handle = redirectTo.substring(0, slash);
    String slug = redirectTo.substring(slash + 1);
    Bookable who = bookables.find(handle).filter(Bookable::active).orElse(null);
    return who != null && offerings.find(handle, slug, null) instanceof FindOutcome.Found found
        ? new NamedLink(
            PageTexts.of(visitor.locale())
                .get("absence.instead", found.offering().eventType().name(), who.name()),
            links.eventType(handle, slug))
        : null;
  }
}
