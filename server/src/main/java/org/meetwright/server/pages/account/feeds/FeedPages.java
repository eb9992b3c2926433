package org.meetwright.server.pages.account.feeds;

import io.helidon.http.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.Feeds;
import org.meetwright.core.feed.Feeds.NewFeed;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.invite.FeedCalendar;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Credential;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;

/// A host's calendar feeds: listed, made, deleted.
public final class FeedPages {
  private final Access access;
  private final Feeds feeds;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which calendars reach the server, without a slash at the
  ///   end
  public FeedPages(Access access, Feeds feeds, Supplier<URI> publicUrl) {
    this.access = access;
    this.feeds = feeds;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get(AccountSection.FEEDS.path(), this::show);
    rules.post(AccountSection.FEEDS.path(), this::make);
    rules.post(AccountSection.FEEDS.path() + "/{id}/end", this::delete);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.FEEDS,
        caller ->
            page(
                asked,
                caller,
                Status.OK_200,
                Shown.of(FeedForm.of(asked.typed(AccountSection.FEEDS)))));
  }

  /// What the page shows besides the list.
  private record Shown(
      FeedForm form, @Nullable String error, @Nullable String says, @Nullable String made) {
    static Shown of(FeedForm form) {
      return new Shown(form, null, null, null);
    }
  }

  private PageAnswer page(AccountRequest asked, Caller caller, Status status, Shown shown) {
    List<Credential> rows =
        feeds.list(caller.host().id()).stream().map(feed -> row(asked, caller, feed)).toList();
    FeedsView view =
        new FeedsView(
            asked.frame(AccountSection.FEEDS),
            rows,
            shown.form(),
            shown.error(),
            shown.says(),
            shown.made());
    return new PageAnswer.Page(status, "account/feeds", view, Privacy.FORM);
  }

  private static Credential row(AccountRequest asked, Caller caller, CalendarFeed feed) {
    Texts words = asked.words();
    Instant read = feed.lastReadAt();
    return new Credential(
        feed.id().toString(),
        feed.name().isEmpty() ? words.get("feeds.unnamed") : feed.name(),
        List.of(
            words.get("feeds." + feed.kind().word()),
            words.get("account.created", asked.written(feed.createdAt(), caller)),
            read == null
                ? words.get("feeds.neverRead")
                : words.get("feeds.read", asked.written(read, caller))),
        false,
        asked.link(AccountSection.FEEDS.path() + "/" + feed.id() + "/end"));
  }

  /// Makes one and shows its address: with this answer, since it is kept nowhere that another could
  /// take it from.
  private PageAnswer make(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.FEEDS,
        caller -> make(asked, caller, FeedForm.of(asked.form(CookiePurpose.SESSION))));
  }

  private PageAnswer make(AccountRequest asked, Caller caller, FeedForm form) {
    Texts words = asked.words();
    Optional<NewFeed> made;
    try {
      made = feeds.add(caller.host().id(), form.name(), form.kind());
    } catch (InvalidValueException wrong) {
      String error = words.get("feeds.wrong.name", CalendarFeed.LONGEST_NAME);
      return page(asked, caller, Status.BAD_REQUEST_400, new Shown(form, error, null, null));
    }
    return made.map(
            feed -> {
              String address = FeedCalendar.address(publicUrl.get(), feed.token()).toString();
              Shown shown = new Shown(FeedForm.EMPTY, null, null, address);
              return page(asked, caller, Status.CREATED_201, shown);
            })
        .orElseGet(
            () -> {
              String says = words.get("feeds.most", Feeds.MOST);
              return page(asked, caller, Status.CONFLICT_409, new Shown(form, null, says, null));
            });
  }

  /// Deletes one. What is gone already, or never was his, needs no deleting.
  private PageAnswer delete(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.FEEDS,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> feeds.delete(caller.host().id(), id));
          return asked.done(AccountSection.FEEDS, Notice.FEED_DELETED);
        });
  }
}
