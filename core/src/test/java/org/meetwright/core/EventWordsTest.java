package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.news.NewsKind;

/// The words of what happens to bookings stand in one place each. What needs one takes it from
/// there, and puts none together.
class EventWordsTest {

  @Test
  void areWrittenInOnePlace() throws IOException {
    String words =
        Stream.of(BookingEvent.values())
            .map(event -> event.news().word())
            .distinct()
            .collect(Collectors.joining("|"));
    Pattern written = Pattern.compile("\"(" + words.replace(".", "\\.") + "|booking\\.)\"");
    Map<Path, List<String>> found = new TreeMap<>();
    int looked = 0;
    for (String module : List.of("core", "server", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          looked++;
          List<String> here =
              written.matcher(Files.readString(file)).results().map(one -> one.group(1)).toList();
          if (!here.isEmpty()) {
            found.put(file.getFileName(), here);
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(500);
    assertThat(found.keySet()).extracting(Path::toString).containsExactly("NewsKind.java");
    assertThat(found.get(Path.of("NewsKind.java"))).doesNotHaveDuplicates().hasSizeGreaterThan(7);
  }

  @Test
  void areOnePerEvent() {
    assertThat(BookingEvent.values())
        .allSatisfy(event -> assertThat(BookingEvent.of(event.word())).isEqualTo(event));
    assertThat(NewsKind.values()).extracting(NewsKind::word).doesNotHaveDuplicates();
  }
}
