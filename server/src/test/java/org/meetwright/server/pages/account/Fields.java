package org.meetwright.server.pages.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a browser would send of a form that nobody has touched.
final class Fields {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<input([^>]*)>|<textarea([^>]*)>\\n?(.*?)</textarea>|<select([^>]*)>(.*?)</select>",
          Pattern.DOTALL);
  private static final Pattern CHOSEN =
      Pattern.compile("<option value=\"([^\"]*)\"[^>]*\\bselected");
  private static final Pattern FIRST = Pattern.compile("<option value=\"([^\"]*)\"");

  private Fields() {}

  static List<Map.Entry<String, String>> of(String form) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    Matcher control = CONTROL.matcher(form);
    while (control.find()) {
      if (control.group(1) != null) {
        input(control.group(1), fields);
      } else if (control.group(2) != null) {
        add(control.group(2), control.group(3), fields);
      } else {
        add(control.group(4), chosen(control.group(5)), fields);
      }
    }
    fields.removeIf(field -> field.getKey().equals("csrf"));
    return fields;
  }

  private static void input(String tag, List<Map.Entry<String, String>> fields) {
    boolean box = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
    if (!box || tag.matches("(?s).*\\bchecked\\b.*")) {
      add(tag, attribute(tag, "value"), fields);
    }
  }

  private static void add(String tag, String value, List<Map.Entry<String, String>> fields) {
    String name = attribute(tag, "name");
    if (!name.isEmpty()) {
      fields.add(Map.entry(name, text(value)));
    }
  }

  private static String chosen(String options) {
    Matcher chosen = CHOSEN.matcher(options);
    Matcher first = FIRST.matcher(options);
    return chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }

  private static String text(String html) {
    return html.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
