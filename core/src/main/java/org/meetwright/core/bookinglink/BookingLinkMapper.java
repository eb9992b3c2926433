package org.meetwright.core.bookinglink;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `booking_link`.
interface BookingLinkMapper {
  /// The columns of a [BookingLink].
  String COLUMNS = "l.id, l.event_type_id, l.max_uses, l.uses, l.expires_at, l.created_at";

  @Insert(
      """
      INSERT INTO booking_link (id, event_type_id, token_hash, max_uses, uses, expires_at, created_at)
      VALUES (#{link.id}, #{link.eventTypeId}, #{hash}, #{link.maxUses}, 0, #{link.expiresAt},
        #{link.createdAt})
      """)
  int insert(@Param("link") BookingLink link, @Param("hash") String hash);

  @Select(
      "SELECT "
          + COLUMNS
          + """
           FROM booking_link l JOIN event_type e ON e.id = l.event_type_id
          WHERE e.host_id = #{hostId} ORDER BY l.created_at, l.id
          """)
  List<BookingLink> list(UUID hostId);

  @Select("SELECT " + COLUMNS + " FROM booking_link l WHERE l.token_hash = #{hash}")
  @Nullable BookingLink find(String hash);

  /// Counts one use, if one is left. Holds the row until the transaction ends.
  @Update(
      """
      UPDATE booking_link SET uses = uses + 1
      WHERE token_hash = #{hash} AND event_type_id = #{eventTypeId} AND uses < max_uses
        AND (expires_at IS NULL OR expires_at > #{now})
      """)
  int use(String hash, UUID eventTypeId, Instant now);

  @Delete(
      """
      DELETE FROM booking_link WHERE id = #{id}
        AND event_type_id IN (SELECT e.id FROM event_type e WHERE e.host_id = #{hostId})
      """)
  int delete(UUID hostId, UUID id);
}
