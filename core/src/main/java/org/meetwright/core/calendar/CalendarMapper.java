package org.meetwright.core.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.database.mybatis.StoredRows;

/// SQL of the tables `calendar_connection` and `calendar`. Someone who locks rows of both, and of
/// hosts, does so in this order: calendars by id, connection, host.
public interface CalendarMapper {
  /// A row of `calendar_connection`.
  ///
  /// Wide: it has a component for each column that is read.
  ///
  /// @param credentials sealed; null if they are lost
  /// @param problem the error of one of its calendars; null if none has any
  /// @param problemCode what that error is; null if it is not known
  /// @param known when the calendar was read that was not for longest; null if there is none
  /// @param unread how many calendars that are to be read never were
  record ConnectionRow(
      UUID id,
      UUID hostId,
      String kind,
      String name,
      @Nullable String credentials,
      String state,
      boolean follows,
      @Nullable String error,
      @Nullable String errorCode,
      @Nullable Instant failingSince,
      int failures,
      @Nullable String problem,
      @Nullable String problemCode,
      @Nullable Instant known,
      int unread) {
    /// Returns the connection of the row.
    public CalendarConnection connection() {
      return StoredRows.read(
          "calendar_connection",
          id,
          () ->
              new CalendarConnection(
                  id,
                  hostId,
                  ProviderKind.of(kind),
                  name,
                  ConnectionState.stored(state),
                  error == null ? problem : error,
                  FaultCode.stored(error == null ? problemCode : errorCode),
                  unread > 0 ? null : known,
                  follows));
    }
  }

  /// A row of `calendar`.
  ///
  /// Wide: it has a component for each column that is read.
  record CalendarRow(
      UUID id,
      UUID connectionId,
      UUID hostId,
      String remoteId,
      String remoteKey,
      String name,
      @Nullable String color,
      @Nullable ZoneId zone,
      boolean mayWrite,
      boolean busy,
      boolean tentative,
      boolean receives,
      long rounds,
      @Nullable String syncState,
      @Nullable Instant expandedFrom,
      @Nullable Instant expandedUntil,
      @Nullable Instant syncedAt,
      @Nullable Instant wholeAt,
      String doubt,
      @Nullable String error,
      @Nullable String errorCode,
      @Nullable Instant failingSince,
      int unreadable) {
    /// Returns the calendar of the row.
    public Calendar calendar() {
      return StoredRows.read(
          "calendar",
          id,
          () ->
              new Calendar(
                  id,
                  connectionId,
                  hostId,
                  new RemoteCalendar(remoteId, name, color, zone, mayWrite),
                  new Calendar.Use(busy, tentative, receives),
                  new Calendar.Progress(
                      syncedAt,
                      expandedUntil,
                      failingSince,
                      error,
                      FaultCode.stored(errorCode),
                      Doubt.stored(doubt),
                      unreadable)));
    }
  }

  /// What is asked of a connection.
  String CONNECTION =
      """
      SELECT n.*,
        (SELECT MIN(c.error) FROM calendar c
          WHERE c.connection_id = n.id AND (c.busy OR c.receives)) AS problem,
        (SELECT MIN(c.error_code) FROM calendar c
          WHERE c.connection_id = n.id AND (c.busy OR c.receives) AND c.error = (
            SELECT MIN(d.error) FROM calendar d
            WHERE d.connection_id = n.id AND (d.busy OR d.receives))) AS problem_code,
        (SELECT MIN(c.synced_at) FROM calendar c
          WHERE c.connection_id = n.id AND (c.busy OR c.receives)) AS known,
        (SELECT COUNT(*) FROM calendar c
          WHERE c.connection_id = n.id AND (c.busy OR c.receives) AND c.synced_at IS NULL) AS unread
      FROM calendar_connection n
      """;

  @Insert(
      """
      INSERT INTO calendar_connection (id, host_id, kind, name, credentials, state, created_at)
      VALUES (#{c.id}, #{c.hostId}, #{kind}, #{c.name}, #{credentials}, #{state}, #{at})
      """)
  int insertConnection(
      @Param("c") CalendarConnection connection,
      @Param("kind") String kind,
      @Param("state") String state,
      @Param("credentials") String credentials,
      @Param("at") Instant at);

  @Select(CONNECTION + " WHERE n.host_id = #{hostId} ORDER BY n.created_at, n.id")
  List<ConnectionRow> connections(UUID hostId);

  @Select(
      CONNECTION
          + " WHERE n.host_id = #{hostId} AND n.created_at >= #{since} ORDER BY n.created_at, n.id")
  List<ConnectionRow> connectedSince(UUID hostId, Instant since);

  @Select(CONNECTION + " WHERE n.id = #{id}")
  @Nullable ConnectionRow connection(UUID id);

  @Select("SELECT id FROM calendar_connection WHERE id = #{id} FOR UPDATE")
  @Nullable UUID lockConnection(UUID id);

  @Select("SELECT COUNT(*) FROM calendar_connection WHERE host_id = #{hostId}")
  int countConnections(UUID hostId);

  @Update(
      """
      UPDATE calendar_connection SET name = #{name}, state = #{state}, follows = #{follows}
      WHERE id = #{id}
      """)
  int change(
      @Param("id") UUID id,
      @Param("name") String name,
      @Param("state") String state,
      @Param("follows") boolean follows);

  /// Gives a connection other credentials, with which it works.
  @Update(
      """
      UPDATE calendar_connection
      SET credentials = #{credentials}, state = 'active', error = NULL, error_code = NULL,
        failing_since = NULL, failures = 0
      WHERE id = #{id}
      """)
  int signIn(UUID id, String credentials);

  /// Forgets credentials that cannot be opened any more.
  @Update(
      """
      UPDATE calendar_connection SET credentials = NULL,
        state = CASE WHEN state = 'removing' THEN state ELSE 'reauth' END, error = #{error},
        error_code = #{code}, failing_since = COALESCE(failing_since, #{at})
      WHERE credentials IS NOT NULL
      """)
  int forgetCredentials(String error, String code, Instant at);

  /// Has an account be disconnected, and its calendars take no time and receive nothing any more.
  default void removing(UUID id) {
    setRemoving(id);
    for (CalendarRow calendar : calendars(id)) {
      use(calendar.id(), new Calendar.Use(false, false, false));
      deleteItems(calendar.id());
      readAnew(calendar.id());
    }
  }

  @Select("SELECT COUNT(*) > 0 FROM calendar_connection WHERE id = #{id} AND state = 'removing'")
  boolean isRemoving(UUID id);

  @Update(
      """
      UPDATE calendar_connection SET state = 'removing', error = NULL, error_code = NULL,
        failing_since = NULL, failures = 0
      WHERE id = #{id}
      """)
  int setRemoving(UUID id);

  @Delete("DELETE FROM calendar_connection WHERE id = #{id}")
  int deleteConnection(UUID id);

  @Delete("DELETE FROM calendar_connection WHERE host_id = #{hostId}")
  int deleteConnectionsOf(UUID hostId);

  @Delete("DELETE FROM calendar_consent WHERE host_id = #{hostId}")
  int deleteConsentsOf(UUID hostId);

  @Insert(
      """
      INSERT INTO calendar (id, connection_id, host_id, remote_id, remote_key, name, color, zone,
        may_write, busy)
      VALUES (#{id}, #{connectionId}, #{hostId}, #{r.id}, #{key}, #{r.name}, #{r.color}, #{r.zone},
        #{r.mayWrite}, #{busy})
      """)
  int insertCalendar(
      @Param("id") UUID id,
      @Param("connectionId") UUID connectionId,
      @Param("hostId") UUID hostId,
      @Param("r") RemoteCalendar remote,
      @Param("key") String key,
      @Param("busy") boolean busy);

  @Update(
      """
      UPDATE calendar SET name = #{r.name}, color = #{r.color}, zone = #{r.zone},
        may_write = #{r.mayWrite}
      WHERE id = #{id}
      """)
  int describe(@Param("id") UUID id, @Param("r") RemoteCalendar remote);

  @Select("SELECT * FROM calendar WHERE connection_id = #{connectionId} ORDER BY name, id")
  List<CalendarRow> calendars(UUID connectionId);

  @Select("SELECT * FROM calendar WHERE host_id = #{hostId} ORDER BY name, id")
  List<CalendarRow> calendarsOf(UUID hostId);

  @Select("SELECT * FROM calendar WHERE id = #{id}")
  @Nullable CalendarRow calendar(UUID id);

  /// Holds all calendars of a host until the transaction ends.
  @Select("SELECT * FROM calendar WHERE host_id = #{hostId} ORDER BY id FOR UPDATE")
  List<CalendarRow> lockAll(UUID hostId);

  @Update(
      """
      UPDATE calendar SET busy = #{use.busy}, tentative = #{use.tentative},
        receives = #{use.receives}
      WHERE id = #{id}
      """)
  int use(@Param("id") UUID id, @Param("use") Calendar.Use use);

  /// Has all items of a calendar expanded again with the next round. What is known stays until
  /// then.
  @Update("UPDATE calendar SET expanded_from = NULL, expanded_until = NULL WHERE id = #{id}")
  int expandAgain(UUID id);

  /// Has a calendar read from its beginning again, and stops a round that is being made.
  @Update(
      """
      UPDATE calendar SET rounds = rounds + 1, sync_state = NULL, expanded_from = NULL,
        expanded_until = NULL, synced_at = NULL, whole_at = NULL, doubt = 'none',
        doubted_since = NULL, error = NULL, error_code = NULL, failing_since = NULL, unreadable = 0
      WHERE id = #{id}
      """)
  int readAnew(UUID id);

  @Update("UPDATE calendar SET doubt = 'believed' WHERE id = #{id} AND doubt = 'told'")
  int believe(UUID id);

  @Delete("DELETE FROM calendar_item WHERE calendar_id = #{calendarId}")
  int deleteItems(UUID calendarId);

  @Select(
      """
      SELECT COUNT(*) > 0 FROM calendar_item i WHERE i.calendar_id = #{calendarId}
        AND EXISTS (SELECT 1 FROM busy_series b WHERE b.item_id = i.id)
      """)
  boolean hasBusyTimes(UUID calendarId);

  /// Returns whether any calendar of an account takes time.
  default boolean takesTime(UUID connectionId) {
    return calendars(connectionId).stream().anyMatch(row -> hasBusyTimes(row.id()));
  }
}
