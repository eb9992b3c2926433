package org.meetwright.server.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.certificate.CertificateState;
import org.meetwright.core.certificate.Certificates;
import org.meetwright.core.certificate.Certificates.Kept;
import org.meetwright.core.certificate.IssuedCertificate;
import org.meetwright.core.files.OwnerOnly;
import org.meetwright.server.settings.AcmeSettings;

/// Orders the certificate of a name when it has to be, one server at a time, and writes what any of
/// the servers has ordered into a file of this one.
final class CertificateRenewal {
  private static final Logger LOG = Logger.getLogger(CertificateRenewal.class.getName());

  /// Longer than an order takes at most.
  private static final Duration TURN = Duration.ofMinutes(10);

  /// How long is waited after the first failure, then three times as long each time, but no longer
  /// than half a day: authorities allow five failures in an hour.
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
  private static final Duration LONGEST_WISH = Duration.ofDays(8);
  private static final int FACTOR = 3;
  private static final int MOST_STEPS = 6;

  private final Certificates certificates;
  private final AcmeSettings settings;
  private final String domain;
  private final InstantSource clock;

  CertificateRenewal(
      Certificates certificates, AcmeSettings settings, String domain, InstantSource clock) {
    this.certificates = certificates;
    this.settings = settings;
    this.domain = domain;
    this.clock = clock;
  }

  /// Has the file be there: with the certificate that was ordered before, or with one for which
  /// only this server vouches.
  void prepare() {
    takeUp(kept());
    if (!Files.exists(settings.file())) {
      KeyPair keys = KeyText.newKeys();
      byte[] own = Drafts.selfSigned(domain, keys, clock.instant());
      write(KeyText.ofPrivate(keys) + KeyText.block(KeyText.CERTIFICATE, own));
    }
  }

  /// Does what has to be done now.
  ///
  /// @throws InterruptedException if the thread is interrupted
  void look() throws InterruptedException {
    Kept kept = kept();
    boolean isDue = certificates.state(domain).orElseThrow().isDue(clock.instant());
    if (isDue && certificates.hold(domain, TURN)) {
      order(KeyText.parse(kept.accountKey()));
      kept = kept();
    }
    takeUp(kept);
  }

  private Kept kept() {
    return certificates.open(domain, () -> KeyText.ofBoth(KeyText.newKeys()));
  }

  private void order(KeyPair account) throws InterruptedException {
    try {
      CertificateOrder order =
          new CertificateOrder(
              settings, (token, answer) -> certificates.answer(domain, token, answer));
      IssuedCertificate issued = order.place(domain, account);
      certificates.keep(domain, issued);
      LOG.info(() -> "There is a certificate for " + domain + " until " + issued.until());
    } catch (OrderFailedException failed) {
      fail(String.valueOf(failed.getMessage()), failed.notBefore());
    } catch (InterruptedException stopped) {
      fail("The server was stopped meanwhile.", null);
      throw stopped;
    } catch (RuntimeException unexpected) {
      fail("The order failed: " + unexpected, null);
      throw unexpected;
    }
  }

  private void fail(String reason, @Nullable Instant notBefore) {
    CertificateState state = certificates.state(domain).orElseThrow();
    Instant next = next(clock.instant(), state.failures(), notBefore);
    certificates.fail(domain, reason, next);
    LOG.log(
        Level.WARNING,
        "There is no new certificate for {0}. {1} {2} It is tried again at {3}.",
        new Object[] {
          domain,
          reason,
          state.endsAt() == null
              ? "Until there is one, browsers warn of this server."
              : "The one before is good until " + state.endsAt() + ".",
          next
        });
  }

  /// Returns when to try again.
  ///
  /// @param failures how many tries had failed before this one
  /// @param notBefore when the authority wishes the next; null if it does not say
  static Instant next(Instant now, int failures, @Nullable Instant notBefore) {
    Duration pause = FIRST_PAUSE;
    for (int step = 0; step < Math.min(failures, MOST_STEPS); step++) {
      pause = pause.multipliedBy(FACTOR);
    }
    Instant ours = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    if (notBefore == null || notBefore.isBefore(ours)) {
      return ours;
    }
    Instant latest = now.plus(LONGEST_WISH);
    return notBefore.isAfter(latest) ? latest : notBefore;
  }

  /// Writes what is kept into the file, if something else is in it.
  private void takeUp(Kept kept) {
    String wanted = kept.privateKey() + kept.chain();
    try {
      if (!kept.chain().isEmpty() && !wanted.equals(read())) {
        write(wanted);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String read() throws IOException {
    return Files.exists(settings.file()) ? Files.readString(settings.file()) : "";
  }

  /// Whoever reads the file sees it as it was or as it becomes.
  private void write(String text) {
    Path file = settings.file();
    Path made = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileChannel channel =
          OwnerOnly.open(
              made,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
