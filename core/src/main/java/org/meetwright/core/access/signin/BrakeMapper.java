package org.meetwright.core.access.signin;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `sign_in_tries`.
interface BrakeMapper {
  /// Tries on one account, from one address, or both.
  ///
  /// @param account empty for any
  /// @param address empty for any
  record Row(
      String account,
      String address,
      int failures,
      Instant refusedUntil,
      Instant triedAt,
      @Nullable Instant succeededAt) {}

  @Insert(
      """
      INSERT INTO sign_in_tries (account, address, failures, refused_until, tried_at)
      SELECT i.account, i.address, 0, i.now, i.now
      FROM (SELECT CAST(#{account} AS varchar(64)) AS account,
        CAST(#{address} AS varchar(64)) AS address,
        CAST(#{now} AS timestamp with time zone) AS now) i
      WHERE NOT EXISTS (SELECT 1 FROM sign_in_tries t
        WHERE t.account = i.account AND t.address = i.address)
      """)
  int insertMissing(String account, String address, Instant now);

  @Select(
      """
      SELECT * FROM sign_in_tries WHERE account = #{account} AND address = #{address} FOR UPDATE
      """)
  Row lock(String account, String address);

  @Update(
      """
      UPDATE sign_in_tries SET failures = #{failures}, refused_until = #{refusedUntil},
        tried_at = #{now}
      WHERE account = #{account} AND address = #{address}
      """)
  int count(String account, String address, int failures, Instant refusedUntil, Instant now);

  @Update(
      """
      UPDATE sign_in_tries SET failures = 0, refused_until = #{now}, succeeded_at = #{now}
      WHERE account = #{account} AND address = #{address}
      """)
  int clear(String account, String address, Instant now);

  @Update(
      """
      UPDATE sign_in_tries SET failures = failures - 1
      WHERE account = #{account} AND address = #{address} AND failures > 0
      """)
  int takeBack(String account, String address);

  @Delete(
      """
      DELETE FROM sign_in_tries WHERE tried_at < #{triedBefore}
        AND (succeeded_at IS NULL OR succeeded_at < #{succeededBefore})
      """)
  int deleteOld(Instant triedBefore, Instant succeededBefore);
}
