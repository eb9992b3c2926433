package org.meetwright.core.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the tables `schedule`, `weekly_hours` and `date_override`.
public interface ScheduleMapper {
  /// A row of `schedule`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param holidaysExcept with a space between two
  /// @param travel such as `2026-03-01/2026-03-09 Asia/Tokyo`, with a semicolon between two
  record ScheduleRow(
      UUID id,
      UUID hostId,
      String name,
      ZoneId timeZone,
      boolean isDefault,
      @Nullable String holidayCountry,
      @Nullable String holidayRegion,
      String holidaysExcept,
      String travel) {}

  /// A row of `weekly_hours`. The day is that of ISO 8601, Monday 1.
  record WeeklyHoursRow(UUID scheduleId, int dayOfWeek, int startMinute, int endMinute) {}

  /// A row of `date_override`. The hours are spans like `09:00-12:00`, with a space between two.
  record DateOverrideRow(UUID scheduleId, LocalDate overrideDate, String hours) {}

  @Select("SELECT * FROM schedule WHERE host_id = #{hostId} ORDER BY is_default DESC, name, id")
  List<ScheduleRow> list(UUID hostId);

  @Select("SELECT * FROM schedule WHERE id = #{id}")
  @Nullable ScheduleRow find(UUID id);

  @Select("SELECT * FROM schedule WHERE host_id = #{hostId} AND is_default")
  @Nullable ScheduleRow findDefault(UUID hostId);

  @Select("SELECT time_zone FROM schedule WHERE host_id = #{hostId} AND is_default")
  ZoneId defaultTimeZone(UUID hostId);

  @Select(
      """
      SELECT * FROM weekly_hours WHERE schedule_id = #{scheduleId}
      ORDER BY day_of_week, start_minute
      """)
  List<WeeklyHoursRow> weeklyHours(UUID scheduleId);

  @Select(
      """
      SELECT * FROM date_override WHERE schedule_id = #{scheduleId} ORDER BY override_date
      """)
  List<DateOverrideRow> overrides(UUID scheduleId);

  @Insert(
      """
      INSERT INTO schedule (id, host_id, name, time_zone, is_default, holiday_country,
        holiday_region, holidays_except, travel)
      VALUES (#{id}, #{hostId}, #{name}, #{timeZone}, #{isDefault}, #{holidayCountry},
        #{holidayRegion}, #{holidaysExcept}, #{travel})
      """)
  int insert(ScheduleRow row);

  @Update(
      """
      UPDATE schedule SET name = #{name}, time_zone = #{timeZone}, is_default = #{isDefault},
        holiday_country = #{holidayCountry}, holiday_region = #{holidayRegion},
        holidays_except = #{holidaysExcept}, travel = #{travel}
      WHERE id = #{id}
      """)
  int update(ScheduleRow row);

  @Update("UPDATE schedule SET time_zone = #{zone} WHERE id = #{id} AND host_id = #{hostId}")
  int setTimeZone(UUID id, UUID hostId, ZoneId zone);

  @Update("UPDATE schedule SET is_default = FALSE WHERE host_id = #{hostId} AND id <> #{keptId}")
  int clearDefault(UUID hostId, UUID keptId);

  @Insert(
      """
      INSERT INTO weekly_hours (schedule_id, day_of_week, start_minute, end_minute)
      VALUES (#{scheduleId}, #{dayOfWeek}, #{startMinute}, #{endMinute})
      """)
  int insertWeeklyHours(WeeklyHoursRow row);

  @Insert(
      """
      INSERT INTO date_override (schedule_id, override_date, hours)
      VALUES (#{scheduleId}, #{overrideDate}, #{hours})
      """)
  int insertOverride(DateOverrideRow row);

  @Delete("DELETE FROM weekly_hours WHERE schedule_id = #{scheduleId}")
  int deleteWeeklyHours(UUID scheduleId);

  @Delete("DELETE FROM date_override WHERE schedule_id = #{scheduleId}")
  int deleteOverrides(UUID scheduleId);

  @Delete("DELETE FROM schedule WHERE id = #{id}")
  int delete(UUID id);

  @Select("SELECT name FROM event_type WHERE schedule_id = #{id} ORDER BY name")
  List<String> usedBy(UUID id);

  @Delete("DELETE FROM schedule WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
