package org.meetwright.core.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL that finds the host of a session or an API token.
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
      SELECT id, host_id, TRUE AS session, 'read write' AS scopes, created_at, expires_at,
        last_used_at
      FROM session WHERE token_hash = #{hash} AND expires_at > #{now}
      UNION ALL
      SELECT id, host_id, FALSE AS session, scopes, created_at, expires_at, last_used_at
      FROM api_token
      WHERE token_hash = #{hash} AND (expires_at IS NULL OR expires_at > #{now})
      """)
  @Nullable Credential find(String hash, Instant now);

  /// Returns those that have not ended.
  @Select(
      """
      <script>
      SELECT id FROM session WHERE expires_at > #{now} AND id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      UNION ALL
      SELECT id FROM api_token WHERE (expires_at IS NULL OR expires_at > #{now}) AND id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<UUID> valid(@Param("ids") Collection<UUID> ids, @Param("now") Instant now);

  @Update("UPDATE session SET last_used_at = #{now} WHERE id = #{id}")
  int usedSession(UUID id, Instant now);

  @Update("UPDATE api_token SET last_used_at = #{now} WHERE id = #{id}")
  int usedToken(UUID id, Instant now);
}
