package org.meetwright.core.calendar.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `calendar_channel`.
interface ChannelMapper {
  /// A row.
  ///
  /// @param secret its hash
  record ChannelRow(UUID id, UUID calendarId, String resource, String secret, Instant expiresAt) {}

  @Insert(
      """
      INSERT INTO calendar_channel (id, calendar_id, resource, secret, expires_at)
      VALUES (#{id}, #{calendarId}, #{resource}, #{secret}, #{expiresAt})
      """)
  int insert(ChannelRow row);

  @Update(
      """
      UPDATE calendar_channel SET resource = #{resource}, expires_at = #{expiresAt}
      WHERE id = #{id}
      """)
  int opened(UUID id, String resource, Instant expiresAt);

  @Select("SELECT * FROM calendar_channel WHERE id = #{id}")
  @Nullable ChannelRow find(UUID id);

  @Select(
      "SELECT * FROM calendar_channel WHERE calendar_id = #{calendarId} ORDER BY expires_at, id")
  List<ChannelRow> of(UUID calendarId);

  @Delete("DELETE FROM calendar_channel WHERE id = #{id}")
  int delete(UUID id);

  /// Notes that a channel has said something, but not again within a second.
  @Update(
      """
      UPDATE calendar_channel SET told_at = #{now}
      WHERE id = #{id} AND (told_at IS NULL OR told_at < #{last})
      """)
  int told(UUID id, Instant now, Instant last);

  /// Returns whether a channel of an account has said something since an instant.
  @Select(
      """
      SELECT COUNT(*) > 0 FROM calendar_channel h JOIN calendar c ON c.id = h.calendar_id
      WHERE c.connection_id = #{connectionId} AND h.told_at >= #{since}
      """)
  boolean toldSince(UUID connectionId, Instant since);
}
