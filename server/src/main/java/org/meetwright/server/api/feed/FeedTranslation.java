package org.meetwright.server.api.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.Feeds;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.feed.ApiFeed;
import org.meetwright.server.invite.FeedCalendar;

/// Translates calendar feeds to the API.
public final class FeedTranslation {
  private FeedTranslation() {}

  /// Returns how the API tells a feed.
  ///
  /// @param url where calendars read it; null to leave it out
  public static ApiFeed toApi(CalendarFeed feed, @Nullable URI url) {
    return new ApiFeed(
        feed.id(),
        feed.kind().word(),
        feed.name(),
        feed.createdAt(),
        feed.lastReadAt(),
        url == null ? null : url.toString());
  }

  /// Returns where calendars read a feed.
  ///
  /// @param publicUrl the server's address, without a slash at the end
  public static URI url(URI publicUrl, Feeds.NewFeed made) {
    return FeedCalendar.address(publicUrl, made.token());
  }

  /// Returns a host's feeds, for the export.
  public static ExportPart exported(Feeds feeds) {
    return ExportPart.of(
        "feeds", host -> feeds.list(host.id()).stream().map(feed -> toApi(feed, null)).toList());
  }
}
