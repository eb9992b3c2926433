package org.meetwright.core.eventtype;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the tables `event_type` and `question`.
public interface EventTypeMapper {
  /// A row of `event_type`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param durationsMinutes numbers with commas between them; empty if there is one length
  /// @param stepMinutes null for the length that is asked for
  /// @param locations one a line: its kind's word, a space and its value
  /// @param reminderMinutes numbers with commas between them
  /// @param texts see `StoredTexts`
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
      String durationsMinutes,
      @Nullable Integer stepMinutes,
      int bufferBeforeMinutes,
      int bufferAfterMinutes,
      int minimumNoticeMinutes,
      String windowKind,
      @Nullable Integer windowDays,
      @Nullable LocalDate windowFrom,
      @Nullable LocalDate windowTo,
      @Nullable Integer maxPerDay,
      @Nullable Integer maxPerWeek,
      @Nullable Integer maxPerMonth,
      @Nullable Integer maxActivePerInvitee,
      int seats,
      boolean requiresApproval,
      boolean hidden,
      boolean active,
      String color,
      String locations,
      @Nullable UUID scheduleId,
      String reminderMinutes,
      @Nullable Integer followUpMinutes,
      @Nullable String redirectUrl,
      String texts,
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

  @Select("SELECT * FROM event_type WHERE host_id = #{hostId} ORDER BY position, created_at, id")
  List<EventTypeRow> list(UUID hostId);

  /// Returns the active event types of a host and of the teams that he is a member of.
  ///
  /// @param id the only one that is wanted; null for all
  @Select(
      """
      <script>
      SELECT * FROM event_type e
      WHERE e.active AND (e.host_id = #{hostId} OR EXISTS
        (SELECT 1 FROM team_member tm
          WHERE tm.team_id = e.team_id AND tm.host_id = #{hostId} AND tm.state = 'member'))
        <if test="id != null">AND e.id = #{id}</if>
      ORDER BY CASE WHEN e.host_id = #{hostId} THEN 0 ELSE 1 END, e.position, e.created_at, e.id
      LIMIT #{most}
      </script>
      """)
  List<EventTypeRow> listForBooking(
      @Param("hostId") UUID hostId, @Param("id") @Nullable UUID id, @Param("most") int most);

  @Select("SELECT * FROM event_type WHERE page_id = #{pageId} AND slug = #{slug}")
  @Nullable EventTypeRow findBySlug(UUID pageId, String slug);

  @Select("SELECT * FROM event_type WHERE page_id = #{pageId} ORDER BY position, created_at, id")
  List<EventTypeRow> listOnPage(UUID pageId);

  @Select("SELECT * FROM question WHERE event_type_id = #{eventTypeId} ORDER BY position")
  List<QuestionRow> questions(UUID eventTypeId);

  @Select("SELECT event_type_id FROM question WHERE id = #{id}")
  @Nullable UUID eventTypeOfQuestion(UUID id);

  @Insert(
      """
      INSERT INTO event_type (id, host_id, page_id, team_id, assignment, slug, name, description, duration_minutes, durations_minutes, step_minutes,
        buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, window_kind, window_days,
        window_from, window_to, max_per_day, max_per_week, max_per_month, max_active_per_invitee, seats, requires_approval, hidden, active, color,
        locations, schedule_id, reminder_minutes, follow_up_minutes, redirect_url, texts,
        cancel_notice_minutes, cancel_reason_required, move_notice_minutes, move_reason_required,
        requires_link, confirm_email, guests_allowed, guests_at_once, created_at, position)
      VALUES (#{id}, #{hostId}, #{pageId}, #{teamId}, #{assignment}, #{slug}, #{name}, #{description}, #{durationMinutes}, #{durationsMinutes}, #{stepMinutes},
        #{bufferBeforeMinutes}, #{bufferAfterMinutes}, #{minimumNoticeMinutes}, #{windowKind},
        #{windowDays}, #{windowFrom}, #{windowTo}, #{maxPerDay}, #{maxPerWeek}, #{maxPerMonth}, #{maxActivePerInvitee}, #{seats}, #{requiresApproval},
        #{hidden}, #{active}, #{color}, #{locations}, #{scheduleId},
        #{reminderMinutes}, #{followUpMinutes}, #{redirectUrl}, #{texts}, #{cancelNoticeMinutes}, #{cancelReasonRequired}, #{moveNoticeMinutes},
        #{moveReasonRequired}, #{requiresLink}, #{confirmEmail}, #{guestsAllowed}, #{guestsAtOnce}, #{createdAt},
        (SELECT COALESCE(MAX(position), 0) FROM event_type WHERE host_id = #{hostId}))
      """)
  int insert(EventTypeRow row);

  @Update(
      """
      UPDATE event_type SET page_id = #{pageId}, team_id = #{teamId},
        assignment = #{assignment}, seats = #{seats}, slug = #{slug}, name = #{name}, description = #{description},
        duration_minutes = #{durationMinutes}, durations_minutes = #{durationsMinutes}, step_minutes = #{stepMinutes},
        buffer_before_minutes = #{bufferBeforeMinutes}, buffer_after_minutes = #{bufferAfterMinutes},
        minimum_notice_minutes = #{minimumNoticeMinutes}, window_kind = #{windowKind},
        window_days = #{windowDays}, window_from = #{windowFrom}, window_to = #{windowTo},
        max_per_day = #{maxPerDay}, max_per_week = #{maxPerWeek},
        max_per_month = #{maxPerMonth}, max_active_per_invitee = #{maxActivePerInvitee},
        requires_approval = #{requiresApproval}, hidden = #{hidden}, active = #{active},
        color = #{color}, locations = #{locations},
        schedule_id = #{scheduleId}, reminder_minutes = #{reminderMinutes},
        follow_up_minutes = #{followUpMinutes}, redirect_url = #{redirectUrl}, texts = #{texts},
        cancel_notice_minutes = #{cancelNoticeMinutes}, cancel_reason_required = #{cancelReasonRequired},
        move_notice_minutes = #{moveNoticeMinutes}, move_reason_required = #{moveReasonRequired},
        requires_link = #{requiresLink}, confirm_email = #{confirmEmail},
        guests_allowed = #{guestsAllowed}, guests_at_once = #{guestsAtOnce}
      WHERE id = #{id}
      """)
  int update(EventTypeRow row);

  /// Where an event type stands among those of its host.
  record PositionRow(UUID id, int position) {}

  @Select(
      "SELECT id, position FROM event_type WHERE host_id = #{hostId} ORDER BY position, created_at,"
          + " id")
  List<PositionRow> positions(UUID hostId);

  @Update("UPDATE event_type SET position = #{position} WHERE id = #{id}")
  int setPosition(UUID id, int position);

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
