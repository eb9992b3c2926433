package org.meetwright.server.calendar.caldav;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.server.invite.ContentLines;

/// Writes a meeting as an iCalendar object. It has no organizer and no attendees: with them,
/// servers invite and answer by themselves.
final class EventObject {
  private static final String MARKER = "X-MEETWRIGHT-MEETING";

  private EventObject() {}

  /// Returns the object.
  static String of(OwnEvent event) {
    VEvent written = new VEvent(false);
    written.add(new Uid(event.uid()));
    written.add(new Sequence(event.sequence()));
    written.add(new DtStamp(event.stamp().truncatedTo(ChronoUnit.SECONDS)));
    written.add(new DtStart<>(event.start()));
    written.add(new DtEnd<>(event.end()));
    written.add(
        event.tentative() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
    written.add(new Summary(oneLine(event.title())));
    if (!event.location().isBlank()) {
      written.add(new Location(oneLine(event.location())));
    }
    if (!event.description().isBlank()) {
      written.add(new Description(plain(event.description())));
    }
    written.add(new XProperty(MARKER, event.meetingId().toString()));
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Meetwright//Meetwright//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(written);
    return ContentLines.fold(calendar.toString());
  }

  private static String oneLine(String text) {
    return plain(text).replaceAll("\\s*\\n\\s*", " ");
  }

  /// No iCalendar text holds other control characters.
  private static String plain(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f]", "");
  }

  /// Returns whether a text that a server keeps is an event of ours with the same UID. It may be of
  /// another meeting: one that is moved is replaced.
  static boolean isOf(OwnEvent event, String kept) {
    List<String> uid = List.of("UID");
    return lines(kept, uid).equals(lines(of(event), uid))
        && !lines(kept, List.of(MARKER)).isEmpty();
  }

  /// Returns whether a text that a server keeps is what we would write, as far as it matters:
  /// servers add to it, and order it as they like.
  static boolean agrees(OwnEvent event, String kept) {
    List<String> names = List.of(MARKER, "UID", "SEQUENCE", "DTSTART", "DTEND", "DTSTAMP");
    return lines(kept, names).equals(lines(of(event), names));
  }

  private static Set<String> lines(String text, List<String> names) {
    return text.replaceAll("\\r?\\n[ \\t]", "")
        .lines()
        .filter(line -> names.contains(line.replaceFirst("[;:].*", "")))
        .collect(Collectors.toSet());
  }
}
