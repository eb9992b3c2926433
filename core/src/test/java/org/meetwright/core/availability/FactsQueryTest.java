package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;

/// That PostgreSQL reads what is asked for and not a host's history: its own word, by EXPLAIN, on
/// the statements that the program runs.
class FactsQueryTest {
  private static final Instant FROM = Instant.parse("2026-03-03T00:00:00Z");
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Pattern PARAMETER = Pattern.compile("#\\{(\\w+)}");
  private static final Pattern ROWS = Pattern.compile("rows=(\\d+)(?:\\.\\d+)? loops");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

  @Test
  void readsFewRowsOfAHostWithAHundredThousandPastMeetings() throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.POSTGRESQL);
        Connection connection = fixture.database.connect()) {
      EventType type = fixture.addEventType(t -> t);
      fill(connection, fixture.ada.id(), type.id());
      String meetings =
          explain(
              connection,
              FactsMapper.class,
              "meetings",
              Map.of(
                  "hostId",
                  fixture.ada.id(),
                  "earliest",
                  FROM.minusSeconds(3 * 86_400),
                  "from",
                  FROM,
                  "until",
                  FROM.plusSeconds(7 * 86_400),
                  "groupId",
                  type.id(),
                  "togetherId",
                  NOBODY));
      assertThat(meetings).contains("Index Scan using meeting_host_time").contains("padded_from >");
      assertThat(mostRows(meetings)).as(meetings).isLessThan(1000);
      String turns =
          explain(
              connection,
              RotationMapper.class,
              "members",
              Map.of(
                  "eventTypeId",
                  type.id(),
                  "teamId",
                  fixture.addTeam("duo", fixture.ada).id(),
                  "since",
                  FROM.minusSeconds(10 * 86_400)));
      assertThat(turns).contains("starts_at >=");
      assertThat(mostRows(turns)).as(turns).isLessThan(2000);
    }
  }

  /// Adds a meeting every half an hour up to a few days after [#FROM].
  private static void fill(Connection connection, UUID hostId, UUID typeId) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, starts_at,
            ends_at, created_at)
          SELECT gen_random_uuid(), '%s', 'intro', 'Intro', s, s + interval '30 minutes',
            s - interval '1 day'
          FROM (SELECT timestamptz '%s' + interval '1 minute' * 30 * (n - 99900) AS s
            FROM generate_series(1, 100000) n) every
          """
              .formatted(typeId, FROM));
      statement.execute(
          """
          INSERT INTO meeting_host SELECT id, '%s', starts_at, ends_at, TRUE FROM meeting
          """
              .formatted(hostId));
      statement.execute("ANALYZE meeting");
      statement.execute("ANALYZE meeting_host");
    }
  }

  private static String explain(
      Connection connection, Class<?> mapper, String mapped, Map<String, ?> values)
      throws Exception {
    String sql =
        Arrays.stream(mapper.getDeclaredMethods())
            .filter(method -> method.getName().equals(mapped))
            .map(method -> String.join(" ", method.getAnnotation(Select.class).value()))
            .findFirst()
            .orElseThrow();
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "EXPLAIN (ANALYZE, BUFFERS OFF) " + PARAMETER.matcher(sql).replaceAll("?"))) {
      Matcher parameter = PARAMETER.matcher(sql);
      for (int i = 1; parameter.find(); i++) {
        Object value = values.get(parameter.group(1));
        statement.setObject(
            i, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  /// Returns the most rows that a step of the plan found or threw away.
  private static long mostRows(String plan) {
    assertThat(plan).containsPattern(ROWS);
    return Math.max(most(ROWS, plan), most(REMOVED, plan));
  }

  private static long most(Pattern pattern, String plan) {
    return pattern
        .matcher(plan)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }
}
