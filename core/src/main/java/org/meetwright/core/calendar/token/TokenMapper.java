package org.meetwright.core.calendar.token;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `calendar_token`.
interface TokenMapper {
  /// A row.
  ///
  /// @param refreshToken sealed; null if there is none any more
  /// @param accessToken sealed; null if there is none any more
  record TokenRow(
      UUID connectionId,
      String account,
      @Nullable String refreshToken,
      @Nullable String accessToken,
      Instant expiresAt,
      long renewals) {}

  /// Sealed tokens to store.
  record Sealed(String refreshToken, String accessToken, Instant expiresAt) {}

  @Select("SELECT * FROM calendar_token WHERE connection_id = #{connectionId}")
  @Nullable TokenRow find(UUID connectionId);

  @Delete("DELETE FROM calendar_token WHERE connection_id = #{connectionId}")
  int delete(UUID connectionId);

  @Insert(
      """
      INSERT INTO calendar_token (connection_id, account, refresh_token, access_token, expires_at)
      VALUES (#{id}, #{account}, #{t.refreshToken}, #{t.accessToken}, #{t.expiresAt})
      """)
  int insert(
      @Param("id") UUID connectionId, @Param("account") String account, @Param("t") Sealed tokens);

  /// Takes the right to renew tokens, if nobody has it and nobody has renewed them.
  @Update(
      """
      UPDATE calendar_token SET lease = #{lease}, leased_until = #{until}
      WHERE connection_id = #{id} AND renewals = #{seen} AND refresh_token IS NOT NULL
        AND (leased_until IS NULL OR leased_until <= #{now})
      """)
  int lease(
      @Param("id") UUID connectionId,
      @Param("seen") long renewals,
      @Param("lease") UUID lease,
      @Param("now") Instant now,
      @Param("until") Instant until);

  @Update(
      """
      UPDATE calendar_token SET refresh_token = #{t.refreshToken}, access_token = #{t.accessToken},
        expires_at = #{t.expiresAt}, renewals = renewals + 1, lease = NULL, leased_until = NULL
      WHERE connection_id = #{id} AND lease = #{lease}
      """)
  int renewed(
      @Param("id") UUID connectionId, @Param("lease") UUID lease, @Param("t") Sealed tokens);

  /// Forgets tokens that the service refuses.
  @Update(
      """
      UPDATE calendar_token SET refresh_token = NULL, access_token = NULL, renewals = renewals + 1,
        lease = NULL, leased_until = NULL
      WHERE connection_id = #{id} AND lease = #{lease}
      """)
  int refused(@Param("id") UUID connectionId, @Param("lease") UUID lease);

  @Update(
      """
      UPDATE calendar_token SET lease = NULL, leased_until = NULL
      WHERE connection_id = #{id} AND lease = #{lease}
      """)
  int release(@Param("id") UUID connectionId, @Param("lease") UUID lease);

  @Update("UPDATE calendar_token SET refresh_token = NULL, access_token = NULL")
  int forgetAll();

  /// Returns how many accounts of hosts stand for an account of a service.
  @Select("SELECT COUNT(*) FROM calendar_token WHERE account = #{account}")
  int countOf(String account);

  /// Returns a host's connection of an account; the oldest if there are several.
  @Select(
      """
      SELECT n.id FROM calendar_token t JOIN calendar_connection n ON n.id = t.connection_id
      WHERE t.account = #{account} AND n.host_id = #{hostId} AND n.state <> 'removing'
      ORDER BY n.created_at, n.id LIMIT 1
      """)
  @Nullable UUID connectionOf(@Param("hostId") UUID hostId, @Param("account") String account);
}
