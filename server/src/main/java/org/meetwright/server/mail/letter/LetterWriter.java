package org.meetwright.server.mail.letter;

import java.text.ListFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.booking.BookingNotice.Audience;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Mood;
import org.meetwright.server.text.Texts;

/// Writes the letter of one story to one reader.
public final class LetterWriter {
  private static final String TEXTS = "org.meetwright.server.mail.texts";

  private final Story story;
  private final BookingNotice notice;
  private final Reader reader;
  private final Texts texts;
  private final String others;

  private LetterWriter(Story story, Reader reader) {
    this.story = story;
    this.notice = story.notice();
    this.reader = reader;
    this.texts = Texts.of(TEXTS, reader.locale());
    this.others =
        names(reader.others(story.booking()).stream().map(Reader::name).toList(), reader.locale());
  }

  /// Writes a letter.
  public static Letter write(Story story, Reader reader) {
    return new LetterWriter(story, reader).write();
  }

  private Letter write() {
    String heading = texts.get("heading." + word(notice.event()) + "." + word(reader.audience()));
    String when =
        new WrittenTime(notice.start(), notice.end(), reader.zone(), reader.locale()).brief();
    return new Letter(
        reader.locale().toLanguageTag(),
        texts.get("subject", heading, story.booking().eventTypeName(), others, when),
        heading,
        story.booking().eventTypeName(),
        mood(),
        lead(),
        new LetterRows(story, reader, texts).all(),
        action(),
        texts.get("footer", others));
  }

  private Mood mood() {
    return switch (notice.event()) {
      case BOOKED, CONFIRMED, RESCHEDULED, REMINDER -> Mood.GOOD;
      case REQUESTED -> Mood.WAITING;
      case DECLINED, CANCELLED -> Mood.OVER;
    };
  }

  private String lead() {
    String prefix = "lead." + word(notice.event()) + ".";
    return switch (notice.event()) {
      case BOOKED, REQUESTED, CONFIRMED, DECLINED, REMINDER ->
          texts.get(prefix + word(reader.audience()), others, story.booking().invitee().name());
      case RESCHEDULED, CANCELLED -> texts.get(prefix + "by-" + whoDidIt(), doer());
    };
  }

  private String whoDidIt() {
    Actor actor = notice.actor();
    if (actor != Actor.INVITEE && actor != Actor.HOST) {
      return "system";
    }
    return actor.name().equals(reader.audience().name()) ? "you" : "other";
  }

  private String doer() {
    if (notice.actor() == Actor.INVITEE) {
      return story.booking().invitee().name();
    }
    return names(
        story.booking().hosts().stream().map(host -> host.name()).toList(), reader.locale());
  }

  /// The manage link lets everyone who has it cancel: it goes to the invitee alone.
  private @Nullable Action action() {
    if (reader.audience() != Audience.INVITEE) {
      return null;
    }
    return switch (notice.event()) {
      case BOOKED, REQUESTED, CONFIRMED, RESCHEDULED, REMINDER ->
          new Action(texts.get("action.manage"), story.manageLink());
      case CANCELLED, DECLINED -> new Action(texts.get("action.bookAgain"), story.bookAgainLink());
    };
  }

  private static String names(List<String> names, Locale locale) {
    return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(names);
  }

  private static String word(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Audience audience) {
    return audience.name().toLowerCase(Locale.ROOT);
  }
}
