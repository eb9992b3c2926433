package org.meetwright.core.challenge;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `used_challenge`.
interface UsedChallengeMapper {
  @Insert(
      """
      INSERT INTO used_challenge (id, wish, forget_at)
      VALUES (#{id}, #{wish}, #{forgetAt})
      """)
  int insert(long id, @Nullable String wish, Instant forgetAt);

  @Select("SELECT wish FROM used_challenge WHERE id = #{id}")
  @Nullable String wish(long id);

  @Delete("DELETE FROM used_challenge WHERE forget_at <= #{now}")
  int forget(Instant now);
}
