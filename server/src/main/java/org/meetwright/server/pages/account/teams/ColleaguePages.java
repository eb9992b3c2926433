package org.meetwright.server.pages.account.teams;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.colleague.Colleagues;
import org.meetwright.core.colleague.Turn;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.booking.StateLabel;
import org.meetwright.server.pages.account.bookings.BookingDays;
import org.meetwright.server.pages.account.bookings.ListPosition;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.account.teams.ColleaguesView.Day;
import org.meetwright.server.pages.account.teams.ColleaguesView.Member;
import org.meetwright.server.pages.account.teams.ColleaguesView.Row;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// What the owner and the members of a team see of it: its bookings, its members, whose turn it is.
public final class ColleaguePages {
  private static final int PAGE = 25;

  private final InstantSource clock;
  private final Access access;
  private final Colleagues colleagues;
  private final Hosts hosts;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public ColleaguePages(
      InstantSource clock,
      Access access,
      Colleagues colleagues,
      Hosts hosts,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.access = access;
    this.colleagues = colleagues;
    this.hosts = hosts;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get("/account/teams/{id}/bookings", this::show);
  }

  /// Returns the page of a team.
  static AccountPlace place(UUID id) {
    return new AccountPlace(
        AccountSection.TEAMS, AccountSection.TEAMS.path() + "/" + id + "/bookings");
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        asked.id().map(ColleaguePages::place).orElse(AccountPlace.of(AccountSection.TEAMS)),
        caller ->
            asked
                .id()
                .flatMap(id -> colleagues.team(caller.host().id(), id))
                .map(team -> show(asked, caller, team))
                .orElseGet(PageAnswer::notFound));
  }

  private PageAnswer show(AccountRequest asked, Caller caller, Team team) {
    LocalDate today = clock.instant().atZone(caller.host().timeZone()).toLocalDate();
    LocalDate from = PageRequest.date(asked.request().parameter("from"));
    LocalDate first = from == null ? today : from;
    Position after = ListPosition.parse(asked.request().parameter("after"));
    Instant start = first.atStartOfDay(caller.host().timeZone()).toInstant();
    Colleagues.Page page = colleagues.bookings(team, start, null, after, PAGE);
    String address = asked.link(place(team.id()).address());
    Position next = page.next();
    ColleaguesView view =
        new ColleaguesView(
            asked.frame(AccountSection.TEAMS, team.name()),
            team.name(),
            address,
            publicUrl.get() + "/" + team.handle(),
            members(asked.words(), team),
            first.toString(),
            days(asked, caller, team, page.bookings()),
            next == null
                ? null
                : address + "?from=" + first + "&after=" + ListPosition.print(next));
    return PageAnswer.page("account/colleagues", view, Privacy.FORM);
  }

  private List<Member> members(Texts words, Team team) {
    Map<UUID, List<Turn>> turns = colleagues.turns(team);
    return team.members().stream()
        .flatMap(
            member ->
                hosts.find(member.hostId()).stream()
                    .map(
                        host ->
                            new Member(
                                host.name(),
                                host.handle().value(),
                                !member.accepted(),
                                facts(words, member),
                                turns.getOrDefault(host.id(), List.of()).stream()
                                    .map(turn -> written(words, turn))
                                    .toList())))
        .toList();
  }

  private static String facts(Texts words, TeamMember member) {
    return words.get("colleagues.facts", member.weight(), member.priority());
  }

  /// Rounds to tenths: nobody is a hundredth of a meeting behind.
  private static String written(Texts words, Turn turn) {
    double apart = Math.round(Math.abs(turn.behind()) * 10) / 10.0;
    String key = apart == 0 ? "even" : turn.behind() > 0 ? "behind" : "ahead";
    return words.get("colleagues.turn." + key, turn.name(), turn.meetings(), apart);
  }

  private List<Day> days(AccountRequest asked, Caller caller, Team team, List<Booking> bookings) {
    TimeFormats formats = asked.formats(caller);
    BookingDays titles = new BookingDays(asked, caller, clock.instant());
    Map<LocalDate, List<Row>> rows = new LinkedHashMap<>();
    for (Booking booking : bookings) {
      rows.computeIfAbsent(formats.date(booking.start()), date -> new ArrayList<>())
          .add(row(asked, caller.host().id(), team, booking, formats));
    }
    return rows.entrySet().stream()
        .map(day -> new Day(titles.title(day.getKey(), formats), day.getValue()))
        .toList();
  }

  private static Row row(
      AccountRequest asked, UUID reader, Team team, Booking booking, TimeFormats formats) {
    boolean known = Colleagues.mayKnowInvitee(team, booking, reader);
    String with = with(asked.words(), booking);
    return new Row(
        booking.isWith(reader) ? asked.link(OwnBookings.path(booking.id())) : null,
        formats.times(booking.start(), booking.end()),
        known ? booking.invitee().name() : booking.eventTypeName(),
        known ? booking.eventTypeName() + " · " + with : with,
        StateLabel.unusual(booking, asked.words()));
  }

  private static String with(Texts words, Booking booking) {
    return words.get(
        "bookings.with", words.list(booking.hosts().stream().map(MeetingHost::name).toList()));
  }
}
