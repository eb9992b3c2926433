package org.meetwright.server.listener;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Sends answers compressed (RFC 1952) to clients that ask for it. Requests are taken as they are:
/// a small one could unfold into a very large one.
final class GzipEncoding implements ContentEncoding {
  @Override
  public Set<String> ids() {
    return Set.of("gzip", "x-gzip");
  }

  @Override
  public boolean supportsEncoding() {
    return true;
  }

  @Override
  public boolean supportsDecoding() {
    return false;
  }

  @Override
  public ContentDecoder decoder() {
    return ContentDecoder.NO_OP;
  }

  @Override
  public ContentEncoder encoder() {
    return new Encoder();
  }

  @Override
  public String name() {
    return "gzip";
  }

  @Override
  public String type() {
    return "gzip";
  }

  private static final class Encoder implements ContentEncoder {
    @Override
    public OutputStream apply(OutputStream out) {
      try {
        return new GZIPOutputStream(out);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void headers(WritableHeaders<?> headers) {
      headers.add(HeaderNames.CONTENT_ENCODING, "gzip");
      headers.remove(HeaderNames.CONTENT_LENGTH);
    }
  }
}
