package org.meetwright.server.pages.host;

import java.util.List;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// What this server is, and what can be booked with a host.
public final class HostPages {
  private final Brandings brandings;
  private final Bookables bookables;
  private final EventTypes eventTypes;

  /// Creates the pages.
  public HostPages(Brandings brandings, Bookables bookables, EventTypes eventTypes) {
    this.brandings = brandings;
    this.bookables = bookables;
    this.eventTypes = eventTypes;
  }

  /// Says what this server is. It names no host: a visitor with a link knows whom to meet.
  public PageAnswer landing(PageRequest request) {
    Texts texts = PageTexts.of(request.language());
    Shell shell =
        new Shell(texts, request.links(), "Meetwright", texts.get("landing.text"), true, false);
    return PageAnswer.page(
        "message",
        new MessageView(
            shell,
            texts.get("landing.title"),
            texts.get("landing.text"),
            request.links().home() + "login",
            texts.get("landing.signIn")),
        Privacy.OPEN);
  }

  /// Lists what can be booked with a host.
  public PageAnswer host(PageRequest request) {
    return bookables
        .find(request.path("handle"))
        .map(who -> who.active() ? host(request, who) : closed(request, who))
        .orElseGet(PageAnswer::notFound);
  }

  private PageAnswer closed(PageRequest request, Bookable who) {
    Texts texts = PageTexts.of(request.visitor(who.timeZone()).locale());
    return closed(texts, request.links(), who, brandings.of(who.ownerId()));
  }

  /// Says that a host or team takes no bookings at present.
  public static PageAnswer closed(Texts texts, PageLinks links, Bookable who, Branding branding) {
    return PageAnswer.page(
        "message",
        new MessageView(
            Shell.unlisted(texts, links, who.name()).branded(branding),
            texts.get("closed.title"),
            texts.get("closed.text", who.name()),
            null,
            ""),
        Privacy.OPEN);
  }

  private PageAnswer host(PageRequest request, Bookable who) {
    Texts texts = PageTexts.of(request.visitor(who.timeZone()).locale());
    List<EventInfo> events =
        eventTypes.listOnPage(who.id()).stream()
            .filter(EventType::isListed)
            .map(eventType -> EventInfo.of(who, eventType, texts, request.links()))
            .toList();
    Shell shell =
        new Shell(
                texts,
                request.links(),
                who.name(),
                texts.get("host.description", who.name()),
                true,
                false)
            .branded(brandings.of(who.ownerId()));
    return PageAnswer.page("host", HostView.of(shell, who, events), Privacy.OPEN);
  }
}
