package org.meetwright.server.api.feed;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.access.Caller;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.Feeds;
import org.meetwright.core.feed.Feeds.NewFeed;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.feed.ApiFeed;
import org.meetwright.server.api.model.feed.FeedRequest;

/// The calendar feeds of a host.
public final class FeedRoutes implements HttpService {
  private final Feeds feeds;
  private final Authentication authentication;
  private final Supplier<URI> publicUrl;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public FeedRoutes(Feeds feeds, Authentication authentication, Supplier<URI> publicUrl) {
    this.feeds = feeds;
    this.authentication = authentication;
    this.publicUrl = publicUrl;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/", this::add).delete("/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    List<ApiFeed> told =
        feeds.list(host.id()).stream().map(feed -> FeedTranslation.toApi(feed, null)).toList();
    Json.send(response, new ApiFeed.Listing(told));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Fields body = Json.body(request).only(FeedRequest.class);
    CalendarFeed.FeedKind kind =
        body.optionalText("kind").map(CalendarFeed.FeedKind::of).orElse(CalendarFeed.FeedKind.FULL);
    NewFeed made = feeds.add(caller, body.text("name", ""), kind).orElseThrow(FeedRoutes::tooMany);
    Json.created(
        response,
        "/api/v1/feeds/" + made.feed().id(),
        FeedTranslation.toApi(made.feed(), FeedTranslation.url(publicUrl.get(), made)));
  }

  private static ProblemException tooMany() {
    return ProblemException.of(
        Code.NOT_POSSIBLE,
        "You have " + Feeds.MOST + " calendar feeds; delete one that no calendar reads.");
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    if (!feeds.delete(host.id(), id)) {
      throw ProblemException.notFound("calendar feed", id.toString());
    }
    response.status(Status.NO_CONTENT_204).send();
  }
}
