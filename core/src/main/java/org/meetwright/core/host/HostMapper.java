package org.meetwright.core.host;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `host`.
public interface HostMapper {
  @Select("SELECT * FROM host WHERE id = #{id}")
  @Nullable Host find(UUID id);

  @Select("SELECT * FROM host WHERE handle = #{handle}")
  @Nullable Host findByHandle(String handle);

  @Select("SELECT * FROM host WHERE email_key = #{emailKey}")
  @Nullable Host findByEmail(String emailKey);

  @Select("SELECT * FROM host ORDER BY handle")
  List<Host> list();

  @Select("SELECT id FROM host ORDER BY handle")
  List<UUID> ids();

  /// Holds the host's row until the transaction ends. Whoever locks several does so in id order.
  @Select("SELECT * FROM host WHERE id = #{id} FOR UPDATE")
  @Nullable Host lock(UUID id);

  /// Marks that the host's slots may have changed.
  @Update("UPDATE host SET revision = revision + 1 WHERE id = #{id}")
  int raiseRevision(UUID id);

  @Insert(
      """
      INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, password_hash, role,
        active, revision, created_at)
      VALUES (#{id}, #{handle}, #{name}, #{email}, #{email.key}, #{timeZone}, #{locale},
        #{passwordHash}, #{role}, #{active}, #{revision}, #{createdAt})
      """)
  int insert(Host host);

  @Update(
      """
      UPDATE host SET name = #{name}, time_zone = #{timeZone}, locale = #{locale},
        revision = revision + 1
      WHERE id = #{id}
      """)
  int update(Host host);

  @Update(
      """
      UPDATE host SET email = #{email}, email_key = #{email.key}, revision = revision + 1
      WHERE id = #{id}
      """)
  int setEmail(Host host);

  /// Keeps the hash of another password. What the host's slots depend on stays the same.
  @Update("UPDATE host SET password_hash = #{hash} WHERE id = #{id}")
  int setPassword(UUID id, String hash);
}
