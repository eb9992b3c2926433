package org.meetwright.core.backup;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// A host of version 92.
interface OldHostMapper {
  @Insert(
      """
      INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, role, active,
        revision, created_at)
      VALUES ('0197a000-0000-7000-8000-000000000001', 'ada', 'Ada', #{email}, #{key}, 'UTC', 'en',
        'host', TRUE, 0, TIMESTAMP WITH TIME ZONE '2026-03-02 12:00:00+00:00')
      """)
  int insert(@Param("email") String email, @Param("key") String key);

  @Select("SELECT email_key FROM host")
  String key();
}
