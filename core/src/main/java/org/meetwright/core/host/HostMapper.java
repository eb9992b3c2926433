package org.meetwright.core.host;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// SQL of the table `host`.
public interface HostMapper {
  /// A row of `host`; it has a component for each column that is read.
  ///
  /// Wide: it has a component for each column.
  record HostRow(
      UUID id,
      Handle handle,
      String name,
      EmailAddress email,
      ZoneId timeZone,
      Locale locale,
      @Nullable String passwordHash,
      Role role,
      boolean active,
      long revision,
      @Nullable Integer maxMeetingsPerDay,
      @Nullable Integer maxMinutesPerDay) {
    /// Returns the host.
    public Host host() {
      return StoredRows.read(
          "host",
          id,
          () ->
              new Host(
                  id,
                  handle,
                  new Profile(name, email, timeZone, locale),
                  passwordHash,
                  role,
                  active,
                  revision,
                  new HostLimits(maxMeetingsPerDay, maxMinutesPerDay)));
    }
  }

  /// Returns a host; null if there is none.
  default @Nullable Host find(UUID id) {
    return hostOf(row(id));
  }

  /// Returns the host of a handle; null if there is none.
  default @Nullable Host findByHandle(String handle) {
    return hostOf(rowOfHandle(handle));
  }

  /// Returns the host of an e-mail address; null if there is none.
  default @Nullable Host findByEmail(String emailKey) {
    return hostOf(rowOfEmail(emailKey));
  }

  /// Returns all hosts by handle.
  default List<Host> list() {
    return rows().stream().map(HostRow::host).toList();
  }

  /// Holds the host's row until the transaction ends. Someone who locks several does so in id
  /// order.
  default @Nullable Host lock(UUID id) {
    return hostOf(heldRow(id));
  }

  private static @Nullable Host hostOf(@Nullable HostRow row) {
    return row == null ? null : row.host();
  }

  @Select("SELECT * FROM host WHERE id = #{id}")
  @Nullable HostRow row(UUID id);

  @Select("SELECT * FROM host WHERE handle = #{handle}")
  @Nullable HostRow rowOfHandle(String handle);

  @Select("SELECT * FROM host WHERE email_key = #{emailKey}")
  @Nullable HostRow rowOfEmail(String emailKey);

  @Select("SELECT * FROM host ORDER BY handle")
  List<HostRow> rows();

  @Select("SELECT * FROM host WHERE id = #{id} FOR UPDATE")
  @Nullable HostRow heldRow(UUID id);

  @Select("SELECT id FROM host ORDER BY handle")
  List<UUID> ids();

  /// Marks that the host's slots may have changed.
  @Update("UPDATE host SET revision = revision + 1 WHERE id = #{id}")
  int raiseRevision(UUID id);

  @Insert(
      """
      INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, password_hash, role,
        active, revision, created_at)
      VALUES (#{host.id}, #{host.handle}, #{host.name}, #{host.email}, #{host.email.key},
        #{host.timeZone}, #{host.locale}, #{host.passwordHash}, #{host.role}, #{host.active},
        #{host.revision}, #{createdAt})
      """)
  int insert(Host host, Instant createdAt);

  @Update(
      """
      UPDATE host SET name = #{name}, time_zone = #{timeZone}, locale = #{locale},
        max_meetings_per_day = #{limits.maxMeetingsPerDay},
        max_minutes_per_day = #{limits.maxMinutesPerDay}, revision = revision + 1
      WHERE id = #{id}
      """)
  int update(Host host);

  /// Another spelling of the address is the same address.
  @Update(
      """
      UPDATE host SET
        address_number = address_number + CASE WHEN email_key = #{email.key} THEN 0 ELSE 1 END,
        email = #{email}, email_key = #{email.key}, revision = revision + 1
      WHERE id = #{id}
      """)
  int setEmail(Host host);

  @Update("UPDATE host SET active = #{active}, revision = revision + 1 WHERE id = #{id}")
  int setActive(UUID id, boolean active);

  @Update("UPDATE host SET handle = #{handle}, revision = revision + 1 WHERE id = #{id}")
  int setHandle(UUID id, Handle handle);

  @Select("SELECT COUNT(*) FROM host WHERE role = 'ADMIN' AND active")
  int activeAdmins();

  /// Keeps the hash of another password. What the host's slots depend on stays the same.
  @Update("UPDATE host SET password_hash = #{hash} WHERE id = #{id}")
  int setPassword(UUID id, String hash);

  /// Leaves a row without personal data.
  @Update(
      """
      UPDATE host SET handle = #{handle}, name = #{name}, email = #{email}, email_key = #{email},
        password_hash = NULL, time_zone = 'UTC', locale = 'en', active = FALSE,
        max_meetings_per_day = NULL, max_minutes_per_day = NULL, revision = revision + 1
      WHERE id = #{id}
      """)
  int erase(UUID id, String handle, String name, String email);

  @Select("SELECT email_key FROM host WHERE id = #{hostId}")
  String emailKey(UUID hostId);
}
