package org.meetwright.server.pages.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.meetwright.server.brand.BrandFiles.BrandFile;

/// The style sheet, scripts and pictures of the pages. Only these files can be had.
public final class Assets {
  private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";
  private static final int HASH_LENGTH = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8");
  private static final List<String> NAMES =
      List.of(
          "pages.css",
          "account.css",
          "bookings.css",
          "reference.css",
          "reference.js",
          "pages.js",
          "navigation.js",
          "zone.js",
          "elsewhere.js",
          "forms.js",
          "challenge.js",
          "frame.js",
          "snippets.js",
          "rows.js",
          "embed.js",
          "favicon.svg",
          "altcha/altcha.js",
          "altcha/altcha.css",
          "altcha/worker.js",
          "altcha/LICENSE.txt");

  private final Map<String, Asset> assets =
      NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, Assets::read));

  @SuppressWarnings("ArrayRecordComponent") // Never handed out.
  private record Asset(byte[] content, String hash) {}

  private static Asset read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: /assets/" + name);
      }
      byte[] content = file.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new Asset(content, HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// Returns the hash of each asset's content.
  public Map<String, String> versions() {
    return assets.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().hash()));
  }

  /// Sends an asset.
  ///
  /// @return whether there is one of this name
  public boolean send(String name, ServerRequest request, ServerResponse response) {
    Asset asset = assets.get(name);
    if (asset == null) {
      return false;
    }
    String tag = "\"" + asset.hash() + "\"";
    boolean current = request.query().first("v").orElse("").equals(asset.hash());
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.CACHE_CONTROL, current ? KEPT_FOR_EVER : "public, no-cache");
    if (request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("").equals(tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      response.header(HeaderNames.CONTENT_TYPE, TYPES.get(name.substring(name.indexOf('.') + 1)));
      Renderer.write(request, response, asset.content());
    }
    return true;
  }

  /// Sends a file whose name changes with its content.
  public static void send(BrandFile file, ServerRequest request, ServerResponse response) {
    response
        .header(HeaderNames.CONTENT_TYPE, file.type())
        .header(HeaderNames.CACHE_CONTROL, KEPT_FOR_EVER);
    Renderer.write(request, response, file.content());
  }
}
