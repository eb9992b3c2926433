package org.meetwright.server.brand;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.core.branding.Brandings;

/// The files that hosts' colours and logos become. Their names change with their content.
public final class BrandFiles {
  private static final Pattern COLORS = Pattern.compile("colors-([0-9a-f]{6})\\.css");
  private static final Pattern LOGO = Pattern.compile("logo-([0-9a-f]{64})");

  private final Brandings brandings;

  /// Creates the service.
  public BrandFiles(Brandings brandings) {
    this.brandings = brandings;
  }

  /// A file.
  @SuppressWarnings("ArrayRecordComponent") // Made for one answer.
  public record BrandFile(String type, byte[] content) {}

  /// Returns the name of the style sheet of a colour.
  ///
  /// @param color `#rrggbb`
  public static String colors(String color) {
    return "colors-" + color.substring(1) + ".css";
  }

  /// Returns the name of a logo.
  public static String logo(String hash) {
    return "logo-" + hash;
  }

  /// Returns a file; empty if there is none of this name.
  public Optional<BrandFile> find(String name) {
    Matcher colors = COLORS.matcher(name);
    if (colors.matches()) {
      byte[] css = Palette.css(colors.group(1)).getBytes(StandardCharsets.UTF_8);
      return Optional.of(new BrandFile("text/css; charset=utf-8", css));
    }
    Matcher logo = LOGO.matcher(name);
    return logo.matches()
        ? brandings.logo(logo.group(1)).map(file -> new BrandFile(file.type(), file.bytes()))
        : Optional.empty();
  }
}
