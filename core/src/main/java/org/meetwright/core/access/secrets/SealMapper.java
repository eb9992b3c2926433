package org.meetwright.core.access.secrets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/// SQL of the table `secret_key`, and of the columns that are sealed. Names of tables and columns
/// come from [SealedColumn] alone.
interface SealMapper {
  /// A value of a sealed column.
  record Row(UUID id, String text) {}

  @Select("SELECT id FROM secret_key ORDER BY created_at, id")
  List<String> keys();

  @Insert("INSERT INTO secret_key (id, created_at) VALUES (#{id}, #{at})")
  int insertKey(String id, Instant at);

  @Delete("DELETE FROM secret_key WHERE id <> #{id}")
  int deleteKeysBut(String id);

  /// Returns values that do not begin with a text, a hundred at most.
  @Select(
      """
      SELECT ${at.id} AS id, ${at.column} AS text FROM ${at.table}
      WHERE ${at.column} IS NOT NULL AND ${at.column} NOT LIKE #{beginning} || '%'
      ORDER BY ${at.id} LIMIT 100
      """)
  List<Row> others(@Param("at") SealedColumn column, @Param("beginning") String beginning);

  /// Replaces a value that is still the same.
  @Update(
      """
      UPDATE ${at.table} SET ${at.column} = #{text}
      WHERE ${at.id} = #{row.id} AND ${at.column} = #{row.text}
      """)
  int replace(@Param("at") SealedColumn column, @Param("row") Row row, @Param("text") String text);
}
