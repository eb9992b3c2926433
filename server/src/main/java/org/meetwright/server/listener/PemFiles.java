package org.meetwright.server.listener;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.server.settings.ServerSettings.TlsFiles;

/// The server's certificate and key, read again when their files change: certificates are renewed
/// every few weeks, and nobody wants to restart the server for that.
final class PemFiles implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PemFiles.class.getName());
  private static final long SECONDS_BETWEEN_LOOKS = 10;

  private final TlsFiles files;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("certificate").factory());
  private List<FileTime> seen;
  private volatile Instant endsAt = Instant.MIN;

  PemFiles(TlsFiles files) {
    this.files = files;
    this.seen = times();
  }

  /// Reads the files.
  ///
  /// @throws RuntimeException if they hold no certificate and key that belong together
  Tls read() {
    Keys keys =
        Keys.builder()
            .pem(
                pem ->
                    pem.certChain(Resource.create(files.certificate()))
                        .key(Resource.create(files.key())))
            .build();
    List<X509Certificate> chain = keys.certChain();
    if (!chain.isEmpty()) {
      endsAt = chain.getFirst().getNotAfter().toInstant();
    }
    return Tls.builder()
        .privateKey(keys.privateKey().orElseThrow())
        .privateKeyCertChain(chain)
        .addEnabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
        .build();
  }

  /// Returns when the certificate that was read last ends, exclusive.
  Instant endsAt() {
    return endsAt;
  }

  /// Looks after the files from now on.
  void whenChanged(Consumer<Tls> reload) {
    var _ =
        watch.scheduleWithFixedDelay(
            () -> look(reload), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  /// Takes a new certificate up. A file that is half written is tried again at the next look.
  void look(Consumer<Tls> reload) {
    try {
      List<FileTime> now = times();
      if (!now.equals(seen)) {
        reload.accept(read());
        seen = now;
        LOG.info(() -> "The certificate in " + files.certificate() + " was changed and taken up");
      }
    } catch (RuntimeException unreadable) {
      LOG.log(
          Level.WARNING,
          "The changed certificate cannot be read; the one before is kept",
          unreadable);
    }
  }

  private List<FileTime> times() {
    return List.of(time(files.certificate()), time(files.key()));
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
