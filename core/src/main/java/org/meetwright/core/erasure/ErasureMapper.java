package org.meetwright.core.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.SearchKeys;
import org.meetwright.core.value.EmailKeys;

/// SQL that removes what tells who someone is.
interface ErasureMapper {
  /// A booking that has a guest.
  ///
  /// @param guests addresses with commas between them
  record GuestsRow(UUID id, String guests, String inviteeName, String inviteeEmail, String notes) {
    GuestsRow with(String others) {
      return new GuestsRow(id, others, inviteeName, inviteeEmail, notes);
    }

    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofBooking(inviteeName, inviteeEmail, guests, notes);
    }

    /// Returns the keys of its guests.
    public String guestKeys() {
      return EmailKeys.ofStored(List.of(guests));
    }
  }

  /// A message of the outbox.
  record MessageRow(UUID id, String payload) {}

  @Select("SELECT id FROM booking WHERE invitee_email_key = #{emailKey} ORDER BY id")
  List<UUID> bookingsOf(String emailKey);

  /// Returns the bookings that still hold a time that has not passed, the earliest first.
  @Select(
      """
      SELECT b.id FROM booking b JOIN meeting m ON m.id = b.meeting_id
      WHERE b.invitee_email_key = #{emailKey} AND b.seat IS NOT NULL AND m.ends_at > #{now}
      ORDER BY m.starts_at
      """)
  List<UUID> upcomingOfInvitee(String emailKey, Instant now);

  /// Returns the bookings that still hold a time that has not passed, the earliest first.
  @Select(
      """
      SELECT b.id FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
        JOIN booking b ON b.meeting_id = m.id
      WHERE mh.host_id = #{hostId} AND b.seat IS NOT NULL AND m.ends_at > #{now}
      ORDER BY m.starts_at
      """)
  List<UUID> upcomingOfHost(UUID hostId, Instant now);

  /// Counts what should have been delivered by now; reminders that are due later don't matter.
  @Select(
      """
      SELECT COUNT(*) FROM outbox o JOIN booking b ON b.id = o.subject_id
      WHERE b.invitee_email_key = #{emailKey} AND o.state = 'pending'
        AND (o.attempts > 0 OR o.due_at <= #{now})
      """)
  int waitingOfInvitee(String emailKey, Instant now);

  @Select(
      """
      SELECT COUNT(*) FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
        JOIN outbox o ON o.subject_id = b.id
      WHERE mh.host_id = #{hostId} AND o.state = 'pending'
        AND (o.attempts > 0 OR o.due_at <= #{now})
      """)
  int waitingOfHost(UUID hostId, Instant now);

  /// Returns the bookings of meetings that nobody but this host is in.
  @Select(
      """
      SELECT b.id FROM booking b JOIN meeting_host mh ON mh.meeting_id = b.meeting_id
      WHERE mh.host_id = #{hostId} AND NOT EXISTS (SELECT 1 FROM meeting_host o
        WHERE o.meeting_id = mh.meeting_id AND o.host_id <> #{hostId})
      """)
  List<UUID> bookingsOfHostAlone(UUID hostId);

  @Delete("DELETE FROM outbox WHERE subject_id = #{bookingId}")
  int deleteMessages(UUID bookingId);

  @Select("SELECT id, payload FROM outbox WHERE subject_id = #{bookingId}")
  List<MessageRow> messages(UUID bookingId);

  @Delete("DELETE FROM outbox WHERE id = #{id}")
  int deleteMessage(UUID id);

  @Delete("DELETE FROM email WHERE booking_id = #{bookingId}")
  int deleteMails(UUID bookingId);

  @Delete("DELETE FROM email WHERE recipient_key = #{emailKey}")
  int deleteMailsTo(String emailKey);

  /// Deletes the mails about all meetings that a host is in.
  @Delete(
      """
      DELETE FROM email WHERE booking_id IN (SELECT b.id FROM booking b
        JOIN meeting_host mh ON mh.meeting_id = b.meeting_id WHERE mh.host_id = #{hostId})
      """)
  int deleteMailsWithHost(UUID hostId);

  /// Deletes wishes to book that wait for a confirmation: an invitee's, and those in which he is a
  /// guest.
  ///
  /// @param pattern for `LIKE`, with `!` as the escape character
  @Delete(
      """
      DELETE FROM confirmation
      WHERE email_key = #{emailKey} OR guest_keys LIKE #{pattern} ESCAPE '!'
      """)
  int deleteConfirmations(String emailKey, String pattern);

  @Select("SELECT email_key FROM host WHERE id = #{hostId}")
  String emailKeyOf(UUID hostId);

  /// Deletes what webhooks were told of a booking, with the deliveries and their attempts.
  @Delete("DELETE FROM webhook_event WHERE booking_id = #{bookingId}")
  int deleteWebhookEvents(UUID bookingId);

  /// Like [#deleteWebhookEvents], but leaves reminders to come, which hold nothing yet.
  @Delete(
      """
      DELETE FROM webhook_event
      WHERE booking_id = #{bookingId} AND (snapshot IS NOT NULL OR body IS NOT NULL)
      """)
  int deleteToldWebhookEvents(UUID bookingId);

  /// Deletes what webhooks were told of all bookings with a host.
  @Delete(
      """
      DELETE FROM webhook_event WHERE booking_id IN (SELECT b.id FROM booking b
        JOIN meeting_host mh ON mh.meeting_id = b.meeting_id WHERE mh.host_id = #{hostId})
      """)
  int deleteWebhookEventsOfHost(UUID hostId);

  @Delete("DELETE FROM webhook WHERE host_id = #{hostId}")
  int deleteWebhooks(UUID hostId);

  @Update(
      """
      UPDATE booking SET invitee_name = #{name}, invitee_email = #{email},
        invitee_email_key = #{email}, guests = '', answers = '{}', notes = '', metadata = '{}',
        end_reason = '', idempotency_key = NULL, request_hash = '', search_key = '',
        guest_keys = '', version = version + 1
      WHERE id = #{id}
      """)
  int eraseBooking(UUID id, String name, String email);

  @Update("UPDATE booking_history SET reason = '' WHERE booking_id = #{bookingId}")
  int forgetReasons(UUID bookingId);

  /// Returns the bookings that a guest is in.
  ///
  /// @param pattern for `LIKE`, with `!` as the escape character
  @Select(
      """
      SELECT id, guests, invitee_name, invitee_email, notes FROM booking
      WHERE guest_keys LIKE #{pattern} ESCAPE '!' ORDER BY id
      """)
  List<GuestsRow> withGuest(String pattern);

  @Update(
      """
      UPDATE booking SET guests = #{guests}, guest_keys = #{guestKeys}, search_key = #{searchKey},
        version = version + 1
      WHERE id = #{id}
      """)
  int setGuests(GuestsRow row);

  @Update(
      """
      UPDATE meeting SET event_type_name = event_type_slug, search_key = '', location_kind = NULL,
        location_value = NULL
      WHERE id IN (SELECT b.meeting_id FROM booking b WHERE b.id = #{bookingId})
      """)
  int eraseMeeting(UUID bookingId);

  @Select("SELECT id FROM team WHERE owner_id = #{hostId} ORDER BY id")
  List<UUID> teamsMadeBy(UUID hostId);

  /// Returns who is in a team that a host is in or made.
  @Select(
      """
      SELECT DISTINCT o.host_id FROM team t JOIN team_member o ON o.team_id = t.id
      WHERE t.owner_id = #{hostId} OR EXISTS (SELECT 1 FROM team_member tm
        WHERE tm.team_id = t.id AND tm.host_id = #{hostId})
      """)
  List<UUID> teamMates(UUID hostId);

  /// Returns the member who takes a team over; null if there is none who could.
  @Select(
      """
      SELECT tm.host_id FROM team_member tm JOIN host h ON h.id = tm.host_id
      WHERE tm.team_id = #{teamId} AND tm.host_id <> #{hostId} AND tm.state = 'member' AND h.active
      ORDER BY tm.priority DESC, tm.host_id LIMIT 1
      """)
  @Nullable UUID successor(UUID teamId, UUID hostId);

  @Update("UPDATE team SET owner_id = #{hostId} WHERE id = #{teamId}")
  int giveTeam(UUID teamId, UUID hostId);

  @Update("UPDATE event_type SET host_id = #{hostId} WHERE team_id = #{teamId}")
  int giveEventTypes(UUID teamId, UUID hostId);

  @Delete("DELETE FROM event_type WHERE team_id = #{teamId}")
  int deleteTeamEventTypes(UUID teamId);

  /// Deletes a team with its members.
  @Delete("DELETE FROM team WHERE id = #{teamId}")
  int deleteTeam(UUID teamId);

  @Delete("DELETE FROM team_member WHERE host_id = #{hostId}")
  int leaveTeams(UUID hostId);

  @Delete("DELETE FROM session WHERE host_id = #{hostId}")
  int deleteSessions(UUID hostId);

  @Delete("DELETE FROM api_token WHERE host_id = #{hostId}")
  int deleteTokens(UUID hostId);

  @Delete("DELETE FROM second_factor WHERE host_id = #{hostId}")
  int deleteSecondFactor(UUID hostId);

  @Delete("DELETE FROM recovery_code WHERE host_id = #{hostId}")
  int deleteRecoveryCodes(UUID hostId);

  @Delete("DELETE FROM linked_identity WHERE host_id = #{hostId}")
  int deleteLinkedIdentities(UUID hostId);

  @Delete("DELETE FROM email_change WHERE host_id = #{hostId}")
  int deleteEmailChange(UUID hostId);

  @Delete("DELETE FROM mailed_link WHERE host_id = #{hostId}")
  int deleteMailedLinks(UUID hostId);

  @Delete("DELETE FROM account_mail WHERE host_id = #{hostId}")
  int deleteAccountMails(UUID hostId);

  @Delete("DELETE FROM account_mail WHERE recipient_key = #{emailKey}")
  int deleteAccountMailsTo(String emailKey);

  @Delete("DELETE FROM busy_time WHERE host_id = #{hostId}")
  int deleteBusyTimes(UUID hostId);

  @Delete("DELETE FROM event_type WHERE host_id = #{hostId}")
  int deleteEventTypes(UUID hostId);

  @Delete("DELETE FROM branding WHERE host_id = #{hostId}")
  int deleteBranding(UUID hostId);

  @Delete("DELETE FROM schedule WHERE host_id = #{hostId}")
  int deleteSchedules(UUID hostId);

  @Delete("DELETE FROM handle WHERE owner_id = #{ownerId}")
  int freeHandle(UUID ownerId);

  @Update(
      """
      UPDATE host SET handle = #{handle}, name = #{name}, email = #{email}, email_key = #{email},
        password_hash = NULL, time_zone = 'UTC', locale = 'en', active = FALSE,
        revision = revision + 1
      WHERE id = #{id}
      """)
  int eraseHost(UUID id, String handle, String name, String email);
}
