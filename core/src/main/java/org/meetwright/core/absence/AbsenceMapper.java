package org.meetwright.core.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `absence`.
interface AbsenceMapper {
  /// A row of `absence`: either dates or instants.
  ///
  /// Wide: it has a component for each column.
  record AbsenceRow(
      UUID id,
      UUID hostId,
      @Nullable LocalDate fromDate,
      @Nullable LocalDate toDate,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      String note,
      @Nullable String redirectHandle,
      @Nullable String redirectSlug) {}

  @Select(
      """
      SELECT * FROM absence WHERE host_id = #{hostId}
      ORDER BY id
      """)
  List<AbsenceRow> list(UUID hostId);

  /// Returns the absences that may lie between two instants, and at least those that do.
  @Select(
      """
      SELECT * FROM absence
      WHERE host_id = #{hostId} AND (ends_at > #{from} AND starts_at < #{until}
        OR to_date >= #{firstDate} AND from_date <= #{lastDate})
      """)
  List<AbsenceRow> between(
      UUID hostId, Instant from, Instant until, LocalDate firstDate, LocalDate lastDate);

  @Select("SELECT * FROM absence WHERE id = #{id}")
  @Nullable AbsenceRow find(UUID id);

  @Insert(
      """
      INSERT INTO absence (id, host_id, from_date, to_date, starts_at, ends_at, note,
        redirect_handle, redirect_slug)
      VALUES (#{id}, #{hostId}, #{fromDate}, #{toDate}, #{startsAt}, #{endsAt}, #{note},
        #{redirectHandle}, #{redirectSlug})
      """)
  int insert(AbsenceRow row);

  @Update(
      """
      UPDATE absence SET from_date = #{fromDate}, to_date = #{toDate}, starts_at = #{startsAt},
        ends_at = #{endsAt}, note = #{note}, redirect_handle = #{redirectHandle},
        redirect_slug = #{redirectSlug}
      WHERE id = #{id}
      """)
  int update(AbsenceRow row);

  @Delete("DELETE FROM absence WHERE id = #{id} AND host_id = #{hostId}")
  int delete(UUID id, UUID hostId);

  @Delete("DELETE FROM absence WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
