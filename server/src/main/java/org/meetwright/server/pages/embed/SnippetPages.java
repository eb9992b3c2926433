package org.meetwright.server.pages.embed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.embed.SnippetsView.Snippet;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// Shows hosts what to copy into their own sites. It contains nothing that the booking page does
/// not.
public final class SnippetPages {
  private final Brandings brandings;
  private final Bookables bookables;
  private final Offerings offerings;
  private final Supplier<URI> publicUrl;

  /// Creates the page.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public SnippetPages(
      Brandings brandings, Bookables bookables, Offerings offerings, Supplier<URI> publicUrl) {
    this.brandings = brandings;
    this.bookables = bookables;
    this.offerings = offerings;
    this.publicUrl = publicUrl;
  }

  /// Shows the snippets of an event type that can be booked.
  public PageAnswer show(PageRequest request) {
    return bookables
        .find(request.path("handle"))
        .filter(Bookable::active)
        .flatMap(
            who ->
                offerings.find(request.path("handle"), request.path("slug"), null)
                        instanceof FindOutcome.Found(Offering offering)
                    ? Optional.of(show(request, who, offering.eventType()))
                    : Optional.empty())
        .orElseGet(PageAnswer::notFound);
  }

  private PageAnswer show(PageRequest request, Bookable who, EventType eventType) {
    Texts texts = PageTexts.of(request.language());
    String address = publicUrl.get() + "/" + who.handle() + "/" + eventType.slug();
    String script = "<script src=\"" + publicUrl.get() + "/embed.js\" async></script>";
    Shell shell =
        Shell.unlisted(texts, request.links(), texts.get("embed.title") + " · " + eventType.name())
            .branded(brandings.of(who.ownerId()));
    List<Snippet> snippets =
        List.of("inline", "popup", "button").stream()
            .map(kind -> snippet(kind, address, script, texts))
            .toList();
    return PageAnswer.page(
        "snippets", new SnippetsView(shell, eventType.name(), address, snippets), Privacy.OPEN);
  }

  private static Snippet snippet(String kind, String address, String script, Texts texts) {
    String link =
        "<a href=\"%s\" data-meetwright=\"%s\">%s</a>"
            .formatted(address, kind, texts.get("embed.book"));
    return new Snippet(
        kind,
        texts.get("embed." + kind),
        texts.get("embed." + kind + ".hint"),
        link + "\n" + script);
  }
}
