package org.meetwright.core.news;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.news.News.Gap;
import org.meetwright.core.news.News.HostNotice;

/// SQL of the table `news`.
interface NewsMapper {
  /// A row of `news`.
  record NewsRow(long number, String kind, UUID subjectId, Instant happenedAt) {
    NewsItem item() {
      return new NewsItem(number, NewsKind.of(kind), subjectId, happenedAt);
    }
  }

  /// A row of `news`, and whose it is.
  record HostNewsRow(UUID hostId, long number, String kind, UUID subjectId, Instant happenedAt) {
    NewsItem item() {
      return new NewsItem(number, NewsKind.of(kind), subjectId, happenedAt);
    }
  }

  /// A row of `news`, with its host, and whether he has read it.
  record NoticeRow(
      UUID hostId,
      String handle,
      long number,
      String kind,
      UUID subjectId,
      Instant happenedAt,
      boolean seen) {
    HostNotice notice() {
      NewsItem item = new NewsItem(number, NewsKind.of(kind), subjectId, happenedAt);
      return new HostNotice(hostId, handle, item, seen);
    }
  }

  /// How far a host's news have got.
  record PositionRow(UUID id, long news) {}

  /// How far a host's news have got, and what he has read.
  record MarkRow(long news, long newsRead) {}

  /// Gives the next number. Holds the host's row until the transaction ends.
  @Update("UPDATE host SET news = news + 1 WHERE id = #{hostId}")
  int count(UUID hostId);

  /// Writes what has the number that was given last.
  @Insert(
      """
      INSERT INTO news (host_id, number, kind, subject_id, happened_at, notice)
      SELECT id, news, CAST(#{kind} AS varchar(40)), CAST(#{subjectId} AS uuid),
        CAST(#{at} AS timestamp with time zone), CAST(#{notice} AS boolean)
      FROM host WHERE id = #{hostId}
      """)
  int insert(UUID hostId, String kind, UUID subjectId, Instant at, boolean notice);

  @Select(
      """
      <script>
      SELECT id, news FROM host WHERE id IN
      <foreach collection="hostIds" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<PositionRow> positions(@Param("hostIds") Collection<UUID> hostIds);

  @Select("SELECT news, news_read FROM host WHERE id = #{hostId}")
  @Nullable MarkRow mark(UUID hostId);

  /// Returns what is in any of the gaps, by number.
  @Select(
      """
      <script>
      SELECT host_id, number, kind, subject_id, happened_at FROM news WHERE
      <foreach collection="gaps" item="gap" separator=" OR ">
        (host_id = #{gap.hostId} AND number &gt; #{gap.after} AND number &lt;= #{gap.last})
      </foreach>
      ORDER BY host_id, number
      </script>
      """)
  List<HostNewsRow> within(@Param("gaps") List<Gap> gaps);

  /// Returns notifications, the latest first.
  @Select(
      """
      SELECT number, kind, subject_id, happened_at FROM news
      WHERE host_id = #{hostId} AND number < #{before} AND number > #{above} AND notice
        AND happened_at > #{since}
      ORDER BY number DESC LIMIT #{limit}
      """)
  List<NewsRow> notices(UUID hostId, long before, long above, Instant since, int limit);

  /// Returns notifications of all hosts, the latest first.
  @Select(
      """
      SELECT h.id AS host_id, h.handle, n.number, n.kind, n.subject_id, n.happened_at,
        CASE WHEN n.number <= h.news_read THEN TRUE ELSE FALSE END AS seen
      FROM news n JOIN host h ON h.id = n.host_id
      WHERE n.notice AND n.happened_at > #{since} AND n.number > h.news - #{kept}
      ORDER BY n.happened_at DESC, h.handle, n.number DESC LIMIT #{limit}
      """)
  List<NoticeRow> everyones(Instant since, int kept, int limit);

  @Select(
      """
      SELECT COUNT(*) FROM news
      WHERE host_id = #{hostId} AND number > #{above} AND notice AND happened_at > #{since}
      """)
  int countNotices(UUID hostId, long above, Instant since);

  @Update(
      """
      UPDATE host SET news_read = #{number}
      WHERE id = #{hostId} AND news_read < #{number} AND news >= #{number}
      """)
  int markRead(UUID hostId, long number);

  @Delete(
      """
      DELETE FROM news WHERE (host_id, number) IN (
        SELECT n.host_id, n.number FROM news n JOIN host h ON h.id = n.host_id
        WHERE n.happened_at < #{until} OR n.number <= h.news - #{kept} LIMIT #{limit})
      """)
  int deleteOld(Instant until, int kept, int limit);

  @Delete("DELETE FROM news WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);
}
