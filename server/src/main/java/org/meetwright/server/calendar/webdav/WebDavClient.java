package org.meetwright.server.calendar.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.outgoing.Login;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;

/// Asks a WebDAV server in someone's name.
public final class WebDavClient {
  private static final int MOST_WORDS = 16 * 1024;
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final Map<String, String> HEADERS =
      Map.of("User-Agent", "Meetwright", "Accept-Encoding", "gzip");

  private final CalendarHttp http;
  private final @Nullable Login login;

  /// Creates it.
  ///
  /// @param login null if the server asks nobody who he is
  public WebDavClient(CalendarHttp http, @Nullable Login login) {
    this.http = http;
    this.login = login;
  }

  /// Asks for properties.
  ///
  /// @param depth 0 for the resource alone, 1 for what is in it too
  public WebDavAnswer propfind(HttpUrl url, int depth, QName... properties) throws RemoteFault {
    StringBuilder body = new StringBuilder("<D:propfind xmlns:D=\"DAV:\"><D:prop>");
    for (QName property : properties) {
      body.append("<x:").append(property.getLocalPart());
      body.append(" xmlns:x=\"").append(property.getNamespaceURI()).append("\"/>");
    }
    return send("PROPFIND", url, ofXml(depth), body + "</D:prop></D:propfind>");
  }

  /// Asks for a report.
  ///
  /// @param body the report in XML, without declaration
  public WebDavAnswer report(HttpUrl url, int depth, String body) throws RemoteFault {
    return send("REPORT", url, ofXml(depth), body);
  }

  private static Map<String, String> ofXml(int depth) {
    return Map.of("Depth", String.valueOf(depth), "Content-Type", "application/xml; charset=utf-8");
  }

  /// Asks for a report that is answered with a text.
  ///
  /// @param body the report in XML, without declaration
  /// @return its head, and its text if its status is 200
  public Got textReport(HttpUrl url, int depth, String body) throws RemoteFault {
    return got(request("REPORT", url, ofXml(depth), DECLARATION + body));
  }

  /// Writes a resource.
  ///
  /// @param headers under which condition, and what it is
  public WebDavAnswer put(HttpUrl url, Map<String, String> headers, String body)
      throws RemoteFault {
    return send("PUT", url, headers, body);
  }

  /// Deletes a resource.
  ///
  /// @param headers under which condition
  public WebDavAnswer delete(HttpUrl url, Map<String, String> headers) throws RemoteFault {
    return send("DELETE", url, headers, "");
  }

  /// Returns a resource.
  ///
  /// @return its head, and its text if its status is 200
  public Got get(HttpUrl url) throws RemoteFault {
    return got(request("GET", url, Map.of(), ""));
  }

  private Got got(OutgoingRequest request) throws RemoteFault {
    return http.send(
        request,
        (head, body) ->
            new Got(
                head,
                head.status() == 200
                    ? new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    : ""));
  }

  /// A resource.
  public record Got(Reply.Head head, String text) {}

  /// Returns what follows from an answer that is not the one that was hoped for.
  public RemoteFault fault(Reply.Head head) {
    return http.fault(head);
  }

  private OutgoingRequest request(
      String method, HttpUrl url, Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>(HEADERS);
    all.putAll(headers);
    return new OutgoingRequest(method, url, all, body.getBytes(StandardCharsets.UTF_8), login);
  }

  private WebDavAnswer send(String method, HttpUrl url, Map<String, String> headers, String body)
      throws RemoteFault {
    String declared = headers.containsKey("Depth") ? DECLARATION + body : body;
    return http.send(request(method, url, headers, declared), WebDavClient::read);
  }

  private static WebDavAnswer read(Reply.Head head, InputStream body) throws IOException {
    if (head.status() != 207) {
      String words =
          head.status() < 300
              ? ""
              : new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
      return new WebDavAnswer(head, List.of(), null, conditions(words), words);
    }
    try {
      return WebDavAnswer.ofMultistatus(head, SafeXml.read(body));
    } catch (XMLStreamException notXml) {
      if (notXml.getNestedException() instanceof IOException brokenOff) {
        throw brokenOff;
      }
      throw new CalendarHttp.Faulty(
          new RemoteFault(
              FaultKind.NOT_UNDERSTOOD,
              "The calendar service's answer is not the XML of such a service.",
              null,
              notXml));
    }
  }

  private static Set<QName> conditions(String words) {
    if (!words.stripLeading().startsWith("<")) {
      return Set.of();
    }
    try {
      Set<QName> conditions = new HashSet<>();
      SafeXml.read(words).below().map(Element::name).forEach(conditions::add);
      return conditions;
    } catch (XMLStreamException notXml) {
      return Set.of();
    }
  }
}
