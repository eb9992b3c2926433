package org.meetwright.server.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.NotFoundException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.Core;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.mybatis.UnreadableRowException;
import org.meetwright.core.eventtype.EventTypeList;
import org.meetwright.core.value.BusyException;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.absence.AbsenceRoutes;
import org.meetwright.server.api.access.CredentialRoutes;
import org.meetwright.server.api.access.SessionRoutes;
import org.meetwright.server.api.access.TokenRoutes;
import org.meetwright.server.api.booking.BookingAnswers;
import org.meetwright.server.api.booking.BookingRoutes;
import org.meetwright.server.api.booking.ConfirmationRoutes;
import org.meetwright.server.api.booking.ManageRoutes;
import org.meetwright.server.api.booking.NewBookingRoutes;
import org.meetwright.server.api.bookinglink.BookingLinkRoutes;
import org.meetwright.server.api.bookinglink.NewBookingLinks;
import org.meetwright.server.api.branding.BrandingRoutes;
import org.meetwright.server.api.busy.BusyTimeRoutes;
import org.meetwright.server.api.calendar.CalendarAccountRoutes;
import org.meetwright.server.api.calendar.CalendarAuthorizationRoutes;
import org.meetwright.server.api.calendar.CalendarProblemRoutes;
import org.meetwright.server.api.challenge.Admission;
import org.meetwright.server.api.challenge.ChallengeRoutes;
import org.meetwright.server.api.colleague.ColleagueRoutes;
import org.meetwright.server.api.eventtype.EventTypeRoutes;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.explain.ExplainRoutes;
import org.meetwright.server.api.export.ExportRoutes;
import org.meetwright.server.api.export.HostExport;
import org.meetwright.server.api.feed.FeedFileRoutes;
import org.meetwright.server.api.feed.FeedRoutes;
import org.meetwright.server.api.holiday.HolidayRoutes;
import org.meetwright.server.api.host.AccountRoutes;
import org.meetwright.server.api.host.InvitationRoutes;
import org.meetwright.server.api.news.NotificationRoutes;
import org.meetwright.server.api.preview.PreviewRoutes;
import org.meetwright.server.api.preview.PreviewTranslation;
import org.meetwright.server.api.problem.ProblemRoutes;
import org.meetwright.server.api.schedule.ScheduleRoutes;
import org.meetwright.server.api.slot.PublicOfferings;
import org.meetwright.server.api.slot.PublicRoutes;
import org.meetwright.server.api.slot.SlotsToMove;
import org.meetwright.server.api.team.MembershipRoutes;
import org.meetwright.server.api.team.TeamRoutes;
import org.meetwright.server.api.webhook.WebhookDeliveryRoutes;
import org.meetwright.server.api.webhook.WebhookRoutes;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.limit.TooManyRequestsException;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.BodyTypeException;
import org.meetwright.server.route.path.AmbiguousPathException;
import org.meetwright.server.webhook.WebhookTrial;

/// All of `/api/v1`.
public final class ApiRoutes implements HttpService {
  private static final Logger LOG = Logger.getLogger(ApiRoutes.class.getName());

  /// How long programs are asked to wait when the server is busy.
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Core core;
  private final Authentication authentication;
  private final BookingAnswers answers;
  private final Supplier<URI> publicUrl;
  private final FrontDesk frontDesk;
  private final Challenges challenges;
  private final Metrics metrics;
  private final Targets targets;
  private final WebhookTrial trial;
  private final Function<ServerRequest, String> clientAddress;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  /// @param frontDesk where wishes come in
  /// @param challenges what those have to solve who book
  /// @param targets where webhooks may be
  /// @param trial how they are tried out
  /// @param clientAddress where a request comes from, an IP address
  public ApiRoutes(
      Core core,
      Supplier<URI> publicUrl,
      FrontDesk frontDesk,
      Challenges challenges,
      Metrics metrics,
      Targets targets,
      WebhookTrial trial,
      Function<ServerRequest, String> clientAddress) {
    this.core = core;
    this.publicUrl = publicUrl;
    this.frontDesk = frontDesk;
    this.challenges = challenges;
    this.metrics = metrics;
    this.targets = targets;
    this.trial = trial;
    this.clientAddress = clientAddress;
    this.authentication = new Authentication(core.access());
    this.answers =
        new BookingAnswers(core.clock(), core.eventTypes(), core.manageLinks(), publicUrl);
  }

  @Override
  public void routing(HttpRules rules) {
    PublicOfferings offerings =
        new PublicOfferings(core.bookables(), core.offerings(), core.eventTypes());
    SlotsToMove slotsToMove =
        new SlotsToMove(core.availability(), core.eventTypes(), core.bookables(), core.clock());
    Admission admission = new Admission(challenges, authentication);
    Area.OPEN_API
        .on(rules)
        .register(
            "/hosts",
            new PublicRoutes(
                core.clock(), core.eventTypes(), core.availability(), offerings, metrics::slots))
        .register(new ChallengeRoutes(challenges))
        .register(
            "/feeds", new FeedFileRoutes(core.feeds(), core.feedMeetings(), core.eventTypes()))
        .register(
            new NewBookingRoutes(
                offerings, answers, frontDesk, admission, core.bookingDesk(), authentication))
        .register(
            "/confirmations",
            new ConfirmationRoutes(core.bookingDesk(), core.confirmations(), frontDesk, answers))
        .register(
            "/manage",
            new ManageRoutes(
                core.bookingDesk(),
                core.bookings(),
                core.manageLinks(),
                slotsToMove,
                answers,
                admission));
    Area.HOST_API
        .on(rules)
        .register(
            "/me",
            new AccountRoutes(
                core.clock(), core.hosts(), core.emailChanges(), core.hostLinks(), authentication))
        .register("/invitations", new InvitationRoutes(core.hostInvitations(), authentication))
        .register(
            "/me",
            new CredentialRoutes(
                core.brake(),
                core.secondFactor(),
                core.passwordChanges(),
                authentication,
                clientAddress))
        .register(
            "/sessions",
            new SessionRoutes(core.access(), core.signIn(), authentication, clientAddress))
        .register("/tokens", new TokenRoutes(core.access().tokens(), authentication))
        .register("/me", new BrandingRoutes(core.brandings(), authentication, publicUrl))
        .register("/me", new MembershipRoutes(core.memberships(), authentication))
        .register("/schedules", new ScheduleRoutes(core.schedules(), authentication))
        .register("/holidays", new HolidayRoutes(core.clock(), authentication))
        .register(
            "/event-types",
            new EventTypeRoutes(
                core.teams(),
                core.eventTypes(),
                new EventTypeList(core.database(), core.eventTypes()),
                authentication))
        .register(
            "/booking-links",
            new BookingLinkRoutes(
                new NewBookingLinks(
                    core.bookables(), core.eventTypes(), core.bookingLinks(), publicUrl),
                authentication))
        .register("/feeds", new FeedRoutes(core.feeds(), authentication, publicUrl))
        .register(
            "/notifications", new NotificationRoutes(core.news(), core.bookings(), authentication))
        .register("/problems", new ProblemRoutes(core.problems(), authentication))
        .register("/teams", new ColleagueRoutes(core.colleagues(), core.hosts(), authentication))
        .register("/teams", new TeamRoutes(core.hosts(), core.teams(), authentication))
        .register("/absences", new AbsenceRoutes(core.absences(), authentication))
        .register(
            "/preview",
            new PreviewRoutes(
                core.preview(),
                new PreviewTranslation(core.schedules(), core.eventTypes(), core.teams()),
                authentication))
        .register(
            "/calendar-accounts",
            new CalendarAccountRoutes(
                core.calendarConnections(),
                core.calendarChoices(),
                new SyncNow(core.calendarConnections(), core.calendarSync(), core.clock()),
                authentication))
        .register(
            "/calendar-authorizations",
            new CalendarAuthorizationRoutes(core.calendarConsents(), authentication))
        .register(
            "/calendar-problems",
            new CalendarProblemRoutes(
                core.calendarProblems(),
                core.calendarConnections(),
                core.calendarChoices(),
                authentication))
        .register("/busy-times", new BusyTimeRoutes(core.busyTimes(), authentication))
        .register(
            "/export",
            new ExportRoutes(
                authentication, new HostExport(core.clock(), ExportParts.of(core, publicUrl))))
        .register(
            "/explain", new ExplainRoutes(core.eventTypes(), core.availability(), authentication))
        .register(
            "/webhooks",
            new WebhookRoutes(
                core.webhooks(), core.webhookDeliveries(), authentication, targets, trial))
        .register(
            "/webhook-deliveries",
            new WebhookDeliveryRoutes(core.webhooks(), core.webhookDeliveries(), authentication))
        .register(
            "/bookings",
            new BookingRoutes(
                core.eventTypes(),
                core.bookingDesk(),
                core.bookings(),
                slotsToMove,
                authentication,
                answers))
        .any(
            "/*",
            (request, response) -> {
              throw ProblemException.of(
                  Code.NOT_FOUND,
                  "There is no "
                      + request.prologue().method()
                      + " "
                      + InvalidValueException.shown(request.path().path())
                      + ".");
            });
  }

  /// Answers a request that failed with a problem document.
  public static void fail(ServerResponse response, Throwable failure) {
    switch (failure) {
      case ProblemException problem -> {
        if (problem.problem().status() == Code.UNAUTHORIZED.status()) {
          response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        Json.send(response, problem);
      }
      case TooManyRequestsException tooMany ->
          Json.send(
              response,
              ProblemException.tooManyRequests(
                  "Nothing was done. Try again in " + tooMany.retryAfter().toSeconds() + " s.",
                  tooMany.retryAfter()));
      case AmbiguousPathException path ->
          Json.send(
              response,
              ProblemException.of(Code.INVALID_REQUEST, String.valueOf(path.getMessage())));
      case BusyException busy -> Json.send(response, ProblemException.busy(RETRY_AFTER));
      case BodyTypeException wrongType ->
          Json.send(
              response,
              ProblemException.of(
                  Code.UNSUPPORTED_MEDIA_TYPE, String.valueOf(wrongType.getMessage())));
      case InvalidValueException wrong -> Json.send(response, ProblemException.invalid(wrong));
      case NotFoundException missing ->
          Json.send(
              response, ProblemException.of(Code.NOT_FOUND, String.valueOf(missing.getMessage())));
      case HttpException http when http.status().code() == Code.NOT_FOUND.status() ->
          Json.send(
              response,
              ProblemException.of(
                  Code.NOT_FOUND, "There is nothing here. Look at the address and the method."));
      case HttpException http when http.status().code() < 500 ->
          Json.send(
              response,
              ProblemException.of(Code.INVALID_REQUEST, "The request could not be read."));
      case UnreadableRowException broken -> {
        LOG.log(Level.SEVERE, broken, broken::getMessage);
        Json.send(
            response,
            ProblemException.of(Code.INTERNAL_ERROR, String.valueOf(broken.getMessage())));
      }
      case RuntimeException collided when Database.refusedByAnyConstraint(collided) ->
          Json.send(
              response,
              ProblemException.of(
                  Code.NOT_POSSIBLE,
                  "Something that this rests on was changed at the same time; nothing was written."
                      + " Try again."));
      default -> {
        LOG.log(Level.SEVERE, "A request failed", failure);
        Json.send(
            response,
            ProblemException.of(
                Code.INTERNAL_ERROR,
                "It may or may not have been done: look whether it was, or send it again with the"
                    + " same Idempotency-Key. If it stays so, tell the admin."));
      }
    }
  }
}
