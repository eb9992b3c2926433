package org.meetwright.core.access.signed;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `installation`.
interface InstallationKeyMapper {
  @Select("SELECT link_key FROM installation WHERE id = 1")
  @Nullable String linkKey();

  @Insert("INSERT INTO installation (id, link_key, created_at) VALUES (1, #{key}, #{now})")
  int insertLinkKey(String key, Instant now);
}
