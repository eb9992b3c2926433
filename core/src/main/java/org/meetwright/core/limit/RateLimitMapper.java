package org.meetwright.core.limit;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `rate_limit`. Times are microseconds since 1970.
interface RateLimitMapper {
  /// Takes a token, unless the bucket is empty.
  ///
  /// @param latest what `full_at` may be at most before
  /// @return 1 if it was taken, 0 if there is none or the bucket is new
  @Update(
      """
      UPDATE rate_limit SET full_at = GREATEST(full_at, #{now}) + #{step}
      WHERE name = #{name} AND full_at <= #{latest}
      """)
  int take(String name, long now, long step, long latest);

  @Select("SELECT full_at FROM rate_limit WHERE name = #{name}")
  @Nullable Long fullAt(String name);

  @Insert("INSERT INTO rate_limit (name, full_at) VALUES (#{name}, #{fullAt})")
  int insert(String name, long fullAt);

  /// Deletes buckets that are full again: they are as good as new ones.
  @Delete("DELETE FROM rate_limit WHERE full_at < #{now}")
  int deleteFull(long now);
}
