package org.meetwright.server.calendar.http;

import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The answer of a service that speaks JSON.
///
/// @param body an empty object if a refusal is no JSON
public record JsonAnswer(Reply.Head head, JsonNode body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Sends a request.
  ///
  /// @throws RemoteFault if there is no answer, or one of the statuses 2xx that is no JSON object
  public static JsonAnswer of(CalendarHttp http, OutgoingRequest request) throws RemoteFault {
    return http.send(
        request,
        (head, body) -> {
          byte[] bytes = body.readAllBytes();
          try {
            return new JsonAnswer(head, object(head, bytes));
          } catch (RemoteFault fault) {
            throw new CalendarHttp.Faulty(fault);
          }
        });
  }

  private static JsonNode object(Reply.Head head, byte[] bytes) throws RemoteFault {
    boolean isGood = head.status() / 100 == 2;
    if (bytes.length == 0 && (!isGood || head.status() == 204 || head.status() == 200)) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode read = JSON.readTree(bytes);
      if (read.isObject()) {
        return read;
      }
    } catch (JacksonException notJson) {
      // Told below.
    }
    if (isGood) {
      throw new RemoteFault(
          FaultCode.NOT_UNDERSTOOD, "The calendar service does not answer with JSON.");
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /// Returns the status.
  public int status() {
    return head.status();
  }
}
