package org.meetwright.core.calendar.consent;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `calendar_consent`.
interface ConsentMapper {
  /// A row.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param state the hash of what the service brings back
  /// @param boundTo the hash of whose way it is
  /// @param verifier sealed
  /// @param connectionId null for a new account
  record ConsentRow(
      UUID id,
      UUID hostId,
      String kind,
      String state,
      String boundTo,
      String verifier,
      String redirectUri,
      @Nullable UUID connectionId,
      Instant expiresAt) {}

  @Insert(
      """
      INSERT INTO calendar_consent (id, host_id, kind, state, bound_to, verifier, redirect_uri,
        connection_id, expires_at)
      VALUES (#{id}, #{hostId}, #{kind}, #{state}, #{boundTo}, #{verifier}, #{redirectUri},
        #{connectionId}, #{expiresAt})
      """)
  int insert(ConsentRow row);

  @Select("SELECT * FROM calendar_consent WHERE state = #{state} FOR UPDATE")
  @Nullable ConsentRow lock(String state);

  @Delete("DELETE FROM calendar_consent WHERE id = #{id}")
  int delete(UUID id);

  /// Deletes all of a host's but the latest 19.
  @Delete(
      """
      DELETE FROM calendar_consent WHERE host_id = #{hostId} AND id NOT IN (
        SELECT id FROM calendar_consent WHERE host_id = #{hostId}
        ORDER BY expires_at DESC, id DESC LIMIT 19)
      """)
  int deleteAllButLatest(UUID hostId);

  @Delete("DELETE FROM calendar_consent WHERE expires_at <= #{now}")
  int deleteExpired(Instant now);
}
