package org.meetwright.core.eventtype;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the tables `event_type` and `question`.
public interface EventTypeMapper {
  /// A row of `event_type`.
  ///
  /// @param reminderMinutes numbers with commas between them
  record EventTypeRow(
      UUID id,
      UUID hostId,
      UUID pageId,
      @Nullable UUID teamId,
      String assignment,
      String slug,
      String name,
      String description,
      int durationMinutes,
      int stepMinutes,
      int bufferBeforeMinutes,
      int bufferAfterMinutes,
      int minimumNoticeMinutes,
      String windowKind,
      @Nullable Integer windowDays,
      @Nullable LocalDate windowFrom,
      @Nullable LocalDate windowTo,
      @Nullable Integer maxPerDay,
      @Nullable Integer maxPerWeek,
      int seats,
      boolean requiresApproval,
      boolean hidden,
      boolean active,
      String color,
      @Nullable String locationKind,
      @Nullable String locationValue,
      @Nullable UUID scheduleId,
      String reminderMinutes,
      @Nullable Integer cancelNoticeMinutes,
      boolean cancelReasonRequired,
      @Nullable Integer moveNoticeMinutes,
      boolean moveReasonRequired,
      boolean requiresLink,
      boolean confirmEmail,
      boolean guestsAllowed,
      int guestsAtOnce,
      Instant createdAt) {}

  /// A row of `question`.
  ///
  /// @param position 0 for the first question of its event type
  /// @param options one a line
  record QuestionRow(
      UUID id,
      UUID eventTypeId,
      int position,
      String label,
      String kind,
      boolean required,
      String options) {}

  @Select("SELECT * FROM event_type WHERE id = #{id}")
  @Nullable EventTypeRow find(UUID id);

  @Select("SELECT * FROM event_type WHERE host_id = #{hostId} ORDER BY created_at, id")
  List<EventTypeRow> list(UUID hostId);

  @Select("SELECT * FROM event_type WHERE page_id = #{pageId} AND slug = #{slug}")
  @Nullable EventTypeRow findBySlug(UUID pageId, String slug);

  @Select("SELECT * FROM event_type WHERE page_id = #{pageId} ORDER BY created_at, id")
  List<EventTypeRow> listOnPage(UUID pageId);

  @Select("SELECT * FROM question WHERE event_type_id = #{eventTypeId} ORDER BY position")
  List<QuestionRow> questions(UUID eventTypeId);

  @Select("SELECT event_type_id FROM question WHERE id = #{id}")
  @Nullable UUID eventTypeOfQuestion(UUID id);

  @Insert(
      """
      INSERT INTO event_type (id, host_id, page_id, team_id, assignment, slug, name, description, duration_minutes, step_minutes,
        buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, window_kind, window_days,
        window_from, window_to, max_per_day, max_per_week, seats, requires_approval, hidden, active, color,
        location_kind, location_value, schedule_id, reminder_minutes,
        cancel_notice_minutes, cancel_reason_required, move_notice_minutes, move_reason_required,
        requires_link, confirm_email, guests_allowed, guests_at_once, created_at)
      VALUES (#{id}, #{hostId}, #{pageId}, #{teamId}, #{assignment}, #{slug}, #{name}, #{description}, #{durationMinutes}, #{stepMinutes},
        #{bufferBeforeMinutes}, #{bufferAfterMinutes}, #{minimumNoticeMinutes}, #{windowKind},
        #{windowDays}, #{windowFrom}, #{windowTo}, #{maxPerDay}, #{maxPerWeek}, #{seats}, #{requiresApproval},
        #{hidden}, #{active}, #{color}, #{locationKind}, #{locationValue}, #{scheduleId},
        #{reminderMinutes}, #{cancelNoticeMinutes}, #{cancelReasonRequired}, #{moveNoticeMinutes},
        #{moveReasonRequired}, #{requiresLink}, #{confirmEmail}, #{guestsAllowed}, #{guestsAtOnce}, #{createdAt})
      """)
  int insert(EventTypeRow row);

  @Update(
      """
      UPDATE event_type SET page_id = #{pageId}, team_id = #{teamId},
        assignment = #{assignment}, seats = #{seats}, slug = #{slug}, name = #{name}, description = #{description},
        duration_minutes = #{durationMinutes}, step_minutes = #{stepMinutes},
        buffer_before_minutes = #{bufferBeforeMinutes}, buffer_after_minutes = #{bufferAfterMinutes},
        minimum_notice_minutes = #{minimumNoticeMinutes}, window_kind = #{windowKind},
        window_days = #{windowDays}, window_from = #{windowFrom}, window_to = #{windowTo},
        max_per_day = #{maxPerDay}, max_per_week = #{maxPerWeek},
        requires_approval = #{requiresApproval}, hidden = #{hidden}, active = #{active},
        color = #{color}, location_kind = #{locationKind}, location_value = #{locationValue},
        schedule_id = #{scheduleId}, reminder_minutes = #{reminderMinutes},
        cancel_notice_minutes = #{cancelNoticeMinutes}, cancel_reason_required = #{cancelReasonRequired},
        move_notice_minutes = #{moveNoticeMinutes}, move_reason_required = #{moveReasonRequired},
        requires_link = #{requiresLink}, confirm_email = #{confirmEmail},
        guests_allowed = #{guestsAllowed}, guests_at_once = #{guestsAtOnce}
      WHERE id = #{id}
      """)
  int update(EventTypeRow row);

  @Delete("DELETE FROM event_type WHERE id = #{id}")
  int delete(UUID id);

  @Insert(
      """
      INSERT INTO question (id, event_type_id, position, label, kind, required, options)
      VALUES (#{id}, #{eventTypeId}, #{position}, #{label}, #{kind}, #{required}, #{options})
      """)
  int insertQuestion(QuestionRow row);

  @Delete("DELETE FROM question WHERE event_type_id = #{eventTypeId}")
  int deleteQuestions(UUID eventTypeId);

  @Delete("DELETE FROM event_type WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
