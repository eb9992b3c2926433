package org.meetwright.cli.commands.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1", "\uff0b1", "|x", "%x"})
  void letsNoSpreadsheetCompute(String text) {
    assertThat(CsvLine.of(List.of(text)).strip().replace("\"", "")).startsWith("'");
  }

  @Test
  void quotesWhatHasCommasQuotesOrLines() {
    assertThat(CsvLine.of(List.of("a", "b,c", "d\"e", "f\r\ng", "")))
        .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\r\n");
    assertThat(CsvLine.of(List.of("\tx", "\r=1"))).isEqualTo("'\tx,\"'\r=1\"\r\n");
    assertThat(CsvLine.of(List.of("2026-03-09", "x=1", "a-b"))).isEqualTo("2026-03-09,x=1,a-b\r\n");
  }
}
