package org.meetwright.server.mail.letter;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.meetwright.server.mail.letter.Letter.Action;
import org.meetwright.server.mail.letter.Letter.Row;

/// Shows letters as plain text and as HTML that says the same.
public final class LetterPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.meetwright.server.jte");

  private LetterPage() {}

  /// Returns the letter as HTML.
  public static String html(Letter letter, Brand brand) {
    StringOutput page = new StringOutput();
    TEMPLATES.render("mail/letter.jte", Map.of("letter", letter, "brand", brand), page);
    return page.toString();
  }

  /// Returns the letter as plain text; lines end in `\n`.
  public static String text(Letter letter) {
    StringBuilder text = new StringBuilder();
    text.append(letter.heading())
        .append(letter.colon())
        .append(letter.title())
        .append("\n\n")
        .append(letter.lead())
        .append("\n\n");
    if (!letter.note().isEmpty()) {
      text.append(letter.note()).append("\n\n");
    }
    letter.rows().forEach(row -> append(text, row, letter.colon()));
    String colon = letter.colon().stripTrailing();
    for (Action action : letter.actions()) {
      text.append('\n')
          .append(action.label())
          .append(colon)
          .append('\n')
          .append(action.link())
          .append('\n');
    }
    if (!letter.calendars().isEmpty()) {
      text.append('\n').append(letter.calendarsLabel()).append(colon).append('\n');
      for (Action calendar : letter.calendars()) {
        text.append(calendar.label()).append(": ").append(calendar.link()).append('\n');
      }
    }
    // The separator after which mail programs know a signature.
    return text.append("\n-- \n").append(letter.footer()).append('\n').toString();
  }

  /// A label with its value after it, or below it when that has several lines.
  private static void append(StringBuilder text, Row row, String colon) {
    text.append(row.label()).append(row.label().endsWith("?") ? "" : colon.stripTrailing());
    if (row.lines().size() == 1) {
      text.append(' ').append(row.lines().getFirst()).append('\n');
      return;
    }
    text.append('\n');
    row.lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
