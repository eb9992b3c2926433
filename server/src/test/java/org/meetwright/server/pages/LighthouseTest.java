package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.server.NodePackage;
import org.meetwright.server.pages.PagesFixture.Draft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Lighthouse says of the booking page as a phone of the middle class on a slow line sees it
/// (its own preset). Its figures of speed are printed, and stated in `docs/performance.md`; what
/// else the machine does changes them, so that nothing is asserted of them.
@Tag("browser")
class LighthouseTest {
  private static final Path REPORTS = Path.of("target", "lighthouse");

  /// Lighthouse gives up by itself where a busy machine starts or answers too late.
  private static final int ATTEMPTS = 3;

  @Test
  void findsTheBookingPageAccessible() throws IOException {
    Path lighthouse = NodePackage.install("lighthouse@13.5.0").directory();
    Path chromium = Chromium.program();
    Files.createDirectories(REPORTS);
    try (PagesFixture server = new PagesFixture()) {
      server.add(new Draft("quick"));
      for (String path : new String[] {"/ada/quick", "/ada/quick?start=2026-12-03T15:00:00Z"}) {
        JsonNode report = report(lighthouse, chromium, server.address() + path);
        String figures = figures(report);
        System.out.println("Lighthouse, " + path + ": " + figures);
        assertThat(score(report, "accessibility")).as(figures).isEqualTo(100);
      }
    }
  }

  private static JsonNode report(Path lighthouse, Path chromium, String address)
      throws IOException {
    Path file = REPORTS.resolve("report.json").toAbsolutePath();
    Path log = REPORTS.resolve("lighthouse.log");
    Files.deleteIfExists(log);
    int status = -1;
    for (int attempt = 0; status != 0 && attempt < ATTEMPTS; attempt++) {
      Files.deleteIfExists(file);
      status = run(lighthouse, chromium, address, file, log);
    }
    assertThat(status).as("Lighthouse: %s", Files.readString(log)).isZero();
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static int run(Path lighthouse, Path chromium, String address, Path file, Path log) {
    return NodePackage.run(
        Map.of("CHROME_PATH", chromium.toString()),
        Redirect.appendTo(log.toFile()),
        "node",
        lighthouse.resolve("cli/index.js").toString(),
        address,
        "--quiet",
        "--output=json",
        "--output-path=" + file,
        "--only-categories=performance,accessibility",
        "--chrome-flags=--headless --no-sandbox --disable-gpu");
  }

  private static long score(JsonNode report, String category) {
    return Math.round(report.path("categories").path(category).path("score").asDouble() * 100);
  }

  private static String figures(JsonNode report) {
    StringBuilder figures = new StringBuilder();
    figures.append("performance ").append(score(report, "performance"));
    figures.append(", accessibility ").append(score(report, "accessibility"));
    for (String audit :
        new String[] {
          "first-contentful-paint",
          "largest-contentful-paint",
          "total-blocking-time",
          "cumulative-layout-shift",
          "speed-index"
        }) {
      JsonNode shown = report.path("audits").path(audit).path("displayValue");
      figures.append(", ").append(audit).append(' ').append(shown.asString("-"));
    }
    report
        .path("audits")
        .forEach(
            audit -> {
              if (audit.path("score").asDouble(1) < 0.9) {
                figures.append("; ").append(audit.path("id").asString());
              }
            });
    return figures.toString();
  }
}
