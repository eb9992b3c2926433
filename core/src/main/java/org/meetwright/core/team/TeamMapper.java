package org.meetwright.core.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.Handle;

/// SQL of the tables `team` and `team_member`.
interface TeamMapper {
  /// A row of `team`.
  record TeamRow(UUID id, UUID ownerId, Handle handle, String name) {}

  /// A row of `team_member`.
  ///
  /// @param state the word of a [Membership]
  record MemberRow(UUID hostId, int weight, int priority, String state) {
    TeamMember member() {
      return new TeamMember(hostId, weight, priority, Membership.of(state));
    }
  }

  /// What a host is told of a team that he is in or invited into.
  record MembershipRow(
      UUID teamId,
      String handle,
      String name,
      String ownerHandle,
      String ownerName,
      int weight,
      int priority,
      String state) {}

  /// The columns of a [MembershipRow].
  String MEMBERSHIP =
      """
      SELECT t.id AS team_id, t.handle, t.name, o.handle AS owner_handle, o.name AS owner_name,
        m.weight, m.priority, m.state
      FROM team_member m JOIN team t ON t.id = m.team_id JOIN host o ON o.id = t.owner_id
      """;

  /// Since when a host is a member.
  record JoinedRow(UUID hostId, Instant joinedAt) {}

  @Select("SELECT * FROM team WHERE id = #{id}")
  @Nullable TeamRow find(UUID id);

  @Select("SELECT * FROM team WHERE handle = #{handle}")
  @Nullable TeamRow findByHandle(String handle);

  @Select(
      """
      SELECT * FROM team t WHERE t.owner_id = #{hostId}
        OR EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.host_id = #{hostId}
          AND m.state = 'member')
      ORDER BY t.handle
      """)
  List<TeamRow> listOf(UUID hostId);

  @Select("SELECT * FROM team ORDER BY handle")
  List<TeamRow> list();

  @Select("SELECT * FROM team_member WHERE team_id = #{teamId} ORDER BY host_id")
  List<MemberRow> members(UUID teamId);

  @Select(MEMBERSHIP + " WHERE m.host_id = #{hostId} ORDER BY m.state, t.handle")
  List<MembershipRow> memberships(UUID hostId);

  @Select(MEMBERSHIP + " WHERE m.host_id = #{hostId} AND m.team_id = #{teamId}")
  @Nullable MembershipRow membership(UUID hostId, UUID teamId);

  @Insert(
      """
      INSERT INTO team (id, owner_id, handle, name) VALUES (#{id}, #{ownerId}, #{handle}, #{name})
      """)
  int insert(Team team);

  @Update("UPDATE team SET handle = #{handle}, name = #{name} WHERE id = #{id}")
  int update(Team team);

  @Insert(
      """
      INSERT INTO team_member (team_id, host_id, weight, priority, state, joined_at)
      VALUES (#{teamId}, #{member.hostId}, #{member.weight}, #{member.priority},
        #{member.membership.word}, #{joinedAt})
      """)
  int insertMember(
      @Param("teamId") UUID teamId,
      @Param("member") TeamMember member,
      @Param("joinedAt") Instant joinedAt);

  @Select(
      """
      SELECT host_id, joined_at FROM team_member WHERE team_id = #{teamId} AND state = 'member'
      """)
  List<JoinedRow> joined(UUID teamId);

  @Update(
      """
      UPDATE team_member SET state = 'member', joined_at = #{now}
      WHERE team_id = #{teamId} AND host_id = #{hostId} AND state <> 'member'
      """)
  int accept(UUID teamId, UUID hostId, Instant now);

  @Delete("DELETE FROM team_member WHERE team_id = #{teamId} AND host_id = #{hostId}")
  int leave(UUID teamId, UUID hostId);

  @Delete("DELETE FROM team_member WHERE team_id = #{teamId}")
  int deleteMembers(UUID teamId);

  @Delete("DELETE FROM team WHERE id = #{id}")
  int delete(UUID id);

  @Select("SELECT name FROM event_type WHERE team_id = #{id} ORDER BY name")
  List<String> usedBy(UUID id);

  @Select("SELECT id FROM team WHERE owner_id = #{hostId} ORDER BY id")
  List<UUID> madeBy(UUID hostId);

  /// Returns the members of the teams that a host is in or made.
  @Select(
      """
      SELECT DISTINCT o.host_id FROM team t JOIN team_member o ON o.team_id = t.id
      WHERE t.owner_id = #{hostId} OR EXISTS (SELECT 1 FROM team_member tm
        WHERE tm.team_id = t.id AND tm.host_id = #{hostId})
      """)
  List<UUID> mates(UUID hostId);

  /// Returns the member who takes a team over; null if there is none who could.
  @Select(
      """
      SELECT tm.host_id FROM team_member tm JOIN host h ON h.id = tm.host_id
      WHERE tm.team_id = #{teamId} AND tm.host_id <> #{hostId} AND tm.state = 'member' AND h.active
      ORDER BY tm.priority DESC, tm.host_id LIMIT 1
      """)
  @Nullable UUID successor(UUID teamId, UUID hostId);

  @Update("UPDATE team SET owner_id = #{hostId} WHERE id = #{teamId}")
  int give(UUID teamId, UUID hostId);

  @Update("UPDATE event_type SET host_id = #{hostId} WHERE team_id = #{teamId}")
  int giveEventTypes(UUID teamId, UUID hostId);

  @Delete("DELETE FROM event_type WHERE team_id = #{teamId}")
  int deleteEventTypes(UUID teamId);

  @Delete("DELETE FROM team_member WHERE host_id = #{hostId}")
  int leaveAll(UUID hostId);
}
