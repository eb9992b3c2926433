package org.meetwright.core.account.invitation;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.invitation.HostInvitations.Inviter;

/// SQL of the table `host_invitation`.
interface HostInvitationMapper {
  /// What makes an invitation good: whoever runs the command line made it, or an admin who is one
  /// still, without a token or with one that still lets in.
  String IS_GOOD =
      """
       AND expires_at > #{now}
      AND (invited_by IS NULL OR EXISTS (
        SELECT 1 FROM host h
        WHERE h.id = host_invitation.invited_by AND h.role = 'ADMIN' AND h.active))
      AND NOT EXISTS (
        SELECT 1 FROM api_token t
        WHERE t.id = host_invitation.made_by AND t.expires_at <= #{now})
      """;

  @Insert(
      """
      INSERT INTO host_invitation (id, email, email_key, handle, name, time_zone, locale, created_at,
        expires_at, invited_by, made_by)
      VALUES (#{one.id}, #{one.email}, #{one.email.key}, #{one.handle}, #{one.name},
        #{one.timeZone}, #{one.locale}, #{one.createdAt}, #{one.expiresAt}, #{by.hostId},
        #{by.tokenId})
      """)
  int insert(@Param("one") HostInvitation invitation, @Param("by") Inviter inviter);

  @Select(
      """
      SELECT id, email, handle, name, time_zone, locale, created_at, expires_at
      FROM host_invitation WHERE id = #{id}
      """
          + IS_GOOD)
  @Nullable HostInvitation find(UUID id, Instant now);

  @Select(
      """
      SELECT id, email, handle, name, time_zone, locale, created_at, expires_at
      FROM host_invitation WHERE email_key = #{emailKey}
      """
          + IS_GOOD)
  @Nullable HostInvitation findTo(String emailKey, Instant now);

  @Delete("DELETE FROM host_invitation WHERE id = #{id}" + IS_GOOD)
  int use(UUID id, Instant now);

  @Delete("DELETE FROM host_invitation WHERE email_key = #{emailKey}")
  int deleteTo(String emailKey);

  @Delete("DELETE FROM host_invitation WHERE expires_at <= #{now}")
  int deleteExpired(Instant now);

  @Select("SELECT COUNT(*) FROM host_invitation")
  int count();
}
