package org.meetwright.server.mail.letter;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.server.invite.CalendarObject.Method;
import org.meetwright.server.invite.WebCalendars;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Tone;
import org.meetwright.server.mail.letter.MailFacts.HostWays;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.text.FilledText;
import org.meetwright.server.text.FilledText.Written;
import org.meetwright.server.text.Texts;

/// Writes the letter of one story to one reader.
public final class LetterWriter {
  private static final String TEXTS = "org.meetwright.server.mail.texts";

  private final MailFacts story;
  private final BookingNotice notice;
  private final Reader reader;
  private final Texts texts;
  private final String others;

  private LetterWriter(MailFacts story, Reader reader) {
    this.story = story;
    this.notice = story.notice();
    this.reader = reader;
    this.texts = Texts.of(TEXTS, reader.locale());
    this.others = texts.list(reader.others(story.booking()).stream().map(Reader::name).toList());
  }

  /// Writes a letter.
  public static Letter write(MailFacts story, Reader reader) {
    return new LetterWriter(story, reader).write();
  }

  private Letter write() {
    String heading = texts.get("heading." + word(notice.event()) + "." + word(reader.audience()));
    String when =
        new WrittenTime(
                notice.meeting().start(), notice.meeting().end(), reader.zone(), reader.locale())
            .brief();
    return new Letter(
        reader.locale().toLanguageTag(),
        texts.get("subject", heading, story.booking().eventTypeName(), others, when),
        heading,
        story.booking().eventTypeName(),
        tone(),
        lead(),
        note(),
        new LetterRows(story, reader, texts).all(),
        actions(),
        texts.get("calendars"),
        calendars(),
        texts.get("footer", others));
  }

  private Tone tone() {
    return switch (notice.event()) {
      case BOOKED, CONFIRMED, RESCHEDULED, HOST_CHANGED, REMINDER, FOLLOW_UP, LINK_AGAIN ->
          Tone.GOOD;
      case REQUESTED, MOVE_REQUESTED, UNANSWERED, LOCAL_TIME -> Tone.WAITING;
      case DECLINED, EXPIRED, HANDED_OVER, CANCELLED -> Tone.OVER;
    };
  }

  private String lead() {
    String prefix = "lead." + word(notice.event()) + ".";
    return switch (notice.event()) {
      case BOOKED,
          REQUESTED,
          MOVE_REQUESTED,
          UNANSWERED,
          CONFIRMED,
          DECLINED,
          EXPIRED,
          HOST_CHANGED,
          HANDED_OVER,
          REMINDER,
          FOLLOW_UP,
          LINK_AGAIN ->
          texts.get(prefix + word(reader.audience()), others, story.booking().invitee().name());
      case RESCHEDULED, CANCELLED -> texts.get(prefix + "by-" + whoDidIt(), doer());
      case LOCAL_TIME ->
          texts.get(
              prefix + (notice.meeting().previousStart() == null ? "others" : "yours"), others);
    };
  }

  /// What the host says besides is for the invitee: it addresses him, and has his link.
  private String note() {
    EventType eventType = story.eventType();
    if (reader.audience() != Audience.INVITEE || eventType == null) {
      return "";
    }
    WrittenTime when =
        new WrittenTime(
            notice.meeting().start(), notice.meeting().end(), reader.zone(), reader.locale());
    Duration length = Duration.between(notice.meeting().start(), notice.meeting().end());
    Written written =
        new Written(
            when.brief(),
            when.startDate(),
            when.startTime(),
            PageTexts.duration(PageTexts.of(reader.locale()), Math.toIntExact(length.toMinutes())),
            story.ways().manage().toString());
    return new FilledText(story.booking(), written)
        .of(eventType.correspondence().texts(), place(), reader.locale())
        .orElse("");
  }

  private TextPlace place() {
    return switch (notice.event()) {
      case REMINDER -> TextPlace.REMINDER;
      case CANCELLED, DECLINED, EXPIRED -> TextPlace.CANCELLATION;
      case FOLLOW_UP -> TextPlace.FOLLOW_UP;
      case BOOKED,
          REQUESTED,
          MOVE_REQUESTED,
          UNANSWERED,
          CONFIRMED,
          RESCHEDULED,
          HOST_CHANGED,
          HANDED_OVER,
          LOCAL_TIME,
          LINK_AGAIN ->
          TextPlace.MAIL;
    };
  }

  private String whoDidIt() {
    Actor actor = notice.occasion().actor();
    if (actor != Actor.INVITEE && actor != Actor.HOST) {
      return "system";
    }
    return actor.name().equals(reader.audience().name()) && (actor == Actor.INVITEE || isMine())
        ? "you"
        : "other";
  }

  /// Returns whether the host who reads did it; of a single host that is known in any case.
  private boolean isMine() {
    return notice.occasion().actorId() == null
        ? notice.meeting().hosts().size() == 1
        : Objects.equals(notice.occasion().actorId(), notice.recipient().hostId());
  }

  private String doer() {
    if (notice.occasion().actor() == Actor.INVITEE) {
      return story.booking().invitee().name();
    }
    List<MeetingHost> hosts = story.booking().hosts();
    return hosts.stream()
        .filter(host -> host.id().equals(notice.occasion().actorId()))
        .findFirst()
        .map(MeetingHost::name)
        .orElseGet(() -> texts.list(hosts.stream().map(MeetingHost::name).toList()));
  }

  /// The manage link lets everyone who has it cancel: it goes to the invitee alone; so does a
  /// host's link to the host.
  private List<Action> actions() {
    return switch (reader.audience()) {
      case INVITEE -> inviteesActions();
      case HOST -> hostsActions();
      case GUEST -> List.of();
    };
  }

  private List<Action> inviteesActions() {
    return switch (notice.event()) {
      case BOOKED,
          REQUESTED,
          MOVE_REQUESTED,
          UNANSWERED,
          CONFIRMED,
          RESCHEDULED,
          HOST_CHANGED,
          REMINDER,
          LOCAL_TIME,
          LINK_AGAIN ->
          List.of(new Action(texts.get(manageLabel()), story.ways().manage()));
      case CANCELLED, DECLINED, EXPIRED, HANDED_OVER, FOLLOW_UP -> bookAgain();
    };
  }

  private List<Action> bookAgain() {
    URI link = story.ways().again();
    return link == null ? List.of() : List.of(new Action(texts.get("action.bookAgain"), link));
  }

  /// What fits the booking as it is now: a mail may be written late.
  private List<Action> hostsActions() {
    HostWays ways = story.ways().host();
    if (ways == null) {
      return List.of();
    }
    List<Action> actions = new ArrayList<>();
    boolean pending = ways.open() && story.booking().status() == BookingStatus.PENDING;
    if (pending) {
      actions.add(hosts(ways, "confirm"));
      actions.add(hosts(ways, "decline"));
    }
    Action open = new Action(texts.get("action.host.open"), ways.account());
    actions.add(open);
    if (ways.open() && ways.movable()) {
      actions.add(hosts(ways, "move"));
    }
    if (ways.open() && !pending) {
      actions.add(hosts(ways, "cancel"));
    }
    return actions;
  }

  private Action hosts(HostWays ways, String what) {
    return new Action(texts.get("action.host." + what), URI.create(ways.page() + "/" + what));
  }

  /// Nothing is offered that the page behind the link would refuse.
  private String manageLabel() {
    boolean movable = story.terms().reschedulableUntil() != null;
    boolean cancellable = story.terms().cancellableUntil() != null;
    if (movable) {
      return cancellable ? "action.manage" : "action.move";
    }
    return cancellable ? "action.cancel" : "action.see";
  }

  /// Calendars on the web that take the meeting in, while it stands.
  private List<Action> calendars() {
    if (story.calendarMethod() != Method.REQUEST || notice.event() == Event.MOVE_REQUESTED) {
      return List.of();
    }
    WebCalendars links =
        WebCalendars.of(story.booking(), notice.meeting().start(), notice.meeting().end(), texts);
    return List.of(
        new Action("Google", links.google()),
        new Action("Outlook.com", links.outlook()),
        new Action("Microsoft 365", links.office()),
        new Action("Yahoo", links.yahoo()));
  }

  private static String word(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }
}
