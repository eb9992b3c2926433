package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

class BrandingApiTest {
  private static final byte[] PNG =
      "\u0089PNG\r\n\u001a\nand so on".getBytes(StandardCharsets.ISO_8859_1);

  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(DatabaseKind.H2);
    server.addEventType("seen", "\"description\": \"\"");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer sendLogo(byte[] bytes) {
    return server.send(
        server
            .request("/api/v1/me/logo")
            .header("Authorization", "Bearer " + server.token)
            .PUT(BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void putsColorAndLogoOnThePagesOfTheHost() {
    Answer color = server.asHost("PATCH", "/api/v1/me/branding", "{\"color\": \"#FACC15\"}");
    Answer logo = sendLogo(PNG);
    String path =
        logo.body().path("logoUrl").asString().substring(server.server.url().toString().length());
    HttpResponse<String> served = server.get(path).response();
    HttpResponse<String> css = server.get("/assets/colors-facc15.css").response();

    assertThat(color.body().path("color").asString()).isEqualTo("#facc15");
    assertThat(logo.body().path("color").asString()).isEqualTo("#facc15");
    assertThat(served.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(served.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(css.body()).startsWith(":root{--accent:#80680b;");
    for (String page : new String[] {"/ada", "/ada/seen", "/ada/seen?start=2026-03-10T15:00:00Z"}) {
      assertThat(server.get(page).response().body())
          .as(page)
          .contains("src=\"" + path + "\"", "href=\"/assets/colors-facc15.css\"");
    }
    assertThat(
            server
                .asHost("GET", "/api/v1/export", "")
                .body()
                .path("branding")
                .path("color")
                .asString())
        .isEqualTo("#facc15");
  }

  @Test
  void takesThemBack() {
    server.asHost("PATCH", "/api/v1/me/branding", "{\"color\": \"#facc15\"}");
    sendLogo(PNG);

    server.asHost("PATCH", "/api/v1/me/branding", "{\"color\": null}");
    server.asHost("DELETE", "/api/v1/me/logo", "");
    Answer now = server.asHost("GET", "/api/v1/me/branding", "");

    assertThat(now.body().path("color").isNull()).isTrue();
    assertThat(now.body().path("logoUrl").isNull()).isTrue();
    assertThat(server.get("/ada").response().body()).contains("class=\"avatar");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(server.get("/api/v1/me/branding").status()).isEqualTo(401);
    assertThat(server.asHost("PATCH", "/api/v1/me/branding", "{\"color\": \"red\"}").field())
        .isEqualTo("color");
    assertThat(sendLogo("<svg/>".getBytes(StandardCharsets.UTF_8)).field()).isEqualTo("logo");
    assertThat(sendLogo(new byte[65 * 1024]).code()).isEqualTo("too_large");
    assertThat(server.get("/assets/colors-zzzzzz.css").status()).isEqualTo(404);
    assertThat(server.get("/assets/logo-" + "0".repeat(64)).status()).isEqualTo(404);
  }
}
