package org.meetwright.server.pages.host;

import java.util.List;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.picker.TimePicker.Month;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;

/// Tells hosts what visitors are told of absences.
public record AbsenceNotes(Bookables bookables) {
  /// Returns the notes of the absences that close a month of an event type.
  public List<AbsenceNote> of(EventType eventType, Month month, Visitor visitor) {
    return bookables
        .find(eventType.pageId())
        .map(who -> AbsenceNote.of(month, who, visitor.formats(), PageTexts.of(visitor.locale())))
        .orElse(List.of());
  }
}
