package org.meetwright.server.pages.account.booking;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.email.Emails;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;

/// Finds the booking that a page or form of a host is about. He finds those that he meets someone
/// in; of others he does not learn that there are any.
public record OwnBookings(
    InstantSource clock,
    Access access,
    Bookings bookings,
    EventTypes eventTypes,
    Emails emails,
    Bookables bookables) {

  /// What is done with a booking that was found.
  @FunctionalInterface
  interface Work {
    PageAnswer on(Caller caller, Booking booking);
  }

  /// What a form does with a booking that was found.
  @FunctionalInterface
  interface FormWork {
    PageAnswer on(Caller caller, Booking booking, FormBody form);
  }

  /// Returns the path of a booking's page.
  public static String path(UUID id) {
    return AccountSection.BOOKINGS.path() + "/" + id;
  }

  /// Returns the place of a booking's page.
  public static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.BOOKINGS, path(id));
  }

  private static AccountPlace place(AccountRequest asked, String below) {
    return asked
        .id()
        .map(id -> new AccountPlace(AccountSection.BOOKINGS, path(id) + below))
        .orElse(AccountPlace.of(AccountSection.BOOKINGS));
  }

  /// Answers a request for a page of a booking.
  ///
  /// @param below what its path ends with after the booking's own; may be empty
  PageAnswer page(AccountRequest asked, String below, Work work) {
    return asked.signedIn(
        access,
        place(asked, below),
        caller ->
            find(asked, caller)
                .map(found -> work.on(caller, found))
                .orElseGet(PageAnswer::notFound));
  }

  /// Answers a form of a booking.
  ///
  /// @param below what the path of the page with the form ends with
  PageAnswer form(AccountRequest asked, String below, FormWork work) {
    return asked.signedIn(
        access,
        place(asked, below),
        caller -> {
          FormBody form = asked.form(CookiePurpose.SESSION);
          return find(asked, caller)
              .map(found -> work.on(caller, found, form))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private Optional<Booking> find(AccountRequest asked, Caller caller) {
    return asked.id().flatMap(bookings::find).filter(booking -> booking.isWith(caller.host().id()));
  }

  /// Returns the other members of the team that meets in turn, to whom a booking may be handed
  /// over; none if it does not.
  List<Host> colleagues(Booking booking) {
    EventType eventType = eventType(booking);
    return eventType != null && eventType.assignment() instanceof Assignment.RoundRobin(UUID teamId)
        ? bookables.find(teamId).map(Bookable::hosts).orElse(List.of()).stream()
            .filter(host -> host.active() && !booking.isWith(host.id()))
            .toList()
        : List.of();
  }

  /// Returns what was booked, as it is offered now; null if it is not any more.
  @Nullable EventType eventType(Booking booking) {
    return Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find).orElse(null);
  }
}
