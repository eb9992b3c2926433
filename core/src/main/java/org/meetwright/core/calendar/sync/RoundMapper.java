package org.meetwright.core.calendar.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;

/// SQL of rounds: what `calendar` and `calendar_connection` remember of them.
interface RoundMapper {
  /// Begins a round. One that is being made stops.
  @Update("UPDATE calendar SET rounds = rounds + 1 WHERE id = #{id}")
  int begin(UUID id);

  /// Holds the row of a calendar until the transaction ends.
  @Select("SELECT * FROM calendar WHERE id = #{id} FOR UPDATE")
  @Nullable CalendarRow lock(UUID id);

  /// What did not work in a round that succeeded otherwise.
  ///
  /// @param error null if all of it did
  /// @param code the word of a fault
  /// @param unreadable how many items could not be read in full
  record Complaint(@Nullable String error, @Nullable String code, int unreadable) {}

  /// Ends a round that succeeded.
  @Update(
      """
      UPDATE calendar SET sync_state = #{state}, expanded_from = #{h.from},
        expanded_until = #{h.until}, synced_at = #{at},
        whole_at = COALESCE(#{wholeAt}, whole_at), doubt = #{doubt},
        doubted_since = CASE WHEN #{doubt} = 'none' THEN NULL
          ELSE COALESCE(doubted_since, #{at}) END,
        error = #{c.error}, error_code = #{c.code}, failing_since = NULL,
        unreadable = #{c.unreadable}
      WHERE id = #{id}
      """)
  int end(
      @Param("id") UUID id,
      @Param("state") @Nullable String state,
      @Param("h") Horizon horizon,
      @Param("at") Instant at,
      @Param("wholeAt") @Nullable Instant wholeAt,
      @Param("doubt") String doubt,
      @Param("c") Complaint complaint);

  /// Notes that a round has failed.
  @Update(
      """
      UPDATE calendar SET error = #{error}, error_code = #{code},
        failing_since = COALESCE(failing_since, #{at})
      WHERE id = #{id}
      """)
  int fail(UUID id, String error, String code, Instant at);

  @Update("UPDATE calendar SET sync_state = NULL WHERE id = #{id}")
  int forgetState(UUID id);

  /// Notes that an account has answered.
  @Update(
      """
      UPDATE calendar_connection SET error = NULL, error_code = NULL, failing_since = NULL,
        failures = 0
      WHERE id = #{id} AND failures > 0
      """)
  int works(UUID id);

  /// Notes that an account has failed.
  @Update(
      """
      UPDATE calendar_connection SET error = #{error}, error_code = #{code},
        failures = failures + 1, failing_since = COALESCE(failing_since, #{at})
      WHERE id = #{id}
      """)
  int fails(UUID id, String error, String code, Instant at);

  /// Notes that the host has to sign in again.
  ///
  /// @return 1 if that is new
  @Update(
      """
      UPDATE calendar_connection SET state = 'reauth', error = #{error},
        error_code = #{code}, failing_since = COALESCE(failing_since, #{at})
      WHERE id = #{id} AND state = 'active'
      """)
  int refuse(UUID id, String error, String code, Instant at);

  /// Returns the accounts of a host that work, and of which a calendar was not read for a while.
  ///
  /// @param since what was read later is fresh
  @Select(
      """
      SELECT n.id FROM calendar_connection n
      WHERE n.host_id = #{hostId} AND n.state = 'active' AND n.failures = 0 AND EXISTS (
        SELECT 1 FROM calendar c WHERE c.connection_id = n.id AND c.busy
          AND (c.synced_at IS NULL OR c.synced_at <= #{since}))
      """)
  List<UUID> stale(UUID hostId, Instant since);

  /// When the calendars of a kind of service were read.
  record LagRow(String kind, Instant oldest, Instant newest) {}

  @Select(
      """
      SELECT n.kind, MIN(COALESCE(c.synced_at, n.created_at)) AS oldest,
        MAX(COALESCE(c.synced_at, n.created_at)) AS newest
      FROM calendar_connection n JOIN calendar c ON c.connection_id = n.id
      WHERE n.state = 'active' AND (c.busy OR c.receives) GROUP BY n.kind ORDER BY n.kind
      """)
  List<LagRow> lags();
}
