package org.meetwright.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.rate.Place;

/// Puts hosts `host1`, `host2`, ... into the tables by SQL: each open Monday to Friday, 09:00 to
/// 17:00, New York, with an event type `intro` of 30 minutes.
public record Crowd(Place place) {
  private static final int BATCH = 50_000;

  /// Adds hosts until there are so many.
  public void growTo(int count) throws SQLException {
    int there = Integer.parseInt(place.ask("SELECT COUNT(*) FROM host"));
    for (int from = there + 1; from <= count; from += BATCH) {
      add(from, Math.min(count, from + BATCH - 1));
    }
    place.run("ANALYZE");
  }

  private void add(int from, int to) throws SQLException {
    String numbers =
        place.settings().kind() == DatabaseKind.H2
            ? "(SELECT x AS n FROM SYSTEM_RANGE(" + from + ", " + to + ")) numbers"
            : "generate_series(" + from + ", " + to + ") AS numbers(n)";
    place.run(
        """
        INSERT INTO host (id, handle, name, email, email_key, time_zone, locale, role, active, revision, created_at)
        SELECT %s, 'host' || n, 'Host ' || n, 'host' || n || '@example.org', 'host' || n || '@example.org',
          'America/New_York', 'en', 'HOST', TRUE, 1, CURRENT_TIMESTAMP FROM %s
        """
            .formatted(id(1), numbers));
    place.run(
        "INSERT INTO handle (handle, owner_id) SELECT 'host' || n, %s FROM %s"
            .formatted(id(1), numbers));
    place.run(
        """
        INSERT INTO schedule (id, host_id, name, time_zone, is_default)
        SELECT %s, %s, 'Hours', 'America/New_York', TRUE FROM %s
        """
            .formatted(id(2), id(1), numbers));
    place.run(
        """
        INSERT INTO weekly_hours (schedule_id, day_of_week, start_minute, end_minute)
        SELECT %s, d, 540, 1020 FROM %s CROSS JOIN (VALUES (1), (2), (3), (4), (5)) days(d)
        """
            .formatted(id(2), numbers));
    place.run(
        """
        INSERT INTO event_type (id, host_id, page_id, assignment, slug, name, description, duration_minutes,
          step_minutes, buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, window_kind,
          window_days, seats, requires_approval, hidden, active, color, reminder_minutes, created_at)
        SELECT %s, %s, %s, 'oneHost', 'intro', 'Intro', '', 30, 30, 0, 0, 0, 'rolling', 60, 1, FALSE, FALSE,
          TRUE, '#2563eb', '', CURRENT_TIMESTAMP FROM %s
        """
            .formatted(id(3), id(1), id(1), numbers));
  }

  private static String id(int kind) {
    return "CAST('00000000-000%d-7000-8000-' || LPAD(CAST(n AS varchar(12)), 12, '0') AS uuid)"
        .formatted(kind);
  }

  /// Returns how much memory this program takes in all.
  public static long residentMebibytes() throws IOException {
    return residentMebibytes(ProcessHandle.current().pid());
  }

  static long residentMebibytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return -1;
  }
}
