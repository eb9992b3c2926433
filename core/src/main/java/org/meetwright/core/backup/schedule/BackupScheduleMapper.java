package org.meetwright.core.backup.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `backup_schedule`.
interface BackupScheduleMapper {
  String COLUMNS =
      "id, directory, repeated, kept, passphrase_file, created_at, last_at, last_error";

  @Insert(
      "INSERT INTO backup_schedule ("
          + COLUMNS
          + ") VALUES (#{id}, #{directory}, #{repeated}, #{kept}, #{passphraseFile}, #{createdAt},"
          + " NULL, NULL)")
  int insert(BackupSchedule schedule);

  @Select(
      "SELECT " + COLUMNS + " FROM backup_schedule ORDER BY directory FETCH FIRST 100 ROWS ONLY")
  List<BackupSchedule> list();

  @Select("SELECT " + COLUMNS + " FROM backup_schedule WHERE id = #{id}")
  @Nullable BackupSchedule find(UUID id);

  @Delete("DELETE FROM backup_schedule WHERE directory = #{directory}")
  int delete(String directory);

  @Update("UPDATE backup_schedule SET last_at = #{at}, last_error = NULL WHERE id = #{id}")
  int noteDone(UUID id, Instant at);

  @Update("UPDATE backup_schedule SET last_error = #{error} WHERE id = #{id}")
  int noteFailed(UUID id, String error);
}
