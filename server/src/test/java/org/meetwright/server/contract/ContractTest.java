package org.meetwright.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What holds the API against its document notices what is wrong.
class ContractTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final String BOOKING =
      """
      {"id": "0199b2d4-7a65-7d51-8f64-0a3c5e6f7a8b", "status": "confirmed",
       "start": "2026-03-09T13:00:00Z", "end": "2026-03-09T13:30:00Z",
       "eventType": {"slug": "intro", "name": "Intro"}, "hosts": [],
       "invitee": {"name": "Bob", "email": "bob@example.com", "timeZone": "UTC"},
       "guests": [], "guestsWait": false, "answers": {}, "notes": "", "metadata": {}, "location": null,
       "noShow": false, "reason": "", "version": 1,
       "calendarUid": "x", "createdAt": "2026-03-02T12:00:00Z"}
      """;

  private final Schemas schemas = new Schemas(DOCUMENT);

  private List<String> answer(String schema, String json) {
    return schemas.answer(schema(schema), JsonMapper.shared().readTree(json));
  }

  private List<String> request(String schema, String json) {
    return schemas.request(schema(schema), JsonMapper.shared().readTree(json));
  }

  private static JsonNode schema(String name) {
    return JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  @Test
  void noticesWhatIsWrongInAnswers() {
    assertThat(answer("Booking", BOOKING)).isEmpty();
    assertThat(answer("Booking", BOOKING.replace("{\"id", "{\"untold\": 1, \"id"))).isNotEmpty();
    assertThat(answer("Booking", BOOKING.replace("\"slug\"", "\"untold\": 1, \"slug\"")))
        .isNotEmpty();
    assertThat(answer("Booking", BOOKING.replace("\"noShow\": false,", ""))).isNotEmpty();
    assertThat(answer("Booking", BOOKING.replace("confirmed", "unheard-of"))).isNotEmpty();
    assertThat(answer("Booking", BOOKING.replace("T13:00:00Z", ""))).isNotEmpty();
    assertThat(answer("InviteeBooking", BOOKING)).isNotEmpty();
  }

  @Test
  void noticesWhatIsWrongInRequests() {
    assertThat(request("ReasonRequest", "{\"reason\": \"Ill\"}")).isEmpty();
    assertThat(request("ReasonRequest", "{\"reason\": null}")).isEmpty();
    assertThat(request("ReasonRequest", "{\"reason\": 7}")).isNotEmpty();
    assertThat(request("ReasonRequest", "{\"untold\": \"Ill\"}")).isNotEmpty();
    assertThat(request("RescheduleRequest", "{}")).isNotEmpty();
  }

  @Test
  void noticesEventsThatAreNotToldOf() {
    assertThatThrownBy(() -> Contract.holdEvent("{\"type\": \"booking.untold\"}"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Contract.holdEvent("{\"type\": \"booking.created\", \"data\": {}}"))
        .isInstanceOf(AssertionError.class);
  }
}
