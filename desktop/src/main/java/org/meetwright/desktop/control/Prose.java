package org.meetwright.desktop.control;

import java.text.Bidi;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/// A text that is wrapped, and never cut. JavaFX 26 fails when it wraps a text from right to left,
/// whoever wrote it: such a text is broken into lines here. So nothing else in the app may wrap a
/// text.
public final class Prose extends Label {
  private final StringProperty said = new SimpleStringProperty("");
  private final Text measure = new Text();

  /// Creates it without a text.
  public Prose() {
    this("");
  }

  /// Creates it.
  public Prose(String text) {
    said.addListener((any, before, now) -> show(now));
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    said.set(text);
  }

  /// Returns whether a text is, in part, read from right to left.
  public static boolean isRightToLeft(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /// Returns the text.
  public StringProperty saidProperty() {
    return said;
  }

  /// Shows another text.
  public void say(String text) {
    said.set(text);
  }

  private void show(String text) {
    setWrapText(!isRightToLeft(text));
    setText(text);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return isWrapText() ? super.computePrefWidth(height) : width(said.get()) + insets();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (isWrapText()) {
      return super.computePrefHeight(width);
    }
    measure.setFont(getFont());
    measure.setText(width < 0 ? said.get() : broken(width - insets()));
    return Math.ceil(measure.getLayoutBounds().getHeight())
        + snappedTopInset()
        + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    if (!isWrapText()) {
      String lines = broken(getWidth() - insets());
      if (!lines.equals(getText())) {
        setText(lines);
      }
    }
    super.layoutChildren();
  }

  private double insets() {
    return snappedLeftInset() + snappedRightInset();
  }

  private double width(String text) {
    measure.setFont(getFont());
    measure.setText(text);
    return Math.ceil(measure.getLayoutBounds().getWidth());
  }

  private String broken(double room) {
    StringBuilder lines = new StringBuilder();
    for (String paragraph : List.of(said.get().split("\n", -1))) {
      String line = "";
      for (String word : List.of(paragraph.split(" ", -1))) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && width(longer) > room) {
          lines.append(line).append('\n');
          line = word;
        } else {
          line = longer;
        }
      }
      lines.append(line).append('\n');
    }
    lines.setLength(lines.length() - 1);
    return lines.toString();
  }
}
