package org.meetwright.core.account.invitation;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `host_invitation`.
interface HostInvitationMapper {
  @Insert(
      """
      INSERT INTO host_invitation (id, email, email_key, handle, name, time_zone, locale, created_at,
        expires_at)
      VALUES (#{id}, #{email}, #{email.key}, #{handle}, #{name}, #{timeZone}, #{locale},
        #{createdAt}, #{expiresAt})
      """)
  int insert(HostInvitation invitation);

  @Select(
      """
      SELECT id, email, handle, name, time_zone, locale, created_at, expires_at
      FROM host_invitation WHERE id = #{id} AND expires_at > #{now}
      """)
  @Nullable HostInvitation find(UUID id, Instant now);

  @Select(
      """
      SELECT id, email, handle, name, time_zone, locale, created_at, expires_at
      FROM host_invitation WHERE email_key = #{emailKey} AND expires_at > #{now}
      """)
  @Nullable HostInvitation findTo(String emailKey, Instant now);

  @Delete("DELETE FROM host_invitation WHERE id = #{id} AND expires_at > #{now}")
  int use(UUID id, Instant now);

  @Delete("DELETE FROM host_invitation WHERE email_key = #{emailKey}")
  int deleteTo(String emailKey);

  @Delete("DELETE FROM host_invitation WHERE expires_at <= #{now}")
  int deleteExpired(Instant now);

  @Select("SELECT COUNT(*) FROM host_invitation")
  int count();
}
