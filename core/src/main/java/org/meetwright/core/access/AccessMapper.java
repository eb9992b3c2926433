package org.meetwright.core.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL that finds the host of a session or an API token. Those of a host who is switched off let
/// nobody in.
interface AccessMapper {
  /// A session or an API token.
  ///
  /// @param scopes words with spaces between them
  record Credential(
      UUID id,
      UUID hostId,
      boolean session,
      String scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  @Select(
      """
      SELECT s.id, s.host_id, TRUE AS session, 'read write' AS scopes, s.created_at, s.expires_at,
        s.last_used_at
      FROM session s JOIN host h ON h.id = s.host_id AND h.active
      WHERE s.token_hash = #{hash} AND s.expires_at > #{now}
      UNION ALL
      SELECT t.id, t.host_id, FALSE AS session, t.scopes, t.created_at, t.expires_at, t.last_used_at
      FROM api_token t JOIN host h ON h.id = t.host_id AND h.active
      WHERE t.token_hash = #{hash} AND (t.expires_at IS NULL OR t.expires_at > #{now})
      """)
  @Nullable Credential find(String hash, Instant now);

  /// Returns those that have not ended.
  @Select(
      """
      <script>
      SELECT s.id FROM session s JOIN host h ON h.id = s.host_id AND h.active
      WHERE s.expires_at > #{now} AND s.id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      UNION ALL
      SELECT t.id FROM api_token t JOIN host h ON h.id = t.host_id AND h.active
      WHERE (t.expires_at IS NULL OR t.expires_at > #{now}) AND t.id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<UUID> valid(@Param("ids") Collection<UUID> ids, @Param("now") Instant now);

  @Update("UPDATE session SET last_used_at = #{now} WHERE id = #{id}")
  int usedSession(UUID id, Instant now);

  @Update("UPDATE api_token SET last_used_at = #{now} WHERE id = #{id}")
  int usedToken(UUID id, Instant now);
}
