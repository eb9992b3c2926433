package org.meetwright.server.calendar.webdav;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.outgoing.Reply;

/// What a WebDAV server answered.
///
/// @param responses what it says of single resources; empty unless it answered for several (207)
/// @param syncToken what to ask with the next time for what has changed; null if it says none
/// @param conditions the names in its explanation of a refusal
/// @param words the beginning of a refusal's text; to be searched, and never to be shown
public record WebDavAnswer(
    Reply.Head head,
    List<Response> responses,
    @Nullable String syncToken,
    Set<QName> conditions,
    String words) {
  /// What is said of a resource.
  ///
  /// @param url in the one way to write it
  /// @param status 200 if its properties are told
  /// @param properties those that it has
  public record Response(HttpUrl url, int status, Map<QName, Element> properties) {
    /// Returns the text of a property; null if it is not told.
    public @Nullable String text(QName name) {
      Element property = properties.get(name);
      return property == null || property.text().isEmpty() ? null : property.text();
    }
  }

  /// Returns the status. Some servers answer for several resources where one was meant (Xandikos
  /// does so to PUT): then that one's status counts.
  public int status() {
    if (head.status() == 207 && responses.size() == 1) {
      return responses.getFirst().status();
    }
    return head.status();
  }

  /// Returns whether it answered for several resources.
  public boolean isMultistatus() {
    return head.status() == 207;
  }

  static WebDavAnswer ofMultistatus(Reply.Head head, Element root) {
    List<Response> responses = new ArrayList<>();
    Set<QName> conditions = new HashSet<>();
    root.children(WebDavNames.dav("response"))
        .forEach(
            element -> {
              Element error = element.child(WebDavNames.dav("error"));
              if (error != null) {
                error.below().map(Element::name).forEach(conditions::add);
              }
              addResponses(head.url(), element, responses);
            });
    Element token = root.child(WebDavNames.SYNC_TOKEN);
    return new WebDavAnswer(
        head,
        responses,
        token == null || token.text().isEmpty() ? null : token.text(),
        conditions,
        "");
  }

  private static void addResponses(HttpUrl base, Element element, List<Response> into) {
    Map<QName, Element> properties = new HashMap<>();
    int told = 0;
    int refused = 0;
    for (Element propstat : element.children(WebDavNames.dav("propstat")).toList()) {
      int status = status(propstat, 200);
      Element prop = propstat.child(WebDavNames.dav("prop"));
      if (status / 100 == 2) {
        told = status;
        if (prop != null) {
          prop.children().forEach(property -> properties.put(property.name(), property));
        }
      } else {
        refused = status;
      }
    }
    // Properties that it lacks say nothing against the resource.
    int status = status(element, told > 0 || refused == 404 ? 200 : refused);
    for (Element href : element.children(WebDavNames.HREF).toList()) {
      try {
        into.add(new Response(Href.resolve(base, href.text()), status, properties));
      } catch (IllegalArgumentException leadsNowhere) {
        // One address that can't be read takes nothing from the others.
      }
    }
  }

  private static int status(Element element, int otherwise) {
    Element status = element.child(WebDavNames.dav("status"));
    if (status == null) {
      return otherwise == 0 ? 200 : otherwise;
    }
    String[] words = status.text().split(" ", 3);
    return words.length > 1 && words[1].matches("[1-5][0-9]{2}")
        ? Integer.parseInt(words[1])
        : otherwise;
  }
}
