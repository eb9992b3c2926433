package org.meetwright.core.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokens.ApiToken;

/// SQL of the table `api_token`.
interface ApiTokenMapper {
  /// A token as the table has it.
  ///
  /// @param scopes words with spaces between them
  record Row(
      UUID id,
      String name,
      String scopes,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt) {}

  @Insert(
      """
      INSERT INTO api_token (id, host_id, name, token_hash, scopes, created_at, expires_at, made_by)
      VALUES (#{token.id}, #{hostId}, #{token.name}, #{hash}, #{scopes}, #{token.createdAt},
        #{token.expiresAt}, #{madeBy})
      """)
  int insert(UUID hostId, ApiToken token, String scopes, String hash, @Nullable UUID madeBy);

  @Select(
      """
      SELECT id, name, scopes, created_at, last_used_at, expires_at FROM api_token
      WHERE host_id = #{hostId} ORDER BY created_at, id
      """)
  List<Row> list(UUID hostId);

  @Select(
      """
      SELECT COUNT(*) FROM api_token
      WHERE id = #{id} AND host_id = #{hostId} AND (id = #{maker} OR made_by = #{maker})
      """)
  int countOf(UUID hostId, UUID id, UUID maker);

  @Delete("DELETE FROM api_token WHERE id = #{id} AND host_id = #{hostId}")
  int delete(UUID hostId, UUID id);

  @Delete("DELETE FROM api_token WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);
}
