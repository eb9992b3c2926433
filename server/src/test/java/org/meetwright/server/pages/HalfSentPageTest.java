package org.meetwright.server.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Patience;

/// A browser paints what has come of a page. What comes later moves nothing of it.
@Tag("browser")
class HalfSentPageTest {
  private final CountDownLatch painted = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void doesNotShiftWhenTheRestOfItComes() throws Exception {
    try (PagesFixture server = new PagesFixture();
        Chromium chromium = Chromium.start()) {
      server.eventType("steady");
      HttpServer slow =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      slow.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      slow.createContext("/", exchange -> passOn(server, exchange));
      slow.start();
      String address = "http://localhost:" + slow.getAddress().getPort();
      NewContextOptions options =
          new NewContextOptions()
              .setViewportSize(375, 800)
              .setLocale("en-GB")
              .setTimezoneId("America/New_York")
              .setBaseURL(address);
      try (BrowserContext context = chromium.newContext(options)) {
        Page page = context.newPage();
        page.addInitScript(SteadyPagesTest.WATCH);
        page.navigate("/ada", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction("() => document.querySelectorAll('.languages a').length === 2");
        SteadyPagesTest.painted(page);
        painted.countDown();
        page.waitForLoadState();
        page.waitForFunction("() => document.querySelectorAll('.languages a').length > 6");
        SteadyPagesTest.painted(page);
        assertThat(page.locator(".footer").isVisible()).isTrue();
        assertThat(page.evaluate("() => window.shifts.join()")).isEqualTo("");
      } finally {
        painted.countDown();
        slow.stop(0);
      }
    }
  }

  /// Of a page, stops in the midst of the languages until the browser has painted what it has.
  private void passOn(PagesFixture server, HttpExchange exchange) throws IOException {
    HttpResponse<byte[]> answer = ask(server, exchange);
    byte[] body = answer.body();
    int cut = cut(body);
    exchange
        .getResponseHeaders()
        .set("Content-Type", answer.headers().firstValue("Content-Type").orElse("text/plain"));
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, cut);
      out.flush();
      if (cut < body.length && !painted.await(Patience.SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("The browser painted nothing");
      }
      out.write(body, cut, body.length - cut);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> ask(PagesFixture server, HttpExchange exchange) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(server.address().resolve(exchange.getRequestURI())).build(),
          BodyHandlers.ofByteArray());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException(stopping);
    }
  }

  private static int cut(byte[] body) {
    String page = new String(body, UTF_8);
    int languages = page.indexOf("class=\"languages\"");
    if (languages < 0) {
      return body.length;
    }
    int second = page.indexOf("</a>", page.indexOf("</a>", languages) + 1) + "</a>".length();
    return page.substring(0, second).getBytes(UTF_8).length;
  }
}
