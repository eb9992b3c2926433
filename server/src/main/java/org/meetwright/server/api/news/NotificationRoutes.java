package org.meetwright.server.api.news;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.News;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.news.ApiNotification;
import org.meetwright.server.api.model.news.ReadRequest;

/// What a host is notified of: what others have done since he last looked.
public final class NotificationRoutes implements HttpService {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final News news;
  private final Bookings bookings;
  private final Authentication authentication;

  /// Creates the routes.
  public NotificationRoutes(News news, Bookings bookings, Authentication authentication) {
    this.news = news;
    this.bookings = bookings;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/read", this::read);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Query query = new Query(request);
    int limit = query.limit(USUAL, MOST);
    Long before = query.optional("cursor").map(NotificationRoutes::number).orElse(null);
    News.Notices page = news.notices(host.id(), before, limit);
    List<ApiNotification> told =
        page.items().stream()
            .map(
                item ->
                    NotificationTranslation.toApi(
                        item, host.id(), item.number() <= page.read(), bookings))
            .toList();
    Long next = page.next();
    Json.send(
        response,
        new ApiNotification.Listing(
            told, page.unread(), next == null ? null : String.valueOf(next)));
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new InvalidValueException(
          "cursor", "must be a whole number, not " + InvalidValueException.shown(text));
    }
    return Long.parseLong(text);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.body(request).only(ReadRequest.class);
    int upTo = Text.number("upTo", body.number("upTo"), 0, Integer.MAX_VALUE);
    Json.send(response, new ApiNotification.Unread(news.markRead(host.id(), upTo)));
  }
}
