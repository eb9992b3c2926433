package org.meetwright.server.listener;

import io.helidon.http.Headers;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.ContentEncodingContextConfig;

/// Sends answers as they are to a client whose `Accept-Encoding` can't be read: Helidon would fail.
record LenientEncoding(ContentEncodingContext inner) implements ContentEncodingContext {
  @Override
  public ContentEncoder encoder(Headers headers) {
    try {
      return inner.encoder(headers);
    } catch (IllegalArgumentException unreadable) {
      return ContentEncoder.NO_OP;
    }
  }

  @Override
  public boolean contentEncodingEnabled() {
    return inner.contentEncodingEnabled();
  }

  @Override
  public boolean contentDecodingEnabled() {
    return inner.contentDecodingEnabled();
  }

  @Override
  public boolean contentEncodingSupported(String encodingId) {
    return inner.contentEncodingSupported(encodingId);
  }

  @Override
  public boolean contentDecodingSupported(String encodingId) {
    return inner.contentDecodingSupported(encodingId);
  }

  @Override
  public ContentEncoder encoder(String encodingId) {
    return inner.encoder(encodingId);
  }

  @Override
  public ContentDecoder decoder(String encodingId) {
    return inner.decoder(encodingId);
  }

  @Override
  public ContentEncodingContextConfig prototype() {
    return inner.prototype();
  }
}
