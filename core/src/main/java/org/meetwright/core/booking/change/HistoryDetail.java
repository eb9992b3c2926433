package org.meetwright.core.booking.change;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingEvent;

/// What the history says of a change beyond its event: written as a text, and read back from it.
public sealed interface HistoryDetail {
  /// It was booked, or asked for.
  ///
  /// @param byHost whether a host of the meeting did it for the invitee
  /// @param waived the codes of the rules of the host that did not hold; only if he did it
  record Booked(Instant start, boolean byHost, List<String> waived) implements HistoryDetail {
    @Override
    public String text() {
      String how = waived.isEmpty() ? Form.BY_HOST : Form.OVER_RULES + Form.text(waived);
      return "for " + start + (byHost ? how : "");
    }
  }

  /// It was moved to another time.
  record Moved(Instant from, Instant to) implements HistoryDetail {
    @Override
    public String text() {
      return "from " + from + " to " + to;
    }
  }

  /// Other hosts have taken it over.
  ///
  /// @param from the handles of those who had it
  /// @param to the handles of those who have it now
  record HandedOver(List<String> from, List<String> to) implements HistoryDetail {
    @Override
    public String text() {
      return "from " + Form.text(from) + " to " + Form.text(to);
    }
  }

  /// Calendars were not asked whether the time is free.
  ///
  /// @param calendars their names, one after the other
  record NotAsked(String calendars) implements HistoryDetail {
    @Override
    public String text() {
      return calendars;
    }
  }

  /// Anything else; empty if the event says it all.
  record Other(String text) implements HistoryDetail {}

  /// Nothing: the event says it all.
  HistoryDetail NONE = new Other("");

  /// Returns it as the history keeps it.
  String text();

  /// Reads what the history keeps of an event.
  static HistoryDetail read(BookingEvent event, String text) {
    return switch (event) {
      case BOOKED, REQUESTED, IMPORTED -> Form.booked(text);
      case RESCHEDULED -> Form.way(text);
      case UNCHECKED -> new NotAsked(text);
      case CONFIRMED, DECLINED, CANCELLED, NO_SHOW, GUESTS_INVITED, ERASED -> new Other(text);
    };
  }

  /// How the texts look.
  final class Form {
    private static final String BETWEEN = ", ";
    private static final String BY_HOST = ", by a host";
    private static final String OVER_RULES = ", over the rules: ";

    private static final String INSTANT = "([-+]?\\d{4,10}-\\d\\d-\\d\\dT[\\d:.]+Z)";
    private static final String HANDLES = "([a-z0-9-]+(?:, [a-z0-9-]+)*)";
    private static final Pattern BOOKED =
        Pattern.compile("for " + INSTANT + "(" + BY_HOST + "|" + OVER_RULES + "(.+))?");
    private static final Pattern MOVED = Pattern.compile("from " + INSTANT + " to " + INSTANT);
    private static final Pattern HANDED_OVER =
        Pattern.compile("from " + HANDLES + " to " + HANDLES);

    private Form() {}

    private static HistoryDetail booked(String text) {
      Matcher booked = BOOKED.matcher(text);
      return booked.matches()
          ? new Booked(
              Instant.parse(booked.group(1)), booked.group(2) != null, list(booked.group(3)))
          : new Other(text);
    }

    private static HistoryDetail way(String text) {
      Matcher moved = MOVED.matcher(text);
      if (moved.matches()) {
        return new Moved(Instant.parse(moved.group(1)), Instant.parse(moved.group(2)));
      }
      Matcher handedOver = HANDED_OVER.matcher(text);
      return handedOver.matches()
          ? new HandedOver(list(handedOver.group(1)), list(handedOver.group(2)))
          : new Other(text);
    }

    private static String text(List<String> words) {
      return String.join(BETWEEN, words);
    }

    private static List<String> list(@Nullable String words) {
      return words == null ? List.of() : List.of(words.split(BETWEEN, -1));
    }
  }
}
