package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManPagesTest {
  @TempDir Path folder;

  @Test
  void writesAPageForEachCommand() throws Exception {
    ManPages.main(new String[] {folder.toString(), "1.2"});

    String page = Files.readString(folder.resolve("meetwright-host-add.1"));
    assertThat(page)
        .startsWith(".TH MEETWRIGHT-HOST-ADD 1 \"\" \"Meetwright 1.2\"")
        .contains(
            "meetwright\\-host\\-add \\- Add",
            ".SH SYNOPSIS",
            ".SH OPTIONS",
            ".SH EXIT STATUS",
            "\\fB\\-\\-zone ZONE\\fR")
        .doesNotContain("@|", "${");
    assertThat(folder.resolve("meetwright.1")).exists();
    assertThat(folder.resolve("meetwright-migrate-status.1")).exists();
  }

  @Test
  void manReadsThemWithoutAComplaint() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/man")));
    ManPages.main(new String[] {folder.toString(), "1.2"});

    for (String name : List.of("meetwright", "meetwright-host-add", "meetwright-doctor")) {
      Process man =
          new ProcessBuilder("man", "--warnings", "-l", folder.resolve(name + ".1").toString())
              .start();
      String out = new String(man.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(man.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(man.waitFor()).isZero();
      assertThat(err).isEmpty();
      assertThat(out).contains("SYNOPSIS", "EXIT STATUS");
    }
  }
}
