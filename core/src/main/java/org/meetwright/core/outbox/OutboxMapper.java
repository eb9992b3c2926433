package org.meetwright.core.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `outbox`.
interface OutboxMapper {
  @Insert(
      """
      <script>
      INSERT INTO outbox (id, kind, dedupe_key, subject_id, payload, state, due_at, attempts, created_at)
      VALUES
      <foreach collection="messages" item="m" separator=", ">
        (#{m.id}, #{m.kind}, #{m.dedupeKey}, #{m.subjectId}, #{m.payload}, #{m.state}, #{m.dueAt},
          #{m.attempts}, #{m.createdAt})
      </foreach>
      </script>
      """)
  int insert(@Param("messages") List<Message> messages);

  /// Returns due messages that no worker has, and holds their rows until the transaction ends.
  @Select(
      """
      SELECT * FROM outbox
      WHERE state = 'pending' AND due_at <= #{now} AND (lease_until IS NULL OR lease_until <= #{now})
      ORDER BY due_at LIMIT #{limit}
      FOR UPDATE SKIP LOCKED
      """)
  List<Message> lockDue(Instant now, int limit);

  @Update("UPDATE outbox SET lease_until = #{until}, attempts = attempts + 1 WHERE id = #{id}")
  int lease(UUID id, Instant until);

  @Update(
      """
      UPDATE outbox SET state = #{state}, due_at = #{dueAt}, last_error = #{error}, lease_until = NULL
      WHERE id = #{id} AND lease_until = #{lease}
      """)
  int settle(UUID id, Instant lease, String state, Instant dueAt, @Nullable String error);

  @Select("SELECT MIN(due_at) FROM outbox WHERE state = 'pending'")
  @Nullable Instant nextDue();

  @Select("SELECT COUNT(*) FROM outbox WHERE state = #{state}")
  long count(String state);
}
