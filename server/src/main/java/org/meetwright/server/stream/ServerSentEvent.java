package org.meetwright.server.stream;

import java.util.List;
import org.meetwright.core.news.NewsItem;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.model.news.ApiEvent;

/// Writes events as streams have them (HTML standard, section 9.2). A block without data only tells
/// the client how far it is.
final class ServerSentEvent {
  /// A line that says nothing; it shows that the connection still stands.
  static final String HEARTBEAT = ":\n\n";

  private ServerSentEvent() {}

  /// Returns how a stream begins.
  ///
  /// @param number how far the client is
  static String beginning(long number) {
    return "retry: 2000\nid: " + number + "\n\n";
  }

  /// Returns that something is missing: the client has to ask for everything anew.
  ///
  /// @param number how far the client is afterwards
  static String reset(long number) {
    return "id: " + number + "\nevent: reset\ndata: {}\n\n";
  }

  static String of(List<NewsItem> items) {
    StringBuilder text = new StringBuilder(items.size() * 200);
    for (NewsItem item : items) {
      text.append("id: ")
          .append(item.number())
          .append("\nevent: ")
          .append(item.kind().word())
          .append("\ndata: ")
          .append(Json.text(ApiEvents.of(item)))
          .append("\n\n");
    }
    return text.toString();
  }

  /// Translates events.
  private static final class ApiEvents {
    static ApiEvent of(NewsItem item) {
      return new ApiEvent(
          item.number(),
          item.kind().word(),
          item.at(),
          new ApiEvent.Subject(item.kind().subject().word(), item.subjectId()));
    }
  }
}
