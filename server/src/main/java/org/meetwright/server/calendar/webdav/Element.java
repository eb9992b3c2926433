package org.meetwright.server.calendar.webdav;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/// An element of an answer in XML.
public final class Element {
  private final QName name;
  private final @Nullable String nameAttribute;
  private final StringBuilder text = new StringBuilder(0);
  private List<Element> children = List.of();

  /// @param nameAttribute the attribute `name`, the only one that matters
  Element(QName name, @Nullable String nameAttribute) {
    this.name = name;
    this.nameAttribute = nameAttribute;
  }

  void add(Element child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(child);
  }

  void add(String piece) {
    text.append(piece);
  }

  /// Returns its name.
  public QName name() {
    return name;
  }

  /// Returns its attribute `name`; null if it has none.
  public @Nullable String nameAttribute() {
    return nameAttribute;
  }

  /// Returns its text, without that of its children, and without the space around.
  public String text() {
    return text.toString().strip();
  }

  /// Returns its children.
  public Stream<Element> children() {
    return children.stream();
  }

  /// Returns its children of a name.
  public Stream<Element> children(QName wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  /// Returns its first child of a name; null if there is none.
  public @Nullable Element child(QName wanted) {
    return children(wanted).findFirst().orElse(null);
  }

  /// Returns all elements below it.
  public Stream<Element> below() {
    return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
  }
}
