package org.meetwright.core.prefix;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/// Reads ids.
interface PrefixMapper {
  /// Returns ids in a range.
  ///
  /// @param table never what somebody typed
  @Select(
      """
      SELECT id FROM ${table} WHERE id BETWEEN #{lowest} AND #{highest} ORDER BY id LIMIT #{most}
      """)
  List<UUID> between(
      @Param("table") String table,
      @Param("lowest") UUID lowest,
      @Param("highest") UUID highest,
      @Param("most") int most);
}
