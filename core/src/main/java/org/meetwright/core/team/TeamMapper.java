package org.meetwright.core.team;

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

  @Select("SELECT * FROM team WHERE id = #{id}")
  @Nullable TeamRow find(UUID id);

  @Select("SELECT * FROM team WHERE handle = #{handle}")
  @Nullable TeamRow findByHandle(String handle);

  @Select(
      """
      SELECT * FROM team t WHERE t.owner_id = #{hostId}
        OR EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.host_id = #{hostId})
      ORDER BY t.handle
      """)
  List<TeamRow> listOf(UUID hostId);

  @Select(
      """
      SELECT host_id, weight, priority FROM team_member WHERE team_id = #{teamId} ORDER BY host_id
      """)
  List<TeamMember> members(UUID teamId);

  @Insert(
      """
      INSERT INTO team (id, owner_id, handle, name) VALUES (#{id}, #{ownerId}, #{handle}, #{name})
      """)
  int insert(Team team);

  @Update("UPDATE team SET handle = #{handle}, name = #{name} WHERE id = #{id}")
  int update(Team team);

  @Insert(
      """
      INSERT INTO team_member (team_id, host_id, weight, priority)
      VALUES (#{teamId}, #{member.hostId}, #{member.weight}, #{member.priority})
      """)
  int insertMember(@Param("teamId") UUID teamId, @Param("member") TeamMember member);

  @Delete("DELETE FROM team_member WHERE team_id = #{teamId}")
  int deleteMembers(UUID teamId);

  @Delete("DELETE FROM team WHERE id = #{id}")
  int delete(UUID id);

  @Select("SELECT name FROM event_type WHERE team_id = #{id} ORDER BY name")
  List<String> usedBy(UUID id);
}
