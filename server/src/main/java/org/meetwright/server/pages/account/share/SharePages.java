package org.meetwright.server.pages.account.share;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.meetwright.core.access.Access;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Handle;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.share.ShareView.Meeting;
import org.meetwright.server.pages.account.share.ShareView.Place;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// The addresses that a host gives to those who want to meet him.
public final class SharePages {
  private final Teams teams;
  private final EventTypes eventTypes;
  private final Access access;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public SharePages(Teams teams, EventTypes eventTypes, Access access, Supplier<URI> publicUrl) {
    this.teams = teams;
    this.eventTypes = eventTypes;
    this.access = access;
    this.publicUrl = publicUrl;
  }

  /// Shows them.
  public PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.SHARE,
        caller -> {
          Host host = caller.host();
          Stream<Place> ofTeams =
              teams.list(host.id()).stream()
                  .map(team -> place(asked, team.id(), team.handle(), team.name()));
          Place own = place(asked, host.id(), host.handle(), host.name());
          ShareView view =
              new ShareView(
                  asked.frame(AccountSection.SHARE),
                  Stream.concat(Stream.of(own), ofTeams).toList());
          return PageAnswer.page("account/share", view, Privacy.FORM);
        });
  }

  private Place place(AccountRequest asked, UUID id, Handle handle, String name) {
    String address = publicUrl.get() + "/" + handle;
    List<Meeting> meetings =
        eventTypes.listOnPage(id).stream()
            .filter(EventType::active)
            .map(eventType -> meeting(asked, handle, eventType))
            .toList();
    return new Place("page-" + handle, name, address, meetings);
  }

  private Meeting meeting(AccountRequest asked, Handle handle, EventType eventType) {
    List<String> facts = new ArrayList<>();
    facts.add(
        PageTexts.duration(
            PageTexts.of(asked.request().language()), eventType.timing().durationMinutes()));
    if (eventType.policies().requiresLink()) {
      facts.add(asked.words().get("share.linkOnly"));
    } else if (eventType.listing().hidden()) {
      facts.add(asked.words().get("share.hidden"));
    }
    String path = "/" + handle + "/" + eventType.slug();
    return new Meeting(
        "type-" + eventType.id(),
        eventType.name(),
        publicUrl.get() + path,
        facts,
        eventType.policies().requiresLink() ? null : asked.link(path + "/embed"));
  }
}
