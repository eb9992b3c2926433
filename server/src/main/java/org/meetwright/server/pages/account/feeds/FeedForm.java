package org.meetwright.server.pages.account.feeds;

import org.meetwright.core.feed.CalendarFeed.FeedKind;
import org.meetwright.server.pages.form.FormBody;

/// The form to make a feed.
///
/// @param busy whether it tells times alone
public record FeedForm(String name, boolean busy) {
  static final FeedForm EMPTY = new FeedForm("", false);

  static FeedForm of(FormBody form) {
    return new FeedForm(form.get("name"), form.get("kind").equals(FeedKind.BUSY.word()));
  }

  FeedKind kind() {
    return busy ? FeedKind.BUSY : FeedKind.FULL;
  }
}
