package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class AppearancePagesTest {
  static final byte[] PNG =
      "\u0089PNG\r\n\u001a\nand\r\n--x\r\n\r\n\u00ff so on\r\n"
          .getBytes(StandardCharsets.ISO_8859_1);

  private static final String PAGE = "/account/appearance";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
  }

  @AfterEach
  void close() {
    in.close();
  }

  private HttpResponse<String> color(Map<String, String> fields) {
    return in.submit(PAGE, "/account/color", fields);
  }

  private HttpResponse<String> logo(byte[] file) {
    return in.follow(
        in.browser.postFile("/account/logo", Browser.csrf(in.get(PAGE)), "logo", file));
  }

  private Branding branding() {
    return in.core.brandings().of(in.ada);
  }

  @Test
  void paintsThePagesInAColorAndBack() {
    assertThat(in.get(PAGE).body()).contains("value=\"#2f6f5e\"").doesNotContain("name=\"usual\"");
    HttpResponse<String> changed = color(Map.of("color", "#FACC15"));
    assertThat(changed.body())
        .contains("Your pages have the new colour", "/assets/colors-facc15.css")
        .contains("value=\"#facc15\"", "name=\"usual\"");
    assertThat(in.get("/ada").body()).contains("/assets/colors-facc15.css");
    assertThat(color(Map.of("color", "#FACC15", "usual", "yes")).body())
        .contains("usual colour again");
    assertThat(in.get("/ada").body()).doesNotContain("/assets/colors-");
  }

  /// Was a fault: a row with nothing in it was taken for none.
  @Test
  void choosesAgainWhatWasTakenBack() {
    for (int i = 0; i < 2; i++) {
      assertThat(in.submit(PAGE, "/account/logo/remove", Map.of()).statusCode()).isEqualTo(200);
      assertThat(color(Map.of("usual", "yes")).statusCode()).isEqualTo(200);
    }
    assertThat(color(Map.of("color", "#facc15")).body()).contains("new colour");
  }

  @Test
  void saysThatAColorIsNone() {
    HttpResponse<String> refused = color(Map.of("color", "red"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("id=\"color-error\">Write it like #2f6f5e");
    assertThat(branding().color()).isNull();
  }

  @Test
  void putsALogoOnThePagesAsItWasAndRemovesIt() {
    HttpResponse<String> changed = logo(PNG);
    assertThat(changed.body()).contains("Your logo is on your pages", "/assets/logo-");
    assertThat(in.core.brandings().logo(branding().logoHash()).orElseThrow().bytes())
        .isEqualTo(PNG);
    assertThat(in.get("/ada").body()).contains("/assets/logo-" + branding().logoHash());
    assertThat(in.submit(PAGE, "/account/logo/remove", Map.of()).body())
        .contains("The logo is removed")
        .doesNotContain("/assets/logo-");
    assertThat(branding().logoHash()).isNull();
  }

  @Test
  void takesALogoOfExactlyTheSizeThatIsAllowed() {
    assertThat(logo(Arrays.copyOf(PNG, Logo.MOST_BYTES)).body()).contains("Your logo is on");
    assertThat(branding().logoHash()).isEqualTo(Logo.of(Arrays.copyOf(PNG, 65_536)).hash());
  }

  @Test
  void saysWhatIsWrongWithALogoAndKeepsTheOldOne() {
    logo(PNG);
    Branding before = branding();
    assertThat(logo(new byte[0]).body()).contains("id=\"logo-error\">Choose a picture first");
    HttpResponse<String> svg = logo("<svg/>".getBytes(StandardCharsets.UTF_8));
    assertThat(svg.statusCode()).isEqualTo(400);
    assertThat(svg.body()).contains("id=\"logo-error\">This is not a PNG, JPEG or WebP");
    // Far larger ones are refused before the page sees them.
    assertThat(logo(Arrays.copyOf(PNG, 5_000_000)).statusCode()).isEqualTo(413);
    for (int bytes : new int[] {65_537, 80_000}) {
      HttpResponse<String> large = logo(Arrays.copyOf(PNG, bytes));
      assertThat(large.statusCode()).isEqualTo(413);
      assertThat(large.body()).contains("id=\"logo-error\">This picture has more than 64 KiB");
    }
    assertThat(branding()).isEqualTo(before);
  }

  @Test
  void takesNoFormThatHasNoParts() {
    String csrf = Browser.csrf(in.get(PAGE));
    assertThat(in.browser.post("/account/logo", Map.of("csrf", csrf)).statusCode()).isEqualTo(415);
    assertThat(in.browser.postFile("/account/logo", csrf, "x\"\r\nX-Y: \"", PNG).body())
        .contains("Choose a picture first");
    assertThat(branding().logoHash()).isNull();
  }
}
