package org.meetwright.server.pages.account;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.access.Access;
import org.meetwright.core.account.ProfileChanges;
import org.meetwright.core.booking.latest.LatestBookings;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.eventtype.EventTypeList;
import org.meetwright.server.oidc.OpenIdProvider;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.pages.account.absences.AbsencePages;
import org.meetwright.server.pages.account.appearance.AppearancePages;
import org.meetwright.server.pages.account.booking.HostBookingPages;
import org.meetwright.server.pages.account.booking.MovePages;
import org.meetwright.server.pages.account.booking.OwnBookings;
import org.meetwright.server.pages.account.bookings.BookingListPages;
import org.meetwright.server.pages.account.bookings.BookingRoom;
import org.meetwright.server.pages.account.bookings.ProblemNotes;
import org.meetwright.server.pages.account.calendars.CalendarAccountPages;
import org.meetwright.server.pages.account.calendars.CalendarPages;
import org.meetwright.server.pages.account.calendars.ConsentPages;
import org.meetwright.server.pages.account.calendars.Decisions;
import org.meetwright.server.pages.account.changes.DraftEffects;
import org.meetwright.server.pages.account.eventtype.EditPages;
import org.meetwright.server.pages.account.eventtype.EventTypePages;
import org.meetwright.server.pages.account.feeds.FeedPages;
import org.meetwright.server.pages.account.hostlink.HostAnswer;
import org.meetwright.server.pages.account.hostlink.HostLinkGate;
import org.meetwright.server.pages.account.hostlink.HostLinkPages;
import org.meetwright.server.pages.account.hostlink.HostMovePages;
import org.meetwright.server.pages.account.hours.HoursPages;
import org.meetwright.server.pages.account.hours.SchedulePages;
import org.meetwright.server.pages.account.join.JoinPages;
import org.meetwright.server.pages.account.newbooking.NewBookingPages;
import org.meetwright.server.pages.account.newbooking.NewBookingViews;
import org.meetwright.server.pages.account.notifications.NotificationPages;
import org.meetwright.server.pages.account.notifications.NotificationRows;
import org.meetwright.server.pages.account.profile.AddressPages;
import org.meetwright.server.pages.account.profile.ProfilePages;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.account.security.SecondFactorPages;
import org.meetwright.server.pages.account.security.SecurityPages;
import org.meetwright.server.pages.account.share.SharePages;
import org.meetwright.server.pages.account.signin.CodePages;
import org.meetwright.server.pages.account.signin.ForgottenPages;
import org.meetwright.server.pages.account.signin.LoginPages;
import org.meetwright.server.pages.account.signin.NewPasswordPages;
import org.meetwright.server.pages.account.signin.ProviderPages;
import org.meetwright.server.pages.account.signin.SignInContext;
import org.meetwright.server.pages.account.teams.ColleaguePages;
import org.meetwright.server.pages.account.teams.OwnTeamPages;
import org.meetwright.server.pages.account.teams.TeamPages;
import org.meetwright.server.pages.account.tokens.TokenPages;
import org.meetwright.server.pages.account.webhooks.WebhookListPages;
import org.meetwright.server.pages.account.webhooks.WebhookPages;
import org.meetwright.server.pages.host.AbsenceNotes;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.web.Assets;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Problem;
import org.meetwright.server.pages.web.PageErrors;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.pages.web.Preferences;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;
import org.meetwright.server.route.Area;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.webhook.WebhookTrial;

/// The pages of hosts. To be registered before those of invitees, whose addresses begin with any
/// word.
public final class AccountPageRoutes implements HttpService {
  private final Site site;
  private final Renderer renderer = new Renderer();
  private final PageErrors errors;
  private final Access access;
  private final LoginPages login;
  private final CodePages code;
  private final ForgottenPages forgotten;
  private final NewPasswordPages newPassword;
  private final BookingRoom bookings;
  private final ProfilePages profile;
  private final AddressPages address;
  private final SecurityPages security;
  private final SecondFactorPages secondFactor;
  private final TokenPages tokens;
  private final FeedPages feeds;
  private final AppearancePages appearance;
  private final SharePages share;
  private final EventTypePages eventTypes;
  private final EditPages eventType;
  private final HoursPages hours;
  private final AbsencePages absences;
  private final NotificationPages notifications;
  private final CalendarPages calendars;
  private final CalendarAccountPages calendar;
  private final ConsentPages calendarConsent;
  private final SchedulePages schedule;
  private final TeamPages teams;
  private final JoinPages join;
  private final OwnTeamPages team;
  private final ColleaguePages colleagues;
  private final WebhookListPages webhooks;
  private final WebhookPages webhook;
  private final HostLinkPages hostLinks;
  private final HostMovePages hostMoves;
  private final @Nullable ProviderPages provider;

  /// Creates the routes.
  ///
  /// @param publicUrl the address under which hosts reach the server; asked for at each request
  /// @param clientAddress where a request comes from, an IP address
  /// @param oidc the provider at which hosts can sign in besides
  /// @param mailed whether mail is sent, rather than put into files
  /// @param targets where webhooks may be
  /// @param trial tries webhooks out
  public AccountPageRoutes(
      Core core,
      Supplier<URI> publicUrl,
      Function<ServerRequest, String> clientAddress,
      OidcSettings oidc,
      boolean mailed,
      Targets targets,
      WebhookTrial trial) {
    site = new Site(publicUrl, new Assets());
    errors = new PageErrors(publicUrl);
    access = core.access();
    SignInContext context =
        new SignInContext(
            core.access(),
            core.secondFactor(),
            core.knownDevices(),
            core.codeStep(),
            clientAddress);
    login = new LoginPages(context, core.signIn(), core.clock(), oidc.on());
    code = new CodePages(context, core.codeSignIn(), login);
    forgotten = new ForgottenPages(context, core.passwordChanges(), mailed);
    newPassword = new NewPasswordPages(context, core.passwordChanges());
    provider =
        oidc.on()
            ? new ProviderPages(
                context,
                core.linkedIdentities(),
                new OpenIdProvider(oidc, core.clock()),
                login,
                publicUrl)
            : null;
    bookings = bookings(core);
    profile =
        new ProfilePages(
            core.clock(),
            core.access(),
            new ProfileChanges(core.database(), core.clock()),
            core.schedules(),
            core.emailChanges(),
            mailed);
    address = new AddressPages(core.clock(), core.access(), core.emailChanges(), profile::page);
    security =
        new SecurityPages(
            core.access(),
            core.secondFactor(),
            core.linkedIdentities(),
            core.passwordChanges(),
            core.hostLinks(),
            clientAddress);
    secondFactor =
        new SecondFactorPages(
            core.access(), core.brake(), core.secondFactor(), clientAddress, security);
    tokens = new TokenPages(core.clock(), core.access());
    feeds = new FeedPages(core.access(), core.feeds(), publicUrl);
    appearance = new AppearancePages(core.brandings(), core.access());
    share = new SharePages(core.teams(), core.eventTypes(), core.access(), publicUrl);
    DraftEffects changes = new DraftEffects(core.preview(), core.clock());
    eventTypes =
        new EventTypePages(
            core.access(),
            core.eventTypes(),
            new EventTypeList(core.database(), core.eventTypes()),
            core.bookingLinks(),
            core.teams(),
            publicUrl);
    eventType =
        new EditPages(
            core.clock(),
            core.access(),
            core.eventTypes(),
            core.schedules(),
            core.teams(),
            core.bookings(),
            new FreeTimes(core.clock(), core.availability()),
            new AbsenceNotes(core.bookables()),
            changes,
            publicUrl);
    hours = new HoursPages(core.clock(), core.access(), core.schedules());
    schedule = new SchedulePages(core.clock(), core.access(), core.schedules(), changes);
    absences =
        new AbsencePages(core.clock(), core.access(), core.absences(), core.schedules(), changes);
    notifications =
        new NotificationPages(
            core.access(),
            core.news(),
            new NotificationRows(core.bookings(), core.teams(), core.calendarConnections()));
    calendars =
        new CalendarPages(
            core.access(),
            core.calendarConnections(),
            core.calendarChoices(),
            core.calendarConsents(),
            new Decisions(core.calendarChoices(), core.calendarProblems()));
    calendarConsent =
        new ConsentPages(core.access(), core.calendarConsents(), calendars, publicUrl);
    calendar =
        new CalendarAccountPages(
            core.access(),
            core.calendarConnections(),
            core.calendarChoices(),
            new SyncNow(core.calendarConnections(), core.calendarSync(), core.clock()));
    join = new JoinPages(core.clock(), core.hostInvitations(), core.access(), context, publicUrl);
    teams = new TeamPages(core.memberships(), core.teams(), core.hosts(), core.access());
    team = new OwnTeamPages(core.access(), core.teams(), core.hosts(), publicUrl);
    colleagues =
        new ColleaguePages(core.clock(), core.access(), core.colleagues(), core.hosts(), publicUrl);
    webhooks = new WebhookListPages(core.access(), core.webhooks(), targets);
    webhook =
        new WebhookPages(core.access(), core.webhooks(), core.webhookDeliveries(), targets, trial);
    HostLinkGate gate =
        new HostLinkGate(core.hostLinks(), core.access(), core.brandings(), context);
    hostLinks = new HostLinkPages(core.bookingDesk(), gate);
    hostMoves =
        new HostMovePages(
            core.bookingDesk(),
            core.clock(),
            new FreeTimes(core.clock(), core.availability()),
            new AbsenceNotes(core.bookables()),
            gate);
  }

  private static BookingRoom bookings(Core core) {
    OwnBookings own =
        new OwnBookings(
            core.clock(),
            core.access(),
            core.bookings(),
            core.eventTypes(),
            core.emails(),
            core.bookables());
    HostBookingPages pages = new HostBookingPages(own, core.bookingDesk());
    FreeTimes freeTimes = new FreeTimes(core.clock(), core.availability());
    AbsenceNotes absences = new AbsenceNotes(core.bookables());
    return new BookingRoom(
        new BookingListPages(
            core.clock(),
            core.access(),
            core.bookings(),
            new LatestBookings(core.database()),
            new ProblemNotes(core.problems()),
            core.news()),
        pages,
        new MovePages(own, core.bookingDesk(), freeTimes, absences, pages),
        new NewBookingPages(
            own,
            core.bookingDesk(),
            freeTimes,
            new NewBookingViews(own, core.bookables(), freeTimes, absences)));
  }

  @Override
  public void routing(HttpRules rules) {
    Area.ACCOUNT
        .on(rules)
        .get("/login", page(login::show))
        .post("/login", page(login::signIn))
        .get(SignInContext.CODE, page(code::show))
        .post(SignInContext.CODE, page(code::enter))
        .get("/login/forgotten", page(forgotten::show))
        .post("/login/forgotten", page(forgotten::send))
        .get("/login/password/{token}", page(newPassword::show))
        .post("/login/password/{token}", page(newPassword::choose))
        .get("/login/join/{token}", page(join::show))
        .post("/login/join/{token}", page(join::join))
        .post("/logout", page(login::signOut))
        .get("/account", page(this::home))
        .get("/account/profile", page(profile::show))
        .post("/account/profile", page(profile::change))
        .post("/account/email", page(address::ask))
        .post("/account/email/end", page(address::giveUp))
        .get("/login/email/{token}", page(address::show))
        .post("/login/email/{token}", page(address::confirm))
        .post("/account/sessions/end", page(security::endOtherSessions))
        .post("/account/sessions/{id}/end", page(security::endSession))
        .get("/account/security", page(security::show))
        .post("/account/password", page(security::changePassword))
        .post("/account/mail-actions", page(security::chooseMailActions))
        .post("/account/identities/end", page(security::unlink))
        .get("/account/totp", page(secondFactor::show))
        .post("/account/totp", page(secondFactor::begin))
        .post("/account/totp/confirm", page(secondFactor::confirm))
        .post("/account/totp/end", page(secondFactor::end))
        .get("/account/tokens", page(tokens::show))
        .post("/account/tokens", page(tokens::make))
        .post("/account/tokens/{id}/end", page(tokens::delete))
        .get("/account/appearance", page(appearance::show))
        .post("/account/color", page(appearance::chooseColor))
        .post("/account/logo/remove", page(appearance::removeLogo))
        .get("/account/share", page(share::show))
        .get("/account/teams", page(teams::show))
        .post("/account/teams", page(teams::make))
        .post("/account/teams/{id}/accept", page(teams::accept))
        .post("/account/teams/{id}/leave", page(teams::leave));
    RoomRules rooms = new RoomRules(Area.ACCOUNT.on(rules), this);
    bookings.on(rooms);
    eventTypes.on(rooms);
    eventType.on(rooms);
    hours.on(rooms);
    schedule.on(rooms);
    absences.on(rooms);
    notifications.on(rooms);
    calendars.on(rooms);
    calendarConsent.on(rooms);
    calendar.on(rooms);
    feeds.on(rooms);
    team.on(rooms);
    colleagues.on(rooms);
    webhooks.on(rooms);
    webhook.on(rooms);
    hostLinks(Area.ACCOUNT.on(rules));
    Area.ACCOUNT_UPLOAD.on(rules).post("/account/logo", page(appearance::chooseLogo));
    if (provider != null) {
      Area.ACCOUNT
          .on(rules)
          .get("/login/provider", page(provider::leave))
          .get(ProviderPages.CALLBACK, page(provider::comeBack));
    }
  }

  private PageAnswer home(AccountRequest asked) {
    return asked.signedIn(
        access, AccountSection.HOME, _ -> asked.goTo(AccountPlace.of(AccountSection.HOME)));
  }

  private void hostLinks(HttpRules rules) {
    rules.get("/h/{token}", page(hostLinks::show));
    rules.get("/h/{token}/move", page(hostMoves::show));
    rules.post("/h/{token}/move", page(hostMoves::move));
    for (HostAnswer answer : HostAnswer.values()) {
      String path = "/h/{token}/" + answer.word();
      rules.get(path, page(asked -> hostLinks.ask(asked, answer)));
      rules.post(path, page(asked -> hostLinks.give(asked, answer)));
    }
  }

  /// Registers the pages of a room, each in the area of accounts.
  private record RoomRules(HttpRules rules, AccountPageRoutes pages) implements PageRules {
    @Override
    public PageRules get(String path, Function<AccountRequest, PageAnswer> page) {
      rules.get(path, pages.page(page));
      return this;
    }

    @Override
    public PageRules post(String path, Function<AccountRequest, PageAnswer> form) {
      rules.post(path, pages.page(form));
      return this;
    }
  }

  private Handler page(Function<AccountRequest, PageAnswer> handler) {
    return (request, response) -> {
      PageRequest page = PageRequest.of(request, site.links(request));
      AccountRequest asked = new AccountRequest(page, response, new Cookies(site.secure()));
      PageAnswer answer =
          Preferences.keep(page, response, site.secure()).orElseGet(() -> handler.apply(asked));
      switch (answer) {
        case PageAnswer.Page shown -> renderer.send(request, response, shown);
        case PageAnswer.SeeOther other -> renderer.send(request, response, other);
        case PageAnswer.Failed(Problem problem) -> errors.send(request, response, problem);
      }
    };
  }
}
