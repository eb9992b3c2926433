package org.meetwright.core.alias;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `page_alias`.
interface AliasMapper {
  /// Where an alias leads.
  record TargetRow(UUID pageId, @Nullable UUID eventTypeId) {}

  String LED =
      """
      SELECT a.path, h.handle, e.slug FROM page_alias a
      JOIN handle h ON h.owner_id = a.page_id
      LEFT JOIN event_type e ON e.id = a.event_type_id
      """;

  @Select(LED + "WHERE a.path = #{path}")
  @Nullable PageAlias find(String path);

  @Select(LED + "WHERE a.path > #{after} ORDER BY a.path FETCH FIRST #{limit} ROWS ONLY")
  List<PageAlias> list(String after, int limit);

  @Select("SELECT page_id, event_type_id FROM page_alias WHERE path = #{path}")
  @Nullable TargetRow target(String path);

  @Insert(
      """
      INSERT INTO page_alias (path, page_id, event_type_id, created_at)
      VALUES (#{path}, #{pageId}, #{eventTypeId}, #{at})
      """)
  int insert(String path, UUID pageId, @Nullable UUID eventTypeId, Instant at);

  @Delete("DELETE FROM page_alias WHERE path = #{path}")
  int delete(String path);

  @Delete("DELETE FROM page_alias WHERE page_id = #{pageId}")
  int deleteOf(UUID pageId);
}
