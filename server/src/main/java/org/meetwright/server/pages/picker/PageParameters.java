package org.meetwright.server.pages.picker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.core.bookinglink.BookingLinks;

/// The parameters of a page's address, apart from the chosen time, that the next pages repeat:
/// prefilled values, language and clock.
public record PageParameters(List<Field> fields) {
  /// Nothing.
  public static final PageParameters NOTHING = new PageParameters(List.of());

  private static final Set<String> READING = Set.of("hours", "lang");
  private static final Set<String> OTHERS =
      Set.of("month", "date", "zone", "start", "city", "keep", "device");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}-]{1,80}");
  private static final int MOST_FIELDS = 40;
  private static final int LONGEST = 4000;

  /// One of them.
  public record Field(String name, String value) {
    private String encoded() {
      return URLEncoder.encode(name, StandardCharsets.UTF_8)
          + "="
          + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }

  /// Creates it.
  public PageParameters {
    fields = List.copyOf(fields);
  }

  /// Takes what is to be carried out of a query. What would make addresses too long is left out.
  public static PageParameters of(Map<String, List<String>> query) {
    List<Field> fields = new ArrayList<>();
    int[] length = {0};
    query.forEach(
        (name, values) -> {
          for (String value : values) {
            if (isCarried(name, value)) {
              length[0] += name.length() + value.length();
              if (length[0] <= LONGEST && fields.size() < MOST_FIELDS) {
                fields.add(new Field(name, value));
              }
            }
          }
        });
    return new PageParameters(fields);
  }

  /// What looks like no token of a booking link is for a question called *Link*.
  private static boolean isCarried(String name, String value) {
    boolean link = name.equals("link") && BookingLinks.isToken(value);
    return !link && !OTHERS.contains(name) && NAME.matcher(name).matches();
  }

  /// Returns the same with one more, instead of those of its name.
  public PageParameters with(String name, String value) {
    List<Field> others = new ArrayList<>(fields);
    others.removeIf(field -> field.name().equals(name));
    others.add(new Field(name, value));
    return new PageParameters(others);
  }

  /// Returns only what says how the page is read.
  public PageParameters reading() {
    return new PageParameters(
        fields.stream().filter(field -> READING.contains(field.name())).toList());
  }

  /// Returns all values of a name.
  public List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  /// Returns an address that says it.
  public String on(String path) {
    return fields.isEmpty() ? path : path + "?" + query();
  }

  String query() {
    return fields.stream().map(Field::encoded).collect(Collectors.joining("&"));
  }
}
