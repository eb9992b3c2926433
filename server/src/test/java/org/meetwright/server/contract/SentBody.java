package org.meetwright.server.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/// Reads the body of a request that is or was sent.
final class SentBody {
  private SentBody() {}

  static String of(HttpRequest request) {
    BodySubscriber<String> bytes = BodySubscribers.ofString(StandardCharsets.UTF_8);
    request
        .bodyPublisher()
        .ifPresentOrElse(body -> body.subscribe(new Adapter(bytes)), bytes::onComplete);
    return bytes.getBody().toCompletableFuture().join();
  }

  /// Lets a body be read that is to be sent.
  private record Adapter(BodySubscriber<String> reader) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      reader.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      reader.onNext(List.of(bytes));
    }

    @Override
    public void onError(Throwable failed) {
      reader.onError(failed);
    }

    @Override
    public void onComplete() {
      reader.onComplete();
    }
  }
}
