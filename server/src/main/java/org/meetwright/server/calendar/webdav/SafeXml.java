package org.meetwright.server.calendar.webdav;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML that a stranger wrote: it defines no entities, asks for nothing elsewhere, and is
/// neither deeper nor has more elements than an answer about calendars can have.
final class SafeXml {
  private static final int DEEPEST = 32;
  private static final int MOST = 400_000;
  private static final XMLInputFactory FACTORY = factory();

  private SafeXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("Nothing is asked for elsewhere");
        });
    return factory;
  }

  /// Returns the outermost element.
  ///
  /// @throws XMLStreamException if this is no XML, or XML of another kind
  static Element read(InputStream in) throws XMLStreamException {
    return read(FACTORY.createXMLStreamReader(in));
  }

  static Element read(String text) throws XMLStreamException {
    return read(FACTORY.createXMLStreamReader(new StringReader(text)));
  }

  private static Element read(XMLStreamReader reader) throws XMLStreamException {
    Deque<Element> open = new ArrayDeque<>();
    Element root = null;
    int count = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Element element = new Element(reader.getName(), reader.getAttributeValue(null, "name"));
          if (++count > MOST || open.size() >= DEEPEST) {
            throw new XMLStreamException("The answer is too deep or has too many elements");
          }
          if (open.isEmpty()) {
            root = element;
          } else {
            open.element().add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().add(reader.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("The answer defines or names entities");
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("The answer is empty");
    }
    return root;
  }
}
