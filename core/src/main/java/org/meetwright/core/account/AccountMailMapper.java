package org.meetwright.core.account;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.account.AccountMail.Event;

/// SQL of the table `account_mail`.
interface AccountMailMapper {
  @Insert(
      """
      INSERT INTO account_mail (id, host_id, event, recipient, recipient_key, about, created_at)
      VALUES (#{id}, #{hostId}, #{event}, #{recipient}, #{recipient.key}, #{about}, #{createdAt})
      """)
  int insert(AccountMail mail);

  @Select(
      """
      SELECT id, host_id, event, recipient, about, created_at FROM account_mail WHERE id = #{id}
      """)
  @Nullable AccountMail find(UUID id);

  @Delete("DELETE FROM account_mail WHERE id = #{id}")
  int delete(UUID id);

  @Delete("DELETE FROM account_mail WHERE host_id = #{hostId} AND event = #{event}")
  int drop(UUID hostId, Event event);

  @Delete("DELETE FROM account_mail WHERE created_at < #{before}")
  int deleteOld(Instant before);

  @Delete("DELETE FROM account_mail WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);

  @Delete("DELETE FROM account_mail WHERE recipient_key = #{emailKey}")
  int deleteTo(String emailKey);
}
