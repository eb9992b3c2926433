package org.meetwright.core.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.mybatis.StoredRows;

/// SQL of the table `calendar_feed`, and of what feeds tell.
interface FeedMapper {
  /// A row of `calendar_feed`.
  record FeedRow(
      UUID id,
      UUID hostId,
      String name,
      String kind,
      Instant createdAt,
      @Nullable Instant lastReadAt) {
    CalendarFeed feed() {
      return StoredRows.read(
          "calendar_feed",
          id,
          () ->
              new CalendarFeed(
                  id, hostId, name, CalendarFeed.FeedKind.of(kind), createdAt, lastReadAt));
    }
  }

  /// What a feed has to know of a booking besides the booking.
  ///
  /// @param changedAt when something was last done to it
  /// @param leadingId the first booking that still has a seat in its meeting; null if none has
  record StateRow(UUID id, Instant changedAt, @Nullable UUID leadingId) {}

  @Insert(
      """
      INSERT INTO calendar_feed (id, host_id, name, kind, token_hash, created_at, made_by)
      VALUES (#{feed.id}, #{feed.hostId}, #{feed.name}, #{kind}, #{hash}, #{feed.createdAt},
        #{madeBy})
      """)
  int insert(
      @Param("feed") CalendarFeed feed,
      @Param("kind") String kind,
      @Param("hash") String hash,
      @Param("madeBy") @Nullable UUID madeBy);

  @Select(
      """
      SELECT id, host_id, name, kind, created_at, last_read_at FROM calendar_feed
      WHERE host_id = #{hostId} ORDER BY created_at, id
      """)
  List<FeedRow> list(UUID hostId);

  @Select(
      """
      SELECT f.id, f.host_id, f.name, f.kind, f.created_at, f.last_read_at FROM calendar_feed f
      WHERE f.token_hash = #{hash}
        AND NOT EXISTS (SELECT 1 FROM api_token t WHERE t.id = f.made_by AND t.expires_at <= #{now})
      """)
  @Nullable FeedRow find(String hash, Instant now);

  @Select("SELECT COUNT(*) FROM calendar_feed WHERE host_id = #{hostId}")
  int count(UUID hostId);

  @Update("UPDATE calendar_feed SET last_read_at = #{now} WHERE id = #{id}")
  int noteRead(UUID id, Instant now);

  @Delete("DELETE FROM calendar_feed WHERE id = #{id} AND host_id = #{hostId}")
  int delete(UUID hostId, UUID id);

  @Delete("DELETE FROM calendar_feed WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);

  @Select(
      """
      <script>
      SELECT b.id,
        COALESCE((SELECT MAX(y.happened_at) FROM booking_history y WHERE y.booking_id = b.id),
          b.created_at) AS changed_at,
        (SELECT o.id FROM booking o WHERE o.meeting_id = b.meeting_id AND o.seat IS NOT NULL
          ORDER BY o.created_at, o.id LIMIT 1) AS leading_id
      FROM booking b WHERE b.id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<StateRow> states(@Param("ids") List<UUID> ids);

  /// Marks that what the feeds of a booking's hosts tell has changed.
  @Update(
      """
      UPDATE host SET revision = revision + 1 WHERE id IN (
        SELECT mh.host_id FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
        WHERE b.id = #{bookingId})
      """)
  int raiseRevisions(UUID bookingId);
}
