package org.meetwright.core.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.archive.MeetingDocument.HistoryRow;
import org.meetwright.core.archive.MeetingMapper;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;
import org.meetwright.core.value.Ids;

/// Erases people (GDPR, article 17): e-mail addresses, names, answers, notes and reasons go, in the
/// archive too; that there was a meeting, of what kind and when, stays for the statistics. Each
/// call is one transaction.
public final class Erasure {
  private static final String HOST = "Erased host";

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Erasure(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Returns whether an address is what is left of someone who was erased.
  public static boolean isErased(EmailAddress email) {
    return email.value().endsWith(Erasing.NOWHERE);
  }

  /// Erases an invitee, and him as a guest of others.
  public ErasureOutcome eraseInvitee(EmailAddress email) {
    return database.inTransaction(
        tx -> {
          ErasureMapper mapper = tx.mapper(ErasureMapper.class);
          ErasureOutcome refusal =
              refusal(
                  mapper.upcomingOfInvitee(email.key(), now()),
                  mapper.waitingOfInvitee(email.key(), now()));
          if (refusal != null) {
            return refusal;
          }
          List<UUID> bookings = mapper.bookingsOf(email.key());
          bookings.forEach(id -> eraseBooking(tx, id));
          int elsewhere = eraseGuest(tx, email);
          mapper.deleteMailsTo(email.key());
          mapper.deleteAccountMailsTo(email.key());
          mapper.deleteConfirmations(email.key(), EmailKeys.pattern(email));
          return new ErasureOutcome.Erased(
              bookings.size() + elsewhere, ArchiveErasure.invitee(tx, email));
        });
  }

  /// Erases a host: he can't sign in or be met any more, his handle is free again, and what only he
  /// had is gone, the invitees of his own meetings included. Of meetings with other hosts he
  /// vanishes alone. A team that he made goes to a member, with its event types; without one it is
  /// gone.
  public ErasureOutcome eraseHost(UUID hostId) {
    return database.inTransaction(
        tx -> {
          ErasureMapper mapper = tx.mapper(ErasureMapper.class);
          Set<UUID> locked = new HashSet<>(mapper.teamMates(hostId));
          locked.add(hostId);
          Hosts.lock(tx, locked);
          ErasureOutcome refusal =
              refusal(mapper.upcomingOfHost(hostId, now()), mapper.waitingOfHost(hostId, now()));
          if (refusal != null) {
            return refusal;
          }
          List<UUID> alone = mapper.bookingsOfHostAlone(hostId);
          alone.forEach(mapper::eraseMeeting);
          alone.forEach(id -> eraseBooking(tx, id));
          mapper.deleteMailsWithHost(hostId);
          mapper.deleteMailsTo(mapper.emailKeyOf(hostId));
          mapper.deleteAccountMailsTo(mapper.emailKeyOf(hostId));
          mapper.teamsMadeBy(hostId).forEach(teamId -> bequeath(mapper, teamId, hostId));
          eraseHostRows(mapper, hostId);
          locked.forEach(tx.mapper(HostMapper.class)::raiseRevision);
          return new ErasureOutcome.Erased(alone.size(), ArchiveErasure.host(tx, hostId));
        });
  }

  private static @Nullable ErasureOutcome refusal(List<UUID> upcoming, int waiting) {
    if (!upcoming.isEmpty()) {
      return new ErasureOutcome.MeetingsToCome(upcoming);
    }
    return waiting == 0 ? null : new ErasureOutcome.MessagesToCome(waiting);
  }

  private void eraseBooking(Transaction tx, UUID id) {
    ErasureMapper mapper = tx.mapper(ErasureMapper.class);
    mapper.deleteMessages(id);
    mapper.deleteMails(id);
    mapper.deleteWebhookEvents(id);
    mapper.forgetReasons(id);
    mapper.eraseBooking(id, Erasing.INVITEE, Erasing.addressOf(id));
    note(tx, id);
  }

  private void note(Transaction tx, UUID bookingId) {
    tx.mapper(MeetingMapper.class)
        .insertHistory(
            new HistoryRow(
                Ids.next(),
                bookingId,
                now(),
                Actor.ADMIN.word(),
                null,
                BookingEvent.ERASED.word(),
                "",
                ""));
  }

  private int eraseGuest(Transaction tx, EmailAddress email) {
    ErasureMapper mapper = tx.mapper(ErasureMapper.class);
    int erased = 0;
    for (ErasureMapper.GuestsRow row : mapper.withGuest(EmailKeys.pattern(email))) {
      String others = Erasing.without(row.guests(), email);
      if (!others.equals(row.guests())) {
        mapper.setGuests(row.with(others));
        mapper.messages(row.id()).stream()
            .filter(message -> Mentions.any(message.payload(), email))
            .forEach(message -> mapper.deleteMessage(message.id()));
        // Mails to the others name all guests.
        mapper.deleteMails(row.id());
        mapper.deleteToldWebhookEvents(row.id());
        note(tx, row.id());
        erased++;
      }
    }
    return erased;
  }

  private static void bequeath(ErasureMapper mapper, UUID teamId, UUID hostId) {
    UUID successor = mapper.successor(teamId, hostId);
    if (successor != null) {
      mapper.giveTeam(teamId, successor);
      mapper.giveEventTypes(teamId, successor);
    } else {
      mapper.deleteTeamEventTypes(teamId);
      mapper.freeHandle(teamId);
      mapper.deleteTeam(teamId);
    }
  }

  private static void eraseHostRows(ErasureMapper mapper, UUID hostId) {
    mapper.leaveTeams(hostId);
    mapper.deleteSessions(hostId);
    mapper.deleteTokens(hostId);
    mapper.deleteSecondFactor(hostId);
    mapper.deleteRecoveryCodes(hostId);
    mapper.deleteLinkedIdentities(hostId);
    mapper.deleteEmailChange(hostId);
    mapper.deleteMailedLinks(hostId);
    mapper.deleteAccountMails(hostId);
    mapper.deleteBusyTimes(hostId);
    mapper.deleteWebhookEventsOfHost(hostId);
    mapper.deleteWebhooks(hostId);
    mapper.deleteEventTypes(hostId);
    mapper.deleteSchedules(hostId);
    mapper.deleteBranding(hostId);
    mapper.freeHandle(hostId);
    String handle = "erased-" + hostId.toString().replace("-", "");
    mapper.eraseHost(hostId, handle, HOST, Erasing.addressOf(hostId));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
