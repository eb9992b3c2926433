package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.pages.Chromium;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.ServerSettings.TlsFiles;

/// Where the server is reached by https, a host's cookies go nowhere else.
@Tag("browser")
class SecureCookiesTest {
  @TempDir Path directory;
  private TestCertificate certificate;
  private ServerFixture server;
  private URI url;

  @BeforeEach
  void open() throws Exception {
    certificate = TestCertificate.make(directory, "localhost");
    TlsFiles files = new TlsFiles(certificate.pem(), certificate.pem());
    server =
        new ServerFixture(
            DatabaseKind.H2,
            new ServerSettings(
                "127.0.0.1",
                0,
                null,
                files,
                List.of(),
                false,
                new ConnectionNumbers(2000, 2000),
                Duration.ZERO));
    server
        .core
        .core
        .passwordChanges()
        .change(server.core.ada.id(), Passwords.hash(SignedIn.PASSWORD), null);
    url = URI.create("https://localhost:" + server.server.url().getPort());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void areTakenFromTheHostItselfAlone() {
    try (Browser browser = new Browser(url, certificate.context())) {
      HttpResponse<String> in =
          browser.submit(
              "/login",
              "/login",
              Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
      assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
      List<String> cookies = in.headers().allValues("Set-Cookie");
      assertThat(cookies)
          .hasSize(3)
          .allSatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-meetwright")
                      .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                      .doesNotContain("Domain"));
      assertThat(cookies.getFirst()).startsWith("__Host-meetwright=").contains("Max-Age=2592000");
      assertThat(browser.get("/account/profile").body()).contains("ada Example");
    }
  }

  @Test
  void areTakenByARealBrowser() {
    try (Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium.newContext(
                new NewContextOptions()
                    .setBaseURL(url.toString())
                    .setLocale("en-GB")
                    .setIgnoreHTTPSErrors(true))) {
      Page page = context.newPage();
      page.navigate("/login");
      page.fill("#email", "ada@example.org");
      page.fill("#password", SignedIn.PASSWORD);
      page.click("form[data-once] button");
      page.waitForURL("**/account/bookings");
      assertThat(context.cookies())
          .filteredOn(cookie -> cookie.name.equals("__Host-meetwright"))
          .singleElement()
          .matches((Cookie cookie) -> cookie.secure && cookie.httpOnly && cookie.path.equals("/"));
      assertThat(page.evaluate("document.cookie")).isEqualTo("");
      page.click("form[action='/logout'] button");
      page.waitForURL("**/login");
      assertThat(context.cookies()).noneMatch(cookie -> cookie.name.equals("__Host-meetwright"));
    }
  }
}
