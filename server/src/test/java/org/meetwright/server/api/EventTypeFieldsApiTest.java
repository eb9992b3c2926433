package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.node.ObjectNode;

/// Lengths, places, limits, texts and what comes after a meeting.
@ParameterizedClass
@EachDatabase
class EventTypeFieldsApiTest {
  private static final String EVENT_TYPES = "/api/v1/event-types";

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

  private Answer add(String fields) {
    return server.asHost("POST", EVENT_TYPES, body(fields));
  }

  private static String body(String fields) {
    return "{\"slug\":\"call\",\"name\":\"Call\",\"durationMinutes\":30" + fields + "}";
  }

  private static String path(JsonNode type) {
    return EVENT_TYPES + "/" + type.path("id").stringValue();
  }

  private JsonNode again(JsonNode type) {
    return server.asHost("GET", path(type), "").body();
  }

  @Test
  void keepsEveryField() {
    Answer added =
        add(
            """
            ,"durationsMinutes":[60,15],"maxPerMonth":20,"maxActivePerInvitee":2,
            "followUpMinutes":30,"redirectUrl":"https://example.com/thanks?a=b",
            "locations":[{"kind":"in_person","value":"12 Row"},{"kind":"phone"},
              {"kind":"generated_link","value":"https://meet.jit.si/{random}"},
              {"kind":"custom","value":"Tent 3"}],
            "texts":{"confirmation":{"de":"Bis bald, {invitee}!"},"followUp":{"en":"Thanks."}}\
            """);
    assertThat(added.status()).isEqualTo(201);
    JsonNode type = added.body();
    assertThat(type.path("durationsMinutes").toString()).isEqualTo("[15,30,60]");
    assertThat(type.path("stepMinutes").isNull()).isTrue();
    assertThat(type.path("locations").toString())
        .isEqualTo(
            "[{\"kind\":\"in_person\",\"value\":\"12 Row\"},{\"kind\":\"phone\",\"value\":null},"
                + "{\"kind\":\"generated_link\",\"value\":\"https://meet.jit.si/{random}\"},"
                + "{\"kind\":\"custom\",\"value\":\"Tent 3\"}]");
    assertThat(type.path("location").toString())
        .isEqualTo("{\"kind\":\"inPerson\",\"value\":\"12 Row\"}");
    assertThat(type.path("texts").toString())
        .isEqualTo(
            "{\"confirmation\":{\"de\":\"Bis bald,"
                + " {invitee}!\"},\"followUp\":{\"en\":\"Thanks.\"}}");
    assertThat(type.path("maxPerMonth").intValue()).isEqualTo(20);
    assertThat(type.path("maxActivePerInvitee").intValue()).isEqualTo(2);
    assertThat(type.path("followUpMinutes").intValue()).isEqualTo(30);
    assertThat(type.path("redirectUrl").stringValue()).isEqualTo("https://example.com/thanks?a=b");
    assertThat(type.path("warnings").toString()).isEqualTo("[]");
    assertThat(again(type)).isEqualTo(type);
    assertThat(server.asHost("PUT", path(type), type.toString()).body())
        .as("what was told can be sent back")
        .isEqualTo(type);
  }

  @Test
  void givesThemDefaultsThatChangeNothing() {
    JsonNode type = add("").body();
    assertThat(type.path("durationsMinutes").toString()).isEqualTo("[30]");
    assertThat(type.path("stepMinutes").intValue()).isEqualTo(30);
    assertThat(type.path("locations").toString()).isEqualTo("[]");
    for (String none :
        new String[] {
          "location", "maxPerMonth", "maxActivePerInvitee", "followUpMinutes", "redirectUrl"
        }) {
      assertThat(type.path(none).isNull()).as(none).isTrue();
    }
    assertThat(type.path("texts").toString()).isEqualTo("{}");
  }

  @Test
  void letsAnOldClientChangeTheOneLocationAndTheOneLength() {
    JsonNode type =
        add(",\"location\":{\"kind\":\"link\",\"value\":\"https://a.example/\"}").body();
    assertThat(type.path("locations").size()).isEqualTo(1);
    ObjectNode changed = (ObjectNode) type.deepCopy();
    ((ObjectNode) changed.path("location")).put("value", "https://b.example/");
    changed.put("durationMinutes", 45);
    JsonNode after = server.asHost("PUT", path(type), changed.toString()).body();
    assertThat(after.path("locations").toString())
        .isEqualTo("[{\"kind\":\"link\",\"value\":\"https://b.example/\"}]");
    assertThat(after.path("durationsMinutes").toString()).isEqualTo("[45]");
  }

  @Test
  void takesTheListWhereItIsWhatWasChanged() {
    JsonNode type =
        add(",\"location\":{\"kind\":\"link\",\"value\":\"https://a.example/\"}").body();
    ObjectNode changed = (ObjectNode) type.deepCopy();
    changed.putArray("locations").addObject().put("kind", "phone").put("value", "+1 555 0100");
    JsonNode after = server.asHost("PUT", path(type), changed.toString()).body();
    assertThat(after.path("location").toString())
        .isEqualTo("{\"kind\":\"phone\",\"value\":\"+1 555 0100\"}");
    Answer both =
        add(
            ",\"location\":{\"kind\":\"phone\"},\"locations\":[{\"kind\":\"custom\",\"value\":\"x\"}]");
    assertThat(both.status()).isEqualTo(400);
    assertThat(both.field()).isEqualTo("location");
  }

  @Test
  void warnsOfAGeneratedLinkWithoutRandom() {
    Answer added =
        add(",\"locations\":[{\"kind\":\"generated_link\",\"value\":\"https://meet.jit.si/ada\"}]");
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().path("warnings").path(0).path("field").stringValue())
        .isEqualTo("locations[0].value");
  }

  @Test
  void namesTheFieldOfBadInputAndSavesNothing() {
    refuses("locations[0].kind", ",\"locations\":[{\"kind\":\"conference\"}]");
    refuses("locations[0].kind", ",\"locations\":[{\"kind\":\"boat\"}]");
    refuses("locations[0].value", ",\"locations\":[{\"kind\":\"link\",\"value\":\"x\"}]");
    refuses("locations[0].value", ",\"locations\":[{\"kind\":\"custom\"}]");
    refuses("durationsMinutes", ",\"durationsMinutes\":[0]");
    refuses("durationsMinutes[1]", ",\"durationsMinutes\":[5,\"x\"]");
    refuses("durationsMinutes", ",\"durationsMinutes\":[1,2,3,4,5,6,7,8,9,10]");
    refuses("maxPerMonth", ",\"maxPerMonth\":0");
    refuses("maxActivePerInvitee", ",\"maxActivePerInvitee\":0");
    refuses("redirectUrl", ",\"redirectUrl\":\"http://example.com/\"");
    refuses("followUpMinutes", ",\"followUpMinutes\":-1");
    refuses("texts.mail.en", ",\"texts\":{\"mail\":{\"en\":\"Hi {who}\"}}");
    refuses("texts.post", ",\"texts\":{\"post\":{\"en\":\"Hi\"}}");
    refuses("texts.mail.english", ",\"texts\":{\"mail\":{\"english\":\"Hi\"}}");
    assertThat(server.asHost("GET", EVENT_TYPES, "").body().toString()).doesNotContain("\"call\"");
  }

  private void refuses(String field, String fields) {
    Answer answer = add(fields);
    assertThat(answer.status()).as(fields).isEqualTo(400);
    assertThat(answer.field()).as(fields).isEqualTo(field);
  }

  @Test
  void putsEventTypesInOrder() {
    Map<String, String> ids = new HashMap<>();
    for (String slug : List.of("one", "two", "three")) {
      String body =
          "{\"slug\":\"%s\",\"name\":\"%s\",\"durationMinutes\":30}".formatted(slug, slug);
      ids.put(slug, server.asHost("POST", EVENT_TYPES, body).body().path("id").asString());
    }
    JsonNode ordered = order(ids.get("three"), ids.get("one")).body();
    assertThat(slugs(ordered)).containsExactly("three", "one", "two");
    assertThat(slugs(server.asHost("GET", EVENT_TYPES, "").body()))
        .containsExactly("three", "one", "two");
    assertThat(slugs(server.get("/api/v1/hosts/ada").body()))
        .containsExactly("three", "one", "two");

    String eve = server.addHost("eve");
    Answer others =
        server.as(eve, "PATCH", EVENT_TYPES, "{\"order\":[\"" + ids.get("one") + "\"]}");
    for (Answer wrong :
        List.of(
            others,
            order(ids.get("one"), ids.get("one")),
            server.asHost("PATCH", EVENT_TYPES, "{}"))) {
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.field()).isEqualTo("order");
    }
    assertThat(order("one").field()).startsWith("order");
    assertThat(slugs(server.asHost("GET", EVENT_TYPES, "").body()))
        .containsExactly("three", "one", "two");
  }

  private Answer order(String... ids) {
    return server.asHost(
        "PATCH", EVENT_TYPES, "{\"order\":[\"" + String.join("\",\"", ids) + "\"]}");
  }

  private static List<String> slugs(JsonNode list) {
    return list.path("eventTypes").valueStream().map(type -> type.path("slug").asString()).toList();
  }

  @Test
  void tellsEveryoneTheLengthsAndPlacesButNoPattern() {
    add(
        ",\"durationsMinutes\":[60],\"locations\":[{\"kind\":\"phone\"},"
            + "{\"kind\":\"generated_link\",\"value\":\"https://meet.example/{random}\"}]");
    JsonNode offer = server.get("/api/v1/hosts/ada/event-types/call").body();
    assertThat(offer.path("durationsMinutes").toString()).isEqualTo("[30,60]");
    assertThat(offer.path("locations").toString())
        .isEqualTo(
            "[{\"kind\":\"phone\",\"value\":null},{\"kind\":\"generated_link\",\"value\":null}]");
  }

  @Test
  void keepsTheLimitsOfAHostUntilHeTakesThemAway() {
    JsonNode limited =
        server
            .asHost("PATCH", "/api/v1/me", "{\"maxMeetingsPerDay\":4,\"maxMinutesPerDay\":240}")
            .body();
    assertThat(limited.path("maxMeetingsPerDay").intValue()).isEqualTo(4);
    JsonNode renamed = server.asHost("PATCH", "/api/v1/me", "{\"name\":\"Ada\"}").body();
    assertThat(renamed.path("maxMeetingsPerDay").intValue()).isEqualTo(4);
    assertThat(renamed.path("maxMinutesPerDay").intValue()).isEqualTo(240);
    JsonNode free =
        server
            .asHost("PATCH", "/api/v1/me", "{\"maxMeetingsPerDay\":null,\"maxMinutesPerDay\":0}")
            .body();
    assertThat(free.path("maxMeetingsPerDay").isNull()).isTrue();
    assertThat(free.path("maxMinutesPerDay").isNull()).isTrue();
    assertThat(server.asHost("PATCH", "/api/v1/me", "{\"maxMinutesPerDay\":1441}").field())
        .isEqualTo("maxMinutesPerDay");
  }
}
