package org.meetwright.server.calendar.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/// What the domain name system says of a domain's services (RFC 6764).
@FunctionalInterface
public interface ServiceRecords {
  /// How many records are looked at.
  int MOST = 8;

  /// Returns the records of a name; none if there are none, or nobody answers in time.
  ///
  /// @param type `SRV` or `TXT`
  List<String> of(String name, String type);

  /// Returns those of the name servers that this machine asks, for ten seconds at most.
  static ServiceRecords ofThisMachine() {
    return (name, type) -> ask("dns:/" + name, type);
  }

  /// Returns those of one name server.
  ///
  /// @param server its address and port, with a colon between
  static ServiceRecords of(String server) {
    return (name, type) -> ask("dns://" + server + "/" + name, type);
  }

  @SuppressWarnings("BanJNDI") // The provider for DNS returns texts, and makes no objects of them.
  private static List<String> ask(String url, String type) {
    Properties environment = new Properties();
    environment.setProperty("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    environment.setProperty("com.sun.jndi.dns.timeout.initial", "1500");
    environment.setProperty("com.sun.jndi.dns.timeout.retries", "2");
    List<String> records = new ArrayList<>();
    try {
      InitialDirContext dns = new InitialDirContext(environment);
      try {
        Attribute attribute = dns.getAttributes(url, new String[] {type}).get(type);
        if (attribute != null) {
          NamingEnumeration<?> values = attribute.getAll();
          while (values.hasMore() && records.size() < MOST) {
            records.add(String.valueOf(values.next()));
          }
        }
      } finally {
        dns.close();
      }
    } catch (NamingException nothingThere) {
      return List.of();
    }
    return records;
  }

  /// A server of a service.
  record Server(int priority, int weight, int port, String host) {
    private static final Comparator<Server> ORDER =
        Comparator.comparingInt(Server::priority)
            .thenComparing(Comparator.comparingInt(Server::weight).reversed());
  }

  /// Returns the servers of a service, the one to ask first in front.
  default List<Server> servers(String name) {
    List<Server> servers = new ArrayList<>();
    for (String service : of(name, "SRV")) {
      String[] words = service.strip().split("\\s+", -1);
      if (words.length == 4
          && words[0].matches("[0-9]{1,5}")
          && words[1].matches("[0-9]{1,5}")
          && words[2].matches("[1-9][0-9]{0,4}")
          && words[3].matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.?")) {
        servers.add(
            new Server(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words[3].replaceFirst("\\.$", "")));
      }
    }
    servers.sort(Server.ORDER);
    return servers;
  }

  /// Returns the path at which a service is; empty if it does not say.
  default String path(String name) {
    for (String text : of(name, "TXT")) {
      String plain = text.replace("\"", "").strip();
      if (plain.startsWith("path=/")) {
        return plain.substring("path=".length());
      }
    }
    return "";
  }
}
