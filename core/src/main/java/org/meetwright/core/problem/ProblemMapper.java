package org.meetwright.core.problem;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// SQL that finds what does not work for a host.
interface ProblemMapper {
  /// A webhook that fails.
  record WebhookRow(UUID id, String url, boolean active, Instant failingSince) {}

  /// A message that is not delivered.
  record MessageRow(UUID bookingId, String kind, Instant since) {}

  @Select(
      """
      SELECT id, url, active, failing_since FROM webhook
      WHERE host_id = #{hostId} AND failing_since IS NOT NULL ORDER BY failing_since, id LIMIT #{most}
      """)
  List<WebhookRow> webhooks(UUID hostId, int most);

  /// A calendar account that does not work, or one of whose calendars is in doubt.
  record CalendarRow(UUID id, String name, String state, Instant since) {}

  /// Returns the calendar accounts of a host that want a password, or have failed for long.
  ///
  /// @param late since when they fail at least
  @Select(
      """
      SELECT id, name, state, COALESCE(failing_since, created_at) AS since FROM calendar_connection
      WHERE host_id = #{hostId}
        AND (state = 'reauth' OR state = 'active' AND failing_since <= #{late})
      ORDER BY created_at, id LIMIT #{most}
      """)
  List<CalendarRow> calendars(UUID hostId, Instant late, int most);

  @Select(
      """
      SELECT connection_id AS id, name, doubt AS state, doubted_since AS since FROM calendar
      WHERE host_id = #{hostId} AND doubt = 'told' ORDER BY doubted_since, id LIMIT #{most}
      """)
  List<CalendarRow> doubted(UUID hostId, int most);

  /// Returns messages about a host's bookings, the latest first.
  ///
  /// @param attempts how often they have been tried at least
  /// @param until when they are due, exclusive: a message that failed is tried again within hours
  @Select(
      """
      <script>
      SELECT o.subject_id AS booking_id, o.kind, o.created_at AS since
      FROM outbox o JOIN booking b ON b.id = o.subject_id
        JOIN meeting_host mh ON mh.meeting_id = b.meeting_id AND mh.host_id = #{hostId}
      WHERE o.kind IN
        <foreach collection="kinds" item="kind" open="(" separator="," close=")">#{kind}</foreach>
        AND o.state = #{state} AND o.due_at &lt; #{until} AND o.attempts &gt;= #{attempts}
      ORDER BY o.created_at DESC, o.id LIMIT #{most}
      </script>
      """)
  List<MessageRow> messages(
      @Param("hostId") UUID hostId,
      @Param("kinds") Collection<String> kinds,
      @Param("state") String state,
      @Param("attempts") int attempts,
      @Param("until") Instant until,
      @Param("most") int most);

  /// A message that was given up.
  record ParkedRow(UUID id, Instant since) {}

  /// Returns messages to one receiver that were given up, the latest first.
  ///
  /// @param since only those that are not older
  @Select(
      """
      SELECT id, created_at AS since FROM outbox
      WHERE kind = #{kind} AND lane = #{lane} AND state = 'parked' AND created_at >= #{since}
      ORDER BY created_at DESC, id LIMIT #{most}
      """)
  List<ParkedRow> inLane(String kind, String lane, Instant since, int most);

  /// Returns whom invitees of a booking meet.
  @Select(
      """
      SELECT mh.host_id FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
      WHERE b.id = #{bookingId}
      """)
  List<UUID> hosts(UUID bookingId);

  /// Returns mails that were refused for good, the latest first, by whom they are for.
  ///
  /// @param since only about meetings that begin later
  @Select(
      """
      SELECT e.booking_id, e.audience AS kind, e.created_at AS since
      FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
        JOIN email e ON e.booking_id = b.id AND e.state = 'failed'
      WHERE mh.host_id = #{hostId} AND mh.padded_from > #{since}
      ORDER BY e.created_at DESC, e.id LIMIT #{most}
      """)
  List<MessageRow> refused(UUID hostId, Instant since, int most);
}
