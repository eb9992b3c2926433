package org.meetwright.core.database;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/// A table of rows that are added, changed and deleted all over the file.
interface KeptRows {
  @Update("CREATE TABLE kept (id bigint PRIMARY KEY, other uuid UNIQUE, filler binary(2000))")
  void create();

  @Insert("INSERT INTO kept VALUES (#{id}, RANDOM_UUID(), SECURE_RAND(2000))")
  int add(long id);

  @Update("UPDATE kept SET other = RANDOM_UUID() WHERE id = #{id}")
  int change(long id);

  @Delete("DELETE FROM kept WHERE id < #{id}")
  int deleteBefore(long id);

  @Select("SELECT COUNT(*) FROM kept WHERE id = #{id}")
  int count(long id);
}
