package org.meetwright.core.account;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.EmailChanges.PendingEmail;

/// SQL of the table `email_change`.
interface EmailChangeMapper {
  @Select(
      """
      SELECT email, expires_at FROM email_change
      WHERE host_id = #{hostId} AND expires_at > #{now}
      """)
  @Nullable PendingEmail find(UUID hostId, Instant now);

  @Insert(
      """
      INSERT INTO email_change (host_id, email, email_key, asked_at, expires_at)
      VALUES (#{hostId}, #{change.email}, #{change.email.key}, #{askedAt}, #{change.expiresAt})
      """)
  int insert(UUID hostId, PendingEmail change, Instant askedAt);

  @Delete("DELETE FROM email_change WHERE host_id = #{hostId}")
  int delete(UUID hostId);
}
