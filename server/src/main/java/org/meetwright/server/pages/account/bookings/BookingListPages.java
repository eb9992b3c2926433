package org.meetwright.server.pages.account.bookings;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.Bookings.Page;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.booking.latest.LatestBookings;
import org.meetwright.core.news.News;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// Lists of a host's bookings.
public final class BookingListPages {
  private static final int PAGE = 25;

  /// How many pages are looked through for enough bookings to show.
  private static final int MOST_READS = 8;

  private final InstantSource clock;
  private final Access access;
  private final Bookings bookings;
  private final LatestBookings latest;
  private final ProblemNotes problems;
  private final News news;

  /// Creates the pages.
  public BookingListPages(
      InstantSource clock,
      Access access,
      Bookings bookings,
      LatestBookings latestBookings,
      ProblemNotes problems,
      News news) {
    this.clock = clock;
    this.access = access;
    this.bookings = bookings;
    this.latest = latestBookings;
    this.problems = problems;
    this.news = news;
  }

  /// Lists them.
  public PageAnswer show(AccountRequest asked) {
    ListKind kind = ListKind.of(asked.request().parameter("view"));
    AccountPlace place =
        kind == ListKind.UPCOMING
            ? AccountPlace.of(AccountSection.BOOKINGS)
            : new AccountPlace(
                AccountSection.BOOKINGS, AccountSection.BOOKINGS.path() + "?view=" + kind.word());
    return asked.signedIn(access, place, caller -> list(asked, caller, kind));
  }

  private PageAnswer list(AccountRequest asked, Caller caller, ListKind kind) {
    String typed = asked.request().parameter("q").strip();
    String search = null;
    String error = null;
    try {
      search = typed.isEmpty() ? null : Text.line("q", typed, BookingFilter.LONGEST_SEARCH);
    } catch (InvalidValueException wrong) {
      error = asked.words().get("bookings.wrongSearch", BookingFilter.LONGEST_SEARCH);
    }
    Instant now = clock.instant();
    Position after = ListPosition.parse(asked.request().parameter("after"));
    Page page = error == null ? read(caller, kind, search, after, now) : new Page(List.of(), null);
    boolean isHome = kind == ListKind.UPCOMING && typed.isEmpty() && after == null;
    int requests = latest.countRequests(caller.host().id(), now);
    BookingsPageView view =
        new BookingsPageView(
            asked.frame(AccountSection.BOOKINGS),
            isHome ? problems.of(asked, caller.host().id()) : List.of(),
            isHome ? unread(asked, caller) : null,
            kinds(asked, kind, typed, requests),
            kind.word(),
            typed,
            error,
            new BookingDays(asked, caller, now).group(page.bookings()),
            page.next() == null ? null : address(asked, kind, typed, page.next()),
            asked
                .words()
                .get(typed.isEmpty() ? "bookings.none." + kind.word() : "bookings.none.found"));
    return PageAnswer.page("account/bookings", view, Privacy.FORM);
  }

  private @Nullable NamedLink unread(AccountRequest asked, Caller caller) {
    int unread = news.unread(caller.host().id());
    return unread == 0
        ? null
        : new NamedLink(
            asked.words().get("news.unread", unread),
            asked.link(AccountSection.NOTIFICATIONS.path()));
  }

  private Page read(
      Caller caller,
      ListKind kind,
      @Nullable String search,
      @Nullable Position after,
      Instant now) {
    UUID host = caller.host().id();
    ZoneId zone = caller.host().timeZone();
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant morning = today.atStartOfDay(zone).toInstant();
    Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
    return switch (kind) {
      case UPCOMING ->
          forward(
              new BookingFilter(host, morning, null, null, null, search),
              after,
              booking -> booking.isOpen(now));
      case TODAY ->
          forward(
              new BookingFilter(host, morning, midnight, null, null, search),
              after,
              booking -> booking.status().holdsTime());
      case REQUESTS ->
          forward(
              new BookingFilter(host, now, null, BookingStatus.PENDING, null, search),
              after,
              booking -> true);
      case PAST -> latest.list(host, now, search, after, PAGE);
      case ALL -> latest.list(host, null, search, after, PAGE);
    };
  }

  private Page forward(BookingFilter filter, @Nullable Position after, Predicate<Booking> meant) {
    List<Booking> found = new ArrayList<>();
    Position next = after;
    int reads = 0;
    do {
      Page page = bookings.list(filter, next, PAGE);
      page.bookings().stream().filter(meant).forEach(found::add);
      next = page.next();
      reads++;
    } while (next != null && found.size() < PAGE && reads < MOST_READS);
    return new Page(found, next);
  }

  private static List<BookingsPageView.Tab> kinds(
      AccountRequest asked, ListKind present, String typed, int requests) {
    return Arrays.stream(ListKind.values())
        .map(
            kind ->
                new BookingsPageView.Tab(
                    asked.words().get("bookings.list." + kind.word()),
                    address(asked, kind, typed, null),
                    kind == present,
                    kind == ListKind.REQUESTS && requests > 0 ? Integer.toString(requests) : null))
        .toList();
  }

  private static String address(
      AccountRequest asked, ListKind kind, String typed, @Nullable Position after) {
    return asked.link(AccountSection.BOOKINGS.path()) + ListPosition.query(kind, typed, after);
  }
}
