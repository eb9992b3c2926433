package org.meetwright.server.pages.account.eventtype;

import io.helidon.http.Status;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.bookinglink.BookingLinks;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypeList;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.server.pages.account.eventtype.EventTypesPageView.Badge;
import org.meetwright.server.pages.account.eventtype.EventTypesPageView.Begin;
import org.meetwright.server.pages.account.eventtype.EventTypesPageView.Row;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;

/// A host's event types: listed, made, put in order, switched, shared, deleted.
public final class EventTypePages {
  private static final String PATH = "/account/event-types";

  private final Access access;
  private final EventTypes eventTypes;
  private final EventTypeList list;
  private final BookingLinks links;
  private final Teams teams;
  private final Supplier<URI> publicUrl;

  /// Creates the pages.
  ///
  /// @param publicUrl the address under which invitees reach the server
  public EventTypePages(
      Access access,
      EventTypes eventTypes,
      EventTypeList list,
      BookingLinks links,
      Teams teams,
      Supplier<URI> publicUrl) {
    this.access = access;
    this.eventTypes = eventTypes;
    this.list = list;
    this.links = links;
    this.teams = teams;
    this.publicUrl = publicUrl;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(PATH, this::show)
        .post(PATH, this::make)
        .get(PATH + "/new", this::templates)
        .post(PATH + "/{id}/do", this::change)
        .post(PATH + "/{id}/delete", this::delete);
  }

  /// Returns the page of an event type.
  static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.EVENT_TYPES, PATH + "/" + id);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access, AccountSection.EVENT_TYPES, caller -> page(asked, caller, Status.OK_200, null));
  }

  private PageAnswer page(
      AccountRequest asked, Caller caller, Status status, @Nullable String link) {
    List<Row> rows =
        eventTypes.list(caller.host().id()).stream()
            .map(type -> row(asked, caller.host(), type))
            .toList();
    EventTypesPageView view =
        new EventTypesPageView(
            asked.frame(AccountSection.EVENT_TYPES),
            rows,
            link,
            rows.isEmpty() ? begins(asked, caller) : List.of());
    return new PageAnswer.Page(status, "account/eventtypes", view, Privacy.FORM);
  }

  private Row row(AccountRequest asked, Host host, EventType type) {
    Texts words = asked.words();
    List<String> facts = new ArrayList<>();
    facts.add(
        type.timing().durationsMinutes().stream()
            .map(minutes -> PageTexts.duration(PageTexts.of(asked.request().language()), minutes))
            .collect(Collectors.joining(" · ")));
    UUID teamId = type.assignment().teamId();
    if (teamId != null) {
      teams.find(teamId).map(Team::name).ifPresent(facts::add);
    }
    List<Badge> badges = new ArrayList<>();
    if (!type.active()) {
      badges.add(new Badge(words.get("type.off"), "ended"));
    }
    if (type.policies().requiresLink()) {
      badges.add(new Badge(words.get("type.linkOnly"), "waits"));
    } else if (type.listing().hidden()) {
      badges.add(new Badge(words.get("type.hidden"), "waits"));
    }
    return new Row(
        type.id().toString(),
        type.name(),
        type.listing().color(),
        facts,
        badges,
        type.active(),
        address(host, type),
        asked.link(place(type.id()).address()));
  }

  private String address(Host host, EventType type) {
    return address(publicUrl.get(), teams, host, type);
  }

  /// Returns where an event type is booked.
  static String address(URI publicUrl, Teams teams, Host host, EventType type) {
    UUID teamId = type.assignment().teamId();
    String handle =
        Optional.ofNullable(teamId)
            .flatMap(teams::find)
            .map(team -> team.handle().value())
            .orElse(host.handle().value());
    return publicUrl + "/" + handle + "/" + type.slug();
  }

  private PageAnswer templates(AccountRequest asked) {
    AccountPlace here = new AccountPlace(AccountSection.EVENT_TYPES, PATH + "/new");
    return asked.signedIn(
        access,
        here,
        caller ->
            PageAnswer.page(
                "account/templates",
                new EventTypesPageView(
                    asked.frame(AccountSection.EVENT_TYPES, asked.words().get("type.new")),
                    List.of(),
                    null,
                    begins(asked, caller)),
                Privacy.FORM));
  }

  private List<Begin> begins(AccountRequest asked, Caller caller) {
    Texts words = asked.words();
    return EventTypeTemplate.all(ownTeam(caller).isPresent()).stream()
        .map(
            template ->
                new Begin(
                    template.word(),
                    words.get("type.template." + template.word()),
                    words.get("type.hint." + template.word()),
                    template.color()))
        .toList();
  }

  private Optional<UUID> ownTeam(Caller caller) {
    return teams.list(caller.host().id()).stream()
        .filter(team -> team.ownerId().equals(caller.host().id()))
        .map(Team::id)
        .findFirst();
  }

  private PageAnswer make(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.EVENT_TYPES,
        caller -> {
          String wish = asked.form(CookiePurpose.SESSION).get("template");
          EventTypeTemplate template =
              EventTypeTemplate.find(wish).orElse(EventTypeTemplate.MEETING);
          String name = asked.words().get("type.template." + template.word());
          EventType made =
              list.add(template.begin(caller.host().id(), name, ownTeam(caller).orElse(null)));
          return asked.done(place(made.id()), Notice.TYPE_ADDED);
        });
  }

  private PageAnswer change(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.EVENT_TYPES,
        caller -> {
          String wish = asked.form(CookiePurpose.SESSION).get("do");
          UUID hostId = caller.host().id();
          return asked
              .id()
              .flatMap(id -> eventTypes.find(hostId, id))
              .map(type -> change(asked, caller, type, wish))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private PageAnswer change(AccountRequest asked, Caller caller, EventType type, String wish) {
    UUID hostId = caller.host().id();
    return switch (wish) {
      case "copy" -> {
        String name = asked.words().get("type.copyOf", type.name());
        EventType copy = list.copy(hostId, type.id(), cut(name)).orElse(type);
        yield asked.done(place(copy.id()), Notice.TYPE_COPIED);
      }
      case "on", "off" -> {
        list.switchTo(hostId, type.id(), wish.equals("on"));
        yield asked.done(
            AccountSection.EVENT_TYPES, wish.equals("on") ? Notice.TYPE_ON : Notice.TYPE_OFF);
      }
      case "link" -> {
        String token = links.add(hostId, type.id(), 1, null).token();
        String link = address(caller.host(), type) + "?link=" + token;
        yield page(asked, caller, Status.CREATED_201, link);
      }
      default -> {
        list.move(hostId, type.id(), wish.equals("up") ? -1 : 1);
        yield asked.goTo(AccountPlace.of(AccountSection.EVENT_TYPES));
      }
    };
  }

  private static String cut(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100);
  }

  private PageAnswer delete(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.EVENT_TYPES,
        caller -> {
          asked.form(CookiePurpose.SESSION);
          asked.id().ifPresent(id -> eventTypes.delete(caller.host().id(), id));
          return asked.done(AccountSection.EVENT_TYPES, Notice.TYPE_DELETED);
        });
  }
}
