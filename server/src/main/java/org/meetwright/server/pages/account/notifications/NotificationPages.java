package org.meetwright.server.pages.account.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsItem;
import org.meetwright.server.pages.account.notifications.NotificationsView.Row;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// What is new for a host. Nothing is marked as read by looking at it.
public final class NotificationPages {
  private static final int PAGE = 25;

  private final Access access;
  private final News news;
  private final NotificationRows rows;

  /// Creates the pages.
  public NotificationPages(Access access, News news, NotificationRows rows) {
    this.access = access;
    this.news = news;
    this.rows = rows;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(AccountSection.NOTIFICATIONS.path(), this::show)
        .post(AccountSection.NOTIFICATIONS.path() + "/read", this::read);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.NOTIFICATIONS,
        caller -> page(asked, caller, number(asked.request().parameter("before"))));
  }

  private PageAnswer page(AccountRequest asked, Caller caller, @Nullable Long before) {
    News.Notices page = news.notices(caller.host().id(), before, PAGE);
    List<Row> told =
        page.items().stream()
            .map(item -> rows.row(asked, caller, item, item.number() <= page.read()))
            .toList();
    Long next = page.next();
    NotificationsView view =
        new NotificationsView(
            asked.frame(AccountSection.NOTIFICATIONS),
            told,
            upTo(page.items(), page.unread()),
            next == null
                ? null
                : asked.link(AccountSection.NOTIFICATIONS.path()) + "?before=" + next);
    return PageAnswer.page("account/notifications", view, Privacy.FORM);
  }

  /// What came after this page was made stays unread.
  private static @Nullable String upTo(List<NewsItem> items, int unread) {
    return unread == 0 || items.isEmpty() ? null : String.valueOf(items.getFirst().number());
  }

  private static @Nullable Long number(String text) {
    return text.matches("[0-9]{1,9}") ? Long.valueOf(text) : null;
  }

  private PageAnswer read(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.NOTIFICATIONS,
        caller -> {
          Long upTo = number(asked.form(CookiePurpose.SESSION).get("upTo"));
          if (upTo != null) {
            news.markRead(caller.host().id(), upTo);
          }
          return asked.done(AccountSection.NOTIFICATIONS, Notice.NEWS_READ);
        });
  }
}
