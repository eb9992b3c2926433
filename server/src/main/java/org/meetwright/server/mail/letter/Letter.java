package org.meetwright.server.mail.letter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The content of a mail, before it becomes text or HTML.
///
/// Wide: the templates of mail read each of them by its name.
///
/// @param language the tag (BCP 47) of the reader's language
/// @param subject one line
/// @param heading what happened, in a word or two
/// @param title what it is about: the event type
/// @param lead one or two sentences: what happened
/// @param note what the host says besides; lines of plain text, may be empty
/// @param actions where the reader goes on from here, what matters most first; may be empty
/// @param calendarsLabel what stands before the calendars
/// @param calendars where he adds the meeting to a calendar on the web; may be empty
public record Letter(
    String language,
    String subject,
    String heading,
    String title,
    Tone tone,
    String lead,
    String note,
    List<Row> rows,
    List<Action> actions,
    String calendarsLabel,
    List<Action> calendars,
    String footer) {
  /// Creates the letter. Whatever breaks lines is taken out of the subject, so that it can't begin
  /// another header.
  public Letter {
    subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    rows = List.copyOf(rows);
    actions = List.copyOf(actions);
    calendars = List.copyOf(calendars);
  }

  /// Creates a letter of the server alone, for which no host has words of his own. Wide: as the
  /// record.
  ///
  /// @param action where the reader goes on from here; null if there is nothing to do
  public Letter(
      String language,
      String subject,
      String heading,
      String title,
      Tone tone,
      String lead,
      List<Row> rows,
      @Nullable Action action,
      String footer) {
    this(
        language,
        subject,
        heading,
        title,
        tone,
        lead,
        "",
        rows,
        action == null ? List.of() : List.of(action),
        "",
        List.of(),
        footer);
  }

  /// Returns what stands between a label and what it is about, in the letter's language.
  public String colon() {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "fr" -> "\u00a0: ";
      case "ja" -> "：";
      default -> ": ";
    };
  }

  /// How the news is.
  public enum Tone {
    GOOD,
    WAITING,
    OVER
  }

  /// A fact.
  ///
  /// @param lines at least one
  /// @param link where the lines lead, as http, https or tel; null for nowhere
  /// @param main whether it is what readers look for first; its last line is a remark then
  public record Row(String label, List<String> lines, @Nullable URI link, boolean main) {
    /// Creates the row.
    public Row {
      lines = List.copyOf(lines);
    }

    /// Creates a row that leads nowhere, from text of one line or several.
    public static Row of(String label, String text) {
      return new Row(label, text.lines().toList(), null, false);
    }
  }

  /// Something that the reader can do.
  public record Action(String label, URI link) {}
}
