package org.meetwright.server.pages.booking;

import java.util.List;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.server.pages.picker.Choice;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.text.Texts;

/// The lengths of which a visitor can choose one.
public final class Lengths {
  /// The parameter of an address that says which one he has chosen, in minutes.
  public static final String PARAMETER = "duration";

  private Lengths() {}

  /// Returns the links to the same page with each length; none if there is only one.
  public static List<LengthLink> links(Timing timing, Choice choice, String path, Texts texts) {
    return timing.hasSeveralLengths()
        ? timing.durationsMinutes().stream()
            .map(
                minutes ->
                    new LengthLink(
                        PageTexts.duration(texts, minutes),
                        choice.with(PARAMETER, String.valueOf(minutes)).on(path),
                        minutes == timing.durationMinutes()))
            .toList()
        : List.of();
  }
}
