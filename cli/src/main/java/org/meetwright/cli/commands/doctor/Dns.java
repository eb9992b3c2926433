package org.meetwright.cli.commands.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/// Asks the DNS, for a few seconds at most.
@SuppressWarnings(
    "BanJNDI") // Texts alone are asked for, of the DNS alone: nothing is made of them.
final class Dns {
  private static final String MILLIS = "2000";
  private static final String TRIES = "2";

  private final Properties how = new Properties();

  /// Creates it.
  ///
  /// @param server `ADDRESS` or `ADDRESS:PORT`; null for those of the system
  Dns(@Nullable String server) {
    how.setProperty("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    how.setProperty("java.naming.provider.url", server == null ? "dns:" : "dns://" + server);
    how.setProperty("com.sun.jndi.dns.timeout.initial", MILLIS);
    how.setProperty("com.sun.jndi.dns.timeout.retries", TRIES);
  }

  /// Returns the texts of a name; none if there is no such name.
  List<String> texts(String name) throws NamingException {
    InitialDirContext context = new InitialDirContext(how);
    try {
      Attribute found = context.getAttributes(name, new String[] {"TXT"}).get("TXT");
      List<String> texts = new ArrayList<>();
      if (found != null) {
        for (Object text : Collections.list(found.getAll())) {
          texts.add(joined(String.valueOf(text)));
        }
      }
      return texts;
    } catch (NameNotFoundException none) {
      return List.of();
    } finally {
      context.close();
    }
  }

  /// Returns whether there is such a name, or any below it.
  boolean exists(String name) throws NamingException {
    InitialDirContext context = new InitialDirContext(how);
    try {
      var _ = context.getAttributes(name, new String[] {"TXT"});
      return true;
    } catch (NameNotFoundException none) {
      return false;
    } finally {
      context.close();
    }
  }

  /// A long text comes in several strings in quotes.
  private static String joined(String text) {
    return text.replaceAll("\"\\s*\"", "").replace("\"", "");
  }
}
