package org.meetwright.desktop.today;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.meetwright.desktop.meeting.Meeting;

/// A request that waits for the host's answer.
public final class Request {
  private final Meeting meeting;
  private final String when;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

  Request(Meeting meeting, String when) {
    this.meeting = meeting;
    this.when = when;
  }

  /// Returns what is asked for.
  public Meeting meeting() {
    return meeting;
  }

  /// Returns when that is, in words.
  public String when() {
    return when;
  }

  /// Returns whether the host has chosen it, to answer it with others.
  public BooleanProperty chosenProperty() {
    return chosen;
  }

  /// Returns why the answer was not taken; empty if none was refused.
  public ReadOnlyStringProperty refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  void refused(String why) {
    refused.set(why);
  }
}
