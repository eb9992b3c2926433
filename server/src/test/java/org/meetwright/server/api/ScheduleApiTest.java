package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Holidays and travel of schedules.
@ParameterizedClass
@EachDatabase
class ScheduleApiTest {
  private static final String SCHEDULES = "/api/v1/schedules";
  private static final String HOLIDAYS = "/api/v1/holidays";
  private static final String AWAY =
      """
      {"name": "Office", "timeZone": "Europe/Berlin",
       "holidays": {"country": "de", "region": "BY", "except": ["EPIPHANY", "2026-12-26"]},
       "travel": [{"from": "2026-05-04", "to": "2026-05-08", "timeZone": "Asia/Tokyo"}]}
      """;

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void keepsHolidaysAndTravel() {
    Answer added = server.asHost("POST", SCHEDULES, AWAY);
    assertThat(added.status()).isEqualTo(201);
    String path = added.response().headers().firstValue("Location").orElseThrow();
    JsonNode found = server.asHost("GET", path, "").body();
    assertThat(found).isEqualTo(added.body());
    assertThat(found.path("holidays").toString())
        .isEqualTo(
            "{\"country\":\"DE\",\"region\":\"BY\",\"except\":[\"2026-12-26\",\"EPIPHANY\"]}");
    assertThat(found.path("travel").toString())
        .isEqualTo("[{\"from\":\"2026-05-04\",\"to\":\"2026-05-08\",\"timeZone\":\"Asia/Tokyo\"}]");
    // What was told can be sent back.
    assertThat(server.asHost("PUT", path, found.toString()).body()).isEqualTo(found);
    JsonNode plain =
        server.asHost("PUT", path, "{\"name\": \"Office\", \"timeZone\": \"UTC\"}").body();
    assertThat(plain.path("holidays").isNull()).isTrue();
    assertThat(plain.path("travel").toString()).isEqualTo("[]");
  }

  @Test
  void namesTheFieldThatIsWrongAndSavesNothing() {
    String before = server.asHost("GET", SCHEDULES, "").body().toString();
    assertThat(wrong("\"de\"", "\"ZZ\"")).isEqualTo("holidays.country");
    assertThat(wrong("\"BY\"", "\"XX\"")).isEqualTo("holidays.region");
    assertThat(wrong("EPIPHANY", "CARNIVAL")).isEqualTo("holidays.except");
    assertThat(wrong("\"except\"", "\"but\"")).isEqualTo("holidays.but");
    assertThat(wrong("Asia/Tokyo", "Asia/Nowhere")).isEqualTo("travel[0].timeZone");
    assertThat(wrong("2026-05-08", "2026-05-03")).isEqualTo("travel[0].to");
    assertThat(
            wrong("[{", "[{\"from\":\"2026-05-08\",\"to\":\"2026-05-08\",\"timeZone\":\"UTC\"}, {"))
        .isEqualTo("travel");
    Answer region = server.asHost("POST", SCHEDULES, AWAY.replace("\"BY\"", "\"XX\""));
    assertThat(region.body().toString()).contains("\\\"XX\\\"", "BW, BY");
    assertThat(server.asHost("GET", SCHEDULES, "").body().toString()).isEqualTo(before);
  }

  private String wrong(String part, String instead) {
    Answer answer = server.asHost("POST", SCHEDULES, AWAY.replace(part, instead));
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void listsCountriesRegionsAndHolidays() {
    assertThat(server.asHost("GET", HOLIDAYS, "").body().path("countries").toString())
        .contains("{\"code\":\"DE\",\"name\":\"Germany\"}");
    assertThat(server.asHost("GET", HOLIDAYS + "?locale=ja", "").body().toString())
        .contains("{\"code\":\"DE\",\"name\":\"ドイツ\"}");
    JsonNode bavaria =
        server.asHost("GET", HOLIDAYS + "/DE?region=BY&year=2027&locale=de", "").body();
    assertThat(bavaria.path("regions").toString())
        .contains("{\"code\":\"BY\",\"name\":\"Bayern\"}");
    assertThat(bavaria.path("holidays").toString())
        .contains("{\"id\":\"EPIPHANY\",\"date\":\"2027-01-06\",\"name\":\"Heilige Drei Könige\"}");
    JsonNode germany = server.asHost("GET", HOLIDAYS + "/de", "").body();
    assertThat(germany.path("country").stringValue()).isEqualTo("DE");
    assertThat(germany.path("region").isNull()).isTrue();
    assertThat(germany.path("year").intValue()).isEqualTo(2026);
    assertThat(germany.path("holidays").toString()).contains("2026-10-03");
    assertThat(server.get(HOLIDAYS).status()).isEqualTo(401);
    assertThat(server.asHost("GET", HOLIDAYS + "/ZZ", "").field()).isEqualTo("country");
    assertThat(server.asHost("GET", HOLIDAYS + "/DE?region=XX", "").field()).isEqualTo("region");
    assertThat(server.asHost("GET", HOLIDAYS + "/DE?year=1969", "").field()).isEqualTo("year");
    assertThat(server.asHost("GET", HOLIDAYS + "/DE?year=next", "").field()).isEqualTo("year");
  }
}
