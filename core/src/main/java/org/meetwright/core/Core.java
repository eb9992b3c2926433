package org.meetwright.core;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.absence.Absences;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.KnownDevices;
import org.meetwright.core.access.code.CodeSignIn;
import org.meetwright.core.access.code.CodeStep;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.access.signin.LinkedIdentities;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.access.signin.SignIn;
import org.meetwright.core.account.AccountMails;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.account.MailedLinks;
import org.meetwright.core.account.PasswordChanges;
import org.meetwright.core.account.invitation.HostInvitations;
import org.meetwright.core.account.standing.HostStanding;
import org.meetwright.core.alias.PageAliases;
import org.meetwright.core.archive.Archive;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.UnansweredRequest;
import org.meetwright.core.booking.news.NewsConsequence;
import org.meetwright.core.booking.notice.MailConsequence;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.busy.BusyTimes;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.account.ConnectionAttempts;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.check.CalendarCheck;
import org.meetwright.core.calendar.consent.CalendarConsents;
import org.meetwright.core.calendar.meeting.CalendarConsequence;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.WrittenMeetings;
import org.meetwright.core.calendar.sync.CalendarSync;
import org.meetwright.core.calendar.sync.Freshness;
import org.meetwright.core.calendar.token.StoredTokens;
import org.meetwright.core.certificate.Certificates;
import org.meetwright.core.challenge.UsedChallenges;
import org.meetwright.core.colleague.Colleagues;
import org.meetwright.core.database.Database;
import org.meetwright.core.email.Emails;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.erasure.Erasure;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.feed.FeedMeetings;
import org.meetwright.core.feed.Feeds;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.hostlink.HostLinks;
import org.meetwright.core.imports.Imports;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.news.News;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.preview.Preview;
import org.meetwright.core.problem.Problems;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.statistics.Statistics;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.team.Memberships;
import org.meetwright.core.team.Teams;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.WebhookConsequence;
import org.meetwright.core.webhook.delivery.WebhookDeliveries;
import org.meetwright.core.webhook.delivery.WebhookDispatch;

/// The services of the domain on one database, wired.
///
/// Wide: it lists the services, and only wiring sees it.
///
/// @param clock where every service gets the time from
public record Core(
    Database database,
    InstantSource clock,
    Hosts hosts,
    Brandings brandings,
    Teams teams,
    Memberships memberships,
    Bookables bookables,
    Schedules schedules,
    BusyTimes busyTimes,
    ConnectedAccounts connectedAccounts,
    CalendarConnections calendarConnections,
    CalendarConsents calendarConsents,
    CalendarChoices calendarChoices,
    CalendarSync calendarSync,
    CalendarCheck calendarCheck,
    WrittenMeetings writtenMeetings,
    CalendarProblems calendarProblems,
    Absences absences,
    EventTypes eventTypes,
    Offerings offerings,
    Availability availability,
    Preview preview,
    BookingDesk bookingDesk,
    Bookings bookings,
    BookingLinks bookingLinks,
    Feeds feeds,
    FeedMeetings feedMeetings,
    News news,
    Problems problems,
    Colleagues colleagues,
    Outbox outbox,
    Emails emails,
    MailAllowance mailAllowance,
    Webhooks webhooks,
    WebhookDeliveries webhookDeliveries,
    WebhookDispatch webhookDispatch,
    Archive archive,
    Erasure erasure,
    Access access,
    Brake brake,
    KnownDevices knownDevices,
    SecondFactor secondFactor,
    SignIn signIn,
    LinkedIdentities linkedIdentities,
    CodeStep codeStep,
    CodeSignIn codeSignIn,
    AccountMails accountMails,
    MailedLinks mailedLinks,
    EmailChanges emailChanges,
    PasswordChanges passwordChanges,
    HostInvitations hostInvitations,
    HostStanding hostStanding,
    Statistics statistics,
    InstallationKey installationKey,
    ManageLinks manageLinks,
    HostLinks hostLinks,
    Sealer sealer,
    Certificates certificates,
    RateLimits rateLimits,
    UsedChallenges usedChallenges,
    Confirmations confirmations,
    PageAliases pageAliases,
    Imports imports)
    implements AutoCloseable {

  /// Wires the services on a database whose schema is current.
  public static Core on(Database database, InstantSource clock) {
    return on(database, clock, Availability.DEFAULT_KEPT_MEBIBYTES, List.of());
  }

  /// Wires the services on a database whose schema is current, without calendar services.
  ///
  /// @param keptMebibytes roughly how much memory kept snapshots may take
  /// @param more what follows from changes of bookings besides mail and webhooks
  public static Core on(
      Database database, InstantSource clock, int keptMebibytes, List<Consequence> more) {
    return on(database, clock, keptMebibytes, more, RemoteProviders.NONE);
  }

  /// Wires the services on a database whose schema is current.
  ///
  /// @param keptMebibytes roughly how much memory kept snapshots may take
  /// @param more what follows from changes of bookings besides mail and webhooks
  /// @param providers the calendar services that the program can speak to
  public static Core on(
      Database database,
      InstantSource clock,
      int keptMebibytes,
      List<Consequence> more,
      RemoteProviders providers) {
    Outbox outbox = new Outbox(database, clock);
    outbox.onGivenUp(
        (tx, message) ->
            Problems.tellGivenUp(tx, message, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    Access access = new Access(database, clock);
    Sealer sealer = Sealer.open(database, clock);
    SecondFactor secondFactor = new SecondFactor(database, clock, sealer);
    InstallationKey key = InstallationKey.open(database, clock);
    RateLimits rateLimits = new RateLimits(database, clock);
    KnownDevices devices = new KnownDevices(key, clock);
    Brake brake =
        new Brake(
            database,
            clock,
            devices,
            (whose, most, again) -> rateLimits.take(whose, new RateLimit(most, again)).isZero());
    MailAllowance mailAllowance = new MailAllowance(rateLimits);
    AccountMails accountMails = new AccountMails(database, outbox, clock);
    MailedLinks mailedLinks = new MailedLinks(database, clock);
    Hosts hosts = new Hosts(database, clock, Schedules::addDefault);
    LinkedIdentities identities = new LinkedIdentities(database, clock);
    List<Consequence> following = new ArrayList<>();
    following.add(new MailConsequence());
    following.add(UnansweredRequest::timer);
    following.add(new WebhookConsequence());
    following.add(new NewsConsequence());
    following.add(new CalendarConsequence());
    following.addAll(more);
    Offerings offerings = new Offerings(database, clock, keptMebibytes * 100L);
    Absences absences = new Absences(database, clock, offerings);
    EventTypes eventTypes = new EventTypes(database, clock);
    Bookings bookings = new Bookings(database);
    Schedules schedules = new Schedules(database, clock);
    Teams teams = new Teams(database, outbox, clock);
    WrittenMeetings writtenMeetings = new WrittenMeetings(database, outbox, clock);
    StoredTokens tokens = new StoredTokens(database, sealer, clock);
    ConnectedAccounts accounts = new ConnectedAccounts(database, sealer, providers, tokens);
    CalendarConnections connections =
        new CalendarConnections(
            database, outbox, accounts, writtenMeetings, new ConnectionAttempts(rateLimits), clock);
    CalendarSync sync = new CalendarSync(database, accounts, writtenMeetings, outbox, clock);
    CalendarCheck check =
        new CalendarCheck(database, accounts, sync, outbox, clock, CalendarCheck.LONGEST);
    Availability availability = new Availability(database, clock, keptMebibytes);
    availability.watch(new Freshness(database, outbox, clock)::asked);
    BookingDesk desk = new BookingDesk(database, outbox, rateLimits, clock, following, check);
    CalendarProblems calendarProblems = new CalendarProblems(database, desk, outbox, clock);
    return new Core(
        database,
        clock,
        hosts,
        new Brandings(database),
        teams,
        new Memberships(database, clock),
        new Bookables(database),
        schedules,
        new BusyTimes(database, clock),
        accounts,
        connections,
        new CalendarConsents(database, sealer, providers, connections, tokens, clock),
        new CalendarChoices(database, outbox, writtenMeetings, clock),
        sync,
        check,
        writtenMeetings,
        calendarProblems,
        absences,
        eventTypes,
        offerings,
        availability,
        new Preview(database, clock, eventTypes, absences, bookings),
        desk,
        bookings,
        new BookingLinks(database, clock),
        new Feeds(database, clock),
        new FeedMeetings(database, bookings, clock),
        new News(database, clock),
        new Problems(database, calendarProblems, clock),
        new Colleagues(database, clock, teams, bookings),
        outbox,
        new Emails(database, outbox, clock),
        mailAllowance,
        new Webhooks(database, clock, sealer),
        new WebhookDeliveries(database, outbox, clock),
        new WebhookDispatch(database, outbox, clock, sealer),
        new Archive(database, clock),
        new Erasure(
            database,
            clock,
            RoomTraces.ALL,
            (tx, bookingId, at) -> CalendarConsequence.erased(tx, outbox, bookingId, at)),
        access,
        brake,
        devices,
        secondFactor,
        new SignIn(database, access.sessions(), secondFactor, brake),
        identities,
        new CodeStep(key, clock),
        new CodeSignIn(hosts, identities, secondFactor, access.sessions(), brake),
        accountMails,
        mailedLinks,
        new EmailChanges(database, accountMails, mailedLinks, mailAllowance, rateLimits, clock),
        new PasswordChanges(database, accountMails, mailedLinks, mailAllowance, brake),
        new HostInvitations(database, clock, hosts, accountMails, key),
        new HostStanding(database, clock),
        new Statistics(database, clock),
        key,
        new ManageLinks(key),
        new HostLinks(database, clock, key),
        sealer,
        new Certificates(database, clock, sealer),
        rateLimits,
        new UsedChallenges(database, clock),
        new Confirmations(database, desk, mailAllowance, outbox, key, clock),
        new PageAliases(database),
        new Imports(
            database,
            clock,
            hosts,
            schedules,
            eventTypes,
            new Consequences(outbox, List.copyOf(following))));
  }

  /// Finishes what is being done, and closes the database.
  @Override
  public void close() {
    bookingDesk.close();
    calendarCheck.close();
    database.close();
  }
}
