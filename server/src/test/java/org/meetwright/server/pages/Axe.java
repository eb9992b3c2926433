package org.meetwright.server.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.meetwright.server.NodePackage;

/// Looks for what keeps people from using a page: all rules of axe-core for WCAG 2.2 AA, and what
/// it holds for good practice.
public final class Axe {
  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, {runOnly: {type: 'tag', values:
          ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
        return found.violations.map(violation => violation.id + ': ' + violation.nodes.map(node =>
          node.html.slice(0, 200) + ' ' + node.failureSummary.split('\\n')[1]).join(' | '));
      }
      """;

  private final String source;

  private Axe(String source) {
    this.source = source;
  }

  /// Installs it; where there is no node the test is skipped.
  public static Axe install() {
    try {
      return new Axe(
          Files.readString(
              NodePackage.install("axe-core@4.14.1").directory().resolve("axe.min.js")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Returns what it finds on a page as it is now.
  @SuppressWarnings("unchecked")
  public List<String> violations(Page page) {
    page.evaluate(source + "; undefined");
    return (List<String>) page.evaluate(RUN);
  }
}
