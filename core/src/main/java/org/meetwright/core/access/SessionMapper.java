package org.meetwright.core.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Sessions.HostSession;
import org.meetwright.core.access.Sessions.Session;

/// SQL of the table `session`.
interface SessionMapper {
  /// A session with the handle of its host.
  record HostSessionRow(
      UUID id,
      String handle,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      String begunWith) {
    HostSession session() {
      return new HostSession(handle, new Session(id, createdAt, expiresAt, lastUsedAt, begunWith));
    }
  }

  @Insert(
      """
      INSERT INTO session (id, host_id, token_hash, created_at, expires_at, begun_with)
      VALUES (#{id}, #{hostId}, #{hash}, #{now}, #{expiresAt}, #{begunWith})
      """)
  int insert(UUID id, UUID hostId, String hash, Instant now, Instant expiresAt, String begunWith);

  @Select(
      """
      SELECT id, created_at, expires_at, last_used_at, begun_with FROM session
      WHERE host_id = #{hostId} AND expires_at > #{now} ORDER BY created_at, id
      """)
  List<Session> list(UUID hostId, Instant now);

  @Select(
      """
      SELECT s.id, h.handle, s.created_at, s.expires_at, s.last_used_at, s.begun_with
      FROM session s JOIN host h ON h.id = s.host_id
      WHERE s.expires_at > #{now} ORDER BY h.handle, s.created_at, s.id
      FETCH FIRST #{limit} ROWS ONLY
      """)
  List<HostSessionRow> everyones(Instant now, int limit);

  @Select(
      """
      SELECT s.id, h.handle, s.created_at, s.expires_at, s.last_used_at, s.begun_with
      FROM session s JOIN host h ON h.id = s.host_id
      WHERE s.expires_at > #{now} AND CAST(s.id AS varchar(36)) LIKE #{prefix}
      FETCH FIRST 2 ROWS ONLY
      """)
  List<HostSessionRow> beginning(String prefix, Instant now);

  @Delete("DELETE FROM session WHERE id = #{id}")
  int deleteAnyones(UUID id);

  @Delete("DELETE FROM session")
  int deleteEveryones();

  @Delete("DELETE FROM session WHERE id = #{id} AND host_id = #{hostId}")
  int delete(UUID hostId, UUID id);

  @Delete("DELETE FROM session WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);

  @Delete("DELETE FROM session WHERE host_id = #{hostId} AND id <> #{kept}")
  int deleteOthers(UUID hostId, UUID kept);

  @Delete("DELETE FROM session WHERE host_id = #{hostId} AND expires_at <= #{now}")
  int deleteExpired(UUID hostId, Instant now);
}
