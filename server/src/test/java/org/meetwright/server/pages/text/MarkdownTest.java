package org.meetwright.server.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static String html(String text) {
    return Markdown.html(text, false).strip();
  }

  @Test
  void makesLinksLive() {
    assertThat(html("See https://example.org/a?b=1&c=2."))
        .isEqualTo(
            "<p>See <a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener nofollow ugc\">"
                + "https://example.org/a?b=1&amp;c=2</a>.</p>");
    assertThat(html("[the agenda](http://example.org)"))
        .isEqualTo(
            "<p><a href=\"http://example.org\" rel=\"noopener nofollow ugc\">the agenda</a></p>");
    assertThat(Markdown.html("https://example.org", true)).contains("target=\"_blank\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "[x](vbscript:x)",
        "[x](//evil.example)",
        "[x](/account)",
        "[x](mailto:ada@example.org)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
      })
  void leadsToNothingButTheWeb(String text) {
    assertThat(html(text)).doesNotContain("<a ", "href");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=x>b</b>",
        "![x](https://example.org/x.png)",
        "![x](x\" onerror=\"alert(1))",
        "[x](https://example.org/\"onclick=\"alert(1))",
        "<!-- x -->",
        "<?php ?>",
      })
  void knowsNoHtmlAndNoPictures(String text) {
    assertThat(html(text))
        .doesNotContain("<script", "<img", "<b ", "<!--", "<?")
        .doesNotContainPattern("<a [^>]*onclick=\"");
  }

  @Test
  void keepsLinesAndWhatIsNoMark() {
    assertThat(html("one\ntwo\n\nthree")).isEqualTo("<p>one<br>\ntwo</p>\n<p>three</p>");
    assertThat(html("# Not a heading\n    no code\n> no quote"))
        .contains("# Not a heading", "no code", "&gt; no quote")
        .doesNotContain("<h1", "<pre", "<blockquote");
    assertThat(html("- *one*\n- **two**")).contains("<ul>", "<em>one</em>", "<strong>two</strong>");
    assertThat(html("my_file_name and 2 * 3 * 4")).isEqualTo("<p>my_file_name and 2 * 3 * 4</p>");
  }

  @Test
  void saysTheWordsWithoutMarks() {
    assertThat(Markdown.plain("**Bring** [this](https://example.org) & https://example.com"))
        .isEqualTo("Bring this & https://example.com");
  }
}
