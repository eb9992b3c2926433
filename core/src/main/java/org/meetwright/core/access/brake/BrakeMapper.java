package org.meetwright.core.access.brake;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `sign_in_tries`.
interface BrakeMapper {
  /// Tries on one account, from one source, or both.
  ///
  /// @param account empty for any
  /// @param source an address or a device; empty for any
  record Row(
      String account,
      String source,
      int failures,
      Instant refusedUntil,
      Instant triedAt,
      @Nullable Instant succeededAt) {}

  @Insert(
      """
      INSERT INTO sign_in_tries (account, address, failures, refused_until, tried_at)
      SELECT i.account, i.address, 0, i.now, i.now
      FROM (SELECT CAST(#{account} AS varchar(64)) AS account,
        CAST(#{source} AS varchar(64)) AS address,
        CAST(#{now} AS timestamp with time zone) AS now) i
      WHERE NOT EXISTS (SELECT 1 FROM sign_in_tries t
        WHERE t.account = i.account AND t.address = i.address)
      """)
  int insertMissing(String account, String source, Instant now);

  @Select(
      """
      SELECT account, address AS source, failures, refused_until, tried_at, succeeded_at
      FROM sign_in_tries WHERE account = #{account} AND address = #{source} FOR UPDATE
      """)
  Row lock(String account, String source);

  @Update(
      """
      UPDATE sign_in_tries SET failures = #{failures}, refused_until = #{refusedUntil},
        tried_at = #{now}
      WHERE account = #{account} AND address = #{source}
      """)
  int count(String account, String source, int failures, Instant refusedUntil, Instant now);

  @Update(
      """
      UPDATE sign_in_tries SET failures = 0, refused_until = #{now}, succeeded_at = #{now}
      WHERE account = #{account} AND address = #{source}
      """)
  int clear(String account, String source, Instant now);

  @Update(
      """
      UPDATE sign_in_tries SET failures = failures - 1
      WHERE account = #{account} AND address = #{source} AND failures > 0
      """)
  int takeBack(String account, String source);

  /// Takes back from one row as many failures as another has.
  @Update(
      """
      UPDATE sign_in_tries SET failures = GREATEST(0, failures - (SELECT o.failures
        FROM sign_in_tries o WHERE o.account = #{account} AND o.address = #{source}))
      WHERE account = #{fromAccount} AND address = #{fromSource}
        AND EXISTS (SELECT 1 FROM sign_in_tries o
          WHERE o.account = #{account} AND o.address = #{source})
      """)
  int forgive(String fromAccount, String fromSource, String account, String source);

  @Delete(
      """
      DELETE FROM sign_in_tries WHERE tried_at < #{triedBefore}
        AND (succeeded_at IS NULL OR succeeded_at < #{succeededBefore})
      """)
  int deleteOld(Instant triedBefore, Instant succeededBefore);
}
