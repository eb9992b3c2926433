package org.meetwright.core.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access.OpenSession;
import org.meetwright.core.access.Access.Token;
import org.meetwright.core.host.Host;

/// SQL of the tables `session`, `api_token` and `installation`.
interface AccessMapper {
  @Insert(
      """
      INSERT INTO session (id, host_id, token_hash, created_at, expires_at)
      VALUES (#{id}, #{hostId}, #{hash}, #{now}, #{expiresAt})
      """)
  int insertSession(UUID id, UUID hostId, String hash, Instant now, Instant expiresAt);

  @Insert(
      """
      INSERT INTO api_token (id, host_id, name, token_hash, created_at)
      VALUES (#{id}, #{hostId}, #{name}, #{hash}, #{now})
      """)
  int insertToken(UUID id, UUID hostId, String name, String hash, Instant now);

  @Select(
      """
      SELECT h.* FROM host h WHERE h.id IN (
        SELECT host_id FROM session WHERE token_hash = #{hash} AND expires_at > #{now}
        UNION SELECT host_id FROM api_token WHERE token_hash = #{hash})
      """)
  @Nullable Host findHost(String hash, Instant now);

  @Select(
      """
      SELECT id, created_at, expires_at FROM session
      WHERE host_id = #{hostId} AND expires_at > #{now} ORDER BY created_at, id
      """)
  List<OpenSession> sessions(UUID hostId, Instant now);

  @Select(
      "SELECT id, name, created_at FROM api_token WHERE host_id = #{hostId} ORDER BY created_at,"
          + " id")
  List<Token> tokens(UUID hostId);

  @Delete("DELETE FROM session WHERE token_hash = #{hash}")
  int deleteSession(String hash);

  @Delete("DELETE FROM session WHERE host_id = #{hostId} AND expires_at <= #{now}")
  int deleteExpired(UUID hostId, Instant now);

  @Select("SELECT link_key FROM installation WHERE id = 1")
  @Nullable String linkKey();

  @Insert("INSERT INTO installation (id, link_key, created_at) VALUES (1, #{key}, #{now})")
  int insertLinkKey(String key, Instant now);
}
