package org.meetwright.core.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

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
}
