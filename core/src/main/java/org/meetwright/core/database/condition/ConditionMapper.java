package org.meetwright.core.database.condition;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Select;

/// Reads how a database is set up.
interface ConditionMapper {
  /// A setting of PostgreSQL.
  record ServerSetting(String name, String setting) {}

  @Select("SELECT CURRENT_TIMESTAMP")
  Instant now();

  @Select("SELECT H2VERSION()")
  String h2Version();

  @Select(
      """
      SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version')
      """)
  List<ServerSetting> postgresSettings();
}
