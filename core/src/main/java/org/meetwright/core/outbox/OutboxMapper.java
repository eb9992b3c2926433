package org.meetwright.core.outbox;

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

/// SQL of the tables `outbox` and `outbox_pause`.
interface OutboxMapper {
  @Insert(
      """
      <script>
      INSERT INTO outbox (id, kind, dedupe_key, lane, subject_id, payload, state, due_at, attempts, created_at)
      VALUES
      <foreach collection="messages" item="m" separator=", ">
        (#{m.id}, #{m.kind}, #{m.dedupeKey}, #{m.lane}, #{m.subjectId}, #{m.payload}, #{m.state}, #{m.dueAt},
          #{m.attempts}, #{m.createdAt})
      </foreach>
      </script>
      """)
  int insert(@Param("messages") List<Message> messages);

  @Select("SELECT COUNT(*) > 0 FROM outbox WHERE dedupe_key = #{dedupeKey}")
  boolean knows(String dedupeKey);

  /// Returns due messages of a kind that is not paused and that no worker has, and holds their rows
  /// until the transaction ends. Candidates are found first, without holding them: H2 would read
  /// and hold all that is due, however much it is. The order is that of the index `outbox_due`.
  ///
  /// @param busy lanes that are to be left alone
  /// @param candidates how many to look at: more than the limit, since other workers may hold some
  @Select(
      """
      <script>
      SELECT * FROM outbox
      WHERE id IN (
          SELECT id FROM outbox
          WHERE kind = #{kind.name} AND state = 'pending' AND due_at &lt;= #{now}
            AND (lease_until IS NULL OR lease_until &lt;= #{now})
            AND NOT EXISTS (SELECT 1 FROM outbox_pause p WHERE p.kind IN (#{kind.name}, #{kind.pausedWith}))
          <if test="!busy.isEmpty()">
            AND lane NOT IN <foreach collection="busy" item="lane" open="(" separator="," close=")">#{lane}</foreach>
          </if>
          ORDER BY kind, state, due_at LIMIT #{candidates})
        AND state = 'pending' AND (lease_until IS NULL OR lease_until &lt;= #{now})
      ORDER BY due_at LIMIT #{limit}
      FOR UPDATE SKIP LOCKED
      </script>
      """)
  List<Message> lockDue(
      @Param("kind") OutboxKind<?> kind,
      @Param("now") Instant now,
      @Param("busy") Collection<String> busy,
      @Param("candidates") int candidates,
      @Param("limit") int limit);

  @Update("UPDATE outbox SET lease_until = #{until}, attempts = attempts + 1 WHERE id = #{id}")
  int lease(UUID id, Instant until);

  @Update(
      """
      UPDATE outbox SET state = #{state}, due_at = #{dueAt}, last_error = #{error}, lease_until = NULL
      WHERE id = #{id} AND lease_until = #{lease}
      """)
  int settle(UUID id, Instant lease, String state, Instant dueAt, @Nullable String error);

  /// Ends a lease of a message that is due again, from its first attempt on.
  @Update(
      """
      UPDATE outbox SET state = 'pending', due_at = #{dueAt}, attempts = 0, last_error = NULL,
        lease_until = NULL
      WHERE id = #{id} AND lease_until = #{lease}
      """)
  int again(UUID id, Instant lease, Instant dueAt);

  @Update(
      """
      UPDATE outbox SET state = 'pending', due_at = #{now}, attempts = 0
      WHERE dedupe_key = #{dedupeKey} AND (state <> 'pending' OR due_at > #{now})
        AND (lease_until IS NULL OR lease_until <= #{now})
      """)
  int hasten(String dedupeKey, Instant now);

  /// Ends a lease as if the message had never been taken.
  @Update(
      """
      UPDATE outbox SET lease_until = NULL, attempts = attempts - 1
      WHERE id = #{id} AND lease_until = #{lease}
      """)
  int handBack(UUID id, Instant lease);

  @Select("SELECT COUNT(*) FROM outbox WHERE state = #{state}")
  long count(String state);

  @Select(
      """
      SELECT kind, state, COUNT(*) AS messages, MIN(due_at) AS oldest FROM outbox
      WHERE state <> 'done' GROUP BY kind, state ORDER BY kind, state
      """)
  List<Outbox.Depth> depths();

  @Select(
      """
      <script>
      SELECT * FROM outbox
      <where>
        <if test="kind != null">kind = #{kind}</if>
        <if test="state != null">AND state = #{state}</if>
      </where>
      ORDER BY due_at, id LIMIT #{limit}
      </script>
      """)
  List<Message> list(
      @Param("kind") @Nullable String kind,
      @Param("state") @Nullable String state,
      @Param("limit") int limit);

  @Select("SELECT * FROM outbox WHERE id = #{id}")
  @Nullable Message find(UUID id);

  /// Has a message delivered once more, from its first attempt on, whatever became of it.
  @Update(
      """
      UPDATE outbox SET state = 'pending', due_at = #{now}, attempts = 0
      WHERE id = #{id} AND (lease_until IS NULL OR lease_until <= #{now})
      """)
  int retry(UUID id, Instant now);

  @Update(
      """
      <script>
      UPDATE outbox SET state = 'pending', due_at = #{now}, attempts = 0 WHERE state = 'parked'
      <if test="kind != null">AND kind = #{kind}</if>
      </script>
      """)
  int retryParked(@Param("kind") @Nullable String kind, @Param("now") Instant now);

  @Insert(
      """
      INSERT INTO outbox_pause (kind, paused_at)
      SELECT CAST(#{kind} AS varchar(20)), CAST(#{now} AS timestamp with time zone)
      WHERE NOT EXISTS (SELECT 1 FROM outbox_pause p WHERE p.kind = #{kind})
      """)
  int pause(String kind, Instant now);

  @Delete("DELETE FROM outbox_pause WHERE kind = #{kind}")
  int resume(String kind);

  @Select("SELECT kind FROM outbox_pause ORDER BY kind")
  List<String> paused();

  @Delete("DELETE FROM outbox WHERE subject_id = #{bookingId}")
  int deleteOf(UUID bookingId);

  @Select("SELECT * FROM outbox WHERE subject_id = #{bookingId}")
  List<Message> of(UUID bookingId);

  @Delete("DELETE FROM outbox WHERE id = #{id}")
  int delete(UUID id);
}
