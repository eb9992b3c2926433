package org.meetwright.core.calendar.sync.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;

/// SQL of the tables `calendar_item` and `busy_series`, for many rows at a time.
public interface ItemMapper {
  /// How arrays are handed over.
  String ARRAY = "typeHandler=org.apache.ibatis.type.ArrayTypeHandler";

  /// An item, without its text.
  ///
  /// @param matters whether it still takes time, or is one of the host's own meetings
  record KnownRow(String remoteId, @Nullable String etag, String digest, boolean matters) {}

  /// An item.
  record ItemRow(UUID id, String remoteId, String uid, @Nullable String etag, String text) {}

  /// The id of an item, and what is wrong with it.
  record IdRow(UUID id, String remoteKey, @Nullable String problem, @Nullable String unknownZone) {
    ItemProblem flaw() {
      return new ItemProblem(problem, unknownZone);
    }
  }

  /// What is wrong with the items of a calendar.
  ///
  /// @param problems of how many times may be missing
  /// @param cut how many of those repeat more often than is counted
  /// @param zoned how many name a zone that nobody knows
  /// @param zone one of those; null if there is none
  record FlawsRow(int problems, int cut, int zoned, @Nullable String zone) {
    private static final int LONGEST_ZONE = 100;

    /// Returns what the host has to know of it; null if that is nothing. Of events that can't be
    /// read he is told how many there are.
    ///
    /// @param read the zone in which their times were read
    public @Nullable String text(ZoneId read) {
      List<String> sentences = new ArrayList<>();
      if (zone != null) {
        String name = zone.length() > LONGEST_ZONE ? zone.substring(0, LONGEST_ZONE) : zone;
        sentences.add(
            "Events in unknown time zones, such as \"%s\": %d. Their times were read in %s."
                .formatted(name, zoned, read));
      }
      if (cut > 0) {
        sentences.add(
            "Events that repeat more often than is counted: %d. What was known of them before stays"
                    .formatted(cut)
                + " taken.");
      }
      return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /// Returns what its first sentence is about; null if there is none.
    public @Nullable FaultCode code() {
      if (zone != null) {
        return FaultCode.UNKNOWN_ZONE;
      }
      return cut > 0 ? FaultCode.TOO_MANY_REPEATS : null;
    }
  }

  /// The items `i` with the keys that are named. Both databases find each by its index; of a list
  /// in `IN`, H2 compares each item of the calendar with each key.
  String NAMED =
      "UNNEST(CAST(#{keys, "
          + ARRAY
          + "} AS varchar ARRAY)) AS u(remote_key)"
          + " JOIN calendar_item i ON i.remote_key = u.remote_key";

  String KNOWN =
      """
      SELECT i.remote_id, i.etag, i.digest, CASE WHEN i.own OR EXISTS (
          SELECT 1 FROM busy_series b WHERE b.item_id = i.id AND b.ends_at > #{now})
        THEN TRUE ELSE FALSE END AS matters
      FROM calendar_item i WHERE i.calendar_id = #{calendarId}
      """;

  @Select(KNOWN)
  List<KnownRow> known(@Param("calendarId") UUID calendarId, @Param("now") Instant now);

  @Select(
      "SELECT i.remote_id, i.etag, i.digest, FALSE AS matters FROM "
          + NAMED
          + " WHERE i.calendar_id = #{calendarId}")
  List<KnownRow> knownOf(@Param("calendarId") UUID calendarId, @Param("keys") String[] remoteKeys);

  @Select("SELECT COUNT(*) > 0 FROM calendar_item WHERE calendar_id = #{calendarId}")
  boolean hasAny(UUID calendarId);

  /// Returns items in the order of their ids.
  ///
  /// @param after the id before the first one
  @Select(
      """
      SELECT id, remote_id, uid, etag, text FROM calendar_item
      WHERE calendar_id = #{calendarId} AND id > #{after} AND own = FALSE ORDER BY id LIMIT #{most}
      """)
  List<ItemRow> after(
      @Param("calendarId") UUID calendarId, @Param("after") UUID after, @Param("most") int most);

  @Select(
      "SELECT i.id, i.remote_key, i.problem, i.unknown_zone FROM "
          + NAMED
          + " WHERE i.calendar_id = #{calendarId}")
  List<IdRow> ids(@Param("calendarId") UUID calendarId, @Param("keys") String[] remoteKeys);

  /// Returns the times of items by item and start.
  @Select(
      """
      <script>
      SELECT id, item_id, starts_at, ends_at, times, summary, is_private FROM busy_series
      WHERE item_id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      ORDER BY item_id, starts_at, ends_at, id
      </script>
      """)
  List<SeriesRow> series(@Param("ids") Collection<UUID> itemIds);

  @Insert(
      "INSERT INTO calendar_item (id, calendar_id, remote_id, remote_key, uid, etag, text, digest,"
          + " own, problem, unknown_zone) SELECT CAST(u.id AS uuid), CAST(#{calendarId} AS uuid),"
          + " u.remote_id, u.remote_key, u.uid, u.etag, u.content, u.digest, u.own = 't',"
          + " u.problem, u.unknown_zone FROM UNNEST(CAST(#{i.ids, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.remoteIds, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.remoteKeys, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.uids, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.etags, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.texts, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.digests, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.owns, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.problems, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{i.zones, "
          + ARRAY
          + "} AS varchar ARRAY))"
          + " AS u(id, remote_id, remote_key, uid, etag, content, digest, own, problem,"
          + " unknown_zone)")
  int insertItems(@Param("calendarId") UUID calendarId, @Param("i") ItemColumns items);

  @Update(
      """
      UPDATE calendar_item SET uid = #{uid}, etag = #{etag}, text = #{text}, digest = #{digest},
        own = #{own}
      WHERE id = #{id}
      """)
  int updateItem(
      @Param("id") UUID id,
      @Param("uid") String uid,
      @Param("etag") @Nullable String etag,
      @Param("text") String text,
      @Param("digest") String digest,
      @Param("own") boolean own);

  @Update("UPDATE calendar_item SET problem = #{problem}, unknown_zone = #{zone} WHERE id = #{id}")
  int flaw(
      @Param("id") UUID id,
      @Param("problem") @Nullable String problem,
      @Param("zone") @Nullable String unknownZone);

  @Select(
      """
      SELECT COUNT(problem) AS problems,
        COUNT(CASE WHEN problem = 'past_budget' THEN 1 END) AS cut, COUNT(unknown_zone) AS zoned,
        MIN(unknown_zone) AS zone
      FROM calendar_item WHERE calendar_id = #{calendarId}
      """)
  FlawsRow flaws(UUID calendarId);

  @Insert(
      "INSERT INTO busy_series (id, host_id, calendar_id, item_id, starts_at, ends_at, times,"
          + " summary, source, is_private, is_long)"
          + " SELECT CAST(u.id AS uuid), CAST(#{hostId} AS uuid), CAST(#{calendarId} AS uuid),"
          + " CAST(u.item AS uuid), CAST(u.starts AS timestamp with time zone),"
          + " CAST(u.ends AS timestamp with time zone), u.times, u.summary,"
          + " CAST(#{source} AS varchar), u.hidden = 't', u.longs = 't' FROM UNNEST("
          + "CAST(#{s.ids, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.items, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.starts, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.ends, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.times, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.summaries, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.hidden, "
          + ARRAY
          + "} AS varchar ARRAY),"
          + " CAST(#{s.longs, "
          + ARRAY
          + "} AS varchar ARRAY))"
          + " AS u(id, item, starts, ends, times, summary, hidden, longs)")
  int insertSeries(
      @Param("hostId") UUID hostId,
      @Param("calendarId") UUID calendarId,
      @Param("source") String source,
      @Param("s") SeriesColumns series);

  @Delete(
      """
      <script>
      DELETE FROM busy_series WHERE id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  int deleteSeries(@Param("ids") Collection<UUID> ids);

  @Delete(
      """
      <script>
      DELETE FROM calendar_item WHERE id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  int deleteItems(@Param("ids") Collection<UUID> ids);
}
