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
import org.meetwright.core.access.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.AskOutcome;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.offering.Sought;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.challenge.Verdict;
import org.meetwright.server.limit.BookingLimits;
import org.meetwright.server.pages.form.BookingForm;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.FormCheck;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Answer.Problem;
import org.meetwright.server.pages.web.PageRequest;

/// The way of an invitee from an event type to a booking: choose a time, say who he is, book.
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
  private final BookingLimits limits;
  private final Challenges challenges;

  public BookingPages(
      InstantSource clock,
      Brandings brandings,
      Bookables bookables,
      Offerings offerings,
      Bookings bookings,
      ManageLinks manageLinks,
      FreeTimes freeTimes,
      FormGuard guard,
      BookingLimits limits,
      Challenges challenges) {
    this.clock = clock;
    this.brandings = brandings;
    this.bookables = bookables;
    this.offerings = offerings;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.freeTimes = freeTimes;
    this.guard = guard;
    this.limits = limits;
    this.challenges = challenges;
  }

  /// Shows the free times, or the form once one is chosen.
  public Answer show(PageRequest request) {
    Choice choice = request.choice();
    return offered(
        request,
        choice.link(),
        (who, eventType, admitted) -> {
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

  /// Books what the form says.
  public Answer book(PageRequest request) {
    FormBody body = request.form();
    String link = PageRequest.link(body.get("link"));
    return offered(
        request,
        link,
        (who, eventType, _) -> {
          limits.enter(eventType.pageId());
          Instant start = PageRequest.start(body.get("start"));
          ZoneId zone = PageRequest.zone(body.get("zone"));
          if (start == null) {
            return new Answer.Failed(Problem.BAD_REQUEST);
          }
          Visitor visitor = request.visitor(who.timeZone());
          Visitor invitee = zone == null ? visitor : visitor.in(zone);
          BookingPageViews views = views(request, who, eventType, invitee, link);
          BookingForm form = BookingForm.of(body, eventType);
          FormVerdict verdict =
              guard.check(
                  request.request(), request.visit(), form.proof(), body.get(FormGuard.TRAP));
          if (verdict != FormVerdict.FINE) {
            BookingForm kept = verdict.needsProof() ? form.proven(proof(request)) : form;
            return views.again(Status.FORBIDDEN_403, start, kept, NOTHING_WRONG, verdict.notice());
          }
          return switch (FormCheck.of(
              form, eventType, start, invitee.zone(), invitee.correspondence(), link)) {
            case FormCheck.Right(BookRequest wish) ->
                challenges.use(body.get(Challenges.FIELD), Purpose.of(wish)) == Verdict.FINE
                    ? book(request, wish, form, views)
                    : views.again(
                        Status.FORBIDDEN_403, start, form, NOTHING_WRONG, "notice.challenge");
            case FormCheck.Wrong wrong ->
                views.again(Status.BAD_REQUEST_400, start, form, wrong.errors(), "notice.wrong");
          };
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

  private Answer book(
      PageRequest request, BookRequest wanted, BookingForm form, BookingPageViews views) {
    return switch (limits.book(views.eventType(), wanted)) {
      case AskOutcome.Answered(BookOutcome outcome) ->
          answer(request, outcome, wanted, form, views);
      case AskOutcome.Asked(Confirmation confirmation) -> views.asked(wanted, confirmation);
      case AskOutcome.KeyReused() -> {
        // He went back and changed what he typed; nothing was booked.
        BookingForm other = form.anew();
        yield book(request, wanted.under(other.key()), other, views);
      }
      case AskOutcome.TooManyMails(Duration retryAfter) ->
          views.again(
              Status.TOO_MANY_REQUESTS_429,
              wanted.start(),
              form,
              NOTHING_WRONG,
              "notice.tooManyMails");
    };
  }

  private Answer answer(
      PageRequest request,
      BookOutcome outcome,
      BookRequest wanted,
      BookingForm form,
      BookingPageViews views) {
    Instant start = wanted.start();
    return switch (outcome) {
      case BookOutcome.Booked(Booking booking) -> booked(request, booking);
      case BookOutcome.Repeated(Booking booking) -> booked(request, booking);
      case BookOutcome.SlotTaken() ->
          views.again(Status.CONFLICT_409, start, form, NOTHING_WRONG, "notice.taken", true, null);
      case BookOutcome.NotOffered(List<Reason> reasons) ->
          views.again(
              Answer.NOT_OFFERED, start, form, NOTHING_WRONG, "notice.notOffered", true, null);
      case BookOutcome.KeyReused() ->
          views.again(
              Answer.NOT_OFFERED,
              start,
              form.anew(),
              NOTHING_WRONG,
              "notice.sentBefore",
              !freeTimes.offers(views.eventType(), start, wanted.invitee().timeZone()),
              before(request, views.eventType(), start).map(link(request)).orElse(null));
      case BookOutcome.LinkNotValid() -> views.notAdmitted();
      case BookOutcome.UnknownEventType() -> Answer.notFound();
    };
  }

  private Answer booked(PageRequest request, Booking booking) {
    String token = manageLinks.token(booking.id());
    return new Answer.SeeOther(
        request.choice().carried().reading().on(request.links().booking(token)));
  }

  /// What is done with an event type that can be booked.
  private interface Work {
    /// @param admitted whether the visitor's link admits him, or he needs none
    Answer on(Bookable who, EventType eventType, boolean admitted);
  }

  /// Does something with an event type that can be booked.
  ///
  /// @param link the token of the booking link that the visitor came with; null if he has none
  private Answer offered(PageRequest request, @Nullable String link, Work work) {
    @Nullable Bookable who =
        bookables.find(request.path("handle")).filter(Bookable::active).orElse(null);
    if (who == null) {
      return Answer.notFound();
    }
    return switch (offerings.find(request.path("handle"), request.path("slug"), link)) {
      case Sought.Found(Offering offering) -> work.on(who, offering.eventType(), true);
      case Sought.NotAdmitted(Offering offering) ->
          offering.eventType().active()
              ? work.on(who, offering.eventType(), false)
              : inactive(request, who, offering.eventType(), link);
      case Sought.Inactive(Offering offering) -> inactive(request, who, offering.eventType(), link);
      case Sought.Unknown() -> Answer.notFound();
    };
  }

  private Answer inactive(
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
        challenges.on());
  }
}
