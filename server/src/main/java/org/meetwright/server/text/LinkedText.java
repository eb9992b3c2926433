package org.meetwright.server.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain text whose web addresses can be followed.
public final class LinkedText {
  /// An address ends before the punctuation of the sentence that it stands in.
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'’”»、。）]");

  private LinkedText() {}

  /// A part of a line.
  ///
  /// @param link where it leads; null for nowhere
  public record Piece(String text, @Nullable URI link) {}

  /// Returns the lines of a text, each in pieces. An empty line has none.
  public static List<List<Piece>> lines(String text) {
    return text.lines().map(LinkedText::line).toList();
  }

  private static List<Piece> line(String line) {
    List<Piece> pieces = new ArrayList<>();
    Matcher address = ADDRESS.matcher(line);
    int done = 0;
    while (address.find()) {
      if (address.start() > done) {
        pieces.add(new Piece(line.substring(done, address.start()), null));
      }
      pieces.add(new Piece(address.group(), uri(address.group())));
      done = address.end();
    }
    if (done < line.length()) {
      pieces.add(new Piece(line.substring(done), null));
    }
    return pieces;
  }

  private static @Nullable URI uri(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() == null ? null : uri;
    } catch (URISyntaxException none) {
      return null;
    }
  }
}
