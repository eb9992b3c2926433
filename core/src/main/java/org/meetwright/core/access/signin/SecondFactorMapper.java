package org.meetwright.core.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the tables `second_factor` and `recovery_code`.
interface SecondFactorMapper {
  /// A host's second factor.
  ///
  /// @param secret in Base32, sealed
  /// @param confirmedAt null until it counts
  /// @param lastStep of the last code that was accepted
  record Row(UUID hostId, String secret, @Nullable Instant confirmedAt, long lastStep) {}

  @Select("SELECT * FROM second_factor WHERE host_id = #{hostId}")
  @Nullable Row find(UUID hostId);

  @Insert("INSERT INTO second_factor (host_id, secret, last_step) VALUES (#{hostId}, #{secret}, 0)")
  int insert(UUID hostId, String secret);

  @Update("UPDATE second_factor SET confirmed_at = #{now} WHERE host_id = #{hostId}")
  int confirm(UUID hostId, Instant now);

  @Update(
      """
      UPDATE second_factor SET last_step = #{step}
      WHERE host_id = #{hostId} AND secret = #{secret} AND last_step < #{step}
      """)
  int useStep(UUID hostId, String secret, long step);

  @Delete("DELETE FROM second_factor WHERE host_id = #{hostId}")
  int delete(UUID hostId);

  @Delete("DELETE FROM second_factor")
  int deleteAll();

  @Delete("DELETE FROM recovery_code")
  int deleteAllRecoveryCodes();

  @Insert("INSERT INTO recovery_code (host_id, code_hash) VALUES (#{hostId}, #{hash})")
  int insertRecoveryCode(UUID hostId, String hash);

  @Delete("DELETE FROM recovery_code WHERE host_id = #{hostId} AND code_hash = #{hash}")
  int useRecoveryCode(UUID hostId, String hash);

  @Delete("DELETE FROM recovery_code WHERE host_id = #{hostId}")
  int deleteRecoveryCodes(UUID hostId);
}
