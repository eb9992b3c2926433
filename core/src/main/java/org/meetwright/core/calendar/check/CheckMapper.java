package org.meetwright.core.calendar.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteItem;

/// SQL of what is asked and learned before a booking, in the tables `calendar`, `calendar_item` and
/// `busy_time`.
interface CheckMapper {
  /// A calendar that counts as busy.
  ///
  /// @param zone for days and times without a zone: its own, or else the host's
  record AskedRow(
      UUID id,
      UUID connectionId,
      UUID hostId,
      String remoteId,
      String name,
      ZoneId zone,
      boolean tentative,
      String kind) {}

  String ASKED =
      """
      SELECT c.id, c.connection_id, c.host_id, c.remote_id, c.name,
        COALESCE(c.zone, h.time_zone) AS zone, c.tentative, n.kind
      FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id
        JOIN host h ON h.id = c.host_id
      """;

  /// Returns the calendars of hosts that count as busy, are asked at all, and were not read since.
  @Select(
      "<script>"
          + ASKED
          + """
           WHERE c.host_id IN <foreach collection="hosts" item="id" open="(" separator="," close=")">#{id}</foreach>
            AND c.busy AND n.state = 'active' AND (c.synced_at IS NULL OR c.synced_at &lt; #{since})
          ORDER BY c.id LIMIT #{most}
          </script>
          """)
  List<AskedRow> stale(
      @Param("hosts") Collection<UUID> hosts,
      @Param("since") Instant since,
      @Param("most") int most);

  @Select(ASKED + " WHERE c.id = #{id} AND c.busy")
  @Nullable AskedRow calendar(UUID id);

  @Select("SELECT id FROM calendar WHERE busy FETCH FIRST ROW ONLY")
  @Nullable UUID any();

  @Select("SELECT id FROM calendar WHERE id = #{id} FOR UPDATE")
  @Nullable UUID lock(UUID id);

  @Select("SELECT id FROM calendar_item WHERE calendar_id = #{calendarId} AND remote_key = #{key}")
  @Nullable UUID item(UUID calendarId, String key);

  /// Keeps an item until the calendar is read again: without a tag and a digest it is written anew
  /// then.
  @Insert(
      """
      INSERT INTO calendar_item (id, calendar_id, remote_id, remote_key, uid, text, digest, own)
      VALUES (#{id}, #{calendarId}, #{item.id}, #{key}, #{item.uid}, #{item.text}, '', FALSE)
      """)
  int insertItem(
      @Param("id") UUID id,
      @Param("calendarId") UUID calendarId,
      @Param("item") RemoteItem item,
      @Param("key") String key);

  /// Has an item that is known written anew when the calendar is read again.
  @Update("UPDATE calendar_item SET etag = NULL, digest = '' WHERE id = #{id}")
  int readAgain(UUID id);

  @Insert(
      """
      INSERT INTO busy_time (id, host_id, starts_at, ends_at, summary, source, calendar_id, item_id, spans_days)
      SELECT CAST(#{id} AS uuid), CAST(#{calendar.hostId} AS uuid),
        CAST(#{from} AS timestamp with time zone), CAST(#{until} AS timestamp with time zone), '',
        CAST(#{calendar.kind} AS varchar(20)), CAST(#{calendar.id} AS uuid), CAST(#{itemId} AS uuid),
        CAST(#{spansDays} AS boolean)
      WHERE NOT EXISTS (SELECT 1 FROM busy_time b WHERE b.item_id = #{itemId}
        AND b.starts_at = #{from} AND b.ends_at = #{until})
      """)
  int insertBusy(
      @Param("id") UUID id,
      @Param("calendar") AskedRow calendar,
      @Param("itemId") UUID itemId,
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("spansDays") boolean spansDays);
}
