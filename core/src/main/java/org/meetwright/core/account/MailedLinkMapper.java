package org.meetwright.core.account;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `mailed_link`.
interface MailedLinkMapper {
  /// A link.
  ///
  /// @param emailKey of the address that it was mailed to
  record Link(UUID hostId, String emailKey) {}

  @Insert(
      """
      INSERT INTO mailed_link (token_hash, host_id, purpose, email_key, expires_at)
      VALUES (#{hash}, #{hostId}, #{purpose}, #{emailKey}, #{expiresAt})
      """)
  int insert(String hash, UUID hostId, String purpose, String emailKey, Instant expiresAt);

  @Select(
      """
      SELECT l.host_id, l.email_key FROM mailed_link l JOIN host h ON h.id = l.host_id AND h.active
      WHERE l.token_hash = #{hash} AND l.purpose = #{purpose} AND l.expires_at > #{now}
      """)
  @Nullable Link find(String hash, String purpose, Instant now);

  @Delete("DELETE FROM mailed_link WHERE host_id = #{hostId} AND purpose = #{purpose}")
  int deleteOf(UUID hostId, String purpose);

  @Delete("DELETE FROM mailed_link WHERE expires_at <= #{now}")
  int deleteExpired(Instant now);

  @Delete("DELETE FROM mailed_link WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);
}
