package org.meetwright.core.access.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signin.LinkedIdentities.Linked;

/// SQL of the table `linked_identity`.
interface LinkedIdentityMapper {
  @Select(
      """
      SELECT host_id FROM linked_identity WHERE issuer = #{issuer} AND subject = #{subject}
      """)
  @Nullable UUID find(String issuer, String subject);

  @Select(
      """
      SELECT COUNT(*) FROM linked_identity WHERE issuer = #{issuer} AND host_id = #{hostId}
      """)
  int countOf(String issuer, UUID hostId);

  @Insert(
      """
      INSERT INTO linked_identity (issuer, subject, host_id, created_at)
      VALUES (#{issuer}, #{subject}, #{hostId}, #{now})
      """)
  int insert(String issuer, String subject, UUID hostId, Instant now);

  @Select(
      """
      SELECT issuer, subject, created_at AS linked_at FROM linked_identity
      WHERE host_id = #{hostId} ORDER BY created_at, issuer
      """)
  List<Linked> list(UUID hostId);

  @Delete(
      """
      DELETE FROM linked_identity
      WHERE host_id = #{hostId} AND issuer = #{issuer} AND subject = #{subject}
      """)
  int delete(UUID hostId, String issuer, String subject);

  @Delete("DELETE FROM linked_identity WHERE host_id = #{hostId}")
  int deleteAll(UUID hostId);
}
