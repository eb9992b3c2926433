package org.meetwright.core.branding;

import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `branding`.
interface BrandingMapper {
  @Select("SELECT color, logo_hash FROM branding WHERE host_id = #{hostId}")
  @Nullable Branding find(UUID hostId);

  /// Whether there is a row; [#find] answers null too where nothing stands in it.
  @Select("SELECT COUNT(*) FROM branding WHERE host_id = #{hostId}")
  int count(UUID hostId);

  @Select(
      """
      SELECT logo_type AS type, logo_hash AS hash, logo AS base64 FROM branding
      WHERE logo_hash = #{hash} FETCH FIRST ROW ONLY
      """)
  @Nullable Logo logo(String hash);

  @Insert("INSERT INTO branding (host_id) VALUES (#{hostId})")
  int insert(UUID hostId);

  @Update("UPDATE branding SET color = #{color} WHERE host_id = #{hostId}")
  int setColor(@Param("hostId") UUID hostId, @Param("color") @Nullable String color);

  @Update(
      """
      UPDATE branding SET logo_type = #{logo.type}, logo_hash = #{logo.hash}, logo = #{logo.base64}
      WHERE host_id = #{hostId}
      """)
  int setLogo(@Param("hostId") UUID hostId, @Param("logo") Logo logo);

  @Update(
      """
      UPDATE branding SET logo_type = NULL, logo_hash = NULL, logo = NULL WHERE host_id = #{hostId}
      """)
  int removeLogo(UUID hostId);

  @Delete("DELETE FROM branding WHERE host_id = #{hostId}")
  int delete(UUID hostId);
}
