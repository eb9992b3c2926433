package org.meetwright.core.certificate;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `certificate`.
interface CertificateMapper {
  /// The columns that are read of a row; keys are sealed.
  record Row(UUID id, String accountKey, @Nullable String privateKey, @Nullable String chain) {
    /// Leaves the keys out.
    @Override
    public String toString() {
      return "certificate " + id;
    }
  }

  @Insert(
      """
      INSERT INTO certificate (id, name, account_key, held_until, next_at)
      VALUES (#{id}, #{name}, #{accountKey}, #{now}, #{now})
      """)
  int insert(
      @Param("id") UUID id,
      @Param("name") String name,
      @Param("accountKey") String accountKey,
      @Param("now") Instant now);

  @Select("SELECT id, account_key, private_key, chain FROM certificate WHERE name = #{name}")
  @Nullable Row find(String name);

  @Select(
      "SELECT renew_at, ends_at, failures, next_at, error FROM certificate WHERE name = #{name}")
  @Nullable CertificateState state(String name);

  @Update(
      """
      UPDATE certificate SET held_until = #{until}
      WHERE name = #{name} AND held_until <= #{now} AND next_at <= #{now}
        AND (renew_at IS NULL OR renew_at <= #{now})
      """)
  int hold(@Param("name") String name, @Param("now") Instant now, @Param("until") Instant until);

  @Update("UPDATE certificate SET token = #{token}, answer = #{answer} WHERE name = #{name}")
  int answer(
      @Param("name") String name, @Param("token") String token, @Param("answer") String answer);

  @Select("SELECT answer FROM certificate WHERE token = #{token}")
  @Nullable String answerTo(String token);

  @Update(
      """
      UPDATE certificate SET private_key = #{privateKey}, chain = #{chain}, renew_at = #{renewAt},
        ends_at = #{endsAt}, token = NULL, answer = NULL, held_until = #{now}, failures = 0,
        next_at = #{now}, error = NULL
      WHERE id = #{id}
      """)
  int keep(
      @Param("id") UUID id,
      @Param("privateKey") String privateKey,
      @Param("chain") String chain,
      @Param("renewAt") Instant renewAt,
      @Param("endsAt") Instant endsAt,
      @Param("now") Instant now);

  @Update(
      """
      UPDATE certificate SET token = NULL, answer = NULL, held_until = #{now},
        failures = failures + 1, next_at = #{nextAt}, error = #{error}
      WHERE name = #{name}
      """)
  int fail(
      @Param("name") String name,
      @Param("now") Instant now,
      @Param("nextAt") Instant nextAt,
      @Param("error") String error);

  @Delete("DELETE FROM certificate")
  int deleteAll();
}
